internal import NewsModel

/// What was made of a page, or that it stays as it is.
struct PrintedPage {
  /// The page's folder, the file's path, or how the paths of two feeds begin.
  var name: String
  /// What it was made from.
  var mark: ContentMark
  /// How the paths of its files go on behind the name.
  var names: [String]
  /// Its files; nil where they stay.
  var files: [Page]?
  /// Its line in the catalogue.
  var entry: Catalogue.Entry?
  /// What the archive keeps of it, if it is the page of a brief that was printed now.
  var edition: PrintedEdition?
  /// What it was made from, for the next run.
  var trace: TraceWriter.Made?

  /// The files that belong to a page's folder.
  static let siblings = ["index.html", "index.md", "index.json"]
  /// The ends of the paths of two feeds.
  static let feeds = [".xml", ".json"]
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

  /// How the paths of its files go on behind its name.
  var names: [String] { if case .feed = self { PrintedPage.feeds } else { PrintedPage.siblings } }

  /// The name of a page that notes what it looks up.
  private var traced: String? {
    switch self {
    case .story(let story): SiteIndex.path(story: story)
    case .thread(let thread): SiteIndex.path(thread: thread)
    case .actor(let actor): SiteIndex.path(actor: actor)
    case .article(let report): SiteIndex.path(article: report)
    case .list(let sheet): sheet.path
    case .timeline(.year(let year, _)): SiteIndex.path(year: year)
    case .timeline(.month(let month, let year, _)): SiteIndex.path(year: year, month: month)
    case .feed(let folder, _, _): folder + "feed"
    default: nil
    }
  }

  /// The place of the page among the earlier ones, if it need not be made.
  func kept(_ bench: Workbench, _ earlier: PageOutput.Earlier) -> Int? {
    guard let name = traced else { return nil }
    return earlier.kept(name, names: names) { own(bench, earlier) }
  }

  /// The mark of what a page is besides what it looks up.
  private func own(_ bench: Workbench, _ earlier: PageOutput.Earlier) -> ContentMark {
    bench.mark { out in
      switch self {
      case .story(let story): earlier.parts?.put(story, &out)
      case .thread(let thread): SiteMarks.put(thread, &out)
      case .actor(let actor): SiteMarks.put(actor, &out)
      case .article(let report): out.put(report.digest.article.id)
      case .list(let sheet): sheet.put(into: &out)
      case .timeline(.year(_, let events)), .timeline(.month(_, _, let events)): TimelinePages.put(events, &out)
      case .feed(let folder, let title, let stories):
        out.put(folder)
        out.put(title)
        out.put(bench.feeds.newest.number)
        for story in stories.prefix(Feeds.longest) { out.put(story) }
      default: break
      }
    }
  }

  /// Makes the page, or finds that its values are the same.
  func run(_ bench: Workbench, _ earlier: PageOutput.Earlier) throws -> PrintedPage {
    switch self {
    case .front(let brief) where brief.published?.markdown != nil:
      return try PageTask.brief(brief, brief.date ?? CivilDay(number: 0), true, bench, earlier, at: "")
    case .brief(let brief, let day, let isLatest):
      return try PageTask.brief(brief, day, isLatest, bench, earlier)
    default: break
    }
    guard traced != nil else { return try printed(bench, earlier) }
    bench.site.recorder.begin()
    lookUpItself(bench.site)
    var page = try printed(bench, earlier)
    let reads = bench.site.recorder.all.compactMap { earlier.parts?.part(of: $0, at: bench.site.position(of: $0)) }
    page.trace = TraceWriter.Made(
      own: own(bench, earlier), entry: page.entry,
      reads: reads.sorted { ($0.identity.high, $0.identity.low) < ($1.identity.high, $1.identity.low) })
    return page
  }

  /// The page, made from its values or kept where these are the same.
  private func printed(_ bench: Workbench, _ earlier: PageOutput.Earlier) throws -> PrintedPage {
    if case .feed(let folder, let title, let stories) = self {
      return feed(folder, title, Array(stories.prefix(Feeds.longest)), bench, earlier)
    }
    let draft = draft(bench)
    var page = try bench.printer.print(draft, bench.marks, earlier).page
    // The page that only leads elsewhere is none to be listed.
    if draft.template != "moved" { page.entry = Catalogue.Entry(draft) }
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

  /// The two feeds of a folder. An entry is made of its story alone.
  private func feed(
    _ folder: String, _ title: String, _ stories: [String], _ bench: Workbench, _ earlier: PageOutput.Earlier
  ) -> PrintedPage {
    let files = bench.feeds.files(folder, title: title, stories: stories)
    // Some entries were made before: what was looked up for the others is not noted either.
    bench.site.recorder.begin()
    for story in stories { _ = bench.site.stories[story] }
    let mark = ContentMark(files.reduce(into: []) { ContentMark($1.bytes).append(to: &$0) })
    let name = folder + "feed"
    let stays = earlier.stays(name, madeFrom: mark, names: PrintedPage.feeds)
    return PrintedPage(name: name, mark: mark, names: PrintedPage.feeds, files: stays ? nil : files)
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
