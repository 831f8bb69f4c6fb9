/// Reads strings of JSON (RFC 8259), escapes and all. Not for use by several threads at once.
final class JSONStringReader {
  /// The bytes of a string with escapes, kept for their room.
  private var unescaped: [UInt8] = []

  /// The string whose opening mark is at `at`, which then stands past its closing mark; nil where none is or it is damaged.
  func string(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String? {
    guard at < bytes.count, bytes[at] == 0x22 else { return nil }
    let start = at + 1
    guard let base = bytes.baseAddress else { return nil }
    var end = JSONScan.plainEnd(base, start, bytes.count)
    guard end < bytes.count, bytes[end] >= 0x20 else { return nil }
    if bytes[end] == 0x22 {
      at = end + 1
      return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
    unescaped.removeAll(keepingCapacity: true)
    unescaped.append(contentsOf: bytes[start..<end])
    while end < bytes.count, bytes[end] != 0x22 {
      if bytes[end] == 0x5C {
        guard unescape(bytes, &end) else { return nil }
        continue
      }
      let from = end
      end = JSONScan.plainEnd(base, end, bytes.count)
      guard end > from else { return nil }  // a control character
      unescaped.append(contentsOf: bytes[from..<end])
    }
    guard end < bytes.count else { return nil }
    at = end + 1
    return String(validating: unescaped, as: UTF8.self)
  }

  /// Reads one escape, of which `at` is the backslash, into `unescaped`; false where it is not one.
  private func unescape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    guard at + 1 < bytes.count else { return false }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F: unescaped.append(bytes[at + 1])
    case 0x62: unescaped.append(0x08)
    case 0x66: unescaped.append(0x0C)
    case 0x6E: unescaped.append(0x0A)
    case 0x72: unescaped.append(0x0D)
    case 0x74: unescaped.append(0x09)
    case 0x75:
      guard let first = JSONStringReader.unit(bytes, at + 2) else { return false }
      var scalar = UInt32(first)
      at += 6
      if (0xD800...0xDBFF).contains(first) {
        guard at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75,
          let second = JSONStringReader.unit(bytes, at + 2), (0xDC00...0xDFFF).contains(second)
        else { return false }
        scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
        at += 6
      }
      guard let found = Unicode.Scalar(scalar) else { return false }
      unescaped.append(contentsOf: UTF8.encode(found) ?? UTF8.encodedReplacementCharacter)
      return true
    default: return false
    }
    at += 2
    return true
  }

  /// Four hexadecimal digits.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
