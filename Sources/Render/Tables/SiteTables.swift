internal import NewsModel

/// The tables of a site for spreadsheets and programs: what its pages print of quotes, dated events and actors.
struct SiteTables {
  private let benches: [Workbench]
  private static let slice = 64  // articles, events or actors that one thread makes at a time
  private static let batch = 2048  // of which the rows are held at a time besides the table

  /// The tables; a bench for each thread, at least one.
  init(_ benches: [Workbench]) { self.benches = benches }

  /// The tables of a site, in order.
  func write(_ take: (Page) throws -> Void) throws {
    let site = benches[0].site.composition
    try take(
      table("quotes", QuoteRows.names, site.articles.count) { range, desk in QuoteRows(desk).rows(range) })
    try take(
      table("events", EventRows.names, site.timeline.count) { range, desk in EventRows(desk).rows(range) })
    try take(table("actors", ActorRows.names, site.actors.count) { range, desk in ActorRows(desk).rows(range) })
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

  private func table(
    _ name: String, _ names: [String], _ count: Int, _ rows: (Range<Int>, Desk) -> [UInt8]
  ) -> Page {
    var bytes = CommaTable.head(names)
    var first = 0
    while first < count {
      let batch = first..<min(count, first + SiteTables.batch)
      let slices = Array(stride(from: batch.lowerBound, to: batch.upperBound, by: SiteTables.slice))
      let parts = Workers.map(slices.count, on: benches) { at, bench in
        rows(slices[at]..<min(batch.upperBound, slices[at] + SiteTables.slice), bench.desk("data/"))
      }
      for part in parts { bytes += part }
      first = batch.upperBound
    }
    return Page(path: "data/\(name).csv", bytes: bytes)
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

  func rows(_ range: Range<Int>) -> [UInt8] {
    var table = CommaTable()
    for report in desk.site.composition.articles[range] {
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
    return table.bytes
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
    table.cell(article.source)
    table.cell(article.published)
    table.cell(article.language)
    table.cell(SiteIndex.path(article: report))
    table.cell(story?.title)
    table.cell(story.map { SiteIndex.path(story: $0) })
    table.end()
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

  func rows(_ range: Range<Int>) -> [UInt8] {
    var table = CommaTable()
    for event in desk.site.composition.timeline[range] {
      guard let report = desk.site.articles.peek(event.passage.article) else { continue }
      let isPublication = event.kind == .publication
      let words = isPublication ? nil : desk.words(of: event.passage)
      if !isPublication, words == nil { continue }
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
      table.cell(article.source)
      table.cell(article.published)
      table.cell(article.language)
      table.cell(SiteIndex.path(article: report))
      table.cell(story?.title)
      table.cell(story.map { SiteIndex.path(story: $0) })
      table.end()
    }
    return table.bytes
  }
}

/// A row for each actor with a page, by name.
private struct ActorRows {
  static let names = ["name", "kind", "id", "role", "spellings", "articles", "stories", "quotes", "path"]
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  func rows(_ range: Range<Int>) -> [UInt8] {
    var table = CommaTable()
    for actor in desk.site.composition.actors[range] {
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
    return table.bytes
  }
}
