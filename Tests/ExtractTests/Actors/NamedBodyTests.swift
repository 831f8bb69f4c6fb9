import NewsModel
import Testing

@testable import Extract

@Suite("Bodies told by what stands beside them")
struct NamedBodyTests {
  @Test("the place behind a role's noun is its complement, and who holds it stands behind the comma")
  func complements() {
    let region = ActorFixture("Le président de la région Bretagne, Paul Orveau, a salué ce choix.")
    #expect(region.names(.person) == ["Paul Orveau"] && region.names(.place) == ["Bretagne"])
    #expect(region.roles(of: "Paul Orveau") == ["président de la région Bretagne"])
    let east = ActorFixture("Le président de la région Grand Est, Paul Orveau, a salué ce choix.")
    #expect(east.names(.person) == ["Paul Orveau"] && east.names(.place) == ["Grand Est"])
    // Who holds the role may stand right behind it.
    let holder = ActorFixture("Le président de la région Paul Orveau a salué ce choix.")
    #expect(holder.names(.person) == ["Paul Orveau"])
  }

  @Test("a participle before where something left from names no body")
  func participles() {
    let ship = ActorFixture("Le cargo, parti de Rotterdam samedi, a coulé.")
    #expect(ship.names(.organization) == [] && ship.names(.place) == ["Rotterdam"])
    #expect(ActorFixture("Le parti d'Ostrelle recule.").names(.organization) == [])
    #expect(ActorFixture("Il a rejoint le parti de la Concorde.").names(.organization) == ["parti de la Concorde"])
  }

  @Test("an adjective or two stand between a body's noun and its name")
  func adjectives() {
    let names = ActorFixture(
      "L'équipementier automobile Norbrant a annoncé un plan. La coalition régionale basque Argi Bidea gagne.")
    #expect(names.names(.organization) == ["Norbrant", "Argi Bidea"] && names.names(.person) == [])
    let firm = ActorFixture("La société grecque Pelagos Bulk a démenti.")
    #expect(firm.names(.organization) == ["Pelagos Bulk"])
  }

  @Test("several words before a role of bodies and who holds it are a body")
  func managers() {
    let nursery = ActorFixture("Tiny Otters manager Tracey Oldroyd denied it. Tiny Otters is closed.", "en")
    #expect(nursery.names(.organization) == ["Tiny Otters"] && nursery.names(.person) == ["Tracey Oldroyd"])
    // Other roles are held in places.
    #expect(ActorFixture("Tiny Otters councillor Tracey Oldroyd denied it.", "en").names(.organization) == [])
  }

  @Test("a place stands in a role as an adjective does")
  func modifiers() {
    let analyst = ActorFixture("“It is late,” said Ruth Haldane, chief UK economist at Carvell Asset Management.", "en")
    #expect(analyst.names(.person) == ["Ruth Haldane"] && analyst.names(.place) == ["UK"])
    #expect(analyst.names(.organization) == ["Carvell Asset Management"])
    #expect(analyst.roles(of: "Ruth Haldane") == ["chief UK economist at Carvell Asset Management"])
  }

  @Test("numbered roads and what clinics scan are no bodies")
  func labels() {
    #expect(ActorFixture("L'autoroute AP-68 est fermée.").names(.organization) == [])
    #expect(ActorFixture("L'IRM a montré une fracture.").names(.organization) == [])
  }

  @Test("an acronym has all letters of a first word that is initials itself")
  func acronyms() {
    let agency = ActorFixture("The UK Harbour Safety Agency (UKHSA) said no. UKHSA is small.", "en")
    #expect(agency.mentions(of: "UK Harbour Safety Agency") == ["UK Harbour Safety Agency", "UKHSA", "UKHSA"])
  }

  @Test("the role in a phrase that a participle opens is not of who acts behind it")
  func openings() {
    let coach = ActorFixture(
      "Interrogé sur les griefs de son homologue portugais à propos du jeu, Jan Verhelst a souri.")
    #expect(coach.names(.person) == ["Jan Verhelst"] && coach.roles(of: "Jan Verhelst") == [])
    let envoy = ActorFixture("Il a reçu son homologue portugais, Rui Sardo, à Brest.")
    #expect(envoy.roles(of: "Rui Sardo") == ["homologue portugais"])
  }

  @Test("English bodies for two things, of saints and of whom one speaks for are whole")
  func english() {
    #expect(
      ActorFixture("The Maritime and Transport Union said no.", "en").names(.organization)
        == ["Maritime and Transport Union"])
    #expect(
      ActorFixture("The Louvre and Defense Ministry said no.", "en").names(.organization).contains("Defense Ministry"))
    #expect(
      ActorFixture("Many people in the old town like St. Hilda Medical Center on the hill.", "en").actors.map(\.name)
        == ["St. Hilda Medical Center"])
    #expect(ActorFixture("A spokesman for Atlantic Grid said no.", "en").names(.organization) == ["Atlantic Grid"])
    #expect(ActorFixture("“No,” said captain Dean Rudge.", "en").names(.person) == ["Dean Rudge"])
    #expect(ActorFixture("“No,” said captain Dean Rudge.", "en").roles(of: "Dean Rudge") == ["captain"])
  }
}
