internal import CXXHash
internal import NewsModel

extension ContentMark {
  /// The mark of some bytes (XXH3, Collet).
  init(_ bytes: [UInt8]) {
    let digest = bytes.withUnsafeBytes { cxxhash_128($0.baseAddress, $0.count) }
    self.init(high: digest.high, low: digest.low)
  }

  /// The mark of what was written.
  init(_ written: borrowing ByteWriter) { self.init(written.bytes) }

  /// Puts the 16 bytes of the mark behind others.
  func append(to out: inout [UInt8]) {
    withUnsafeBytes(of: high.littleEndian) { out.append(contentsOf: $0) }
    withUnsafeBytes(of: low.littleEndian) { out.append(contentsOf: $0) }
  }
}
