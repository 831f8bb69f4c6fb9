internal import Archive
internal import Exchange
internal import NewsModel
internal import Prose
internal import Render

/// Blacks out a person in editions that are out and in the names of pages.
struct PersonBlackening {
  let redaction: Redaction
  /// The texts of the versions of articles as they were, newest first.
  let texts: [String: [String]]
  /// The articles that have the name: their ids, and what these are now.
  let ids: [String: String]
  private let slugs: [String]
  private let changed: Set<String>
  /// The paths of pages that had the name in them, and the names that these pages have now.
  private var pages: [String: String] = [:]

  /// - Parameter known: everything that has or had a page.
  init(
    redaction: Redaction, names: [String], texts: [String: [String]], ids: [String: String], known: [KnownEntity]
  ) {
    self.redaction = redaction
    self.texts = texts
    self.ids = ids
    changed = Set(ids.keys)
    slugs = names.map(Transliteration.slug).flatMap { [$0, $0.replacing("-", with: "")] }
    var taken = Set(known.map { $0.kind.path($0.slug) })
    for entity in known where entity.kind != .actor && isTelling(entity) {
      let rest = redaction.remaining(entity.slug)
      var slug = rest.isEmpty ? "page" : rest
      if rest.isEmpty || taken.contains(entity.kind.path(slug)) {
        slug += "-" + Checksum.hex(of: [entity.id]).prefix(6)
      }
      if taken.insert(entity.kind.path(slug)).inserted {
        pages[entity.kind.path(entity.slug)] = slug
      }
    }
  }

  /// Whether the name of a page has the name in it, or the family name where all that it shows is of articles that have
  /// the full one.
  private func isTelling(_ entity: KnownEntity) -> Bool {
    if tells(entity.slug) { return true }
    guard redaction.tells(entity.slug) else { return false }
    switch entity.kind {
    case .article: return changed.contains(entity.id)
    case .story, .thread: return !changed.isDisjoint(with: entity.members)
    case .actor:
      return entity.members.allSatisfy { member in
        changed.contains(String(member.dropLast(ActorIdentity.Reference.actor(ofMember: member).utf8.count + 1)))
      }
    }
  }

  /// Whether the name of a page, or an id, has the name in it.
  func tells(_ text: String) -> Bool {
    // Spellings may not be known, as where an older copy of an archive came back; letters of another script differ.
    redaction.tellsFullName(text) || slugs.contains { "-\(text)-".contains("-\($0)-") }
  }

  /// An edition without the name.
  func applied(to edition: Edition) throws -> Edition {
    var others: [String] = []
    for passage in edition.passages where !changed.contains(passage.article) {
      others += passage.words(in: texts).prefix(1)
    }
    // What shows nothing of the articles that have the name holds somebody else's family name at most.
    let isConcerned =
      !changed.isDisjoint(with: edition.articles) || edition.passages.contains { changed.contains($0.article) }
    let blackening = EditionBlackening(
      full: { redaction.withoutFullName($0) },
      any: { isConcerned ? redaction.redacted($0) : redaction.withoutFullName($0) }, tells: { tells($0) },
      others: others, renamed: { renamed($0) }, page: { pages[$0] }, moved: { place($0, $1) })
    var made = try blackening.applied(to: edition)
    for index in made.passages.indices { made.passages[index].span = span(of: made.passages[index], in: edition) }
    for index in made.corrections.indices where made.corrections[index].article.map(changed.contains) ?? false {
      made.corrections[index].changes = nil
    }
    made.articles = made.articles.map { renamed($0) ?? $0 }.sorted()
    made.stories = made.stories.map { renamed($0) ?? $0 }
    made.earlier = made.earlier.map { renamed($0) ?? $0 }
    made.passages = made.passages.map { Passage(article: ids[$0.article] ?? $0.article, span: $0.span) }.sorted()
    for index in made.corrections.indices {
      made.corrections[index].article = made.corrections[index].article.map { ids[$0] ?? $0 }
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

  /// Takes addresses that have the name in them out of the memory, with what would lead there, and puts articles under
  /// their new ids; answers what is there no more.
  func forget(in memory: inout SiteMemory) -> [KnownEntity] {
    let before = memory.entities
    memory.entities = before.filter { $0.kind != .actor || !isTelling($0) }.map(renamed)
      .filter { !tells($0.slug) && !tells($0.id) }
    let kept = Set(memory.entities.map(\.target))
    let telling = before.filter { !kept.contains($0.target) }
    for index in memory.entities.indices where memory.entities[index].kind == .actor {
      memory.entities[index].members.removeAll { tells(ActorIdentity.Reference.actor(ofMember: $0)) }
    }
    memory.partings = memory.partings.map { parting in
      Parting(
        story: renamed(parting.story) ?? parting.story, origin: renamed(parting.origin) ?? parting.origin,
        noted: parting.noted)
    }.filter { !tells($0.story) && !tells($0.origin) }
    return telling
  }

  /// The id that stands for one of an article now, or for one of a story or a thread that was named after an article.
  private func renamed(_ id: String) -> String? {
    if let now = ids[id] { return now }
    guard id.dropFirst().first == "-", let now = ids[String(id.dropFirst(2))] else { return nil }
    return id.prefix(2) + now
  }

  private func renamed(_ entity: KnownEntity) -> KnownEntity {
    var made = entity
    if made.kind != .actor { made.id = renamed(made.id) ?? made.id }
    made.slug = pages[made.kind.path(made.slug)] ?? made.slug
    made.successor = made.successor.map { renamed($0) ?? $0 }
    made.members = made.members.map { member in
      guard made.kind == .actor else { return renamed(member) ?? member }
      let actor = ActorIdentity.Reference.actor(ofMember: member)
      let article = String(member.dropLast(actor.count + 1))
      return "\(ids[article] ?? article) \(actor)"
    }.sorted()
    return made
  }
}
