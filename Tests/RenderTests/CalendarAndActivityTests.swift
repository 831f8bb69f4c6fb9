import NewsModel
import Testing

@testable import Render

@Suite("Calendars, activity, threads")
struct CalendarAndActivityTests {
  private func text(_ path: String, _ composition: Composition = SampleComposition.composition()) throws -> String {
    let page = try #require(try Renderer().pages(of: composition).first { $0.path == path })
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test("A month begins on its weekday, has all its days, and leads to its editions")
  func month() throws {
    let site = SiteIndex(SampleComposition.composition())
    let words = InterfaceWords(language: "fr", library: try TemplateLibrary(overrides: []))
    let desk = Desk(site: site, words: words, path: "briefs/")
    let leap = try #require(CivilDay(iso: "2024-02-29"))
    let days = MonthCalendar(desk: desk, year: 2024, month: 2, current: nil).days([leap])
    #expect(days.count == 29)
    #expect(days[0].view["column"] == "c4" && days[1].view["column"] == .some(.none))
    #expect(days[28].view["href"] == .text("../briefs/2024-02-29/index.html"))
    #expect(days.filter { $0.view["href"] != .some(.none) }.count == 1)
    let today = MonthCalendar(desk: desk, year: 2024, month: 2, current: leap).days([leap])
    #expect(today[28].view["href"] == .some(.none) && today[28].view["current"] == true)
  }

  @Test("The front page has the timeline with its own day, and what happened around it")
  func front() throws {
    var composition = SampleComposition.composition()
    composition.timeline.append(
      TimelineEvent(
        kind: .event, value: CalendarValue(text: "2024-01-16", precision: .day),
        passage: SampleComposition.passage(
          "barrage-a", "Elle a ensuite regagné la préfecture", SampleComposition.first),
        mention: SampleComposition.articles[0].digest.dates[0], story: "s1"))
    let page = try text("index.md", composition)
    #expect(page.contains("@2024-01-16=") && page.contains("2023-22") && page.contains("p2024-01-16"))
    let around = page.components(between: "### Autour de ce jour", and: "## ")
    #expect(around.count == 1 && around[0].contains("regagné la préfecture"))
    // A key point of a story on the page says this already.
    #expect(!around[0].contains("inspecté lundi le barrage"))
    #expect(!around[0].contains("1997"))
  }

  @Test("An actor's months are drawn, and stand in words and data")
  func activity() throws {
    var composition = SampleComposition.composition()
    let at = try #require(composition.actors.firstIndex { $0.identity.id == "odile-varenne" })
    let month = ActorReport.Month(value: CalendarValue(text: "2024-01", precision: .month), articles: 1, quotes: 2)
    let next = ActorReport.Month(value: CalendarValue(text: "2024-02", precision: .month), articles: 3, quotes: 0)
    composition.actors[at] = composition.actors[at].with(activity: [month, next])
    let slug = composition.actors[at].slug
    let markdown = try text("actors/\(slug)/index.md", composition)
    #expect(markdown.contains("[2024-01×1/2 2024-02×3/0](# \".activity-chart\")"))
    #expect(markdown.contains("janvier 2024 [1 article, 2 citations]"))
    #expect(try text("actors/\(slug)/index.json", composition).contains("\"month\" : \"2024-01\""))
    composition.actors[at] = composition.actors[at].with(activity: [month])
    #expect(try !text("actors/\(slug)/index.md", composition).contains("activity-chart"), "one month is no course")
    #expect(try text("actors/\(slug)/index.json", composition).contains("\"month\" : \"2024-01\""))
  }

  @Test("Whom an actor meets in one story alone stands in a line, in several in a graph")
  func companions() throws {
    var composition = SampleComposition.composition()
    let at = try #require(composition.actors.firstIndex { $0.identity.id == "odile-varenne" })
    let others = composition.actors.filter { $0.identity.id != "odile-varenne" }
    let stories = composition.stories.prefix(2).map(\.id)
    try #require(!others.isEmpty && stories.count == 2)
    composition.actors[at] = composition.actors[at].with(stories: stories)
    let slug = composition.actors[at].slug
    func page(_ stories: [String]) throws -> String {
      let related = others.map { ActorReport.Companion(actor: $0.identity.id, stories: stories) }
      composition.actors[at] = composition.actors[at].with(related: related)
      return try text("actors/\(slug)/index.md", composition)
    }
    let one = try page([stories[0]])
    // The style of a graph would squeeze a line.
    #expect(!one.contains("\".arcs\"") && !one.contains("list.graph") && !one.contains(".companions"))
    for other in others { #expect(one.contains("[\(other.identity.name)](\\../../actors/\(other.slug)/index.html)")) }
    #expect(try page(stories).contains("\".arcs\"") && page(stories).contains("#related .band .companions"))
  }

  @Test("A thread says how much later each story is and who is new in it")
  func thread() throws {
    let composition = SampleComposition.composition()
    let thread = try #require(composition.threads.first { $0.stories.count > 1 })
    let page = try text("threads/\(thread.slug)/index.md", composition)
    #expect(page.contains("jours plus tard"))
    #expect(page.contains("=1 ") && page.contains(".timeline-chart"))
  }
}
