import Extract
import Foundation
import NewsModel
import Testing

@testable import Cluster

/// Batches of few articles, where nothing in the batch tells what is rare: two reports of one event and nothing else,
/// two of events of one kind on near days.
@Suite("Batches of few articles")
struct SmallBatchTests {
  private struct Written: Decodable {
    var id: String
    var event: String
    var language: String
    var published: String
    var title: String
    var text: String
  }
  /// Two reports of one event; see `ToldDifferencesTests`.
  private struct Told: Decodable {
    struct Report: Decodable {
      var id: String
      var title: String
      var published: String
      var text: String
    }
    var id: String
    var language: String
    var articles: [Report]
  }
  private typealias Known = (event: String, sketch: ArticleSketch)

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func sketches(_ written: [Written]) -> [Known] {
    let (extractor, sketcher) = (Extractor(), Sketcher())
    return written.map { written in
      let article = Article(
        id: written.id, text: written.text, title: written.title, published: written.published,
        publishedBasis: .given, language: written.language)
      return (written.event, sketcher.sketch(of: extractor.digest(of: article)))
    }
  }

  /// Strikes, fires and votes of three places each on near days, every one in two reports.
  private func neighbours() throws -> [Known] {
    let file = SmallBatchTests.tests.appendingPathComponent("ClusterTests/Stories/neighbouring-events.json")
    return sketches(try JSONDecoder().decode([Written].self, from: Data(contentsOf: file)))
  }

  /// Pairs of reports of one event by two newsrooms in words of their own.
  private func told() throws -> [Known] {
    let file = SmallBatchTests.tests.appendingPathComponent("ComposeTests/Told/pairs.jsonl")
    let pairs = try Data(contentsOf: file).split(separator: 0x0A).map {
      try JSONDecoder().decode(Told.self, from: Data($0))
    }
    return sketches(
      pairs.flatMap { pair in
        pair.articles.map { report in
          Written(
            id: report.id, event: pair.id, language: pair.language, published: report.published, title: report.title,
            text: report.text)
        }
      })
  }

  private func stories(_ batch: [Known]) -> [[String]] {
    Clusterer().clustering(of: batch.map(\.sketch)) { ids in
      ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }
    }.stories.map(\.articles)
  }

  @Test("Two reports of one event, alone, are one story in nearly all cases")
  func pairs() throws {
    for (name, articles, least) in [("told", try told(), 0.85), ("neighbours", try neighbours(), 1)] {
      let events = Dictionary(grouping: articles, by: \.event)
      let missed = events.filter { stories($0.value).count > 1 }.keys.sorted()
      #expect(events.count >= 9 && events.values.allSatisfy { $0.count == 2 })
      #expect(
        Double(events.count - missed.count) >= least * Double(events.count), "\(name), of \(events.count): \(missed)")
    }
  }

  @Test("Two reports of two events of one kind, alone, are two stories")
  func apart() throws {
    let articles = try neighbours()
    for (index, a) in articles.enumerated() {
      for b in articles[..<index] where a.event != b.event {
        #expect(stories([a, b]).count == 2, "\(a.sketch.article), \(b.sketch.article)")
      }
    }
  }

  @Test("All events of one kind together are told apart, and so are those of all kinds")
  func kinds() throws {
    let articles = try neighbours()
    func check(_ batch: [Known]) {
      let events = Dictionary(grouping: batch, by: \.event).values.map { $0.map(\.sketch.article).sorted() }
      #expect(Set(stories(batch)) == Set(events))
    }
    for kind in ["greve", "feu", "vote"] { check(articles.filter { $0.event.hasPrefix(kind) }) }
    check(articles)
  }
}
