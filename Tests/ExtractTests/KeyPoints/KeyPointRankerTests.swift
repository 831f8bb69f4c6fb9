internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

private func keyPoints(_ text: String, title: String? = nil, in code: String = "fr") -> [String] {
  guard let language = Language.named(code) else { return [] }
  let segments = Segmenter(language).segments(of: text)
  let digest = Digest(article: Article(id: "a", text: text, title: title))
  let ranker = KeyPointRanker(language: language, tokenizer: Tokenizer(language))
  return ranker.keyPoints(in: segments, digest: digest).map { segments.words($0.span) }
}

@Suite("Key points")
struct KeyPointRankerTests {
  @Test("a sentence that leans on the one before it is no key point")
  func leaning() {
    #expect(keyPoints("Il a ensuite demandé aux habitants du port de quitter leurs maisons.").isEmpty)
    #expect(keyPoints("Cette décision du conseil surprend encore les habitants du vieux port.").isEmpty)
  }

  @Test("a question, a line without a full stop and a fragment are no key points")
  func whole() {
    #expect(keyPoints("Pourquoi le conseil a-t-il fermé le vieux port de la ville hier ?").isEmpty)
    #expect(keyPoints("Le conseil de la ville ferme le vieux port pour deux ans").isEmpty)
    #expect(keyPoints("Le port ferme.").isEmpty)
  }

  @Test("a dateline stays outside of the key point")
  func dateline() {
    let found = keyPoints("PORT-LOUIS – Le conseil de la ville a fermé le vieux port pour deux ans.")
    #expect(found == ["Le conseil de la ville a fermé le vieux port pour deux ans."])
    let english = keyPoints("BREVANNE, Maine -- The town council closed the old harbour for two years.", in: "en")
    #expect(english == ["The town council closed the old harbour for two years."])
  }

  @Test("that somebody did not answer is no key point")
  func noAnswer() {
    let text = "Le conseil de la ville a fermé le vieux port pour deux ans. "
    #expect(keyPoints("Contacté par le journal, le maire de la ville n’a pas souhaité s’exprimer.").isEmpty)
    #expect(!keyPoints(text + "Contacté par le journal, le maire n’a pas souhaité s’exprimer.").isEmpty)
    #expect(keyPoints("The harbour company of the town did not immediately respond on Monday.", in: "en").isEmpty)
  }

  @Test("a short text has one, and the same is not said twice")
  func count() {
    let text = """
      Le conseil de la ville a fermé le vieux port pour deux ans.
      Le vieux port de la ville a été fermé par le conseil pour deux ans.
      Les pêcheurs de la région demandent une aide au gouvernement.
      """
    #expect(keyPoints(text).count == 1)
    #expect(KeyPointRanker.count(forWords: 500) == 2)
    #expect(KeyPointRanker.count(forWords: 5_000) == 5)
  }

  @Test("lines of the site are no key points")
  func boilerplate() {
    #expect(keyPoints("Abonnez-vous à notre lettre pour recevoir les nouvelles du port chaque matin.").isEmpty)
  }

  @Test(
    "an English lead that opens with a bare noun is a statement, however many complements it has; a fragment is none")
  func bareNoun() {
    let lead =
      "Fever has killed 63 people in three weeks in the camps of eastern Orvane, with children from two valleys."
    #expect(keyPoints(lead, in: "en") == [lead])
    #expect(keyPoints("Fishermen from the old harbour, who asked for help in March, with two boats.", in: "en").isEmpty)
  }
}
