import Foundation
import NewsModel
import Testing

@testable import Read

@Suite("The corpora of the fuzzers")
struct FuzzCorpusTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Fuzz/Corpus"

  /// How each corpus is read: the name of its files, and what stands before their bytes.
  private static let targets: [(name: String, file: String, head: String)] = [
    ("html", "page.html", ""), ("feed", "feed.xml", ""), ("frontmatter", "a.md", "---\n"), ("encoding", "a.txt", ""),
  ]

  @Test("each input is read in under a second, and nothing in it is obeyed", arguments: targets.indices)
  func replayed(index: Int) throws {
    let target = Self.targets[index]
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(target.name)").sorted()
    #expect(names.count >= 10)
    let reader = ArticleReader()
    for name in names {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(target.name)/\(name)")))
      let time = ContinuousClock().measure {
        Hostile.check(reader.articles(in: Array(target.head.utf8) + bytes, file: target.file), "\(target.name)/\(name)")
      }
      #expect(time < .seconds(1), "\(target.name)/\(name): \(time)")
    }
  }
}

/// What holds of every article, whatever it was read from.
enum Hostile {
  /// Reads a file damaged in many ways; how many articles came of all rounds, and how long the slowest took.
  static func read(_ bytes: [UInt8], as file: String, rounds: Int, sample: Int) -> (articles: Int, slowest: Duration) {
    var damage = Damage(seed: UInt64(sample) &* 0x9E37_79B9_7F4A_7C15 | 1)
    let reader = ArticleReader()
    var read = 0
    var slowest = Duration.zero
    for round in 0..<rounds {
      let damaged = damage.damaged(bytes, round: round)
      let time = ContinuousClock().measure {
        let result = reader.articles(in: damaged, file: file)
        read += result.articles.count
        check(result, "\(sample) \(round)")
      }
      slowest = max(slowest, time)
    }
    return (read, slowest)
  }

  static func check(_ result: ArticleReader.Result, _ place: String) {
    for article in result.articles {
      #expect(!article.id.isEmpty, "\(place)")
      #expect(article.url?.lowercased().hasPrefix("http") ?? true, "\(place)")
      for text in [article.title, article.author, article.source, article.language, article.text] {
        #expect(!holdsControls(text ?? ""), "\(place): \(text ?? "")")
      }
    }
  }

  /// Whether a terminal or a page would obey something in a text.
  static func holdsControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
