/// Which vocabulary a prefix stands for at a place in a document (Namespaces in XML 1.0).
///
/// Addresses of namespaces are compared without scheme, case and closing marks, as publishers misspell them; a prefix
/// that is never declared, or for an address nobody knows, stands for what it usually does.
struct NamespaceScope {
  /// Declarations in force at once; the rest counts for nothing.
  static let mostDeclarations = 256

  private var declared: [(prefix: String, vocabulary: MarkupTree.Vocabulary, depth: Int)] = []

  /// Takes in what an element at some depth declares.
  mutating func enter(depth: Int, _ attributes: [MarkupTree.Attribute]) {
    for attribute in attributes where attribute.name.hasPrefix("xmlns") {
      guard declared.count < NamespaceScope.mostDeclarations else { return }
      let prefix = attribute.name == "xmlns" ? "" : String(attribute.name.dropFirst("xmlns:".count))
      let usual = prefix.isEmpty ? MarkupTree.Vocabulary.core : NamespaceScope.usual[prefix] ?? .other
      declared.append((prefix, NamespaceScope.vocabulary(ofAddress: attribute.value) ?? usual, depth))
    }
  }

  /// Forgets what elements deeper than this declared.
  mutating func leave(depth: Int) {
    while let last = declared.last, last.depth > depth { declared.removeLast() }
  }

  /// The vocabulary of an element by its name as written, in lower case.
  func vocabulary(of name: String) -> MarkupTree.Vocabulary {
    let prefix = name.lastIndex(of: ":").map { String(name[..<$0]) } ?? ""
    if let found = declared.last(where: { $0.prefix == prefix }) { return found.vocabulary }
    return prefix.isEmpty ? .core : NamespaceScope.usual[prefix] ?? .other
  }

  private static let usual: [String: MarkupTree.Vocabulary] = [
    "rss": .core, "atom": .atom, "atom03": .atom, "atom10": .atom, "a10": .atom, "a": .atom, "dc": .dublinCore,
    "dcterms": .dublinCore, "dct": .dublinCore, "content": .content, "media": .media, "itunes": .itunes,
    "xhtml": .xhtml, "rdf": .rdf, "sy": .syndication,
  ]

  /// The vocabulary of an address, or nil where nobody knows it.
  private static func vocabulary(ofAddress address: String) -> MarkupTree.Vocabulary? {
    var text = address.lowercased().filter { !$0.isWhitespace }[...]
    for scheme in ["https://", "http://", "www."] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
    while text.last == "/" || text.last == "#" { text.removeLast() }
    let starts: [(String, MarkupTree.Vocabulary)] = [
      ("purl.org/rss/1.0/modules/content", .content), ("purl.org/rss/1.0/modules/syndication", .syndication),
      ("purl.org/rss/1.0/modules/", .other), ("purl.org/rss", .core), ("purl.org/net/rss1.1", .core),
      ("my.netscape.com/rdf/simple/0.9", .core), ("channel.netscape.com/rdf/simple/0.9", .core),
      ("my.netscape.com/publish/formats/rss", .core), ("backend.userland.com/rss", .core),
      ("blogs.law.harvard.edu/tech/rss", .core), ("cyber.law.harvard.edu/rss", .core), ("w3.org/2005/atom", .atom),
      ("purl.org/atom", .atom), ("purl.org/dc/", .dublinCore), ("search.yahoo.com/mrss", .media),
      ("video.search.yahoo.com/mrss", .media), ("tools.search.yahoo.com/mrss", .media),
      ("itunes.com/dtds/podcast", .itunes),
      ("w3.org/1999/xhtml", .xhtml), ("w3.org/1999/02/22-rdf-syntax-ns", .rdf),
    ]
    return starts.first { text.hasPrefix($0.0) }?.1
  }
}
