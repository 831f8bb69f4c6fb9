/// Joins items whose likeness, averaged over all pairs of two groups, stays above a threshold.
///
/// Average linkage asks that a group as a whole be alike, so it does not chain from subject to subject as single
/// linkage does. Groups are found by the nearest-neighbour chain (Murtagh 1983), exact for average linkage because
/// joining two groups never brings them nearer to a third than the nearer of them was. A pair without an edge counts
/// as 0. Ties go to the lower number, so the result depends on the items alone.
struct AverageLinkage {
  private var sums: [[Int32: Float]]
  private var sizes: [Float]
  private var members: [[Int]]
  private let threshold: Float

  /// The groups of a graph's items at a threshold: each sorted, in the order of their least items.
  ///
  /// - Parameter sizes: how many articles each item stands for; edges are averages over their pairs.
  static func groups(_ graph: SimilarityGraph, sizes: [Int]? = nil, threshold: Float) -> [[Int]] {
    var linkage = AverageLinkage(graph, sizes: sizes, threshold: threshold)
    linkage.run()
    return linkage.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private init(_ graph: SimilarityGraph, sizes: [Int]?, threshold: Float) {
    sums = graph.neighbours
    self.threshold = threshold
    members = sums.indices.map { [$0] }
    self.sizes = sizes.map { $0.map(Float.init) } ?? Array(repeating: 1, count: sums.count)
    if sizes != nil {
      for a in sums.indices {
        for (b, value) in sums[a] { sums[a][b] = value * self.sizes[a] * self.sizes[Int(b)] }
      }
    }
  }

  private mutating func run() {
    var isDone = [Bool](repeating: false, count: members.count)
    for start in members.indices where !isDone[start] && !members[start].isEmpty {
      var chain = [start]
      while let top = chain.last {
        guard let (next, link) = nearest(top), link >= threshold else {
          // Nothing near enough now, nor after any joining of others.
          isDone[top] = true
          chain.removeLast()
          continue
        }
        if chain.count > 1, chain[chain.count - 2] == next {
          chain.removeLast(2)
          let kept = join(top, next)
          if chain.isEmpty { chain = [kept] }
        } else {
          chain.append(next)
        }
      }
    }
  }

  private func nearest(_ a: Int) -> (Int, Float)? {
    var best: (item: Int, link: Float)?
    for (other, sum) in sums[a] {
      let item = Int(other)
      let link = sum / (sizes[a] * sizes[item])
      if let (bestItem, bestLink) = best, link < bestLink || (link == bestLink && item > bestItem) { continue }
      best = (item, link)
    }
    return best
  }

  /// Joins two groups under the one with more neighbours; its number is given back.
  private mutating func join(_ a: Int, _ b: Int) -> Int {
    let (kept, gone) = sums[a].count >= sums[b].count ? (a, b) : (b, a)
    sums[kept][Int32(gone)] = nil
    for (other, sum) in sums[gone] where Int(other) != kept {
      sums[kept][other, default: 0] += sum
      sums[Int(other)][Int32(gone)] = nil
      sums[Int(other)][Int32(kept), default: 0] += sum
    }
    sums[gone] = [:]
    sizes[kept] += sizes[gone]
    members[kept] += members[gone]
    members[gone] = []
    return kept
  }
}
