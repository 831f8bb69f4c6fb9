internal import Archive
internal import Cluster
internal import Compose
internal import NewsModel
internal import Render

/// What a run publishes: the site, and below it the draft of an edition that waits for approval.
struct EditionPlan {
  /// A composition and where it goes.
  struct Site {
    var composition: Composition
    /// The day of the draft; nil for the site itself.
    var draft: CivilDay?
    /// Whether later mornings keep what it fixes.
    var isKept: Bool
  }

  let build: SiteBuild
  let archive: Archive
  /// What earlier mornings fixed.
  let memory: SiteMemory
  /// How the site is to be.
  let settings: SiteSettings
  let decisions: EditorialDecisions
  /// What earlier mornings worked out.
  let ahead: ReadAhead<DerivedRows>

  private var request: SiteBuild.Request { build.request }

  /// The sites of some articles: one, or with a draft two.
  func sites(_ loaded: ArchivedLoader.Outcome) throws -> [Site] {
    var memory = memory
    let hidden = hiddenArticles(memory)
    // Where they stood a page says that they were withdrawn; what is shown again has its page again.
    let withdrawn = try archive.removedArticles().union(hidden)
    for index in memory.entities.indices
    where memory.entities[index].kind == .article && withdrawn.contains(memory.entities[index].id) {
      memory.entities[index].successor = ""
    }
    let shown = loaded.digests.filter { !hidden.contains($0.article.id) }
    var editions = EditionRequest()
    editions.day = request.day
    editions.since = request.since
    editions.backfill = request.backfill
    editions.changed = loaded.changed
    editions.withdrawn = hidden
    editions.areRightsNew =
      try archive.state(EditionPlan.rightsKey) != EditionPlan.rights(request.configuration.settings)
    let used = Set(memory.editions.flatMap { $0.articles + $0.passages.map(\.article) })
    let concerned = loaded.changed.union(hidden).intersection(used)
    editions.texts = try archive.texts(of: concerned)
    editions.wordings = try archive.texts(of: archive.reworded().intersection(used))
    editions.titles = try archive.titles(of: concerned)
    let names = DraftNames(archive: archive)
    memory.promised = try names.names()
    guard request.configuration.approve else {
      let made = try site(shown, memory, editions, loaded)
      // This run may still be cut off: what it publishes stays promised until the next.
      let promised = Set(memory.promised.map(\.target))
      if !promised.isEmpty {
        let shown = made.composition.memory.entities.filter { promised.contains($0.target) }
        try names.keep(shown, published: memory.entities)
      }
      return [made]
    }
    let made = try sitesWithDraft(shown, memory, editions, loaded)
    try names.keep(made.last?.composition.memory.entities ?? [], published: memory.entities)
    return made
  }

  /// The site of what was approved, and a draft of what was not.
  private func sitesWithDraft(
    _ shown: [Digest], _ memory: SiteMemory, _ editions: EditionRequest, _ loaded: ArchivedLoader.Outcome
  ) throws -> [Site] {
    let approved = Set(try archive.decisions().filter { $0.kind == .approve }.map(\.subject))
    let out = memory.editions.filter { $0.state != .draft }
    // What editions that are out know is public, and what waited when a day was approved; all else waits. An approved
    // day takes what comes until its edition is out.
    let known = Set(out.flatMap { $0.articles + $0.corrections.compactMap(\.article) })
    let days = Set(out.map(\.day))
    func isPublic(_ digest: Digest) -> Bool {
      let id = digest.article.id
      if known.contains(id) || approved.contains(Approvals.subject(of: id)) { return true }
      guard let day = digest.article.trustedPublicationDay else { return false }
      return approved.contains(day.description) && !days.contains(day)
    }
    var ready: [Digest] = []
    var waiting: [Digest] = []
    for digest in shown { if isPublic(digest) { ready.append(digest) } else { waiting.append(digest) } }
    // The edition of a day that was asked for waits too, also where it has nothing new.
    let isDayOut = editions.day.map { approved.contains($0.description) || days.contains($0) } ?? true
    var kept = memory
    kept.editions = out
    var sites: [Site] = []
    if !ready.isEmpty {
      var request = editions
      if !isDayOut { request.day = nil }
      let made = try site(ready, kept, request, loaded)
      // The draft shows what is out under the names that it has there.
      kept.promised += made.composition.memory.entities
      sites.append(made)
    }
    if ready.isEmpty, memory.editions.isEmpty, let newest = build.newestShown {
      try Approvals(archive: archive).keep(waiting: waiting, draft: nil)
      throw ApprovalsLost(newest: newest)
    }
    var draftDay: CivilDay?
    if !waiting.isEmpty || !isDayOut {
      var draft = editions
      draft.isDraft = true
      var made = try site(shown, kept, draft, loaded)
      draftDay = made.composition.briefs.first?.date
      made.draft = draftDay ?? CivilDay(number: 0)
      made.isKept = false
      // Until the first approval the site has nothing but the draft: its front page says so.
      if sites.isEmpty {
        var empty = made.composition
        empty = Composer(settings: settings).composition(
          digests: [], clustering: Clustering(stories: [], threads: [], actors: []), runDiagnostics: [])
        sites.append(Site(composition: empty, draft: nil, isKept: false))
      }
      sites.append(made)
    }
    try Approvals(archive: archive).keep(waiting: waiting, draft: draftDay)
    return sites
  }

  private func site(
    _ digests: [Digest], _ memory: SiteMemory, _ editions: EditionRequest, _ loaded: ArchivedLoader.Outcome
  ) throws -> Site {
    let configuration = request.configuration
    let composer = Composer(settings: settings)
    var memory = memory
    let (noticed, outdated) = composer.outdated(digests: digests, memory: memory, editions: editions)
    if let noticed {
      try memory.takeOut(outdated, noticed: noticed, digests: digests, settings: settings) {
        try archive.texts(of: $0)
      }
    }
    // A second site begins with what the first one left.
    let derived = try request.force ? DerivedRows() : ahead.take() ?? DerivedRows(archive, jobs: request.jobs)
    let before = derived.bytes
    var clusterMemo = ClusterMemo(before: derived, contents: loaded.contents, jobs: request.jobs)
    let settled = build.step("cluster") {
      let raw = clusterMemo.clustering(
        of: digests, by: Clusterer(aliases: configuration.aliases + decisions.aliases, jobs: request.jobs))
      let edited = EditorialClustering(decisions: decisions, known: memory.entities).applied(to: raw, digests: digests)
      var made = StableIdentities(known: memory.named, isWhole: request.configurationFile != nil).settled(edited)
      // Of what was never published nothing leads elsewhere, and nothing left it.
      if !memory.promised.isEmpty {
        let published = Set(memory.entities.map(\.target))
        made.moved.removeAll { !published.contains($0.target) }
        made.parted.removeAll { !published.contains(.init(.story, $0.origin)) }
      }
      let clustering = made.clustering
      return (
        made,
        "\(Count(clustering.stories.count, "story", "stories")), \(Count(clustering.threads.count, "thread")), "
          + "\(Count(clustering.actors.count, "actor"))"
      )
    }
    try build.checkTime()
    var memo = StoryMemo(
      before: before, contents: loaded.contents, revision: Revision.program)
    var composition = build.step("compose") {
      let made = composer.composition(
        digests: digests, clustering: settled.clustering, runDiagnostics: loaded.diagnostics, memory: memory,
        moved: settled.moved, parted: settled.parted, decisions: decisions, editions: editions, memo: &memo,
        jobs: request.jobs)
      return (
        made,
        "\(Count(made.briefs.count, "brief")), \(Count(made.timeline.count, "dated passage")), "
          + "\(Count(memo.fresh.count, "story", "stories")) composed"
      )
    }
    composition.holdAnchors(isWhole: request.configurationFile != nil)
    let used = clusterMemo.used.union(memo.used)
    try archive.keep(
      derived: clusterMemo.fresh.merging(memo.fresh) { $1 },
      forgetting: editions.isDraft ? [] : Set(before.keys).subtracting(used))
    return Site(composition: composition, draft: nil, isKept: true)
  }

  // MARK: Rights

  /// Where the rights are kept that editions were held to.
  private static let rightsKey = "rights"

  private static func rights(_ settings: SiteSettings) -> [UInt8] {
    let outlets = settings.rights.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value.rawValue)" }
    return Array((outlets + [settings.defaultRights.rawValue]).joined(separator: "\n").utf8)
  }

  /// Notes that editions are held to the rights of now.
  static func keepRights(_ settings: SiteSettings, in archive: Archive) throws {
    try archive.keep(rights(settings), under: rightsKey)
  }

  /// The articles that the editor hides, alone or with their story.
  private func hiddenArticles(_ memory: SiteMemory) -> Set<String> {
    var hidden: Set<String> = []
    for target in decisions.hidden {
      switch target.kind {
      case .article:
        let named = memory.entities.first { $0.kind == .article && $0.slug == target.name }
        hidden.insert(named?.id ?? target.name)
      case .story:
        for entity in memory.entities
        where entity.kind == .story && (entity.id == target.name || entity.slug == target.name) {
          hidden.formUnion(entity.members)
        }
      case .actor, .thread: continue
      }
    }
    return hidden
  }

  /// A memory with the pages that were printed; those that were not printed anew keep what they had.
  static func remembered(_ memory: SiteMemory, printed: [PrintedEdition]) -> SiteMemory {
    var memory = memory
    for edition in printed {
      guard let index = memory.editions.firstIndex(where: { $0.day == edition.day }) else { continue }
      memory.editions[index].markdown = edition.markdown
      memory.editions[index].data = edition.data
      memory.editions[index].summary = edition.summary
      memory.editions[index].passages = edition.passages
    }
    return memory
  }
}

/// The site shows editions of which the archive knows nothing: with what it knows all would be taken down.
struct ApprovalsLost: Error, CustomStringConvertible {
  /// The newest edition that the site shows.
  var newest: CivilDay
  var description: String {
    "the site shows editions, and the archive knows of no edition and no approval: it is new, or of another site. Put a "
      + "backup in its place, or approve what waits as far as the site goes: daybrief approve \(newest)"
  }
}
