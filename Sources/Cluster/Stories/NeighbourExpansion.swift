/// Lets short articles speak through their nearest: two headlines of one event may share no word, but both share some
/// with a third.
///
/// Document expansion (Tao, Wang, Mei & Zhai 2006): a short article's vector is taken together with those of its nearest,
/// each by its likeness. Products of sums are sums of products, so it is all worked out on the graph of likes.
struct NeighbourExpansion {
  /// Articles of at most so many terms are expanded in full, from `longest` on not at all.
  static let shortest: Float = 10
  static let longest: Float = 18
  /// How many of the nearest speak: two to four were within a point on headlines, more blur.
  static let nearest = 3
  /// Less likely ones say nothing of an article.
  static let leastLikeness: Float = 0.2
  /// The nearest together count so much beside the article's own words; 0.4 to 0.7 were within half a point.
  static let weight: Float = 0.5
  /// By what expanded articles are more alike than others, so that one threshold holds for all; 1.2 to 1.4 were equal.
  static let excess: Float = 1.3

  private let links: [[SimilarityGraph.Link]]
  /// How much each article is expanded, 0 to 1.
  private let shares: [Float]
  /// For each article, its nearest with their weights.
  private var nearest: [[SimilarityGraph.Link]]
  /// For each article, those whose nearest it is.
  private var speaksFor: [[SimilarityGraph.Link]]
  private var sums: [Float]
  private var met: [Int32] = []

  /// The likes of articles once short ones are expanded; `lengths` are numbers of terms.
  static func expanded(_ graph: SimilarityGraph, lengths: [Int], least: Float) -> SimilarityGraph {
    let shares = lengths.map { max(0, min(1, (longest - Float($0)) / (longest - shortest))) }
    guard shares.contains(where: { $0 > 0 }) else { return graph }
    var expansion = NeighbourExpansion(graph, shares)
    return expansion.nearest.contains { !$0.isEmpty } ? expansion.graph(least: least) : graph
  }

  private init(_ graph: SimilarityGraph, _ shares: [Float]) {
    links = graph.links
    self.shares = shares
    sums = [Float](repeating: 0, count: shares.count)
    nearest = Array(repeating: [], count: shares.count)
    speaksFor = nearest
    for item in shares.indices where shares[item] > 0 {
      let best = links[item].filter { $0.value >= NeighbourExpansion.leastLikeness }
        .sorted { $0.value != $1.value ? $0.value > $1.value : $0.item < $1.item }.prefix(NeighbourExpansion.nearest)
      let scale = shares[item] * NeighbourExpansion.weight / max(1, best.reduce(0) { $0 + $1.value })
      nearest[item] = best.map { SimilarityGraph.Link(item: $0.item, value: $0.value * scale) }
      for link in nearest[item] {
        speaksFor[Int(link.item)].append(SimilarityGraph.Link(item: Int32(item), value: link.value))
      }
    }
  }

  private mutating func graph(least: Float) -> SimilarityGraph {
    var graph = SimilarityGraph(items: links.count)
    var lengths: [Float] = []
    // Products found while the others are being read.
    var later: [SimilarityGraph.Link] = []
    for item in links.indices {
      gather(item)
      lengths.append(nearest[item].reduce(sums[item]) { $0 + $1.value * sums[Int($1.item)] }.squareRoot())
      clear()
    }
    for item in links.indices {
      gather(item)
      for other in met {
        let sum = sums[Int(other)]
        for link in speaksFor[Int(other)] {
          later.append(SimilarityGraph.Link(item: link.item, value: link.value * sum))
        }
      }
      for link in later { add(link.item, link.value) }
      later.removeAll(keepingCapacity: true)
      for other in met.sorted() where Int(other) > item {
        let share = (shares[item] + shares[Int(other)]) / 2
        let isPlain = nearest[item].isEmpty && nearest[Int(other)].isEmpty
        let scale = isPlain ? 1 : lengths[item] * lengths[Int(other)] * (1 + (NeighbourExpansion.excess - 1) * share)
        let value = sums[Int(other)] / scale
        if value >= least { graph.add(item, Int(other), value) }
      }
      clear()
    }
    return graph
  }

  /// The products of an article, expanded, with all others as they are.
  private mutating func gather(_ item: Int) {
    add(Int32(item), 1)
    for link in links[item] { add(link.item, link.value) }
    for near in nearest[item] {
      add(near.item, near.value)
      for link in links[Int(near.item)] { add(link.item, near.value * link.value) }
    }
  }

  private mutating func add(_ item: Int32, _ value: Float) {
    if sums[Int(item)] == 0 { met.append(item) }
    sums[Int(item)] += value
  }

  private mutating func clear() {
    for item in met { sums[Int(item)] = 0 }
    met.removeAll(keepingCapacity: true)
  }
}
