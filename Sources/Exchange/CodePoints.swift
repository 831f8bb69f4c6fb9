package import NewsModel

/// Converts between the byte offsets used inside and the code points that JSON counts in.
package struct CodePoints: Sendable {
  private let bytes: [UInt8]
  /// How many code points start before each block of `block` bytes.
  private let before: [Int]
  private static let block = 64

  /// An index of a text.
  package init(_ text: String) {
    bytes = Array(text.utf8)
    before = bytes.withUnsafeBufferPointer { bytes in
      var before = [0]
      before.reserveCapacity(bytes.count / CodePoints.block + 2)
      var from = 0
      while from + CodePoints.block <= bytes.count {
        before.append(before[before.count - 1] + CodePoints.starts(in: bytes, from, from + CodePoints.block))
        from += CodePoints.block
      }
      return before
    }
  }

  /// How many code points start before a byte offset.
  package func offset(ofByte byte: Int) -> Int {
    let byte = min(max(0, byte), bytes.count)
    let block = byte / CodePoints.block
    return before[block] + bytes.withUnsafeBufferPointer { CodePoints.starts(in: $0, block * CodePoints.block, byte) }
  }

  /// How many code points start in a range of bytes.
  @inline(__always)
  private static func starts(in bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    var continuations = 0
    var at = from
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= to {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The top bit is set and the next one is not.
      continuations += ((word & ~(word << 1)) & 0x8080_8080_8080_8080).nonzeroBitCount
      at += 8
    }
    while at < to {
      continuations += (bytes[at] & 0xC0) == 0x80 ? 1 : 0
      at += 1
    }
    return to - from - continuations
  }

  /// The byte offset of a code point, or nil past the end.
  package func byte(ofOffset offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    var block = before.partitioningIndex { $0 > offset } - 1
    block = max(0, block)
    var count = before[block]
    var at = block * CodePoints.block
    return bytes.withUnsafeBufferPointer { bytes in
      // Eight at a time as long as the place lies behind them.
      while at + 8 <= bytes.count, case let starts = CodePoints.starts(in: bytes, at, at + 8), count + starts < offset {
        count += starts
        at += 8
      }
      while at < bytes.count {
        if bytes[at] & 0xC0 != 0x80 {
          if count == offset { return at }
          count += 1
        }
        at += 1
      }
      return count == offset ? bytes.count : nil
    }
  }

  /// Whether some words stand at a span of the text, letter for letter.
  func holds(_ words: String, at span: Span) -> Bool {
    guard words.utf8.count == span.length else { return false }
    return bytes.withUnsafeBufferPointer { text in
      words.utf8.withContiguousStorageIfAvailable { words in
        words.indices.allSatisfy { words[$0] == text[span.start + $0] }
      } ?? false
    }
  }

  /// A byte span in code points.
  package func range(_ span: Span) -> (start: Int, end: Int) { (offset(ofByte: span.start), offset(ofByte: span.end)) }

  /// A code point range in bytes, or nil where it does not lie in the text.
  package func span(_ start: Int, _ end: Int) -> Span? {
    guard start <= end, let from = byte(ofOffset: start), let to = byte(ofOffset: end) else { return nil }
    return Span(from, to)
  }
}
