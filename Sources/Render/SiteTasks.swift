internal import NewsModel

/// All pages of a site, in the order of its catalogue.
struct SiteTasks {
  private let index: SiteIndex
  private var site: Composition { index.composition }

  /// The pages of a site.
  init(_ site: SiteIndex) { index = site }

  /// The pages.
  var all: [PageTask] {
    let none = Brief(date: nil, edition: 1, stories: [], earlier: [], new: [], previous: nil)
    let front = site.briefs.first ?? none
    var tasks: [PageTask] = [.front(front), .briefs]
    tasks += site.briefs.enumerated().compactMap { at, brief in
      brief.date.map { .brief(brief, $0, isLatest: at == 0) }
    }
    tasks += site.laterBriefs.compactMap { brief in brief.date.map { .brief(brief, $0, isLatest: false) } }
    tasks += site.stories.map(PageTask.story)
    tasks.append(.threads)
    tasks += site.threads.map(PageTask.thread)
    tasks.append(.actors)
    tasks += site.actors.map(PageTask.actor)
    tasks += TimelinePages.sheets(of: site.timeline).map(PageTask.timeline)
    tasks += site.articles.map(PageTask.article)
    tasks += [.sources, .quotes, .search, .about, .undated]
    tasks += sheets.map(PageTask.list)
    tasks += site.redirects.map(PageTask.moved)
    return tasks + feeds
  }

  /// The pages of all lists that are too long for the pages that they belong to.
  private var sheets: [ListSheet] {
    var sheets: [ListSheet] = []
    // Most have nothing that is long, and need no list made to find that out.
    for story in site.stories
    where max(story.quotes.count, story.timeline.count, story.articles.count) > Listing.shown {
      for listing in [index.quotes(of: story), index.events(of: story), index.articles(of: story)] {
        sheets += listing.sheets()
      }
    }
    for thread in site.threads where max(thread.stories.count, thread.timeline.count) > Listing.shown {
      sheets += index.stories(of: thread).sheets() + index.events(of: thread).sheets()
    }
    for actor in site.actors
    where max(actor.quotes.count, actor.stories.count, actor.timeline.count) > Listing.shown {
      for listing in [index.quotes(of: actor), index.stories(of: actor), index.events(of: actor)] {
        sheets += listing.sheets()
      }
    }
    sheets += index.allThreads.sheets() + index.undatedStories.sheets()
    sheets += TimelinePages.listings(index).flatMap { $0.sheets() }
    sheets += site.outlets.flatMap { index.articles(of: $0).sheets() }
    let letters = index.letters
    if letters.areActorsLong {
      sheets += letters.actors.flatMap { kind, letters in letters.flatMap { $0.actors(kind).sheets(always: true) } }
    }
    if letters.areStoriesLong { sheets += letters.stories.flatMap { $0.stories.sheets(always: true) } }
    return sheets
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
