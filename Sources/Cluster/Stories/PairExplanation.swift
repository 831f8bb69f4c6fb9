package import NewsModel

/// Why two articles are of one story, or are not.
package struct PairExplanation: Sendable, Equatable {
  /// What forbids that two articles are of one story, whatever they share.
  package enum Veto: Sendable, Equatable {
    /// Too many days lie between them.
    case when
    /// Both say who and where, and have nobody and no place in common.
    case whoAndWhere
  }
  /// The ids of the two articles.
  package var articles: [String]
  /// The ids of their stories; equal where they are together.
  package var stories: [String]
  /// How alike the two are, 0 to 1, as it was counted when stories were joined, and what articles of one story have to
  /// be on average.
  package var likeness: Double
  package var threshold: Double
  /// How alike they are by what they say themselves; short articles are joined by what their nearest say too.
  package var ownLikeness: Double
  /// The mean over all pairs of the two stories, or of the one.
  package var meanLikeness: Double
  /// Likeness by words, and whether these are only those that survive translation.
  package var words: Double
  package var isAcrossLanguages: Bool
  /// Likeness by who, how much and when, and how much of the whole it counts for, 0 to 1.
  package var facts: Double
  package var factShare: Double
  /// Days between their trusted dates; nil where one has none.
  package var days: Int?
  /// What likeness is multiplied by for the time between.
  package var nearness: Double
  /// What forbids that they are of one story, if anything does.
  package var veto: Veto?
  /// Whether one of the two came into the other's story by the company of others, and was let go again.
  package var isLetGo: Bool
  /// What both have, most telling first.
  package var shared: [Tie]
  /// The threads of their stories, and why; nil where they are of one story.
  package var subjects: Subjects?

  /// Why two stories are of one thread, or are not.
  package struct Subjects: Sendable, Equatable {
    /// The ids of the two threads; equal where the stories are together.
    package var threads: [String]
    /// How many stories each thread has.
    package var sizes: [Int]
    /// How alike the two stories are as subjects, as it was counted, and what two single stories have to be.
    package var likeness: Double
    package var threshold: Double
    /// The mean over all pairs of stories of the two threads, or of the one.
    package var meanLikeness: Double
  }
}

extension Clusterer {
  /// Why two of many articles are of one story or not; nil where an id is not among them.
  package func explanation(_ a: String, _ b: String, in sketches: [ArticleSketch]) -> PairExplanation? {
    ClusterBatch(sketches, languages: languages, aliases: aliases).explanation(a, b)
  }
}

extension ClusterBatch {
  /// Members that a mean is taken over at most, from each group.
  private static let mostMembers = 60

  /// Why two articles are of one story or not; nil where an id is not among them.
  func explanation(_ first: String, _ second: String) -> PairExplanation? {
    guard let a = sketches.firstIndex(where: { $0.article == first }),
      let b = sketches.firstIndex(where: { $0.article == second }), a != b,
      let x = groups.first(where: { $0.contains(a) }), let y = groups.first(where: { $0.contains(b) })
    else { return nil }
    var merger = merger
    let (p, q) = (evidence.copyOf[a], evidence.copyOf[b])
    let finder = tieFinder(merger.named(), merger.batch)
    let near = evidence.nearness(a, b)
    let own = Double(likeness(a, b))
    let stories = StoryFinder(evidence: evidence)
    let graph = stories.likes(lengths: lengths)
    let joined = stories.joined(graph)
    let isFar = own >= Double(StoryEvidence.leastVetoed) && evidence.isElsewhere(p, q)
    return PairExplanation(
      articles: [first, second], stories: [x, y].map { "s-\($0.map { sketches[$0].article }.min() ?? "")" },
      likeness: ClusterBatch.likeness(p, q, graph), threshold: Double(stories.threshold), ownLikeness: own,
      meanLikeness: mean(x, y, graph), words: Double(words(a, b)),
      isAcrossLanguages: evidence.languages[a] != evidence.languages[b],
      facts: Double(evidence.facts.space.dot(p, q)), factShare: Double(evidence.factShare(p, q)),
      days: evidence.days[a].flatMap { day in evidence.days[b].map { abs($0 - day) } }, nearness: Double(near),
      veto: near == 0 ? .when : isFar ? .whoAndWhere : nil,
      isLetGo: x != y && joined.contains { $0.contains(p) && $0.contains(q) }, shared: finder.ties([a, b]),
      subjects: x == y ? nil : subjects(x, y))
  }

  /// The threads of two stories.
  private func subjects(_ x: [Int], _ y: [Int]) -> PairExplanation.Subjects? {
    let finder = threadFinder
    let graph = finder.graph()
    let threads = finder.threads(in: graph)
    guard let first = groups.firstIndex(of: x), let second = groups.firstIndex(of: y),
      let p = threads.first(where: { $0.contains(first) }), let q = threads.first(where: { $0.contains(second) })
    else { return nil }
    let ids = [p, q].map { thread in
      ClusterBatch.threadID(thread.map { "s-\(groups[$0].map { sketches[$0].article }.min() ?? "")" }.min() ?? "")
    }
    return PairExplanation.Subjects(
      threads: ids, sizes: [p.count, q.count], likeness: ClusterBatch.likeness(first, second, graph),
      threshold: Double(finder.threshold), meanLikeness: mean(of: p, q) { ClusterBatch.likeness($0, $1, graph) })
  }

  private func words(_ first: Int, _ second: Int) -> Float {
    let (a, b) = (evidence.copyOf[first], evidence.copyOf[second])
    if evidence.languages[a] == evidence.languages[b] { return evidence.words.space.dot(a, b) }
    return evidence.bridge?.space.dot(a, b) ?? 0
  }

  private func likeness(_ first: Int, _ second: Int) -> Float {
    let (a, b) = (evidence.copyOf[first], evidence.copyOf[second])
    return evidence.combined(a, b, words: words(a, b), facts: evidence.facts.space.dot(a, b))
  }

  /// How alike two articles are once short ones are expanded; copies of one text wholly.
  private static func likeness(_ a: Int, _ b: Int, _ graph: SimilarityGraph) -> Double {
    a == b ? 1 : Double(graph.links[a].first { Int($0.item) == b }?.value ?? 0)
  }

  private func mean(_ x: [Int], _ y: [Int], _ graph: SimilarityGraph) -> Double {
    mean(of: x, y) { ClusterBatch.likeness(evidence.copyOf[$0], evidence.copyOf[$1], graph) }
  }

  /// The mean over the pairs of two groups, or of one.
  private func mean(of x: [Int], _ y: [Int], _ likeness: (Int, Int) -> Double) -> Double {
    var sum = 0.0
    var pairs = 0.0
    for a in x.prefix(ClusterBatch.mostMembers) {
      for b in y.prefix(ClusterBatch.mostMembers) where x != y || a < b {
        sum += likeness(a, b)
        pairs += 1
      }
    }
    return pairs > 0 ? sum / pairs : 0
  }
}
