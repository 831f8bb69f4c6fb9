/// Joins items whose likeness, averaged over all pairs of two groups, stays above a threshold.
///
/// Average linkage asks that a group as a whole be alike, so it does not chain from subject to subject as single
/// linkage does. Groups are found by the nearest-neighbour chain (Murtagh 1983), begun anew after each joining because
/// a bonus for size may bring a third group nearer. A pair without an edge counts as 0. Ties go to the lower number,
/// so the result depends on the items alone.
struct AverageLinkage {
  private var sums: [[Int32: Float]]
  private var sizes: [Float]
  private var members: [[Int]]
  private let threshold: Float
  /// How much the mean of very many pairs counts for more than the likeness of one; 0 for plain average linkage.
  private let sizeBonus: Float

  /// The groups of a graph's items at a threshold: each sorted, in the order of their least items.
  ///
  /// - Parameters:
  ///   - sizes: how many articles each item stands for; edges are averages over their pairs.
  ///   - sizeBonus: a mean over n pairs is raised by the factor 1 + bonus · (1 − n^−½), as chance levels out.
  static func groups(
    _ graph: SimilarityGraph, sizes: [Int]? = nil, threshold: Float, sizeBonus: Float = 0
  ) -> [[Int]] {
    var linkage = AverageLinkage(graph, sizes: sizes, threshold: threshold, sizeBonus: sizeBonus)
    while linkage.pass(), sizeBonus > 0 {}
    return linkage.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private init(_ graph: SimilarityGraph, sizes: [Int]?, threshold: Float, sizeBonus: Float) {
    sums = graph.neighbours
    self.threshold = threshold
    self.sizeBonus = sizeBonus
    members = sums.indices.map { [$0] }
    self.sizes = sizes.map { $0.map(Float.init) } ?? Array(repeating: 1, count: sums.count)
    if sizes != nil {
      for a in sums.indices {
        for (b, value) in sums[a] { sums[a][b] = value * self.sizes[a] * self.sizes[Int(b)] }
      }
    }
  }

  /// Joins what can be joined, from each group in turn; whether any were.
  private mutating func pass() -> Bool {
    var hasJoined = false
    for start in members.indices where !members[start].isEmpty {
      var chain = [start]
      while let top = chain.last {
        // Nothing near enough now, nor after any joining of others (but for the bonus: hence another pass).
        guard let (next, link) = nearest(top), link >= threshold else { break }
        if chain.count > 1, chain[chain.count - 2] == next {
          chain = [join(top, next)]
          hasJoined = true
        } else {
          chain.append(next)
        }
      }
    }
    return hasJoined
  }

  private func nearest(_ a: Int) -> (Int, Float)? {
    var best: (item: Int, link: Float)?
    for (other, sum) in sums[a] {
      let item = Int(other)
      let pairs = sizes[a] * sizes[item]
      let link = sum / pairs * (sizeBonus == 0 ? 1 : 1 + sizeBonus * (1 - 1 / pairs.squareRoot()))
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
