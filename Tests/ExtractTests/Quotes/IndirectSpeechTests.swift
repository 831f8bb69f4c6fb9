import NewsModel
import Testing

@testable import Extract

/// Reported speech without marks.
struct IndirectSpeechTests {
  @Test(
    "reports with a conjunction, an incise or a source are found",
    arguments: [
      ("Odile Brun a déclaré que la digue serait finie en mars.", "la digue serait finie en mars", "Odile Brun"),
      ("La digue sera finie en mars, a déclaré Odile Brun, ingénieure.", "La digue sera finie en mars", "Odile Brun"),
      (
        "La digue sera finie en mars, selon la préfecture du Nord.", "La digue sera finie en mars",
        "la préfecture du Nord"
      ),
      ("Selon Odile Brun, la digue sera finie en mars.", "la digue sera finie en mars", "Odile Brun"),
      (
        "La digue sera finie, comme l’a souligné le Premier ministre Brun la semaine dernière.", "La digue sera finie",
        "le Premier ministre Brun"
      ),
      (
        "Odile Brun, experte en digues, souligne qu’il fallait creuser plus loin.", "il fallait creuser plus loin",
        "Odile Brun"
      ),
      (
        "La préfecture n’a rien promis, mais a déclaré qu’il fallait creuser plus loin.",
        "il fallait creuser plus loin", "La préfecture"
      ),
    ])
  func found(_ text: String, _ words: String, _ speaker: String) {
    let sample = QuoteSample(text)
    #expect(sample.lines == ["indirect: \(words) (\(speaker), stated)"])
  }

  @Test(
    "what a source says starts behind all that names the source",
    arguments: [
      (
        "Selon le directeur du port, Yves Le Tarn, la grue sera réparée en mars.", "la grue sera réparée en mars",
        "le directeur du port"
      ),
      (
        "Selon Yves Tarn, directeur du port, la grue sera réparée en mars.", "la grue sera réparée en mars", "Yves Tarn"
      ),
      (
        "Selon le ministre, Lestrac, Sarmelle et Tirval seront reliées en mars.",
        "Lestrac, Sarmelle et Tirval seront reliées en mars", "le ministre"
      ),
      ("Yves Le Tarn a déclaré que la grue serait réparée en mars.", "la grue serait réparée en mars", "Yves Le Tarn"),
    ])
  func apposedSource(_ text: String, _ words: String, _ speaker: String) {
    #expect(QuoteSample(text).lines == ["indirect: \(words) (\(speaker), stated)"])
  }

  @Test("A demand is no report, whoever makes it")
  func demand() {
    #expect(
      QuoteSample("Le président de la chambre, Yves Le Tarn, demande une enquête sur les retards.").quotes.isEmpty)
  }

  @Test("In English a full name behind the verb closes a report, and a clause behind it is what was said")
  func closingName() {
    let closing = QuoteSample(
      "Gen. Paul Marsh, chair of the staff, spoke for an hour near the dam, said Col. Jane Roe, his spokeswoman.",
      in: "en")
    #expect(
      closing.lines == [
        "indirect: Gen. Paul Marsh, chair of the staff, spoke for an hour near the dam (Col. Jane Roe, stated)"
      ])
    let clause = QuoteSample("Jane Roe, chair of the council, said Orvane would send three more ferries.", in: "en")
    #expect(clause.lines == ["indirect: Orvane would send three more ferries (Jane Roe, stated)"])
  }

  @Test("a conjunction behind one comma belongs to the noun before it; an insertion between two keeps the verb's")
  func partedConjunction() {
    let inquiry = QuoteSample(
      "The dam was much weaker than Orvane ever admitted, according to an inquiry that the ferry board ordered in May.",
      in: "en")
    #expect(!inquiry.lines.contains { $0.contains("Orvane, stated") })
    let insertion = QuoteSample("Odile Brun a déclaré, mardi soir, que la digue serait finie en mars.")
    #expect(insertion.lines == ["indirect: la digue serait finie en mars (Odile Brun, stated)"])
    let role = QuoteSample("Odile Brun a déclaré, en ouvrant le bal, lundi que la digue serait finie en mars.")
    #expect(role.lines == ["indirect: la digue serait finie en mars (Odile Brun, stated)"])
  }

  @Test("English reports do without a conjunction")
  func bareClause() {
    let sample = QuoteSample("Tarn said the county had no money left.", in: "en")
    #expect(sample.lines == ["indirect: the county had no money left (Tarn, stated)"])
  }

  @Test("a report never overlaps words between marks")
  func besideMarks() {
    let sample = QuoteSample("Odile Brun a déclaré que la digue « serait finie avant la fin du mois de mars ».")
    #expect(sample.quotes.map(\.form) == [.partial])
  }

  @Test("two nouns before a relative pronoun leave open who spoke")
  func ambiguousAntecedent() {
    #expect(
      QuoteSample("Il a fait l’éloge de la Suède, qui a annoncé lundi qu’elle enverrait des bateaux.").quotes.isEmpty)
  }

  @Test(
    "what somebody denies is not what they say",
    arguments: [
      ("en", "Commander Paul Marsh denied that his boats had rammed the ferry."),
      ("en", "Jane Roe denied reports that her office had been warned in August."),
      ("en", "The mayor refuted claims that two men had been left behind."),
      ("fr", "Odile Brun dément que la digue soit fissurée depuis mars."),
      ("es", "Ana Ruiz negó que el dique estuviera roto desde marzo."),
    ])
  func denial(_ language: String, _ text: String) {
    #expect(QuoteSample(text, in: language).quotes.isEmpty)
  }

  @Test(
    "a subject and its apposition are no report",
    arguments: [
      ("en", "Marsh, who was the commissioner until 2025, has promised a new ferry."),
      ("fr", "Le marin, père de quatre enfants, dit avoir hissé dix personnes."),
      ("fr", "Odile Brun, à la tête de la chambre du port, dénonce une décision prise trop vite."),
    ])
  func apposition(_ language: String, _ text: String) {
    #expect(QuoteSample(text, in: language).quotes.isEmpty)
  }

  @Test(
    "what a sentence opens with, and what a verb tells of its own subject, are no report",
    arguments: [
      ("fr", "Dans sa lettre, longue de trois pages, Odile Brun évoque la digue."),
      ("fr", "Depuis le début des travaux de la digue, explique Odile Brun, rien ne va."),
      ("fr", "Une note de la chambre du port, datée de lundi, estime le prix de la digue à 3 millions."),
      ("fr", "Selon le projet vu par Odile Brun, les armateurs en retard s’exposeront à une amende."),
      ("fr", "Les travaux de la digue, arrêtés dans la nuit, se poursuivent."),
      ("en", "In a letter to the mayor in May, Ann Tarn, the president of the board, said no."),
      ("en", "Tarn Corp., a maker of ferries in Marsh Bay, reported a sharp decline."),
    ])
  func openings(_ language: String, _ text: String) {
    let sample = QuoteSample(text, in: language)
    #expect(sample.quotes.allSatisfy { sample.text[$0.span].hasPrefix("les armateurs") })
  }

  @Test("a clause whose verb no table knows is a report")
  func unknownVerb() {
    let sample = QuoteSample("Le sel ronge surtout les plus vieilles digues, a dit Odile Brun.")
    #expect(sample.lines == ["indirect: Le sel ronge surtout les plus vieilles digues (Odile Brun, stated)"])
  }

  @Test("the head of a relative clause speaks, and a clause of time is no part of who does")
  func heads() {
    let clerk = QuoteSample("A clerk who asked not to be named said the county had no money left.", in: "en")
    #expect(clerk.lines == ["indirect: the county had no money left (A clerk, stated)"])
    let member = QuoteSample("Le député qui a requis l’anonymat a déclaré que la digue serait finie en mars.")
    #expect(member.lines == ["indirect: la digue serait finie en mars (Le député, stated)"])
    let board = QuoteSample("They left two days after the board announced that the ferry would be sold.", in: "en")
    #expect(board.lines == ["indirect: the ferry would be sold (the board, stated)"])
  }

  @Test("what a named source with a role says starts behind the role")
  func namedSourceWithRole() {
    let sample = QuoteSample(
      "Según la coronel Ana Ruiz, jefa de la guardia, dos barcos siguen buscando al pescador.", in: "es")
    #expect(
      sample.lines == ["indirect: dos barcos siguen buscando al pescador (la coronel Ana Ruiz, stated)"])
  }

  @Test("a dateline is nobody's words, and what stands before a lead-in is no report")
  func edges() {
    for dateline in ["LESTRAC (Gazette) — ", "LESTRAC, Orvane — ", "LESTRAC — "] {
      let sample = QuoteSample(dateline + "At least 37 boats sank in the night, the coast guard said.", in: "en")
      #expect(sample.lines == ["indirect: At least 37 boats sank in the night (the coast guard, stated)"])
    }
    let asked = QuoteSample("Asked whether the rains could make things worse, he said: “They already have.”", in: "en")
    #expect(asked.quotes.map(\.form) == [.direct])
  }

  @Test("the object of a verb that also takes a clause is no report")
  func objectOfReporting() {
    #expect(QuoteSample("The harbour company reported a loss of two boats on Tuesday.", in: "en").quotes.isEmpty)
    #expect(
      QuoteSample("The harbour company reported the boats were lost on Tuesday.", in: "en").lines
        == ["indirect: the boats were lost on Tuesday (The harbour company, stated)"])
  }

  @Test("the role and the name right before the verb are who said it, whatever stands between commas before")
  func roleBehindPlace() {
    let sample = QuoteSample(
      "The plant burned in Lestrac, a southern suburb of Vasrey, on Sunday evening, the prefect of the Garvel, Odile Brun, said.",
      in: "en", actors: [("Odile Brun", ["Odile Brun"])])
    #expect(sample.quotes.map { $0.speaker?.actor } == ["odile brun"])
  }

  @Test("what an outlet found out itself is nobody's report")
  func ownFindings() {
    #expect(QuoteSample("Selon nos informations, trois hommes sont partis hier.").quotes.isEmpty)
    #expect(QuoteSample("Selon les informations de la radio, trois hommes sont partis hier.").quotes.count == 1)
  }

  @Test(
    "what is announced or reported as a thing is no report, nor what people in general think",
    arguments: [
      ("en", "Korvel reported a 12% fall in annual profit."), ("en", "Korvel reported a sharp rise in orders."),
      ("en", "Korvel reported an increase of sales that analysts had expected for a year."),
      ("fr", "Korvel annonce une hausse de 12 % de ses ventes annuelles."),
      ("fr", "Korvel annonce une hausse que les analystes attendaient depuis un an."),
      ("fr", "On croit que la ville dort ; la nuit, elle travaille."),
      ("fr", "On dit que la digue sera finie en mars."), ("fr", "On pense que la digue sera finie en mars."),
    ])
  func noReports(_ language: String, _ text: String) { #expect(QuoteSample(text, in: language).lines.isEmpty) }

  @Test(
    "a clause behind the same verbs is",
    arguments: [
      ("en", "Korvel reported the dam was closed on Monday.", "the dam was closed on Monday"),
      ("en", "Korvel reported a man died in the fire.", "a man died in the fire"),
      ("fr", "Korvel annonce que les ventes ont augmenté.", "les ventes ont augmenté"),
      ("fr", "La digue sera finie en mars, précise-t-on à la mairie.", "La digue sera finie en mars"),
    ])
  func reports(_ language: String, _ text: String, _ words: String) {
    let sample = QuoteSample(text, in: language)
    #expect(sample.quotes.map { String(sample.text[$0.span]) } == [words])
  }

  @Test(
    "a clause without a conjunction opens with a noun, too, or with “there”",
    arguments: [
      ("Tarn said officers were already looking for a new quay.", "officers were already looking for a new quay"),
      ("The port said there was nothing to be done about it.", "there was nothing to be done about it"),
      ("Orvane Ferry Corp. said Thursday that it would cut 900 jobs.", "it would cut 900 jobs"),
      (
        "State Sen. Ann Tarn, D-Orvane, said she would introduce a bill in May.", "she would introduce a bill in May"
      ),
      (
        "Tarn said the port respected the law but that its choice was final.",
        "the port respected the law but that its choice was final"
      ),
    ])
  func bareClauses(_ text: String, _ words: String) {
    let sample = SpokenSample(text, "en")
    #expect(sample.digest.quotes.map { String(text[$0.span]) } == [words])
  }

  @Test("two reports by one verb are two; a noun that looks like a verb, an object and a greeting are none")
  func noClauses() {
    let two = "Tarn said talks had failed late on Monday and said the strike would go on."
    #expect(SpokenSample(two, "en").digest.quotes.count == 2)
    for text in [
      "The pilots stayed away after reports that youths had been seen on the quay.",
      "The port reported a fourth-quarter loss of 42 million, or 61 cents a share, compared with a profit.",
      "The mayor said goodbye to fans who were waiting for her outside.",
      "Tarn praised the church that the mayor said was full of people.",
    ] {
      #expect(SpokenSample(text, "en").digest.quotes.isEmpty, "\(text)")
    }
  }
}
