import NewsModel
import Testing

@testable import Extract

@Suite("Roles, and what stands in them")
struct RoleContextTests {
  @Test("a ship behind its noun is no person, and the role belongs to the name beside it")
  func ships() {
    let french = ActorFixture("« Nous avons vu le feu », raconte Yann Kervel, patron du chalutier La Mouette.")
    #expect(french.names(.person) == ["Yann Kervel"])
    #expect(french.roles(of: "Yann Kervel") == ["patron du chalutier La Mouette"])
    let english = ActorFixture("“We saw the fire,” said Ian Korvel, the skipper of the ferry Halcyon.", "en")
    #expect(english.names(.person) == ["Ian Korvel"])
    #expect(english.roles(of: "Ian Korvel") == ["skipper of the ferry Halcyon"])
    let spanish = ActorFixture("«Vimos el fuego», contó Íñigo Corvalán, patrón del pesquero El Rubén.", "es")
    #expect(spanish.names(.person) == ["Íñigo Corvalán"])
    #expect(spanish.roles(of: "Íñigo Corvalán") == ["patrón del pesquero El Rubén"])
    let held = ActorFixture("La patronne du chalutier Odile Varenne a démenti.")
    #expect(held.names(.person) == ["Odile Varenne"])
  }

  @Test("the place behind \u{201C}prosecutor in\u{201D} is a place, and the role its neighbour\u{2019}s")
  func placesOfRoles() {
    let stated = ActorFixture("The public prosecutor in Ostrevy, Karl Hadden, opened an inquiry.", "en")
    #expect(stated.names(.person) == ["Karl Hadden"])
    #expect(stated.roles(of: "Karl Hadden") == ["public prosecutor in Ostrevy"])
    let known = ActorFixture("Vera Lindahl, an economist in Geneva, doubts it. The economist in Geneva left.", "en")
    #expect(known.names(.person) == ["Vera Lindahl"] && known.names(.place) == ["Geneva"])
    #expect(known.roles(of: "Vera Lindahl") == ["economist in Geneva"])
  }

  @Test("English names an office before its title, whatever the office")
  func offices() {
    let transport = ActorFixture("His counterpart in the talks, Transport Minister Ilan Sorek, agreed.", "en")
    #expect(transport.names(.person) == ["Ilan Sorek"])
    #expect(transport.roles(of: "Ilan Sorek") == ["Transport Minister"])
    let affairs = ActorFixture("On Monday River Affairs Minister Ilan Sorek agreed.", "en")
    #expect(affairs.names(.person) == ["Ilan Sorek"])
    let deputy = ActorFixture("Dana Whitlock, a former deputy infrastructure minister, agreed.", "en")
    #expect(deputy.roles(of: "Dana Whitlock") == ["former deputy infrastructure minister"])
    let police = ActorFixture("The police commander Dana Whitlock resigned.", "en")
    #expect(police.roles(of: "Dana Whitlock") == ["police commander"])
  }

  @Test("a word that only qualifies a title starts none, and a title is no family name\u{2019}s end")
  func qualified() {
    let staff = ActorFixture("Dana Whitlock, a former deputy chief of staff, agreed.", "en")
    #expect(staff.roles(of: "Dana Whitlock") == ["former deputy chief of staff"])
    let editor = ActorFixture("Dana Whitlock, the editor in chief, agreed with it.", "en")
    #expect(editor.roles(of: "Dana Whitlock") == ["editor in chief"])
    #expect(ActorFixture("Peter Skipper, 66, said no.", "en").names(.person) == ["Peter Skipper"])
    let town = ActorFixture("The chairman in Ostrevy County told Dana Whitlock.", "en")
    #expect(town.names(.place) == ["Ostrevy County"])
    let given = ActorFixture("Florence Whitlock left early. They asked Florence and others to stay.", "en")
    #expect(given.mentions(of: "Florence Whitlock") == ["Florence Whitlock", "Florence"])
  }

  @Test("a role runs to the noun of what it is held in, with its name")
  func bodies() {
    let named = ActorFixture("Dana Whitlock, the head of the aid coalition Harvest Hand, said so.", "en")
    #expect(named.roles(of: "Dana Whitlock") == ["head of the aid coalition Harvest Hand"])
    let guardRole = ActorFixture("Dana Whitlock, commander of the southern coast guard, said so.", "en")
    #expect(guardRole.roles(of: "Dana Whitlock") == ["commander of the southern coast guard"])
    let verb = ActorFixture("Dana Whitlock, the head of the agency, said the group had met.", "en")
    #expect(verb.roles(of: "Dana Whitlock") == ["head of the agency"])
    let spanish = ActorFixture("Según Nora Ibáñez, jefa de la guardia costera del sur, no hay heridos.", "es")
    #expect(spanish.roles(of: "Nora Ibáñez") == ["jefa de la guardia costera del sur"])
  }

  @Test("a plural that opens a sentence is no person, a family name is")
  func plurals() {
    for word in ["Survivors", "Donors", "Villagers"] {
      #expect(ActorFixture("\(word) said that the boat was full.", "en").names(.person).isEmpty, "\(word)")
    }
    let family = ActorFixture("Robin Adams left. Adams said that the boat was full.", "en")
    #expect(family.mentions(of: "Robin Adams") == ["Robin Adams", "Adams"])
  }

  @Test("a country is no person by the given name")
  func countries() {
    let behind = ActorFixture("Donors met in Amman, Jordan, in May with Jordan Vasko.", "en")
    #expect(behind.names(.place) == ["Amman", "Jordan"] && behind.mentions(of: "Jordan Vasko") == ["Jordan Vasko"])
    let owner = ActorFixture("Jordan Vasko praised Jordan\u{2019}s offer, Vasko added.", "en")
    #expect(owner.mentions(of: "Jordan Vasko") == ["Jordan Vasko", "Vasko"])
    #expect(owner.names(.place) == ["Jordan"])
  }

  @Test("a place before the noun that says what it is, and one in its country, are places")
  func placesBesideNouns() {
    #expect(ActorFixture("Two died in Kenya\u{2019}s Ostrevy camp.", "en").names(.place) == ["Kenya", "Ostrevy"])
    #expect(ActorFixture("Le prix monte sur le marché d\u{2019}Ostrevy, au Niger.").names(.place).contains("Ostrevy"))
  }

  @Test("an organization\u{2019}s first word stands for it; a common acronym is no part of its name")
  func shortened() {
    let found = ActorFixture(
      "The aid group Harvesta International came. Ian Korvel, an engineer with Harvesta, left.", "en")
    #expect(found.names(.person) == ["Ian Korvel"])
    #expect(found.mentions(of: "Harvesta International") == ["Harvesta International", "Harvesta"])
    #expect(ActorFixture("Selon l\u{2019}ONG Harvesta Hand, tout va bien.").names(.organization) == ["Harvesta Hand"])
  }
}
