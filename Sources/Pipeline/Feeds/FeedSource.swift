package import Outside
internal import Read
internal import Yams

/// A feed that a configuration names.
package struct FeedSource: Sendable, Equatable {
  /// http or https.
  package var url: String
  /// The name of the outlet where the editor gives one; else the feed's own counts.
  package var title: String?
  /// Whether entries whose text is cut are followed to their page; nil where `fetch` decides.
  package var followsPages: Bool?

  /// A feed at an address.
  package init(url: String, title: String? = nil, followsPages: Bool? = nil) {
    self.url = url
    self.title = title
    self.followsPages = followsPages
  }

  /// The feeds of a list in OPML.
  ///
  /// - Throws: `FileError` where the file cannot be read, or lists no feed.
  package static func feeds(inOPML file: String) throws(FileError) -> [FeedSource] {
    let bytes = try FileTree.read(file)
    guard let outlines = OPML.outlines(Array(bytes)) else {
      throw FileError(path: file, reason: "this is no list of feeds in OPML; export one from a feed reader")
    }
    guard !outlines.isEmpty else { throw FileError(path: file, reason: "this list holds no feed of the web") }
    return outlines.map { FeedSource(url: $0.address, title: $0.title) }
  }

  /// Feeds as a list in OPML 2.0.
  package static func opml(_ feeds: [FeedSource], title: String) -> String {
    OPML.text(feeds.map { OPML.Outline(address: $0.url, title: $0.title) }, title: title)
  }

  /// The lines of a `feeds:` key that say the same.
  static func yaml(_ feeds: [FeedSource]) -> String {
    feeds.map { feed in
      let title = feed.title.map { ", title: \(quoted($0))" } ?? ""
      return "\n  - {url: \(quoted(feed.url))\(title)}"
    }.joined()
  }

  /// A text in YAML's double quotes; it holds no control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension KeyReading {
  /// A list of addresses, or of addresses with titles.
  func feeds() throws(ConfigurationError) -> [FeedSource] {
    guard let list = value.sequence else { throw error("\"\(key)\" has to be a list of addresses of feeds") }
    var feeds: [FeedSource] = []
    for entry in list {
      let address = entry.scalar?.string ?? entry.mapping?["url"]?.scalar?.string
      guard let address, FeedSource.isAddress(address) else {
        throw error("\"\(key)\": each feed has to be a web address, or {url: https://example.org/feed, title: Name}")
      }
      var pages: Bool?
      if let value = entry.mapping?["pages"] {
        pages = try KeyReading(file: file, folder: folder, key: "pages", value: value, line: value.mark?.line).flag()
      }
      feeds.append(FeedSource(url: address, title: entry.mapping?["title"]?.scalar?.string, followsPages: pages))
    }
    return feeds
  }
}

extension FeedSource {
  /// Whether a text is an address of the web.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://")) && !text.contains { $0.isWhitespace || $0 == "\"" }
  }
}
