import Languages
import NewsModel
import Prose
import Testing

@testable import Cluster

@Suite("What the press says anyway")
struct PressSharesTests {
  @Test("A word counts the less the more of the press uses it, and one that is not known to be common in full")
  func words() throws {
    let french = try #require(Language.all.first { $0.code == "fr" })
    let terms = LanguageTerms(french, exonyms: Exonyms(languages: [french]))
    let shares = PressShares.words([terms], articles: 2)
    func factor(_ word: String) throws -> Float {
      let bytes = Array(word.utf8)
      let number = try #require(terms.numbers(of: terms.segmenter.tokens(in: bytes), in: bytes).first { $0 >= 0 })
      let hash = try #require(terms.stems.range(number).first.map { terms.stems.hashes[$0] })
      return shares.factor(UInt32(truncatingIfNeeded: hash))
    }
    let (government, festival, weir) = (try factor("gouvernement"), try factor("festival"), try factor("vannage"))
    #expect(government > 0 && government < 0.5)
    #expect(festival > government && festival < 1)
    #expect(weir == 1)
  }

  @Test("The more articles a batch has the less the press counts, up to where it counts no more")
  func fading() throws {
    let day = try #require(CivilDay(iso: "2031-03-04"))
    let key = FactReader.key(ofDay: day)
    let factors = [1, 2, 5, 20, 99].map { PressShares.days([day.number], articles: $0).factor(key) }
    #expect(factors == factors.sorted() && Set(factors).count == factors.count)
    #expect(factors.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(PressShares.days([day.number], articles: Int(PressShares.enoughForDays)).isIdle)
    #expect(PressShares.days([day.number], articles: Int(PressShares.enoughForDays)).factor(key) == 1)
  }

  @Test("Near days are those of the articles and those before, and no others")
  func days() throws {
    let day = try #require(CivilDay(iso: "2031-03-04"))
    let shares = PressShares.days([day.number], articles: 2)
    func factor(_ gap: Int) -> Float { shares.factor(FactReader.key(ofDay: CivilDay(number: day.number + gap))) }
    #expect(factor(0) == factor(-1) && factor(0) < 1)
    #expect(factor(1) == 1 && factor(-2) == 1)
  }
}
