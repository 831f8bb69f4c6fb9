internal import NewsModel

/// The pages that earlier mornings published, and what becomes of their addresses.
struct PageRegister {
  private var entities: [Key: KnownEntity] = [:]
  /// Names that a draft showed; nothing was published under them.
  private let promised: [KnownEntity]

  private struct Key: Hashable, Comparable {
    var kind: KnownEntity.Kind
    var id: String
    static func < (a: Key, b: Key) -> Bool { (a.kind, a.id) < (b.kind, b.id) }
  }

  /// A known actor is told by this many of its references; more would grow with every morning.
  private static let mostReferences = 200

  /// What was known, with the successors that clustering found.
  init(memory: SiteMemory, moved: [KnownEntity]) {
    var entities: [Key: KnownEntity] = [:]
    for entity in memory.entities + moved { entities[Key(kind: entity.kind, id: entity.id)] = entity }
    promised = memory.promised.filter { entities[Key(kind: $0.kind, id: $0.id)] == nil }
    self.entities = entities
  }

  /// What is known of a kind.
  func known(_ kind: KnownEntity.Kind) -> [KnownEntity] {
    entities.values.filter { $0.kind == kind } + promised.filter { $0.kind == kind }
  }

  /// The id of something by its id or the name of its page; of what went into another, the other's.
  func id(of target: EditorialDecisions.Target) -> String {
    var entity = entities[Key(kind: target.kind, id: target.name)]
    if entity == nil { entity = known(target.kind).first { $0.slug == target.name } }
    return heir(of: Key(kind: target.kind, id: entity?.id ?? target.name))
  }

  /// The id of what holds most of something now: its own, or that at the end of its successors.
  private func heir(of key: Key) -> String {
    var id = key.id
    var seen: Set<String> = [id]
    while let next = entities[Key(kind: key.kind, id: id)]?.successor, !next.isEmpty, seen.insert(next).inserted {
      id = next
    }
    return id
  }

  /// Decisions with the ids of what they are about now.
  func resolved(_ decisions: EditorialDecisions) -> EditorialDecisions {
    func now(_ target: EditorialDecisions.Target) -> EditorialDecisions.Target {
      .init(target.kind, id(of: target))
    }
    var made = decisions
    for index in made.pins.indices { made.pins[index].target = now(made.pins[index].target) }
    for index in made.notes.indices { made.notes[index].target = now(made.notes[index].target) }
    for index in made.renames.indices { made.renames[index].target = now(made.renames[index].target) }
    for index in made.splits.indices where made.splits[index].target.kind == .story {
      made.splits[index].target = now(made.splits[index].target)
      made.splits[index].parts = made.splits[index].parts.map { id(of: .init(.article, $0)) }
    }
    made.unindexed = made.unindexed.map(now)
    made.hidden = made.hidden.map(now)
    return made
  }

  /// What later mornings keep, with all that has a page now; sorted by kind and id.
  func updated(with site: Composition, day: CivilDay?) -> [KnownEntity] {
    var all = entities
    func note(_ kind: KnownEntity.Kind, _ id: String, _ slug: String, _ members: [String]) {
      let key = Key(kind: kind, id: id)
      var entity = all[key] ?? KnownEntity(kind: kind, id: id, slug: slug, members: [], firstSeen: day)
      entity.members = members
      entity.successor = nil
      all[key] = entity
    }
    for article in site.articles { note(.article, article.digest.article.id, article.slug, []) }
    for story in site.stories { note(.story, story.id, story.slug, story.articles.sorted()) }
    let articles = Dictionary(site.stories.map { ($0.id, $0.articles) }) { first, _ in first }
    for thread in site.threads {
      note(.thread, thread.id, thread.slug, thread.stories.flatMap { articles[$0] ?? [] }.sorted())
    }
    for actor in site.actors {
      let known = all[Key(kind: .actor, id: actor.identity.id)]?.members ?? []
      let members = actor.identity.references.prefix(PageRegister.mostReferences).map(\.member)
      // A list that is full stays as it is, so that the archive does not grow with every mention.
      let isFull = known.count >= PageRegister.mostReferences
      note(.actor, actor.identity.id, actor.slug, isFull ? known : members)
    }
    return all.keys.sorted().compactMap { all[$0] }
  }

  /// Where the pages lead that were published and are not among those of the site; sorted by kind and name.
  ///
  /// - Parameter actors: the ids of all actors of the clustering: those that are there and have no page are unlisted.
  func redirects(in site: Composition, actors: Set<String>) -> [Redirect] {
    var slugs: [Key: String] = [:]
    for article in site.articles { slugs[Key(kind: .article, id: article.digest.article.id)] = article.slug }
    for story in site.stories { slugs[Key(kind: .story, id: story.id)] = story.slug }
    for thread in site.threads { slugs[Key(kind: .thread, id: thread.id)] = thread.slug }
    for actor in site.actors { slugs[Key(kind: .actor, id: actor.identity.id)] = actor.slug }
    return entities.keys.sorted().compactMap { key in
      guard slugs[key] == nil, let entity = entities[key] else { return nil }
      if key.kind == .actor, entity.successor == nil, actors.contains(key.id) {
        var redirect = Redirect(kind: .actor, slug: entity.slug, target: nil)
        redirect.isUnlisted = true
        return redirect
      }
      guard entity.successor != nil else { return nil }
      let target = slugs[Key(kind: key.kind, id: heir(of: key))]
      return Redirect(kind: key.kind, slug: entity.slug, target: target)
    }
  }
}
