package import NewsModel

/// What a code point is to a tokenizer, told from its first bytes.
package enum CharacterClass: UInt8, Sendable {
  case space, letter, digit, quote, apostrophe, dash, terminator, separator, ignorable, other

  /// Whether words are made of it.
  package var isWordLike: Bool { self == .letter || self == .digit }

  /// How many bytes the code point of a leading byte has; 1 for a byte that leads none.
  @inline(__always)
  static func length(of byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// The class of the code point that starts at `at`.
  @inline(__always)
  init(of bytes: UnsafeBufferPointer<UInt8>, at: Int) {
    let byte = bytes[at]
    self = byte < 0x80 ? CharacterClass.ascii(byte) : CharacterClass.beyondASCII(bytes, at)
  }

  private static func beyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> CharacterClass {
    let byte = bytes[at]
    let size = length(of: byte)
    guard at + size <= bytes.count else { return .other }
    switch size {
    case 2: return twoBytes((UInt32(byte & 0x1F) << 6) | UInt32(bytes[at + 1] & 0x3F))
    case 3:
      return threeBytes(
        (UInt32(byte & 0x0F) << 12) | (UInt32(bytes[at + 1] & 0x3F) << 6) | UInt32(bytes[at + 2] & 0x3F))
    default: return .other
    }
  }

  private static func twoBytes(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xA0: .space
    case 0xAB, 0xBB: .quote
    case 0xAD: .ignorable
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x7FF: .letter
    default: .other
    }
  }

  private static func threeBytes(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029: .space
    case 0x200B...0x200F, 0x2060, 0xFEFF: .ignorable
    case 0x2010, 0x2011, 0x2012...0x2015, 0x2212: .dash
    case 0x2018, 0x2019, 0x201B: .apostrophe
    case 0x201A, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F: .quote
    case 0x2026, 0x3002: .terminator
    case 0x800...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFE: .letter
    default: .other
    }
  }

  /// A hyphen proper, as it stands inside words; not a dash.
  static func isHyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0x2D { return true }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80
      && (bytes[at + 2] == 0x90 || bytes[at + 2] == 0x91)
  }

  /// Whether a capital starts at `at`: Latin, Greek and Cyrillic.
  static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    let end = min(bytes.count, at + length(of: byte))
    let letter = Array(bytes[at..<end])
    return Fold.lowercased(letter) != letter
  }

  /// Whether the first letter is a capital, and whether all of two or more letters are.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> (Bool, Bool) {
    let first = isCapital(bytes, span.start)
    var capitals = 0
    var letters = 0
    var at = span.start
    while at < span.end {
      if CharacterClass(of: bytes, at: at) == .letter {
        letters += 1
        if isCapital(bytes, at) { capitals += 1 }
      }
      at += length(of: bytes[at])
    }
    return (first, letters >= 2 && capitals == letters)
  }

  /// Whether the first letter of a span is a capital, and whether all of two or more letters are.
  package static func shape(_ bytes: [UInt8], _ span: Span) -> (Bool, Bool) {
    bytes.withUnsafeBufferPointer { shape($0, span) }
  }

  /// The compiler makes a table of it.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x09...0x0D, 0x20: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x22: .quote
    case 0x27, 0x60: .apostrophe
    case 0x2D: .dash
    case 0x2E, 0x21, 0x3F: .terminator
    case 0x2C, 0x3B, 0x3A: .separator
    default: .other
    }
  }
}
