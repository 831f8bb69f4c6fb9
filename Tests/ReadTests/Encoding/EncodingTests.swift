import NewsModel
import Testing

@testable import Read

@Suite("Encodings")
struct EncodingTests {
  private func words(_ bytes: [UInt8]) -> String? {
    TextDecoding(bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("a byte order mark is no part of the text")
  func byteOrderMark() {
    #expect(words([0xEF, 0xBB, 0xBF] + Array("Été".utf8)) == "Été")
    #expect(words([0xFF, 0xFE, 0xC9, 0x00, 0x74, 0x00]) == "Ét")
    #expect(words([0xFE, 0xFF, 0x00, 0xC9, 0x00, 0x74]) == "Ét")
  }

  @Test("bytes that are no UTF-8 are read as Windows-1252, and the article says so")
  func windows1252() {
    let bytes: [UInt8] =
      Array("Le pr".utf8) + [0xE9] + Array("sident a dit ".utf8) + [0x93] + Array("oui".utf8) + [0x94]
    let result = ArticleReader().articles(in: bytes + Array(" hier soir.".utf8), file: "a.txt")
    #expect(result.articles.first?.text == "Le président a dit “oui” hier soir.")
    #expect(result.articles.first?.diagnostics.map(\.code) == [.encodingMended])
  }

  @Test("a UTF-8 file with one damaged byte stays UTF-8")
  func damaged() {
    let bytes = Array("Été à l’été, déjà".utf8) + [0xFF] + Array(" là.".utf8)
    #expect(words(bytes) == "Été à l’été, déjà\u{FFFD} là.")
  }

  @Test("of lines of JSON each is decoded by itself: the odd one alone is mended, and says so")
  func lines() {
    let odd: [UInt8] = Array(#"{"id":"b","text":"Le caf"#.utf8) + [0xE9] + Array(#" ferme."}"#.utf8)
    let damaged = Array(#"{"id":"c","text":"Été à l’été"#.utf8) + [0xFF] + Array(#"."}"#.utf8)
    let sound = Array(#"{"id":"a","text":"Le café rouvre."}"#.utf8)
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(#"{"id":"d","text":"Le bac reprend."}"#.utf8)
    let file = [sound, odd, damaged, marked]
    for bytes in [file, [[0xEF, 0xBB, 0xBF] + sound] + file[1...]].map({ Array($0.joined(separator: [0x0A])) }) {
      let result = ArticleReader().articles(in: bytes, file: "day.jsonl")
      #expect(result.diagnostics.isEmpty)
      #expect(
        result.articles.map(\.text) == ["Le café rouvre.", "Le café ferme.", "Été à l’été\u{FFFD}.", "Le bac reprend."])
      #expect(
        result.articles.map { $0.diagnostics.map(\.detail) } == [
          [], ["read as Windows-1252"], ["damaged UTF-8: what could not be read is shown as \u{FFFD}"], [],
        ])
      #expect(result.lines.allSatisfy { $0.isAlone })
    }
  }

  @Test("a program or a picture is no text")
  func binary() {
    let result = ArticleReader().articles(in: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2], file: "a.txt")
    #expect(result.articles.isEmpty)
    #expect(result.diagnostics.map(\.code) == [.notText])
  }

  @Test("an empty file is told")
  func empty() {
    for text in ["", " \n\n", "\u{FEFF}"] {
      #expect(ArticleReader().articles(in: Array(text.utf8), file: "a.txt").diagnostics.map(\.code) == [.empty])
    }
  }

  @Test("control characters and bidirectional overrides go, all else stays")
  func hygiene() {
    #expect(TextHygiene.cleared("a\r\nb\rc\u{0}\u{1B}[31m\u{202E}d\u{2066}e\u{85}f") == "a\nb\nc[31mde\nf")
    let spared = "« é » — ‘x’\tœuvre\u{AD}\u{200B}\u{202F}! 日本"
    #expect(TextHygiene.cleared(spared) == spared)
  }
}
