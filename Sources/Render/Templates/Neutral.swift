/// Takes out what is no letter and could deceive: control characters become U+FFFD, direction overrides go. Newlines and
/// tabs stay.
enum Neutral {
  /// Calls with the text, given as UTF-8, without it.
  static func with(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if isNeeded(for: text) { bytes(of: text).withUnsafeBufferPointer(body) } else { body(text) }
  }

  /// The text without it.
  static func text(_ text: String) -> String {
    var text = text
    return text.withUTF8 { isNeeded(for: $0) ? String(decoding: bytes(of: $0), as: UTF8.self) : nil } ?? text
  }

  /// Whether a text, given as UTF-8, has anything of the kind.
  private static func isNeeded(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in text.indices {
      let byte = text[at]
      if byte < 0x20 {
        if byte != 0x0A && byte != 0x09 { return true }
      } else if byte == 0x7F {
        return true
      } else if byte == 0xC2 {
        if at + 1 < text.count, text[at + 1] < 0xA0 { return true }
      } else if byte == 0xE2, at + 2 < text.count {
        let last = text[at + 2]
        if text[at + 1] == 0x80, (0xAA...0xAE).contains(last) { return true }
        if text[at + 1] == 0x81, (0xA6...0xA9).contains(last) { return true }
      }
    }
    return false
  }

  /// The text without it.
  private static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: out.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: out.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: out.append(scalar)
      }
    }
    return Array(String(out).utf8)
  }
}
