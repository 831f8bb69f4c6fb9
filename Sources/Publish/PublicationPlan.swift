/// What a publication changes, in the order in which it is to be seen.
struct PublicationPlan {
  /// A staged file on its way to its place.
  struct Put {
    var path: String
    var number: Int
    /// Whether nothing stands at its place.
    var isNew: Bool
  }

  /// New files first, since no page of the old site points to them; then those that change, pages before what points
  /// to them.
  private(set) var puts: [Put]
  /// Files that go, what points to pages before the pages.
  private(set) var removals: [String]

  /// The plan of some changes, put in order. `rank` tells the place of a path, as `SitePath.rank` does.
  init(puts: [Put], removals: [String], rank: (String) -> Int) {
    let ranked = puts.map { (rank: ($0.isNew ? 0 : 1, rank($0.path)), put: $0) }
    self.puts = ranked.sorted {
      $0.rank != $1.rank ? $0.rank < $1.rank : SitePath.precedes($0.put.path, $1.put.path)
    }.map(\.put)
    self.removals = removals.map { (rank: rank($0), path: $0) }.sorted {
      $0.rank != $1.rank ? $0.rank > $1.rank : SitePath.precedes($1.path, $0.path)
    }.map(\.path)
  }

  var isEmpty: Bool { puts.isEmpty && removals.isEmpty }

  /// The plan as the steps of a change in place; files that go are numbered after those that come.
  var journal: Journal {
    let after = (puts.map(\.number).max() ?? -1) + 1
    return Journal(
      puts.map { $0.isNew ? .create(number: $0.number, path: $0.path) : .replace(number: $0.number, path: $0.path) }
        + removals.enumerated().map { .remove(number: after + $0.offset, path: $0.element) })
  }
}
