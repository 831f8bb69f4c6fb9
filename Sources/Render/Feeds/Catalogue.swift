internal import NewsModel

/// A line for each page, for programs; and the sitemap made from it.
struct Catalogue {
  /// A page in the catalogue.
  struct Entry: Sendable {
    /// JSON, without its newline.
    var line: [UInt8]
    var path: String
    var date: CivilDay?
    var isUnindexed: Bool

    /// The entry of a page that stays.
    init(path: String, trace: PageTraces.Trace) {
      line = trace.line
      self.path = path
      date = trace.date
      isUnindexed = trace.isUnindexed
    }

    /// The entry of a page.
    init(_ draft: Draft) {
      line =
        Field.record(
          Record([
            "kind": .text(draft.kind), "id": .text(draft.id), "path": .text(draft.path), "title": .text(draft.title),
            "date": Field(draft.date?.description),
          ])
        ).line
      path = draft.path
      date = draft.date
      isUnindexed = draft.isUnindexed
    }
  }

  /// `data/catalogue.jsonl`.
  private(set) var lines: [UInt8] = []
  private var locations: [(path: String, date: CivilDay?)] = []

  /// Adds a page.
  mutating func add(_ entry: Entry) {
    lines += entry.line
    lines.append(0x0A)
    if !entry.isUnindexed { locations.append((entry.path, entry.date)) }
  }

  /// `sitemap.xml`, where the site's address is known (sitemaps.org 0.9 asks for absolute ones).
  func sitemap(_ settings: SiteSettings) -> Page? {
    guard !settings.isUnindexed, let base = settings.baseURL.flatMap(LinkAddress.outside) else { return nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for (path, date) in locations {
      let modified = date.map { "<lastmod>\($0)</lastmod>" } ?? ""
      text += "<url><loc>\(HTMLEscaping.text(base + path))</loc>\(modified)</url>\n"
    }
    return Page(path: "sitemap.xml", text: text + "</urlset>\n")
  }

  /// `robots.txt`: all may read but drafts; the sitemap where there is one.
  static func robots(_ settings: SiteSettings) -> String {
    let base = settings.baseURL.flatMap(LinkAddress.outside)
    return "User-agent: *\nAllow: /\nDisallow: /drafts/\n" + (base.map { "Sitemap: \($0)sitemap.xml\n" } ?? "")
  }
}
