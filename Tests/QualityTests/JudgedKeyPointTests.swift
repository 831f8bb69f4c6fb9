import Foundation
import Testing

/// Two hundred key points of real articles that an editor judged by reading, named by set, article and offsets alone.
///
/// Those that today's program still gives keep the shares reached: a change that trades sentences that stand alone for
/// others shows here.
@Suite("Judged key points", .serialized)
struct JudgedKeyPointTests {
  /// One judgement; offsets in code points.
  struct Judgement: Codable {
    var set: String
    var article: String
    var start: Int
    var end: Int
    /// 1 where it is understood without the sentence before it, under the article's headline.
    var alone: Int
    /// 1 where a good summary could contain it.
    var about: Int
  }
  private struct Row: Codable {
    struct Input: Codable {
      var id: String
      var title: String?
      var text: String
      var language: String?
    }
    var input: Input
  }
  private struct Found: Codable {
    struct KeyPoint: Codable {
      var start: Int
      var end: Int
    }
    var id: String
    var keyPoints: [KeyPoint]
  }

  @Test(
    "of the judged key points still given, nine in ten stand alone",
    .enabled(if: FloorTests.isPossible, "the labelled sets or the release build are not at hand"))
  func shares() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let judged = try JSONDecoder().decode(
      [Judgement].self, from: Data(contentsOf: folder.appendingPathComponent("key-points-judged.json")))
    var given: [Judgement] = []
    for set in Set(judged.map(\.set)).sorted() {
      let articles = Set(judged.filter { $0.set == set }.map(\.article))
      let found = try keyPoints(of: articles, in: set)
      given += judged.filter { judgement in
        judgement.set == set
          && found[judgement.article]?.contains { $0.start == judgement.start && $0.end == judgement.end } == true
      }
    }
    #expect(given.count >= 140, "too few of the judged key points are still given to tell anything")
    let alone = Double(given.reduce(0) { $0 + $1.alone }) / Double(max(1, given.count))
    let about = Double(given.reduce(0) { $0 + $1.about }) / Double(max(1, given.count))
    #expect(alone >= 0.9)
    #expect(about >= 0.83)
  }

  private func keyPoints(of articles: Set<String>, in set: String) throws -> [String: [Found.KeyPoint]] {
    let lines = try String(contentsOfFile: "\(FloorTests.evaluation)/sets/\(set).jsonl", encoding: .utf8)
    let inputs = try lines.split(separator: "\n").compactMap { line -> Row.Input? in
      let input = try JSONDecoder().decode(Row.self, from: Data(line.utf8)).input
      return articles.contains(input.id) ? input : nil
    }
    let file = NSTemporaryDirectory() + "daybrief-judged-" + UUID().uuidString + ".jsonl"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let encoded = try inputs.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    try encoded.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: FloorTests.program)
    process.arguments = ["extract", "--as-is", file]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let digests = try data.split(separator: 0x0A).map { try JSONDecoder().decode(Found.self, from: Data($0)) }
    return Dictionary(digests.map { ($0.id, $0.keyPoints) }, uniquingKeysWith: { first, _ in first })
  }
}
