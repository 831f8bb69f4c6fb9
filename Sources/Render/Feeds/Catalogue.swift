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

  /// Adds a page that stays, by its line.
  mutating func add(_ line: UnsafeRawBufferPointer, path: String, date: CivilDay?, isUnindexed: Bool) {
    lines.append(contentsOf: line)
    lines.append(0x0A)
    if !isUnindexed { locations.append((path, date)) }
  }

  /// A sitemap may not have more (sitemaps.org 0.9).
  static let mostAddresses = 50_000
  static let mostBytes = 50 << 20

  /// `sitemap.xml`, where the site's address is known (sitemaps.org 0.9 asks for absolute ones). Where one file may not
  /// have all, it is the list of `sitemap-1.xml` and so on.
  func sitemaps(_ settings: SiteSettings, most: Int = Catalogue.mostAddresses) -> [Page] {
    guard !settings.isUnindexed, let base = settings.address else { return [] }
    let space = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    var files: [String] = []
    var entries = ""
    var count = 0
    func close() {
      files.append("\(head)<urlset \(space)>\n\(entries)</urlset>\n")
      entries = ""
      count = 0
    }
    for (path, date) in locations {
      let modified = date.map { "<lastmod>\($0)</lastmod>" } ?? ""
      let entry = "<url><loc>\(HTMLEscaping.text(base + path))</loc>\(modified)</url>\n"
      if count == most || entries.utf8.count + entry.utf8.count + 200 > Catalogue.mostBytes { close() }
      entries += entry
      count += 1
    }
    if files.isEmpty || count > 0 { close() }
    guard files.count > 1 else { return [Page(path: "sitemap.xml", text: files[0])] }
    let parts = files.enumerated().map { Page(path: "sitemap-\($0 + 1).xml", text: $1) }
    let list = parts.map { "<sitemap><loc>\(HTMLEscaping.text(base + $0.path))</loc></sitemap>\n" }.joined()
    return parts + [Page(path: "sitemap.xml", text: "\(head)<sitemapindex \(space)>\n\(list)</sitemapindex>\n")]
  }

  /// `robots.txt`: all may read but drafts; the sitemap where there is one.
  static func robots(_ settings: SiteSettings) -> String {
    let base = settings.address
    return "User-agent: *\nAllow: /\nDisallow: /drafts/\n" + (base.map { "Sitemap: \($0)sitemap.xml\n" } ?? "")
  }
}
