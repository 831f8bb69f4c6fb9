/// Writes values into bytes: whole numbers as zigzag varints (Protocol Buffers' encoding), texts with their length.
public struct ByteWriter: Sendable {
  @usableFromInline var buffer: [UInt8] = []

  /// What was written.
  @inlinable public var bytes: [UInt8] { buffer }

  /// Nothing is written yet.
  @inlinable public init() {}

  /// Takes back what was written; the room for it stays.
  @inlinable public mutating func removeAll() { buffer.removeAll(keepingCapacity: true) }

  /// Bytes as they are, without their count.
  @inlinable public mutating func append(_ data: UnsafeRawBufferPointer) { buffer.append(contentsOf: data) }

  /// A whole number.
  @inlinable public mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(rest))
  }

  /// A flag.
  @inlinable public mutating func put(_ flag: Bool) { buffer.append(flag ? 1 : 0) }

  /// A number, by its bits.
  @inlinable public mutating func put(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { buffer.append(contentsOf: $0) }
  }

  /// A text.
  @inlinable public mutating func put(_ text: String) {
    put(text.utf8.count)
    buffer.append(contentsOf: text.utf8)
  }

  /// Bytes, with their count.
  @inlinable public mutating func put(_ data: UnsafeRawBufferPointer) {
    put(data.count)
    buffer.append(contentsOf: data)
  }

  /// A flag, then the value where there is one.
  @inlinable public mutating func put<T>(_ value: T?, _ body: (inout ByteWriter, T) -> Void) {
    put(value != nil)
    if let value { body(&self, value) }
  }

  /// The count, then the values.
  @inlinable public mutating func put<T>(_ list: [T], _ body: (inout ByteWriter, T) -> Void) {
    put(list.count)
    for value in list { body(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote; every answer is checked against the bytes that are there.
public struct ByteReader {
  /// The bytes end too early, or hold what no writer writes.
  public struct Malformed: Error {
    /// The bytes are not what was expected.
    @inlinable public init() {}
  }

  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var offset = 0

  /// A reader of bytes that outlive it.
  @inlinable public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read.
  @inlinable public var isAtEnd: Bool { offset == bytes.count }

  /// A whole number.
  @inlinable public mutating func int() throws(Malformed) -> Int {
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
  @inlinable public mutating func flag() throws(Malformed) -> Bool {
    guard offset < bytes.count, bytes[offset] <= 1 else { throw Malformed() }
    offset += 1
    return bytes[offset - 1] == 1
  }

  /// A number.
  @inlinable public mutating func double() throws(Malformed) -> Double {
    guard offset + 8 <= bytes.count else { throw Malformed() }
    let pattern = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    offset += 8
    return Double(bitPattern: UInt64(littleEndian: pattern))
  }

  /// A text.
  @inlinable public mutating func text() throws(Malformed) -> String {
    let length = try int()
    guard length >= 0, length <= bytes.count - offset else { throw Malformed() }
    defer { offset += length }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self)
  }

  /// Where a text or bytes stand that were written with their count.
  @inlinable public mutating func range() throws(Malformed) -> Range<Int> {
    let length = try int()
    guard length >= 0, length <= bytes.count - offset else { throw Malformed() }
    defer { offset += length }
    return offset..<offset + length
  }

  /// How many bytes were read.
  @inlinable public var position: Int { offset }

  /// A value, if there is one.
  @inlinable public mutating func optional<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> T?
  {
    try flag() ? try body(&self) : nil
  }

  /// How many values follow: each takes a byte at least, so a false count cannot ask for more memory than there are
  /// bytes.
  @inlinable public mutating func count() throws(Malformed) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - offset else { throw Malformed() }
    return count
  }

  /// Values, as many as were written.
  @inlinable public mutating func list<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> [T] {
    let count = try count()
    var list: [T] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }
}
