/// Reads RSS 0.90 to 2.0 and Atom 0.3 and 1.0 out of a tree.
///
/// The formats share their parts in practice: Atom links in RSS, Dublin Core in both, elements in no namespace where
/// one is due. So one table says for each element what it tells and how much that counts (`FeedElement`), and the rest
/// is the same for all.
struct XMLFeedReader {
  let tree: MarkupTree
  /// What relative addresses count from.
  private let address: String?

  /// A reader of a tree that was found at an address.
  init(_ tree: MarkupTree, address: String?) {
    self.tree = tree
    self.address = address
  }

  /// The feed, or nil where the document is none.
  func feed() -> FeedDocument? {
    let entries = tree.nodes.indices.filter(isEntry)
    guard let root = root(entries) else { return nil }
    let name = tree.nodes[root].name
    var feed = FeedDocument(format: name == "feed" ? .atom : name == "rdf" ? .rdf : .rss)
    let head = head(below: root)
    readHead(head, into: &feed)
    let base = FeedAddress.resolved(address, against: nil) ?? feed.address ?? feed.link
    let reader = EntryReader(tree, base: base, isAtom: feed.format == .atom, feed: feed)
    feed.entries = entries.prefix(FeedDocument.mostEntries).map(reader.entry)
    feed.entriesPassedOver = entries.count - feed.entries.count
    return feed
  }

  private func isEntry(_ node: Int) -> Bool {
    let element = tree.nodes[node]
    return (element.name == "item" || element.name == "entry")
      && (element.vocabulary == .core || element.vocabulary == .atom)
  }

  /// The outermost element of a feed; where it is lost, what its entries stand in.
  private func root(_ entries: [Int]) -> Int? {
    let found = tree.nodes.indices.first { node in
      switch tree.nodes[node].name {
      case "rss", "rdf", "feed", "rss2": true
      case "channel": tree.nodes[node].vocabulary == .core
      default: false
      }
    }
    return found ?? entries.first.map { Int(tree.nodes[$0].parent) }
  }

  /// Where a feed tells of itself: its channel, or the feed.
  private func head(below root: Int) -> Int {
    if tree.nodes[root].name == "feed" || tree.nodes[root].name == "channel" { return root }
    return tree.elements(below: root).first { tree.nodes[$0].name == "channel" } ?? root
  }

  private func readHead(_ head: Int, into feed: inout FeedDocument) {
    feed.language = FeedElement.language(tree.inherited(head, "xml:lang"))
    var ranks: [FeedElement.Field: Int] = [:]
    for node in tree.elements(below: head) {
      let element = tree.nodes[node]
      guard let (field, rank) = FeedElement.meaning(element.name, element.vocabulary) else { continue }
      if field == .link {
        readLink(node, into: &feed)
        continue
      }
      guard rank < ranks[field] ?? .max else { continue }
      switch field {
      case .title:
        guard let title = FeedElement.line(FeedElement.text(tree, node)) else { continue }
        feed.title = title
      case .language:
        guard let language = FeedElement.language(tree.text(of: node)) else { continue }
        feed.language = language
      case .updated, .bothDates:
        guard let date = FeedDate.iso(tree.text(of: node), language: feed.language) else { continue }
        feed.updated = date
      case .author: if let name = FeedElement.author(tree, node) { feed.authors.append(name) }
      case .timeToLive: feed.minutesBetweenChanges = Int(tree.text(of: node).filter { $0.isNumber })
      default: continue
      }
      if field != .author { ranks[field] = rank }
    }
    readPeriod(head, into: &feed)
  }

  /// RSS 1.0's syndication module: so many changes a period.
  private func readPeriod(_ head: Int, into feed: inout FeedDocument) {
    let parts = tree.elements(below: head).filter { tree.nodes[$0].vocabulary == .syndication }
    func value(_ name: String) -> String? {
      parts.first { tree.nodes[$0].name == name }.map { MarkupWords.oneLine(tree.text(of: $0)).lowercased() }
    }
    let periods = ["hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600]
    guard feed.minutesBetweenChanges == nil, let period = value("updateperiod").flatMap({ periods[$0] }) else { return }
    feed.minutesBetweenChanges = period / max(1, min(period, value("updatefrequency").flatMap { Int($0) } ?? 1))
  }

  private func readLink(_ node: Int, into feed: inout FeedDocument) {
    let base = base(of: node) ?? address
    if let href = tree.attribute(node, "href") {
      let target = FeedAddress.resolved(href, against: base)
      switch FeedElement.relation(tree, node) {
      case "alternate": feed.link = feed.link ?? target
      case "self": feed.address = feed.address ?? target
      case "next": feed.next = feed.next ?? target
      default: break
      }
    } else if let target = FeedAddress.resolved(tree.text(of: node), against: base) {
      feed.link = target
    }
  }

  private func base(of node: Int) -> String? { FeedElement.base(tree, node, address) }
}
