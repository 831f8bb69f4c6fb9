import Extract
import Foundation
import Languages
import NewsModel
import Testing

@testable import Cluster

/// A hundred pairs of articles marked by one person as copy, rewrite or independent (the classes of METER), kept as
/// identifiers and labels; the thresholds were tried on the same pairs.
@Suite("Marked pairs of articles")
struct OriginPairTests {
  private struct Pair: Decodable {
    var set: String
    var a: String
    var b: String
    var relation: String
  }
  private struct Written: Decodable {
    var id: String
    var text: String
    var language: String?
    var source: String?
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let isPossible = FileManager.default.fileExists(atPath: "\(root)/../shared/eval/sets")

  /// F of a class, 0 to 1, as floors: what was measured, less a pair or two.
  private static let floors = ["copy": 0.8, "rewrite": 0.82, "independent": 0.96]

  private func pairs() throws -> [Pair] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("origin-pairs.json")
    return try JSONDecoder().decode([Pair].self, from: Data(contentsOf: file))
  }

  /// The articles of a set by identifier: lines of JSON, a list in JSON, or a folder of texts.
  private func articles(of set: String) throws -> [String: Article] {
    let path = "\(OriginPairTests.root)/\(set)"
    var found: [String: Article] = [:]
    if set.hasSuffix(".jsonl") {
      struct Line: Decodable { var input: Written }
      for line in try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A) {
        let written = try JSONDecoder().decode(Line.self, from: Data(line)).input
        found[written.id] = Article(id: written.id, text: written.text, language: written.language)
      }
    } else if set.hasSuffix(".json") {
      for written in try JSONDecoder().decode([Written].self, from: Data(contentsOf: URL(fileURLWithPath: path))) {
        found[written.id] = Article(
          id: written.id, text: written.text, source: written.source, language: written.language)
      }
    } else {
      for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".txt") {
        found[name] = Article(id: name, text: try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
      }
    }
    return found
  }

  @Test(
    "Copies, rewrites and independent articles are told apart",
    .enabled(if: isPossible, "the sets are not beside this checkout"))
  func relations() throws {
    let pairs = try pairs()
    #expect(pairs.count == 100)
    let reader = OutlineReader()
    let extractor = Extractor()
    var counts: [String: (right: Int, found: Int, marked: Int)] = [:]
    for set in Set(pairs.map(\.set)).sorted() {
      let articles = try articles(of: set)
      for pair in pairs where pair.set == set {
        let a = try #require(articles[pair.a], "\(pair.a)")
        let b = try #require(articles[pair.b], "\(pair.b)")
        let relation = OriginFinder.relation(
          reader.outline(of: extractor.digest(of: a)), reader.outline(of: extractor.digest(of: b))
        ).rawValue
        counts[relation, default: (0, 0, 0)].found += 1
        counts[pair.relation, default: (0, 0, 0)].marked += 1
        if relation == pair.relation { counts[relation, default: (0, 0, 0)].right += 1 }
      }
    }
    for (relation, floor) in OriginPairTests.floors.sorted(by: { $0.key < $1.key }) {
      let count = try #require(counts[relation])
      let score = 2 * Double(count.right) / Double(count.found + count.marked)
      #expect(score >= floor, "\(relation): F \(score), \(count)")
    }
  }
}
