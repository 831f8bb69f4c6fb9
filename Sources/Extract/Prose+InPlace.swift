internal import NewsModel
internal import Prose

// Small questions of `Prose` and `NewsModel` again, asked many times for every token of every text: only here, in this
// module, does the compiler answer them in place.

extension Token {
  /// Whether it is made of letters or digits.
  @inline(__always)
  var isWordLike: Bool { kind == .word || kind == .number || kind == .mixed }
}

extension Span {
  /// How many bytes it covers.
  @inline(__always)
  var length: Int { end - start }
}

extension SegmentedText {
  /// The index of the first token that starts at or after a byte offset; `tokens.count` where there is none.
  func token(from offset: Int) -> Int { tokens.partitioningIndex { $0.span.start >= offset } }
}
