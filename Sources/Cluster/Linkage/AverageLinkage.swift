/// Joins items whose likeness, averaged over all pairs of two groups, stays above a threshold.
///
/// Average linkage asks that a group as a whole be alike, so it does not chain from subject to subject as single
/// linkage does. Groups are found by the nearest-neighbour chain (Murtagh 1983), begun anew after each joining because
/// a bonus for size may bring a third group nearer. A pair without an edge counts as 0. Ties go to the lower number,
/// so the result depends on the items alone.
struct AverageLinkage {
  private var links: [[SimilarityGraph.Link]]
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
    var graph = graph
    graph.settle()
    links = graph.links
    self.threshold = threshold
    self.sizeBonus = sizeBonus
    members = links.indices.map { [$0] }
    self.sizes = sizes.map { $0.map(Float.init) } ?? Array(repeating: 1, count: links.count)
    if sizes != nil {
      for a in links.indices {
        for at in links[a].indices { links[a][at].value *= self.sizes[a] * self.sizes[Int(links[a][at].item)] }
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
    for link in links[a] {
      let item = Int(link.item)
      let pairs = sizes[a] * sizes[item]
      let mean = link.value / pairs * (sizeBonus == 0 ? 1 : 1 + sizeBonus * (1 - 1 / pairs.squareRoot()))
      // By number, the first of equals is the lower.
      if let best, mean <= best.link { continue }
      best = (item, mean)
    }
    return best
  }

  /// Joins two groups under the one with more neighbours; its number is given back.
  private mutating func join(_ a: Int, _ b: Int) -> Int {
    let (kept, gone) = links[a].count >= links[b].count ? (a, b) : (b, a)
    let old = links[gone]
    links[gone] = []
    for link in old where Int(link.item) != kept {
      AverageLinkage.move(&links[Int(link.item)], from: Int32(gone), to: Int32(kept))
    }
    links[kept] = AverageLinkage.merged(links[kept], old, without: Int32(kept), Int32(gone))
    sizes[kept] += sizes[gone]
    members[kept] += members[gone]
    members[gone] = []
    return kept
  }

  /// Two lists as one, sums of what both have.
  private static func merged(
    _ a: [SimilarityGraph.Link], _ b: [SimilarityGraph.Link], without kept: Int32, _ gone: Int32
  ) -> [SimilarityGraph.Link] {
    var out: [SimilarityGraph.Link] = []
    out.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let takesA = j == b.count || (i < a.count && a[i].item <= b[j].item)
      var link = takesA ? a[i] : b[j]
      if takesA, j < b.count, b[j].item == link.item {
        link.value += b[j].value
        j += 1
      }
      if takesA { i += 1 } else { j += 1 }
      if link.item != kept, link.item != gone { out.append(link) }
    }
    return out
  }

  /// What a list says of one item is said of another from now on.
  private static func move(_ list: inout [SimilarityGraph.Link], from gone: Int32, to kept: Int32) {
    let from = place(list, gone)
    guard from < list.count, list[from].item == gone else { return }
    let value = list[from].value
    list.remove(at: from)
    let to = place(list, kept)
    if to < list.count, list[to].item == kept {
      list[to].value += value
    } else {
      list.insert(SimilarityGraph.Link(item: kept, value: value), at: to)
    }
  }

  private static func place(_ list: [SimilarityGraph.Link], _ item: Int32) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].item < item { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
