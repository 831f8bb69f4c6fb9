internal import Languages
internal import NewsModel
internal import Prose

/// Tells what a careful reader should know of a text.
///
/// It names what is seen, with the words concerned, and gives no verdict on anybody.
final class CarefulReader {
  private let ending: EndingReader
  private let signs: TranslationSigns
  private let languages: MixedLanguages

  /// The reader of a language.
  init(language: Language, tokenizer: Tokenizer) {
    ending = EndingReader(language: language, tokenizer: tokenizer)
    signs = TranslationSigns(language: language, tokenizer: tokenizer)
    languages = MixedLanguages(language: language)
  }

  /// In the order of the text; what concerns the whole of it first.
  func diagnostics(of text: SegmentedText, digest: Digest) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if digest.article.publishedBasis == .masthead {
      found.append(Diagnostic(.mastheadDateUnused, digest.article.published ?? ""))
    }
    found += languages.diagnostics(of: text)
    var placed = quotesLeftOpen(text, digest) + datesWithoutYear(text, digest)
    placed += signs.diagnostics(of: text, actors: digest.actors, quotes: digest.quotes) + ending.diagnostics(of: text)
    placed.sort { ($0.span ?? Span(0, 0), $0.code.rawValue) < ($1.span ?? Span(0, 0), $1.code.rawValue) }
    return found + placed
  }

  private func quotesLeftOpen(_ text: SegmentedText, _ digest: Digest) -> [Diagnostic] {
    let shown = 6  // words: enough to find the place
    return digest.quotes.filter(\.leftOpen).map { quote in
      let tokens = text.tokens(in: quote.span).prefix(shown)
      let words = tokens.isEmpty ? "" : text.words(text.span(tokens.startIndex..<tokens.endIndex))
      return Diagnostic(.quoteLeftOpen, words, span: quote.span)
    }
  }

  /// A day of a month whose year nothing gives.
  private func datesWithoutYear(_ text: SegmentedText, _ digest: Digest) -> [Diagnostic] {
    guard digest.article.trustedPublicationDay == nil else { return [] }
    let first = digest.dates.first { date in
      date.value == nil && text.bytes[date.span.start..<date.span.end].contains { (0x30...0x39).contains($0) }
    }
    return first.map { [Diagnostic(.dateWithoutYear, text.words($0.span), span: $0.span)] } ?? []
  }
}
