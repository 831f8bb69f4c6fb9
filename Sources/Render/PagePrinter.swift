internal import Exchange
internal import NewsModel

/// Prints a draft as its three files.
struct PagePrinter {
  let templates: TemplateLibrary
  let words: InterfaceWords
  let settings: SiteSettings
  /// Whether the pages wait for approval.
  var isDraft = false

  /// The entries of the navigation and their folders.
  private static let navigation = [
    ("brief", ""), ("threads", "threads/"), ("actors", "actors/"), ("timeline", "timeline/"), ("quotes", "quotes/"),
    ("sources", "sources/"), ("about", "about/"), ("search", "search/"),
  ]

  /// The Markdown and the data of a page that was printed.
  struct Printed {
    var markdown: String
    var data: String
  }

  /// `index.html`, `index.md` and `index.json` of a page; nil where the page is as it was and stays.
  ///
  /// - Parameter corrections: set behind the page; what is returned is without them.
  @discardableResult
  func print(_ draft: Draft, corrections: [Record] = [], to output: inout PageOutput) throws -> Printed? {
    var bytes = salt + draft.bytes
    corrections.field.fold(into: &bytes)
    if try output.keeps(draft.path, madeFrom: bytes) { return nil }
    let markdown = try markdown(draft)
    let data = Record(draft.values.data.merging(["page": .text(draft.kind), "title": .text(draft.title)]) { $1 })
    let printed = Printed(
      markdown: markdown, data: String(decoding: try JSONLine.document(Field.record(data)), as: UTF8.self))
    try emit(draft, printed, corrections, to: &output)
    return printed
  }

  /// A page as it was published once, with what was noticed since.
  func print(_ draft: Draft, as printed: Printed, corrections: [Record], to output: inout PageOutput) throws {
    var bytes = salt
    for part in [draft.path, draft.title, draft.description, printed.markdown, printed.data] {
      Field.text(part).fold(into: &bytes)
    }
    corrections.field.fold(into: &bytes)
    if try output.keeps(draft.path, madeFrom: bytes) { return }
    try emit(draft, printed, corrections, to: &output)
  }

  private func emit(
    _ draft: Draft, _ printed: Printed, _ corrections: [Record], to output: inout PageOutput
  ) throws {
    var text = printed.markdown
    if !corrections.isEmpty {
      let values = Record(view: ["words": .record(words.record), "corrections": corrections.field])
      let section = PagePrinter.withoutEmptyRuns(try templates.render("parts/corrections.md", values))
      text += (text.hasSuffix("\n") ? "\n" : "\n\n") + section
    }
    try emit(draft, markdown: text, json: try Desk.data(printed.data, with: corrections), to: &output)
  }

  private func emit(_ draft: Draft, markdown: String, json: [UInt8], to output: inout PageOutput) throws {
    let root = String(repeating: "../", count: draft.path.utf8.count { $0 == 0x2F })
    let html = try html(draft, markdown, root: root, siblings: true)
    try output.renew(Page(path: draft.path + "index.html", text: html))
    try output.renew(Page(path: draft.path + "index.md", text: markdown))
    try output.renew(Page(path: draft.path + "index.json", bytes: json))
  }

  /// What every page is made from besides its values: templates, words, settings.
  private var salt: [UInt8] {
    var out = templates.mark
    let texts = [words.language, settings.title, settings.baseURL, settings.publisher, settings.contact]
    for text in texts { Field(text).fold(into: &out) }
    Field.flag(settings.isUnindexed).fold(into: &out)
    Field.flag(isDraft).fold(into: &out)
    return out
  }

  /// `404.html`, which a host serves at any depth: its links start at the site's address where that is known.
  func printNotFound(_ draft: Draft, to output: inout PageOutput) throws {
    var draft = draft
    let base = settings.baseURL.flatMap(LinkAddress.outside) ?? ""
    draft.values = draft.values.viewing([
      "home": .text(base + "index.html"), "search": .text(base + "search/index.html"),
    ])
    try output.add(Page(path: "404.html", text: html(draft, markdown(draft), root: base, siblings: false)))
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
      "contact": contact, "refresh": Field(draft.refresh),
      "noindex": .flag(settings.isUnindexed || draft.isUnindexed || isDraft), "draft": .flag(isDraft),
      "canonical": siblings && !isDraft && draft.refresh == nil
        ? Field(settings.baseURL.flatMap(LinkAddress.outside).map { $0 + draft.path }) : .none,
    ])
    return try templates.render("layout.html", page) + "\n"
  }

  /// How to reach the publisher, as a link where it is an address.
  private var contact: Field {
    guard let text = settings.contact else { return .none }
    let href = LinkAddress.outside(text) ?? (text.contains("@") && !text.contains(" ") ? "mailto:\(text)" : nil)
    return .record(Record(view: ["text": .text(text), "href": Field(href)]))
  }
}
