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
    #expect(codes(body + "\nLes pêcheurs de la région demandent depuis un an une aide du") == [.truncated])
    #expect(codes(body + "\nNos photos du port et de ses vieux navires de pêche") == [])
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

  private func signs(_ text: String, actors: [Actor] = []) -> [Diagnostic.TranslationSign] {
    guard let language = Language.named("fr") else { return [] }
    let article = Article(id: "a", text: text + " " + body)
    var digest = Digest(article: article)
    digest.actors = actors
    let reader = CarefulReader(language: language, tokenizer: Tokenizer(language))
    return reader.diagnostics(of: Segmenter(language).segments(of: article.text), digest: digest).compactMap(\.sign)
  }

  @Test("each trace of machine translation has its name")
  func named() {
    #expect(signs("Le port est fermé. , et les navires attendent.") == [.strayMarks])
    #expect(signs("Ils ont vu le le port.") == [.doubledWord])
    #expect(signs("Le chef de armée a visité le port.") == [.missingElision])
    #expect(signs("Ils ont parlé de la conflit au port.") == [.brokenAgreement])
    #expect(signs("Les navires est au port depuis lundi.") == [.brokenAgreement])
    #expect(signs("Le gouvernement ont fermé le port.") == [.brokenAgreement])
    #expect(signs("Il dirige le groupe terroriste la base au port.") == [.nameAsNoun])
  }

  @Test("what only looks like a trace is none")
  func noSigns() {
    #expect(signs("Les ténors de la majorité ont quitté le port.").isEmpty)
    #expect(signs("L’un des navires est au port, le onze à midi, et le huit aussi.").isEmpty)
    #expect(signs("La base du port est fermée, et le groupe aussi.").isEmpty)
    #expect(signs("Oui, de A à Z, de EDF à la une du journal du port.").isEmpty)
  }

  @Test("one surname in two transliterations is a trace, a slip of one letter is not")
  func transliterations() {
    func person(_ id: String, _ start: Int, _ end: Int) -> Actor {
      Actor(id: id, name: id, kind: .person, roles: [], mentions: [Span(start, end)])
    }
    let text = "Zaloujny et Zaluzhny sont au port."
    #expect(signs(text, actors: [person("a", 0, 8), person("b", 12, 20)]) == [.mixedTransliterations])
    let slip = "Zaluzhny et Zaluzhni sont au port."
    #expect(signs(slip, actors: [person("a", 0, 8), person("b", 12, 20)]).isEmpty)
  }

  @Test("points of suspension cut a sentence only after a word that cannot end one, and credits cut nothing")
  func suspension() {
    let long = String(repeating: body, count: 4)
    #expect(codes(long + "Le conseil verra bien ce que diront les pêcheurs du port, dans un an...").isEmpty)
    #expect(codes(long + "Le conseil verra bien ce que diront les pêcheurs du port dans le...") == [.truncated])
    #expect(codes(long + "Reportage de Anna Petit et Paul Martin, Jean Roux pour le Port").isEmpty)
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
