internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

private func diagnostics(_ article: Article, quotes: [Quote] = []) -> [Diagnostic] {
  guard let language = Language.named("fr") else { return [] }
  let tokenizer = Tokenizer(language)
  let segments = Segmenter(language).segments(of: article.text)
  var digest = Digest(article: article)
  digest.quotes = quotes
  digest.dates = DateFinder(language: language, tokenizer: tokenizer)
    .dates(in: segments, published: article.trustedPublicationDay)
  return CarefulReader(language: language, tokenizer: tokenizer).diagnostics(of: segments, digest: digest)
}

private func codes(_ text: String) -> [Diagnostic.Code] { diagnostics(Article(id: "a", text: text)).map(\.code) }

/// Enough words that an article could end after them.
private let body = String(repeating: "Le vieux port de la ville reste fermé aux navires de pêche. ", count: 5)

@Suite("Careful reading")
struct CarefulReaderTests {
  @Test("a text that ends without a full stop was cut")
  func truncated() {
    #expect(codes(body) == [])
    #expect(codes(body + "Les pêcheurs de la région demandent depuis un an une aide du") == [.truncated])
    #expect(codes(body + "\nLire la suite") == [.truncated])
  }

  @Test("a text for subscribers says so")
  func paywalled() { #expect(codes(body + "\nCet article est réservé aux abonnés.") == [.paywalled]) }

  @Test("marks of two sentences in a row are a trace of machine translation")
  func strayMarks() {
    let found = diagnostics(Article(id: "a", text: "Le port est fermé. , et les navires attendent. " + body))
    #expect(found.map(\.code) == [.machineTranslation])
    #expect(found.map(\.detail) == ["fermé. ,"])
  }

  @Test("a doubled article and an elision parted from its quote mark are traces as well")
  func otherSigns() {
    #expect(codes("Ils ont vu le le port. " + body) == [.machineTranslation])
    #expect(codes("Il parle d ‘ »urgence ». " + body) == [.machineTranslation])
  }

  @Test("a day without a year is told where the article has no date")
  func withoutYear() {
    let text = "Le port ferme le 10 février. " + body
    #expect(diagnostics(Article(id: "a", text: text)).map(\.detail) == ["le 10 février"])
    #expect(diagnostics(Article(id: "a", text: text, published: "2022-01-20")).isEmpty)
  }

  @Test("a masthead's date is told to be unused")
  func masthead() {
    let article = Article(id: "a", text: body, published: "2023-01-30", publishedBasis: .masthead)
    #expect(diagnostics(article).map(\.code) == [.mastheadDateUnused])
  }

  @Test("a quote left open is told with its first words")
  func leftOpen() {
    let quote = Quote(span: Span(0, 12), form: .direct, utterance: 0, leftOpen: true, rule: "test")
    let found = diagnostics(Article(id: "a", text: body), quotes: [quote])
    #expect(found.map(\.code) == [.quoteLeftOpen])
    #expect(found.map(\.detail) == ["Le vieux"])
  }

  @Test("a paragraph in another language is told")
  func mixed() {
    let other = "The old harbour of this town will stay closed to all fishing boats until the end of the year."
    #expect(codes(body + "\n" + other).contains(.mixedLanguages))
  }
}
