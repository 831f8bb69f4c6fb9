internal import Foundation

/// Where the lines of a text lie that hold more than spaces, with their numbers.
package struct NumberedLines: Sendable {
  /// A line.
  package struct Line: Sendable, Equatable {
    /// From 1, with the empty lines before it.
    package var number: Int
    /// Its bytes, without the line feed.
    package var range: Range<Int>
  }

  private var lines: [Line] = []

  /// The lines of some bytes, which are UTF-8 or of any encoding that keeps ASCII.
  package init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      var number = 0
      while start < bytes.count {
        let found = memchr(base + start, 0x0A, bytes.count - start)
        let end = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? bytes.count
        number += 1
        if bytes[start..<end].contains(where: { $0 > 0x20 }) { lines.append(Line(number: number, range: start..<end)) }
        start = end + 1
      }
    }
  }
}

extension NumberedLines: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { lines.count }
  package subscript(index: Int) -> Line { lines[index] }
}
