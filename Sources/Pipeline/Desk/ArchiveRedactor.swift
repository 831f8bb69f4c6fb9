internal import Archive
internal import NewsModel
internal import Outside
internal import Render

/// Removes what somebody asked to have removed from all that an archive holds.
///
/// Editions that are out keep all other words: the name or the passages are taken out of what was printed, and nothing is
/// composed anew. Each removal is done as a whole or not at all; what was removed is overwritten on the disk then too.
struct ArchiveRedactor {
  let archive: Archive

  /// What a redaction did.
  struct Count {
    /// Versions of articles from which words were removed, or which are gone.
    var versions = 0
    /// Editions from which words were taken out.
    var editions = 0
  }

  /// Blacks out names in all that the archive holds and in all that is read later.
  ///
  /// - Parameters:
  ///   - subjects: what stands for the names.
  ///   - spellings: of the names, where they are known.
  func blackOut(_ subjects: [String], spellings: [String] = []) throws -> Count {
    let count = try archive.atOnce { try blackedOut(subjects, spellings) }
    try archive.vacuum()
    return count
  }

  private func blackedOut(_ subjects: [String], _ spellings: [String]) throws -> Count {
    var memory = try archive.memory()
    for subject in subjects { try archive.note(.redactName, subject, on: memory.latest?.day.description) }
    // With those of before, as articles are read from now on.
    let redaction = Redaction(subjects: try names())
    let texts = try archive.texts(of: ArchiveRedactor.articles(in: memory))
    let changed = try archive.redact(redaction.redacted) { redaction.withoutFullName($0) }
    let blackening = PersonBlackening(
      redaction: redaction, names: spellings, texts: texts, ids: changed, known: memory.entities)
    let editions = try ArchiveRedactor.edit(&memory, noting: .redacted) { try blackening.applied(to: $0) }
    try archive.forget(blackening.forget(in: &memory))
    try archive.keep(memory)
    try forgetWhatWasMade()
    return Count(versions: changed.count, editions: editions)
  }

  /// Removes an article for good, by its id; nil where the archive does not hold it.
  func remove(_ id: String) throws -> Count? {
    let count = try archive.atOnce { try removed(id) }
    if count != nil { try archive.vacuum() }
    return count
  }

  private func removed(_ id: String) throws -> Count? {
    var memory = try archive.memory()
    let version = try archive.current(extractor: "").first { $0.article.id == id }
    let texts = try archive.texts(of: ArchiveRedactor.articles(in: memory).union([id]))
    guard let removed = version?.article, try archive.remove(article: id) else { return nil }
    try archive.note(.redactArticle, id, on: memory.latest?.day.description)
    let unknown = ArchiveRedactor.actors(of: id, in: memory)
    let cut = ArchiveRedactor.cut(of: removed, knownAlone: unknown, texts, memory)
    let editions = try ArchiveRedactor.edit(&memory, noting: .redactedArticle) { edition in
      var made = try cut.applied(to: edition)
      for index in made.corrections.indices where made.corrections[index].article == id {
        made.corrections[index].article = nil
        made.corrections[index].changes = nil
      }
      made.articles.removeAll { $0 == id }
      return made
    }
    // Their names stand in the addresses of their pages.
    memory.entities.removeAll { unknown.contains($0) }
    try archive.forget(unknown)
    try archive.keep(memory)
    try forgetWhatWasMade()
    return Count(versions: 1, editions: editions)
  }

  /// The names that the archive knows to be removed, as subjects of decisions.
  func names() throws -> [String] { try archive.decisions().filter { $0.kind == .redactName }.map(\.subject) }

  /// Has archive and register know the same redactions: what a new archive, or one of an older copy, does not know is done
  /// to it, and what the register does not know is written down.
  ///
  /// - Returns: how many redactions the archive did not know.
  func settle(_ register: inout RedactionRegister) throws -> Int {
    let known = Set(try names())
    let removed = try archive.removedArticles()
    let news = register.names.subtracting(known)
    var count = news.count
    if !news.isEmpty { _ = try blackOut(news.sorted()) }
    if !register.articles.isEmpty {
      for id in try archive.articles().subtracting(removed).filter(register.isRemoved).sorted() {
        if try remove(id) != nil { count += 1 }
      }
    }
    try register.add(names: known, articles: removed)
    return count
  }

  /// The actors that are known from an article alone.
  private static func actors(of article: String, in memory: SiteMemory) -> [KnownEntity] {
    memory.entities.filter { entity in
      entity.kind == .actor && !entity.members.isEmpty && entity.members.allSatisfy { $0.hasPrefix(article + " ") }
    }
  }

  /// What is to be taken out of editions with an article.
  private static func cut(
    of article: Article, knownAlone actors: [KnownEntity], _ texts: [String: [String]], _ memory: SiteMemory
  ) -> EditionCut {
    var cut = EditionCut()
    cut.actors = Dictionary(actors.map { ($0.id, $0.slug) }) { first, _ in first }
    cut.removed = [article.id]
    cut.texts = texts
    cut.pages = memory.articlePages
    cut.articles = [article.id: cut.pages[article.id] ?? article.id]
    for story in memory.entities where story.kind == .story && story.members == [article.id] {
      cut.stories[story.id] = story.slug
    }
    if let title = article.title { cut.titles = [title] }
    return cut
  }

  /// All articles that editions show something of.
  private static func articles(in memory: SiteMemory) -> Set<String> {
    Set(memory.editions.flatMap { $0.articles + $0.passages.map(\.article) })
  }

  /// Edits what was printed of editions; those of which something changed note it as a correction.
  ///
  /// - Returns: how many editions changed.
  private static func edit(
    _ memory: inout SiteMemory, noting kind: Correction.Kind, _ change: (Edition) throws -> Edition
  ) throws -> Int {
    guard let latest = memory.latest?.day else { return 0 }
    var count = 0
    for index in memory.editions.indices {
      let edition = memory.editions[index]
      var made = try change(edition)
      guard made != edition else { continue }
      if made.markdown != edition.markdown || made.data != edition.data {
        count += 1
        var correction = Correction(noted: latest, kind: kind, article: nil)
        correction.removed = max(0, edition.passages.count - made.passages.count)
        made.corrections.removeAll { $0 == correction }
        made.corrections = (made.corrections + [correction]).sorted()
      }
      memory.editions[index] = made
    }
    return count
  }

  /// The next build looks at everything.
  private func forgetWhatWasMade() throws {
    try BuildMemo.forget(in: archive)
    try DraftNames(archive: archive).forget()
    try archive.forgetDerived()
    try archive.forgetSourceFiles()
  }
}
