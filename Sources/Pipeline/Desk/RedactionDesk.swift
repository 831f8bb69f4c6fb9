internal import Archive
internal import NewsModel
internal import Outside
internal import Render

/// Removes what somebody asked to have removed.
///
/// Editions that are out keep all other words: the name or the passages are taken out of what was printed, and nothing is
/// composed anew.
extension ArchiveDesk {
  /// What a redaction did.
  package struct Redacted: Sendable {
    /// Versions of articles from which words were removed, or which are gone.
    package var versions: Int
    /// Editions from which words were taken out.
    package var editions: Int
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
      var memory = try archive.memory()
      for subject in subjects { try archive.note(.redactName, subject, on: memory.latest?.day.description) }
      // With those of before, as articles are read from now on.
      let all = try archive.decisions().filter { $0.kind == .redactName }.map(\.subject)
      let redaction = Redaction(subjects: all)
      let texts = try archive.texts(of: ArchiveDesk.articles(in: memory))
      let changed = try archive.redact(redaction.redacted) { redaction.withoutFullName($0) }
      let blackening = PersonBlackening(
        redaction: redaction, names: spellings, texts: texts, ids: changed, known: memory.entities)
      let editions = try ArchiveDesk.edit(&memory, noting: .redacted) { try blackening.applied(to: $0) }
      try archive.forget(blackening.forget(in: &memory))
      try archive.keep(memory)
      try finish(archive)
      return Redacted(versions: changed.count, editions: editions)
    }
  }

  /// Removes an article for good.
  ///
  /// - Returns: nil where a build runs.
  package func redact(article id: String) throws -> Redacted? {
    try locked { archive in
      var memory = try archive.memory()
      let known = memory.entities.first { $0.kind == .article && ($0.id == id || $0.slug == id) }
      let name = known?.id ?? id
      let version = try archive.current(extractor: "").first { $0.article.id == name }
      let texts = try archive.texts(of: ArchiveDesk.articles(in: memory).union([name]))
      guard let removed = version?.article, try archive.remove(article: name) else {
        throw FileError(path: id, reason: "the archive has no such article; its id is in its page's index.json")
      }
      try archive.note(.redactArticle, name, on: memory.latest?.day.description)
      let cut = ArchiveDesk.cut(of: removed, texts, memory)
      let editions = try ArchiveDesk.edit(&memory, noting: .redactedArticle) { edition in
        var made = try cut.applied(to: edition)
        for index in made.corrections.indices where made.corrections[index].article == name {
          made.corrections[index].article = nil
          made.corrections[index].changes = nil
        }
        return made
      }
      try archive.keep(memory)
      try finish(archive)
      return Redacted(versions: 1, editions: editions)
    }
  }

  /// What is to be taken out of editions with an article.
  private static func cut(of article: Article, _ texts: [String: [String]], _ memory: SiteMemory) -> EditionCut {
    var cut = EditionCut()
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

  /// What was removed is overwritten on the disk too, and the next build looks at everything.
  private func finish(_ archive: Archive) throws {
    try BuildMemo.forget(in: archive)
    try DraftNames(archive: archive).forget()
    try archive.forgetDerived()
    try archive.forgetSourceFiles()
    try archive.vacuum()
  }
}
