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
    var output = PageOutput(emit: { out.append($0) })
    _ = try render(composition, to: &output)
    return out
  }

  /// The files of a site, one at a time: no more than a page is held, and those made from the same values stay.
  ///
  /// - Parameter draft: the day of an edition that waits for approval: all goes below "drafts/DAY/", unindexed.
  /// - Returns: the editions that were printed; those that stayed are not among them.
  /// - Throws: `RenderError`, and whatever the output throws.
  package func render(
    _ composition: Composition, to output: inout PageOutput, draft: CivilDay? = nil
  ) throws -> [PrintedEdition] {
    let words = InterfaceWords(language: composition.settings.language, library: templates)
    let site = SiteIndex(composition)
    output.prefix = draft.map { "drafts/\($0)/" } ?? ""
    let printer = PagePrinter(templates: templates, words: words, settings: composition.settings, isDraft: draft != nil)
    var catalogue = Catalogue()
    let editions = try briefs(site, words, printer, &catalogue, &output)
    try drafts(site, words) { draft in
      try printer.print(draft, to: &output)
      try catalogue.add(draft)
    }
    for redirect in composition.redirects {
      let path = SiteIndex.path(redirect.kind, redirect.slug)
      try printer.print(
        MovedPage(desk: Desk(site: site, words: words, path: path), redirect: redirect).draft, to: &output)
    }
    try Feeds(site: site, words: words).emit(to: &output)
    try output.add(Page(path: "style.css", text: templates.text("style.css") ?? ""))
    guard draft == nil else { return editions }
    try printer.printNotFound(IndexPages(desk: Desk(site: site, words: words, path: "")).notFound, to: &output)
    try output.add(Page(path: "data/catalogue.jsonl", text: catalogue.text))
    if let sitemap = catalogue.sitemap(composition.settings) { try output.add(sitemap) }
    try output.add(Page(path: "robots.txt", text: Catalogue.robots(composition.settings)))
    return editions
  }

  /// The front page and a page for each brief; one that is out is printed as it was.
  private func briefs(
    _ site: SiteIndex, _ words: InterfaceWords, _ printer: PagePrinter, _ catalogue: inout Catalogue,
    _ output: inout PageOutput
  ) throws -> [PrintedEdition] {
    let composition = site.composition
    func desk(_ path: String) -> Desk { Desk(site: site, words: words, path: path) }
    let none = Brief(date: nil, edition: 1, stories: [], earlier: [], new: [], previous: nil)
    let front = composition.briefs.first ?? none
    let page = BriefPage(desk: desk(""), brief: front, isLatest: true).draft
    try printer.print(page, to: &output)
    try catalogue.add(page)
    var printed: [PrintedEdition] = []
    for brief in composition.briefs {
      guard let path = SiteIndex.path(brief: brief), let day = brief.date else { continue }
      var draft = BriefPage(desk: desk(path), brief: brief, isLatest: brief == front).draft
      if let edition = brief.published { draft.description = edition.summary }
      try catalogue.add(draft)
      let corrections = desk(path).corrections(brief.corrections)
      if let edition = brief.published, let markdown = edition.markdown, let data = edition.data {
        try printer.print(draft, as: .init(markdown: markdown, data: data), corrections: corrections, to: &output)
      } else if let text = try printer.print(draft, corrections: corrections, to: &output) {
        printed.append(
          PrintedEdition(
            day: day, summary: draft.description, markdown: text.markdown, data: text.data,
            passages: PrintedPassages.passages(in: draft.values, site: site)))
      }
    }
    return printed
  }

  private func drafts(_ site: SiteIndex, _ words: InterfaceWords, _ emit: (Draft) throws -> Void) throws {
    let composition = site.composition
    func desk(_ path: String) -> Desk { Desk(site: site, words: words, path: path) }
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
