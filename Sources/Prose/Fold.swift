/// Lower case and bare letters, over UTF-8 bytes, without the cost of Unicode tables.
///
/// Covers Latin (with diacritics, ligatures), Greek and Cyrillic capitals; other scripts pass through as they are.
package enum Fold {
  /// Lower case, diacritics kept; the typographic apostrophe becomes the plain one.
  package static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0, keepingDiacritics: true) }
  }

  /// Lower case, diacritics kept, of a part of some bytes.
  package static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0, keepingDiacritics: true) }
  }

  /// Lower case without diacritics: "Été" and "ete" are one.
  package static func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0, keepingDiacritics: false) }
  }

  /// Lower case without diacritics, of a part of some bytes.
  package static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0, keepingDiacritics: false) }
  }

  /// Lower case of a string, diacritics kept.
  package static func lowercased(_ text: some StringProtocol) -> String {
    String(decoding: lowercased(Array(text.utf8)), as: UTF8.self)
  }

  /// Lower case of a string without diacritics.
  package static func folded(_ text: some StringProtocol) -> String {
    String(decoding: folded(Array(text.utf8)), as: UTF8.self)
  }

  /// FNV-1a over bytes, 64 bits: a key for word tables.
  package static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { hash($0) } }

  /// FNV-1a over a part of some bytes.
  package static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBufferPointer { hash($0) } }

  /// FNV-1a over the bytes of a text.
  package static func hash(_ text: String) -> UInt64 { hash(Array(text.utf8)) }

  /// FNV-1a over bytes in place.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// No letter is longer in lower case or without its mark than it was, so the room of the text is enough.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, keepingDiacritics: Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
      var out = FoldedBytes(room)
      var at = 0
      while at < bytes.count {
        let plain = appendPlain(bytes, at, to: &out)
        at += plain
        guard at < bytes.count, bytes[at] >= 0x80 else { continue }
        let byte = bytes[at]
        switch byte {
        case 0xC3...0xC5 where at + 1 < bytes.count, 0xCC...0xD3 where at + 1 < bytes.count:
          append(lead: byte, trail: bytes[at + 1], keepingDiacritics: keepingDiacritics, to: &out)
          at += 2
        case 0xE1 where at + 2 < bytes.count, 0xE2 where at + 2 < bytes.count:
          appendThree(byte, bytes[at + 1], bytes[at + 2], keepingDiacritics: keepingDiacritics, to: &out)
          at += 3
        default:
          out.append(byte)
          at += 1
        }
      }
      count = out.count
    }
  }

  /// Appends ASCII from a place on in lower case, eight bytes at a time, and says how many there were.
  @inline(__always)
  private static func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, to out: inout FoldedBytes) -> Int {
    var at = start
    while at + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      // The top bit of each byte is set from "A" on, and from behind "Z" on.
      let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
      let behindZ = word &+ 0x2525_2525_2525_2525
      out.appendEight(word | ((fromA & ~behindZ & 0x8080_8080_8080_8080) >> 2))
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80 {
      out.append((0x41...0x5A).contains(bytes[at]) ? bytes[at] | 0x20 : bytes[at])
      at += 1
    }
    return at - start
  }

  private static func append(lead: UInt8, trail: UInt8, keepingDiacritics: Bool, to out: inout FoldedBytes) {
    let scalar = (UInt32(lead & 0x1F) << 6) | UInt32(trail & 0x3F)
    switch scalar {
    case 0xC0...0x17F:
      let lower = lowerLatin(scalar)
      if keepingDiacritics { put(lower, in: &out) } else { putBare(lower, in: &out) }
    case 0x300...0x36F:  // combining marks
      if keepingDiacritics { out.append(lead); out.append(trail) }
    case 0x391...0x3A9: put(scalar + 0x20, in: &out)
    case 0x410...0x42F: put(scalar + 0x20, in: &out)
    case 0x400...0x40F: put(scalar + 0x50, in: &out)
    case 0x490: put(0x491, in: &out)
    default:
      out.append(lead)
      out.append(trail)
    }
  }

  private static func appendThree(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, keepingDiacritics: Bool, to out: inout FoldedBytes
  ) {
    let scalar = (UInt32(a & 0x0F) << 12) | (UInt32(b & 0x3F) << 6) | UInt32(c & 0x3F)
    switch scalar {
    case 0x2018, 0x2019, 0x201B, 0x2032: out.append(0x27)
    case 0x2010, 0x2011: out.append(0x2D)
    case 0x1E00...0x1EFF where scalar < 0x1E96 || scalar > 0x1E9F:
      put(scalar % 2 == 0 ? scalar + 1 : scalar, in: &out)
    default:
      out.append(a)
      out.append(b)
      out.append(c)
    }
  }

  private static func lowerLatin(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
    case 0x178: 0xFF
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1 ? scalar + 1 : scalar
    case 0x100...0x137, 0x14A...0x177: scalar % 2 == 0 ? scalar + 1 : scalar
    default: scalar
    }
  }

  /// The letters of U+00E0 to U+00FF and the lower case ones of U+0101 to U+017E, without their marks; one or two
  /// bytes of ASCII, the first one higher, and 0 for a letter that stays as it is.
  private static func bareLatin(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xE0...0xE5, 0x101, 0x103, 0x105: 0x61
    case 0xE6: 0x6165
    case 0xE7, 0x107, 0x109, 0x10B, 0x10D: 0x63
    case 0x10F, 0x111, 0xF0: 0x64
    case 0xE8...0xEB, 0x113, 0x115, 0x117, 0x119, 0x11B: 0x65
    case 0x11D, 0x11F, 0x121, 0x123: 0x67
    case 0x125, 0x127: 0x68
    case 0xEC...0xEF, 0x129, 0x12B, 0x12D, 0x12F, 0x131: 0x69
    case 0x135: 0x6A
    case 0x137: 0x6B
    case 0x13A, 0x13C, 0x13E, 0x140, 0x142: 0x6C
    case 0xF1, 0x144, 0x146, 0x148: 0x6E
    case 0xF2...0xF6, 0xF8, 0x14D, 0x14F, 0x151: 0x6F
    case 0x153: 0x6F65
    case 0x155, 0x157, 0x159: 0x72
    case 0xDF: 0x7373
    case 0x15B, 0x15D, 0x15F, 0x161: 0x73
    case 0x163, 0x165, 0x167: 0x74
    case 0xF9...0xFC, 0x169, 0x16B, 0x16D, 0x16F, 0x171, 0x173: 0x75
    case 0x175: 0x77
    case 0xFD, 0xFF, 0x177: 0x79
    case 0x17A, 0x17C, 0x17E: 0x7A
    default: 0
    }
  }

  private static func putBare(_ scalar: UInt32, in out: inout FoldedBytes) {
    let bare = bareLatin(scalar)
    guard bare > 0 else { return put(scalar, in: &out) }
    if bare > 0xFF { out.append(UInt8(bare >> 8)) }
    out.append(UInt8(bare & 0xFF))
  }

  private static func put(_ scalar: UInt32, in out: inout FoldedBytes) {
    if scalar < 0x800 {
      out.append(0xC0 | UInt8(scalar >> 6))
    } else {
      out.append(0xE0 | UInt8(scalar >> 12))
      out.append(0x80 | UInt8((scalar >> 6) & 0x3F))
    }
    out.append(0x80 | UInt8(scalar & 0x3F))
  }
}

/// Bytes written one after the other into room that is known to be enough.
private struct FoldedBytes {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    room[count] = byte
    count += 1
  }

  /// Eight bytes, the first one lowest, as they lie in memory.
  @inline(__always)
  mutating func appendEight(_ word: UInt64) {
    UnsafeMutableRawBufferPointer(room).storeBytes(of: word, toByteOffset: count, as: UInt64.self)
    count += 8
  }
}
