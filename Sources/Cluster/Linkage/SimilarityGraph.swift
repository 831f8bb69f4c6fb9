/// Which items of a list are alike and how much, found through an inverted index rather than by comparing all pairs.
struct SimilarityGraph {
  /// Index look-ups spent on one item: its rarest terms come first, and what is too common to reach tells little.
  /// Up to a few hundred items nothing is cut; beyond, the work for each item stays the same.
  static let lookUps = 24_000

  /// For each item, its likes.
  private(set) var neighbours: [[Int32: Float]]

  /// The likes of vectors whose products pass `least`, each product passed through `adjust(a, b, product)`.
  init(_ vectors: [TermVector], terms: Int, least: Float, adjust: (Int, Int, Float) -> Float) {
    neighbours = Array(repeating: [:], count: vectors.count)
    let index = InvertedIndex(vectors, terms: terms)
    var sums = [Float](repeating: 0, count: vectors.count)
    var touched: [Int32] = []
    for (item, vector) in vectors.enumerated() {
      index.products(of: vector, before: item, lookUps: SimilarityGraph.lookUps, into: &sums, &touched)
      touched.sort()
      for other in touched {
        let value = adjust(Int(other), item, sums[Int(other)])
        if value >= least { add(Int(other), item, value) }
        sums[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Likes given one by one.
  init(items: Int) { neighbours = Array(repeating: [:], count: items) }

  /// Adds all likes of another graph over the same items, replacing those of pairs that both have.
  mutating func add(_ other: SimilarityGraph) {
    for item in neighbours.indices { neighbours[item].merge(other.neighbours[item]) { _, new in new } }
  }

  /// Adds or replaces the likeness of two items.
  mutating func add(_ a: Int, _ b: Int, _ value: Float) {
    neighbours[a][Int32(b)] = value
    neighbours[b][Int32(a)] = value
  }
}

/// For each term, which vectors have it and with what weight.
private struct InvertedIndex {
  private var starts: [Int32]
  private var items: [Int32]
  private var weights: [Float]

  init(_ vectors: [TermVector], terms: Int) {
    starts = [Int32](repeating: 0, count: terms + 1)
    for vector in vectors { for id in vector.ids { starts[Int(id) + 1] += 1 } }
    for term in 0..<terms { starts[term + 1] += starts[term] }
    items = [Int32](repeating: 0, count: Int(starts[terms]))
    weights = [Float](repeating: 0, count: items.count)
    var next = starts
    for (item, vector) in vectors.enumerated() {
      for (id, weight) in zip(vector.ids, vector.weights) {
        let at = Int(next[Int(id)])
        items[at] = Int32(item)
        weights[at] = weight
        next[Int(id)] += 1
      }
    }
  }

  /// Adds the products of a vector with those of lesser number, rarest terms first.
  func products(
    of vector: TermVector, before limit: Int, lookUps: Int, into sums: inout [Float], _ touched: inout [Int32]
  ) {
    let order = vector.ids.indices.sorted {
      let (a, b) = (length(vector.ids[$0]), length(vector.ids[$1]))
      return a != b ? a < b : vector.ids[$0] < vector.ids[$1]
    }
    var left = lookUps
    for place in order {
      let id = vector.ids[place]
      left -= length(id)
      if left < 0 { break }
      let weight = vector.weights[place]
      for at in Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) {
        let item = items[at]
        if Int(item) >= limit { break }
        if sums[Int(item)] == 0 { touched.append(item) }
        sums[Int(item)] += weight * weights[at]
      }
    }
  }

  private func length(_ id: Int32) -> Int { Int(starts[Int(id) + 1] - starts[Int(id)]) }
}
