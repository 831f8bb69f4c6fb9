/// Groups that grow by joining two items at a time (Tarjan's union-find).
struct DisjointSets: Sendable {
  private var parents: [Int]

  /// As many groups as items.
  init(_ count: Int) { parents = Array(0..<count) }

  /// The least item of a group that was ever asked for, as its representative.
  mutating func root(_ item: Int) -> Int {
    var at = item
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }

  /// Joins the groups of two items under the lesser representative.
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  /// The groups, each sorted, in the order of their least items.
  mutating func groups() -> [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for item in parents.indices { byRoot[root(item), default: []].append(item) }
    return byRoot.keys.sorted().map { byRoot[$0] ?? [] }
  }
}
