import Foundation
import NewsModel
import Testing

@testable import Compose

/// What editions print of articles that were changed since.
@Suite("Passages that editions told")
struct ToldPassagesTests {
  private static let before = "Deux cents marins ont quitté le port. Le bac repart jeudi matin."
  private static let now = "Dix marins ont quitté le port. Le bac repart jeudi matin."

  private func span(_ words: String, in text: String) throws -> Span {
    let range = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }

  private func told(_ passages: [Span], printed: String, texts: [String]) throws -> [Span] {
    var edition = Edition(
      day: try #require(CivilDay(iso: "2031-11-16")), number: 1, state: .closed, articles: ["a"], stories: [],
      summary: "",
      markdown: printed)
    edition.passages = passages.map { Passage(article: "a", span: $0) }
    let digest = Digest(article: Article(id: "a", text: texts[0]))
    return (ToldPassages([edition], wordings: texts.count > 1 ? ["a": texts] : [:]).byArticle(["a": digest])["a"] ?? [])
      .map(\.span)
  }

  @Test("A place that holds other words now, or half of one, was never printed")
  func changed() throws {
    let old = try span("Le bac repart jeudi matin.", in: ToldPassagesTests.before)
    let texts = [ToldPassagesTests.now, ToldPassagesTests.before]
    #expect(try told([old], printed: "Le bac repart jeudi matin.", texts: texts).isEmpty)
    let cut = try span("bac repart", in: ToldPassagesTests.before)
    #expect(try told([cut], printed: "jeudi mat", texts: texts).isEmpty)
  }

  @Test("What is the same in both wordings, or what a correction printed of the new one, stays")
  func same() throws {
    let texts = ["\(ToldPassagesTests.now) Fin.", ToldPassagesTests.now]
    let port = try span("Le bac repart jeudi matin.", in: ToldPassagesTests.now)
    #expect(try told([port], printed: "", texts: texts) == [port], "no look at what was printed is needed")
    let changed = [ToldPassagesTests.now, ToldPassagesTests.before]
    let sailors = try span("Dix marins", in: ToldPassagesTests.now)
    let old = try span("Deux cents marins", in: ToldPassagesTests.before)
    #expect(try told([old, sailors], printed: "Deux cents marins, corrigé : Dix marins", texts: changed) == [sailors])
    #expect(try told([old], printed: "", texts: [ToldPassagesTests.before]) == [old], "there is one wording")
  }
}
