package import Languages
package import NewsModel
internal import Prose

/// Turns one article into its digest. It knows no other article, so it runs anywhere, in any order.
///
/// Not for use by several threads at once: each keeps its own, and reuses it.
package final class Extractor {
  private let languages: [Language]
  private var rules: [String: LanguageRules] = [:]
  /// The rules of the article before, whose language the next one has as a rule.
  private var latest: (code: String?, rules: LanguageRules)?

  /// An extractor for some languages; texts in others are read by what needs no words (marks, digits, capitals).
  package init(languages: [Language] = Language.all) { self.languages = languages }

  /// What one article says.
  package func digest(of article: Article) -> Digest {
    rules(for: article.language ?? LanguageDetector.language(of: article.text)).digest(of: article)
  }

  private func rules(for code: String?) -> LanguageRules {
    if let latest, latest.code == code { return latest.rules }
    let primary = code?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
    let language = languages.first { $0.code == primary } ?? .unknown
    let found = rules[language.code] ?? LanguageRules(language: language)
    rules[language.code] = found
    latest = (code, found)
    return found
  }
}

/// All finders of one language, made once, in the order in which they build on each other.
private final class LanguageRules {
  private let segmenter: Segmenter
  private let actors: ActorFinder
  private let quotes: QuoteFinder
  private let dates: DateFinder
  private let figures: FigureFinder
  private let relays: RelayFinder
  private let keyPoints: KeyPointRanker
  private let careful: CarefulReader

  init(language: Language) {
    let tokenizer = Tokenizer(language)
    segmenter = Segmenter(language)
    actors = ActorFinder(language: language, tokenizer: tokenizer)
    quotes = QuoteFinder(language: language, tokenizer: tokenizer)
    dates = DateFinder(language: language, tokenizer: tokenizer)
    figures = FigureFinder(language: language, tokenizer: tokenizer)
    relays = RelayFinder(language: language, tokenizer: tokenizer)
    keyPoints = KeyPointRanker(language: language, tokenizer: tokenizer)
    careful = CarefulReader(language: language, tokenizer: tokenizer)
  }

  func digest(of article: Article) -> Digest {
    var digest = Digest(article: article)
    guard !article.text.isEmpty else { return digest }
    let text = segmenter.segments(of: article.text)
    digest.relays = relays.relays(in: text)
    digest.actors = actors.actors(in: text, title: article.title, relays: digest.relays)
    digest.dates = dates.dates(in: text, published: article.trustedPublicationDay)
    digest.figures = figures.figures(in: text, dates: digest.dates)
    digest.quotes = quotes.quotes(in: text, actors: digest.actors)
    digest.keyPoints = keyPoints.keyPoints(in: text, digest: digest)
    digest.diagnostics = careful.diagnostics(of: text, digest: digest)
    return digest
  }
}
