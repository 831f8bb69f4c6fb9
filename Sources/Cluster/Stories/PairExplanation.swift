package import NewsModel

/// Why two articles are of one story, or are not.
package struct PairExplanation: Sendable, Equatable {
  /// The ids of the two articles.
  package var articles: [String]
  /// The ids of their stories; equal where they are together.
  package var stories: [String]
  /// How alike the two are, 0 to 1, and what articles of one story have to be on average.
  package var likeness: Double
  package var threshold: Double
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
  /// Whether the time between forbids that they are of one story.
  package var isVetoed: Bool
  /// What both have, most telling first.
  package var shared: [Tie]
}

extension Clusterer {
  /// Why two of many articles are of one story or not; nil where an id is not among them.
  package func explanation(_ a: String, _ b: String, in sketches: [ArticleSketch]) -> PairExplanation? {
    ClusterBatch(sketches, languages: languages, aliases: aliases).explanation(a, b)
  }
}

extension ClusterBatch {
  /// Pairs that a mean is taken over at most, from each story.
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
    return PairExplanation(
      articles: [first, second], stories: [x, y].map { "s-\($0.map { sketches[$0].article }.min() ?? "")" },
      likeness: Double(likeness(a, b)), threshold: Double(StoryFinder.threshold(articles: evidence.distinct)),
      meanLikeness: mean(x, y), words: Double(words(a, b)),
      isAcrossLanguages: evidence.languages[a] != evidence.languages[b],
      facts: Double(evidence.facts.space.dot(p, q)), factShare: Double(evidence.factShare(p, q)),
      days: evidence.days[a].flatMap { day in evidence.days[b].map { abs($0 - day) } }, nearness: Double(near),
      isVetoed: near == 0, shared: finder.ties([a, b]))
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

  private func mean(_ x: [Int], _ y: [Int]) -> Double {
    var sum = 0.0
    var pairs = 0.0
    for a in x.prefix(ClusterBatch.mostMembers) {
      for b in y.prefix(ClusterBatch.mostMembers) where x != y || a < b {
        sum += Double(likeness(a, b))
        pairs += 1
      }
    }
    return pairs > 0 ? sum / pairs : 0
  }
}
