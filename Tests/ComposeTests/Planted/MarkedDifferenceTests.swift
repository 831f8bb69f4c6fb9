import Cluster
import Extract
import Foundation
import NewsModel
import Testing

@testable import Compose

/// Differences shown between real articles, marked right or wrong by one person; kept as identifiers and offsets in
/// bytes, without a word of theirs.
@Suite("Marked differences")
struct MarkedDifferenceTests {
  private struct Mark: Decodable {
    var set: String
    var slot: String
    var `class`: String
    var right: Bool
    var versions: [Place]
  }
  /// `[article, start, end]`
  private struct Place: Decodable, Hashable {
    var article: String
    var start: Int
    var end: Int

    init(article: String, span: Span) { (self.article, start, end) = (article, span.start, span.end) }

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      article = try fields.decode(String.self)
      start = try fields.decode(Int.self)
      end = try fields.decode(Int.self)
    }
  }
  private struct Line: Decodable {
    struct Written: Decodable {
      var id: String
      var title: String?
      var text: String
      var language: String?
      var published: String?
      var source: String?
    }
    struct Group: Decodable { var story: String? }
    var input: Written
    var gold: Group
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path
  private static let isPossible = FileManager.default.fileExists(atPath: "\(root)/../shared/eval/sets")
  /// Of the differences that are marked.
  private static let leastPrecision = 0.92
  /// Shown without a mark: each is to be read and marked.
  private static let mostUnmarked = 3

  /// The differences among the marked articles and the others of their stories; all of a set would take minutes.
  private func differences(of set: String, marked: Set<String>) throws -> [Difference] {
    let extractor = Extractor()
    let path = URL(fileURLWithPath: "\(MarkedDifferenceTests.root)/\(set)")
    let lines = try Data(contentsOf: path).split(separator: 0x0A).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
    let stories = Set(lines.filter { marked.contains($0.input.id) }.compactMap(\.gold.story))
    let near = lines.filter { line in
      marked.contains(line.input.id) || line.gold.story.map(stories.contains) ?? false
    }
    let digests = near.map { line in
      extractor.digest(
        of: Article(
          id: line.input.id, text: line.input.text, title: line.input.title, source: line.input.source,
          published: line.input.published,
          publishedBasis: line.input.published == nil ? nil : .given, language: line.input.language))
    }
    var settings = SiteSettings(timeZone: "UTC")
    settings.defaultRights = .full
    return Composer(settings: settings).composition(
      digests: digests, clustering: Clusterer().clustering(of: digests), runDiagnostics: []
    ).stories.flatMap(\.differences).filter { $0.kind != .onlyIn }
  }

  @Test(
    "What is shown between real articles is right",
    .enabled(if: isPossible, "the sets are not beside this checkout"))
  func precision() throws {
    let file = MarkedDifferenceTests.folder.appendingPathComponent("difference-marks.json")
    let marks = try JSONDecoder().decode([Mark].self, from: Data(contentsOf: file))
    var (right, wrong) = (0, 0)
    var unmarked: [String] = []
    for set in Set(marks.map(\.set)).sorted() {
      let marked = Set(marks.filter { $0.set == set }.flatMap { $0.versions.map(\.article) })
      for shown in try differences(of: set, marked: marked) {
        let places = Set(
          shown.versions.flatMap { version in
            version.variants.map { Place(article: version.article, span: $0) }
          })
        let mark = marks.first { mark in
          mark.set == set && mark.slot == shown.slot.rawValue && mark.class == shown.kind.rawValue
            && places.intersection(mark.versions).count > 1
        }
        switch mark?.right {
        case true?: right += 1
        case false?: wrong += 1
        case nil: unmarked.append("\(shown.slot) \(shown.kind) \(places)")
        }
      }
    }
    #expect(
      Double(right) >= MarkedDifferenceTests.leastPrecision * Double(right + wrong), "\(right) of \(right + wrong)")
    #expect(unmarked.count <= MarkedDifferenceTests.mostUnmarked, "to be marked: \(unmarked)")
    #expect(
      Double(right) >= 0.8 * Double(marks.filter(\.right).count), "\(right) of those marked right are still shown")
  }
}
