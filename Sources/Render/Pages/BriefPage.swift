internal import NewsModel

/// The edition of a day: what is new, the stories in order, what stands beside them.
struct BriefPage {
  let desk: Desk
  let brief: Brief
  /// Whether this is the newest brief: it has the undated shelf and what the whole site holds.
  let isLatest: Bool

  private static let leadPoints = 3  // key points: what one screen holds with the differences below
  private static let otherPoints = 2
  private static let rows = 4  // differences shown for a story; its page has all
  private static let names = 5  // actors named under a story
  static let cards = 40  // stories told of one day; of the others the titles
  private static let besideCards = 12  // stories told of earlier days, and of those without a day
  private static let titles = 300

  var site: SiteIndex { desk.site }
  var words: InterfaceWords { desk.words }

  /// The page at a path: "" for the front page, "briefs/DATE/" for its own.
  var draft: Draft { draft(description: summary, values(title)) }

  /// The page of an edition that is out, without its values: it is printed as it was.
  func draft(as edition: Edition) -> Draft { draft(description: edition.summary, Record()) }

  private var title: String {
    if let date = brief.date { return BriefPage.capitalized(desk.calendar.long(date)) }
    return words.text(isBlank ? "brief-none" : "brief-undated")
  }

  /// Whether there is nothing to show, as where all waits for its first approval.
  private var isBlank: Bool { brief.date == nil && site.composition.articles.isEmpty }

  private func draft(description: String, _ values: Record) -> Draft {
    var draft = Draft(
      "brief", path: desk.path, id: brief.date?.description ?? "undated", title: title, date: brief.date,
      section: "brief", description: description, values: values)
    draft.linked = LinkedData(desk: desk).brief(title, date: brief.date)
    return draft
  }

  /// The undated stories that the brief itself does not name.
  var undated: [StoryReport] {
    guard isLatest else { return [] }
    let named = Set(brief.stories + brief.earlier)
    return site.composition.undated.filter { !named.contains($0) }.compactMap { site.stories[$0] }
  }
  var mainStories: [StoryReport] { brief.stories.compactMap { site.stories[$0] } }
  var earlier: [StoryReport] { brief.earlier.compactMap { site.stories[$0] } }

  private func values(_ title: String) -> Record {
    let all = mainStories.isEmpty ? undated : mainStories
    let today = Array(all.prefix(BriefPage.cards))
    let before = self.earlier
    let earlier = Array(before.prefix(BriefPage.besideCards))
    let undated = mainStories.isEmpty ? [] : self.undated
    let shelf = undated.prefix(BriefPage.besideCards)
    let untold = all.dropFirst(today.count) + before.dropFirst(earlier.count)
    let titles = untold.prefix(BriefPage.titles).map(titled)
    // Nothing beside the stories of the day: the second half of them fills the other column.
    let split = earlier.isEmpty && today.count > 1 ? max(1, today.count / 2) : today.count
    var number = 0
    func cards(_ stories: some Sequence<StoryReport>) -> [Record] {
      stories.map { story in
        number += 1
        return card(story, number: number, lead: number == 1)
      }
    }
    let first = cards(today.prefix(split))
    let more = cards(today.dropFirst(split))
    let told = cards(earlier)
    let last = cards(shelf)
    let undatedIDs = Set(site.composition.undated)
    let isUndated = today.allSatisfy { undatedIDs.contains($0.id) } && !today.isEmpty
    var view: Fields = [
      "summary": .text(summary), "news": news, "main": first.field,
      "mainTitle": .text(words.text(isUndated ? "undated-shelf" : "stories-of-day")),
      "moreTitle": .text(words.text(isUndated ? "undated-shelf" : "more-stories")), "more": more.field,
      "hasMore": .flag(!more.isEmpty), "mainNote": isUndated ? .text(words.text("undated-note")) : .none,
      "earlier": told.field, "hasEarlier": .flag(!told.isEmpty), "shelf": last.field,
      "hasShelf": .flag(!last.isEmpty), "undatedHref": .text(desk.href("undated/")),
      "shelfMore": undated.count > shelf.count ? .text(words.text("stories", count: undated.count)) : .none,
      "titles": titles.field, "hasTitles": .flag(!titles.isEmpty),
      "untold": untold.count > titles.count
        ? .text(words.text("stories-untold", count: untold.count - titles.count)) : .none,
      "hasEditions": .flag(site.composition.briefs.contains { $0.date != brief.date }),
      "briefsHref": .text(desk.href("briefs/")),
      "quotes": quotes.field, "hasQuotes": .flag(!quotes.isEmpty), "editions": editions, "calendar": calendar,
      "previous": previous, "differing": differing, "quiet": quiet,
    ]
    if isLatest { view = view.merging(whole) }
    let around = isLatest ? self.around : []
    view["hasAround"] = .flag(!around.isEmpty)
    let watch = WatchSection(desk: desk, stories: mainStories + earlier + undated)
    view = view.merging(watch.view)
    view["hasMain"] = .flag(!isBlank)
    if isBlank {
      view["hasWatched"] = .flag(false)
      view["hasCoverage"] = .flag(false)
    }
    return Record(
      [
        "date": Field(brief.date?.description), "edition": desk.edition(of: brief),
        "stories": (first + more + told + titles).field,
        "new": brief.new.field, "developments": developments, "late": brief.late.field,
        "previous": Field(brief.previous?.description), "around": around.field,
        "coverage": .record(CoverageWords(desk: desk).data), "watched": watch.data,
        "revised": brief.revisions.isEmpty ? .none : revisions.field,
        "knownUntil": Field(brief.knownUntil?.description),
      ], view: view)
  }

  /// A story of which only the title is shown.
  private func titled(_ story: StoryReport) -> Record { desk.story(story).adding(["score": .decimal(story.score)]) }

  /// A story in a few lines.
  private func card(_ story: StoryReport, number: Int, lead: Bool) -> Record {
    let differences = lead ? desk.differences(story, limit: BriefPage.rows) : []
    let all = story.actors.count
    let others = max(0, all - BriefPage.names)
    let thread: Field =
      site.threads[story.thread].flatMap { thread in
        thread.stories.count > 1 ? .record(desk.thread(thread)) : nil
      } ?? .none
    let more: Fields = [
      "pinned": .flag(story.reasons.contains(.pinned)), "n": .number(number), "lead": .flag(lead),
      "new": .flag(brief.new.contains(story.id)), "thread": thread,
      "points": desk.keyPoints(story, limit: lead ? BriefPage.leadPoints : BriefPage.otherPoints).field,
      "differences": differences.field, "hasDifferences": .flag(!differences.isEmpty),
      "who": desk.actors(story.actors, limit: BriefPage.names), "hasWho": .flag(all > 0),
      "others": others == 0 ? .none : .text(words.text("others", count: others)),
      "why": desk.reasons(story, beside: true),
    ]
    return desk.story(story).adding(["score": .decimal(story.score)]).viewing(desk.counts(story)).viewing(more)
  }

  /// "Première édition. 3 sujets : 8 articles, 4 médias connus."
  private var summary: String {
    if isBlank { return words.text("brief-none-summary") }
    let stories = mainStories + earlier + undated
    let articles = stories.reduce(0) { $0 + $1.articles.count }
    let origins = stories.reduce(0) { $0 + $1.origins.count }
    let key = brief.edition == 0 ? "edition-after" : brief.edition == 1 ? "edition-first" : "edition"
    let edition = words.text(key, ["n": words.number(brief.edition)])
    let counts = words.text(
      "brief-summary",
      [
        "edition": edition, "stories": words.text("stories", count: stories.count),
        "articles": words.text("articles", count: articles), "origins": words.text("origins", count: origins),
      ])
    guard let last = brief.knownUntil else { return counts }
    return "\(counts) \(words.text("edition-known-until", ["date": desk.calendar.short(last)]))"
  }

  /// The first letter as a capital, for a date that is a title.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
