import NewsModel
import Testing

@testable import Extract

@Suite("Places and organizations")
struct PlaceAndOrganizationTests {
  @Test("articles and elisions stay outside the name of a place")
  func articles() {
    let found = ActorFixture("L’Ukraine remercie les États-Unis et la Corée du Sud.")
    #expect(found.names(.place) == ["Ukraine", "États-Unis", "Corée du Sud"])
  }

  @Test("territories of CLDR are known in each language")
  func territories() {
    #expect(ActorFixture("They flew to Kyrgyzstan in May.", "en").names(.place) == ["Kyrgyzstan"])
    #expect(ActorFixture("Ils vivent au Kirghizstan depuis peu.").names(.place) == ["Kirghizstan"])
  }

  @Test("seas, directions and nouns of geography make places")
  func geography() {
    let found = ActorFixture("La flotte quitte la mer Noire et contourne les îles Tarnov.")
    #expect(found.names(.place) == ["mer Noire", "îles Tarnov"])
    #expect(ActorFixture("Fighting went on in South Vietnam.", "en").names(.place) == ["South Vietnam"])
  }

  @Test("a ministry, a court, an army and an embassy are organizations with their complements")
  func phrases() {
    let found = ActorFixture(
      "Le tribunal administratif de Nîmes et l’ambassade américaine à Kiev ont répondu à l’armée française.")
    #expect(
      found.names(.organization) == ["tribunal administratif de Nîmes", "ambassade américaine", "armée française"])
    #expect(found.names(.place) == ["Kiev"])
  }

  @Test("a common bank of a country is not an organization's name")
  func commonNoun() {
    #expect(ActorFixture("Une banque française a fermé.").names(.organization).isEmpty)
  }

  @Test("institutions known by name are organizations, also in lower case")
  func known() {
    let found = ActorFixture("Le Kremlin, l’OTAN et le Pentagone se taisent ; al-Qaïda menace.")
    #expect(found.names(.organization) == ["Kremlin", "OTAN", "Pentagone", "al-Qaïda"])
  }

  @Test("short acronyms count in capitals only")
  func acronymCase() {
    #expect(ActorFixture("Tell us what it is.", "en").actors.isEmpty)
    #expect(ActorFixture("The US said no.", "en").names(.place) == ["US"])
  }

  @Test("an acronym and what it stands for are one organization")
  func acronyms() {
    let found = ActorFixture("La Fédération nationale des Ports (FNP) appelle à la grève. La FNP négocie.")
    #expect(found.names(.organization).count == 1)
    #expect(found.actors.first?.mentions.count == 3)
  }

  @Test("English institutions keep what of and for join to them")
  func englishOrganizations() {
    let found = ActorFixture("She left the University of Leicester for the Institute for Coastal Research.", "en")
    #expect(found.names(.organization) == ["University of Leicester", "Institute for Coastal Research"])
  }

  @Test("what a text says a name is decides its kind")
  func definitions() {
    #expect(ActorFixture("Tarnwick is a village in the north.", "en").names(.place) == ["Tarnwick"])
    #expect(ActorFixture("Ovalie est une commune du Gers.").names(.place).contains("Ovalie"))
  }

  @Test("a place after a role stays a place")
  func placeInRole() {
    let found = ActorFixture("L’archevêque de Bordeaux Josselin Ferrand a béni la foule.")
    #expect(found.names(.place) == ["Bordeaux"])
    #expect(found.names(.person) == ["Josselin Ferrand"])
  }
}
