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
}

/// A page to be made: little enough that a list of all is no burden.
enum PageTask: Sendable {
  case front(Brief)
  case brief(Brief, CivilDay, isLatest: Bool)
  case story(StoryReport)
  case threads
  case thread(ThreadReport)
  case actors
  case actor(ActorReport)
  case timeline(TimelinePages.Sheet)
  case article(ArticleReport)
  case sources, quotes, search, about, undated
  case moved(Redirect)
  case feed(folder: String, title: String, stories: [String])

  /// Makes the page, or finds that it stays.
  func run(_ bench: Workbench, _ earlier: PageOutput.Earlier) throws -> [PrintedPage] {
    switch self {
    case .feed(let folder, let title, let stories):
      return bench.feeds.files(folder, title: title, stories: stories).map {
        earlier.page(for: $0)
      }
    case .brief(let brief, let day, let isLatest):
      return [try PageTask.brief(brief, day, isLatest, bench, earlier)]
    default:
      let draft = draft(bench)
      var page = try bench.printer.print(draft, bench.marks, earlier).page
      // The page that only leads elsewhere is none to be listed.
      if draft.template != "moved" { page.entry = Catalogue.Entry(draft) }
      return [page]
    }
  }

  /// The values of a page that is no brief and no feed.
  private func draft(_ bench: Workbench) -> Draft {
    func desk(_ path: String) -> Desk { bench.desk(path) }
    return switch self {
    case .front(let brief): BriefPage(desk: desk(""), brief: brief, isLatest: true).draft
    case .story(let story): StoryPage(desk: desk(SiteIndex.path(story: story)), story: story).draft
    case .threads: ThreadPages(desk: desk("threads/")).index
    case .thread(let thread): ThreadPages(desk: desk(SiteIndex.path(thread: thread))).page(thread)
    case .actors: ActorPages(desk: desk("actors/")).index
    case .actor(let actor): ActorPages(desk: desk(SiteIndex.path(actor: actor))).page(actor)
    case .timeline(let sheet): TimelinePages(site: bench.site, words: bench.words).draft(sheet)
    case .article(let report): ArticlePage(desk: desk(SiteIndex.path(article: report)), report: report).draft
    case .sources: IndexPages(desk: desk("sources/")).sources
    case .quotes: IndexPages(desk: desk("quotes/")).quotes
    case .search: IndexPages(desk: desk("search/")).search
    case .about: IndexPages(desk: desk("about/")).about
    case .moved(let redirect):
      MovedPage(desk: desk(SiteIndex.path(redirect.kind, redirect.slug)), redirect: redirect).draft
    case .undated, .brief, .feed: IndexPages(desk: desk("undated/")).undated
    }
  }

  /// The page of a brief; one that is out is printed as it was.
  private static func brief(
    _ brief: Brief, _ day: CivilDay, _ isLatest: Bool, _ bench: Workbench, _ earlier: PageOutput.Earlier
  ) throws -> PrintedPage {
    let desk = bench.desk("briefs/\(day)/")
    var draft = BriefPage(desk: desk, brief: brief, isLatest: isLatest).draft
    if let edition = brief.published { draft.description = edition.summary }
    let corrections = desk.corrections(brief.corrections)
    var page: PrintedPage
    if let edition = brief.published, let markdown = edition.markdown, let data = edition.data {
      let printed = PagePrinter.Printed(markdown: Array(markdown.utf8), data: Array(data.utf8))
      page = try bench.printer.print(draft, as: printed, corrections: corrections, bench.marks, earlier)
    } else {
      let (made, printed) = try bench.printer.print(draft, corrections: corrections, bench.marks, earlier)
      page = made
      if let printed {
        page.edition = PrintedEdition(
          day: day, summary: draft.description, markdown: String(decoding: printed.markdown, as: UTF8.self),
          data: String(decoding: printed.data, as: UTF8.self),
          passages: PrintedPassages.passages(in: draft.values, site: bench.site))
      }
    }
    page.entry = Catalogue.Entry(draft)
    return page
  }
}

/// All pages of a site, in the order of its catalogue.
struct SiteTasks {
  private let site: Composition

  /// The pages of a composition.
  init(_ site: Composition) { self.site = site }

  /// The pages.
  var all: [PageTask] {
    let none = Brief(date: nil, edition: 1, stories: [], earlier: [], new: [], previous: nil)
    let front = site.briefs.first ?? none
    var tasks: [PageTask] = [.front(front)]
    tasks += site.briefs.compactMap { brief in brief.date.map { .brief(brief, $0, isLatest: brief == front) } }
    tasks += site.stories.map(PageTask.story)
    tasks.append(.threads)
    tasks += site.threads.map(PageTask.thread)
    tasks.append(.actors)
    tasks += site.actors.map(PageTask.actor)
    tasks += TimelinePages.sheets(of: site.timeline).map(PageTask.timeline)
    tasks += site.articles.map(PageTask.article)
    tasks += [.sources, .quotes, .search, .about, .undated]
    tasks += site.redirects.map(PageTask.moved)
    return tasks + feeds
  }

  private var feeds: [PageTask] {
    var seen: Set<String> = []
    let ordered = site.briefs.flatMap { $0.stories + $0.earlier } + site.stories.map(\.id)
    var tasks: [PageTask] = [
      .feed(folder: "", title: site.settings.title, stories: ordered.filter { seen.insert($0).inserted })
    ]
    tasks += site.threads.map {
      .feed(folder: SiteIndex.path(thread: $0), title: $0.title, stories: $0.stories.reversed())
    }
    tasks += site.actors.map {
      .feed(folder: SiteIndex.path(actor: $0), title: $0.identity.name, stories: $0.stories)
    }
    return tasks
  }
}
