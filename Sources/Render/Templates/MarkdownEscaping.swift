internal import Mustache

/// Makes any text stand in Markdown as itself: no value can open a link, a list, a heading or a tag.
///
/// CommonMark 0.30: a backslash before ASCII punctuation is that punctuation (2.4), a numeric reference is its
/// character and no structure (2.5). What is structure anywhere in a line is escaped everywhere; what is structure only
/// where a block starts is escaped at the start of the value, since a template may put it there.
struct MarkdownEscaping: MustacheContentType {
  /// Structure wherever it stands: code, emphasis, links, tags, references, and what GitHub's dialect adds.
  private static let everywhere = Set("\\`*_[]<&~|\"".utf8)
  /// Opens a list item when it ends a run of digits.
  private static let afterDigits = Set(".)".utf8)
  /// An ordered list's number has nine digits at most (CommonMark 5.2).
  private static let longestListNumber = 9  // digits

  /// Text as Markdown that renders to the same text.
  func escapeText(_ text: String) -> String {
    var out: [UInt8] = []
    var scalars: [UInt8] = Array(text.utf8)
    MarkdownEscaping.neutralize(&scalars)
    out.reserveCapacity(scalars.count + scalars.count / 8)
    let start = scalars.firstIndex { $0 != 0x20 } ?? scalars.count
    let end = (scalars.lastIndex { $0 != 0x20 } ?? -1) + 1
    let numberEnd = MarkdownEscaping.listNumberEnd(scalars, from: start)
    for (at, byte) in scalars.enumerated() {
      if byte == 0x20, at < start || at >= end {
        // One space is kept beside a word; more could indent a block or break a line.
        out += end > start && (at == start - 1 || at == end) ? [0x20] : Array("&#32;".utf8)
      } else if byte < 0x20 || byte == 0x7F {
        out += Array("&#\(byte);".utf8)
      } else {
        let opensBlock = at == start && MarkdownEscaping.isPunctuation(byte)
        let opensImage = byte == 0x21 && at == end - 1
        if opensBlock || opensImage || at == numberEnd || MarkdownEscaping.everywhere.contains(byte) {
          out.append(0x5C)
        }
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Where the mark after a leading list number stands, if the text starts like an ordered list.
  private static func listNumberEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at < bytes.count, at - start <= longestListNumber, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at > start && at < bytes.count && afterDigits.contains(bytes[at]) ? at : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Takes out what is no letter and could deceive: control characters become U+FFFD, direction overrides go.
  ///
  /// Newlines and tabs stay; they are written as references.
  static func neutralize(_ bytes: inout [UInt8]) {
    let needsWork = bytes.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F || $0 == 0xE2 || $0 == 0xC2 }
    guard needsWork else { return }
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: out.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: out.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: out.append(scalar)
      }
    }
    bytes = Array(String(out).utf8)
  }
}
