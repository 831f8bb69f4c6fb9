/// Makes any text stand in Markdown as itself: no value can open a link, a list, a heading or a tag.
///
/// CommonMark 0.30: a backslash before ASCII punctuation is that punctuation (2.4), a numeric reference is its
/// character and no structure (2.5). What is structure anywhere in a line is escaped everywhere; what is structure only
/// where a block starts is escaped at the start of the value, since a template may put it there.
enum MarkdownEscaping {
  /// What has to be looked at in the middle of a text: structure wherever it stands (code, emphasis, links, tags,
  /// references, and what GitHub's dialect adds), spaces and controls.
  private static let everywhere: [Bool] = (0...255).map {
    $0 < 0x20 || "\\`*_[]<&~|\"".utf8.contains(UInt8($0))
  }
  /// An ordered list's number has nine digits at most (CommonMark 5.2).
  private static let longestListNumber = 9  // digits

  /// Appends text, given as UTF-8, as Markdown that renders to the same text.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    Neutral.with(text) { appendPlain($0, to: &out) }
  }

  private static func appendPlain(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let start = text.firstIndex { $0 != 0x20 } ?? text.count
    let end = (text.lastIndex { $0 != 0x20 } ?? -1) + 1
    appendSpaces(start, besideWord: end > start, wordIsBehind: true, to: &out)
    guard start < end else { return }
    let numberEnd = listNumberEnd(text, from: start)
    everywhere.withUnsafeBufferPointer { everywhere in
      var from = start
      for at in start..<end {
        let byte = text[at]
        let opensBlock = at == start && isPunctuation(byte)
        let opensImage = byte == 0x21 && at == end - 1
        guard everywhere[Int(byte)] || opensBlock || opensImage || at == numberEnd else { continue }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at]))
        if byte < 0x20 {
          out.append(contentsOf: "&#\(byte);".utf8)
        } else {
          out.append(0x5C)
          out.append(byte)
        }
        from = at + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<end]))
    }
    appendSpaces(text.count - end, besideWord: true, wordIsBehind: false, to: &out)
  }

  /// One space is kept beside a word; more could indent a block or break a line.
  private static func appendSpaces(_ count: Int, besideWord: Bool, wordIsBehind: Bool, to out: inout [UInt8]) {
    guard count > 0 else { return }
    if besideWord, !wordIsBehind { out.append(0x20) }
    for _ in 0..<(besideWord ? count - 1 : count) { out.append(contentsOf: "&#32;".utf8) }
    if besideWord, wordIsBehind { out.append(0x20) }
  }

  /// Where the mark after a leading list number stands, if the text starts like an ordered list.
  private static func listNumberEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count, at - start <= longestListNumber, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at > start && at < bytes.count && (bytes[at] == 0x2E || bytes[at] == 0x29) ? at : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
