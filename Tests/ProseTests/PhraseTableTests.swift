import Testing

@testable import Prose

@Suite("Phrases")
struct PhraseTableTests {
  private let tokenizer = Tokenizer(elisions: ["d"])

  @Test("The longest phrase wins, and case and accents do not count")
  func longest() throws {
    var table = PhraseTable<Int>(tokenizer: tokenizer)
    table.insert("secrétaire", 1)
    table.insert("secrétaire d'État", 2)
    let tokens = tokenizer.tokens(in: Array("SECRETAIRE D’ETAT adjoint".utf8))
    let match = try #require(table.match(tokens, at: 0, limit: tokens.count))
    #expect(match.value == 2 && match.end == 3)
    #expect(table.match(tokens, at: 1, limit: tokens.count) == nil)
  }

  @Test("With diacritics, à is not a")
  func diacritics() {
    var table = PhraseTable<Bool>(matching: .withDiacritics, tokenizer: tokenizer)
    table.insert("a dit", true)
    let tokens = tokenizer.tokens(in: Array("à dit".utf8))
    #expect(table.match(tokens, at: 0, limit: 2) == nil)
  }
}
