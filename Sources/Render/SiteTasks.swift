internal import NewsModel

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
    tasks += site.briefs.enumerated().compactMap { at, brief in
      brief.date.map { .brief(brief, $0, isLatest: at == 0) }
    }
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
