internal import CXXHash
internal import NewsModel

extension ContentMark {
  /// The mark of some bytes (XXH3, Collet).
  init(_ bytes: UnsafeRawBufferPointer) {
    let digest = cxxhash_128(bytes.baseAddress, bytes.count)
    self.init(high: digest.high, low: digest.low)
  }

  /// The mark of some bytes.
  init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentMark($0) } }

  /// The mark of what was written.
  init(_ written: borrowing ByteWriter) { self.init(written.bytes) }

  /// Puts the 16 bytes of the mark behind others.
  func append(to out: inout [UInt8]) {
    withUnsafeBytes(of: high.littleEndian) { out.append(contentsOf: $0) }
    withUnsafeBytes(of: low.littleEndian) { out.append(contentsOf: $0) }
  }
}
