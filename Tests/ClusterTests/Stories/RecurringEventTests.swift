import Extract
import Foundation
import NewsModel
import Testing

@testable import Cluster

/// Events of one kind told in the same words on the same day, at two places, of two sets of people: earthquakes,
/// elections, trials, derailments, matches, strikes; of two earthquakes in two languages each.
@Suite("Recurring events")
struct RecurringEventTests {
  private struct Written: Decodable {
    var id: String
    var event: String
    var language: String
    var published: String
    var title: String
    var text: String
  }

  private func sketches(_ wanted: (Written) -> Bool = { _ in true }) throws -> [(event: String, sketch: ArticleSketch)]
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("recurring-events.json")
    let (extractor, sketcher) = (Extractor(), Sketcher())
    return try JSONDecoder().decode([Written].self, from: Data(contentsOf: file)).filter(wanted).map { written in
      let article = Article(
        id: written.id, text: written.text, title: written.title, published: written.published,
        publishedBasis: .given, language: written.language)
      return (written.event, sketcher.sketch(of: extractor.digest(of: article)))
    }
  }

  private func stories(_ sketches: [ArticleSketch]) -> [[String]] {
    Clusterer().clustering(of: sketches) { ids in
      ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }
    }.stories.map(\.articles)
  }

  @Test("all in one batch, each event is a story of its own, and its two languages are one")
  func together() throws {
    let all = try sketches()
    let events = Dictionary(grouping: all, by: \.event).values.map { $0.map(\.sketch.article).sorted() }
    #expect(Set(stories(all.map(\.sketch))) == Set(events))
  }

  @Test("two by two, however few articles tell what is rare", arguments: ["q", "v", "p", "d", "m", "s"])
  func pairs(kind: String) throws {
    let pair = try sketches { $0.id.hasPrefix(kind) }.map(\.sketch)
    try #require(pair.count == 2)
    #expect(stories(pair).count == 2)
    let why = try #require(Clusterer().explanation(pair[0].article, pair[1].article, in: pair))
    #expect(why.veto == .whoAndWhere || why.meanLikeness < why.threshold)
  }

  @Test("a name that both have lifts the veto, recognized in both or not")
  func lifted() throws {
    let quakes = try sketches { $0.id.hasPrefix("q") }.map(\.sketch)
    let apart = try #require(Clusterer().explanation("q1", "q2", in: quakes))
    #expect(apart.veto == .whoAndWhere)
    var named = quakes
    named[1].bridge += named[0].bridge.filter { named[0].named.contains($0.key) }.prefix(1)
    let near = try #require(Clusterer().explanation("q1", "q2", in: named))
    #expect(near.veto == nil)
  }
}
