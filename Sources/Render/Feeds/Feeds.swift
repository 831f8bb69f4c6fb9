internal import NewsModel

/// The site's feed, and one for each thread and actor, as Atom and as JSON Feed; an entry is a story.
final class Feeds {
  private let site: SiteIndex
  private let words: InterfaceWords
  /// The entries that were made already: a story stands in many feeds.
  private var entries: [String: Feed.Entry] = [:]
  static let longest = 50  // entries: readers keep the earlier ones themselves
  private static let points = 4  // key points of an entry

  /// The feeds of a site.
  init(site: SiteIndex, words: InterfaceWords) {
    self.site = site
    self.words = words
  }

  /// The feeds of a folder, `feed.xml` and `feed.json`.
  ///
  /// - Parameter stories: by id, the newest first.
  func files(_ folder: String, title: String, stories: [String]) -> [Page] {
    let entries = stories.prefix(Feeds.longest).compactMap { site.stories[$0] }.map(entry)
    let name = site.composition.settings.title
    let feed = Feed(
      title: title == name ? title : "\(title) — \(name)", folder: folder, language: words.language,
      author: site.composition.settings.publisher ?? name,
      base: site.composition.settings.address,
      updated: entries.map(\.updated).max() ?? Feeds.instant(newest), entries: entries)
    return [
      Page(path: folder + "feed.xml", text: feed.atom), Page(path: folder + "feed.json", bytes: feed.json.document),
    ]
  }

  private func entry(_ story: StoryReport) -> Feed.Entry {
    if let known = entries[story.id] { return known }
    let made = made(story)
    entries[story.id] = made
    return made
  }

  private func made(_ story: StoryReport) -> Feed.Entry {
    let desk = Desk(site: site, words: words, path: "")
    var summary = ""
    if case .text(let text)? = desk.counts(story)["summary"] { summary = text }
    let points = desk.keyPoints(story, limit: Feeds.points).compactMap { point -> String? in
      guard case .text(let text)? = point.data["text"] else { return nil }
      return text
    }
    let day = desk.day(story)
    let updated = story.lastSeen ?? story.firstSeen ?? day ?? newest
    return Feed.Entry(
      id: story.id, path: SiteIndex.path(story: story), title: story.title, summary: summary, points: points,
      published: day.map(Feeds.instant), updated: Feeds.instant(updated))
  }

  /// The newest day that the site knows of; feeds must be dated, and the clock is not asked.
  var newest: CivilDay {
    site.composition.briefs.first?.date ?? site.composition.coverage.newest ?? CivilDay(number: 0)
  }

  /// A day as an instant (RFC 3339): its start, in UTC.
  static func instant(_ day: CivilDay) -> String { "\(day)T00:00:00Z" }
}

/// A feed's values.
struct Feed {
  /// A story in a feed.
  struct Entry {
    var id: String
    var path: String
    var title: String
    var summary: String
    var points: [String]
    var published: String?
    var updated: String

    /// The key points as a list, words of the sources only.
    var html: String {
      let items = points.map { "<li>\(HTMLEscaping.text($0))</li>" }.joined()
      return (items.isEmpty ? "" : "<ul>\(items)</ul>") + "<p>\(HTMLEscaping.text(summary))</p>"
    }
  }
  var title: String
  /// The folder of the page that it is about.
  var folder: String
  var language: String
  var author: String
  /// The site's address, or nil: then links are relative to the feed.
  var base: String?
  var updated: String
  var entries: [Entry]

  private func link(_ path: String) -> String {
    if let base { return base + path }
    return String(repeating: "../", count: folder.utf8.count { $0 == 0x2F }) + path + "index.html"
  }

  /// RFC 4287.
  var atom: String {
    func element(_ name: String, _ text: String) -> String { "<\(name)>\(HTMLEscaping.text(text))</\(name)>\n" }
    func link(_ rel: String, _ type: String, _ href: String) -> String {
      "<link rel=\"\(rel)\" type=\"\(type)\" href=\"\(HTMLEscaping.text(href))\"/>\n"
    }
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(HTMLEscaping.text(language))\">\n"
    out += element("id", identifier("feed:\(folder)", base.map { $0 + folder }))
    out += element("title", title) + element("updated", updated)
    out += "<author>\n" + element("name", author) + "</author>\n" + element("generator", "Daybrief")
    out += link("self", "application/atom+xml", base.map { $0 + folder + "feed.xml" } ?? "feed.xml")
    out += link("alternate", "text/html", base.map { $0 + folder } ?? "index.html")
    for entry in entries {
      out += "<entry>\n" + element("id", identifier(entry.id, base.map { $0 + entry.path }))
      out += element("title", entry.title) + element("updated", entry.updated)
      if let published = entry.published { out += element("published", published) }
      out += link("alternate", "text/html", self.link(entry.path)) + element("summary", entry.summary)
      out += "<content type=\"html\">\(HTMLEscaping.text(entry.html))</content>\n</entry>\n"
    }
    return out + "</feed>\n"
  }

  /// JSON Feed 1.1.
  var json: Field {
    let items = entries.map { entry in
      Record([
        "id": .text(identifier(entry.id, base.map { $0 + entry.path })), "title": .text(entry.title),
        "url": base == nil ? .none : .text(link(entry.path)), "content_html": .text(entry.html),
        "summary": .text(entry.summary), "date_published": Field(entry.published),
        "date_modified": .text(entry.updated),
      ])
    }
    return .record(
      Record([
        "version": "https://jsonfeed.org/version/1.1", "title": .text(title), "language": .text(language),
        "home_page_url": Field(base.map { $0 + folder }), "feed_url": Field(base.map { $0 + folder + "feed.json" }),
        "authors": [["name": .text(author)]], "items": items.field,
      ]))
  }

  /// An absolute IRI that never changes: the address where there is one, else a UUID of version 8 (RFC 9562) made from
  /// the name by FNV-1a.
  private func identifier(_ name: String, _ address: String?) -> String {
    if let address { return address }
    let high = Name.hash(name.utf8) & ~0xF000 | 0x8000
    let low = Name.hash(name.utf8, from: 0x8422_2325_CBF2_9CE4) & ~(3 << 62) | (2 << 62)
    func hex(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let a = hex(high, 16), b = hex(low, 16)
    return "urn:uuid:\(a.prefix(8))-\(a.dropFirst(8).prefix(4))-\(a.suffix(4))-\(b.prefix(4))-\(b.suffix(12))"
  }
}
