import Extract
import Foundation
import NewsModel
import Testing

@testable import Compose

/// Pairs of reports of one event by two newsrooms, written for this test in English and French, with all that they tell
/// otherwise: figures, dates, names, roles, who said it.
@Suite("Differences between two newsrooms")
struct ToldDifferencesTests {
  /// Two reports with their differences; `Tests/ComposeTests/Told/pairs.jsonl` holds one a line.
  private struct Pair: Decodable {
    struct Report: Decodable {
      var id: String
      var title: String
      var source: String
      var published: String
      var text: String
    }
    /// Words of both that tell one thing otherwise; each stands once in its report.
    struct Told: Decodable {
      var slot: String
      var a: String
      var b: String
      /// One may be the rounding or the bound of the other: showing it is right, and so is leaving it out.
      var compatible: Bool
    }
    var id: String
    var language: String
    var articles: [Report]
    var differences: [Told]
  }
  /// What was found of what is told.
  private struct Score {
    var (told, found, shown, right) = (0, 0, 0, 0)
    var wrong: [String] = []
    var recall: Double { Double(found) / Double(max(1, told)) }
    var precision: Double { Double(right) / Double(max(1, shown)) }
  }

  @Test("Of what two newsrooms tell otherwise at least so much is shown, and nearly all that is shown is right")
  func scores() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("pairs.jsonl")
    let pairs = try Data(contentsOf: file).split(separator: 0x0A).map {
      try JSONDecoder().decode(Pair.self, from: Data($0))
    }
    var (figures, all) = (Score(), Score())
    for pair in pairs {
      let shown = differences(of: pair)
      add(pair, shown, to: &all) { _ in true }
      add(pair, shown, to: &figures) { ["figure", "duration", "age"].contains($0) }
    }
    #expect(figures.recall >= ToldDifferencesTests.leastOfFigures, "\(figures.found) of \(figures.told) figures")
    #expect(all.recall >= ToldDifferencesTests.leastOfAll, "\(all.found) of \(all.told)")
    #expect(all.precision >= ToldDifferencesTests.leastPrecision, "\(all.right) of \(all.shown); wrong: \(all.wrong)")
  }

  private static let leastOfFigures = 0.37
  private static let leastOfAll = 0.29
  private static let leastPrecision = 0.96

  private func differences(of pair: Pair) -> [Difference] {
    let press = pair.articles.map { report -> Press in
      var made = Press(report.id, report.text, published: report.published, basis: .given, language: pair.language)
      made.digest = Extractor().digest(of: made.digest.article)
      return made
    }
    return Press.composition(press.map { [$0] }).stories.flatMap(\.differences).filter { $0.kind != .onlyIn }
  }

  private func add(_ pair: Pair, _ shown: [Difference], to score: inout Score, where counts: (String) -> Bool) {
    func covers(_ difference: Difference, _ report: Pair.Report, _ words: String) -> Bool {
      guard let place = report.text.range(of: words) else { return false }
      let start = report.text.utf8.distance(from: report.text.startIndex, to: place.lowerBound)
      let span = Span(start, start + words.utf8.count)
      return difference.versions.contains { version in
        version.article == report.id && version.variants.contains { $0.overlaps(span) }
      }
    }
    func tells(_ difference: Difference, _ told: Pair.Told) -> Bool {
      covers(difference, pair.articles[0], told.a) && covers(difference, pair.articles[1], told.b)
    }
    for told in pair.differences where !told.compatible && counts(told.slot) {
      score.told += 1
      if shown.contains(where: { tells($0, told) }) { score.found += 1 }
    }
    for difference in shown where counts(difference.slot.rawValue) {
      score.shown += 1
      if pair.differences.contains(where: { tells(difference, $0) }) {
        score.right += 1
      } else {
        let words = difference.versions.map { version in
          let text = pair.articles.first { $0.id == version.article }?.text ?? ""
          return version.variants.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
        }
        score.wrong.append("\(pair.id) \(difference.slot) \(words)")
      }
    }
  }
}
