import NewsModel
import Testing

@testable import Compose

@Suite("Briefs, threads, actors, coverage")
struct BriefTests {
  private func clustering(_ stories: [(String, [Press])], thread: String = "t") -> Clustering {
    Clustering(
      stories: stories.map { id, press in
        let ids = press.map(\.digest.article.id).sorted()
        return Story(
          id: id, articles: ids,
          origins: ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }, thread: thread,
          why: [])
      }, threads: [Thread(id: thread, stories: stories.map(\.0).sorted(), why: [])],
      actors: Press.identities(stories.flatMap(\.1)))
  }

  private func three() throws -> [(String, [Press])] {
    try [
      (
        "s1",
        [
          Press("a", "Anders Holm a quitté Valbrune.", title: "Départ", published: "2031-05-08")
            .actor("holm", "Anders Holm").actor("valbrune", "Valbrune", kind: .place)
        ]
      ),
      (
        "s2",
        [
          Press("b", "Anders Holm a gagné Valbrune.", title: "Arrivée", published: "2031-05-07")
            .actor("holm", "Anders Holm").actor("valbrune", "Valbrune", kind: .place)
        ]
      ),
      ("s3", [Press("c", "Anders Holm se tait.", title: "Silence").actor("holm", "Anders Holm")]),
    ]
  }

  @Test("Each day has its brief, newest first, with what the same thread had before")
  func days() throws {
    let stories = try three()
    let composition = Press.composition(stories.flatMap(\.1), clustering(stories))
    #expect(composition.briefs.map { $0.date?.description } == ["2031-05-08", "2031-05-07"])
    #expect(composition.briefs.map(\.edition) == [2, 1])
    #expect(composition.briefs[0].stories == ["s1"])
    #expect(composition.briefs[0].earlier == ["s2"])
    #expect(composition.briefs[0].new == ["s1"])
    #expect(composition.briefs[0].previous?.description == "2031-05-07")
    #expect(composition.undated == ["s3"])
  }

  @Test("A day asked for is the front page")
  func askedDay() throws {
    let stories = try three()
    let day = CivilDay(year: 2031, month: 5, day: 7)
    let composition = Press.composition(stories.flatMap(\.1), clustering(stories), day: day)
    #expect(composition.briefs.map { $0.date?.description } == ["2031-05-07"])
  }

  @Test("Where nothing is dated one brief holds all")
  func undated() throws {
    let stories = [try three()[2]]
    let composition = Press.composition(stories.flatMap(\.1), clustering(stories))
    #expect(composition.briefs.map(\.date) == [nil])
    #expect(composition.briefs[0].stories == ["s3"])
  }

  @Test("An instant belongs to the day of the site's time zone, a day stays as written")
  func timeZones() throws {
    func day(_ published: String, _ zone: String) -> String? {
      EditionCalendar(timeZone: zone).day(of: Article(id: "a", text: "", published: published))?.description
    }
    #expect(day("2031-05-08T23:30:00Z", "Europe/Paris") == "2031-05-09")
    #expect(day("2031-05-08T23:30:00+02:00", "UTC") == "2031-05-08")
    #expect(day("2031-05-08T00:30:00.5+02:00", "UTC") == "2031-05-07")
    #expect(day("2031-05-08T02:00:00Z", "America/New_York") == "2031-05-07")
    #expect(day("2031-05-08", "Pacific/Auckland") == "2031-05-08")
    #expect(day("2031-05-08T23:30:00", "Europe/Paris") == "2031-05-08")
    #expect(day("1969-12-31T23:30:00Z", "UTC") == "1969-12-31")
  }

  @Test("A thread is called by the names that its stories share, and tells them oldest first")
  func threads() throws {
    let stories = try three()
    let thread = try #require(Press.composition(stories.flatMap(\.1), clustering(stories)).threads.first)
    #expect(thread.title == "Anders Holm, Valbrune")
    #expect(thread.slug == "anders-holm-valbrune")
    #expect(thread.stories == ["s2", "s1", "s3"])
    #expect(thread.actors == ["holm", "valbrune"])
  }

  @Test("An actor's page has roles with their days, words, statements, companions")
  func actors() throws {
    let composition = Press.composition([[try Visit.long(), try Visit.short()]])
    let holm = try #require(composition.actors.first { $0.identity.id == "holm" })
    #expect(holm.roles.map(\.text) == ["commandant en chef des armées norlandaises"])
    #expect(holm.roles[0].first?.description == "2031-05-09")
    #expect(holm.stories == ["s"])
    #expect(holm.related.map(\.actor) == ["dubrovsky", "solberg"])
    let solberg = try #require(composition.actors.first { $0.identity.id == "solberg" })
    #expect(solberg.quotes == [StoryQuote.Version(article: "long", quote: 0)])
  }

  @Test("Outlets gather their articles whatever their capitals; the unknown come last")
  func outlets() {
    let articles = [
      Article(id: "1", text: "", source: "Le Phare"), Article(id: "2", text: ""),
      Article(id: "3", text: "", source: "LE PHARE"), Article(id: "4", text: "", source: "L’Ancre"),
    ]
    let reports = OutletReports.reports(of: articles)
    #expect(reports.map(\.name) == ["L’Ancre", "Le Phare", nil])
    #expect(reports.map(\.articles) == [["4"], ["1", "3"], ["2"]])
  }

  @Test("Coverage counts what was read, used and left out")
  func coverage() {
    var digest = Digest(article: Article(id: "1", text: "x", published: "2031-05-08", language: "fr"))
    digest.article.leftOut = [LeftOut(line: 1, text: "play", reason: .player)]
    let coverage = CoverageReport.coverage(
      of: [digest, Digest(article: Article(id: "2", text: "y"))], days: [CivilDay(number: 22_000)],
      diagnostics: [Diagnostic(.badLine, "no JSON", file: "a", line: 3), Diagnostic(.badTemplate, "x")])
    #expect(coverage.read == 3 && coverage.used == 2 && coverage.undated == 1)
    #expect(coverage.leftOut.map(\.code) == [.badLine])
    #expect(coverage.lines == [Coverage.LineCount(reason: .player, count: 1)])
    #expect(coverage.languages.map(\.language) == [nil, "fr"])
  }

  @Test("Coverage counts a language once, however its code is written")
  func coverageOfLanguages() {
    let digests = ["fr-CA", "FR", "fr_BE", "en"].enumerated().map { number, language in
      Digest(article: Article(id: String(number), text: "x", language: language))
    }
    let coverage = CoverageReport.coverage(of: digests, days: [], diagnostics: [])
    #expect(
      coverage.languages == [
        Coverage.LanguageCount(language: "fr", count: 3), Coverage.LanguageCount(language: "en", count: 1),
      ])
  }

  @Test("A file that is used without its front matter is read once and not left out; a line of a used file is")
  func coverageOfFrontMatter() {
    let digests = [Digest(article: Article(id: "1", text: "x", file: "a.md"))]
    let coverage = CoverageReport.coverage(
      of: digests, days: [],
      diagnostics: [
        Diagnostic(.badFrontMatter, "no YAML", file: "a.md", line: 2), Diagnostic(.badLine, "no JSON", file: "a.md"),
        Diagnostic(.badFrontMatter, "no YAML", file: "b.md", line: 2),
      ])
    #expect(coverage.leftOut.map(\.file) == ["a.md", "b.md"] && coverage.leftOut.map(\.code)[0] == .badLine)
    #expect(coverage.read == 3 && coverage.used + coverage.leftOut.count == coverage.read)
  }

  @Test("An edition for a day between others that are out takes no number; the next day takes the next")
  func numbers() throws {
    func outs(_ days: [(String, Int)]) throws -> SiteMemory {
      SiteMemory(
        editions: try days.map { day, number in
          Edition(
            day: try #require(CivilDay(iso: day)), number: number, state: .closed, articles: [], stories: [],
            summary: "", markdown: "x\n", data: "{}\n")
        })
    }
    func numbers(_ memory: SiteMemory, day: String?) throws -> [Int] {
      let stories = try three()
      var editions = EditionRequest()
      editions.day = day.flatMap { CivilDay(iso: $0) }
      let made = Composer(settings: SiteSettings(timeZone: "UTC")).composition(
        digests: stories.flatMap(\.1).map(\.digest), clustering: clustering(stories), runDiagnostics: [],
        memory: memory, editions: editions)
      return made.memory.editions.map(\.number)
    }
    let out = try outs([("2031-05-05", 1), ("2031-05-09", 2)])
    #expect(try numbers(out, day: "2031-05-07") == [1, 0, 2])
    #expect(try numbers(out, day: "2031-05-10") == [1, 2, 3])
    // One without a number does not count for those that follow.
    let next = try outs([("2031-05-05", 1), ("2031-05-06", 0), ("2031-05-07", 2)])
    #expect(try numbers(next, day: nil) == [1, 0, 2, 3])
  }

  @Test("A story whose headline or printed words changed is revised, and one that did not is not")
  func revisions() throws {
    let stories = try three()
    func edition(_ title: String, _ correction: Correction?) throws -> Edition {
      var edition = Edition(
        day: try #require(CivilDay(iso: "2031-05-07")), number: 1, state: .closed, articles: ["b"], stories: ["s2"],
        summary: "", markdown: "x\n", data: "{\"stories\" : [{\"id\" : \"s2\", \"title\" : \"\(title)\"}]}\n")
      edition.corrections = correction.map { [$0] } ?? []
      return edition
    }
    func revised(_ title: String, _ correction: Correction? = nil) throws -> [Revision] {
      let made = Composer(settings: SiteSettings(timeZone: "UTC")).composition(
        digests: stories.flatMap(\.1).map(\.digest), clustering: clustering(stories), runDiagnostics: [],
        memory: SiteMemory(editions: [try edition(title, correction)]))
      #expect(made.briefs.first?.earlier == ["s2"])
      return made.briefs.first?.revisions ?? []
    }
    #expect(try revised("Arrivée").isEmpty)
    #expect(try revised("Retour") == [Revision(story: "s2", articles: [], isRetitled: true)])
    #expect(try revised("█████").isEmpty)
    var correction = Correction(noted: try #require(CivilDay(iso: "2031-05-08")), kind: .changed, article: "b")
    #expect(try revised("Arrivée", correction) == [Revision(story: "s2", articles: ["b"], isRetitled: false)])
    // What was noticed in an earlier edition was told there.
    correction.noted = try #require(CivilDay(iso: "2031-05-07"))
    #expect(try revised("Arrivée", correction).isEmpty)
  }
}
