internal import NewsModel

/// Lists of the site for readers of feeds and for language models.
struct Guides {
  private let site: SiteIndex
  private let words: InterfaceWords
  private var settings: SiteSettings { site.composition.settings }
  private static let actors = 100  // feeds of the most named, of many

  init(site: SiteIndex, words: InterfaceWords) {
    self.site = site
    self.words = words
  }

  /// `feeds.opml`: the feeds of the brief, of the threads that more than one story holds and of the actors most named
  /// (OPML 2.0). Readers of feeds need whole addresses: nil where the site's own is not known.
  var subscriptions: Page? {
    guard !settings.isUnindexed, let base = settings.address else { return nil }
    func outline(_ title: String, _ folder: String, _ indentation: String) -> String {
      let address = HTMLEscaping.text(base + folder)
      let text = HTMLEscaping.text(title)
      return "\(indentation)<outline type=\"rss\" text=\"\(text)\" title=\"\(text)\" xmlUrl=\"\(address)feed.xml\" "
        + "htmlUrl=\"\(address)\"/>\n"
    }
    func group(_ title: String, _ lines: [String]) -> String {
      lines.isEmpty ? "" : "<outline text=\"\(HTMLEscaping.text(title))\">\n\(lines.joined())</outline>\n"
    }
    let desk = Desk(site: site, words: words, path: "")
    let threads = site.composition.threads.filter { $0.stories.count > 1 }
    let actors = ActorPages(desk: desk).mostNamed(Guides.actors).filter { !desk.isUnindexed($0.identity) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>\n"
    text += "<title>\(HTMLEscaping.text(settings.title))</title>\n</head>\n<body>\n" + outline(settings.title, "", "")
    text += group(
      words.text("threads-title"), threads.map { outline($0.title, SiteIndex.path(thread: $0), "  ") })
    text += group(
      words.text("actors-title"), actors.map { outline($0.identity.name, SiteIndex.path(actor: $0), "  ") })
    return Page(path: "feeds.opml", text: text + "</body>\n</opml>\n")
  }

  /// `llms.txt`: what the site is and where its plain text and its data stand (llmstxt.org); nil unless asked for.
  var models: Page? {
    guard settings.guidesModels else { return nil }
    let base = settings.address ?? ""
    var text = "# \(Guides.line(settings.title))\n\n> \(words.text("two-voices"))\n\n## \(words.text("navigation"))\n\n"
    for (key, folder) in PagePrinter.navigation where key != "search" {
      text += "- [\(words.text("nav.\(key)"))](\(base)\(folder)index.md)\n"
    }
    text += "\n## \(words.text("llms-data"))\n\n"
    for file in ["data/catalogue.jsonl", "data/quotes.csv", "data/events.csv", "data/actors.csv", "feed.json"] {
      text += "- [\(file)](\(base)\(file))\n"
    }
    return Page(path: "llms.txt", text: text)
  }

  private static func line(_ text: String) -> String { text.split { $0.isNewline }.joined(separator: " ") }
}
