/// 128 bits that stand for what some bytes say; those who have a hash at hand make them.
package struct ContentMark: Hashable, Sendable {
  package var high: UInt64
  package var low: UInt64

  /// A mark of two halves.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    String(unsafeUninitializedCapacity: 32) { digits in
      for place in 0..<32 {
        let half = place < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - place % 16 * 4)) & 15
        digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 32
    }
  }
}

extension ByteWriter {
  /// A mark.
  package mutating func put(_ mark: ContentMark) {
    put(Int(bitPattern: UInt(mark.high)))
    put(Int(bitPattern: UInt(mark.low)))
  }

  /// A mark, as its 16 bytes.
  package mutating func put(whole mark: ContentMark) {
    withUnsafeBytes(of: (mark.high.littleEndian, mark.low.littleEndian)) { append($0) }
  }
}

extension ByteReader {
  /// A mark.
  package mutating func mark() throws(Malformed) -> ContentMark {
    ContentMark(high: UInt64(UInt(bitPattern: try int())), low: UInt64(UInt(bitPattern: try int())))
  }

  /// A mark of 16 bytes.
  package mutating func wholeMark() throws(Malformed) -> ContentMark {
    guard bytes.count - offset >= 16 else { throw Malformed() }
    defer { offset += 16 }
    return ContentMark(
      high: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
      low: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
  }
}
