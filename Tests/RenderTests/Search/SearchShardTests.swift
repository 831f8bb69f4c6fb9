import NewsModel
import Testing

@testable import Render

/// Words of a site in files by how they begin.
struct SearchShardTests {
  /// Words from a few syllables, each in some documents.
  private func collectors(_ words: Int, split: Int = 1) -> [TermCollector] {
    let collectors = (0..<split).map { _ in TermCollector() }
    let syllables = ["ga", "vel", "mer", "li", "no", "pré", "or", "tu", "ssa", "quin"]
    for document in 0..<words {
      let word = [document % 10, document / 10 % 10, document / 100 % 10, document / 1000 % 10]
        .map { syllables[$0] }.joined()
      collectors[document % split].add(word + " commun", to: UInt32(document), weight: UInt32(document % 4))
    }
    return collectors
  }

  /// The words of a file with their lists.
  private func entries(_ page: Page) -> [(word: String, list: Substring)] {
    let text = String(decoding: page.bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "\",\"")?.upperBound, let end = text.lastIndex(of: "\"") else { return [] }
    var word = ""
    return text[start..<end].split(separator: "|").map { entry in
      let parts = entry.split(separator: " ")
      word = String(word.prefix(Int(String(parts[0].prefix(1)), radix: 36) ?? 0)) + String(parts[0].dropFirst())
      return (word, parts[1])
    }
  }

  private func pages(_ shards: SearchShards) -> [Page] { shards.files.map(shards.page) }

  @Test("Every word stands in the file of its longest prefix, once, and its list is whole")
  func whole() {
    let terms = SearchTerms(TermTable(collectors(9000)))
    let shards = SearchShards(terms)
    #expect(shards.prefixes.count > 10)
    #expect(shards.prefixes == shards.prefixes.sorted())
    var seen: [String: Int] = [:]
    for (prefix, page) in zip(shards.prefixes, pages(shards)) {
      for (word, list) in entries(page) {
        seen[word, default: 0] += 1
        #expect(shards.prefixes.last { word.hasPrefix($0) } == prefix)
        if word != "commun" { #expect(PostingListTests.decoded(list.utf8).postings.count == 1) }
      }
    }
    #expect(seen.count == terms.count)
    #expect(seen.values.allSatisfy { $0 == 1 })
  }

  @Test("However many threads collect, the files are the same")
  func threads() {
    let one = pages(SearchShards(SearchTerms(TermTable(collectors(3000)))))
    let three = pages(SearchShards(SearchTerms(TermTable(collectors(3000, split: 3)), jobs: 3)))
    #expect(one.map(\.path) == three.map(\.path))
    #expect(one.map(\.bytes) == three.map(\.bytes))
  }

  @Test("A list too long keeps what weighs most and is newest, and says that it was cut")
  func cut() {
    let terms = SearchTerms(TermTable(collectors(100)), longest: 30)
    let common = (0..<terms.count).first { String(decoding: terms.word($0), as: UTF8.self) == "commun" }
    let list = PostingListTests.decoded(terms.list(common ?? 0))
    #expect(list.isCut)
    let kept = (0..<100).filter { place in place % 4 == 3 || place % 4 == 2 && place > 78 }
    let expected = kept.map { place -> PostingList.Posting in UInt32(place * 4 + place % 4) }
    #expect(list.postings == expected)
  }

  @Test("Another document leaves the numbers of the others as they are")
  func numbers() {
    func documents(_ count: Int) -> [SearchDocument] {
      (0..<count).map { at in
        SearchDocument(
          kind: at % 3 == 0 ? .article : .quote, index: at, day: CivilDay(number: 20_000 + at / 40),
          key: UInt64(at) &* 0x9E37_79B9_7F4A_7C15)
      }
    }
    let before = SearchNumbers(documents(390))
    let after = SearchNumbers(documents(391))
    let numbers = Dictionary(uniqueKeysWithValues: after.documents.map { ($0.index, $0.number) })
    #expect(Set(after.documents.map(\.number)).count == 391)
    #expect(before.documents.count { numbers[$0.index] != $0.number } == 0)
    #expect(before.plan.split(separator: " ").count == 11)
  }
}
