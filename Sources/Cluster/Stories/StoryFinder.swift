internal import NewsModel

/// Groups articles that report one event.
struct StoryFinder {
  /// Mean likeness of a story's articles. Samples of French titles, and of English articles cut to between 10 and
  /// 400 words, all had their best within 0.02 of it or lost less than two points there.
  static let threshold: Float = 0.23
  /// A batch of few articles tells little of what is rare: in one of n the threshold is raised by this many n-ths of
  /// it, up to a share. Fitted to batches of 2 to 300 articles on neighbouring events.
  static let smallBatch: Float = 2
  /// The share where both articles have a day, and `PressShares` knows what is common.
  static let mostRaised: Float = 0.12
  /// The share where one has none.
  static let mostRaisedUndated: Float = 1
  /// Below this a pair counts as not alike at all; keeps the graph sparse.
  static let leastEdge: Float = 0.05
  /// Index entries read for one article in words, and as many in facts.
  static let lookUps = 2000
  /// Where not all was read, so many of the nearest are compared in full.
  static let comparedInFull = 40
  /// Likes kept of an article with those before it: the nearest.
  static let mostLikes = 64

  let evidence: StoryEvidence
  /// How many threads compare.
  var jobs = 1
  private static let batch = 4096  // articles compared before their likes go into the graph

  /// The threshold for a batch of so many articles, for two of which days are known or not.
  static func threshold(articles: Int, areDated: Bool = true) -> Float {
    threshold * (1 + min(areDated ? mostRaised : mostRaisedUndated, smallBatch / Float(max(1, articles))))
  }

  /// The stories, each a sorted list of articles by their place; `lengths` are their numbers of terms.
  func stories(lengths: [Int]) -> [[Int]] {
    let graph = likes(lengths: lengths)
    var copies = Array(repeating: [Int](), count: evidence.copyOf.count)
    for (item, first) in evidence.copyOf.enumerated() where item != first { copies[first].append(item) }
    return OutlierCheck.checked(joined(graph), graph, threshold: threshold).compactMap { group in
      let firsts = group.filter { evidence.copyOf[$0] == $0 }
      return firsts.isEmpty ? nil : (firsts + firsts.flatMap { copies[$0] }).sorted()
    }
  }

  /// What articles of this batch have to be alike on average.
  var threshold: Float { StoryFinder.threshold(articles: evidence.distinct) }

  /// The groups of who is alike, before any is looked at again. Copies stand alone in them.
  func joined(_ graph: SimilarityGraph) -> [[Int]] {
    var sizes = [Int](repeating: 1, count: evidence.copyOf.count)
    for (item, first) in evidence.copyOf.enumerated() where item != first { sizes[first] += 1 }
    return AverageLinkage.groups(graph, sizes: sizes, threshold: threshold)
  }

  /// Who is like whom, short articles expanded by their nearest: what stories are joined by.
  func likes(lengths: [Int]) -> SimilarityGraph {
    NeighbourExpansion.expanded(graph(), lengths: lengths, least: StoryFinder.leastEdge)
  }

  private struct Like {
    var item: Int32
    var value: Float
  }

  private func graph() -> SimilarityGraph {
    let count = evidence.days.count
    var graph = SimilarityGraph(items: count)
    let windows = windows()
    let scans = (0..<max(1, jobs)).map { _ in Scans(evidence) }
    // Likes are few in a graph and many in a list: those of a batch are held at a time.
    for start in stride(from: 0, to: count, by: StoryFinder.batch) {
      let items = start..<min(count, start + StoryFinder.batch)
      let found = Workers.map(items.count, on: scans) { at, scans in
        likes(of: start + at, windows[start + at], scans)
      }
      for (item, likes) in zip(items, found) {
        for like in likes { graph.add(item, Int(like.item), like.value) }
      }
    }
    return graph
  }

  /// What a thread compares with.
  private final class Scans {
    let words: ProductScan
    let facts: ProductScan
    let bridge: ProductScan?

    init(_ evidence: StoryEvidence) {
      words = ProductScan(evidence.words.space)
      facts = ProductScan(evidence.facts.space)
      bridge = evidence.bridge.map { ProductScan($0.space) }
    }
  }

  /// For each article the articles whose day is near its own.
  private func windows() -> [Range<Int32>] {
    let count = evidence.days.count
    var (low, high) = (evidence.undated, evidence.undated)
    return (0..<count).map { item in
      if let day = evidence.days[item] {
        while let other = evidence.days[low], other < day - StoryEvidence.mostDays { low += 1 }
        while high < count, let other = evidence.days[high], other <= day + StoryEvidence.mostDays { high += 1 }
      }
      return Int32(low)..<Int32(high)
    }
  }

  /// What an article is like, among those before it; across languages, among all of languages less rare.
  private func likes(of item: Int, _ window: Range<Int32>, _ scans: Scans) -> [Like] {
    let language = evidence.languages[item]
    let isDated = item >= evidence.undated
    var all: [Like] = []
    let first = 0..<Int32(min(evidence.undated, item))
    let second = isDated ? window.lowerBound..<Int32(item) : Int32(item)..<Int32(item)
    compare(item, evidence.words, scans.words, scans.facts, first, second, into: &all) { $0 == language }
    // Pairs of two languages are met from the article in the rarer one.
    if language > 0, let vectors = evidence.bridge, let bridge = scans.bridge {
      var likes: [Like] = []
      let undated = 0..<Int32(evidence.undated)
      let near = isDated ? window : Int32(evidence.undated)..<Int32(evidence.days.count)
      compare(item, vectors, bridge, scans.facts, undated, near, into: &likes) { $0 < language }
      all += likes
    }
    return all
  }

  /// Finds an article's likes among those of two ranges and of some languages.
  private func compare(
    _ item: Int, _ vectors: BatchVectors, _ words: ProductScan, _ facts: ProductScan, _ first: Range<Int32>,
    _ second: Range<Int32>, into likes: inout [Like], speaks: (Int) -> Bool
  ) {
    likes.removeAll(keepingCapacity: true)
    let isWhole = words.run(item, first: first, second: second, lookUps: StoryFinder.lookUps)
    let isWholeInFacts = facts.run(item, first: first, second: second, lookUps: StoryFinder.lookUps)
    // What was not read in full is looked at again if it may come near.
    let least = isWhole && isWholeInFacts ? StoryFinder.leastEdge : StoryFinder.leastEdge / 2
    func consider(_ other: Int) {
      let (w, f) = (words.sum(other), facts.sum(other))
      // Neither says enough alone, nor both together.
      if w < least, f < StoryEvidence.leastFacts { return }
      let value = evidence.combined(item, other, words: w, facts: f)
      if value >= least { likes.append(Like(item: Int32(other), value: value)) }
    }
    for other in words.met where speaks(evidence.languages[Int(other)]) { consider(Int(other)) }
    for other in facts.met where words.sum(Int(other)) == 0 && speaks(evidence.languages[Int(other)]) {
      consider(Int(other))
    }
    if !(isWhole && isWholeInFacts) {
      StoryFinder.cut(&likes, to: StoryFinder.comparedInFull)
      for at in likes.indices {
        let other = Int(likes[at].item)
        likes[at].value = evidence.combined(
          item, other, words: isWhole ? words.sum(other) : vectors.space.dot(item, other),
          facts: isWholeInFacts ? facts.sum(other) : evidence.facts.space.dot(item, other))
      }
      likes.removeAll { $0.value < StoryFinder.leastEdge }
    }
    likes.removeAll { $0.value >= StoryEvidence.leastVetoed && evidence.isElsewhere(item, Int($0.item)) }
    StoryFinder.cut(&likes, to: StoryFinder.mostLikes)
    words.clear()
    facts.clear()
  }

  /// Keeps the nearest.
  private static func cut(_ likes: inout [Like], to most: Int) {
    guard likes.count > most else { return }
    likes.sort { $0.value != $1.value ? $0.value > $1.value : $0.item < $1.item }
    likes.removeSubrange(most...)
  }
}
