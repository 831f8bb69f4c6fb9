import NewsModel
import Testing

@testable import Render

/// Lists that are longer than a page: the page shows a part, and its sheets have every row once, in order.
struct ListingTests {
  /// One article a day, each with a quote of one speaker, a story and a dated event of its own, all of one thread.
  private func composition(_ count: Int, undated: Int = 0) -> Composition {
    let text = "« Le pont de Garvel tiendra cet hiver », a dit Odile Varenne. La crue a atteint la digue de Garvel."
    let quote = SampleComposition.span("Le pont de Garvel tiendra cet hiver", in: text)
    let clause = SampleComposition.span("La crue a atteint la digue de Garvel.", in: text)
    let days = (0..<count).map { $0 < count - undated ? CivilDay(number: 18_000 + $0) : nil }
    let ids = (0..<count).map { "g\(1000 + $0)" }
    let events = zip(ids, days).map { id, day in
      TimelineEvent(
        kind: .event, value: day.map { CalendarValue($0) }, passage: Passage(article: id, span: clause), story: id)
    }
    let articles = zip(ids, days).map { id, day in
      SampleComposition.report(
        id, text, title: "Garvel, jour \(id)", source: "Gazette d’Orvane", published: day?.description, language: "fr",
        story: id, siglum: "A"
      ) { digest, text in
        digest.quotes = [
          Quote(
            span: quote, form: .direct, utterance: 0,
            speaker: Speaker(actor: "v", span: SampleComposition.span("Odile Varenne", in: text), basis: .stated),
            rule: "test")
        ]
        digest.article.publishedBasis = day == nil ? .unknown : .given
      }
    }
    let stories = zip(ids, days).map { id, day in
      StoryReport(
        id: id, slug: id, title: "Garvel, jour \(id)", titleArticle: id, articles: [id], outlets: 1, unknownOutlets: 0,
        origins: [Origin(id: "o\(id)", articles: [id], evidence: [], basis: .stated)],
        keyPoints: [StoryKeyPoint(passage: Passage(article: id, span: clause), alsoIn: [], origins: 1, score: 1)],
        quotes: [StoryQuote(versions: [.init(article: id, quote: 0)], speakers: ["v"])], differences: [],
        timeline: events.filter { $0.story == id }, actors: ["v"], thread: "t", related: [], why: [], firstSeen: day,
        lastSeen: day, score: 1, reasons: [.articles(1)])
    }
    let actor = ActorReport(
      identity: ActorIdentity(
        id: "v", name: "Odile Varenne", kind: .person,
        spellings: [.init(text: "Odile Varenne", count: count, articles: ids, why: .sameName)],
        references: ids.map { .init(article: $0, actor: "v") }, suggestions: []), slug: "odile-varenne", roles: [],
      quotes: ids.reversed().map { .init(article: $0, quote: 0) }, statements: [], stories: ids.reversed(),
      related: [], timeline: events)
    let brief = Brief(
      date: CivilDay(number: 18_000), edition: 1, stories: ids.filter { !$0.isEmpty }, earlier: [], new: ids,
      previous: nil)
    var made = SampleComposition.composition()
    made.articles = articles
    made.stories = stories
    made.threads = [
      ThreadReport(id: "t", slug: "garvel", title: "Garvel", stories: ids, timeline: events, actors: ["v"], why: [])
    ]
    made.actors = [actor]
    made.briefs = [brief]
    made.timeline = events
    made.undated = zip(ids, days).filter { $0.1 == nil }.map(\.0)
    made.outlets = [OutletReport(name: "Gazette d’Orvane", slug: "gazette-d-orvane", articles: ids)]
    return made.namingActors()
  }

  private func pages(_ composition: Composition) throws -> [String: String] {
    Dictionary(
      try Renderer().pages(of: composition).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    ) { first, _ in first }
  }

  /// The ids of articles that a page links to, in order, each once.
  private func articles(_ page: String?) -> [String] {
    var seen: Set<String> = []
    return (page ?? "").split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstRange(of: "articles/g").map { String(part[$0.upperBound...].prefix(4)) }
    }.filter { seen.insert($0).inserted }
  }

  @Test(
    "the sheets of a long list have every row once, oldest first, and its page leads to them",
    arguments: [
      ("actors/odile-varenne/", "quotes/"), ("actors/odile-varenne/", "timeline/"), ("threads/garvel/", "timeline/"),
      ("sources/", "gazette-d-orvane/"),
    ])
  func whole(owner: String, list: String) throws {
    let made = try pages(composition(230))
    let sheets = (1...3).map { articles(made["\(owner)\(list)\($0)/index.md"]) }
    #expect(sheets.map(\.count) == [100, 100, 30])
    #expect(sheets.flatMap(\.self) == (0..<230).map { "\(1000 + $0)" })
    #expect(made["\(owner)\(list)4/index.md"] == nil)
    for number in 1...3 {
      #expect(made["\(owner)index.html"]?.contains("\(list)\(number)/index.html") == true)
    }
  }

  @Test("a list that its page can show has no sheets")
  func short() throws {
    let made = try pages(composition(Listing.shown))
    #expect(!made.keys.contains { $0.hasSuffix("/1/index.html") })
    #expect(articles(made["actors/odile-varenne/index.md"]).count == Listing.shown)
  }

  @Test("the page shows the newest of a long list")
  func newest() throws {
    let made = try pages(composition(230))
    let shown = articles(made["actors/odile-varenne/index.md"])
    #expect(shown.contains("1229"))
    #expect(made["threads/garvel/index.json"]?.contains("g1229") == true)
    #expect(made["threads/garvel/index.json"]?.contains("\"g1100\"") == false)
    #expect(made["actors/odile-varenne/index.md"]?.contains("230") == true)
  }

  @Test("what is added changes the last sheet and the page, and no other sheet")
  func added() throws {
    let before = try pages(composition(230))
    let after = try pages(composition(231))
    for list in ["actors/odile-varenne/quotes/", "actors/odile-varenne/stories/", "threads/garvel/stories/"] {
      #expect(before["\(list)1/index.html"] == after["\(list)1/index.html"])
      #expect(before["\(list)2/index.html"] == after["\(list)2/index.html"])
      #expect(before["\(list)3/index.html"] != after["\(list)3/index.html"])
    }
  }

  @Test("where there are many stories and actors, each stands on a sheet of its letter")
  func letters() throws {
    var many = composition(SiteLetters.longest + 50, undated: 120)
    many.actors = (0...SiteLetters.longest).map { number in
      let name = number.isMultiple(of: 2) ? "aude" : "bruno"
      return ActorReport(
        identity: ActorIdentity(
          id: "v\(number)", name: name, kind: .person, spellings: [],
          references: [.init(article: "g1000", actor: "v\(number)")], suggestions: []), slug: "tal-\(name)-\(number)",
        roles: [], quotes: [], statements: [], stories: ["g1000"], related: [], timeline: [])
    }
    var rows: [String: Int] = [:]
    for case .list(let sheet) in SiteTasks(SiteIndex(many)).all {
      #expect(sheet.rows.count <= Listing.sheet)
      rows[sheet.listing.folder, default: 0] += sheet.rows.count
    }
    #expect(rows["actors/letters/person-a/"] == 301)
    #expect(rows["actors/letters/person-b/"] == 300)
    #expect(rows["search/letters/g/"] == many.stories.count)
    #expect(rows["undated/all/"] == 120)
  }

  @Test("no page of a site with long lists is over 250 KB, and every link leads somewhere")
  func weight() throws {
    let made = try pages(composition(330, undated: 80))
    for (path, text) in made where path.hasSuffix(".html") || path.hasSuffix("index.json") {
      #expect(text.utf8.count < 250_000, "\(path)")
    }
    for (path, text) in made where path.hasSuffix("/1/index.html") || path.hasSuffix("/3/index.html") {
      var folder = path.split(separator: "/").dropLast().map(String.init)
      for part in text.split(separator: "href=\"", omittingEmptySubsequences: false).dropFirst() {
        let link = part.prefix { $0 != "\"" && $0 != "#" }
        guard link.hasSuffix("index.html") else { continue }
        let base = folder
        for step in link.split(separator: "/") {
          if step == ".." { folder.removeLast() } else { folder.append(String(step)) }
        }
        #expect(made[folder.joined(separator: "/")] != nil, "\(path) → \(link)")
        folder = base
      }
    }
  }
}
