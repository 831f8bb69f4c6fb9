#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Groups stories on one subject, whatever lies between them in time.
struct ThreadFinder {
  /// Mean likeness of two large groups of a thread, for texts of `usualTerms` terms; two single articles need it in
  /// full too, see `sizeBonus`. Fitted to whole articles and their first 200 characters, 6 to 200 on 3 to 10 subjects.
  static let threshold: Float = 0.08
  /// Wide subjects have a low mean; chance likeness of two single articles is as high. See `AverageLinkage`.
  static let sizeBonus: Float = 1
  /// As for stories.
  static let smallBatch: Float = 1
  /// A text's number of terms for which the threshold holds as it is.
  static let usualTerms: Float = 30
  /// Longer texts on unrelated subjects share more by chance; their likeness is held to grow by this power.
  static let lengthPower: Float = 0.4
  /// Below this a pair counts as not alike at all.
  static let leastEdge: Float = 0.008
  /// As for stories.
  static let bridgeScale: Float = 0.8

  /// The threads of stories, each a sorted list of their indices.
  static func threads(
    _ stories: [[Int]], sketches: [ArticleSketch], _ vectors: [TermVector], _ bridges: [TermVector], terms: Int
  ) -> [[Int]] {
    let centroids = stories.map { centroid($0.map { levelled(vectors[$0], terms: sketches[$0].terms.count) }) }
    var graph = SimilarityGraph(centroids, terms: terms, least: leastEdge) { _, _, product in product }
    if Set(sketches.map(\.language)).count > 1 {
      let crossing = stories.map { centroid($0.map { levelled(bridges[$0], terms: sketches[$0].bridge.count) }) }
      let across = SimilarityGraph(crossing, terms: terms, least: leastEdge) { a, b, product in
        sketches[stories[a][0]].language != sketches[stories[b][0]].language ? product * bridgeScale : 0
      }
      for (a, likes) in across.neighbours.enumerated() {
        for (b, value) in likes where Int(b) > a { graph.add(a, Int(b), max(value, graph.neighbours[a][b] ?? 0)) }
      }
    }
    return AverageLinkage.groups(
      graph, sizes: stories.map(\.count), threshold: threshold * (1 + smallBatch / Float(max(1, sketches.count))),
      sizeBonus: sizeBonus)
  }

  /// A vector scaled down for a long text.
  private static func levelled(_ vector: TermVector, terms: Int) -> TermVector {
    let scale = pow(Float(max(terms, 1)) / usualTerms, -lengthPower / 2)
    return TermVector(ids: vector.ids, weights: vector.weights.map { $0 * scale })
  }

  /// The mean of some vectors; products of means are means of products.
  private static func centroid(_ vectors: [TermVector]) -> TermVector {
    if vectors.count == 1 { return vectors[0] }
    var sums: [Int32: Float] = [:]
    for vector in vectors {
      for (id, weight) in zip(vector.ids, vector.weights) { sums[id, default: 0] += weight / Float(vectors.count) }
    }
    let ids = sums.keys.sorted()
    return TermVector(ids: ids, weights: ids.map { sums[$0] ?? 0 })
  }
}
