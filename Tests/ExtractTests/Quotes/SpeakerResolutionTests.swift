import NewsModel
import Testing

@testable import Extract

/// Which actor is meant.
struct SpeakerResolutionTests {
  @Test("a name is its actor")
  func name() {
    let sample = QuoteSample(
      "« Le lac gèle en décembre », note Ada Roy.", actors: [("Ada Roy", ["Ada Roy"])])
    #expect(sample.quotes.first?.speaker?.actor == "ada roy")
  }

  @Test("a complement of the phrase is not its head")
  func complement() {
    let french = QuoteSample(
      "« Le lac gèle en décembre », note le porte-parole de Ada Roy.", actors: [("Ada Roy", ["Ada Roy"])])
    #expect(french.quotes.first?.speaker != nil)
    #expect(french.quotes.first?.speaker?.actor == nil)
    let english = QuoteSample(
      "“The lake freezes in winter,” the Roy campaign said.", in: "en", actors: [("Ada Roy", ["Roy"])])
    #expect(english.quotes.first?.speaker?.actor == nil)
  }

  @Test("a pronoun is the last speaker")
  func pronoun() {
    let sample = QuoteSample(
      "Yves Tarn a déclaré que le lac gèlerait en décembre.\n« La glace fond toujours en mars », a-t-il ajouté.",
      actors: [("Yves Tarn", ["Yves Tarn"])])
    #expect(sample.quotes.map { $0.speaker?.actor } == ["yves tarn", "yves tarn"])
    #expect(sample.quotes.last?.speaker?.basis == .inferred)
  }

  @Test("a pronoun of another gender or number is left open")
  func disagreement() {
    let sample = QuoteSample(
      "M. Yves Tarn a déclaré que le lac gèlerait en décembre.\n« La glace fond en mars », a-t-elle ajouté.",
      actors: [("Yves Tarn", ["Yves Tarn"])])
    #expect(sample.quotes.last?.speaker != nil)
    #expect(sample.quotes.last?.speaker?.actor == nil)
  }

  @Test("somebody else who spoke since leaves a pronoun open")
  func otherSpeaker() {
    let sample = QuoteSample(
      "« Le lac gèle », note Yves Tarn.\n« Il fait froid dans la vallée », dit le gardien.\n« La glace fond en mars », a-t-il ajouté.",
      actors: [("Yves Tarn", ["Yves Tarn"])])
    #expect(sample.quotes.last?.speaker?.actor == nil)
  }
}
