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
    var before = [0]
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { count += 1 }
      if (offset + 1) % CodePoints.block == 0 { before.append(count) }
    }
    self.before = before
  }

  /// How many code points start before a byte offset.
  package func offset(ofByte byte: Int) -> Int {
    let byte = min(max(0, byte), bytes.count)
    let first = byte / CodePoints.block
    var count = before[first]
    for at in (first * CodePoints.block)..<byte where bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte offset of a code point, or nil past the end.
  package func byte(ofOffset offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    var block = before.partitioningIndex { $0 > offset } - 1
    block = max(0, block)
    var count = before[block]
    var at = block * CodePoints.block
    while at < bytes.count {
      if bytes[at] & 0xC0 != 0x80 {
        if count == offset { return at }
        count += 1
      }
      at += 1
    }
    return count == offset ? bytes.count : nil
  }

  /// A byte span in code points.
  package func range(_ span: Span) -> (start: Int, end: Int) { (offset(ofByte: span.start), offset(ofByte: span.end)) }

  /// A code point range in bytes, or nil where it does not lie in the text.
  package func span(_ start: Int, _ end: Int) -> Span? {
    guard start <= end, let from = byte(ofOffset: start), let to = byte(ofOffset: end) else { return nil }
    return Span(from, to)
  }
}

extension Array {
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
