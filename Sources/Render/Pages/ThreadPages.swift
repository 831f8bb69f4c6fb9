internal import NewsModel

/// The index of threads and a page for each: stories on one subject over time.
struct ThreadPages {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }

  /// "threads/".
  var index: Draft {
    let ordered = site.composition.threads.sorted { ($1.stories.count, $0.title) < ($0.stories.count, $1.title) }
    let rows = ordered.map { thread in
      desk.thread(thread).adding(["stories": thread.stories.field]).viewing([
        "count": .text(words.text("stories", count: thread.stories.count)),
        "articlesCount": .text(words.text("articles", count: articles(thread))), "span": span(thread),
      ])
    }
    return Draft(
      "threads", path: desk.path, title: words.text("threads-title"), section: "threads",
      values: Record(
        ["threads": rows.field],
        view: ["rows": rows.field, "count": .text(words.text("threads", count: rows.count))]))
  }

  /// The page of a thread.
  func page(_ thread: ThreadReport) -> Draft {
    let stories = thread.stories.compactMap { site.stories[$0] }.map { story in
      desk.story(story).viewing(desk.counts(story)).viewing([
        "edtf": .text(desk.day(story)?.description ?? "?"), "points": desk.keyPoints(story, limit: 1).field,
      ])
    }
    let events = desk.events(thread.timeline)
    var draft = Draft(
      "thread", path: desk.path, id: thread.id, title: thread.title, section: "threads",
      description: words.text("stories", count: thread.stories.count),
      values: Record(
        [
          "id": .text(thread.id), "title": .text(thread.title), "stories": thread.stories.field,
          "timeline": events.field, "actors": thread.actors.field, "why": desk.ties(thread.why),
        ],
        view: [
          "storyRows": stories.field, "events": events.field, "hasEvents": .flag(!events.isEmpty),
          "who": desk.actors(thread.actors, limit: 30), "hasWho": .flag(!thread.actors.isEmpty),
          "ties": desk.ties(thread.why), "hasTies": .flag(!thread.why.isEmpty), "span": span(thread),
          "storiesCount": .text(words.text("stories", count: thread.stories.count)),
          "articlesCount": .text(words.text("articles", count: articles(thread))),
          "threadsHref": .text(desk.href("threads/")),
        ]))
    draft.feedFolder = draft.path
    return draft
  }

  private func articles(_ thread: ThreadReport) -> Int {
    thread.stories.reduce(0) { $0 + (site.stories[$1]?.articles.count ?? 0) }
  }

  /// From the first to the last dated story.
  private func span(_ thread: ThreadReport) -> Field {
    let days = thread.stories.compactMap { site.stories[$0] }.compactMap { desk.day($0) }.sorted()
    guard let first = days.first, let last = days.last else { return .text(words.text("date-unknown")) }
    guard first != last else { return .text(desk.calendar.short(first)) }
    return .text(
      words.text("date.range", ["from": desk.calendar.short(first), "to": desk.calendar.short(last)]))
  }
}
