import Languages
import NewsModel
import Prose
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

  @Test("a pronoun is left open behind a name that the article says no more of")
  func unknownName() {
    let first = "Captain Paul Marsh spoke on Thursday. “No boats left,” he said.\n\n"
    let actors = [(name: "Paul Marsh", mentions: ["Paul Marsh"])]
    let open = QuoteSample(
      first + "Brun, of the dockers, asked for an inquiry. “You cannot strand people,” he wrote.", in: "en",
      actors: actors)
    #expect(open.quotes.map { $0.speaker?.actor } == ["paul marsh", nil])
    let same = QuoteSample(
      first + "The boats stayed in the harbour. “You cannot strand people,” he wrote.", in: "en", actors: actors)
    #expect(same.quotes.map { $0.speaker?.actor } == ["paul marsh", "paul marsh"])
  }

  @Test("a name in apposition is who spoke, behind the place of the role too")
  func appositionBehindPlace() {
    let sample = QuoteSample(
      "« Le port est vide », a reconnu la directrice de l’agence au Garvel, Odile Brun.",
      actors: [(name: "Odile Brun", mentions: ["Odile Brun"])])
    #expect(sample.quotes.map { $0.speaker?.actor } == ["odile brun"])
    #expect(sample.lines == ["direct: Le port est vide (la directrice de l’agence au Garvel, Odile Brun, stated)"])
    let field = QuoteSample(
      "« Le port est vide », a reconnu l’adjoint à la sécurité, Odile Brun.",
      actors: [(name: "Odile Brun", mentions: ["Odile Brun"])])
    #expect(field.quotes.map { $0.speaker?.actor } == ["odile brun"])
  }

  @Test(
    "\u{201C}it\u{201D} is the institution that the sentences before are about",
    arguments: [
      ("The Harbour Ministry rejected the claim. “We hid nothing,” it said.", "harbour ministry"),
      ("The Harbour Ministry will close, it said. Two piers stay. “We hid nothing,” it said.", "harbour ministry"),
      ("Paul Marsh blamed the Harbour Ministry. “We hid nothing,” it said.", nil),
      ("The Harbour Ministry boss left. “We hid nothing,” it said.", nil),
      ("The Harbour Ministry rejected the claim. The report came late. “We hid nothing,” it said.", nil),
    ])
  func neuter(text: String, actor: String?) {
    let sample = QuoteSample(
      text, in: "en", actors: [("Paul Marsh", ["Paul Marsh"])], organizations: ["Harbour Ministry"])
    #expect(sample.quotes.last?.speaker?.actor == actor)
  }

  @Test("a pronoun that may mean a person or the institution of the sentence before is left open")
  func personOrInstitution() {
    let both = QuoteSample(
      "Yves Tarn a accusé le ministère du Port. Le ministère du Port a démenti mardi. « Tout est public », a-t-il dit.",
      actors: [("Yves Tarn", ["Yves Tarn"])], organizations: ["ministère du Port"])
    #expect(both.quotes.last?.speaker?.span != nil)
    #expect(both.quotes.last?.speaker?.actor == nil)
    let reported = QuoteSample(
      "Yves Tarn a parlé du port. Le ministère du Port, dit-il, savait tout. « Tout est public », a-t-il ajouté.",
      actors: [("Yves Tarn", ["Yves Tarn"])], organizations: ["ministère du Port"])
    #expect(reported.quotes.last?.speaker?.actor == "yves tarn")
    let one = QuoteSample(
      "Le ministère du Port a démenti mardi. « Tout est public », a-t-il dit.", organizations: ["ministère du Port"])
    #expect(one.quotes.last?.speaker?.actor == "ministère du port")
    let other = QuoteSample(
      "Le ministère du Port a démenti mardi. « Tout est public », a-t-elle dit.", organizations: ["ministère du Port"])
    #expect(other.quotes.last?.speaker?.actor == nil)
  }

  @Test("a common noun stands for the one organization that has it in its name")
  func institutionNoun() {
    func speaker(_ organizations: [String]) -> String? {
      QuoteSample(
        "The Harbour Ministry and the Salt Ministry met. “Nothing was hidden,” the ministry said.", in: "en",
        organizations: organizations
      ).quotes.last?.speaker?.actor
    }
    #expect(speaker(["Harbour Ministry"]) == "harbour ministry")
    #expect(speaker(["Harbour Ministry", "Salt Ministry"]) == nil)
  }

  @Test("what a role is a role of does not mean who holds it")
  func complementOfRole() {
    func speaker(_ words: String) -> String? {
      let text = "Ann Roe, secretary of state, came. “The roads are safe,” \(words) said."
      let actors = [
        Actor(
          id: "ann roe", name: "Ann Roe", kind: .person, roles: [Span(9, 27)], mentions: [Span(0, 7)])
      ]
      let language = Language.named("en") ?? .unknown
      return QuoteFinder(language: language, tokenizer: Tokenizer(language)).quotes(
        in: Segmenter(language).segments(of: text), actors: actors
      ).last?.speaker?.actor
    }
    #expect(speaker("the secretary of state") == "ann roe")
    #expect(speaker("the state") == nil)
  }

  @Test("words behind a colon are not the last speaker's where another sentence leads in")
  func colonOfAnotherSentence() {
    let sample = QuoteSample(
      "A neighbour said: “It is a shame for us.” On a banner: “No tunnel here ever.”", in: "en")
    #expect(
      sample.lines == [
        "direct: It is a shame for us. (A neighbour, stated)", "direct: No tunnel here ever. (nobody)",
      ])
    let pronoun = QuoteSample(
      "Ann Roe said: “It is a shame for us.” She blamed “the long and empty summer.”", in: "en",
      actors: [("Ann Roe", ["Ann Roe"])])
    #expect(pronoun.quotes.map { $0.speaker?.actor } == ["ann roe", "ann roe"])
  }

  @Test(
    "a role that is a verb elsewhere speaks",
    arguments: [
      ("« Il pleut sur le port », a précisé le juge, « depuis hier soir. »", "le juge"),
      ("Le juge rappelle que le port est fermé.", "Le juge"),
    ])
  func roleLikeVerb(text: String, speaker: String) {
    let sample = QuoteSample(text)
    #expect(!sample.quotes.isEmpty)
    for quote in sample.quotes { #expect(quote.speaker.map { String(sample.text[$0.span]) } == speaker) }
  }

  @Test(
    "an incise between marks ends where the words go on",
    arguments: [
      ("« Il s’agit, a précisé le magistrat, d’un vieux réseau. »", ["Il s’agit", "d’un vieux réseau."]),
      ("« C’est, a estimé le juge, une affaire grave. »", ["C’est", "une affaire grave."]),
      ("« Rien n’est perdu, a poursuivi le ministre, c’est une étape. »", ["Rien n’est perdu", "c’est une étape."]),
      (
        "« Rien n’est perdu, note Odile Brun, de l’Institut des Marges. Tout va bien. »",
        ["Rien n’est perdu", "Tout va bien."]
      ),
      ("« Rien n’est perdu, a dit la colonel, Odile Brun, et tout va. »", ["Rien n’est perdu", "et tout va."]),
    ])
  func incises(text: String, parts: [String]) {
    #expect(QuoteSample(text).marked == parts)
  }

  @Test("a rate is no source")
  func rates() {
    #expect(QuoteSample("In Ayr, the party took 54 per cent of the vote.", in: "en").quotes.isEmpty)
    #expect(QuoteSample("The crown slipped to 4.31 per euro.", in: "en").quotes.isEmpty)
  }
}
