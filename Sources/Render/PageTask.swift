internal import NewsModel

/// What was made of a page, or that it stays as it is.
struct PrintedPage {
  /// The page's folder, or the file's path.
  var folder: String
  /// What it was made from.
  var mark: Fingerprints.Mark
  /// The names of its files below the folder; "" for a file that stands for itself.
  var siblings: [String]
  /// Its files; nil where they stay.
  var files: [Page]?
  /// Its line in the catalogue.
  var entry: Catalogue.Entry?
  /// What the archive keeps of it, if it is the page of a brief that was printed now.
  var edition: PrintedEdition?
  /// What it looked up, under the name of its trace; no reads where the trace is an earlier one.
  var trace: (name: String, trace: PageTraces.Trace, reads: [ReadRecorder.Read]?)?
}

/// A page to be made: little enough that a list of all is no burden.
enum PageTask: Sendable {
  case front(Brief)
  case briefs
  case brief(Brief, CivilDay, isLatest: Bool)
  case story(StoryReport)
  case threads
  case thread(ThreadReport)
  case actors
  case actor(ActorReport)
  case timeline(TimelinePages.Sheet)
  case article(ArticleReport)
  case sources, quotes, search, about, undated
  case list(ListSheet)
  case moved(Redirect)
  case feed(folder: String, title: String, stories: [String])

  /// Makes the page, or finds that it stays.
  func run(_ bench: Workbench, _ earlier: PageOutput.Earlier) throws -> [PrintedPage] {
    switch self {
    case .feed(let folder, let title, let stories):
      return feed(folder, title, stories, bench, earlier)
    case .front(let brief) where brief.published?.markdown != nil:
      return [try PageTask.brief(brief, brief.date ?? CivilDay(number: 0), true, bench, earlier, at: "")]
    case .brief(let brief, let day, let isLatest):
      return [try PageTask.brief(brief, day, isLatest, bench, earlier)]
    case .story(let story):
      let path = SiteIndex.path(story: story)
      return [try traced(path, own: earlier.now.parts?.own(story) ?? [], bench, earlier)]
    case .thread(let thread):
      return [try traced(SiteIndex.path(thread: thread), own: SiteMarks.own(thread), bench, earlier)]
    case .actor(let actor):
      return [try traced(SiteIndex.path(actor: actor), own: SiteMarks.own(actor), bench, earlier)]
    case .article(let report):
      return [try traced(SiteIndex.path(article: report), own: Array(report.digest.article.id.utf8), bench, earlier)]
    case .list(let sheet):
      return [try traced(sheet.path, own: sheet.key, bench, earlier)]
    case .timeline(.year(let year, let events)):
      return [try traced(SiteIndex.path(year: year), own: TimelinePages.key(of: events), bench, earlier)]
    case .timeline(.month(let month, let year, let events)):
      let path = SiteIndex.path(year: year, month: month)
      return [try traced(path, own: TimelinePages.key(of: events), bench, earlier)]
    default:
      return [try printed(bench, earlier)]
    }
  }

  /// The page, made from its values or kept where these are the same.
  private func printed(_ bench: Workbench, _ earlier: PageOutput.Earlier) throws -> PrintedPage {
    let draft = draft(bench)
    var page = try bench.printer.print(draft, bench.marks, earlier).page
    // The page that only leads elsewhere is none to be listed.
    if draft.template != "moved" { page.entry = Catalogue.Entry(draft) }
    return page
  }

  /// The page without making its values, where nothing changed that it looked up the last time.
  private func traced(
    _ folder: String, own: [UInt8], _ bench: Workbench, _ earlier: PageOutput.Earlier
  ) throws -> PrintedPage {
    if let trace = earlier.traced(folder, own: own),
      var page = earlier.printed(folder, siblings: Fingerprints.siblings)
    {
      page.entry = Catalogue.Entry(path: folder, trace: trace)
      page.trace = (folder, trace, nil)
      return page
    }
    bench.site.recorder.begin()
    lookUpItself(bench.site)
    var page = try printed(bench, earlier)
    page.trace = trace(of: folder, own: own, bench.site.recorder.sorted, page.entry, bench, earlier)
    return page
  }

  /// A page is of a part of the site: that is looked up first.
  private func lookUpItself(_ site: SiteIndex) {
    switch self {
    case .story(let story): _ = site.stories[story.id]
    case .thread(let thread): _ = site.threads[thread.id]
    case .actor(let actor): _ = site.actors[actor.identity.id]
    case .article(let report): _ = site.articles[report.digest.article.id]
    default: break
    }
  }

  private func trace(
    of name: String, own: [UInt8], _ reads: [ReadRecorder.Read], _ entry: Catalogue.Entry?, _ bench: Workbench,
    _ earlier: PageOutput.Earlier
  ) -> (name: String, trace: PageTraces.Trace, reads: [ReadRecorder.Read]?)? {
    let marks = reads.map { earlier.now.parts?.mark(of: $0, isThere: bench.site.has($0)) }
    guard let mark = earlier.mark(own, marks) else { return nil }
    let trace = PageTraces.Trace(
      mark: mark, reads: [], line: entry?.line ?? [], date: entry?.date, isUnindexed: entry?.isUnindexed ?? false)
    return (name, trace, reads)
  }

  /// The two feeds of a folder. An entry is made of its story alone.
  private func feed(
    _ folder: String, _ title: String, _ stories: [String], _ bench: Workbench, _ earlier: PageOutput.Earlier
  ) -> [PrintedPage] {
    let shown = Array(stories.prefix(Feeds.longest))
    var own = ByteWriter()
    for text in [folder, title, "\(bench.feeds.newest)"] + shown { own.put(text) }
    let name = folder + "feed"
    if let trace = earlier.traced(name, own: own.bytes) {
      let kept = ["feed.xml", "feed.json"].compactMap { earlier.printed(folder + $0, siblings: [""]) }
      if kept.count == 2 {
        var pages = kept
        pages[0].trace = (name, trace, nil)
        return pages
      }
    }
    var pages = bench.feeds.files(folder, title: title, stories: shown).map { earlier.page(for: $0) }
    let reads = shown.map { ReadRecorder.Read(kind: .story, id: $0) }
    pages[0].trace = trace(of: name, own: own.bytes, reads, nil, bench, earlier)
    return pages
  }

  /// The values of a page that is no brief and no feed.
  private func draft(_ bench: Workbench) -> Draft {
    func desk(_ path: String) -> Desk { bench.desk(path) }
    return switch self {
    case .front(let brief): BriefPage(desk: desk(""), brief: brief, isLatest: true).draft
    case .briefs: EditionsPage(desk: desk("briefs/")).draft
    case .story(let story): StoryPage(desk: desk(SiteIndex.path(story: story)), story: story).draft
    case .threads: ThreadPages(desk: desk("threads/")).index
    case .thread(let thread): ThreadPages(desk: desk(SiteIndex.path(thread: thread))).page(thread)
    case .actors: ActorPages(desk: desk("actors/")).index
    case .actor(let actor): ActorPages(desk: desk(SiteIndex.path(actor: actor))).page(actor)
    case .timeline(let sheet): TimelinePages(site: bench.site, words: bench.words).draft(sheet)
    case .article(let report): ArticlePage(desk: desk(SiteIndex.path(article: report)), report: report).draft
    case .sources: SourcesPage(desk: desk("sources/")).draft
    case .quotes: QuotesPage(desk: desk("quotes/")).draft
    case .list(let sheet): sheet.draft(desk(sheet.path))
    case .search: IndexPages(desk: desk("search/")).search
    case .about: IndexPages(desk: desk("about/")).about
    case .moved(let redirect):
      MovedPage(desk: desk(SiteIndex.path(redirect.kind, redirect.slug)), redirect: redirect).draft
    case .undated, .brief, .feed: IndexPages(desk: desk("undated/")).undated
    }
  }

  /// The page of a brief; one that is out is printed as it was, also where it is the front page again.
  ///
  /// - Parameter path: the folder of the page where it is not the brief's own.
  private static func brief(
    _ brief: Brief, _ day: CivilDay, _ isLatest: Bool, _ bench: Workbench, _ earlier: PageOutput.Earlier,
    at path: String? = nil
  ) throws -> PrintedPage {
    let desk = bench.desk(path ?? "briefs/\(day)/")
    let made = BriefPage(desk: desk, brief: brief, isLatest: isLatest)
    let corrections = desk.corrections(brief.corrections)
    if let edition = brief.published, let markdown = edition.markdown, let data = edition.data {
      let draft = made.draft(as: edition)
      let text = path == nil ? markdown : EditionMarkdown.moved(markdown, up: 2)
      let printed = PagePrinter.Printed(markdown: Array(text.utf8), data: Array(data.utf8))
      var page = try bench.printer.print(draft, as: printed, corrections: corrections, bench.marks, earlier)
      page.entry = Catalogue.Entry(draft)
      return page
    }
    var draft = made.draft
    if let edition = brief.published { draft.description = edition.summary }
    var (page, printed) = try bench.printer.print(draft, corrections: corrections, bench.marks, earlier)
    if let printed {
      page.edition = PrintedEdition(
        day: day, summary: draft.description, markdown: String(decoding: printed.markdown, as: UTF8.self),
        data: String(decoding: printed.data, as: UTF8.self),
        passages: PrintedPassages.passages(in: draft.values, site: bench.site))
    }
    page.entry = Catalogue.Entry(draft)
    return page
  }
}
