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
    [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
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
