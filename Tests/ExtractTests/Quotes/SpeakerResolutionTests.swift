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
}
