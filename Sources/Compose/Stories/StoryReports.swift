internal import NewsModel

/// Sets all stories among each other: rank, addresses, neighbours.
struct StoryReports {
  /// Stories shown as related.
  static let mostRelated = 5
  /// Actors that stories of different threads have to share, so that a capital in both ties none.
  static let fewestShared = 3

  let stories: [PlacedStory]
  /// The stories that had pages before.
  let known: [KnownEntity]
  private let storiesOfThread: [String: [Int]]
  /// Whether articles of more than one day are among them, so that "new" tells stories apart.
  private let isSeveralDays: Bool

  /// The reports of some stories.
  init(stories: [PlacedStory], known: [KnownEntity]) {
    self.stories = stories
    let days = stories.flatMap(\.days)
    isSeveralDays = days.min() != days.max()
    self.known = known
    storiesOfThread = Dictionary(grouping: stories.indices) { stories[$0].story.thread }
  }

  /// The reports of stories in order of importance.
  ///
  /// - Parameter jobs: how many threads work.
  func reports(jobs: Int) -> [StoryReport] {
    let newest = stories.flatMap(\.days).max()
    let slugs = slugs()
    let storiesOf = storiesByActor()
    let benches = (0..<max(1, jobs)).map { _ in Neighbours(stories.count) }
    let reports = Workers.map(stories.count, on: benches) { index, neighbours in
      report(index, newest: newest, slug: slugs[index], related: related(to: index, storiesOf, neighbours))
    }
    return reports.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      if a.lastSeen != b.lastSeen, let x = a.lastSeen { return b.lastSeen.map { x > $0 } ?? true }
      if a.lastSeen != b.lastSeen { return false }
      return a.id < b.id
    }
  }

  private func report(
    _ index: Int, newest: CivilDay?, slug: String, related: [String]
  ) -> StoryReport {
    let placed = stories[index]
    let part = placed.part
    let age = newest.flatMap { newest in placed.days.max().map { newest.number - $0.number } }
    let (score, reasons) = StoryRank.score(
      origins: part.origins.count, outlets: part.outlets, articles: part.sources.count,
      actors: part.actors.count, differences: part.differences.count, age: age,
      isNew: isSeveralDays && newest != nil && placed.days.min() == newest, watched: part.watched)
    return StoryReport(
      id: placed.story.id, slug: slug, title: part.title, titleArticle: part.titleArticle,
      articles: part.sources.map(\.id), outlets: part.outlets, unknownOutlets: part.unknownOutlets,
      origins: part.origins, keyPoints: part.keyPoints, quotes: part.quotes, differences: part.differences,
      timeline: part.timeline, actors: part.actors.map(\.actor), thread: placed.story.thread,
      related: related, why: placed.story.why, firstSeen: placed.days.min(),
      lastSeen: placed.days.max(), score: score, reasons: reasons, watched: part.watched,
      joined: placed.story.joined)
  }

  /// Slugs by age, so that a newcomer of the same title takes the longer one and the older address stays.
  private func slugs() -> [String] {
    var slugs = Slugs(known: known)
    var found = [String](repeating: "", count: stories.count)
    let first = stories.map { $0.days.min() }
    let order = stories.indices.sorted { a, b in
      switch (first[a], first[b]) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: stories[a].story.id < stories[b].story.id
      }
    }
    for index in order { found[index] = slugs.slug(of: stories[index].part.title, id: stories[index].story.id) }
    return found
  }

  /// For each actor, by the index of the identity, the stories that name it.
  private func storiesByActor() -> [[Int]] {
    let most = stories.lazy.compactMap { $0.actors.max() }.max() ?? -1
    var found = [[Int]](repeating: [], count: most + 1)
    for (index, story) in stories.enumerated() { for actor in story.actors { found[actor].append(index) } }
    return found
  }

  /// Stories of the same thread first, then those that share most actors, rare ones counting more.
  private func related(to index: Int, _ storiesOf: [[Int]], _ found: Neighbours) -> [String] {
    for actor in stories[index].actors { found.add(storiesOf[actor], besides: index) }
    for other in storiesOfThread[stories[index].story.thread] ?? [] where other != index { found.addKin(other) }
    let near = found.nearest(StoryReports.mostRelated) { stories[$0].story.id < stories[$1].story.id }
    found.clear()
    return near.map { stories[$0].story.id }
  }

  /// What one story shares with others: an array by place, of which only what was touched is cleared. Not for use by
  /// several threads at once.
  private final class Neighbours {
    private struct Tie {
      var weight = 0.0
      var actors: Int32 = 0
      var isKin = false
      var isFound = false
    }
    private var all: [Int] = []
    private let ties: UnsafeMutableBufferPointer<Tie>

    init(_ count: Int) {
      ties = .allocate(capacity: count)
      ties.initialize(repeating: Tie())
    }

    deinit { ties.deallocate() }

    /// Adds an actor's stories; the fewer there are, the more they have in common.
    func add(_ sharing: [Int], besides index: Int) {
      let weight = 1 / Double(sharing.count)
      for other in sharing where other != index {
        meet(other)
        ties[other].weight += weight
        ties[other].actors += 1
      }
    }

    /// Adds a story of the same thread.
    func addKin(_ other: Int) {
      meet(other)
      ties[other].isKin = true
    }

    @inline(__always)
    private func meet(_ other: Int) {
      guard !ties[other].isFound else { return }
      ties[other].isFound = true
      all.append(other)
    }

    /// The stories that have most in common with it; of equals the first by an order.
    func nearest(_ count: Int, isBefore: (Int, Int) -> Bool) -> [Int] {
      all.lazy.filter { self.ties[$0].isKin || self.ties[$0].actors >= StoryReports.fewestShared }.least(count) {
        a, b in
        let (x, y) = (ties[a], ties[b])
        if x.isKin != y.isKin { return x.isKin }
        return x.weight != y.weight ? x.weight > y.weight : isBefore(a, b)
      }
    }

    func clear() {
      for other in all { ties[other] = Tie() }
      all.removeAll(keepingCapacity: true)
    }
  }
}
