import Foundation
import Testing

/// The quotes of our own articles in `seeds/`, marked by hand before the program read them.
///
/// `start` and `end` are code points of the file, where the words stand in it without markup; `speakerText` are the words
/// that name the speaker beside the quote.
@Suite("Quotes of the sample articles")
struct SampleQuoteTests {
  private struct Mark: Decodable {
    var file: String
    var text: String
    var form: String
    var speaker: String?
    var start: Int?
    var end: Int?
  }
  private struct Tally {
    var marks = 0
    var found = 0
    var named = 0
    var wrong: [String] = []
  }

  /// Of 109 direct and partial quotes the program found 102 and named the actor of 76 when this was written.
  private static let least = (found: 101, named: 75)

  private func digests() throws -> [String: [[String: Any]]] {
    let read = try Program.run(["read", "seeds"])
    let extracted = try Program.run(["extract", "--as-is"], input: read.output)
    var byFile: [String: [[String: Any]]] = [:]
    for line in extracted.output.split(separator: "\n") {
      let digest = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      byFile[((digest["file"] as? String ?? "") as NSString).lastPathComponent, default: []].append(digest)
    }
    return byFile
  }

  /// Words without what marks and typographers put around and between them.
  private func plain(_ text: String) -> String {
    let marks = CharacterSet.whitespacesAndNewlines.union(.punctuationCharacters)
    return text.replacingOccurrences(of: "’", with: "'").replacingOccurrences(of: "\u{00A0}", with: " ")
      .replacingOccurrences(of: "\u{202F}", with: " ").trimmingCharacters(in: marks)
  }

  @Test("The marks stand where they say")
  func offsets() throws {
    for mark in try marks() {
      guard let start = mark.start, let end = mark.end else { continue }
      let raw = try String(contentsOfFile: "\(Program.root)/seeds/\(mark.file)", encoding: .utf8)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: Array(raw.unicodeScalars)[start..<end])
      #expect(String(words) == mark.text)
    }
  }

  @Test("Marked quotes are found, their speakers named, and none is given to somebody else")
  func found() throws {
    let digests = try digests()
    var tally = Tally()
    for mark in try marks() where mark.form != "indirect" {
      tally.marks += 1
      let places = digests[mark.file] ?? []
      for digest in places {
        let quotes = digest["quotes"] as? [[String: Any]] ?? []
        let hit = quotes.first {
          plain($0["text"] as? String ?? "") == plain(mark.text) && $0["form"] as? String != "indirect"
        }
        guard let hit else { continue }
        tally.found += 1
        judge(hit, mark, digest, &tally)
        break
      }
    }
    #expect(tally.marks == 109)
    #expect(tally.found >= SampleQuoteTests.least.found)
    #expect(tally.named >= SampleQuoteTests.least.named)
    #expect(tally.wrong.isEmpty, "\(tally.wrong)")
  }

  private func judge(_ quote: [String: Any], _ mark: Mark, _ digest: [String: Any], _ tally: inout Tally) {
    let actors = digest["actors"] as? [[String: Any]] ?? []
    guard let actor = (quote["speaker"] as? [String: Any])?["actor"] as? String,
      let name = actors.first(where: { $0["id"] as? String == actor })?["name"] as? String
    else { return }
    if let family = mark.speaker?.split(separator: " ").last, name.contains(family) {
      tally.named += 1
    } else {
      tally.wrong.append("\(mark.file): \(mark.text) is given to \(name), not \(mark.speaker ?? "nobody")")
    }
  }

  private func marks() throws -> [Mark] {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    return try JSONDecoder().decode(
      [Mark].self, from: Data(contentsOf: URL(fileURLWithPath: "\(here)/seeds-quotes.json")))
  }
}
