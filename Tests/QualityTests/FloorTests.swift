import Foundation
import Testing

/// Scores on labelled sets, which stand beside the checkout where they are at hand.
@Suite("Quality floors", .serialized)
struct FloorTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let evaluation = "\(root)/../shared/eval"
  static let program = "\(root)/.build/release/daybrief"
  static let isPossible =
    FileManager.default.fileExists(atPath: "\(evaluation)/score.py")
    && FileManager.default.isExecutableFile(atPath: program)

  /// A figure and the least, or most, that it may be.
  struct Floor: Codable, Sendable, CustomTestStringConvertible {
    var set: String
    var figure: String
    var least: Double?
    var most: Double?
    var testDescription: String { "\(set) \(figure)" }
  }

  @Test(
    "No figure falls below its floor",
    .enabled(if: isPossible, "the labelled sets or the release build are not at hand, so no figure was measured"))
  func floors() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let floors = try JSONDecoder().decode(
      [Floor].self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/floors.json")))
    let figures = try FloorTests.scores(of: Set(floors.map(\.set)).sorted())
    for floor in floors {
      let figure = try #require(figures[floor.set]?[floor.figure], "\(floor.testDescription) was not measured")
      if let least = floor.least { #expect(figure >= least, "\(floor.testDescription)") }
      if let most = floor.most { #expect(figure <= most, "\(floor.testDescription)") }
    }
  }

  /// The figures of some sets, by the scorer.
  private static func scores(of sets: [String]) throws -> [String: [String: Double]] {
    let output = NSTemporaryDirectory() + "daybrief-scores-" + UUID().uuidString + ".json"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "\(evaluation)/score.py", program] + sets.map { "\(evaluation)/sets/\($0).jsonl" } + [
        "--json", output,
      ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try JSONDecoder().decode(
      [String: [String: Double]].self, from: Data(contentsOf: URL(fileURLWithPath: output)))
  }
}
