internal import NewsModel

/// Writes arrays of numbers as they lie in memory: only the program that wrote them reads them again.
struct FlatWriter {
  private(set) var bytes: [UInt8] = []

  /// Nothing is written yet.
  init() {}

  /// The length in bytes, then the numbers.
  mutating func put<Number: BitwiseCopyable>(_ numbers: [Number]) {
    numbers.withUnsafeBytes { raw in
      withUnsafeBytes(of: UInt64(raw.count)) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: raw)
    }
  }
}

/// Reads what `FlatWriter` wrote; every answer is checked against the bytes that are there.
struct FlatReader {
  /// The bytes end too early, or hold what no writer writes.
  struct Malformed: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// A reader of bytes that outlive it.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The numbers of one array.
  mutating func numbers<Number: BitwiseCopyable>() throws -> [Number] {
    guard bytes.count - offset >= 8 else { throw Malformed() }
    let length = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    offset += 8
    let stride = MemoryLayout<Number>.stride
    guard length <= UInt64(bytes.count - offset), length.isMultiple(of: UInt64(stride)) else { throw Malformed() }
    let data = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)])
    offset += Int(length)
    return [Number](unsafeUninitializedCapacity: data.count / stride) { room, used in
      UnsafeMutableRawBufferPointer(room).copyMemory(from: data)
      used = data.count / stride
    }
  }

  /// The marks of one array.
  mutating func numbers() throws -> [ContentMark] {
    let halves: [UInt64] = try numbers()
    guard halves.count.isMultiple(of: 2) else { throw Malformed() }
    return stride(from: 0, to: halves.count, by: 2).map { ContentMark(high: halves[$0], low: halves[$0 + 1]) }
  }
}

extension FlatWriter {
  /// Marks, each as two numbers.
  mutating func put(_ marks: [ContentMark]) {
    var halves: [UInt64] = []
    halves.reserveCapacity(2 * marks.count)
    for mark in marks {
      halves.append(mark.high)
      halves.append(mark.low)
    }
    put(halves)
  }
}

extension [UInt32] {
  /// Whether no number is less than the one before.
  var isRising: Bool {
    for at in indices.dropFirst() where self[at] < self[at - 1] { return false }
    return true
  }
}
