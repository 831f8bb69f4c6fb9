/// Writes values into bytes: whole numbers as zigzag varints (Protocol Buffers' encoding), texts with their length.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  /// Nothing is written yet.
  package init() {}

  /// A whole number.
  package mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A flag.
  package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number, by its bits.
  package mutating func put(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text.
  package mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Bytes, with their count.
  package mutating func put(_ data: UnsafeRawBufferPointer) {
    put(data.count)
    bytes.append(contentsOf: data)
  }

  /// A flag, then the value where there is one.
  package mutating func put<T>(_ value: T?, _ body: (inout ByteWriter, T) -> Void) {
    put(value != nil)
    if let value { body(&self, value) }
  }

  /// The count, then the values.
  package mutating func put<T>(_ list: [T], _ body: (inout ByteWriter, T) -> Void) {
    put(list.count)
    for value in list { body(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote; every answer is checked against the bytes that are there.
package struct ByteReader {
  /// The bytes end too early, or hold what no writer writes.
  package struct Malformed: Error {
    /// The bytes are not what was expected.
    package init() {}
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// A reader of bytes that outlive it.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read.
  package var isAtEnd: Bool { offset == bytes.count }

  /// A whole number.
  package mutating func int() throws(Malformed) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: (value >> 1)) ^ -Int64(value & 1)) }
      shift += 7
    }
    throw Malformed()
  }

  /// A flag.
  package mutating func flag() throws(Malformed) -> Bool {
    guard offset < bytes.count, bytes[offset] <= 1 else { throw Malformed() }
    offset += 1
    return bytes[offset - 1] == 1
  }

  /// A number.
  package mutating func double() throws(Malformed) -> Double {
    guard offset + 8 <= bytes.count else { throw Malformed() }
    let pattern = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    offset += 8
    return Double(bitPattern: UInt64(littleEndian: pattern))
  }

  /// A text.
  package mutating func text() throws(Malformed) -> String {
    let length = try int()
    guard length >= 0, length <= bytes.count - offset else { throw Malformed() }
    defer { offset += length }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self)
  }

  /// A value, if there is one.
  package mutating func optional<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> T? {
    try flag() ? try body(&self) : nil
  }

  /// How many values follow: each takes a byte at least, so a false count cannot ask for more memory than there are
  /// bytes.
  package mutating func count() throws(Malformed) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - offset else { throw Malformed() }
    return count
  }

  /// Values, as many as were written.
  package mutating func list<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> [T] {
    let count = try count()
    var list: [T] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }
}
