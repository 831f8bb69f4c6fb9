/// Lists of feeds as readers exchange them (OPML 1.0, 1.1 and 2.0).
package enum OPML {
  /// A feed in a list.
  package struct Outline: Sendable, Equatable {
    package var address: String
    /// As plain text on one line; nil where the list has none.
    package var title: String?
    /// The page that the feed is of.
    package var link: String?
    /// The folder that it stands in, if one.
    package var folder: String?

    /// A feed with what is known of it.
    package init(address: String, title: String? = nil, link: String? = nil, folder: String? = nil) {
      self.address = address
      self.title = title
      self.link = link
      self.folder = folder
    }
  }

  /// The feeds of a list in their order, each address once; nil where the bytes are no list. Outlines without the address
  /// of a feed, and feeds of other places than the web, are passed over.
  package static func outlines(_ file: [UInt8]) -> [Outline]? {
    guard let decoded = FeedEncoding.utf8(file) else { return nil }
    let tree = MarkupScanner.tree(decoded.bytes)
    guard tree.nodes.contains(where: { $0.name == "opml" }) else { return nil }
    var seen: Set<String> = []
    var outlines: [Outline] = []
    for node in tree.nodes.indices where tree.nodes[node].name == "outline" {
      let written = tree.attribute(node, "xmlurl") ?? tree.attribute(node, "url")
      let isFeed = tree.attribute(node, "xmlurl") != nil || tree.attribute(node, "type")?.lowercased() == "rss"
      guard isFeed, let cleared = FeedAddress.cleared(written), let address = WebAddress.accepted(asWeb(cleared)),
        seen.insert(address).inserted
      else { continue }
      let parent = Int(tree.nodes[node].parent)
      let folder = parent >= 0 && tree.nodes[parent].name == "outline" ? title(tree, parent) : nil
      outlines.append(
        Outline(
          address: address, title: title(tree, node), link: WebAddress.accepted(tree.attribute(node, "htmlurl")),
          folder: folder))
    }
    return outlines
  }

  /// A list of feeds as OPML 2.0.
  package static func text(_ outlines: [Outline], title: String) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">",
      "  <head><title>\(escaped(title))</title></head>", "  <body>",
    ]
    for outline in outlines {
      let name = escaped(outline.title ?? outline.address)
      var line = "    <outline type=\"rss\" text=\"\(name)\" title=\"\(name)\" xmlUrl=\"\(escaped(outline.address))\""
      if let link = outline.link { line += " htmlUrl=\"\(escaped(link))\"" }
      if let folder = outline.folder { line += " category=\"\(escaped(folder))\"" }
      lines.append(line + "/>")
    }
    return (lines + ["  </body>", "</opml>", ""]).joined(separator: "\n")
  }

  private static func title(_ tree: MarkupTree, _ node: Int) -> String? {
    let texts = [tree.attribute(node, "title"), tree.attribute(node, "text")]
    return texts.lazy.compactMap { $0.map(MarkupWords.plain) }.first { !$0.isEmpty }
  }

  /// "feed:" and "feed://" stand for the web's own scheme.
  private static func asWeb(_ address: String) -> String {
    if address.hasPrefix("feed://") { return "http://" + address.dropFirst(7) }
    return address.hasPrefix("feed:http") ? String(address.dropFirst(5)) : address
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in TextHygiene.cleared(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
