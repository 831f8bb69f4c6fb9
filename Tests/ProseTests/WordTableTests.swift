import NewsModel
import Testing

@testable import Prose

private func hash(_ word: String) -> UInt64 { Fold.hash(word) }

@Suite("Tables of word hashes")
struct WordHashTableTests {
  @Test("a set holds what was put in and nothing else")
  func set() {
    let words = (0..<500).map { "mot\($0)" }
    let set = WordSet(words.map(hash))
    #expect(words.allSatisfy { set.contains(hash($0)) })
    #expect(!(0..<5_000).contains { set.contains(hash("autre\($0)")) })
    #expect(WordSet([0, 5]).contains(0))
    #expect(!WordSet([5]).contains(0))
    #expect(WordSet([]).isEmpty)
  }

  @Test("codes come back, the last one given for a word")
  func codes() {
    let table = WordCodes((0..<300).map { (hash("mot\($0)"), $0) } + [(hash("mot7"), 1_000), (0, 5)])
    #expect(table.code(of: hash("mot7")) == 1_000)
    #expect(table.code(of: hash("mot299")) == 299)
    #expect(table.code(of: 0) == 5)
    #expect(table.code(of: hash("absent")) == -1)
  }

  @Test("a filter lets all its own through, and few others")
  func filter() {
    var filter = HashFilter(room: 1_000)
    for number in 0..<1_000 { filter.insert(hash("mot\(number)")) }
    #expect((0..<1_000).allSatisfy { filter.mayContain(hash("mot\($0)")) })
    let strangers = (0..<10_000).count { filter.mayContain(hash("autre\($0)")) }
    #expect(strangers < 1_000)
  }
}

@Suite("WordMemo")
struct WordMemoTests {
  @Test("a remembered word has the same token as one that is read anew")
  func sameTokens() {
    let tokenizer = Tokenizer(elisions: ["l", "qu"], clitics: ["-t-il", "'s"])
    let memo = WordMemo()
    let text = "L’Été, a-t-il dit : « L'été d'Élie’s F-16, U.S. 200 000 € — qu’il ÉTÉ » ''Ça'' l’ L'"
    let bytes = Array(text.utf8)
    let plain = tokenizer.tokens(in: bytes)
    #expect(tokenizer.tokens(in: bytes, remembering: memo) == plain)
    #expect(tokenizer.tokens(in: bytes, remembering: memo) == plain)
    #expect(plain.first?.span.length == 4)
  }

  @Test("words beyond its room push others out and change nothing")
  func manyWords() {
    let tokenizer = Tokenizer()
    let memo = WordMemo()
    let bytes = Array((0..<60_000).map { "mot\($0 % 30_000)é" }.joined(separator: " ").utf8)
    #expect(tokenizer.tokens(in: bytes, remembering: memo) == tokenizer.tokens(in: bytes))
  }
}
