internal import NewsModel
internal import Prose

/// Sets the drafts of all stories among each other: rank, addresses, neighbours.
struct StoryReports {
  /// Stories shown as related.
  static let mostRelated = 5
  /// Actors that stories of different threads have to share, so that a capital in both ties none.
  static let fewestShared = 3

  let drafts: [StoryDraft]
  /// The stories that had pages before.
  let known: [KnownEntity]
  private let watch: WatchList
  private let storiesOfThread: [String: [Int]]
  /// Whether articles of more than one day are among them, so that "new" tells stories apart.
  private let isSeveralDays: Bool

  /// The reports of some drafts.
  init(drafts: [StoryDraft], known: [KnownEntity], watch: [String] = []) {
    self.drafts = drafts
    self.watch = WatchList(watch)
    let days = drafts.flatMap(\.days)
    isSeveralDays = days.min() != days.max()
    self.known = known
    storiesOfThread = Dictionary(grouping: drafts.indices) { drafts[$0].scope.story.thread }
  }

  /// The reports of stories in order of importance.
  func reports() -> [StoryReport] {
    let newest = drafts.flatMap(\.days).max()
    let slugs = slugs()
    let storiesOf = storiesByActor()
    return drafts.indices.map { report($0, newest: newest, slug: slugs[$0], storiesOf) }.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      if a.lastSeen != b.lastSeen, let x = a.lastSeen { return b.lastSeen.map { x > $0 } ?? true }
      if a.lastSeen != b.lastSeen { return false }
      return a.id < b.id
    }
  }

  private func report(
    _ index: Int, newest: CivilDay?, slug: String, _ storiesOf: [Int: [Int]]
  ) -> StoryReport {
    let draft = drafts[index]
    let scope = draft.scope
    let age = newest.flatMap { newest in draft.days.max().map { newest.number - $0.number } }
    let watched = watch.matches(scope, actors: draft.actors)
    let (score, reasons) = StoryRank.score(
      origins: scope.origins.count, outlets: draft.outlets, articles: scope.witnesses.count,
      actors: draft.actors.count, differences: draft.differences.count, age: age,
      isNew: isSeveralDays && newest != nil && draft.days.min() == newest, watched: watched)
    var report = StoryReport(
      id: scope.story.id, slug: slug, title: draft.title, titleArticle: draft.titleArticle,
      articles: scope.witnesses.map(\.id), outlets: draft.outlets, unknownOutlets: draft.unknownOutlets,
      origins: scope.origins, keyPoints: draft.keyPoints, quotes: draft.quotes, differences: draft.differences,
      timeline: draft.timeline, actors: draft.actors.map { scope.identities[$0].id }, thread: scope.story.thread,
      related: related(to: index, storiesOf), why: scope.story.why, firstSeen: draft.days.min(),
      lastSeen: draft.days.max(), score: score, reasons: reasons)
    report.watched = watched
    return report
  }

  /// Slugs by age, so that a newcomer of the same title takes the longer one and the older address stays.
  private func slugs() -> [String] {
    var slugs = Slugs(known: known)
    var found = [String](repeating: "", count: drafts.count)
    let order = drafts.indices.sorted { a, b in
      switch (drafts[a].days.min(), drafts[b].days.min()) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: drafts[a].scope.story.id < drafts[b].scope.story.id
      }
    }
    for index in order { found[index] = slugs.slug(of: drafts[index].title, id: drafts[index].scope.story.id) }
    return found
  }

  private func storiesByActor() -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      for actor in draft.actors { found[actor, default: []].append(index) }
    }
    return found
  }

  /// Stories of the same thread first, then those that share most actors, rare ones counting more.
  private func related(to index: Int, _ storiesOf: [Int: [Int]]) -> [String] {
    var weight: [Int: Double] = [:]
    var count: [Int: Int] = [:]
    for actor in drafts[index].actors {
      let stories = storiesOf[actor] ?? []
      for other in stories where other != index {
        weight[other, default: 0] += 1 / Double(stories.count)
        count[other, default: 0] += 1
      }
    }
    let thread = drafts[index].scope.story.thread
    func isKin(_ other: Int) -> Bool { drafts[other].scope.story.thread == thread }
    for other in storiesOfThread[thread] ?? [] where other != index && weight[other] == nil { weight[other] = 0 }
    return weight.keys.filter { isKin($0) || count[$0] ?? 0 >= StoryReports.fewestShared }.sorted { a, b in
      if isKin(a) != isKin(b) { return isKin(a) }
      if weight[a] != weight[b] { return (weight[a] ?? 0) > (weight[b] ?? 0) }
      return drafts[a].scope.story.id < drafts[b].scope.story.id
    }.prefix(StoryReports.mostRelated).map { drafts[$0].scope.story.id }
  }
}
