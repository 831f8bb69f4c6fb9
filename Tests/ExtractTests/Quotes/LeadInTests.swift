import NewsModel
import Testing

@testable import Extract

@Suite("Lead-ins without a verb of reporting")
struct LeadInTests {
  @Test(
    "a name with its apposition before a colon is who speaks",
    arguments: [
      "Parmi eux, Nadia Ferhat, adjointe déléguée aux sports : « Je ne peux rien promettre aux clubs. »",
      "Dans la salle, Nadia Ferhat, retraitée : « Je ne peux rien promettre aux clubs. »",
      "Trois élus ont voté contre, dont Nadia Ferhat, adjointe aux sports : « Je ne peux rien promettre aux clubs. »",
      "Au premier rang, Nadia Ferhat : « Je ne peux rien promettre aux clubs. »",
    ])
  func namesBeforeColons(_ text: String) {
    let sample = SpokenSample(text)
    #expect(sample.speaker(of: "rien promettre") == "Nadia Ferhat", "\(sample.lines)")
    #expect(sample.digest.quotes.first?.speaker?.basis == .inferred)
  }

  @Test(
    "a name that another subject's verb stands before is not",
    arguments: [
      "Le maire a écrit mardi, Nadia Ferhat, qui est adjointe, le sait : « Je ne peux rien promettre aux clubs. »",
      "La banderole visait, hier, Nadia Ferhat, adjointe aux sports : « Nous voulons un stade pour nos enfants. »",
    ])
  func otherSubjects(_ text: String) {
    #expect(SpokenSample(text).digest.quotes.allSatisfy { $0.speaker?.actor == nil })
  }

  @Test(
    "marks right behind a verb of wishing hold the words of the name before it",
    arguments: [
      ("fr", "Interrogée, la préfète Odile Brun n’a pas souhaité « polémiquer ».", "polémiquer"),
      ("fr", "Odile Brun ne veut pas « céder au chantage ».", "céder"),
      ("fr", "Odile Brun a refusé de « jeter de l’huile sur le feu ».", "huile"),
      ("en", "Odile Brun declined to “speculate on the causes”.", "speculate"),
      ("en", "Odile Brun has refused to “bow to blackmail”.", "bow"),
    ])
  func wishes(_ language: String, _ text: String, _ words: String) {
    #expect(SpokenSample(text, language).speaker(of: words) == "Odile Brun")
  }

  @Test(
    "words farther from the verb, or of somebody unnamed, are not found so",
    arguments: [
      "Odile Brun n’a pas voulu du titre de « reine ».", "La mairie n’a pas souhaité « polémiquer ».",
      "Odile Brun a lu le « Canard ».",
    ])
  func noWishes(_ text: String) { #expect(SpokenSample(text).lines.isEmpty) }

  @Test("an object pronoun and a verb between a name and marks tell what the name says of somebody")
  func objectBeforeVerb() {
    #expect(
      SpokenSample("Sa directrice, Rose Mabille, le dit « têtu comme une mule ».").speaker(of: "têtu") == "Rose Mabille"
    )
    #expect(SpokenSample("Rose Mabille la juge « brillante ».").speaker(of: "brillante") == "Rose Mabille")
    // "le juge" behind a comma is one more naming, "le dit accord" a noun with its article.
    #expect(SpokenSample("Paul Astruc, maire de Lestrac, le juge « rouge » du canton, est mort.").lines.isEmpty)
  }

  @Test(
    "a pronoun between a subject and its verb is the hearer",
    arguments: [
      ("« Je n’ai rien signé », nous a répondu Rose Mabille.", "Rose Mabille"),
      ("« Je n’ai rien signé », vous dira Rose Mabille.", "Rose Mabille"),
      ("« Je n’ai rien signé », lui a lancé Rose Mabille.", "Rose Mabille"),
      ("Rose Mabille nous précise : « Je n’ai rien signé du tout. »", "Rose Mabille"),
      ("Le premier adjoint, Paul Astruc, nous demande d’ôter le mot « rien signé » de notre titre.", "Paul Astruc"),
      ("Rose Mabille a pris la parole. « Je n’ai rien signé », nous a-t-elle confié.", "Rose Mabille"),
    ])
  func hearers(_ text: String, _ speaker: String) {
    #expect(SpokenSample(text).speaker(of: "rien signé") == speaker, "\(SpokenSample(text).lines)")
  }

  @Test("a pronoun that its verb agrees with is the subject")
  func subjects() {
    #expect(SpokenSample("« Rien n’est signé », nous avons répondu.").named("signé") == "nous")
  }
}
