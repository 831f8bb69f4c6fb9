/// A run of words in a text, as UTF-8 byte offsets; `end` is exclusive.
///
/// Bytes, because slicing by them costs nothing; `Exchange` counts code points where JSON asks for them.
package struct Span: Hashable, Comparable, Sendable, Codable {
  /// The offset of the first byte.
  package var start: Int
  /// The offset just past the last byte.
  package var end: Int

  /// A span from `start` up to `end`, both in bytes.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// How many bytes it covers.
  package var length: Int { end - start }
  /// Whether it covers nothing.
  package var isEmpty: Bool { end <= start }

  /// Whether the two share at least one byte.
  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  /// Whether all of `other` lies within.
  package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// The smallest span that covers both.
  package func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
  /// The same span moved by `offset` bytes.
  package func shifted(by offset: Int) -> Span { Span(start + offset, end + offset) }

  /// Orders by start, then by end.
  package static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension String {
  /// The words of a span, letter for letter.
  ///
  /// - Precondition: the span lies on character boundaries of this text.
  package subscript(span: Span) -> Substring {
    let from = utf8.index(utf8.startIndex, offsetBy: span.start)
    let to = utf8.index(from, offsetBy: span.length)
    return self[from..<to]
  }

  /// Whether the span lies inside the text and cuts no code point in two.
  package func holds(_ span: Span) -> Bool {
    guard span.start >= 0, span.start <= span.end, span.end <= utf8.count else { return false }
    func isBoundary(_ offset: Int) -> Bool {
      offset == utf8.count || utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }
    return isBoundary(span.start) && isBoundary(span.end)
  }
}
