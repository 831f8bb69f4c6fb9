internal import Archive
internal import NewsModel
internal import Read

/// Keeps articles under ids that revision 2 of the program made from their place in a file of JSON lines: of the number
/// of their line where they had neither id nor address (`day-3`), of their rank among lines of one id (`flood-2`).
///
/// Pages were published under these ids. A line that says what such an article says is that article.
struct FormerIdentities: Sendable {
  /// What an article says.
  private struct Content: Hashable, Sendable {
    var fields: [String?]

    init(_ article: Article) {
      fields = [article.file, article.title, article.published, article.url.map(CanonicalAddress.of), article.text]
    }
  }
  /// An id without its number, and with it.
  private struct Former: Sendable {
    var base: String
    var id: String
    /// Whether the number is of a line.
    var isLine: Bool
  }
  private var formers: [Content: Former] = [:]
  /// What articles say from whose id another differs by its number.
  private var bases: [String: Content] = [:]

  /// What earlier runs know.
  init(_ versions: [Archive.Version]) {
    let numbered = versions.compactMap { version in
      FormerIdentities.base(of: version.article.id).map { (base: $0, article: version.article) }
    }
    guard !numbered.isEmpty else { return }
    let wanted = Set(numbered.map(\.base))
    var stems: [String: String] = [:]
    for version in versions where wanted.contains(version.article.id) {
      bases[version.article.id] = Content(version.article)
    }
    for (base, article) in numbered {
      guard let file = article.file else { continue }
      var stem = stems[file]
      if stem == nil { stem = Identifiers.identifier(url: nil, file: file) }
      stems[file] = stem
      let isLine = base == stem && article.url == nil
      guard isLine || (bases[base] != nil && ArticleReader.isJSONLines(file)) else { continue }
      let content = Content(article)
      if formers[content] == nil { formers[content] = Former(base: base, id: article.id, isLine: isLine) }
    }
  }

  /// The article under the id that it was known by.
  func identified(_ article: Article) -> Article {
    guard !formers.isEmpty, article.file != nil else { return article }
    let content = Content(article)
    guard let former = formers[content], bases[article.id] != content else { return article }
    guard former.isLine ? FormerIdentities.isMarked(article.id, former.base) : article.id == former.base else {
      return article
    }
    var article = article
    article.id = former.id
    return article
  }

  /// The id that the program before gave to the article of a line.
  ///
  /// - Parameter file: its path below its source.
  static func id(of article: Article, _ line: ArticleReader.Result.Line, file: String) -> String {
    let stem = Identifiers.identifier(url: nil, file: file)
    if article.url == nil, isMarked(article.id, stem) {
      return Identifiers.identifier(url: nil, file: file, mark: "\(line.number)")
    }
    return line.rank == 1 ? article.id : "\(article.id)-\(line.rank)"
  }

  /// Whether an id is of a line without id and address, as it is made now.
  private static func isMarked(_ id: String, _ base: String) -> Bool {
    id.hasPrefix(base + "-") && self.base(of: id) != base
  }

  /// An id without the number at its end; nil where it has none.
  private static func base(of id: String) -> String? {
    guard let hyphen = id.utf8.lastIndex(of: 0x2D) else { return nil }
    let number = id.utf8[id.utf8.index(after: hyphen)...]
    guard !number.isEmpty, number.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(id[..<hyphen])
  }
}
