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
  private static let quotes = 3  // a row of the grid
  private static let mostDevelopments = 5  // lines at the top; the data has all
  private static let actors = 12  // four rows of three
  static let cards = 40  // stories told of one day; of the others the titles
  private static let besideCards = 12  // stories told of earlier days, and of those without a day
  private static let titles = 300
  private static let editions = 7  // links to days of other months; their own page has all
  private static let before = 7, after = 14  // days around the edition
  private static let around = 4  // events of these days

  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }

  /// The page at a path: "" for the front page, "briefs/DATE/" for its own.
  var draft: Draft { draft(description: summary, values(title)) }

  /// The page of an edition that is out, without its values: it is printed as it was.
  func draft(as edition: Edition) -> Draft { draft(description: edition.summary, Record()) }

  private var title: String {
    brief.date.map { BriefPage.capitalized(desk.calendar.long($0)) } ?? words.text("brief-undated")
  }

  private func draft(description: String, _ values: Record) -> Draft {
    var draft = Draft(
      "brief", path: desk.path, id: brief.date?.description ?? "undated", title: title, date: brief.date,
      section: "brief", description: description, values: values)
    draft.linked = LinkedData(desk: desk).brief(title, date: brief.date)
    return draft
  }

  private var undatedIDs: Set<String> { Set(site.composition.undated) }
  /// The undated stories that the brief itself does not name.
  private var undated: [StoryReport] {
    guard isLatest else { return [] }
    let named = Set(brief.stories + brief.earlier)
    return site.composition.undated.filter { !named.contains($0) }.compactMap { site.stories[$0] }
  }
  private var mainStories: [StoryReport] { brief.stories.compactMap { site.stories[$0] } }
  private var earlier: [StoryReport] { brief.earlier.compactMap { site.stories[$0] } }

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
      "previous": previous,
      "differing": differing,
      "quiet": quiet,
    ]
    if isLatest { view = view.merging(whole) }
    let around = isLatest ? self.around : []
    view["hasAround"] = .flag(!around.isEmpty)
    let watch = WatchSection(desk: desk, stories: mainStories + earlier + undated)
    view = view.merging(watch.view)
    return Record(
      [
        "date": Field(brief.date?.description), "edition": desk.edition(of: brief),
        "stories": (first + more + told + titles).field,
        "new": brief.new.field, "developments": developments, "late": brief.late.field,
        "previous": Field(brief.previous?.description), "around": around.field,
        "coverage": .record(CoverageWords(desk: desk).data), "watched": watch.data,
        "revised": brief.revisions.isEmpty ? .none : revisions.field,
      ], view: view)
  }

  private var revisions: [Record] {
    brief.revisions.map { revision in
      Record([
        "story": .text(revision.story), "articles": revision.articles.field, "title": .flag(revision.isRetitled),
      ])
    }
  }

  /// A story of which only the title is shown.
  private func titled(_ story: StoryReport) -> Record { desk.story(story).adding(["score": .decimal(story.score)]) }

  /// The line of a day that brought nothing.
  private var quiet: Field {
    guard let previous = brief.previous, brief.new.isEmpty, brief.developments.isEmpty, brief.revisions.isEmpty else {
      return .none
    }
    return .text(words.text("quiet-day", ["date": desk.calendar.short(previous)]))
  }

  /// What is new in stories that earlier editions knew, with the new statements.
  private var developments: Field {
    var rows: [Record] = []
    for development in brief.developments {
      guard let story = site.stories[development.story] else { continue }
      var points: [Record] = []
      for index in development.keyPoints {
        if let point = desk.keyPoint(story.keyPoints[index], of: story, number: index + 1) { points.append(point) }
      }
      var differences: [Record] = []
      for index in development.differences {
        if let difference = desk.difference(story.differences[index], number: index + 1) {
          differences.append(difference)
        }
      }
      rows.append(
        Record([
          "story": .text(story.id), "articles": development.articles.field, "keyPoints": points.field,
          "differences": differences.field,
        ]))
    }
    return rows.field
  }

  /// A story in a few lines.
  private func card(_ story: StoryReport, number: Int, lead: Bool) -> Record {
    let differences = lead ? desk.differences(story, limit: BriefPage.rows) : []
    let all = story.actors.count
    let others = max(0, all - BriefPage.names)
    let isPinned = story.reasons.contains(.pinned)
    let thread: Field =
      site.threads[story.thread].flatMap { thread in
        thread.stories.count > 1 ? .record(desk.thread(thread)) : nil
      } ?? .none
    let more: Fields = [
      "pinned": .flag(isPinned),
      "n": .number(number), "lead": .flag(lead), "new": .flag(brief.new.contains(story.id)),
      "thread": thread,
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
    let stories = mainStories + earlier + undated
    let articles = stories.reduce(0) { $0 + $1.articles.count }
    let origins = stories.reduce(0) { $0 + $1.origins.count }
    let key = brief.edition == 0 ? "edition-after" : brief.edition == 1 ? "edition-first" : "edition"
    let edition = words.text(key, ["n": words.number(brief.edition)])
    return words.text(
      "brief-summary",
      [
        "edition": edition, "stories": words.text("stories", count: stories.count),
        "articles": words.text("articles", count: articles), "origins": words.text("origins", count: origins),
      ])
  }

  /// How many stories have origins that contradict each other, and how many versions that differ otherwise, each with
  /// a way to the first of them, for the line under the date.
  private var differing: Field {
    let stories = (mainStories + earlier + undated).filter { !$0.differences.isEmpty }
    func line(_ key: String, _ stories: [StoryReport], isConflict: Bool) -> Record? {
      stories.first.map { first in
        Record(view: [
          "text": .text(words.text(key, count: stories.count)), "conflict": .flag(isConflict),
          "href": .text(desk.href(SiteIndex.path(story: first), "differences")),
        ])
      }
    }
    return [
      line("stories-disputed", stories.filter(\.isDisputed), isConflict: true),
      line("stories-differing", stories.filter { !$0.isDisputed }, isConflict: false),
    ].compactMap(\.self).field
  }

  /// What is new, what stayed, what has no date.
  private var news: Field {
    var lines: [Record] = []
    func line(_ sign: String, _ label: String, _ stories: [StoryReport], tail: Field = .none) {
      lines.append(
        Record(view: [
          "sign": .text(sign), "label": .text(label),
          "stories": Desk.separated(stories.prefix(3).map(desk.story)).field,
          "tail": tail,
        ]))
    }
    let new = brief.new.compactMap { site.stories[$0] }
    let developed = Set(brief.developments.map(\.story) + brief.revisions.map(\.story))
    let kept = mainStories.filter { !brief.new.contains($0.id) && !developed.contains($0.id) } + earlier
    if let previous = brief.previous {
      let label = words.text("new-since", ["date": desk.calendar.short(previous)])
      line("+", label, new, tail: new.isEmpty ? .text(words.text("new-stories-none")) : .none)
      let told =
        brief.developments.map { ($0.story, brought($0)) } + brief.revisions.map { ($0.story, brought($0)) }
      for (id, tail) in told.prefix(BriefPage.mostDevelopments) {
        guard let story = site.stories[id] else { continue }
        line("±", words.text("developed"), [story], tail: .text(tail))
      }
      let more = told.count - BriefPage.mostDevelopments
      if more > 0 { line("±", words.text("developed"), [], tail: .text(words.text("developed-more", count: more))) }
      if !kept.isEmpty { line("=", words.text("unchanged"), kept) }
      if !brief.late.isEmpty {
        line("←", words.text("late-label"), [], tail: .text(words.text("late-articles", count: brief.late.count)))
      }
    }
    let articles = site.composition.coverage.undated
    if isLatest, articles > 0 {
      line("○", words.text("undated-label"), [], tail: .text(words.text("undated-articles", count: articles)))
    }
    return lines.field
  }

  /// ": 1 nouvel article, 2 faits nouveaux, 1 chiffre changé".
  private func brought(_ development: Development) -> String {
    var parts = [words.text("new-articles", count: development.articles.count)]
    if !development.keyPoints.isEmpty { parts.append(words.text("new-facts", count: development.keyPoints.count)) }
    if !development.differences.isEmpty {
      parts.append(words.text("changed-figures", count: development.differences.count))
    }
    return " (" + words.list(parts) + ")"
  }

  /// " (titre modifié, 1 article modifié)".
  private func brought(_ revision: Revision) -> String {
    var parts: [String] = []
    if revision.isRetitled { parts.append(words.text("changed-title")) }
    if !revision.articles.isEmpty { parts.append(words.text("changed-articles", count: revision.articles.count)) }
    return " (" + words.list(parts) + ")"
  }

  /// Direct speech in articles of the day; a story that the editor keeps on the front page may be older.
  private var quotes: [Record] {
    let own = Set(brief.articles)
    var out: [Record] = []
    for story in mainStories {
      for quote in story.quotes where out.count < BriefPage.quotes {
        guard quote.versions.contains(where: { own.contains($0.article) }) else { continue }
        guard let record = desk.quote(quote), record.data["form"] == "direct" else { continue }
        out.append(record)
      }
    }
    return out
  }

  /// The newest editions of other months.
  private var editions: Field {
    let month = brief.date?.description.dropLast(3)
    let others = site.composition.briefs.lazy.compactMap { other -> Record? in
      guard let date = other.date, let path = SiteIndex.path(brief: other), date.description.dropLast(3) != month
      else { return nil }
      return Record(view: ["label": .text(desk.calendar.short(date)), "href": .text(desk.href(path))])
    }
    return Array(others.prefix(BriefPage.editions)).field
  }

  /// The edition before this one.
  private var previous: Field {
    guard let day = brief.previous else { return .none }
    return .record(
      Record(view: ["label": .text(desk.calendar.short(day)), "href": .text(desk.href("briefs/\(day)/"))]))
  }

  /// The month of this edition.
  private var calendar: Field {
    guard let date = brief.date else { return .none }
    let month = MonthCalendar(desk: desk, year: date.year, month: date.month, current: date)
    let editions = Set(site.composition.briefs.compactMap(\.date))
    return .record(
      Record(view: [
        "label": .text(month.label), "weekdays": month.weekdays.field, "days": month.days(editions).field,
      ]))
  }

  /// The events nearest to the day of the edition that are as exact as a week, in the order of time.
  /// What a story above says already is not said again.
  private var around: [Record] {
    guard let date = brief.date else { return [] }
    let points = (mainStories + earlier + undated).flatMap(\.keyPoints)
    let told = Dictionary(grouping: points.map(\.passage), by: \.article)
    var found: [(distance: Int, at: Int)] = []
    for (at, event) in site.composition.timeline.enumerated() where event.kind == .event {
      guard let days = event.days, days.upperBound.number - days.lowerBound.number < 7 else { continue }
      let distance = days.lowerBound.number - date.number
      if (-BriefPage.before...BriefPage.after).contains(distance) { found.append((abs(distance), at)) }
    }
    var out: [(at: Int, record: Record)] = []
    for (_, at) in found.sorted(by: { ($0.distance, $0.at) < ($1.distance, $1.at) }) where out.count < BriefPage.around
    {
      let event = site.composition.timeline[at]
      let isTold = ([event.passage] + event.alsoIn).contains { place in
        told[place.article]?.contains { $0.span.overlaps(place.span) } == true
      }
      if !isTold, let record = desk.event(event) { out.append((at, record)) }
    }
    return out.sorted { $0.at < $1.at }.map(\.record)
  }

  /// What the whole site holds, for the bands below the stories.
  private var whole: Fields {
    let rows = ActorPages(desk: desk).mostNamed(BriefPage.actors).map { ActorPages.row($0, desk) }
    let years = TimelinePages(site: site, words: words).years(at: desk)
    return [
      "actors": rows.field, "hasActors": .flag(!rows.isEmpty),
      "actorsCount": .text(words.text("actors", count: site.composition.actors.count)), "years": years.field,
      "hasYears": .flag(!years.isEmpty), "chart": chart,
      "coverage": CoverageWords(desk: desk).lines.field,
      "hasCoverage": true, "actorsHref": .text(desk.href("actors/")), "timelineHref": .text(desk.href("timeline/")),
      "quotesHref": .text(desk.href("quotes/")), "aboutHref": .text(desk.href("about/")),
    ]
  }

  /// All that is dated, with the day of this edition.
  private var chart: Field {
    desk.timelineChart(
      site.composition.timeline, marker: brief.date.map { ($0, words.text("this-edition")) })
  }

  /// The first letter as a capital, for a date that is a title.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
