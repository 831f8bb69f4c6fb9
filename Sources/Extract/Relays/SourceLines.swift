internal import NewsModel
internal import Prose

/// Finds lines that credit a source by themselves: "source: https://…", or "la source :" and a name on the next line.
///
/// On such a line any name counts, known or not. The line is short; a sentence that starts with the same word is none.
struct SourceLines {
  /// A longer line is a sentence.
  private static let longestName = 8  // words

  let openings: PhraseTable<Bool>

  /// The credits of a text, in order.
  func relays(in text: SegmentedText) -> [Relay] {
    guard !openings.isEmpty else { return [] }
    var found: [Relay] = []
    for (index, paragraph) in text.paragraphs.enumerated() {
      guard let behind = behindOpening(paragraph.tokens, text) else { continue }
      if behind < paragraph.tokens.upperBound {
        let span = Span(text.tokens[behind].span.start, paragraph.span.end)
        if let relay = relay(span, from: paragraph.span.start, text) { found.append(relay) }
      } else if index + 1 < text.paragraphs.count {
        let next = text.paragraphs[index + 1]
        if let first = next.tokens.first(where: { text.tokens[$0].isWordLike }) {
          let span = Span(text.tokens[first].span.start, next.span.end)
          if let relay = relay(span, from: span.start, text) { found.append(relay) }
        }
      }
    }
    return found
  }

  /// The first token behind "source:", or nil where the line opens otherwise.
  private func behindOpening(_ tokens: Range<Int>, _ text: SegmentedText) -> Int? {
    guard let first = tokens.first(where: { text.tokens[$0].isWordLike }), first - tokens.lowerBound <= 2,
      let (end, _) = openings.match(text.tokens, at: first, limit: tokens.upperBound), end < tokens.upperBound,
      text.tokens[end].kind == .separator, text.bytes[text.tokens[end].span.start] == 0x3A
    else { return nil }
    return end + 1
  }

  private func relay(_ span: Span, from start: Int, _ text: SegmentedText) -> Relay? {
    if let url = url(in: span, text.bytes) {
      return Relay(span: Span(start, url.end), name: nil, url: text.words(url))
    }
    let words = text.tokens(in: span).filter { text.tokens[$0].isWordLike }
    guard let last = words.last, words.count <= SourceLines.longestName else { return nil }
    let name = Span(span.start, text.tokens[last].span.end)
    return Relay(span: Span(start, name.end), name: text.words(name))
  }

  /// The address that starts a span, up to the next white space.
  private func url(in span: Span, _ bytes: [UInt8]) -> Span? {
    for scheme in ["https://", "http://"] where bytes[span.start..<span.end].starts(with: scheme.utf8) {
      var end = span.start
      while end < span.end, bytes[end] > 0x20 { end += 1 }
      return end - span.start > scheme.utf8.count ? Span(span.start, end) : nil
    }
    return nil
  }
}
