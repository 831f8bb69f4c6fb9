internal import Exchange
internal import NewsModel

/// A line for each page, for programs; and the sitemap made from it.
struct Catalogue {
  private var lines = ""
  private var locations: [(path: String, date: CivilDay?)] = []

  /// Adds a page.
  mutating func add(_ draft: Draft) throws {
    let line = Record([
      "kind": .text(draft.kind), "id": .text(draft.id), "path": .text(draft.path), "title": .text(draft.title),
      "date": Field(draft.date?.description),
    ])
    lines += try String(decoding: JSONLine.encode(Field.record(line)), as: UTF8.self) + "\n"
    if !draft.isUnindexed { locations.append((draft.path, draft.date)) }
  }

  /// `data/catalogue.jsonl`.
  var text: String { lines }

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
