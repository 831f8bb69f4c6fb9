package import NewsModel

/// Turns a composition into the files of a site: for each page its Markdown, its HTML and its data, then feeds, the
/// catalogue, the style.
///
/// Values → Mustache over Markdown → libcmark's tree → HTML → the layout. The same composition gives the same files,
/// on one thread or many.
package struct Renderer: Sendable {
  private let templates: TemplateLibrary
  /// Pages that are made side by side before they are handed on in their order.
  private static let batch = 256  // pages, about 30 KB each

  /// A renderer with the program's templates, some replaced by a user's files of the same name.
  ///
  /// - Parameters:
  ///   - theme: the look, by the name of its folder below "themes/"; nil is the one without a name.
  ///   - overrides: files by their path below the folder of templates ("pages/story.md", "words/fr.txt").
  /// - Throws: `RenderError.badTemplate` that names file, line and what was expected; `RenderError.unknownTheme`.
  package init(theme: String? = nil, overrides: [(path: String, text: String)] = []) throws(RenderError) {
    templates = try TemplateLibrary(theme: theme, overrides: overrides)
  }

  /// The templates, words and styles that the program carries, by their path below the folder of templates.
  package static var carried: [Page] {
    TemplateLibrary.carried.map { Page(path: $0.path, text: $0.text) }
  }

  /// What a user's templates name and the program's do not know, in the order of the files.
  package static func slips(in overrides: [(path: String, text: String)]) -> [TemplateSlip] {
    TemplateSlips(TemplateLibrary.carried).all(in: overrides)
  }

  /// All files of the site, in memory.
  package func pages(of composition: Composition) throws -> [Page] {
    var out: [Page] = []
    var output = PageOutput(emit: { out.append($0) })
    _ = try render(composition, to: &output)
    return out
  }

  /// The files of a site, in order: only a few pages are held at a time, and those made from the same values stay.
  ///
  /// - Parameters:
  ///   - draft: the day of an edition that waits for approval: all goes below "drafts/DAY/", unindexed.
  ///   - jobs: how many threads make pages.
  /// - Returns: the editions that were printed; those that stayed are not among them.
  /// - Throws: `RenderError`, and whatever the output throws.
  package func render(
    _ composition: Composition, to output: inout PageOutput, draft: CivilDay? = nil, jobs: Int = 1
  ) throws -> [PrintedEdition] {
    let words = InterfaceWords(language: composition.settings.language, library: templates)
    let site = SiteIndex(composition)
    output.begin(below: draft.map { "drafts/\($0)/" } ?? "")
    let printer = PagePrinter(
      templates: words.templates, mark: templates.mark, words: words, settings: composition.settings,
      isDraft: draft != nil)
    var salt = printer.salt
    Field.text(composition.settings.timeZone).fold(into: &salt)
    for note in composition.decisions.notes { Field.text("\(note)").fold(into: &salt) }
    for target in composition.decisions.unindexed { Field.text("\(target)").fold(into: &salt) }
    // Both look at all of the site and at nothing that the other makes.
    let (marks, tasks) = Workers.both(jobs: jobs) {
      SiteMarks(site)
    } _: {
      SiteTasks(site.copy()).all
    }
    output.begin(marks, salt: ContentMark(salt))
    let benches = (0..<max(1, jobs)).map { _ in Workbench(site: site.copy(), words: words, printer: printer) }
    var catalogue = Catalogue()
    var editions: [PrintedEdition] = []
    try run(tasks, on: benches, with: output.earlier) { result in
      switch result {
      case .kept(let place, let names): try output.take(kept: place, names: names, &catalogue)
      case .made(let page):
        if let entry = page.entry { catalogue.add(entry) }
        if let edition = page.edition { editions.append(edition) }
        try output.take(page)
      }
    }
    try output.add(Page(path: "style.css", text: templates.style))
    try output.add(Page(path: "icon.svg", text: templates.text("icon.svg") ?? ""))
    guard draft == nil else { return editions }
    try output.add(Page(path: "search/search.js", text: templates.text("search.js") ?? ""))
    let parts = ContributionMarks(site, words: words, salt: salt, jobs: jobs)
    output.contributions.terms = try SearchIndex(benches, parts, output.earlier).write { try output.take($0) }
    try output.add(printer.notFound(IndexPages(desk: benches[0].desk("")).notFound, benches[0].marks))
    try output.add(Page(path: "data/catalogue.jsonl", bytes: catalogue.lines))
    output.contributions.rows = try SiteTables(benches, parts, output.earlier).write { try output.add($0) }
    for sitemap in catalogue.sitemaps(composition.settings) { try output.add(sitemap) }
    let guides = Guides(site: benches[0].site, words: words)
    for page in [guides.subscriptions, guides.models].compactMap(\.self) { try output.add(page) }
    try output.add(Page(path: "robots.txt", text: Catalogue.robots(composition.settings)))
    return editions
  }

  /// A page that is done.
  private enum Done {
    case kept(Int, names: [String])
    case made(PrintedPage)
  }

  /// The places among the earlier pages of those that need not be made; nil for the others.
  private func kept(
    _ tasks: [PageTask], on benches: [Workbench], with earlier: PageOutput.Earlier
  ) -> [Int?] {
    guard earlier.isSameSalt else { return [Int?](repeating: nil, count: tasks.count) }
    let parts = (tasks.count + Renderer.batch - 1) / Renderer.batch
    return Workers.map(parts, on: benches) { part, bench in
      let start = part * Renderer.batch
      return tasks[start..<min(start + Renderer.batch, tasks.count)].map { $0.kept(bench, earlier) }
    }.flatMap(\.self)
  }

  /// Makes pages that do not stay, one thread for each bench, and hands all on in their order; of several benches, while
  /// the next ones are made.
  private func run(
    _ tasks: [PageTask], on benches: [Workbench], with earlier: PageOutput.Earlier, _ take: (Done) throws -> Void
  ) throws {
    let kept = kept(tasks, on: benches, with: earlier)
    let new = tasks.indices.filter { kept[$0] == nil }
    func make(from start: Int) -> [Result<PrintedPage, any Error>] {
      Workers.map(min(Renderer.batch, new.count - start), on: benches) { at, bench in
        Result { try tasks[new[start + at]].run(bench, earlier) }
      }
    }
    var next = 0
    func hand(_ results: [Result<PrintedPage, any Error>]) throws {
      var results = results[...]
      while next < tasks.count {
        if let place = kept[next] {
          try take(.kept(place, names: tasks[next].names))
        } else {
          guard let result = results.popFirst() else { return }
          try take(.made(result.get()))
        }
        next += 1
      }
    }
    var made = make(from: 0)
    for start in stride(from: Renderer.batch, to: new.count, by: Renderer.batch) {
      if benches.count == 1 {
        try hand(made)
        made = make(from: start)
      } else {
        made = try Overlap.run({ make(from: start) }, while: { try hand(made) })
      }
    }
    try hand(made)
  }
}

/// What one thread makes pages with.
final class Workbench {
  let site: SiteIndex
  let words: InterfaceWords
  let printer: PagePrinter
  let marks = MarkTable()
  let feeds: Feeds
  private var scratch = ByteWriter()

  /// A bench with an index of its own, since an index keeps what it counted.
  init(site: SiteIndex, words: InterfaceWords, printer: PagePrinter) {
    self.site = site
    self.words = words
    self.printer = printer
    feeds = Feeds(site: site, words: words)
  }

  /// The mark of what is written.
  func mark(_ write: (inout ByteWriter) -> Void) -> ContentMark {
    scratch.removeAll()
    write(&scratch)
    return ContentMark(scratch)
  }

  /// A desk for the page of a folder.
  func desk(_ path: String) -> Desk { Desk(site: site, words: words, path: path) }
}
