import NewsModel
import Testing

@testable import Extract

@Suite("A family name that two persons have")
struct SharedFamilyNameTests {
  private static let english =
    "Miriam Holloway, a former treasurer, was convicted on Monday. Her husband, Peter Holloway, was acquitted. "
  private static let french =
    "Odile Castagnier, ancienne trésorière, a été condamnée. Son mari, Bernard Castagnier, a été relaxé. "

  @Test("names neither of them, speaking or not")
  func neither() {
    for end in ["Holloway had told friends that the money was safe.", "The police searched the car of Holloway."] {
      let found = ActorFixture(SharedFamilyNameTests.english + end, "en")
      #expect(found.names(.person) == ["Miriam Holloway", "Peter Holloway"])
      #expect(found.mentions(of: "Miriam Holloway").count == 1 && found.mentions(of: "Peter Holloway").count == 1)
    }
    let spoken = SpokenSample(
      SharedFamilyNameTests.french + "Castagnier avait assuré que l’argent était « en lieu sûr chez nous ».")
    #expect(spoken.holds("en lieu sûr") && spoken.speaker(of: "en lieu sûr") == nil)
    #expect(spoken.named("en lieu sûr") == "Castagnier")
  }

  @Test("names the one whom a civility tells, or a role, or who alone was named by then")
  func told() {
    let civilities = [
      ("Mme Castagnier a fait appel.", "Odile Castagnier"), ("M. Castagnier est libre.", "Bernard Castagnier"),
    ]
    for (end, name) in civilities {
      #expect(ActorFixture(SharedFamilyNameTests.french + end).mentions(of: name) == [name, "Castagnier"])
    }
    let alone = ActorFixture(
      "Miriam Holloway was convicted. Holloway will appeal. Her husband, Peter Holloway, was acquitted.", "en")
    #expect(alone.mentions(of: "Miriam Holloway") == ["Miriam Holloway", "Holloway"])
    let husband = ActorFixture(
      "Miriam Holloway was convicted. Her husband, Peter, was not. Holloway will appeal.", "en")
    #expect(husband.mentions(of: "Miriam Holloway") == ["Miriam Holloway", "Holloway"])
  }

  @Test("a participle that opens a sentence before a comma is nobody")
  func participles() {
    for word in ["Interrogée", "Contactée", "Joint", "Sollicités"] {
      let found = ActorFixture("\(word), la préfète Odile Brun n’a rien dit. \(word), elle a souri.")
      #expect(found.actors.map(\.name) == ["Odile Brun"])
    }
    #expect(ActorFixture("Chloé, 8 ans, a tout vu.").names(.person) == ["Chloé"])
    #expect(
      ActorFixture("Jean Dupré dort. Dupré, le voisin, est parti.").mentions(of: "Jean Dupré") == [
        "Jean Dupré", "Dupré",
      ])
  }
}
