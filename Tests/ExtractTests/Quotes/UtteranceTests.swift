import NewsModel
import Testing

@testable import Extract

/// Quotes that go on.
struct UtteranceTests {
  @Test("an incise parts one utterance into runs")
  func incise() {
    let sample = QuoteSample("“The hope,” Ann Tarn said, “is that the bridge opens in June.”", in: "en")
    #expect(sample.quotes.map(\.utterance) == [1, 1])
    #expect(sample.lines.last == "direct: is that the bridge opens in June. (Ann Tarn, stated)")
  }

  @Test("the sentence behind an incise is by the same speaker, inferred")
  func continuation() {
    let sample = QuoteSample("“La neige fond trop vite”, a-t-il poursuivi. “Nous n’avons plus d’eau en été.”")
    #expect(sample.quotes.map(\.utterance) == [1, 2])
    #expect(sample.quotes.map { $0.speaker?.basis } == [.inferred, .inferred])
  }

  @Test("words behind the full stop of an incise are quotes of their own, so that stated and inferred stay apart")
  func statedThenInferred() {
    let sample = QuoteSample(
      "“La digue tiendra cet hiver”, a déclaré Odile Brun. “Elle a tenu vingt ans sans faillir.”")
    #expect(sample.quotes.map(\.utterance) == [1, 2])
    #expect(sample.quotes.map { $0.speaker?.basis } == [.stated, .inferred])
  }

  @Test("a trace of translation inside words left open does not end them")
  func traceOfTranslation() {
    let sample = QuoteSample("Odile Brun a dit : “Nous tiendrons la digue cet hiver. , et les suivants aussi.")
    #expect(sample.lines.last?.contains("et les suivants aussi") == true)
  }

  @Test("an incise between the marks is the writer's: one utterance in two runs")
  func inciseInsideMarks() {
    let pronoun = QuoteSample("« Les digues tiennent bien, a-t-il poursuivi, et l’eau baisse depuis hier. »")
    #expect(pronoun.marked == ["Les digues tiennent bien", "et l’eau baisse depuis hier."])
    #expect(pronoun.quotes.map(\.utterance) == [1, 1])
    let apposition = QuoteSample(
      "« Nous gardons les clefs, a déclaré sa porte-parole, la colonelle Odile Brun, d’autres gardent les portes. »")
    #expect(apposition.marked == ["Nous gardons les clefs", "d’autres gardent les portes."])
    #expect(apposition.lines.first?.contains("sa porte-parole") == true)
    let sentence = QuoteSample("« Les digues tiennent bien, affirme Paul Remy. L’eau baisse depuis hier. »")
    #expect(sentence.marked == ["Les digues tiennent bien", "L’eau baisse depuis hier."])
    #expect(sentence.quotes.map { $0.speaker?.basis } == [.stated, .inferred])
  }

  @Test("words about what somebody said are no incise where the marks have a speaker outside")
  func reportInsideMarks() {
    let sample = QuoteSample("« Il viendra, a promis le maire, et nous le croyons », raconte Odile Brun.")
    #expect(sample.marked == ["Il viendra, a promis le maire, et nous le croyons"])
  }

  @Test("a paragraph that is only a quote has no speaker where none is named")
  func alone() {
    let sample = QuoteSample(
      "Le maire a visité la digue.\n« Les travaux dureront encore deux longues années dans cette vallée. »\nLa pluie revient."
    )
    #expect(sample.lines == ["direct: Les travaux dureront encore deux longues années dans cette vallée. (nobody)"])
  }

  @Test("another sentence between two quotes breaks the tie")
  func broken() {
    let sample = QuoteSample(
      "« Le lac gèle en décembre », note Ada Roy. Le bus de midi est arrivé vide. « Tout le monde a très peur ici. »")
    #expect(sample.quotes.last?.speaker == nil)
  }
}
