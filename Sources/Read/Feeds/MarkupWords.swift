internal import CLibxml2

/// The words of a piece of HTML, on one line: what a title or a name with markup in it says.
///
/// Only elements that HTML has are taken for tags, so that "List<Int>" and "3 < 4" stay; what is written twice escaped
/// is unescaped once.
enum MarkupWords {
  /// Elements that HTML came to have after version 4, which is what libxml2 knows.
  private static let newer: Set<String> = [
    "article", "aside", "audio", "bdi", "data", "details", "dialog", "figcaption", "figure", "footer", "header", "main",
    "mark", "nav", "output", "picture", "rp", "rt", "ruby", "section", "source", "summary", "template", "time", "track",
    "video", "wbr", "svg", "math",
  ]
  /// Elements that end with their start tag and in a feed hold nothing ever.
  static let void: Set<String> = ["br", "hr", "img", "input", "wbr", "embed", "col", "area", "track"]

  /// The words of HTML, its white space collapsed.
  static func plain(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    // Where no tag or comment can end any more, none is looked for: so the time stays linear.
    let lastEnd = bytes.lastIndex(of: 0x3E) ?? -1
    let lastComment = MarkupTree.lastIndex(of: commentEnd, in: bytes)
    var hidden: String?
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x3C, at < lastComment, bytes[(at + 1)...].starts(with: commentStart),
        let end = MarkupTree.index(of: commentEnd, in: bytes, from: at + 4)
      {
        at = end + 3
      } else if bytes[at] == 0x3C, at < lastEnd, let tag = tag(bytes, at) {
        if hidden == nil || hidden == tag.name {
          if ["script", "style", "applet"].contains(tag.name) { hidden = tag.isEnd ? nil : tag.name }
          if PageElements.blocks.contains(tag.name) { out.append(0x20) }
        }
        at = tag.end
      } else if hidden != nil {
        at += 1
      } else if bytes[at] == 0x26 {
        MarkupReferences.append(bytes, &at, bytes.count, to: &out)
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return oneLine(String(decoding: out, as: UTF8.self))
  }

  /// Whether a tag of HTML stands in a text.
  static func holdsTag(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let lastEnd = bytes.lastIndex(of: 0x3E) ?? -1
    var at = 0
    while at < lastEnd {
      if bytes[at] == 0x3C, tag(bytes, at) != nil { return true }
      at += 1
    }
    return false
  }

  /// A text on one line, without control characters; every run of white space, no-break spaces left alone, is a space.
  static func oneLine(_ text: String) -> String {
    TextHygiene.cleared(text).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// Longer tags than this are none.
  private static let longestTag = 4096  // bytes
  private static let commentStart = Array("!--".utf8)
  private static let commentEnd = Array("-->".utf8)

  /// The tag that starts at a "<"; one that the next "<" cuts off ends before that.
  private static func tag(_ bytes: [UInt8], _ start: Int) -> (name: String, isEnd: Bool, end: Int)? {
    var at = start + 1
    guard at < bytes.count else { return nil }
    let isEnd = bytes[at] == 0x2F
    if isEnd { at += 1 }
    let name = bytes[at...].prefix(12).prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    guard !name.isEmpty, at + name.count < bytes.count else { return nil }
    let after = bytes[at + name.count]
    guard after == 0x3E || after == 0x2F || after <= 0x20 else { return nil }
    let lower = String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    guard newer.contains(lower) || htmlTagLookup(lower) != nil else { return nil }
    var quote: UInt8 = 0
    at += name.count
    let limit = min(bytes.count, start + longestTag)
    while at < limit {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return (lower, isEnd, at + 1)
      } else if byte == 0x3C {
        return (lower, isEnd, at)
      }
      at += 1
    }
    // A quote that is never closed: the tag ends at the first mark that can end it.
    guard let end = bytes[(start + 1)..<limit].firstIndex(of: 0x3E) else { return nil }
    return (lower, isEnd, end + 1)
  }
}
