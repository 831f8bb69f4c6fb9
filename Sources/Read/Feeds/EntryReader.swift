/// Reads one entry of an XML feed.
struct EntryReader {
  private let tree: MarkupTree
  private let base: String?
  private let isAtom: Bool
  private let feed: FeedDocument

  /// A reader of the entries of a feed.
  init(_ tree: MarkupTree, base: String?, isAtom: Bool, feed: FeedDocument) {
    self.tree = tree
    self.base = base
    self.isAtom = isAtom
    self.feed = feed
  }

  /// What is gathered on the way through an entry's elements.
  private struct Gathering {
    var entry = FeedEntry()
    var ranks: [FeedElement.Field: Int] = [:]
    var authorRank = Int.max
    /// How fit the link is: an alternate page before any other.
    var linkRank = Int.max
    var permalink: String?
    var sourceAuthors: [String] = []
  }

  /// The entry at a node.
  func entry(_ node: Int) -> FeedEntry {
    var found = Gathering()
    found.entry.language = FeedElement.language(tree.inherited(node, "xml:lang")) ?? feed.language
    for child in tree.elements(below: node) { read(child, into: &found) }
    var entry = found.entry
    if entry.link == nil, let href = tree.attribute(node, "href") {
      // The Channel Definition Format of 1997 says it in attributes.
      entry.link = FeedAddress.resolved(href, against: FeedElement.base(tree, node, base))
      entry.updated = entry.updated ?? tree.attribute(node, "lastmod").flatMap { FeedDate.iso($0) }
    }
    if let about = tree.attribute(node, localName: "about"), !isAtom {
      entry.guid = entry.guid ?? FeedAddress.cleared(about)
      if entry.link == nil { entry.link = FeedAddress.resolved(about, against: FeedElement.base(tree, node, base)) }
    }
    entry.link = entry.link ?? found.permalink
    if entry.authors.isEmpty, isAtom {
      entry.authors = found.sourceAuthors.isEmpty ? feed.authors : found.sourceAuthors
    }
    if entry.published == nil { entry.published = entry.updated }
    return entry
  }

  private func read(_ node: Int, into found: inout Gathering) {
    let element = tree.nodes[node]
    guard let (field, rank) = FeedElement.meaning(element.name, element.vocabulary) else { return }
    switch field {
    case .link: readLink(node, rank, into: &found)
    case .guid: readGUID(node, rank, into: &found)
    case .author: readAuthor(node, rank, into: &found)
    case .category:
      let term = tree.attribute(node, "term") ?? tree.attribute(node, "label") ?? tree.text(of: node)
      let name = MarkupWords.plain(term)
      if !name.isEmpty, !found.entry.categories.contains(name), found.entry.categories.count < 64 {
        found.entry.categories.append(name)
      }
    case .source: readSource(node, into: &found)
    case .media: readMedia(node, into: &found)
    case .group: for child in tree.elements(below: node) { read(child, into: &found) }
    case .published, .updated, .bothDates: readDate(node, field, rank, into: &found)
    case .title, .content, .summary, .language: readText(node, field, rank, into: &found)
    case .timeToLive: break
    }
  }

  private func readText(_ node: Int, _ field: FeedElement.Field, _ rank: Int, into found: inout Gathering) {
    guard rank < found.ranks[field] ?? .max else { return }
    switch field {
    case .title:
      guard let title = FeedElement.line(FeedElement.text(tree, node)) else { return }
      found.entry.title = title
    case .language:
      guard let language = FeedElement.language(tree.text(of: node)) else { return }
      found.entry.language = language
    default:
      guard let text = FeedElement.text(tree, node), text.value.utf8.contains(where: { $0 > 0x20 }) else { return }
      if field == .content { found.entry.content = text } else { found.entry.summary = text }
    }
    found.ranks[field] = rank
  }

  private func readDate(_ node: Int, _ field: FeedElement.Field, _ rank: Int, into found: inout Gathering) {
    let text = tree.text(of: node)
    guard let date = FeedDate.iso(text, language: found.entry.language) else {
      let line = MarkupWords.oneLine(text)
      if !line.isEmpty { found.entry.unreadDates.append(String(line.prefix(FeedDate.longest))) }
      return
    }
    if field != .updated, rank < found.ranks[.published] ?? .max {
      found.entry.published = date
      found.ranks[.published] = rank
    }
    if field != .published, rank < found.ranks[.updated] ?? .max {
      found.entry.updated = date
      found.ranks[.updated] = rank
    }
  }

  private func readLink(_ node: Int, _ rank: Int, into found: inout Gathering) {
    let base = FeedElement.base(tree, node, base)
    var fitness = 10 * rank
    let target: String?
    if let href = tree.attribute(node, "href") {
      target = FeedAddress.resolved(href, against: base)
      let type = tree.attribute(node, "type")?.lowercased() ?? "text/html"
      let isPage = type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
      switch FeedElement.relation(tree, node) {
      case "alternate": fitness += isPage ? 0 : 1
      case "enclosure":
        if let target { found.entry.media.append(FeedMedia(url: target, type: tree.attribute(node, "type"))) }
        return
      case "self", "via", "related": fitness += 2
      default: return
      }
      // Where RSS has a link of its own, an Atom link beside it is the feed's idea of itself.
      if !isAtom, tree.nodes[node].vocabulary == .atom { fitness += 3 }
    } else {
      target = FeedAddress.resolved(tree.text(of: node), against: base)
    }
    guard let target else { return }
    // RSS has one link; where it has several, readers take the last.
    guard fitness < found.linkRank || (fitness == found.linkRank && !isAtom) else { return }
    found.entry.link = target
    found.linkRank = fitness
  }

  private func readGUID(_ node: Int, _ rank: Int, into found: inout Gathering) {
    let text = MarkupWords.oneLine(tree.hasElements(node) ? tree.html(of: node) : tree.text(of: node))
    guard !text.isEmpty, rank < found.ranks[.guid] ?? .max else { return }
    found.ranks[.guid] = rank
    // An Atom id is an address of its own; only a base that stands there in so many words makes a short one whole.
    let base = isAtom ? FeedElement.base(tree, node, nil) : nil
    found.entry.guid = base == nil ? text : FeedAddress.resolved(text, against: base)
    let isPermalink = tree.attribute(node, "ispermalink").map { $0.lowercased() != "false" } ?? (rank == 0)
    if isPermalink, let address = WebAddress.accepted(text) { found.permalink = address }
  }

  private func readAuthor(_ node: Int, _ rank: Int, into found: inout Gathering) {
    guard rank <= found.authorRank, let name = FeedElement.author(tree, node) else { return }
    if rank < found.authorRank { found.entry.authors = [] }
    found.authorRank = rank
    if !found.entry.authors.contains(name), found.entry.authors.count < 16 { found.entry.authors.append(name) }
  }

  private func readSource(_ node: Int, into found: inout Gathering) {
    let parts = tree.elements(below: node)
    guard !parts.isEmpty else {
      found.entry.sourceTitle = FeedElement.line(FeedElement.text(tree, node))
      return
    }
    for part in parts {
      switch tree.nodes[part].name {
      case "title": found.entry.sourceTitle = FeedElement.line(FeedElement.text(tree, part))
      case "author": if let name = FeedElement.author(tree, part) { found.sourceAuthors.append(name) }
      default: continue
      }
    }
  }

  private func readMedia(_ node: Int, into found: inout Gathering) {
    if let url = FeedAddress.resolved(tree.attribute(node, "url"), against: FeedElement.base(tree, node, base)),
      found.entry.media.count < 64
    {
      found.entry.media.append(
        FeedMedia(url: url, type: tree.attribute(node, "type") ?? tree.attribute(node, "medium")))
    }
    // Media RSS lets a file have words of its own, which count where the entry has none.
    for child in tree.elements(below: node) where tree.nodes[child].vocabulary == .media { read(child, into: &found) }
  }
}
