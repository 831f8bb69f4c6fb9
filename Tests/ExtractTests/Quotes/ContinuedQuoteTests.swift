import NewsModel
import Testing

@testable import Extract

@Suite("Quotes that go on over paragraphs and around incises")
struct ContinuedQuoteTests {
  private static let first = "Idris Coleman, the mayor, spoke. “I have been here since dawn,” he said."

  @Test("paragraphs that open with a mark each go on the quote that ends the paragraph before them")
  func paragraphs() {
    let sample = SpokenSample(
      ContinuedQuoteTests.first
        + "\n\n“People want no promises from me.\n\n“They want one thing: the truth.”\n\nThe council meets.", "en")
    #expect(sample.speaker(of: "no promises") == "Idris Coleman")
    #expect(sample.speaker(of: "one thing") == "Idris Coleman")
    #expect(sample.digest.quotes.last?.speaker?.basis == .inferred)
  }

  @Test("a speaker behind the last of them is that of all")
  func lastNamed() {
    let sample = SpokenSample(
      "Idris Coleman, the mayor, spoke.\n\n“People want no promises from me.\n\n“They want the truth,” Coleman said.",
      "en")
    #expect(sample.speaker(of: "no promises") == "Idris Coleman")
    #expect(sample.speaker(of: "the truth") == "Idris Coleman")
  }

  @Test(
    "a paragraph that closes its mark, or stands behind other words, is left open",
    arguments: [
      "\n\n“People want no promises from me.”\n\nThe council meets on Friday.",
      " The council meets on Friday. Nobody came to see it.\n\n“People want no promises from me.\n\n“They want the truth.”",
    ])
  func open(_ rest: String) {
    #expect(SpokenSample(ContinuedQuoteTests.first + rest, "en").speaker(of: "no promises") == nil)
  }

  @Test(
    "the apposition of an incise between marks is none of the words",
    arguments: [
      "« On n’a rien pu faire, soupire Aminata Diouf, caissière de 38 ans. Les voisins nous ont aidés. »",
      "« On n’a rien pu faire, soupire Aminata Diouf, 38 ans. Les voisins nous ont aidés. »",
      "« On n’a rien pu faire, soupire Aminata Diouf, marin à la retraite de 71 ans, encore sous le choc. Les voisins nous ont aidés. »",
      "« On n’a rien pu faire, soupire Aminata Diouf, présidente du club, qui habite au deuxième. Les voisins nous ont aidés. »",
      "« On n’a rien pu faire, soupire Aminata Diouf, électricien depuis 2019. Les voisins nous ont aidés. »",
    ])
  func appositions(_ text: String) {
    #expect(
      SpokenSample(text).lines == [
        "On n’a rien pu faire: Aminata Diouf", "Les voisins nous ont aidés.: Aminata Diouf",
      ])
  }

  @Test(
    "words that go on behind an incise stay",
    arguments: [
      ("« La digue, a dit Aminata Diouf, ingénieure, tiendra tout l’hiver. »", "tiendra tout l’hiver."),
      ("« Il faut, a dit Aminata Diouf, agir vite. »", "agir vite."),
      ("« Il faut, a dit Aminata Diouf, vérifier les comptes. »", "vérifier les comptes."),
      ("« C’est, a dit Aminata Diouf, une affaire grave. »", "une affaire grave."),
      ("« On a tenu bon, a dit Aminata Diouf, malgré 44 heures de pluie. »", "malgré 44 heures de pluie."),
    ])
  func goOn(_ text: String, _ words: String) {
    #expect(SpokenSample(text).lines.last == "\(words): Aminata Diouf", "\(SpokenSample(text).lines)")
  }
}
