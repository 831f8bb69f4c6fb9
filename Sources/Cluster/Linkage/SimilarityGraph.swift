/// Which items of a list are alike and how much.
struct SimilarityGraph {
  /// One item beside another.
  struct Link {
    var item: Int32
    var value: Float
  }
  /// For each item, its likes by number once `settle` was called.
  private(set) var links: [[Link]]

  /// A graph without likes.
  init(items: Int) { links = Array(repeating: [], count: items) }

  /// Adds the likeness of two items that have none yet.
  mutating func add(_ a: Int, _ b: Int, _ value: Float) {
    links[a].append(Link(item: Int32(b), value: value))
    links[b].append(Link(item: Int32(a), value: value))
  }

  /// Puts the likes of each item in order.
  mutating func settle() { for item in links.indices { links[item].sort { $0.item < $1.item } } }
}
