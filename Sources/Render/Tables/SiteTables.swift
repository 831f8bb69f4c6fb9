internal import NewsModel

/// The tables of a site for spreadsheets and programs: what its pages print of quotes, dated events and actors.
struct SiteTables {
  private let benches: [Workbench]
  private let marks: ContributionMarks?
  private let earlier: PageOutput.Earlier

  /// The tables.
  ///
  /// - Parameters:
  ///   - benches: one for each thread; at least one.
  ///   - marks: what the parts of the site are made from, where it is known.
  ///   - earlier: the site as it stands, and where its rows are.
  init(_ benches: [Workbench], _ marks: ContributionMarks?, _ earlier: PageOutput.Earlier) {
    self.benches = benches
    self.marks = marks
    self.earlier = earlier
  }

  /// Makes the tables and hands them on in order.
  ///
  /// - Returns: by path, where their rows stand.
  func write(_ take: (Page) throws -> Void) throws -> [String: KeptRows] {
    let site = benches[0].site.composition
    var kept: [String: KeptRows] = [:]
    func add(
      _ name: String, _ names: [String], _ count: Int, _ mark: (ContributionMarks, Int) -> ContentMark?,
      _ row: (Int, Desk, inout CommaTable) -> Void
    ) throws {
      let path = "data/\(name).csv"
      let known = marks.map { marks in Workers.map(count, jobs: benches.count) { mark(marks, $0) } }
      let table = JoinedTable(
        head: CommaTable.head(names), count: count,
        marks: known.flatMap { $0.contains(nil) ? nil : $0.compactMap(\.self) }, earlier: earlier, path: path)
      let (bytes, rows) = table.made(on: benches, row)
      kept[path] = rows
      try take(Page(path: path, bytes: bytes))
    }
    try add("quotes", QuoteRows.names, site.articles.count) {
      $0.quoteRows($1)
    } _: {
      QuoteRows($1).put($0, &$2)
    }
    try add("events", EventRows.names, site.timeline.count) {
      $0.eventRow(site.timeline[$1])
    } _: {
      EventRows($1).put($0, &$2)
    }
    try add("actors", ActorRows.names, site.actors.count) {
      $0.actors[$1]
    } _: {
      ActorRows($1).put($0, &$2)
    }
    return kept
  }

  /// Where the table that is about a kind of page stands; nil for other pages.
  static func path(of kind: String) -> String? {
    switch kind {
    case "quotes": "data/quotes.csv"
    case "timeline": "data/events.csv"
    case "actors": "data/actors.csv"
    default: nil
    }
  }
}

/// A row for each run of spoken words that is printed, by article; the runs of one utterance share its number.
private struct QuoteRows {
  static let names = [
    "quote", "form", "utterance", "speaker", "speaker_id", "speaker_words", "speaker_basis", "article", "start", "end",
    "outlet", "published", "language", "article_path", "story", "story_path",
  ]
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// Adds the rows of an article.
  func put(_ place: Int, _ table: inout CommaTable) {
    let report = desk.site.composition.articles[place]
    let id = report.digest.article.id
    var shown: Set<Int> = []
    for (at, quote) in report.digest.quotes.enumerated()
    where report.begins(quote) && desk.site.isShown(.init(article: id, quote: at)) {
      shown.insert(quote.utterance)
    }
    for quote in report.digest.quotes where shown.contains(quote.utterance) {
      guard let words = desk.words(of: Passage(article: id, span: quote.span)) else { continue }
      row(quote, words, report, &table)
    }
  }

  private func row(_ quote: Quote, _ words: Record, _ report: ArticleReport, _ table: inout CommaTable) {
    let article = report.digest.article
    let actor = desk.site.actor(quote.speaker?.actor, in: article.id)
    let story = desk.site.stories.peek(report.story)
    table.cell(words.data["text"])
    table.cell(quote.form.rawValue)
    table.cell(quote.utterance)
    table.cell(actor?.identity.name ?? quote.speaker?.actor.flatMap { report.digest.actor($0)?.name })
    table.cell(actor?.identity.id)
    table.cell(quote.speaker.map { String(article[$0.span]) })
    table.cell(quote.speaker?.basis.rawValue)
    table.cell(article.id)
    table.cell(words.data["start"])
    table.cell(words.data["end"])
    table.end(report, story)
  }
}

/// A row for each dated event and publication, oldest first; the words that tell of it, where they are printed.
private struct EventRows {
  static let names = [
    "date", "precision", "kind", "basis", "text", "article", "start", "end", "outlet", "published", "language",
    "article_path", "story", "story_path",
  ]
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// Adds the row of an event, if it has one.
  func put(_ place: Int, _ table: inout CommaTable) {
    let event = desk.site.composition.timeline[place]
    guard let report = desk.site.articles.peek(event.passage.article) else { return }
    let isPublication = event.kind == .publication
    let words = isPublication ? nil : desk.words(of: event.passage)
    if !isPublication, words == nil { return }
    let article = report.digest.article
    let story = desk.site.stories.peek(event.story)
    table.cell(event.value?.text)
    table.cell(event.value?.precision.rawValue)
    table.cell(event.kind.rawValue)
    table.cell(isPublication ? event.publishedBasis?.rawValue : event.mention?.basis.rawValue)
    table.cell(words?.data["text"])
    table.cell(article.id)
    table.cell(words?.data["start"])
    table.cell(words?.data["end"])
    table.end(report, story)
  }
}

/// A row for each actor with a page, by name.
private struct ActorRows {
  static let names = ["name", "kind", "id", "role", "spellings", "articles", "stories", "quotes", "path"]
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// Adds the row of an actor.
  func put(_ place: Int, _ table: inout CommaTable) {
    let actor = desk.site.composition.actors[place]
    let identity = actor.identity
    table.cell(identity.name)
    table.cell(identity.kind.rawValue)
    table.cell(identity.id)
    table.cell(actor.roles.first?.text)
    table.cell(identity.spellings.prefix(ActorPages.evidence).map(\.text).joined(separator: "; "))
    table.cell(actor.articles)
    table.cell(actor.stories.count)
    table.cell(actor.quotes.count { desk.site.isShown($0) })
    table.cell(SiteIndex.path(actor: actor))
    table.end()
  }
}

extension CommaTable {
  /// Ends the row of something that an article tells: its outlet, when, in which language and where, and its story.
  fileprivate mutating func end(_ report: ArticleReport, _ story: StoryReport?) {
    let article = report.digest.article
    cell(article.source)
    cell(article.published)
    cell(article.language)
    cell(SiteIndex.path(article: report))
    cell(story?.title)
    cell(story.map { SiteIndex.path(story: $0) })
    end()
  }
}
