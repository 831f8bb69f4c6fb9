internal import NewsModel
internal import Prose

/// A title with the name of the outlet behind it, as browsers show it: "Title – OUTLET", "Title | Outlet".
struct TitleLine {
  var title: Span
  var outlet: Span
  /// The mark alone says so: nothing but an outlet stands behind a bar, or in capitals behind a dash.
  var isCertain: Bool

  /// An outlet's name takes no more words than these.
  static let longestOutlet = 5
  /// A title takes at least these.
  static let shortestTitle = 3

  /// Cuts a line at its last separator, or nil where none stands there that could set off an outlet.
  init?(_ bytes: [UInt8], _ span: Span) {
    var at = span.end - 1
    while at > span.start {
      defer { at -= 1 }
      let (length, isBar) = TitleLine.separator(bytes, at, span)
      guard length > 0 else { continue }
      title = TextLines.trimmed(bytes, span.start, at)
      outlet = TextLines.trimmed(bytes, at + length, span.end)
      guard !title.isEmpty, !outlet.isEmpty else { return nil }
      let outletBytes = bytes[outlet.start..<outlet.end]
      let words = WordScan.hashes(of: String(decoding: outletBytes, as: UTF8.self))
      let titleWords = WordScan.hashes(of: String(decoding: bytes[title.start..<title.end], as: UTF8.self))
      guard (1...TitleLine.longestOutlet).contains(words.count), titleWords.count >= TitleLine.shortestTitle,
        LineEnding.of(bytes, outlet) == .open
      else { return nil }
      let isDomain = !outletBytes.contains(0x20) && outletBytes.dropFirst().dropLast().contains(0x2E)
      isCertain = isBar || isDomain || CharacterClass.shape(bytes, outlet).1
      return
    }
    return nil
  }

  /// The length of a separator at a byte: a bar, or a dash or hyphen between spaces.
  private static func separator(_ bytes: [UInt8], _ at: Int, _ span: Span) -> (length: Int, isBar: Bool) {
    if bytes[at] == 0x7C { return (1, true) }
    let isHyphen = bytes[at] == 0x2D
    let isDash =
      bytes[at] == 0xE2 && at + 2 < span.end && bytes[at + 1] == 0x80 && (0x93...0x94).contains(bytes[at + 2])
    guard isHyphen || isDash else { return (0, false) }
    let length = isDash ? 3 : 1
    guard at > span.start, isSpace(bytes, before: at), at + length < span.end, isSpace(bytes, at: at + length) else {
      return (0, false)
    }
    return (length, false)
  }

  private static func isSpace(_ bytes: [UInt8], at: Int) -> Bool {
    bytes[at] == 0x20 || (bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0)
  }
  private static func isSpace(_ bytes: [UInt8], before at: Int) -> Bool {
    bytes[at - 1] == 0x20 || (at >= 2 && bytes[at - 1] == 0xA0 && bytes[at - 2] == 0xC2)
  }
}
