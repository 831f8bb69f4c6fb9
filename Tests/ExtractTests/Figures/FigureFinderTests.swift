internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

private func figures(_ text: String, _ language: String = "fr") -> [Figure] {
  guard let language = Language.named(language) else { return [] }
  let segments = Segmenter(language).segments(of: text)
  let tokenizer = Tokenizer(language)
  let dates = DateFinder(language: language, tokenizer: tokenizer).dates(in: segments, published: nil)
  return FigureFinder(language: language, tokenizer: tokenizer).figures(in: segments, dates: dates)
}

@Suite("Figures")
struct FigureFinderTests {
  @Test("money has its value in full and its currency")
  func money() {
    let found = figures("L’État a versé 2,7 milliards de dollars.")
    #expect(found.map(\.value) == [2_700_000_000])
    #expect(found.map(\.unit) == ["USD"])
    #expect(figures("It cost $1.5 million.", "en").map(\.value) == [1_500_000])
    #expect(figures("They approved a $2.5 billion plan.", "en").map(\.unit) == ["USD"])
    #expect(figures("They approved A$3 billion.", "en").map(\.unit) == ["AUD"])
  }

  @Test("livres of weight and of money stay open")
  func livres() {
    let found = figures("Près de 200 000 livres de vivres.")
    #expect(found.map(\.unit) == ["livre"])
    #expect(found.map(\.approximation) == [.about])
    #expect(figures("Il doit 30 livres sterling.").map(\.unit) == ["GBP"])
  }

  @Test("what is counted is the folded noun after the number")
  func counted() {
    #expect(figures("Le pacte lie 84 pays.").map(\.unit) == ["pays"])
    #expect(figures("Il a vu cinq autres Américains.").map(\.unit) == ["americains"])
  }

  @Test("lengths of time count in units, unknown numbers have no value")
  func time() {
    #expect(figures("Ils ont parlé deux heures.").map(\.value) == [2])
    let vague = figures("Ils ont parlé quelques heures.")
    #expect(vague.map(\.value) == [nil])
    #expect(vague.map(\.unit) == ["hour"])
  }

  @Test("how exact a number is, is kept")
  func exactness() {
    #expect(figures("Plus de 30 navires.").map(\.approximation) == [.atLeast])
    #expect(figures("Une trentaine de navires.").map(\.value) == [30])
    #expect(figures("Une trentaine de navires.").map(\.approximation) == [.about])
  }

  @Test("number words are read in both languages")
  func words() {
    #expect(figures("Soixante et onze navires.").map(\.value) == [71])
    #expect(figures("Quatre-vingt-dix-sept navires.").map(\.value) == [97])
    #expect(figures("Deux cent mille navires.").map(\.value) == [200_000])
    #expect(figures("Twenty-one ships sank.", "en").map(\.value) == [21])
  }

  @Test("dates, times of day, ordinals, articles of law and bare numbers are no figures")
  func none() {
    #expect(figures("Le 12 mars 2019, vers 11 heures, l’article 5 du traité, le 4e acte et 12.").isEmpty)
  }
}
