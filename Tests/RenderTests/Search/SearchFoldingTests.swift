import Foundation
import Testing

@testable import Render

/// Words are folded the same where the index is made and where a reader types; `Tests/Browser` reads the same cases.
struct SearchFoldingTests {
  static let cases: [(text: String, words: [String])] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("folding-cases.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return (cells[0], cells[1].split(separator: " ").map(String.init))
    }
  }()

  @Test("Accents, case, ligatures, elisions and other scripts are folded as the cases say")
  func cases() {
    #expect(SearchFoldingTests.cases.count > 10)
    let folding = SearchFolding()
    for (text, words) in SearchFoldingTests.cases { #expect(folding.words(of: text) == words, "\(text)") }
  }

  @Test("A folded word is folded to itself, and bytes that are no text part words")
  func idempotent() {
    let folding = SearchFolding()
    for (_, words) in SearchFoldingTests.cases where !words.isEmpty {
      #expect(folding.words(of: words.joined(separator: " ")) == words)
    }
    var out: [UInt8] = []
    var ranges: [Range<Int>] = []
    let broken: [UInt8] = [0x61, 0xC3, 0x62, 0xF0, 0x9F, 0xE9]
    broken.withUnsafeBufferPointer { folding.words(of: $0, out: &out, ranges: &ranges) }
    #expect(ranges.map { Array(out[$0]) } == [[0x61], [0x62]])
  }
}
