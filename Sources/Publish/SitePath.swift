/// What the path of a page says about its place in the order of publication.
enum SitePath {
  /// Whether a path stays below the site: relative, without "..", hidden or empty components, and on one line.
  static func isSafe(_ path: String) -> Bool { isSafe(path.utf8) }

  /// Whether a path in bytes stays below the site.
  static func isSafe(_ path: some Sequence<UInt8>) -> Bool {
    var atStart = true
    for byte in path {
      if byte < 0x20 || byte == 0x7F { return false }
      if atStart, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      atStart = byte == UInt8(ascii: "/")
    }
    return !atStart
  }

  /// The sections of a site, each before those that point to it.
  private static let sections = ["articles/", "stories/", "threads/", "actors/", "timeline/", "briefs/"]
  /// What everything else is reached by, and so comes at the very end.
  private static let entrances = ["data/", "sitemap.xml", "robots.txt", "index."]

  /// The place of a path in the order of publication: what pages need (styles, icons), then articles, stories,
  /// threads, actors, timeline, briefs, then lists, feeds, catalogue, sitemap, and the front page last.
  static func rank(_ path: String) -> Int {
    // A compressed page goes with its page.
    if let original = Compression.original(of: path) { return rank(String(original)) }
    let lists = sections.count + 1
    if let entrance = entrances.firstIndex(where: path.hasPrefix) { return lists + 2 + entrance }
    if path.hasSuffix("feed.xml") || path.hasSuffix("feed.json") { return lists + 1 }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    if let section = sections.firstIndex(where: path.hasPrefix) { return depth >= 2 ? section + 1 : lists }
    return depth == 0 && !path.hasSuffix(".html") ? 0 : lists
  }

  /// Whether one path comes before another in the list of files: by its bytes.
  static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }
}
