/// Makes every line end a newline, and takes out what a reader cannot see but a terminal or a page would obey.
///
/// Control characters and bidirectional overrides (Unicode Technical Report 36, "Trojan Source") go; every letter, mark
/// and space stays as it is. White space that is a line's end in Unicode (U+0085, U+2028, U+2029, form feed)
/// becomes one.
enum TextHygiene {
  /// The same text with "\n" line ends only; well-formed UTF-8 in, well-formed UTF-8 out.
  static func cleared(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = firstConcern(in: bytes) else { return bytes }
    var out = Array(bytes[..<first])
    out.reserveCapacity(bytes.count)
    var at = first
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x0D:
        out.append(0x0A)
        at += at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      case 0x0B, 0x0C:
        out.append(0x0A)
        at += 1
      case 0x09, 0x0A, 0x20...0x7E:
        out.append(byte)
        at += 1
      case 0..<0x20, 0x7F: at += 1
      case 0xC2 where at + 1 < bytes.count && bytes[at + 1] < 0xA0:  // C1 controls
        if bytes[at + 1] == 0x85 { out.append(0x0A) }
        at += 2
      case 0xE2 where at + 2 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81):
        switch invisible(bytes[at + 1], bytes[at + 2]) {
        case .lineEnd: out.append(0x0A)
        case .override: break
        case .neither: out.append(contentsOf: bytes[at..<(at + 3)])
        }
        at += 3
      case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF: at += 3  // a stray mark
      default:
        out.append(byte)
        at += 1
      }
    }
    return out
  }

  /// The same for a string.
  static func cleared(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return firstConcern(in: bytes) == nil ? text : String(decoding: cleared(bytes), as: UTF8.self)
  }

  private enum Invisible { case lineEnd, override, neither }

  /// U+202A to U+202E and U+2066 to U+2069 are embeddings, overrides and isolates.
  private static func invisible(_ second: UInt8, _ third: UInt8) -> Invisible {
    if second == 0x80, third == 0xA8 || third == 0xA9 { return .lineEnd }
    if second == 0x80, (0xAA...0xAE).contains(third) { return .override }
    if second == 0x81, (0xA6...0xA9).contains(third) { return .override }
    return .neither
  }

  /// The first byte that may have to go; most texts have none.
  private static func firstConcern(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if at + 8 <= bytes.count, isPlain(bytes, at) {
          at += 8
          continue
        }
        let next = min(at + 8, bytes.count)
        while at < next {
          if isConcern(bytes, at) { return at }
          at += 1
        }
      }
      return nil
    }
  }

  /// Whether eight bytes are all printable ASCII.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    // The top bit of a byte comes to be set from 7F on, and below 20 by borrowing.
    return (word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
  }

  @inline(__always)
  private static func isConcern(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x7F { return byte < 0x20 && byte != 0x0A && byte != 0x09 }
    switch byte {
    case 0x7F: return true
    case 0xC2: return at + 1 < bytes.count && bytes[at + 1] < 0xA0
    case 0xE2:
      return at + 2 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81)
        && invisible(bytes[at + 1], bytes[at + 2]) != .neither
    case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF
    default: return false
    }
  }
}
