import Languages
import NewsModel
import Testing

@testable import Compose

@Suite("Editions")
struct EditionTests {
  private let first = CivilDay(number: 22_000)
  private var second: CivilDay { first.adding(days: 1) }
  private var third: CivilDay { first.adding(days: 2) }

  private func story(_ id: String, _ articles: [String], points: [StoryKeyPoint] = []) -> StoryReport {
    StoryReport(
      id: id, slug: id, title: id, titleArticle: articles[0], articles: articles, outlets: 1, unknownOutlets: 0,
      origins: [], keyPoints: points, quotes: [], differences: [], timeline: [], actors: [], thread: "t-\(id)",
      related: [], why: [], firstSeen: nil, lastSeen: nil, score: 0, reasons: [])
  }

  private func point(_ article: String, also: [String] = []) -> StoryKeyPoint {
    StoryKeyPoint(
      passage: Passage(article: article, span: Span(0, 4)),
      alsoIn: also.map { Passage(article: $0, span: Span(0, 4)) }, origins: 1, score: 1)
  }

  private func result(
    _ stories: [StoryReport], _ days: [String: CivilDay], memory: SiteMemory = SiteMemory(),
    _ change: (inout EditionRequest) -> Void = { _ in }
  ) -> BriefComposer.Result {
    var request = EditionRequest()
    change(&request)
    return BriefComposer(
      stories: stories, days: days, articles: stories.flatMap(\.articles).sorted(), memory: memory, request: request
    ).result()
  }

  /// What the archive holds when the edition of `first` was printed.
  private var printed: SiteMemory {
    SiteMemory(editions: [
      Edition(
        day: first, number: 1, state: .open, articles: ["a"], stories: ["s-a"], summary: "one", markdown: "# One\n",
        data: "{}")
    ])
  }

  @Test("A first build makes an edition of each day, and only the newest stays open")
  func firstBuild() {
    let made = result([story("s-a", ["a", "b"]), story("s-c", ["c"])], ["a": first, "b": second, "c": second])
    #expect(made.editions.map(\.state) == [.closed, .open])
    #expect(made.editions.map(\.articles) == [["a"], ["b", "c"]])
    #expect(made.briefs.map(\.new) == [["s-c"], ["s-a"]])
    #expect(made.briefs[0].developments.map(\.articles) == [["b"]])
    // The first day's story has an article of the second one.
    #expect(made.briefs.map(\.knownUntil) == [nil, second])
  }

  @Test("Once a later edition is out, an edition is printed as it was")
  func closing() {
    let made = result([story("s-a", ["a"]), story("s-b", ["b"])], ["a": first, "b": second], memory: printed)
    #expect(made.briefs.map { $0.published?.markdown } == [nil, "# One\n"])
    #expect(made.editions.map(\.state) == [.closed, .open])
    #expect(made.editions.map(\.number) == [1, 2])
    #expect(made.editions[0].corrections.isEmpty)
  }

  @Test("The open edition grows with articles of its day")
  func growth() {
    let made = result([story("s-a", ["a"]), story("s-b", ["b"])], ["a": first, "b": first], memory: printed)
    #expect(made.briefs.map(\.published) == [nil])
    #expect(made.editions.map(\.articles) == [["a", "b"]])
    #expect(made.briefs[0].new == ["s-a", "s-b"])
  }

  @Test("An article that comes late is told by the edition that is the first to know it, and noted beside its day's")
  func late() {
    let made = result(
      [story("s-a", ["a"]), story("s-b", ["b"]), story("s-l", ["l"])], ["a": first, "b": second, "l": first],
      memory: printed)
    #expect(made.briefs[0].stories == ["s-b", "s-l"])
    #expect(made.briefs[0].late == ["l"])
    #expect(made.editions[0].corrections == [Correction(noted: second, kind: .added, article: "l")])
  }

  @Test("What an outlet changed and what the editor withdrew is noted beside the edition, once, with its day")
  func corrections() {
    func next(_ memory: SiteMemory) -> BriefComposer.Result {
      result([story("s-a", ["a"]), story("s-b", ["b"])], ["a": first, "b": second], memory: memory) {
        $0.changed = ["a"]
        $0.withdrawn = ["a"]
      }
    }
    let made = next(printed)
    #expect(made.editions[0].corrections.map(\.kind) == [.changed, .withdrawn])
    #expect(made.editions[0].corrections.allSatisfy { $0.noted == second && $0.article == "a" })
    #expect(made.briefs[1].published?.markdown == "# One\n")
    let again = next(SiteMemory(editions: made.editions))
    #expect(again.editions[0].corrections == made.editions[0].corrections)
  }

  @Test("New facts are those that no article known before carries")
  func facts() {
    let points = [point("a", also: ["b"]), point("b"), point("b", also: ["a"])]
    let made = result([story("s-a", ["a", "b"], points: points)], ["a": first, "b": second], memory: printed)
    #expect(made.briefs[0].new.isEmpty)
    #expect(
      made.briefs[0].developments == [Development(story: "s-a", articles: ["b"], keyPoints: [1], differences: [])])
  }

  @Test("A day asked for that brought nothing has an edition of its own")
  func quiet() {
    let made = result([story("s-a", ["a"])], ["a": first], memory: printed) { $0.day = second }
    #expect(made.briefs.map(\.date) == [second, first])
    #expect(made.briefs[0].stories.isEmpty && made.briefs[0].new.isEmpty)
    #expect(made.briefs[0].previous == first)
  }

  @Test("Days that were passed over get editions only when asked for")
  func backfill() {
    var memory = printed
    memory.editions[0].day = second
    let stories = [story("s-a", ["a"]), story("s-z", ["z"]), story("s-n", ["n"])]
    let days = ["a": second, "z": first, "n": third]
    #expect(result(stories, days, memory: memory).editions.map(\.day) == [second, third])
    let made = result(stories, days, memory: memory) { $0.backfill = true }
    #expect(made.editions.map(\.day) == [first, second, third])
    #expect(made.briefs.allSatisfy { $0.knownUntil == nil })
    #expect(result(stories, days) { $0.since = second }.editions.map(\.day) == [second, third])
  }

  @Test("What the editor put first stands on the newest edition, whatever its day, and on no earlier one")
  func pinned() {
    let old = story("s-a", ["a"]).with(reasons: [.pinned])
    let made = result([old, story("s-b", ["b"])], ["a": first, "b": third], memory: printed) { $0.day = third }
    #expect(made.briefs[0].stories == ["s-a", "s-b"])
    #expect(made.briefs[0].new == ["s-b"] && made.briefs[0].developments.isEmpty)
    let whole = result([old, story("s-b", ["b"]), story("s-c", ["c"])], ["a": first, "b": second, "c": third])
    #expect(whole.briefs.map(\.stories) == [["s-a", "s-c"], ["s-b"], ["s-a"]])
  }

  @Test("A pin ends with the day that it names")
  func pinEnds() {
    var decisions = EditorialDecisions()
    decisions.pins = [.init(target: .init(.story, "s-a"), until: second)]
    func isPinned(_ day: CivilDay) -> Bool {
      EditorsDesk(decisions: decisions, newest: day).ordered([story("s-a", ["a"])])[0].reasons.contains(.pinned)
    }
    #expect(isPinned(first) && isPinned(second) && !isPinned(third))
  }

  @Test("An edition of a day knows nothing of days to come")
  func noFuture() {
    let made = result([story("s-a", ["a"]), story("s-b", ["b"])], ["a": first, "b": third]) { $0.day = first }
    #expect(made.editions.map(\.articles) == [["a"]])
  }

  @Test("Stories that parted say so on both pages, and whose decision it was")
  func partings() {
    var decisions = EditorialDecisions()
    decisions.splits = [.init(target: .init(.story, "s-a"), parts: ["c"])]
    let partings = Partings(
      known: [Parting(story: "s-x", origin: "s-a", noted: first)],
      found: [Parting(story: "s-c", origin: "s-a"), Parting(story: "s-gone", origin: "s-a")], noted: second,
      decisions: decisions)
    let told = partings.told([story("s-a", ["a", "b"]), story("s-c", ["c"]), story("s-x", ["x"])])
    #expect(told[0].partings.map(\.story) == ["s-c", "s-x"])
    #expect(told[0].partings.map(\.isOrigin) == [false, false])
    #expect(told[0].partings.map(\.isEditors) == [true, false])
    #expect(told[0].partings.map(\.noted) == [second, first])
    #expect(told[1].partings == [.init(story: "s-a", isOrigin: true, isEditors: true, noted: second)])
  }

  @Test("A correction says which words left an article, and which stand there now if they may be printed")
  func changedWords() throws {
    let old = "Le barrage est fermé. Deux cents habitants ont été évacués vers le gymnase. Le maire attend."
    let new = "Le barrage est fermé. Deux cent vingt habitants ont été évacués vers le gymnase. Le maire attend."
    let before = Press("a", old)
    var edition = printed.editions[0]
    edition.passages = [
      Passage(article: "a", span: try before.span("Le barrage est fermé.")),
      Passage(article: "a", span: try before.span("Deux cents habitants ont été évacués vers le gymnase.")),
    ]
    edition.markdown = "# One\n\n- Le barrage est fermé.\n- Deux cents habitants ont été évacués vers le gymnase.\n"
    func changes(_ printable: [Span]) -> ChangedWords.Found {
      ChangedWords(
        article: "a", texts: [new, old], printable: printable, reading: LanguageReading(.unknown)
      ).changes(of: edition)
    }
    let found = changes([Span(0, new.utf8.count)])
    #expect(found.changes.map(\.before.text) == ["Deux cents habitants ont été évacués vers le gymnase."])
    #expect(found.changes.map(\.after?.text) == ["Deux cent vingt habitants ont été évacués vers le gymnase."])
    // Code points: "é" is one.
    #expect(found.changes[0].before.start == 22 && found.changes[0].after?.start == 22)
    #expect(found.printed.map { new[$0.span] } == ["Deux cent vingt habitants ont été évacués vers le gymnase."])
    #expect(changes([]).changes.map(\.after) == [nil])
    #expect(changes([]).printed.isEmpty)
    #expect(found.isWhole)
    // The front page of the day printed a figure alone, out of a clause that it did not print.
    edition.markdown = "# One\n\n- Le barrage est fermé.\n- A1 Deux cents habitants\n"
    edition.passages = Array(edition.passages.dropFirst())
    #expect(changes([]).changes.isEmpty && !changes([]).isWhole)
    edition.passages.append(Passage(article: "a", span: try before.span("Deux cents habitants")))
    #expect(changes([]).changes.map(\.before.text) == ["Deux cents habitants"])
    #expect(changes([Span(0, new.utf8.count)]).changes.map(\.after?.text) == ["Deux cent vingt habitants"])
  }

  @Test("A correction names the figure and the headline of now, each once, and takes no longer figure for the same")
  func changedFacts() throws {
    let old = "Le barrage est fermé. Selon la mairie, 20 familles ont quitté le hameau mardi."
    let new = "Le barrage est fermé. Selon la mairie, 120 familles ont quitté le hameau mardi."
    let before = Press("a", old)
    let after = Press("a", new)
    var edition = printed.editions[0]
    edition.markdown = "# One\n\n## [Vingt familles](x)\n\n- [20](# \".variant\") familles\n"
    edition.passages = try ["20", "20 familles"].map { Passage(article: "a", span: try before.span($0)) }
    func found(_ texts: [String], _ titles: [String]) throws -> ChangedWords.Found {
      ChangedWords(
        article: "a", texts: texts, titles: titles, printable: [], facts: [try after.span("120")],
        reading: LanguageReading(.unknown)
      ).changes(of: edition)
    }
    let changes = try found([new, old], ["Six-vingts familles", "Vingt familles"]).changes
    #expect(changes.map(\.before.text) == ["Vingt familles", "20 familles"])
    #expect(changes.map(\.after?.text) == ["Six-vingts familles", "120"])
    #expect(changes.map(\.part) == [.title, nil])
    // Changed back: the edition says what the article says.
    #expect(try found([old, new], ["Vingt familles", "Six-vingts familles"]).changes.isEmpty)
  }

  @Test("Rights that were made stricter take passages out of editions that are out, and say whose rights")
  func stricterRights() throws {
    let text = "Le phare éclaire le port. « Tout va bien », dit le garde."
    let press = Press("a", text, source: "Le Phare")
    var edition = printed.editions[0]
    edition.state = .closed
    edition.passages = [Passage(article: "a", span: try press.span("Le phare éclaire le port."))]
    edition.markdown = "# One\n\n- Le [phare](# \".variant\") éclaire le port.\n"
    func leaving(_ rights: Rights, areNew: Bool = true) -> [CivilDay: [Passage]] {
      var settings = SiteSettings()
      settings.rights = ["le phare": rights]
      let keeper = EditionKeeper(settings: settings, languages: [], digests: ["a": press.digest], newest: second)
      return keeper.leaving([edition], areRightsNew: areNew)
    }
    #expect(leaving(.excerpt, areNew: false).isEmpty)
    #expect(leaving(.full).isEmpty)
    #expect(leaving(.linkOnly) == [first: edition.passages])
    // Five words of eleven are more than a quarter.
    #expect(leaving(.excerpt) == [first: edition.passages])
    // Words of another version of the article had room in that.
    edition.markdown = "# One\n\n- Le phare éclairait le port.\n"
    #expect(leaving(.excerpt).isEmpty)
  }

  @Test("A published name stays with its page, and no other page gets it")
  func slugs() {
    let known = KnownEntity(kind: .story, id: "s-1", slug: "le-vote", members: [])
    var slugs = Slugs(known: [known])
    #expect(slugs.slug(of: "Tout autre titre", id: "s-1") == "le-vote")
    #expect(slugs.slug(of: "Le vote", id: "s-2") != "le-vote")
  }
}
