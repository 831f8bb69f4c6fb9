import NewsModel
import Testing

@testable import Extract

/// Who stands by the words.
struct DirectAttributionTests {
  @Test(
    "a cue behind the words names the speaker",
    arguments: [
      (
        "« Le barrage tient bon pour le moment », a déclaré mardi soir le colonel Yves Tarn, chef des secours.",
        "le colonel Yves Tarn"
      ),
      ("« Le barrage tient bon pour le moment », explique Yves Tarn dans un entretien.", "Yves Tarn"),
      ("« Le barrage tient bon pour le moment », a-t-elle ajouté.", "elle"),
      ("« Le barrage tient bon pour le moment », s’est exclamé le ministre de la Mer.", "le ministre de la Mer"),
      (
        "« Le barrage tient bon pour le moment », selon le porte-parole de la préfecture.",
        "le porte-parole de la préfecture"
      ),
      ("« Le barrage tient bon pour le moment », a indiqué le secrétaire à la Mer.", "le secrétaire à la Mer"),
      ("« Le barrage tient bon pour le moment », a déclaré Odile Brun lors d'un point de presse.", "Odile Brun"),
      (
        "« Le barrage tient bon pour le moment », a précisé la maire de Sarmelle lors du conseil.",
        "la maire de Sarmelle"
      ),
      (
        "« Le barrage tient bon pour le moment », a affirmé le colonel Yves Le Tarn devant les élus.",
        "le colonel Yves Le Tarn"
      ),
    ])
  func behind(_ text: String, _ speaker: String) {
    let sample = QuoteSample(text)
    #expect(sample.quotes.first?.speaker.map { String(sample.text[$0.span]) } == speaker)
  }

  @Test(
    "a cue before the words names the speaker",
    arguments: [
      ("Yves Tarn a déclaré : « Le barrage tient bon pour le moment. »", "Yves Tarn"),
      (
        "La préfecture, dans un message publié lundi, a affirmé que le barrage « tient bon pour le moment ».",
        "La préfecture"
      ),
      ("Selon Yves Tarn, le barrage « tient bon pour le moment ».", "Yves Tarn"),
      ("Yves Tarn a qualifié la crue de « gigantesque ».", "Yves Tarn"),
      (
        "Des sources au sein de la préfecture ont dit que le barrage « tient bon pour le moment ».",
        "Des sources au sein de la préfecture"
      ),
    ])
  func before(_ text: String, _ speaker: String) {
    let sample = QuoteSample(text)
    #expect(sample.quotes.first?.speaker.map { String(sample.text[$0.span]) } == speaker)
  }

  @Test(
    "English order on both sides",
    arguments: [
      ("“The dam is holding for now,” said Rep. Ann Tarn (D-Ore.), a farmer.", "Rep. Ann Tarn (D-Ore.)"),
      ("“The dam is holding for now,” Ann Tarn, a farmer, said Monday.", "Ann Tarn"),
      ("“Is the dam holding?” the mayor asked.", "the mayor"),
      ("In a radio interview Tarn said, “The dam is holding for now.”", "Tarn"),
      ("Tarn, the county sheriff, told reporters: “The dam is holding for now.”", "Tarn"),
      ("“The dam is holding for now.” ― Ann Tarn", "Ann Tarn"),
      ("Another critic, Ann Tarn, likened the plan to “burning the house”.", "Another critic"),
    ])
  func english(_ text: String, _ speaker: String) {
    let sample = QuoteSample(text, in: "en")
    #expect(sample.quotes.first?.speaker.map { String(sample.text[$0.span]) } == speaker)
  }

  @Test("the basis is stated by a name, inferred by a pronoun")
  func basis() {
    let sample = QuoteSample("« Le lac gèle en décembre », note Ada Roy. « La glace fond en mars », ajoute-t-elle.")
    #expect(sample.quotes.map { $0.speaker?.basis } == [.stated, .inferred])
  }

  @Test("a negated or passive verb, and a noun, report nothing")
  func noCue() {
    #expect(QuoteSample("Le maire n'a pas précisé « la date ».").marked.isEmpty)
    #expect(QuoteSample("The mayor was told “wait”.", in: "en").quotes.allSatisfy { $0.speaker == nil })
    #expect(QuoteSample("Her claims about “green water” surprised Boston.", in: "en").marked.isEmpty)
  }

  @Test("titles, nicknames and scare quotes are no quotes")
  func scareQuotes() {
    #expect(QuoteSample("L’aide « mortelle » est arrivée au port.").quotes.isEmpty)
    #expect(QuoteSample("Le film « Une nuit sans lune » sort jeudi.").quotes.isEmpty)
    #expect(QuoteSample("In his book, “The Long Way Home,” Tarn suggested a walk.", in: "en").marked.isEmpty)
    #expect(QuoteSample("Tarn told Fox News’s “Morning Talk” that the dam is fine.", in: "en").marked.isEmpty)
  }

  @Test("an adverbial or a subordinate clause is not mistaken for the speaker")
  func notTheSpeaker() {
    let sample = QuoteSample(
      "Les propos ont surpris parce que le maire a refusé d'admettre qu'il creusait et a plutôt insisté sur “le chantier”."
    )
    #expect(sample.quotes.allSatisfy { $0.speaker.map { !sample.text[$0.span].hasPrefix("Les propos") } ?? true })
  }

  @Test(
    "verbs that take a hearer, a negation that is the infinitive's, and words somebody spoke of",
    arguments: [
      ("en", "“Rain is no harvest,” warned Jane Roe, an economist.", "direct: Rain is no harvest (Jane Roe, stated)"),
      (
        "fr", "Odile Brun assure n’avoir « jamais signé de tel accord » en vingt ans.",
        "partial: jamais signé de tel accord (Odile Brun, stated)"
      ),
      ("en", "Jane Roe spoke of “a first step” on Friday.", "partial: a first step (Jane Roe, stated)"),
      (
        "fr", "Côté suédois, le ministre, Yves Le Tarn, a évoqué « un premier pas ».",
        "partial: un premier pas (le ministre, stated)"
      ),
    ])
  func verbs(_ language: String, _ text: String, _ line: String) {
    #expect(QuoteSample(text, in: language).lines == [line])
  }
}
