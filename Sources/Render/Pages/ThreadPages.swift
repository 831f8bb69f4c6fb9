internal import NewsModel

/// The index of threads and a page for each: stories on one subject over time.
struct ThreadPages {
  let desk: Desk
  private static let newcomers = 5  // actors named with the story that brings them
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }

  /// "threads/".
  var index: Draft {
    let all = site.allThreads
    let ordered = site.composition.threads.sorted { ($1.stories.count, $0.title) < ($0.stories.count, $1.title) }
    let rows = ordered.prefix(all.isLong ? Listing.shown : ordered.count).map(row)
    return Draft(
      "threads", path: desk.path, title: words.text("threads-title"), section: "threads",
      values: Record(
        ["threads": rows.field],
        view: [
          "rows": rows.field, "count": .text(words.text("threads", count: ordered.count)),
          "sheets": desk.sheets(of: all),
        ]))
  }

  /// A line of the index.
  func row(_ thread: ThreadReport) -> Record {
    desk.thread(thread).adding(["stories": thread.stories.prefix(Listing.shown).map(\.self).field]).viewing([
      "count": .text(words.text("stories", count: thread.stories.count)),
      "articlesCount": .text(words.text("articles", count: articles(thread))), "span": span(thread),
    ])
  }

  /// The page of a thread.
  func page(_ thread: ThreadReport) -> Draft {
    let all = site.stories(of: thread)
    let shown = all.isLong ? newest(thread) : thread.stories
    let reports = shown.compactMap { site.stories[$0] }
    let changes = changes(reports)
    let stories = reports.enumerated().map { at, story in
      desk.story(story).viewing(["n": .number(at + 1)]).viewing(changes[at]).viewing(desk.counts(story)).viewing([
        "edtf": .text(desk.day(story)?.description ?? "?"), "points": desk.keyPoints(story, limit: 1).field,
      ])
    }
    let allEvents = site.events(of: thread)
    let events = desk.events(Listing.newest(thread.timeline))
    var draft = Draft(
      "thread", path: desk.path, id: thread.id, title: thread.title, section: "threads",
      description: words.text("stories", count: thread.stories.count),
      values: Record(
        [
          "id": .text(thread.id), "title": .text(thread.title), "stories": shown.field,
          "keyPoints": reports.flatMap { desk.keyPoints($0, limit: 1) }.field, "timeline": events.field,
          "actors": thread.actors.field, "why": desk.ties(thread.why),
        ],
        view: [
          "order": .text(order(of: reports)), "storyRows": stories.field, "chart": desk.storiesChart(reports),
          "storiesSheets": desk.sheets(of: all), "events": events.field,
          "eventsSheets": desk.sheets(of: allEvents), "hasEvents": .flag(!events.isEmpty),
          "who": desk.actors(thread.actors, limit: 30), "hasWho": .flag(!thread.actors.isEmpty),
          "ties": desk.ties(thread.why), "hasTies": .flag(!thread.why.isEmpty), "span": span(thread),
          "storiesCount": .text(words.text("stories", count: thread.stories.count)),
          "articlesCount": .text(words.text("articles", count: articles(thread))),
          "threadsHref": .text(desk.href("threads/")),
        ]))
    draft.feedFolder = draft.path
    draft.linked = LinkedData(desk: desk).thread(thread)
    return draft
  }

  /// What each story brings after the one before: how much later it is, and who had not been in the thread.
  private func changes(_ stories: [StoryReport]) -> [Fields] {
    var seen: Set<String> = []
    var before: CivilDay?
    return stories.enumerated().map { at, story in
      let day = desk.day(story)
      let later = before.flatMap { first in day.map { $0.number - first.number } }
      let new = story.actors.filter { !seen.contains($0) }
      seen.formUnion(story.actors)
      before = day ?? before
      guard at > 0 else { return [:] }
      let hidden = new.count - ThreadPages.newcomers
      return [
        "later": later.map { $0 == 0 ? .none : .text(words.text("days-later", count: $0)) } ?? .none,
        "newcomers": desk.actors(new, limit: ThreadPages.newcomers), "hasNewcomers": .flag(!new.isEmpty),
        "moreNewcomers": hidden > 0 ? .text(words.text("others", count: hidden)) : .none,
      ]
    }
  }

  /// In which order the stories stand: those without a day come after all others, and are no newest ones.
  private func order(of stories: [StoryReport]) -> String {
    let undated = stories.count { desk.day($0) == nil }
    if undated == 0 { return words.text("oldest-first") }
    return words.text(undated == stories.count ? "order-undated" : "oldest-first-undated")
  }

  /// The newest stories of a long thread, oldest first.
  private func newest(_ thread: ThreadReport) -> [String] {
    let dated = thread.stories.prefix { site.stories.peek($0)?.firstSeen != nil }
    return Array((dated.isEmpty ? thread.stories[...] : dated).suffix(Listing.shown))
  }

  private func articles(_ thread: ThreadReport) -> Int {
    thread.stories.reduce(0) { $0 + (site.stories[$1]?.articles.count ?? 0) }
  }

  /// From the first to the last day of its dated stories.
  private func span(_ thread: ThreadReport) -> Field {
    let days = thread.stories.compactMap { site.stories[$0] }.compactMap { desk.days($0) }
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return .text(words.text("date-unknown"))
    }
    return .text(first == last ? desk.calendar.short(first) : desk.calendar.range(first, last))
  }
}
