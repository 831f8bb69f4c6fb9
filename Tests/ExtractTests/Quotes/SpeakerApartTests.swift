import NewsModel
import Testing

@testable import Extract

/// A text with whichever of a few people it names.
private func sample(_ text: String, _ language: String = "fr") -> QuoteSample {
  let people = ["Yves Tarn", "Odile Brun", "Ann Tarn", "Ludmila Petrova", "Dominique Brun", "Marc Tarn"]
  return QuoteSample(text, in: language, actors: people.filter { text.contains($0) }.map { ($0, [$0]) })
}

/// Speakers who stand a few words away from their verb, or have two namings.
struct SpeakerApartTests {
  private func speaker(_ text: String, _ language: String = "fr") -> String? {
    guard let speaker = sample(text, language).quotes.first(where: { $0.form != .indirect })?.speaker else {
      return nil
    }
    let actor = speaker.actor ?? "?"
    return "\(actor), \(speaker.basis.rawValue)"
  }

  @Test(
    "a role with a name behind it is that person",
    arguments: [
      ("« La digue tiendra tout l’hiver », a glissé sa porte-parole, la colonel Odile Brun.", "odile brun, stated"),
      (
        "Le ministre de la Mer, Yves Tarn, a salué la digue à la radio : « Elle tiendra tout l’hiver. »",
        "yves tarn, stated"
      ),
      ("« La digue, a dit le préfet, Yves Tarn, tiendra tout l’hiver. »", "yves tarn, stated"),
      ("« La digue tiendra », a dit l’avocat de M. Brun, Me Yves Tarn.", "yves tarn, stated"),
      ("« La digue tiendra », a dit le capitaine de frégate Yves Tarn.", "yves tarn, stated"),
      ("« La digue tiendra », a dit le préfet maritime, le vice-amiral d’escadre Yves Tarn.", "yves tarn, stated"),
    ])
  func apposition(_ text: String, _ expected: String) { #expect(speaker(text) == expected) }

  @Test(
    "the same in English",
    arguments: [
      ("“The dam will hold all winter,” its spokeswoman, Colonel Ann Tarn, wrote.", "ann tarn, stated"),
      ("The county's sheriff, Ann Tarn, warned: “The dam will not hold.”", "ann tarn, stated"),
    ])
  func englishApposition(_ text: String, _ expected: String) { #expect(speaker(text, "en") == expected) }

  @Test(
    "to whom and where may stand before the subject",
    arguments: [
      ("« La digue tiendra », a déclaré à l’AFP Yves Tarn.", "yves tarn, stated"),
      ("« La digue tiendra », a confié à des journalistes Yves Tarn, ingénieur.", "yves tarn, stated"),
      ("« La digue tiendra, a dit à huis clos Yves Tarn. Il faudra la payer. »", "yves tarn, stated"),
    ])
  func hearer(_ text: String, _ expected: String) { #expect(speaker(text) == expected) }

  @Test(
    "a clause that closes the sentence names the speaker of a few words inside it",
    arguments: [
      ("Two dikes “leaning on each other” will not fall, Ann Tarn said on Monday.", "ann tarn, stated"),
      ("The dam weighed “close to a thousand tons”, or two ships, Ann Tarn said.", "ann tarn, stated"),
    ])
  func trailing(_ text: String, _ expected: String) { #expect(speaker(text, "en") == expected) }

  @Test(
    "a clause of a relative pronoun may stand between a subject and its verb",
    arguments: [
      ("Ann Tarn, who keeps a dam in the hills with six clerks, said the wall was “a sieve with a view”.", "en"),
      ("It was Ann Tarn, 74, who wrote that the wall was “a sieve with a view”.", "en"),
      ("Ann Tarn, qui siège aussi au conseil de la vallée, a estimé que le mur était « une passoire ».", "fr"),
      ("« Le mur fuit », a réagi Ann Tarn, ingénieure des digues, selon qui « personne ne regarde ».", "fr"),
    ])
  func relativeClause(_ text: String, _ language: String) { #expect(speaker(text, language) == "ann tarn, stated") }

  @Test(
    "who is spoken of in a clause with \u{201C}qui\u{201D} right before the marks is the speaker of the verb before",
    arguments: [
      ("« Le mur fuit », a réagi Ann Tarn, ingénieure, selon qui « personne ne regarde ».", "ann tarn, stated"),
      ("« Le mur fuit », a réagi Ann Tarn, pour qui « personne ne regarde ».", "ann tarn, inferred"),
    ])
  func ofWhom(_ text: String, _ expected: String) {
    let quotes = sample(text).quotes.filter { $0.form != .indirect }
    #expect(quotes.count == 2)
    #expect(quotes.last?.speaker.map { "\($0.actor ?? "?"), \($0.basis.rawValue)" } == expected)
  }

  @Test(
    "a verb, an age and what people say of somebody are no speakers",
    arguments: [
      ("Ann Tarn, the engineer, who came in the evening, faced shouts of “not again” from the dike.", "en"),
      ("Celui que l’on disait « fini » marche encore.", "fr"),
    ])
  func nobody(_ text: String, _ language: String) {
    let texts = sample(text, language).quotes.compactMap(\.speaker).filter { $0.actor == nil }
    #expect(texts.isEmpty)
  }

  @Test("the number of a day may stand between a verb and its subject")
  func dayBetween() {
    #expect(speaker("La digue est « bonne pour la casse », estime mardi 18 août Ann Tarn.") == "ann tarn, stated")
  }

  @Test("what follows a pronoun without an article is its verb")
  func pronounsVerb() {
    let quotes = sample("She rejected union claims that the wall had been weak for years.", "en").quotes
    #expect(quotes.allSatisfy { $0.speaker == nil })
  }

  @Test("a pronoun behind a sentence about somebody told by an office alone is nobody named before")
  func officeAlone() {
    let text = """
      “The dam holds,” said Marc Tarn, an engineer. “It will,” he said.

      The country's prime minister thanked Ann Tarn in a letter. “Walls win,” he wrote.
      """
    #expect(sample(text, "en").quotes.last?.speaker?.actor == nil)
  }

  @Test("a verb in what somebody reports is not the report's own")
  func reported() {
    #expect(
      speaker("Odile Brun a assuré que les travaux continueraient « au rythme prévu en mars ».") == "odile brun, stated"
    )
  }

  @Test("a sentence that a colon ends gives its subject, inferred, where that is a known person")
  func colon() {
    #expect(speaker("Odile Brun n’en revenait pas : « La digue a tenu. »") == "odile brun, inferred")
    #expect(speaker("La pancarte était claire : « Défense de plonger ici. »") == nil)
  }

  @Test("behind a genitive a word that may be a verb is a noun")
  func complement() {
    let found = sample("“The dam is failing,” the secretary of state said.", "en")
    #expect(found.lines == ["direct: The dam is failing (the secretary of state, stated)"])
  }

  @Test("an incise of a verb that is others' too needs a name or a pronoun behind it")
  func incise() {
    let found = sample("« Nous voilà bien servis, s’amuse Yves Tarn. Ce n’est pas la première fois. »")
    #expect(found.quotes.compactMap { $0.speaker?.actor } == ["yves tarn", "yves tarn"])
  }
}

/// Which pronoun may stand for whom.
struct ActorGenderTests {
  @Test(
    "a pronoun does not go to a person of the other gender",
    arguments: [
      ("Ludmila Petrova regarde la digue. « Elle ne tiendra pas l’hiver », dit-il.", "?"),
      ("Ludmila Petrova regarde la digue. « Elle ne tiendra pas l’hiver », dit-elle.", "ludmila petrova"),
      ("La colonel Dominique Brun regarde la digue. « Elle ne tiendra pas », dit-il.", "?"),
      ("La colonel Dominique Brun regarde la digue. « Elle ne tiendra pas », dit-elle.", "dominique brun"),
      ("Le porte-parole de la mairie Marc Tarn regarde la digue. « Elle ne tiendra pas », dit-il.", "marc tarn"),
    ])
  func agreement(_ text: String, _ expected: String) {
    let speaker = sample(text).quotes.first { $0.form != .indirect }?.speaker
    #expect((speaker?.actor ?? "?") == expected)
  }

  @Test("a source that belongs to somebody named before brings in nobody new")
  func possession() {
    let found = sample(
      "Trois heures ont suffi, affirme la colonel Odile Brun. Huit pompes tournaient, d’après son décompte.\n« Le reste "
        + "attendra le printemps prochain », a-t-elle dit.")
    #expect(found.quotes.last?.speaker?.actor == "odile brun")
  }

  @Test("“he” behind “X’s lawyer, Y, …” is Y, and who noted something behind an apposition is who bears it")
  func owners() {
    let owner = SpokenSample(
      "The court freed Daniel Mutua. Mr Mutua's lawyer, Ahmed Farah, was not convinced. “They may come again,” he said.",
      "en")
    #expect(owner.speaker(of: "come again") == "Ahmed Farah")
    let holder = SpokenSample(
      "Among them was Mayor Jane Roe, a Democrat elected in 2022, who noted that the quay had cost 7 million.", "en")
    #expect(holder.speaker(of: "the quay had cost") == "Jane Roe")
  }
}
