internal import CXXHash
package import NewsModel

/// Checksums of what the archive holds, so that bytes that a disk changed are not taken for what was written.
///
/// XXH3 (Collet): as fast as memory; it tells accidents, not attackers.
package enum Checksum {
  /// 128 bits of some bytes, as 32 hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { mark($0) }.hexadecimal
  }

  /// 128 bits of several texts; where one ends and the next begins counts.
  package static func hex(of texts: [String]) -> String {
    var out = ByteWriter()
    for text in texts { out.put(text) }
    return hex(out.bytes)
  }

  /// 128 bits of bytes that lie somewhere else.
  package static func mark(_ bytes: UnsafeRawBufferPointer) -> ContentMark {
    let digest = cxxhash_128(bytes.baseAddress, bytes.count)
    return ContentMark(high: digest.high, low: digest.low)
  }

  /// 64 bits of some bytes, as SQLite keeps whole numbers.
  static func number(_ bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: bytes.withUnsafeBytes { cxxhash_64($0.baseAddress, $0.count) })
  }

  /// 64 bits of bytes that lie somewhere else.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    Int64(bitPattern: cxxhash_64(bytes.baseAddress, bytes.count))
  }
}
