internal import NewsModel

/// Prints a draft as its three files.
struct PagePrinter: Sendable {
  let templates: TemplateSet
  /// Of all files of templates.
  let mark: [UInt8]
  let words: InterfaceWords
  let settings: SiteSettings
  /// Whether the pages wait for approval.
  let isDraft: Bool
  /// What the entries of the navigation are called.
  private let labels: [String]

  /// A printer of pages with templates and words.
  init(templates: TemplateSet, mark: [UInt8], words: InterfaceWords, settings: SiteSettings, isDraft: Bool = false) {
    self.templates = templates
    self.mark = mark
    self.words = words
    self.settings = settings
    self.isDraft = isDraft
    labels = PagePrinter.navigation.map { words.text("nav.\($0.0)") }
  }

  /// The entries of the navigation and their folders.
  static let navigation = [
    ("brief", ""), ("threads", "threads/"), ("actors", "actors/"), ("timeline", "timeline/"), ("quotes", "quotes/"),
    ("sources", "sources/"), ("about", "about/"), ("search", "search/"),
  ]

  /// The Markdown and the data of a page that was printed, as UTF-8.
  struct Printed {
    var markdown: [UInt8]
    var data: [UInt8]
  }

  /// `index.html`, `index.md` and `index.json` of a page, unless it is as it was and stays.
  ///
  /// - Parameter corrections: set behind the page; what is returned as printed is without them.
  func print(
    _ draft: Draft, corrections: [Record] = [], _ marks: MarkTable, _ earlier: PageOutput.Earlier
  ) throws -> (page: PrintedPage, printed: Printed?) {
    let data = draft.values.data.merging(["page": .text(draft.kind), "title": .text(draft.title)])
    let printed = Printed(markdown: try markdown(draft), data: Field.record(Record(data)).document)
    let page = try print(draft, as: printed, corrections: corrections, marks, earlier)
    return (page, page.files == nil ? nil : printed)
  }

  /// A page as it was published once, with what was noticed since.
  func print(
    _ draft: Draft, as printed: Printed, corrections: [Record], _ marks: MarkTable, _ earlier: PageOutput.Earlier
  ) throws -> PrintedPage {
    var bytes = salt + draft.head
    for part in [printed.markdown, printed.data] {
      ContentMark(part).append(to: &bytes)
    }
    corrections.field.fold(into: &bytes)
    let mark = ContentMark(bytes)
    var page = PrintedPage(name: draft.path, mark: mark, names: PrintedPage.siblings)
    if !earlier.stays(page.name, madeFrom: mark, names: page.names) {
      page.files = try files(draft, printed, corrections, marks)
    }
    return page
  }

  private func files(
    _ draft: Draft, _ printed: Printed, _ corrections: [Record], _ marks: MarkTable
  ) throws -> [Page] {
    var text = printed.markdown
    if !corrections.isEmpty {
      let values = Record(view: ["corrections": corrections.field])
      let section = PagePrinter.withoutEmptyRuns(try templates.render("parts/corrections.md", values))
      text += text.last == 0x0A ? [0x0A] : [0x0A, 0x0A]
      text += section
    }
    let root = String(repeating: "../", count: draft.path.utf8.count { $0 == 0x2F })
    return [
      Page(path: draft.path + "index.html", bytes: try html(draft, text, root: root, siblings: true, marks)),
      Page(path: draft.path + "index.md", bytes: text),
      Page(path: draft.path + "index.json", bytes: try Desk.data(printed.data, with: corrections)),
    ]
  }

  /// What every page is made from besides its values: templates, words, settings.
  var salt: [UInt8] {
    var out = mark
    let texts = [words.language, settings.title, settings.baseURL, settings.publisher, settings.contact]
    for text in texts { Field(text).fold(into: &out) }
    Field.flag(settings.isUnindexed).fold(into: &out)
    Field.flag(isDraft).fold(into: &out)
    return out
  }

  /// `404.html`, which a host serves at any depth: its links start at the site's address where that is known.
  func notFound(_ draft: Draft, _ marks: MarkTable) throws -> Page {
    var draft = draft
    let base = settings.address ?? ""
    draft.values = draft.values.viewing([
      "home": .text(base + "index.html"), "search": .text(base + "search/index.html"),
    ])
    return Page(path: "404.html", bytes: try html(draft, markdown(draft), root: base, siblings: false, marks))
  }

  private func markdown(_ draft: Draft) throws -> [UInt8] {
    let values = draft.values.viewing(["pageTitle": .text(draft.title)])
    return PagePrinter.withoutEmptyRuns(try templates.render("pages/\(draft.template).md", values))
  }

  /// Sections that print nothing leave blank lines behind; one is enough for Markdown and for a reader.
  private static func withoutEmptyRuns(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 1)
    var isBlank = true
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let hasWords = text[start..<end].contains { $0 != 0x20 }
      if hasWords { out.append(contentsOf: text[start..<end]) }
      if hasWords || !isBlank { out.append(0x0A) }
      isBlank = !hasWords
      start = end + 1
    }
    while out.count > 1, out[out.count - 1] == 0x0A, out[out.count - 2] == 0x0A { out.removeLast() }
    return out
  }

  private func html(
    _ draft: Draft, _ markdown: [UInt8], root: String, siblings: Bool, _ marks: MarkTable
  ) throws -> [UInt8] {
    guard var body = MarkdownDocument.html(of: markdown, marks: marks) else {
      throw RenderError.markdown(page: draft.path)
    }
    marks.trim()
    let searches = draft.kind == "search" && !isDraft
    if searches { body = PagePrinter.opened(body, with: try templates.render("parts/search.html", Record())) }
    let navigation = zip(PagePrinter.navigation, labels).map { entry, label in
      Record(view: [
        "label": .text(label), "href": .text(root + entry.1 + "index.html"),
        "current": .flag(entry.0 == draft.section),
      ])
    }
    let title = draft.path.isEmpty ? settings.title : "\(draft.title) — \(settings.title)"
    let page = Record(view: [
      "language": .text(words.language), "title": .text(draft.title), "documentTitle": .text(title),
      "siteTitle": .text(settings.title), "description": .text(draft.description), "root": .text(root),
      "home": .text(root + "index.html"), "body": .text(body), "searches": .flag(searches),
      "linked": Field(isDraft ? nil : draft.linked.map(LinkedData.text)),
      "openGraphType": .text(LinkedData.openGraphType(draft.kind)),
      "table": isDraft ? .none : Field(SiteTables.path(of: draft.kind).map { root + $0 }),
      "kind": .text(draft.template),
      "navigation": navigation.field, "siblings": .flag(siblings),
      "feed": .text(root + "feed.xml"), "jsonFeed": .text(root + "feed.json"),
      "pageFeed": draft.feedFolder == nil ? .none : "feed.xml", "publisher": Field(settings.publisher),
      "contact": contact, "refresh": Field(draft.refresh),
      "noindex": .flag(settings.isUnindexed || draft.isUnindexed || isDraft), "draft": .flag(isDraft),
      "canonical": siblings && !isDraft && draft.refresh == nil
        ? Field(settings.address.map { $0 + draft.path }) : .none,
    ])
    return try templates.render("layout.html", page) + [0x0A]
  }

  /// The body of a page with more HTML behind its opening.
  private static func opened(_ body: String, with more: [UInt8]) -> String {
    let end = PrintedMarkdown.endOfOpening(body)
    return body[..<end] + String(decoding: more, as: UTF8.self) + "\n" + body[end...]
  }

  /// How to reach the publisher, as a link where it is an address.
  private var contact: Field {
    guard let text = settings.contact else { return .none }
    let href = LinkAddress.outside(text) ?? (text.contains("@") && !text.contains(" ") ? "mailto:\(text)" : nil)
    return .record(Record(view: ["text": .text(text), "href": Field(href)]))
  }
}
