import NewsModel
import Testing

@testable import Prose

@Suite("Tokens")
struct TokenizerTests {
  private let tokenizer = Tokenizer(elisions: ["l", "d", "qu"], clitics: ["-t-il", "-elle", "'s"])

  private func words(_ text: String) -> [String] {
    tokenizer.tokens(in: Array(text.utf8)).map { String(text[$0.span]) }
  }

  @Test("Elided articles and clitics stand alone, hyphenated words stay whole")
  func french() {
    #expect(words("L’amiral, a-t-il dit, qu'elle") == ["L’", "amiral", ",", "a", "-t-il", "dit", ",", "qu'", "elle"])
    #expect(words("le porte-parole des États-Unis") == ["le", "porte-parole", "des", "États-Unis"])
  }

  @Test("A word is elided that ends in an apostrophe, straight or curved, and in no other mark or letter")
  func elided() {
    // "ř" ends in the byte that a curved apostrophe ends in.
    let text = "L’amiral qu'elle dit ř ‘ d‘ 5’"
    let bytes = Array(text.utf8)
    let elided = tokenizer.tokens(in: bytes).filter { $0.isElided(in: bytes) }.map { String(text[$0.span]) }
    #expect(elided == ["L’", "qu'"])
  }

  @Test("A possessive is cut off, with either apostrophe")
  func english() {
    #expect(words("Kyiv’s and London's") == ["Kyiv", "’s", "and", "London", "'s"])
  }

  @Test("Initials keep their dots")
  func initials() {
    #expect(words("Mark A. Ley, U.S. envoy") == ["Mark", "A.", "Ley", ",", "U.S.", "envoy"])
  }

  @Test("Groups of thousands and decimals are one number; ranges are two")
  func numbers() {
    #expect(words("200 000 livres, 3,7 % de 1.5") == ["200 000", "livres", ",", "3,7", "%", "de", "1.5"])
    #expect(words("2014-2022") == ["2014", "-", "2022"])
    #expect(words("12 500 000 et 12 50") == ["12 500 000", "et", "12", "50"])
  }

  @Test("Quote marks are tokens of their own")
  func marks() {
    let tokens = tokenizer.tokens(in: Array("« Oui », “non” et ''bof''".utf8))
    #expect(tokens.filter { $0.kind == .quoteMark }.count == 6)
  }

  @Test("Tokens cover every byte that is not white space, in order, for random text")
  func coverage() {
    var seed: UInt64 = 42
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let pieces = [
      "a", "É", "l’", "12", " ", "\u{00A0}", "«", "»", "-", ".", ",", "'", "“", "\n", "U.S.", "3 000", "€", "—",
    ]
    for _ in 0..<500 {
      let text = (0..<next(40)).map { _ in pieces[next(pieces.count)] }.joined()
      let bytes = Array(text.utf8)
      var at = 0
      for token in tokenizer.tokens(in: bytes) {
        #expect(token.span.start >= at && token.span.end > token.span.start && text.holds(token.span))
        let gap = String(decoding: bytes[at..<token.span.start], as: UTF8.self)
        #expect(gap.allSatisfy { $0.isWhitespace }, "\(text)")
        at = token.span.end
      }
      #expect(String(decoding: bytes[at...], as: UTF8.self).allSatisfy { $0.isWhitespace })
    }
  }
}
