internal import CXXHash
internal import NewsModel

/// Checksums of what the archive holds, so that bytes that a disk changed are not taken for what was written.
///
/// XXH3 (Collet): as fast as memory; it tells accidents, not attackers.
package enum Checksum {
  /// 128 bits of some bytes, as 32 hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digest = bytes.withUnsafeBytes { cxxhash_128($0.baseAddress, $0.count) }
    return padded(digest.high) + padded(digest.low)
  }

  /// 128 bits of several texts; where one ends and the next begins counts.
  package static func hex(of texts: [String]) -> String {
    var out = ByteWriter()
    for text in texts { out.put(text) }
    return hex(out.bytes)
  }

  /// 128 bits as a key.
  package struct Mark: Hashable, Sendable {
    package var high: UInt64
    package var low: UInt64

    /// A mark that was kept.
    package init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }

    /// The mark of some bytes.
    package init(_ bytes: UnsafeRawBufferPointer) {
      let digest = cxxhash_128(bytes.baseAddress, bytes.count)
      self.init(high: digest.high, low: digest.low)
    }
  }

  /// 64 bits of some bytes, as SQLite keeps whole numbers.
  static func number(_ bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: bytes.withUnsafeBytes { cxxhash_64($0.baseAddress, $0.count) })
  }

  /// 64 bits of bytes that lie somewhere else.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    Int64(bitPattern: cxxhash_64(bytes.baseAddress, bytes.count))
  }

  private static func padded(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
