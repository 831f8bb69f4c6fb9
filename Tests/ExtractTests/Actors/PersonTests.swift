import NewsModel
import Testing

@testable import Extract

@Suite("Persons")
struct PersonTests {
  @Test("a rank or civility before a name is no part of it, and a rank is a role")
  func titles() {
    let found = ActorFixture("Hier, le général Anton Vasko a reçu Mme Delorme dans la cour.")
    #expect(found.names(.person) == ["Anton Vasko", "Delorme"])
    #expect(found.roles(of: "Anton Vasko") == ["général"])
    #expect(found.roles(of: "Delorme").isEmpty)
  }

  @Test("a role with its complements ends where the name starts")
  func longRole() {
    let found = ActorFixture("Le secrétaire américain à la Défense Paul Harding arrivera jeudi.")
    #expect(found.names(.person) == ["Paul Harding"])
    #expect(found.roles(of: "Paul Harding") == ["secrétaire américain à la Défense"])
  }

  @Test("a role behind the name and one before a comma belong to it")
  func appositions() {
    let after = ActorFixture("Paul Harding, porte-parole de l’armée américaine, a refusé de répondre.")
    #expect(after.roles(of: "Paul Harding") == ["porte-parole de l’armée américaine"])
    let before = ActorFixture("Le ministre ukrainien de la Défense, Andriy Kovalko, était présent.")
    #expect(before.roles(of: "Andriy Kovalko") == ["ministre ukrainien de la Défense"])
  }

  @Test("English roles stand before and behind the name")
  func englishRoles() {
    let found = ActorFixture(
      "Defense Secretary Paul Harding met Jens Ostberg, the NATO secretary general, on Monday.", "en")
    #expect(found.names(.person) == ["Paul Harding", "Jens Ostberg"])
    #expect(found.roles(of: "Paul Harding") == ["Defense Secretary"])
    #expect(found.roles(of: "Jens Ostberg") == ["NATO secretary general"])
  }

  @Test("a family name alone is the person named in full, before or after")
  func shortForms() {
    let found = ActorFixture("Vasko hésite. Le général Anton B. Vasko a parlé. Vasko est ensuite reparti.")
    #expect(found.names(.person) == ["Anton B. Vasko"])
    #expect(found.mentions(of: "Anton B. Vasko") == ["Vasko", "Anton B. Vasko", "Vasko"])
  }

  @Test("two people of one family name are kept apart by given name and by civility")
  func namesakes() {
    let brothers = ActorFixture("Vitali Bondar a battu Pavel Bondar en finale.")
    #expect(brothers.names(.person) == ["Vitali Bondar", "Pavel Bondar"])
    let couple = ActorFixture("M. Delorme a voté à Lyon. Mme Delorme a voté à Nantes.")
    #expect(couple.actors.filter { $0.kind == .person }.count == 2)
    #expect(Set(couple.actors.map(\.id)).count == couple.actors.count)
  }

  @Test("the family name of a head of state alone is not a relative's")
  func relatives() {
    let found = ActorFixture("Ivanka Trump smiled. President Trump left the room.", "en")
    #expect(found.names(.person) == ["Ivanka Trump", "Trump"])
  }

  @Test("particles belong to a name, and given names lead through them")
  func particles() {
    let found = ActorFixture("Selon Hans von der Aue, la visite de Charles de Brissac a duré une heure.")
    #expect(found.names(.person) == ["Hans von der Aue", "Charles de Brissac"])
  }

  @Test("weapons, ships, battles, months and the capital of a sentence are no persons")
  func noPersons() {
    let found = ActorFixture(
      "Cependant, deux batteries Patriot sont arrivées lundi. Le croiseur Orlik a coulé. Noël approche. "
        + "La bataille d’Iwo Jima fut longue.")
    #expect(found.names(.person).isEmpty)
  }

  @Test("peoples and their adjectives are neither places nor persons")
  func demonyms() {
    let found = ActorFixture("Les Ukrainiens et les Américains ont rencontré des soldats russes.")
    #expect(found.actors.isEmpty)
  }

  @Test("a party's acronym before a name is not part of it")
  func partyFirst() {
    let found = ActorFixture("Le député PCF André Vallier a protesté.")
    #expect(found.names(.person) == ["André Vallier"])
  }

  @Test(
    "names of several parts are one person",
    arguments: [
      ("fr", "Hier Souleymane N’Dorre a signé.", "Souleymane N’Dorre"),
      ("fr", "Hier Apoline de Vasrey-Brume a dit non.", "Apoline de Vasrey-Brume"),
      ("fr", "Selon Duarte de Vasrey e Brume, tout va.", "Duarte de Vasrey e Brume"),
      ("en", "The critic Edmund St John Vasrey wrote a review.", "Edmund St John Vasrey"),
      ("en", "Chief Constable Rhodri Pugh said no.", "Rhodri Pugh"),
    ])
  func severalParts(code: String, text: String, name: String) {
    #expect(ActorFixture(text, code).names(.person) == [name])
  }

  @Test("what stands behind a preposition of place did not say it")
  func placeBeforeVerb() {
    let fixture = ActorFixture("A nurse in Harehallow said so.", "en")
    #expect(fixture.names(.person) == [])
    #expect(fixture.names(.place) == ["Harehallow"])
  }

  @Test(
    "given names of people who sit in no parliament are known",
    arguments: [
      ("He rose to head in a corner from Callum Doyle.", "en", "Callum Doyle"),
      ("The letter from Niamh Ostrey came late.", "en", "Niamh Ostrey"),
      ("The letter from Rajesh Ostrey came late.", "en", "Rajesh Ostrey"),
      ("La lettre de Amandine Vasrel est arrivée.", "fr", "Amandine Vasrel"),
      ("La lettre de Élodie Vasrel est arrivée.", "fr", "Élodie Vasrel"),
      ("La lettre de Elodie Vasrel est arrivée.", "fr", "Elodie Vasrel"),
    ])
  func givenNames(sentence: String, language: String, name: String) {
    #expect(ActorFixture(sentence, language).names(.person) == [name])
  }
}
