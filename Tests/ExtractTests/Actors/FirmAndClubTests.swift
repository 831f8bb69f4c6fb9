import NewsModel
import Testing

@testable import Extract

@Suite("Firms, clubs and headlands")
struct FirmAndClubTests {
  @Test("a firm that speaks is one where its works or its longer names stand in the article")
  func firms() {
    let works = ActorFixture(
      "Norbrant rejected the claim. Three men died at the Norbrant works. Norbrant said no.", "en")
    #expect(works.names(.organization) == ["Norbrant"] && works.names(.place) == [] && works.names(.person) == [])
    let named = ActorFixture(
      "Fathom said it was sorry. Fathom Chemicals is owned by Fathom Group Plc. Men died at the Fathom plant.", "en")
    #expect(named.names(.organization) == ["Fathom", "Fathom Chemicals", "Fathom Group Plc"])
    #expect(named.names(.person) == [] && named.names(.place) == [])
    let french = ActorFixture("L’usine Norbrant est fermée. Norbrant a démenti, puis Norbrant a annoncé un plan.")
    #expect(french.names(.organization) == ["Norbrant"] && french.names(.person) == [])
    // A person of the same name stays one, and a town with a plant is a town.
    let person = ActorFixture("Mary Norbrant left. Norbrant said the Norbrant works were hers.", "en")
    #expect(person.names(.person) == ["Mary Norbrant"])
    #expect(ActorFixture("He lives in Ostry. The Ostry plant was closed.", "en").names(.organization) == [])
  }

  @Test("a firm's name that speaks is the person of that family name where the article names one")
  func speakers() {
    let person = ActorFixture(
      "Mayor Michael Bloomberg signed the bill. “It is late,” said Bloomberg, a former trader. Bloomberg said no.", "en"
    )
    #expect(person.mentions(of: "Michael Bloomberg") == ["Michael Bloomberg", "Bloomberg", "Bloomberg"])
    let mayor = ActorFixture(
      "Michel Leclerc, maire de Brest, a parlé. « Il est tard », a dit Leclerc. Leclerc a quitté la salle.")
    #expect(mayor.mentions(of: "Michel Leclerc") == ["Michel Leclerc", "Leclerc", "Leclerc"])
    let firm = ActorFixture("Michel Leclerc, maire de Brest, a parlé. Selon Leclerc, les prix ont baissé.")
    #expect(firm.mentions(of: "Michel Leclerc") == ["Michel Leclerc"])
    let agency = ActorFixture("Mayor Michael Bloomberg told Bloomberg on Monday that it was late.", "en")
    #expect(agency.mentions(of: "Michael Bloomberg") == ["Michael Bloomberg"])
    #expect(ActorFixture("Bloomberg said no.", "en").names(.organization) == ["Bloomberg"])
  }

  @Test("a football club is one where a sentence is of a match; a town is a town")
  func clubs() {
    let match = ActorFixture(
      "Brinmouth Town beat Fathom Athletic 2-1 in the derby. Brinmouth Town will play Tilbrook Rovers in the cup.", "en"
    )
    #expect(match.names(.organization) == ["Brinmouth Town", "Fathom Athletic", "Tilbrook Rovers"])
    #expect(match.names(.place) == [])
    let town = ActorFixture("The match was held in Brinmouth City. Ostry Town was flooded.", "en")
    #expect(town.names(.place) == ["Brinmouth City", "Ostry Town"])
  }

  @Test("a headland and a beach are places, and no persons")
  func headlands() {
    let point = ActorFixture("À la pointe de Kerloan, le vent a soufflé. Un corps était sur la grève de Kerloan.")
    #expect(point.names(.place) == ["Kerloan"] && point.names(.person) == [])
    #expect(ActorFixture("Un corps était sur la grève de Kerloan.").names(.person) == [])
    #expect(ActorFixture("On a vu le phare de Kerloan.").names(.place) == ["Kerloan"])
  }
}
