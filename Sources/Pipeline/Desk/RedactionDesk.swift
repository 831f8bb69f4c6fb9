internal import Archive
internal import NewsModel
internal import Outside
internal import Prose
internal import Read

/// Removes what somebody asked to have removed, and writes down that it is to stay so.
extension ArchiveDesk {
  /// What a redaction did.
  package struct Redacted: Sendable {
    /// Versions of articles from which words were removed, or which are gone.
    package var versions: Int
    /// Editions from which words were taken out.
    package var editions: Int
    /// The file that keeps the redaction beside the archive.
    package var register: String
    /// Names that the archive holds and that have a word of those given; asked for where none of these was found.
    package var near: [String] = []
  }

  /// Blacks out a person in all that the archive holds and in all that is read later.
  ///
  /// - Parameter spellings: of the name; a spelling of two words or more is needed.
  /// - Returns: nil where a build runs.
  package func redact(person spellings: [String]) throws -> Redacted? {
    let subjects = Redaction.subjects(for: spellings)
    guard !subjects.isEmpty else {
      throw FileError(
        path: spellings.first ?? "",
        reason: "give a full name, first and family name; one word alone is too many people")
    }
    return try locked { archive in
      var register = try RedactionRegister(configuration, state)
      try register.add(names: Set(subjects))
      let done = try ArchiveRedactor(archive: archive).blackOut(subjects, spellings: spellings)
      return Redacted(
        versions: done.versions, editions: done.editions, register: register.path,
        near: try done.versions == 0 ? NearNames(spellings).among(archive) : [])
    }
  }

  /// Removes an article for good.
  ///
  /// - Parameter id: its id, the name of its page, or the address that it came from.
  /// - Returns: nil where a build runs.
  package func redact(article id: String) throws -> Redacted? {
    try locked { archive in
      let name = try ArchiveDesk.article(named: id, in: archive)
      guard try archive.articles().subtracting(archive.removedArticles()).contains(name) else {
        throw FileError(
          path: id,
          reason: "the archive has no such article; give its address, the name of its page, or the id in its index.json"
        )
      }
      var register = try RedactionRegister(configuration, state)
      try register.add(articles: [name], versions: archive.versions(of: name))
      let done = try ArchiveRedactor(archive: archive).remove(name)
      return Redacted(versions: done?.versions ?? 0, editions: done?.editions ?? 0, register: register.path)
    }
  }
}

extension ArchiveDesk {
  /// The id of the article that somebody means; what was given where there is none.
  private static func article(named name: String, in archive: Archive) throws -> String {
    let known = try archive.memory().entities.first { $0.kind == .article && ($0.id == name || $0.slug == name) }
    if let known { return known.id }
    guard name.contains("://") else { return name }
    let address = CanonicalAddress.of(name)
    let articles = try archive.current(extractor: "").map(\.article)
    return articles.first { $0.url.map(CanonicalAddress.of) == address }?.id ?? name
  }
}

/// Finds the names that somebody may have meant.
private struct NearNames {
  private let words: Set<Substring>
  /// Letters of a word that tells something.
  private static let fewest = 3
  private static let most = 5

  init(_ spellings: [String]) { words = Set(spellings.flatMap { NearNames.words(of: $0) }) }

  private static func words(of name: String) -> [Substring] {
    Fold.folded(name).split { !$0.isLetter }.filter { $0.count >= fewest }
  }

  /// The names of actors of an archive that have a word of those given, those with most of them first.
  func among(_ archive: Archive) throws -> [String] {
    let names = Set(try archive.current(extractor: Revision.text).flatMap { $0.digest?.actors.map(\.name) ?? [] })
    return names.map { (name: $0, shared: words.intersection(NearNames.words(of: $0)).count) }
      .filter { $0.shared > 0 }.sorted { ($1.shared, $0.name) < ($0.shared, $1.name) }
      .prefix(NearNames.most).map(\.name)
  }
}
