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

  private func storiesByActor() -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (index, story) in stories.enumerated() {
      for actor in story.actors { found[actor, default: []].append(index) }
    }
    return found
  }

  /// Stories of the same thread first, then those that share most actors, rare ones counting more.
  private func related(to index: Int, _ storiesOf: [Int: [Int]], _ found: Neighbours) -> [String] {
    for actor in stories[index].actors {
      let sharing = storiesOf[actor] ?? []
      let weight = 1 / Double(sharing.count)
      for other in sharing where other != index { found.add(other, weight: weight, actors: 1) }
    }
    for other in storiesOfThread[stories[index].story.thread] ?? [] where other != index {
      found.add(other, weight: 0, actors: 0)
      found.isKin[other] = true
    }
    let near = found.all.filter { found.isKin[$0] || found.actors[$0] >= StoryReports.fewestShared }.sorted { a, b in
      if found.isKin[a] != found.isKin[b] { return found.isKin[a] }
      if found.weight[a] != found.weight[b] { return found.weight[a] > found.weight[b] }
      return stories[a].story.id < stories[b].story.id
    }
    found.clear()
    return near.prefix(StoryReports.mostRelated).map { stories[$0].story.id }
  }

  /// What one story shares with others: arrays by place, of which only what was touched is cleared. Not for use by
  /// several threads at once.
  private final class Neighbours {
    var all: [Int] = []
    var weight: [Double]
    var actors: [Int]
    var isKin: [Bool]
    private var isFound: [Bool]

    init(_ count: Int) {
      weight = [Double](repeating: 0, count: count)
      actors = [Int](repeating: 0, count: count)
      isKin = [Bool](repeating: false, count: count)
      isFound = isKin
    }

    func add(_ other: Int, weight more: Double, actors count: Int) {
      if !isFound[other] {
        isFound[other] = true
        all.append(other)
      }
      weight[other] += more
      actors[other] += count
    }

    func clear() {
      for other in all {
        weight[other] = 0
        actors[other] = 0
        isKin[other] = false
        isFound[other] = false
      }
      all.removeAll(keepingCapacity: true)
    }
  }
}
