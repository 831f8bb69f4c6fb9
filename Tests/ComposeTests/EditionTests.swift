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
    #expect(result(stories, days) { $0.since = second }.editions.map(\.day) == [second, third])
  }

  @Test("A published name stays with its page, and no other page gets it")
  func slugs() {
    let known = KnownEntity(kind: .story, id: "s-1", slug: "le-vote", members: [])
    var slugs = Slugs(known: [known])
    #expect(slugs.slug(of: "Tout autre titre", id: "s-1") == "le-vote")
    #expect(slugs.slug(of: "Le vote", id: "s-2") != "le-vote")
  }
}
