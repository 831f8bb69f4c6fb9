import Languages
import NewsModel
import Testing

@testable import Compose

@Suite("Timeline")
struct TimelineTests {
  @Test("The same event in two versions stands once, and the dated version gives the day")
  func merged() throws {
    let story = Press.composition([[try Visit.long(), try Visit.short()]]).stories[0]
    let events = story.timeline.filter { $0.value?.text == "2031-05-08" }
    #expect(events.count == 1)
    #expect(events.first?.passage.article == "long")
    #expect(events.first?.alsoIn.map(\.article) == ["short"])
    #expect(events.first?.borrowedFrom == nil)
  }

  @Test("A version that is told in place of the dated one borrows its day and says so")
  func borrowed() throws {
    let press = [try Visit.long(), try Visit.short()]
    let clustering = Press.clustering([press])
    let scope = TestScope.scope(clustering.stories[0], press, Press.identities(press))
    let event = try #require(TimelineComposer(scope: scope).timeline().first { $0.kind == .event })
    let told = event.told(by: try #require(event.alsoIn.first), in: scope)
    #expect(told.borrowedFrom == "long")
    #expect(told.passage.article == "short")
    #expect(told.alsoIn.map(\.article) == ["long"])
    #expect(told.value == event.value)
  }

  @Test("Publications are events of their own, and a masthead's date says that it is one")
  func publications() throws {
    let given = Press("a", "Rien ici ne dit un jour.", published: "2031-05-09")
    let masthead = Press("b", "Rien ici non plus.", published: "2031-05-30", basis: .masthead)
    let month = Press("c", "Ni là.", published: "2031-05")
    let composition = Press.composition([[given], [masthead], [month]])
    #expect(composition.timeline.map(\.kind) == [.publication, .publication, .publication])
    #expect(composition.timeline.map { $0.value?.text } == ["2031-05", "2031-05-09", "2031-05-30"])
    #expect(composition.timeline.map(\.publishedBasis) == [.given, .given, .masthead])
    #expect(composition.briefs.map { $0.date?.description } == ["2031-05-09"])
  }

  @Test("A beginning, a habit and a clause without a verb are no events")
  func background() throws {
    let press = try Press(
      "a",
      """
      La rade est fermée depuis mars 2029 aux navires de pêche. Chaque mardi, les marins défilaient devant le phare. \
      Un programme pour mai 2031. Le phare a été rallumé le 3 avril 2031.
      """ + Press.filler
    ).date("mars 2029", "2029-03", .month).date("mardi", nil).date("mai 2031", "2031-05", .month)
      .date("le 3 avril 2031", "2031-04-03")
    #expect(Press.composition([[press]]).timeline.map { $0.value?.text } == ["2031-04-03"])
  }

  @Test("A day that an article takes back is no event")
  func corrected() throws {
    let press = try Press(
      "a", "Le phare sera fermé le 24 mai 2031, et non le 17 mai 2031 comme nous l’avons écrit." + Press.filler
    ).date("le 24 mai 2031", "2031-05-24").date("le 17 mai 2031", "2031-05-17")
    #expect(Press.composition([[press]]).timeline.map { $0.value?.text } == ["2031-05-24"])
  }

  @Test("Where not all events fit, what is to come goes first, then what is nearest to the article's day")
  func precedence() throws {
    func told(_ filler: String) throws -> [String?] {
      let press = try Press(
        "a",
        """
        Le vieux phare du port a été repeint en mars 2019 par les marins. Le vieux phare du port s’est éteint le 7 mai \
        2031 pendant la tempête. Le vieux phare du port sera rallumé le 20 mai 2031 devant tous.
        """ + filler, published: "2031-05-08"
      ).date("mars 2019", "2019-03", .month).date("le 7 mai 2031", "2031-05-07").date("le 20 mai 2031", "2031-05-20")
      return Press.composition([[press]]).timeline.filter { $0.kind == .event }.map { $0.value?.text }
    }
    let room = " Des mouettes tournent sans hâte au-dessus des barques et des filets."
    #expect(try told(String(repeating: room, count: 2)) == ["2031-05-20"])
    #expect(try told(String(repeating: room, count: 8)) == ["2031-05-07", "2031-05-20"])
    #expect(try told(String(repeating: room, count: 12)) == ["2019-03", "2031-05-07", "2031-05-20"])
  }

  @Test("The day of a dateline is no event")
  func dateline() throws {
    let press = try Press(
      "a", "VALBRUNE, 9 avril 2031 (Agence) – Le phare a été rallumé le 3 avril 2031." + Press.filler
    ).date("9 avril 2031", "2031-04-09").date("le 3 avril 2031", "2031-04-03")
    #expect(Press.composition([[press]]).timeline.map { $0.value?.text } == ["2031-04-03"])
  }

  @Test("The base of a comparison is no event")
  func comparisons() throws {
    let press = try Press(
      "a",
      """
      Le phare a reçu 7 000 visiteurs, contre 5 200 visiteurs l'an passé. Les entrées ont baissé de 4 % par rapport à \
      2029. La rade a compté moins de voiliers qu'à la même période de 2028. Le phare a été rallumé le 3 avril 2031. \
      Les marins ont défilé contre le port le 4 avril 2031.
      """ + Press.filler
    ).date("l'an passé", "2030", .year).date("2029", "2029", .year).date("2028", "2028", .year)
      .date("le 3 avril 2031", "2031-04-03").date("le 4 avril 2031", "2031-04-04")
    #expect(Press.composition([[press]]).timeline.map { $0.value?.text } == ["2031-04-03", "2031-04-04"])
    let english = try Press(
      "b",
      """
      The lighthouse received 7,000 visitors, up from 5,200 last year. Fewer sails were counted than in the same \
      period of 2029. The lamp was lit again on April 3, 2031.
      """ + Press.filler, language: "en"
    ).date("last year", "2030", .year).date("2029", "2029", .year).date("April 3, 2031", "2031-04-03")
    #expect(Press.composition([[english]]).timeline.map { $0.value?.text } == ["2031-04-03"])
  }

  @Test("Resolved events stand in the order of time, unresolved ones last")
  func order() throws {
    let press = try Press(
      "a",
      """
      Le phare a été rallumé le 3 avril 2031. Le quai avait été bâti en 2011 par des bagnards. Les pêcheurs ont repris \
      la mer mardi.
      """ + Press.filler
    ).date("mardi", nil).date("le 3 avril 2031", "2031-04-03").date("en 2011", "2011", .year)
    #expect(Press.composition([[press]]).timeline.map { $0.value?.text } == ["2011", "2031-04-03", nil])
  }
}

enum TestScope {
  static func scope(_ story: Story, _ press: [Press], _ identities: [ActorIdentity]) -> StoryScope {
    let identities = IdentityTable(identities)
    var witnesses: [String: Witness] = [:]
    let calendar = EditionCalendar(timeZone: "UTC")
    for digest in press.map(\.digest) {
      let reading = LanguageReading(.named(digest.article.language) ?? .unknown)
      witnesses[digest.article.id] = Witness(
        digest: digest, language: reading, day: calendar.day(of: digest.article), identities: identities)
    }
    return StoryScope(story: story, witnesses: witnesses, identities: identities)
  }
}
