internal import NewsModel

/// The lists of a site that may be long. What finds out their order is no part of a page: nothing here is noted.
extension SiteIndex {
  // MARK: Of an actor

  private func owner(_ actor: ActorReport) -> Listing.Owner {
    Listing.Owner(folder: SiteIndex.path(actor: actor), name: actor.identity.name, section: "actors")
  }

  /// What an actor said and may be shown, by the day of the articles.
  func quotes(of actor: ActorReport) -> Listing {
    var quotes = actor.quotes
    if quotes.count > Listing.shown { quotes = byDay(quotes.filter(isShown)) { $0.article } }
    return Listing(
      owner: owner(actor), part: "quotes/", key: "quotes-title", rows: .quotes(quotes))
  }

  /// The stories of an actor, oldest first.
  func stories(of actor: ActorReport) -> Listing {
    Listing(
      owner: owner(actor), part: "stories/", key: "stories-title", rows: .stories(actor.stories.reversed()))
  }

  /// The events of an actor, in their order.
  func events(of actor: ActorReport) -> Listing {
    Listing(
      owner: owner(actor), part: "timeline/", key: "timeline-title", rows: .events(actor.timeline))
  }

  // MARK: Of a story

  private func owner(_ story: StoryReport) -> Listing.Owner {
    Listing.Owner(folder: SiteIndex.path(story: story), name: story.title, section: "brief")
  }

  /// The words spoken in a story.
  func quotes(of story: StoryReport) -> Listing {
    Listing(
      owner: owner(story), part: "quotes/", key: "quotes-title", rows: .utterances(story.quotes))
  }

  /// The events of a story, in their order.
  func events(of story: StoryReport) -> Listing {
    Listing(
      owner: owner(story), part: "timeline/", key: "timeline-title", rows: .events(story.timeline))
  }

  /// The articles of a story, in the order of their sigla.
  func articles(of story: StoryReport) -> Listing {
    Listing(
      owner: owner(story), part: "sources/", key: "sources-title", rows: .articles(story.articles))
  }

  // MARK: Of a thread

  private func owner(_ thread: ThreadReport) -> Listing.Owner {
    Listing.Owner(folder: SiteIndex.path(thread: thread), name: thread.title, section: "threads")
  }

  /// The stories of a thread, oldest first.
  func stories(of thread: ThreadReport) -> Listing {
    Listing(
      owner: owner(thread), part: "stories/", key: "stories-title", rows: .stories(thread.stories))
  }

  /// The events of a thread, in their order.
  func events(of thread: ThreadReport) -> Listing {
    Listing(
      owner: owner(thread), part: "timeline/", key: "timeline-title", rows: .events(thread.timeline))
  }

  // MARK: Of the site

  /// The articles of an outlet, by their day; where there are many outlets, their page shows few of each.
  func articles(of outlet: OutletReport) -> Listing {
    let shown = min(Listing.shown, max(3, 5 * Listing.shown / max(1, composition.outlets.count)))
    return Listing(
      owner: Listing.Owner(folder: "sources/", name: outlet.name, section: "sources"), part: "\(outlet.slug)/",
      key: "fact-texts",
      rows: .articles(outlet.articles.count > shown ? byDay(outlet.articles) { $0 } : outlet.articles), shown: shown)
  }

  /// All threads, by the day of their first story.
  var allThreads: Listing {
    let threads = composition.threads.map { thread in
      (day: thread.stories.lazy.compactMap { self.stories.peek($0)?.firstSeen }.first, id: thread.id)
    }
    return Listing(
      owner: Listing.Owner(folder: "threads/", name: nil, section: "threads"), part: "all/", key: "threads-title",
      rows: .threads(threads.sorted { SiteIndex.isBefore($0, $1) }.map(\.id)))
  }

  /// The stories of which no article has a date to trust.
  var undatedStories: Listing {
    Listing(
      owner: Listing.Owner(folder: "undated/", name: nil, section: "brief"), part: "all/", key: "undated-shelf",
      rows: .stories(composition.undated))
  }

  /// Events of a page of the timeline.
  func events(_ events: [TimelineEvent], at folder: String) -> Listing {
    Listing(
      owner: Listing.Owner(folder: folder, name: nil, section: "timeline"), part: "all/", key: "timeline-title",
      rows: .events(events))
  }

  // MARK: Order

  /// By the trusted day of publication of an article, then by its id; those without a day last.
  private func byDay<Row>(_ rows: [Row], article: (Row) -> String) -> [Row] {
    let keyed = rows.enumerated().map { at, row in
      let id = article(row)
      return (day: articles.peek(id)?.digest.article.trustedPublicationDay, id: id, at: at, row: row)
    }
    return keyed.sorted { a, b in
      a.id == b.id ? a.at < b.at : SiteIndex.isBefore((a.day, a.id), (b.day, b.id))
    }.map(\.row)
  }

  private static func isBefore(_ a: (day: CivilDay?, id: String), _ b: (day: CivilDay?, id: String)) -> Bool {
    switch (a.day, b.day) {
    case (let x?, let y?) where x != y: x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a.id < b.id
    }
  }

  /// Whether a quote can be printed and is the first run of its utterance.
  func isShown(_ version: StoryQuote.Version) -> Bool {
    guard let article = articles.peek(version.article), article.digest.quotes.indices.contains(version.quote) else {
      return false
    }
    let quote = article.digest.quotes[version.quote]
    return article.begins(quote) && article.prints(quote)
  }
}

extension ArticleReport {
  /// Whether a quote says something in the words of it that may be printed: reported speech is whole, or it is a shred.
  func prints(_ quote: Quote) -> Bool {
    printable.contains { quote.form == .indirect ? $0.contains(quote.span) : $0.overlaps(quote.span) }
  }

  /// Whether anything of a run of words may be printed.
  func prints(_ span: Span) -> Bool { printable.contains { $0.overlaps(span) } }

  /// Whether a quote is the first run of its utterance, which shows them all.
  func begins(_ quote: Quote) -> Bool {
    digest.quotes.first { $0.utterance == quote.utterance }?.span == quote.span
  }
}
