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
}

extension ByteReader {
  /// A mark.
  package mutating func mark() throws(Malformed) -> ContentMark {
    ContentMark(high: UInt64(UInt(bitPattern: try int())), low: UInt64(UInt(bitPattern: try int())))
  }
}
