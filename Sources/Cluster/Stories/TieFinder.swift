internal import NewsModel

/// Names what ties articles together, in the articles' own words.
struct TieFinder {
  /// More is a list and no longer a reason.
  static let most = 6  // of each kind

  let sketches: [ArticleSketch]
  /// For each article, how rare its terms are; see `TermWeighting`.
  let table: TermTable
  let rarity: [Float]
  let actors: BatchActors
  /// The display name of each identity.
  let actorNames: [String]

  /// What a group of articles, by their places, shares, most telling first; nothing for one that stands alone.
  func ties(_ group: [Int]) -> [Tie] {
    guard group.count > 1 else { return [] }
    // In the order of ids, as readers meet them.
    let group = group.sorted { sketches[$0].article < sketches[$1].article }
    var ties: [Tie] = []
    let actors = shared(group.map { identities(in: $0) }).map { actorNames[$0] }
    if !actors.isEmpty { ties.append(.actors(actors)) }
    let words = telling(group, besides: actors)
    if !words.isEmpty { ties.append(.words(words)) }
    let figures = shared(group.map { sketches[$0].figures })
    if !figures.isEmpty { ties.append(.figures(figures)) }
    let dates = shared(group.map { sketches[$0].dates })
    if !dates.isEmpty { ties.append(.dates(dates)) }
    return ties
  }

  /// The identities that an article names, most often mentioned first.
  private func identities(in article: Int) -> [Int] {
    let own = sketches[article].actors
    let counts = own.map { actor in actor.mentions.reduce(0) { $0 + Int($1.count) } }
    return own.indices.sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : own[$0].id < own[$1].id }
      .map { actors.identity(article, $0) }
  }

  /// What most lists have, most shared first, then in the order of the first list that has it.
  private func shared<Item: Hashable>(_ lists: [[Item]]) -> [Item] {
    var places: [Item: Int] = [:]
    var found: [(item: Item, count: Int, last: Int)] = []
    for (number, list) in lists.enumerated() {
      for item in list {
        if let place = places[item] {
          if found[place].last != number { found[place].count += 1 }
          found[place].last = number
        } else {
          places[item] = found.count
          found.append((item, 1, number))
        }
      }
    }
    let needed = max(2, (lists.count + 1) / 2)
    return found.enumerated().filter { $0.element.count >= needed }
      .sorted { $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset }
      .prefix(TieFinder.most).map(\.element.item)
  }

  /// The heaviest terms that at least half of the group have, as they stand in the first article that has them.
  private func telling(_ group: [Int], besides actors: [String]) -> [String] {
    var found: [(key: UInt32, weight: Float, count: Int, text: String)] = []
    var places: [UInt32: Int] = [:]
    for article in group {
      for (rank, surface) in sketches[article].surfaces.enumerated() {
        guard let id = table.known(surface.key) else { continue }
        // Surfaces stand in the order of their counts.
        let weight = rarity[Int(id)] / (1 + Float(rank) / Float(Sketcher.surfacesKept))
        if let place = places[surface.key] {
          found[place].weight += weight
          found[place].count += 1
        } else {
          places[surface.key] = found.count
          found.append((surface.key, weight, 1, surface.text))
        }
      }
    }
    let needed = max(2, (group.count + 1) / 2)
    let heavy = found.filter { $0.count >= needed }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.text < $1.text
    }
    let named = Set(actors.flatMap { Exonyms.normalized($0).split(separator: " ").map(String.init) })
    var words: [String] = []
    for term in heavy where !named.contains(Exonyms.normalized(term.text)) {
      words.append(term.text)
      if words.count == TieFinder.most { break }
    }
    return words
  }
}
