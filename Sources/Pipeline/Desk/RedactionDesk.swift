internal import Archive
internal import Exchange
internal import NewsModel
internal import Outside
internal import Prose
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
      let redaction = Redaction(subjects: subjects)
      var memory = try archive.memory()
      for subject in subjects { try archive.note(.redactName, subject, on: memory.latest?.day.description) }
      let texts = try archive.texts(of: ArchiveDesk.articles(in: memory))
      let changed = try archive.redact(redaction.redacted)
      let blackening = PersonBlackening(redaction: redaction, names: spellings, texts: texts, changed: changed)
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
      let versions = try archive.current(extractor: "").first { $0.article.id == name }
      let texts = try archive.texts(of: [name])[name] ?? []
      guard let removed = versions?.article, try archive.remove(article: name) else {
        throw FileError(path: id, reason: "the archive has no such article; its id is in its page's index.json")
      }
      try archive.note(.redactArticle, name, on: memory.latest?.day.description)
      let cut = ArchiveDesk.cut(of: removed, texts, memory)
      let editions = try ArchiveDesk.edit(&memory, noting: .redactedArticle) { edition in
        var cut = cut
        let own = edition.passages.filter { $0.article == name }
        cut.words = own.flatMap { passage in texts.filter { $0.holds(passage.span) }.map { String($0[passage.span]) } }
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
  private static func cut(of article: Article, _ texts: [String], _ memory: SiteMemory) -> EditionCut {
    var cut = EditionCut()
    let slug = memory.entities.first { $0.kind == .article && $0.id == article.id }?.slug ?? article.id
    cut.articles = [article.id: slug]
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
    try archive.forgetDerived()
    try archive.forgetSourceFiles()
    try archive.vacuum()
  }
}

/// Blacks out a person in editions that are out and in the names of pages.
struct PersonBlackening {
  let redaction: Redaction
  /// The texts of the versions of articles as they were, newest first.
  let texts: [String: [String]]
  /// The articles that have the name.
  let changed: Set<String>
  private let slugs: [String]

  init(redaction: Redaction, names: [String], texts: [String: [String]], changed: Set<String>) {
    self.redaction = redaction
    self.texts = texts
    self.changed = changed
    slugs = names.map(Transliteration.slug)
  }

  /// Whether the name of a page, or an id, has the name in it.
  func tells(_ text: String) -> Bool { slugs.contains { "-\(text)-".contains("-\($0)-") } }

  /// An edition without the name.
  func applied(to edition: Edition) throws -> Edition {
    var others: [String] = []
    for passage in edition.passages where !changed.contains(passage.article) {
      let text = (texts[passage.article] ?? []).first { $0.holds(passage.span) }
      if let text { others.append(String(text[passage.span])) }
    }
    // What shows nothing of the articles that have the name holds somebody else's family name at most.
    let isConcerned =
      !changed.isDisjoint(with: edition.articles) || edition.passages.contains { changed.contains($0.article) }
    let blackening = EditionBlackening(
      full: { redaction.withoutFullName($0) },
      any: { isConcerned ? redaction.redacted($0) : redaction.withoutFullName($0) }, tells: { tells($0) },
      others: others, moved: { place($0, $1) })
    var made = try blackening.applied(to: edition)
    for index in made.passages.indices { made.passages[index].span = span(of: made.passages[index], in: edition) }
    for index in made.corrections.indices where made.corrections[index].article.map(changed.contains) ?? false {
      made.corrections[index].changes = nil
    }
    return made
  }

  private func span(of passage: Passage, in edition: Edition) -> Span {
    guard changed.contains(passage.article) else { return passage.span }
    let versions = (texts[passage.article] ?? []).filter { $0.holds(passage.span) }
    let printed = edition.markdown ?? ""
    let version = versions.first { printed.contains($0[passage.span]) } ?? versions.first
    return version.map { redaction.moved(passage.span, of: $0) } ?? passage.span
  }

  private func place(_ article: String, _ place: EditionBlackening.Place) -> EditionBlackening.Place? {
    guard changed.contains(article) else { return nil }
    for text in texts[article] ?? [] {
      let points = CodePoints(text)
      guard let span = points.span(place.start, place.end), text[span] == place.text else { continue }
      let after = redaction.redacted(text)
      let moved = redaction.moved(span, of: text)
      let now = CodePoints(after)
      return .init(
        text: String(after[moved]), start: now.offset(ofByte: moved.start), end: now.offset(ofByte: moved.end))
    }
    return .init(text: redaction.redacted(place.text), start: place.start, end: place.end)
  }

  /// Takes addresses that have the name in them out of the memory, with what would lead there; answers them.
  func forget(in memory: inout SiteMemory) -> [KnownEntity] {
    let telling = memory.entities.filter { tells($0.slug) || tells($0.id) }
    memory.entities.removeAll { tells($0.slug) || tells($0.id) }
    for index in memory.entities.indices where memory.entities[index].kind == .actor {
      memory.entities[index].members.removeAll { tells(ActorIdentity.Reference.actor(ofMember: $0)) }
    }
    memory.partings.removeAll { tells($0.story) || tells($0.origin) }
    return telling
  }
}
