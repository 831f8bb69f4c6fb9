import NewsModel
import Testing

@testable import Render

/// What a merged quote says of the versions that it is made of.
struct QuoteReadingTests {
  /// The line below the one quote of a story whose second version has some words.
  private func line(shown: String, second: String) throws -> String {
    var composition = SampleComposition.composition(SiteSettings(language: "en"))
    func quoting(_ id: String, _ words: String) throws -> ArticleReport {
      let report = try #require(composition.articles.first { $0.digest.article.id == id })
      var digest = report.digest
      digest.quotes = [
        Quote(
          span: SampleComposition.span(words, in: digest.article.text), form: .indirect, utterance: 0, rule: "test")
      ]
      return report.with(digest: digest)
    }
    let articles = [try quoting("barrage-a", shown), try quoting("barrage-b", second)]
    composition.articles = composition.articles.map { article in
      articles.first { $0.digest.article.id == article.digest.article.id } ?? article
    }
    let site = SiteIndex(composition)
    let words = InterfaceWords(language: "en", library: try TemplateLibrary(theme: nil, overrides: []))
    let quote = StoryQuote(versions: articles.map { .init(article: $0.digest.article.id, quote: 0) }, speakers: [])
    let record = try #require(Desk(site: site, words: words, path: "").quote(quote))
    guard case .list(let readings)? = record.view["partly"] else { return "" }
    let texts = readings.map { reading -> String in
      guard case .text(let text) = reading else { return "" }
      return text
    }
    return texts.joined(separator: "; ")
  }

  @Test("a version in other words, or with another figure, is shown in its own")
  func otherWords() throws {
    let line = try line(
      shown: "a inspecté lundi le barrage de Sarmelle pendant quelques heures",
      second: "a inspecté lundi le barrage de Sarmelle pendant trois heures")
    #expect(line == "A2 words it otherwise: “a inspecté lundi le barrage de Sarmelle pendant trois heures”")
  }

  @Test("a version that keeps a part is shown with it, and one with the same words is not repeated")
  func part() throws {
    let part = try line(
      shown: "La ministre Odile Varenne a inspecté lundi le barrage de Sarmelle", second: "le barrage de Sarmelle")
    #expect(part == "One version keeps a part only: “le barrage de Sarmelle”")
    #expect(try line(shown: "le barrage de Sarmelle", second: "le barrage de Sarmelle") == "")
  }
}
