#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Groups articles that report one event.
struct StoryFinder {
  /// Mean likeness of a story's articles. Samples of French titles, and of English articles cut to between 10 and
  /// 400 words, all had their best within 0.02 of it or lost less than two points there.
  static let threshold: Float = 0.23
  /// A batch of few articles tells little of what is rare: in one of n the threshold is raised by this many n-ths.
  /// Fitted to batches of 4 to 300 articles on neighbouring events.
  static let smallBatch: Float = 2
  /// Below this a pair counts as not alike at all; keeps the graph sparse.
  static let leastEdge: Float = 0.05
  /// Reports of one event come on its day and the next; from here on each day makes one less likely.
  static let freeDays = 1
  /// Days after which likeness counts e times less.
  static let decayDays: Float = 10
  /// The stories of sketches, each a sorted list of their indices.
  static func stories(
    _ sketches: [ArticleSketch], _ vectors: [TermVector], _ bridges: [TermVector], facts: FactEvidence, terms: Int
  ) -> [[Int]] {
    var words = SimilarityGraph(vectors, terms: terms, least: leastEdge) { a, b, product in
      sketches[a].language == sketches[b].language ? product : 0
    }
    if Set(sketches.map(\.language)).count > 1 {
      words.add(
        SimilarityGraph(bridges, terms: terms, least: leastEdge) { a, b, product in
          sketches[a].language != sketches[b].language ? product : 0
        })
    }
    var graph = SimilarityGraph(items: sketches.count)
    for a in sketches.indices {
      for other in Set(words.neighbours[a].keys).union(facts.likeness.neighbours[a].keys) where Int(other) > a {
        let b = Int(other)
        let value = facts.combined(a, b, words: words.neighbours[a][other] ?? 0)
        let near = value * nearness(sketches[a].day, sketches[b].day)
        if near >= leastEdge { graph.add(a, b, near) }
      }
    }
    return AverageLinkage.groups(graph, threshold: threshold * (1 + smallBatch / Float(max(1, sketches.count))))
  }

  /// 1 for articles of the same days or without a trusted one, less the further they are apart.
  static func nearness(_ a: Int?, _ b: Int?) -> Float {
    guard let a, let b else { return 1 }
    let gap = abs(a - b) - freeDays
    return gap <= 0 ? 1 : exp(-Float(gap) / decayDays)
  }
}
