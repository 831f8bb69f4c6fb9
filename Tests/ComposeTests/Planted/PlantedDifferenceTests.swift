import Cluster
import Extract
import Foundation
import NewsModel
import Testing

@testable import Compose

/// Stories written for the purpose, in French, in English and in both, with differences planted in them: read, clustered
/// and composed as a morning's articles are.
@Suite("Planted differences")
struct PlantedDifferenceTests {
  private struct Written: Decodable {
    var id: String
    var story: String
    var language: String
    var source: String
    var title: String
    var text: String
    var published: String
  }
  struct Planted: Decodable {
    struct Version: Decodable {
      var article: String
      var words: String
    }
    var story: String
    var `class`: String
    var slot: String
    var versions: [Version]
  }
  private struct Found {
    var kind: String
    var slot: String
    var versions: [(article: String, words: [String])]
  }

  /// Of all planted differences: what was measured, less two.
  private static let leastRecall = 0.91
  /// Of all shown, statements of one version left out.
  private static let leastPrecision = 0.95

  private static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func composition() throws -> (Composition, [String: Article]) {
    let written = try PlantedDifferenceTests.read("planted-articles.json", as: [Written].self)
    let extractor = Extractor()
    let digests = written.map { article in
      extractor.digest(
        of: Article(
          id: article.id, text: article.text, title: article.title, source: article.source,
          published: article.published, publishedBasis: .given, language: article.language))
    }
    var settings = SiteSettings(timeZone: "UTC")
    settings.defaultRights = .full
    let made = Composer(settings: settings).composition(
      digests: digests, clustering: Clusterer().clustering(of: digests), runDiagnostics: [])
    return (made, Dictionary(uniqueKeysWithValues: digests.map { ($0.article.id, $0.article) }))
  }

  private func found() throws -> [Found] {
    let (made, articles) = try composition()
    return made.stories.flatMap(\.differences).filter { $0.kind != .onlyIn }.map { difference in
      Found(
        kind: difference.kind.rawValue, slot: difference.slot.rawValue,
        versions: difference.versions.map { version in
          (version.article, version.variants.map { String(articles[version.article]?.text[$0] ?? "") })
        })
    }
  }

  private func isSame(_ planted: Planted, _ found: Found) -> Bool {
    planted.class == found.kind && planted.slot == found.slot
      && planted.versions.allSatisfy { wanted in
        found.versions.contains { version in
          version.article == wanted.article
            && version.words.contains { $0.contains(wanted.words) || wanted.words.contains($0) }
        }
      }
  }

  @Test("Most planted differences are found, and next to nothing else")
  func recall() throws {
    let planted = try PlantedDifferenceTests.read("planted-differences.json", as: [Planted].self)
    #expect(planted.count >= 40)
    let found = try found()
    let missed = planted.filter { wanted in !found.contains { isSame(wanted, $0) } }
    let recall = 1 - Double(missed.count) / Double(planted.count)
    #expect(
      recall >= PlantedDifferenceTests.leastRecall, "\(recall), missed: \(missed.map { $0.versions.map(\.words) })")
    let extra = found.filter { shown in !planted.contains { isSame($0, shown) } }
    let precision = 1 - Double(extra.count) / Double(max(1, found.count))
    #expect(precision >= PlantedDifferenceTests.leastPrecision, "\(precision), besides: \(extra)")
  }
}
