import NewsModel
import Testing

@testable import Prose

@Suite("Sentence boundaries by table")
struct SentenceBreaksTests {
  /// Pieces that the rules of UAX #29 and CLDR's suppressions tell apart; put together by threes.
  static let pieces = [
    "Un mot", "un autre", "3", ".", "...", "!", "?", "…", ",", " ", "\u{A0}", "\u{202F}", "»", "« ", "”", ")", "(", "’",
    "É", "é", "M.", "P.-D. G.", "Ph.D.", "p.m.", "vs.", "U.S.A.", "\u{AD}", "e\u{301}", "–", "Ж", "ж.", "\u{85}",
    "\u{2028}", "\r", "\t", "‼", "ª", "1º", "\u{200B}", ":", "„",
  ]

  /// The boundaries by table, or nil where the text is left to ICU.
  private func byTable(_ text: String, _ language: String) -> [Int]? {
    let bytes = Array(text.utf8)
    var found: [Int] = []
    let breaks = SentenceBreaks(language: language)
    return bytes.withUnsafeBufferPointer { breaks.append($0, 0, bytes.count, to: &found) } ? found : nil
  }

  @Test("the table gives what ICU gives, whatever pieces meet", arguments: ["fr", "en", "und"])
  func sameAsICU(_ language: String) {
    let segmenter = Segmenter(language: language)
    let breaks = SentenceBreaks(language: language)
    let pieces = Self.pieces
    for (number, first) in pieces.enumerated() {
      for (next, second) in pieces.enumerated() {
        // All pairs, and of the threes one in eight: the whole takes a minute.
        for third in pieces.dropFirst((number + next) % 8).enumerated().filter({ $0.offset % 8 == 0 }).map(\.element) {
          let bytes = Array("A".utf8) + Array((first + second + third + " Fin. à").utf8)
          var found: [Int] = []
          let isKnown = bytes.withUnsafeBufferPointer { breaks.append($0, 0, bytes.count, to: &found) }
          let expected = segmenter.iteratedBoundaries(bytes, Span(0, bytes.count))
          if !isKnown || found != expected {
            Issue.record("\(language): \(first)|\(second)|\(third): \(found), ICU \(expected)")
            return
          }
        }
      }
    }
  }

  @Test("a script that the table does not hold is left to ICU")
  func foreignScript() {
    #expect(byTable("Il a dit 日本。 Puis rien.", "fr") == nil)
    #expect(byTable("Il a dit oui. Puis rien.", "fr") == [14, 24])
  }

  @Test("an abbreviation of the language ends no sentence, and the same letters elsewhere do")
  func suppressed() {
    #expect(byTable("Vu par M. Petit. Oui.", "fr") == [17, 21])
    #expect(byTable("Vu par M. Petit. Oui.", "und") == [10, 17, 21])
  }

  @Test(
    "the end of a longer word is no abbreviation", arguments: [("travaux", true), ("aux", false), ("« aux", false)])
  func endOfWord(word: String, ends: Bool) {
    let text = "Vu \(word). Le pont tient."
    #expect(byTable(text, "fr")?.count == (ends ? 2 : 1))
    let bytes = Array(text.utf8)
    #expect(Segmenter(language: "fr").iteratedBoundaries(bytes, Span(0, bytes.count)) == byTable(text, "fr"))
  }
}
