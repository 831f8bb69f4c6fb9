import Archive
import Foundation
import NewsModel
import Read
import Testing

@testable import Pipeline

@Suite("Lines that were read before")
struct KnownLinesTests {
  private static func line(_ id: String, _ text: String) -> String {
    #"{"id": "\#(id)", "title": "Titre \#(id)", "text": "\#(text)"}"#
  }

  /// What a first reading of some lines leaves for the next one.
  private static func known(_ lines: [String]) -> KnownLines {
    let (result, marks) = read(lines, KnownLines())
    var places: [KnownLines.Mark: Int] = [:]
    for (place, mark) in marks.enumerated() { if let mark { places[mark] = place } }
    return KnownLines(places) { result.articles[$0] }
  }

  private static func read(
    _ lines: [String], _ known: KnownLines, _ opened: ([UInt8]) -> Void = { _ in }
  ) -> (result: ArticleReader.Result, marks: [KnownLines.Mark?]) {
    known.articles(in: Array(lines.joined(separator: "\n").utf8)) { bytes in
      opened(bytes)
      return ArticleReader().articles(in: bytes, file: "day.jsonl")
    }
  }

  /// The lines that are read anew; the result is held to that of reading all.
  private static func opened(_ lines: [String], after earlier: [String]) -> [String] {
    var opened: [String] = []
    let (result, marks) = read(lines, known(earlier)) { bytes in
      opened += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let whole = read(lines, KnownLines())
    #expect(result.articles == whole.result.articles)
    #expect(result.diagnostics == whole.result.diagnostics)
    #expect(result.lines.map(\.number) == whole.result.lines.map(\.number))
    #expect(marks == whole.marks)
    return opened
  }

  private static let three = [line("a", "Un."), line("b", "Deux."), line("c", "Trois.")]

  @Test("only what is new in a file that grows, changes or is put in another order is read")
  func grown() {
    let new = KnownLinesTests.line("d", "Quatre.")
    #expect(KnownLinesTests.opened(KnownLinesTests.three + [new], after: KnownLinesTests.three) == [new])
    #expect(KnownLinesTests.opened([new, ""] + KnownLinesTests.three, after: KnownLinesTests.three) == [new])
    #expect(KnownLinesTests.opened(KnownLinesTests.three.reversed(), after: KnownLinesTests.three).isEmpty)
    let changed = KnownLinesTests.line("b", "Deux, autrement.")
    let lines = [KnownLinesTests.three[0], changed, KnownLinesTests.three[2]]
    #expect(KnownLinesTests.opened(lines, after: KnownLinesTests.three) == [changed])
  }

  @Test("a line is told of under its own number, and told of again")
  func told() {
    let bad = "{not JSON"
    let opened = KnownLinesTests.opened(KnownLinesTests.three + [bad], after: KnownLinesTests.three + [bad])
    #expect(opened == [bad])
    let (result, _) = KnownLinesTests.read(
      KnownLinesTests.three + [bad], KnownLinesTests.known(KnownLinesTests.three))
    #expect(result.diagnostics.map(\.line) == [4])
  }

  @Test("a line without id and address is known too, wherever it moves")
  func nameless() {
    let nameless = #"{"title": "Sans nom", "text": "Un texte."}"#
    let three = KnownLinesTests.three
    #expect(KnownLinesTests.opened([three[0], nameless], after: [nameless]) == [three[0]])
  }

  @Test("a version of a known line is read alone, and a line that repeats one with all others")
  func repeats() {
    let three = KnownLinesTests.three
    let version = KnownLinesTests.line("a", "Autrement.")
    #expect(KnownLinesTests.opened(three + [version], after: three) == [version])
    #expect(KnownLinesTests.opened([version] + three, after: three + [version]).isEmpty)
    #expect(KnownLinesTests.opened(three + [three[0]], after: three) == three + [three[0]])
    let spaced = three[0].replacingOccurrences(of: "{", with: "{ ")
    #expect(KnownLinesTests.opened([spaced] + three, after: three) == [spaced, spaced] + three, "alone, then with all")
    #expect(KnownLinesTests.opened(three + [version, version], after: three) == [version, version])
  }

  @Test("a line that repeats one whose known article was redacted since is found")
  func redacted() {
    let known = KnownLinesTests.known(KnownLinesTests.three)
    let name: @Sendable (Article) -> Article = { article in
      var article = article
      article.text = article.text.replacingOccurrences(of: "Un", with: "██")
      return article
    }
    let articles = KnownLinesTests.read(KnownLinesTests.three, known).result.articles
    let marks = KnownLinesTests.read(KnownLinesTests.three, known).marks.compactMap(\.self)
    let redacted = KnownLines(Dictionary(zip(marks, 0...)) { first, _ in first }, prepare: name) { name(articles[$0]) }
    let lines = KnownLinesTests.three + [KnownLinesTests.three[0].replacingOccurrences(of: "{", with: "{ ")]
    #expect(KnownLinesTests.read(lines, redacted).result.diagnostics.map(\.line) == [4])
  }

  @Test("a line that is not UTF-8 costs the others nothing; a file in UTF-16 has no lines that are known")
  func encodings() {
    let whole = Array(KnownLinesTests.three.joined(separator: "\n").utf8)
    let western = whole + Array("\n".utf8) + Array(#"{"id": "d", "text": "Un caf"#.utf8) + [0xE9] + Array(#"."}"#.utf8)
    let known = KnownLinesTests.known(KnownLinesTests.three)
    func read(_ bytes: [UInt8]) -> ArticleReader.Result { ArticleReader().articles(in: bytes, file: "day.jsonl") }
    let (result, marks) = known.articles(in: western, read: read)
    #expect(result.articles == read(western).articles)
    #expect(result.articles.map(\.text) == ["Un.", "Deux.", "Trois.", "Un café."])
    #expect(marks == KnownLines().articles(in: western, read: read).marks)
    #expect(!marks.contains(nil))
    var opened = 0
    let places = Dictionary(zip(marks.compactMap(\.self), 0...)) { first, _ in first }
    let again = KnownLines(places) { result.articles[$0] }
    let (same, _) = again.articles(in: western) { bytes in
      opened += 1
      return read(bytes)
    }
    #expect(same.articles == result.articles)
    #expect(opened == 0)
    var units: [UInt8] = [0xFF, 0xFE]
    for unit in String(decoding: whole, as: UTF8.self).utf16 { units += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let (wide, none) = known.articles(in: units, read: read)
    #expect(wide.articles.count == 3)
    #expect(none.isEmpty)
  }
}
