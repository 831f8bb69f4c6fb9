import NewsModel
import Testing

@testable import Extract

@Suite("Actors in their context")
struct ActorContextTests {
  @Test("names in an enumeration are of the kind of those that are sure")
  func enumerations() {
    let towns = ActorFixture("Le train s’arrête à Lyon, Ostrevy et Brumagne avant la frontière.")
    #expect(towns.names(.place) == ["Lyon", "Ostrevy", "Brumagne"])
    let people = ActorFixture("The guests of that evening were Anna Vasko, Petter Dahlin, Ostberg and Brumagne.", "en")
    #expect(people.names(.person) == ["Anna Vasko", "Petter Dahlin", "Ostberg", "Brumagne"])
  }

  @Test("a comma behind an introduction makes no enumeration, nor do a body and a given name")
  func noEnumerations() {
    let found = ActorFixture("In the United States Senate, Ostrevin spoke for an hour.", "en")
    #expect(!found.names(.organization).contains("Ostrevin"))
    let mixed = ActorFixture("Étaient là Charlotte, Ostrevin et Greenpeace.")
    #expect(!mixed.names(.organization).contains("Ostrevin"))
  }

  @Test("a name made with an inner capital is no person's; a plural owns the organization behind its apostrophe")
  func madeNames() {
    let made = ActorFixture(
      "Le barrage rouvrira. HydroVarenne a refusé de commenter. Selon HydroVarenne, tout va bien.")
    #expect(made.names(.person).isEmpty && made.names(.organization) == ["HydroVarenne"])
    let family = ActorFixture("MacVarenne a refusé de commenter. FitzVarenne a refusé aussi.")
    #expect(!family.names(.organization).contains { $0.hasSuffix("Varenne") })
    for mark in ["’", "'"] {
      let dockers = ActorFixture(
        "On Monday the Dockers\(mark) Union said no. Otis Varn of the Dockers\(mark) Union left.", "en")
      #expect(dockers.names(.organization) == ["Dockers\(mark) Union"] && !dockers.names(.person).contains("Union"))
    }
  }

  @Test("examples are what the noun before them says")
  func examples() {
    let places = ActorFixture("Elle aime les quartiers tels que La Brume, Ostrevy ou Les Aulnes.")
    #expect(places.names(.place) == ["La Brume", "Ostrevy", "Les Aulnes"])
    let bodies = ActorFixture("Une société comme Ostrevy embauche.")
    #expect(bodies.names(.organization) == ["Ostrevy"])
  }

  @Test("two capitals behind a role and its link are an organization, unless one is a given name")
  func complementsOfRoles() {
    let alone = ActorFixture("Selon la présidente de Rivages Solidaires, la digue tiendra.")
    #expect(alone.names(.person).isEmpty && alone.names(.organization) == ["Rivages Solidaires"])
    let held = ActorFixture("Odile Varenne, présidente de Rivages Solidaires, a salué ce geste.")
    #expect(held.names(.person) == ["Odile Varenne"])
    #expect(held.roles(of: "Odile Varenne") == ["présidente de Rivages Solidaires"])
    let before = ActorFixture("La présidente de Rivages Solidaires Odile Varenne a salué ce geste.")
    #expect(before.names(.person) == ["Odile Varenne"] && before.names(.organization) == ["Rivages Solidaires"])
    let company = ActorFixture("Le directeur de Novatek Paul Hervieu a démissionné.")
    #expect(company.names(.person) == ["Paul Hervieu"])
    #expect(company.roles(of: "Paul Hervieu") == ["directeur de Novatek"])
    #expect(ActorFixture("L’évêque de Brumagne Adalric a béni la flotte.").names(.person) == ["Adalric"])
    #expect(ActorFixture("Le porte-parole de Solveig Marchetti a démenti.").names(.person) == ["Solveig Marchetti"])
  }

  @Test("an adjective may stand between the noun of a place and its name")
  func describedPlaces() {
    #expect(ActorFixture("Il habite le quartier insulaire de Brumagne depuis peu.").names(.place) == ["Brumagne"])
  }

  @Test("a noun of organizations names what stands between quote marks behind it")
  func quotedOrganizations() {
    let found = ActorFixture("Elle dirige l’association bénévole « Ostrevy » depuis dix ans.")
    #expect(found.names(.organization) == ["Ostrevy"])
  }

  @Test("letters that stand for a withheld name are nobody")
  func withheldNames() {
    let found = ActorFixture("M. B a saisi le juge. Le jugement de M. B, représenté par Mme C. D., a été lu.")
    #expect(found.names(.person).isEmpty)
  }

  @Test("titles of works, by their year or their quote marks, are no actors")
  func works() {
    let dated = ActorFixture("Elle a écrit Northern Harbour Songs (1997) et Ashen Fields (2000).")
    #expect(dated.actors.isEmpty)
    #expect(ActorFixture("Il a lu « The Stone and the Salt » en une nuit.").actors.isEmpty)
  }

  @Test("behind a given name a capitalized word is a family name, whatever it means")
  func familyNamesLikeWords() {
    #expect(ActorFixture("Puis Marie-Claire Durant a salué la foule.").names(.person) == ["Marie-Claire Durant"])
  }

  @Test("a particle behind a given and a family name goes on with it, an article or a known name does not")
  func doubleFamilyNames() {
    #expect(
      ActorFixture("Il a vu Jean Durand de Brissaque hier.").names(.person) == ["Jean Durand de Brissaque"])
    #expect(ActorFixture("Il a vu Jean Durand de Lyon hier.").names(.person) == ["Jean Durand"])
  }

  @Test("two given names joined by a hyphen are one, also behind a preposition of places")
  func doubleGivenNames() {
    #expect(ActorFixture("La statue est due à Marie-Claire Ostrevin.").names(.person) == ["Marie-Claire Ostrevin"])
  }

  @Test("an elided article with a capital is part of a name, but not of a country's")
  func articlesOfNames() {
    #expect(ActorFixture("Ils vont à L’Ostrevine chaque été.").names(.place) == ["L’Ostrevine"])
    #expect(ActorFixture("Un accord a été signé Le Mali et la Norvège.").names(.place).contains("Mali"))
  }

  @Test("an institution has its subject in its name, and a verb behind it has not")
  func subjects() {
    let found = ActorFixture("Selon l’Institut national de la brume, il pleuvra.")
    #expect(found.names(.organization) == ["Institut national de la brume"])
    let adjective = ActorFixture("Hier l’Institut national de la recherche scientifique a fermé.")
    #expect(adjective.names(.organization) == ["Institut national de la recherche scientifique"])
    let verb = ActorFixture("Elle demande à l’Institut national de corriger ses chiffres.")
    #expect(verb.names(.organization) == ["Institut national"])
  }

  @Test("an enumeration of names is no headline")
  func enumerationsAreNoHeadlines() {
    let found = ActorFixture("Guests Include Anna Vasko, Petter Dahlin, Don Ostberg, Art Brumagne, Mike Selby", "en")
    #expect(found.names(.person).contains("Art Brumagne"))
  }

  @Test("a point of the compass before an unknown word makes a place")
  func compass() {
    #expect(ActorFixture("The mill at North Ostrevy closed.", "en").names(.place) == ["North Ostrevy"])
  }

  @Test("a town is told by small words between its hyphens and by the place in brackets behind it")
  func towns() {
    let found = ActorFixture("Le feu a pris près d’Ostry-sur-Brume, puis Vasrey (Moselle) a été évacué.")
    #expect(found.names(.place) == ["Ostry-sur-Brume", "Vasrey", "Moselle"])
  }

  @Test("a given name behind a place starts a person")
  func personBehindPlace() {
    let found = ActorFixture("La maire de Paris Anne Dulac a refusé.")
    #expect(found.names(.person) == ["Anne Dulac"])
    #expect(found.names(.place) == ["Paris"])
  }

  @Test("the weakest sign of one word does not grow by being repeated")
  func repetition() {
    var votes = KindVotes(person: PersonEvidence.bare)
    for _ in 1...5 { votes.add(repeated: KindVotes(person: PersonEvidence.bare), isOneWord: true) }
    #expect(votes.person == PersonEvidence.bare)
  }

  @Test("a noun of institutions alone names none")
  func bareNouns() {
    #expect(ActorFixture("Il demande à la Cour d’annuler la décision.").actors.isEmpty)
  }
}
