import NewsModel
import Testing

@testable import Extract

/// Companies, whose names are any words and whose verbs are those of persons.
struct CompanyTests {
  @Test(
    "one sign of a company makes it one at all its mentions",
    arguments: [
      ("fr", "Solvane a annoncé une perte. Solvane, dont le siège est à Lyon, emploie mille personnes.", "Solvane"),
      ("fr", "Le laitier Briveau a déclaré jeudi qu’il fusionnera. Les actionnaires de Briveau ont voté.", "Briveau"),
      ("fr", "Chez Lormel, les syndicats s’inquiètent. Lormel a assuré que rien ne change.", "Lormel"),
      ("en", "Brightwater said on Thursday it would grow. Shares of Brightwater rose.", "Brightwater"),
      ("en", "The merger with Calder failed. Calder’s third-quarter profit fell.", "Calder"),
      ("en", "Northwind Foods said it lost a ship.", "Northwind Foods"),
    ])
  func sign(code: String, text: String, name: String) {
    let fixture = ActorFixture(text, code)
    #expect(fixture.names(.organization) == [name])
    #expect(fixture.names(.person) == [])
  }

  @Test(
    "what persons have and do, too, makes nobody a company",
    arguments: [
      ("fr", "Jean Dupont vit à Vannes. Dupont emploie trois jardiniers. Chez Dupont, on mange bien.", "Jean Dupont"),
      ("en", "Rhona Hale, a media planner who lives here, never saw it.", "Rhona Hale"),
      ("en", "Ann Hale said the wells were dry. Workers met Hale’s employees.", "Ann Hale"),
    ])
  func persons(code: String, text: String, name: String) {
    let fixture = ActorFixture(text, code)
    #expect(fixture.names(.person) == [name])
    #expect(fixture.names(.organization) == [])
  }

  @Test("a noun of companies behind the word that opens a sentence makes no name of it")
  func sentenceStart() {
    #expect(ActorFixture("Operating profit fell by a tenth.", "en").actors.isEmpty)
  }

  @Test("a month that is a given name is a person's before a family name, and a month behind a preposition")
  func months() {
    #expect(
      ActorFixture("Voters trusted Jan Berg. May Whitfield won.", "en").names(.person) == ["Jan Berg", "May Whitfield"])
    #expect(ActorFixture("The Senate met in May. In June Orsk forces left.", "en").names(.person) == [])
  }

  @Test(
    "a noun before a name tells a body, whose verbs are its own",
    arguments: [
      ("fr", "Le groupe d’emballage Verdane a annoncé une perte.", "Verdane"),
      ("fr", "La start-up Enzyvar a déclaré vouloir grandir.", "Enzyvar"),
      ("en", "The campaign group Pwani Watch said the port was closed.", "Pwani Watch"),
      ("en", "The Association of Welsh Mutuals said no.", "Association of Welsh Mutuals"),
      ("fr", "Le CHU de Lestrac a ouvert ses portes.", "CHU de Lestrac"),
    ])
  func bodies(code: String, text: String, name: String) {
    let fixture = ActorFixture(text, code)
    #expect(fixture.names(.organization) == [name])
    #expect(fixture.names(.person) == [])
  }

  @Test("storms and ships are no actors")
  func storms() {
    #expect(ActorFixture("Storm Brenna hit the coast. Hurricane Odile killed two.", "en").actors.isEmpty)
    #expect(ActorFixture("Un voilier, le Santa Perpetua, a coulé.").actors.isEmpty)
  }
}
