internal import Exchange
package import NewsModel

/// Turns a composition into the files of a site: for each page its Markdown, its HTML and its data, then feeds, the
/// catalogue, the style.
///
/// Values → Mustache over Markdown → libcmark's tree → HTML → the layout. The same composition gives the same files.
package struct Renderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with the program's templates, some replaced by a user's files of the same name.
  ///
  /// - Parameter overrides: files by their path below the folder of templates ("pages/story.md", "words/fr.txt").
  /// - Throws: `RenderError.badTemplate` that names file, line and what was expected.
  package init(overrides: [(path: String, text: String)] = []) throws(RenderError) {
    templates = try TemplateLibrary(overrides: overrides)
  }

  /// All files of the site, in memory.
  package func pages(of composition: Composition) throws -> [Page] {
    var out: [Page] = []
    try render(composition) { out.append($0) }
    return out
  }

  /// All files of the site, one at a time: no more than a page is held.
  ///
  /// - Throws: `RenderError`, and whatever `emit` throws.
  package func render(_ composition: Composition, emit: (Page) throws -> Void) throws {
    let words = InterfaceWords(language: composition.settings.language, library: templates)
    let site = SiteIndex(composition)
    let printer = PagePrinter(templates: templates, words: words, settings: composition.settings)
    var catalogue = Catalogue()
    try drafts(site, words) { draft in
      try printer.print(draft, emit: emit)
      try catalogue.add(draft)
    }
    let desk = Desk(site: site, words: words, path: "")
    try printer.printNotFound(IndexPages(desk: desk).notFound, emit: emit)
    try Feeds(site: site, words: words).emit(emit)
    try emit(Page(path: "data/catalogue.jsonl", text: catalogue.text))
    try catalogue.sitemap(composition.settings).map(emit)
    try emit(Page(path: "robots.txt", text: Catalogue.robots(composition.settings)))
    try emit(Page(path: "style.css", text: templates.text("style.css") ?? ""))
  }

  private func drafts(_ site: SiteIndex, _ words: InterfaceWords, _ emit: (Draft) throws -> Void) throws {
    let composition = site.composition
    func desk(_ path: String) -> Desk { Desk(site: site, words: words, path: path) }
    let none = Brief(date: nil, edition: 1, stories: [], earlier: [], new: [], previous: nil)
    let front = composition.briefs.first ?? none
    try emit(BriefPage(desk: desk(""), brief: front, isLatest: true).draft)
    for brief in composition.briefs {
      guard let path = SiteIndex.path(brief: brief) else { continue }
      try emit(BriefPage(desk: desk(path), brief: brief, isLatest: brief == front).draft)
    }
    for story in composition.stories {
      try emit(StoryPage(desk: desk(SiteIndex.path(story: story)), story: story).draft)
    }
    try emit(ThreadPages(desk: desk("threads/")).index)
    for thread in composition.threads {
      try emit(ThreadPages(desk: desk(SiteIndex.path(thread: thread))).page(thread))
    }
    try emit(ActorPages(desk: desk("actors/")).index)
    for actor in composition.actors { try emit(ActorPages(desk: desk(SiteIndex.path(actor: actor))).page(actor)) }
    for draft in TimelinePages(site: site, words: words).drafts { try emit(draft) }
    for article in composition.articles {
      try emit(ArticlePage(desk: desk(SiteIndex.path(article: article)), report: article).draft)
    }
    try emit(IndexPages(desk: desk("sources/")).sources)
    try emit(IndexPages(desk: desk("quotes/")).quotes)
    try emit(IndexPages(desk: desk("search/")).search)
    try emit(IndexPages(desk: desk("about/")).about)
    try emit(IndexPages(desk: desk("undated/")).undated)
  }
}
