package import NewsModel

/// A text cut once into paragraphs, sentences and tokens; all rules read from it.
package final class SegmentedText: Sendable {
  /// A sentence and its tokens.
  package struct Sentence: Sendable, Equatable {
    /// In bytes, without the white space around.
    package var span: Span
    /// Indices into `tokens`.
    package var tokens: Range<Int>
    /// An index into `paragraphs`.
    package var paragraph: Int
  }
  /// A paragraph: a line of the text that is not empty.
  package struct Paragraph: Sendable, Equatable {
    /// In bytes, without the white space around.
    package var span: Span
    /// Indices into `sentences`.
    package var sentences: Range<Int>
    /// Indices into `tokens`.
    package var tokens: Range<Int>
  }
  package let text: String
  package let bytes: [UInt8]
  package let tokens: [Token]
  package let sentences: [Sentence]
  package let paragraphs: [Paragraph]

  /// A text with its parts, as `Segmenter` makes it.
  init(text: String, bytes: [UInt8], tokens: [Token], sentences: [Sentence], paragraphs: [Paragraph]) {
    self.text = text
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
    self.paragraphs = paragraphs
  }

  /// The words of a span, letter for letter.
  package func words(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The span from the first to the last of some tokens.
  package func span(_ tokens: Range<Int>) -> Span {
    guard !tokens.isEmpty else { return Span(0, 0) }
    return Span(self.tokens[tokens.lowerBound].span.start, self.tokens[tokens.upperBound - 1].span.end)
  }

  /// The index of the sentence that holds a byte offset, or of the one before it.
  package func sentence(at offset: Int) -> Int? {
    let index = sentences.partitioningIndex { $0.span.start > offset }
    return index == 0 ? (sentences.isEmpty ? nil : 0) : index - 1
  }

  /// The index of the paragraph that holds a byte offset, or of the one before it.
  package func paragraph(at offset: Int) -> Int? {
    let index = paragraphs.partitioningIndex { $0.span.start > offset }
    return index == 0 ? (paragraphs.isEmpty ? nil : 0) : index - 1
  }

  /// The index of the first token that starts at or after a byte offset; `tokens.count` where there is none.
  package func token(from offset: Int) -> Int { tokens.partitioningIndex { $0.span.start >= offset } }

  /// The tokens that lie wholly within a span.
  package func tokens(in span: Span) -> Range<Int> {
    let from = token(from: span.start)
    var to = from
    while to < tokens.count, tokens[to].span.end <= span.end { to += 1 }
    return from..<to
  }
}
