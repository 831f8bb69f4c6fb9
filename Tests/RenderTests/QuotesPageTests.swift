import NewsModel
import Testing

@testable import Render

@Suite("Quotes by speaker")
struct QuotesPageTests {
  /// The names that the page gives to groups of quotes, with the words of each.
  private func groups(_ change: (inout ArticleReport) -> Void = { _ in }) throws -> [String] {
    var composition = SampleComposition.composition(SiteSettings(language: "en"))
    let at = try #require(composition.articles.firstIndex { $0.digest.article.id == "barrage-a" })
    var digest = composition.articles[at].digest
    func span(_ words: String) -> Span { SampleComposition.span(words, in: digest.article.text) }
    func quote(_ words: String, _ number: Int, _ form: Quote.Form, _ speaker: Speaker?) -> Quote {
      Quote(span: span(words), form: form, utterance: number, speaker: speaker, rule: "test")
    }
    digest.actors.append(Actor(id: "clerk", name: "Jean Testa", kind: .person, mentions: [span("les élus")]))
    digest.quotes = [
      quote("Nous ne laisserons aucune vallée sans eau", 0, .direct, nil),
      quote(
        "Les travaux doivent commencer en mars 2024", 1, .indirect,
        Speaker(actor: "clerk", span: span("les élus"), basis: .stated)),
      quote("Le chantier sera public", 2, .direct, Speaker(actor: nil, span: span("son cabinet"), basis: .stated)),
    ]
    var report = composition.articles[at].with(digest: digest)
    change(&report)
    composition.articles = [report]
    let words = InterfaceWords(language: "en", library: try TemplateLibrary(theme: nil, overrides: []))
    let desk = Desk(site: SiteIndex(composition), words: words, path: "quotes/")
    guard case .list(let groups)? = QuotesPage(desk: desk).draft.values.view["groups"] else { return [] }
    return groups.compactMap { group in
      guard case .record(let record) = group, case .text(let name)? = record.view["name"],
        case .list(let rows)? = record.view["rows"]
      else { return nil }
      return "\(name): \(rows.count)"
    }
  }

  @Test("Who is named without a page stands by name, before whoever is told without one and quotes of nobody")
  func names() throws {
    #expect(try groups() == ["Jean Testa: 1", "Speakers told without a name: 1", "Speaker not stated: 1"])
  }

  @Test("Reported speech of which a shred may be printed is left out, spoken words are not")
  func shreds() throws {
    let shown = try groups { report in
      let text = report.digest.article.text
      report = report.with(
        printable: ["Les travaux", "Nous ne laisserons", "Le chantier sera public"].map {
          SampleComposition.span($0, in: text)
        }.sorted())
    }
    #expect(shown == ["Speakers told without a name: 1", "Speaker not stated: 1"])
  }
}
