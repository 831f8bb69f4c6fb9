internal import NewsModel

/// The pages that earlier mornings published, and what becomes of their addresses.
struct PageRegister {
  /// Sorted by kind and id.
  private let entities: [KnownEntity]
  /// The places of each kind's among them, by id.
  private let places: [KnownEntity.Kind: [String: Int]]
  /// Names that a draft showed; nothing was published under them.
  private let promised: [KnownEntity]

  /// A known actor is told by this many of its references; more would grow with every morning.
  private static let mostReferences = 200

  /// What was known, with the successors that clustering found.
  init(memory: SiteMemory, moved: [KnownEntity]) {
    let known = PageRegister.joined(memory.entities, moved)
    entities = known.entities
    places = known.places
    promised = memory.promised.filter { known.places[$0.kind]?[$0.id] == nil }
  }

  /// Entities by kind and id, of several with one id the last, and their places.
  private static func joined(
    _ memory: [KnownEntity], _ moved: [KnownEntity]
  ) -> (entities: [KnownEntity], places: [KnownEntity.Kind: [String: Int]]) {
    // What the archive gives is in order; what moved is known, so that little is to be sorted.
    let all = memory + moved
    let order = all.indices.sorted { a, b in
      if all[a].kind != all[b].kind { return all[a].kind < all[b].kind }
      return all[a].id != all[b].id ? all[a].id < all[b].id : a < b
    }
    var entities: [KnownEntity] = []
    entities.reserveCapacity(all.count)
    for at in order {
      if let last = entities.last, last.kind == all[at].kind, last.id == all[at].id { entities.removeLast() }
      entities.append(all[at])
    }
    let places = Dictionary(grouping: entities.indices) { entities[$0].kind }.mapValues { own in
      Dictionary(uniqueKeysWithValues: own.map { (entities[$0].id, $0) })
    }
    return (entities, places)
  }

  private func entity(_ kind: KnownEntity.Kind, _ id: String) -> KnownEntity? {
    places[kind]?[id].map { entities[$0] }
  }

  /// What is known of a kind.
  func known(_ kind: KnownEntity.Kind) -> [KnownEntity] {
    entities.filter { $0.kind == kind } + promised.filter { $0.kind == kind }
  }

  /// The id of something by its id or the name of its page; of what went into another, the other's.
  func id(of target: EditorialDecisions.Target) -> String {
    var entity = entity(target.kind, target.name)
    if entity == nil { entity = known(target.kind).first { $0.slug == target.name } }
    return heir(target.kind, entity?.id ?? target.name)
  }

  /// The id of what holds most of something now: its own, or that at the end of its successors.
  private func heir(_ kind: KnownEntity.Kind, _ own: String) -> String {
    var id = own
    var seen: Set<String> = [id]
    while let next = entity(kind, id)?.successor, !next.isEmpty, seen.insert(next).inserted {
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
    func note<Report>(
      _ kind: KnownEntity.Kind, _ reports: [Report], _ page: (Report) -> Page, members: (Report, [String]) -> [String]
    ) {
      let known = places[kind] ?? [:]
      var new: [String: Int] = [:]
      for report in reports {
        let (id, slug) = page(report)
        let at = known[id] ?? new[id] ?? all.count
        if at == all.count {
          new[id] = at
          all.append(KnownEntity(kind: kind, id: id, slug: slug, members: [], firstSeen: day))
        }
        all[at].members = members(report, all[at].members)
        all[at].successor = nil
      }
    }
    note(.article, site.articles, PageRegister.page) { _, _ in [] }
    note(.story, site.stories, PageRegister.page) { story, _ in story.articles.sorted() }
    let articles = Dictionary(site.stories.map { ($0.id, $0.articles) }) { first, _ in first }
    note(.thread, site.threads, PageRegister.page) { thread, _ in
      thread.stories.flatMap { articles[$0] ?? [] }.sorted()
    }
    note(.actor, site.actors, PageRegister.page) { actor, known in
      // A list that is full stays as it is, so that the archive does not grow with every mention.
      known.count >= PageRegister.mostReferences
        ? known : actor.identity.references.prefix(PageRegister.mostReferences).map(\.member)
    }
    if all.count > entities.count { all.sort { ($0.kind, $0.id) < ($1.kind, $1.id) } }
    return all
  }

  /// Where the pages lead that were published and are not among those of the site; sorted by kind and name.
  ///
  /// - Parameters:
  ///   - actors: all actors of the clustering: those that are there and have no page are unlisted.
  ///   - hidden: what the editor hides.
  func redirects(
    in site: Composition, actors: IdentityTable, hidden: [EditorialDecisions.Target]
  ) -> [Redirect] {
    func isHidden(_ entity: KnownEntity) -> Bool {
      hidden.contains { target in
        guard target.kind == entity.kind else { return false }
        if target.name == entity.id || target.name == entity.slug { return true }
        return entity.kind == .actor
          && actors.place(of: entity.id).map { actors.all[$0].goes(by: target.name) } ?? false
      }
    }
    let all =
      redirects(.actor, site.actors.map(PageRegister.page)) { actors.place(of: $0) != nil }
      + redirects(.article, site.articles.map(PageRegister.page))
      + redirects(.story, site.stories.map(PageRegister.page))
      + redirects(.thread, site.threads.map(PageRegister.page))
    return all.map { gone, entity in
      var redirect = gone
      redirect.isHidden = redirect.target == nil && !hidden.isEmpty && isHidden(entity)
      return redirect
    }
  }

  private func redirects(
    _ kind: KnownEntity.Kind, _ pages: [Page], isThere: (String) -> Bool = { _ in false }
  ) -> [(redirect: Redirect, entity: KnownEntity)] {
    let known = places[kind] ?? [:]
    var hasPage = [Bool](repeating: false, count: entities.count)
    for page in pages { if let at = known[page.id] { hasPage[at] = true } }
    let gone = entities.indices.filter { !hasPage[$0] && entities[$0].kind == kind }
    let slugs = gone.isEmpty ? [:] : Dictionary(pages.map { ($0.id, $0.slug) }) { $1 }
    return gone.compactMap { at in
      let entity = entities[at]
      if entity.successor == nil, isThere(entity.id) {
        var redirect = Redirect(kind: kind, slug: entity.slug, target: nil)
        redirect.isUnlisted = true
        return (redirect, entity)
      }
      guard entity.successor != nil else { return nil }
      return (Redirect(kind: kind, slug: entity.slug, target: slugs[heir(kind, entity.id)]), entity)
    }
  }

  private typealias Page = (id: String, slug: String)
  private static func page(_ report: ArticleReport) -> Page { (report.digest.article.id, report.slug) }
  private static func page(_ report: StoryReport) -> Page { (report.id, report.slug) }
  private static func page(_ report: ThreadReport) -> Page { (report.id, report.slug) }
  private static func page(_ report: ActorReport) -> Page { (report.identity.id, report.slug) }
}
