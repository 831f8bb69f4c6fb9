internal import Exchange
internal import NewsModel

/// Prints a draft as its three files.
struct PagePrinter {
  let templates: TemplateLibrary
  let words: InterfaceWords
  let settings: SiteSettings

  /// The entries of the navigation and their folders.
  private static let navigation = [
    ("brief", ""), ("threads", "threads/"), ("actors", "actors/"), ("timeline", "timeline/"), ("quotes", "quotes/"),
    ("sources", "sources/"), ("about", "about/"), ("search", "search/"),
  ]

  /// `index.html`, `index.md` and `index.json` of a page.
  func print(_ draft: Draft, emit: (Page) throws -> Void) throws {
    let root = String(repeating: "../", count: draft.path.utf8.count { $0 == 0x2F })
    let markdown = try markdown(draft)
    try emit(Page(path: draft.path + "index.html", text: html(draft, markdown, root: root, siblings: true)))
    try emit(Page(path: draft.path + "index.md", text: markdown))
    let data = Record(draft.values.data.merging(["page": .text(draft.kind), "title": .text(draft.title)]) { $1 })
    try emit(Page(path: draft.path + "index.json", bytes: Array(JSONLine.document(Field.record(data)))))
  }

  /// `404.html`, which a host serves at any depth: its links start at the site's address where that is known.
  func printNotFound(_ draft: Draft, emit: (Page) throws -> Void) throws {
    var draft = draft
    let base = settings.baseURL.flatMap(LinkAddress.outside) ?? ""
    draft.values = draft.values.viewing([
      "home": .text(base + "index.html"), "search": .text(base + "search/index.html"),
    ])
    try emit(Page(path: "404.html", text: html(draft, markdown(draft), root: base, siblings: false)))
  }

  private func markdown(_ draft: Draft) throws -> String {
    let values = draft.values.viewing(["words": .record(words.record), "pageTitle": .text(draft.title)])
    let text = try templates.render("pages/\(draft.template).md", values)
    return PagePrinter.withoutEmptyRuns(text)
  }

  /// Sections that print nothing leave blank lines behind; one is enough for Markdown and for a reader.
  private static func withoutEmptyRuns(_ text: String) -> String {
    var out = ""
    var blank = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy { $0 == " " }
      if isBlank && blank { continue }
      out += isBlank ? "" : line
      out += "\n"
      blank = isBlank
    }
    while out.hasSuffix("\n\n") { out.removeLast() }
    return out
  }

  private func html(_ draft: Draft, _ markdown: String, root: String, siblings: Bool) throws -> String {
    guard let body = MarkdownDocument.html(of: markdown) else { throw RenderError.markdown(page: draft.path) }
    let navigation = PagePrinter.navigation.map { key, path in
      Record(view: [
        "label": .text(words.text("nav.\(key)")), "href": .text(root + path + "index.html"),
        "current": .flag(key == draft.section),
      ])
    }
    let title = draft.path.isEmpty ? settings.title : "\(draft.title) — \(settings.title)"
    let page = Record(view: [
      "language": .text(words.language), "title": .text(draft.title), "documentTitle": .text(title),
      "siteTitle": .text(settings.title), "description": .text(draft.description), "root": .text(root),
      "home": .text(root + "index.html"), "body": .text(body), "kind": .text(draft.template),
      "navigation": navigation.field, "words": .record(words.record), "siblings": .flag(siblings),
      "feed": .text(root + "feed.xml"), "jsonFeed": .text(root + "feed.json"),
      "pageFeed": draft.feedFolder == nil ? .none : "feed.xml", "publisher": Field(settings.publisher),
      "canonical": siblings ? Field(settings.baseURL.flatMap(LinkAddress.outside).map { $0 + draft.path }) : .none,
    ])
    return try templates.render("layout.html", page) + "\n"
  }
}
