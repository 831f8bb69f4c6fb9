/// What the elements of feeds tell, by name and vocabulary.
enum FeedElement {
  /// What an element tells of a feed or an entry.
  enum Field: Hashable {
    case title, link, guid, published, updated, bothDates, author, content, summary, category, language, source
    case media, group, timeToLive
  }

  /// What an element tells, and its rank among those that tell the same: the lowest counts.
  static func meaning(_ name: String, _ vocabulary: MarkupTree.Vocabulary) -> (field: Field, rank: Int)? {
    switch vocabulary {
    case .core, .atom: own(name).map { ($0.0, $0.1) }
    case .dublinCore: dublinCore(name)
    case .content: name == "encoded" ? (.content, 0) : nil
    case .xhtml: name == "body" || name == "div" ? (.content, 1) : nil
    case .media: media(name)
    case .itunes: itunes(name)
    case .rdf: name == "value" ? (.content, 3) : nil
    case .syndication, .other: nil
    }
  }

  private static func own(_ name: String) -> (Field, Int)? {
    switch name {
    case "title": (.title, 0)
    case "link", "url": (.link, name == "link" ? 0 : 1)
    case "guid", "id": (.guid, 0)
    case "pubdate", "published", "issued": (.published, 0)
    case "created": (.published, 2)
    case "updated", "modified": (.updated, 0)
    case "lastbuilddate", "lastmod": (.updated, 1)
    case "date": (.bothDates, 1)
    case "author": (.author, 0)
    case "content", "fullitem": (.content, 0)
    case "encoded", "body": (.content, 1)
    case "description", "summary": (.summary, 0)
    case "category": (.category, 0)
    case "language": (.language, 0)
    case "source": (.source, 0)
    case "enclosure": (.media, 0)
    case "ttl": (.timeToLive, 0)
    default: nil
    }
  }

  private static func dublinCore(_ name: String) -> (Field, Int)? {
    switch name {
    case "title": (.title, 1)
    case "identifier": (.guid, 2)
    case "issued", "available": (.published, 1)
    case "created": (.published, 3)
    case "modified": (.updated, 1)
    case "date": (.bothDates, 1)
    case "creator", "author": (.author, 1)
    case "description", "abstract": (.summary, 1)
    case "subject": (.category, 1)
    case "language": (.language, 1)
    default: nil
    }
  }

  private static func media(_ name: String) -> (Field, Int)? {
    switch name {
    case "title": (.title, 3)
    case "description": (.summary, 3)
    case "text": (.content, 4)
    case "content", "thumbnail": (.media, 1)
    case "group": (.group, 0)
    case "keywords", "category": (.category, 2)
    default: nil
    }
  }

  private static func itunes(_ name: String) -> (Field, Int)? {
    switch name {
    case "title": (.title, 2)
    case "author": (.author, 2)
    case "summary": (.summary, 2)
    case "subtitle": (.summary, 4)
    default: nil
    }
  }

  // MARK: Values

  /// The words of an element that is a text: an Atom text where it says its type, else as RSS has it.
  static func text(_ tree: MarkupTree, _ node: Int) -> FeedText? {
    if tree.nodes[node].vocabulary == .atom || tree.attribute(node, "type") != nil
      || tree.attribute(node, "mode") != nil
    {
      return FeedText(tree, atom: node)
    }
    if tree.hasElements(node) { return FeedText(tree.html(of: node), isMarkup: true) }
    return FeedText(unmarked: tree.text(of: node))
  }

  /// A text on one line; nil where nothing is left.
  static func line(_ text: FeedText?) -> String? {
    guard let line = text?.plain, !line.isEmpty else { return nil }
    return line
  }

  /// What an Atom link is to its entry; the registry's address before a name says nothing new (RFC 4287, §4.2.7.2).
  static func relation(_ tree: MarkupTree, _ node: Int) -> String {
    let relation = (tree.attribute(node, "rel") ?? "alternate").lowercased()
    return relation.split(separator: "/").last.map(String.init) ?? "alternate"
  }

  /// What relative addresses count from at an element (XML Base).
  static func base(_ tree: MarkupTree, _ node: Int, _ outer: String?) -> String? {
    var bases: [String] = []
    var current = node
    while current >= 0 {
      if let base = tree.attribute(current, "xml:base") { bases.append(base) }
      current = Int(tree.nodes[current].parent)
    }
    return bases.reversed().reduce(outer) { FeedAddress.resolved($1, against: $0) }
  }

  /// A language tag as BCP 47 writes it.
  static func language(_ text: String?) -> String? {
    text.flatMap { PageMetadata.language(MarkupWords.oneLine($0)) }
  }

  /// The name of an author: an Atom person's, "jane@example.org (Jane Example)", or the text.
  static func author(_ tree: MarkupTree, _ node: Int) -> String? {
    let parts = tree.elements(below: node)
    if let name = parts.first(where: { tree.nodes[$0].name == "name" }) { return person(tree.text(of: name)) }
    if parts.contains(where: { ["email", "uri", "url"].contains(tree.nodes[$0].name) }) { return nil }
    return person(text(tree, node)?.plain ?? "")
  }

  /// A name without the address of mail beside it; nil where there is but an address.
  static func person(_ text: String) -> String? {
    var name = MarkupWords.plain(text)
    if let open = name.lastIndex(of: "("), name.hasSuffix(")"), name[..<open].contains("@") {
      name = String(name[name.index(after: open)...].dropLast())
    } else if let open = name.firstIndex(of: "<"), name.contains("@") {
      name = String(name[..<open])
    }
    let words = name.split(separator: " ").filter { !$0.contains("@") && !$0.contains("://") }
    let joined = words.joined(separator: " ").trimmingCharacters(in: ["\"", "(", ")", " ", ","])
    return joined.isEmpty ? nil : joined
  }
}

extension String {
  /// The text without some characters at its ends.
  fileprivate func trimmingCharacters(in marks: Set<Character>) -> String {
    var rest = self[...]
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
