#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Groups articles that report one event.
struct StoryFinder {
  /// Mean likeness of a story's articles. Samples of French titles, and of English articles cut to between 10 and
  /// 400 words, all had their best within 0.02 of it or lost less than two points there.
  static let threshold: Float = 0.24
  /// A batch of few articles tells little of what is rare: in one of n the threshold is raised by this many n-ths.
  /// Fitted to batches of 4 to 300 articles on neighbouring events.
  static let smallBatch: Float = 2
  /// Below this a pair counts as not alike at all; keeps the graph sparse.
  static let leastEdge: Float = 0.05
  /// Reports of one event come within a day or two of each other; from here on each day makes one less likely.
  static let freeDays = 2
  /// Days after which likeness counts e times less.
  static let decayDays: Float = 12
  /// How much of two articles' likeness shows across languages, where only names, numbers and roots are left.
  static let bridgeScale: Float = 0.8

  /// The stories of sketches, each a sorted list of their indices.
  static func stories(_ sketches: [ArticleSketch], _ vectors: [TermVector], _ bridges: [TermVector], terms: Int)
    -> [[Int]]
  {
    var graph = SimilarityGraph(vectors, terms: terms, least: leastEdge) { a, b, product in
      sketches[a].language == sketches[b].language ? product * nearness(sketches[a].day, sketches[b].day) : 0
    }
    let threshold = threshold * (1 + smallBatch / Float(max(1, sketches.count)))
    guard Set(sketches.map(\.language)).count > 1 else { return AverageLinkage.groups(graph, threshold: threshold) }
    let across = SimilarityGraph(bridges, terms: terms, least: leastEdge) { a, b, product in
      sketches[a].language != sketches[b].language
        ? product * bridgeScale * nearness(sketches[a].day, sketches[b].day) : 0
    }
    for (a, likes) in across.neighbours.enumerated() {
      for (b, value) in likes where Int(b) > a { graph.add(a, Int(b), value) }
    }
    return AverageLinkage.groups(graph, threshold: threshold)
  }

  /// 1 for articles of the same days or without a trusted one, less the further they are apart.
  static func nearness(_ a: Int?, _ b: Int?) -> Float {
    guard let a, let b else { return 1 }
    let gap = abs(a - b) - freeDays
    return gap <= 0 ? 1 : exp(-Float(gap) / decayDays)
  }
}
