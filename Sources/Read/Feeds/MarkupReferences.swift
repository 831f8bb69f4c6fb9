internal import CLibxml2

/// References to characters in XML and HTML: "&amp;", "&#233;", "&eacute;".
enum MarkupReferences {
  /// The longest name of HTML 4 is "thetasym".
  static let longestName = 10  // bytes
  /// The highest code point has seven digits, and some write zeros before it.
  private static let mostDigits = 12

  /// Adds what the "&" at `at` stands for and passes over it; where it stands for nothing, adds the "&".
  ///
  /// - Parameter own: entities that the document declares.
  static func append(
    _ bytes: [UInt8], _ at: inout Int, _ end: Int, own: [String: [UInt8]] = [:], to out: inout [UInt8]
  ) {
    let start = at + 1
    if start < end, bytes[start] == 0x23 {
      if let (scalar, next) = number(bytes, start + 1, end) {
        if let scalar { out.append(contentsOf: Array(String(scalar).utf8)) }
        at = next
        return
      }
    } else {
      var stop = start
      while stop < end, stop - start < 32, isNameByte(bytes[stop]) { stop += 1 }
      if stop > start, stop < end, bytes[stop] == 0x3B {
        let name = String(decoding: bytes[start..<stop], as: UTF8.self)
        if let value = own[name] ?? named(name) {
          out.append(contentsOf: value)
          at = stop + 1
          return
        }
      }
    }
    out.append(0x26)
    at += 1
  }

  /// What a name stands for in XML or HTML 4; nil where it stands for nothing.
  private static func named(_ name: String) -> [UInt8]? {
    switch name {
    case "amp": return [0x26]
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "quot": return [0x22]
    case "apos": return [0x27]
    case "nbsp": return [0xC2, 0xA0]
    default:
      guard name.utf8.count <= longestName, let known = htmlEntityLookup(name),
        let scalar = Unicode.Scalar(known.pointee.value)
      else { return nil }
      return Array(String(scalar).utf8)
    }
  }

  /// A number's character, nil for one that no text holds, and where it ends; nil where no number stands.
  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Unicode.Scalar?, Int)? {
    var at = start
    let isHexadecimal = at < end && bytes[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let first = at
    var value: UInt32 = 0
    while at < end, at - first <= mostDigits, let digit = digit(bytes[at], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      at += 1
    }
    guard at > first, at < end, bytes[at] == 0x3B else { return nil }
    // What stands at 80 to 9F is meant in Windows-1252 (HTML Living Standard, numeric character references).
    if (0x80...0x9F).contains(value) {
      let text = String(decoding: Windows1252.utf8([UInt8(value)]), as: UTF8.self)
      return (text.unicodeScalars.first, at + 1)
    }
    return (value == 0 ? nil : Unicode.Scalar(value) ?? "\u{FFFD}", at + 1)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x37)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x57)
    default: nil
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E
  }
}
