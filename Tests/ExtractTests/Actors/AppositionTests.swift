import NewsModel
import Testing

@testable import Extract

@Suite("Appositions behind a person's name")
struct AppositionTests {
  @Test(
    "an English apposition is whole, whoever holds it and whatever its words",
    arguments: [
      ("Lowri Pask, the committee’s chairwoman, said no.", "Lowri Pask", ["chairwoman"]),
      ("Lowri Pask, the Ardlow County coroner, said no.", "Lowri Pask", ["Ardlow County coroner"]),
      ("“No,” said Lowri Pask, the union’s regional secretary, on the quay.", "Lowri Pask", ["regional secretary"]),
      ("Lowri Pask, the county’s deputy health director, said no.", "Lowri Pask", ["deputy health director"]),
      ("Lowri Pask, Ardlow’s first mayor, said no.", "Lowri Pask", ["Ardlow’s first mayor"]),
      (
        "Lowri Pask, a former harbour board adviser on Cuba, left.", "Lowri Pask",
        ["former harbour board adviser on Cuba"]
      ),
      (
        "Lowri Pask, president and chief executive of Ardlow Foods, left.", "Lowri Pask",
        ["president and chief executive of Ardlow Foods"]
      ),
      (
        "The old harbour board hired Lowri Pask, the CEO of World Paper Works, on Monday.", "Lowri Pask",
        ["CEO of World Paper Works"]
      ),
      ("Lowri Pask, 34, a baker from Leeds, said no.", "Lowri Pask", ["baker from Leeds"]),
      ("Lowri Pask, a labour and delivery nurse, said no.", "Lowri Pask", ["labour and delivery nurse"]),
      ("Lowri Pask, a lawyer and activist, said no.", "Lowri Pask", ["lawyer and activist"]),
      ("Lowri Pask, a mother of two, said no.", "Lowri Pask", ["mother of two"]),
      ("Lowri Pask, a nurse who runs a café, said no.", "Lowri Pask", ["nurse"]),
      ("Lowri Pask, director of the museum since 2019, left.", "Lowri Pask", ["director of the museum"]),
      ("Lowri Pask, one of the organisers of the march, left.", "Lowri Pask", ["one of the organisers of the march"]),
      ("Lowri Pask, then a deputy in Leeds, left.", "Lowri Pask", ["then a deputy in Leeds"]),
      (
        "Lowri Pask, an aide to Rep. Owain Pryce, left.", "Lowri Pask", ["aide to Rep. Owain Pryce"]
      ),
    ])
  func english(sentence: String, name: String, roles: [String]) {
    let fixture = ActorFixture(sentence, "en")
    #expect(fixture.roles(of: name) == roles)
    #expect(fixture.names(.person).contains(name))
  }

  @Test(
    "a French apposition is whole, with party, union and second office",
    arguments: [
      ("Odile Ferrand, déléguée CGT, a réagi.", "Odile Ferrand", ["déléguée CGT"]),
      ("Odile Ferrand, deuxième adjointe, expédie le courrier.", "Odile Ferrand", ["deuxième adjointe"]),
      ("« Non », dit Odile Ferrand, 44 ans, infirmière au Havre.", "Odile Ferrand", ["infirmière au Havre"]),
      ("« Non », dit Odile Ferrand, mère de trois enfants.", "Odile Ferrand", ["mère de trois enfants"]),
      (
        "« Non », dit Odile Ferrand, co-présidente de l’association des riverains.", "Odile Ferrand",
        ["co-présidente de l’association des riverains"]
      ),
      (
        "Odile Ferrand, maire PS de Nantes et présidente du port, conteste.", "Odile Ferrand",
        ["maire PS de Nantes et présidente du port"]
      ),
      (
        "Odile Ferrand, alors ministre de l’Intérieur, avait refusé.", "Odile Ferrand",
        ["alors ministre de l’Intérieur"]
      ),
      ("Odile Ferrand, également membre du directoire, part.", "Odile Ferrand", ["membre du directoire"]),
      (
        "« Non », dit Odile Ferrand, l’une des porte-parole du parti.", "Odile Ferrand",
        ["l’une des porte-parole du parti"]
      ),
      (
        "Odile Ferrand, présidente du Collectif Quai Neuf, conteste.", "Odile Ferrand",
        ["présidente du Collectif Quai Neuf"]
      ),
      (
        "Odile Ferrand, ancienne adjointe du maire de Colmar Basile Orvan, conteste.", "Odile Ferrand",
        ["ancienne adjointe du maire de Colmar Basile Orvan"]
      ),
    ])
  func french(sentence: String, name: String, roles: [String]) {
    #expect(ActorFixture(sentence).roles(of: name) == roles)
  }

  @Test("what is said of somebody else, of a firm or by a clause is no role of the name before the comma")
  func others() {
    let list = ActorFixture("Étaient là Odile Ferrand, la ministre de l’Économie Christine Orvan, et le maire.")
    #expect(list.roles(of: "Odile Ferrand") == [])
    #expect(list.roles(of: "Christine Orvan") == ["ministre de l’Économie"])
    #expect(ActorFixture("Avec Odile Ferrand, la ministre annonce un plan.").roles(of: "Odile Ferrand") == [])
    let clause = ActorFixture("After meeting Lowri Pask, the director of the museum resigned.", "en")
    #expect(clause.roles(of: "Lowri Pask") == [])
    let adverb = ActorFixture("Prudent, le maire de Lestrac, Basile Orvan, espère mieux.")
    #expect(adverb.roles(of: "Prudent") == [])
    #expect(adverb.roles(of: "Basile Orvan") == ["maire de Lestrac"])
    let firm = ActorFixture("Hartley Bearings, the owner of the plant, closed it.", "en")
    #expect(firm.actors.allSatisfy { $0.roles.isEmpty })
    let origin = ActorFixture("Lowri Pask of Kentucky, the majority leader, left.", "en")
    #expect(origin.roles(of: "Lowri Pask") == ["majority leader"])
    #expect(!origin.names(.person).contains("Kentucky"))
  }

  @Test("names within an apposition are no persons who hold it")
  func complements() {
    let union = ActorFixture("Odile Ferrand, secrétaire CFDT du comité, a réagi.")
    #expect(union.roles(of: "CFDT") == [])
    let firm = ActorFixture("“No,” said Lowri Pask, an analyst at UBS Hartley in London.", "en")
    #expect(firm.names(.person) == ["Lowri Pask"])
    let nested = ActorFixture("Lowri Pask, spokesman for Speaker Owain Pryce, left.", "en")
    #expect(nested.roles(of: "Owain Pryce") == ["Speaker"])
  }
}
