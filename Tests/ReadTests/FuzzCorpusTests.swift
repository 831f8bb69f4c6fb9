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
  static func check(_ result: ArticleReader.Result, _ place: String) {
    for article in result.articles {
      #expect(!article.id.isEmpty, "\(place)")
      #expect(article.url?.hasPrefix("http") ?? true, "\(place)")
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
