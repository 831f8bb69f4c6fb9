internal import NewsModel
internal import Prose

/// Names what ties articles together, in the articles' own words.
struct TieFinder {
  /// More is a list and no longer a reason.
  static let most = 6  // of each kind

  let digests: [Digest]
  let vectors: [TermVector]
  let sketcher: Sketcher
  /// For each article, the identities that it names: their display names.
  let actorNames: [[String]]

  /// What a group of articles shares, most telling first; nothing for one that stands alone.
  func ties(_ group: [Int]) -> [Tie] {
    guard group.count > 1 else { return [] }
    var ties: [Tie] = []
    let actors = shared(group.map { actorNames[$0] })
    if !actors.isEmpty { ties.append(.actors(actors)) }
    let words = telling(group, besides: actors)
    if !words.isEmpty { ties.append(.words(words)) }
    let figures = shared(group.map { measured(in: digests[$0]) })
    if !figures.isEmpty { ties.append(.figures(figures)) }
    let dates = shared(group.map { digests[$0].dates.compactMap { $0.value?.text } })
    if !dates.isEmpty { ties.append(.dates(dates)) }
    return ties
  }

  /// What most lists have, most shared first, then in the order of the first list that has it.
  private func shared(_ lists: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for list in lists {
      var seen = Set<String>()
      for item in list where seen.insert(item).inserted {
        if counts[item] == nil { order.append(item) }
        counts[item, default: 0] += 1
      }
    }
    let needed = max(2, (lists.count + 1) / 2)
    return order.enumerated().filter { (counts[$0.element] ?? 0) >= needed }
      .sorted { ((counts[$0.element] ?? 0), -$0.offset) > ((counts[$1.element] ?? 0), -$1.offset) }
      .prefix(TieFinder.most).map(\.element)
  }

  /// Figures that measure something, as the first article that has them writes them.
  private func measured(in digest: Digest) -> [String] {
    digest.figures.compactMap { figure in
      figure.value == nil || figure.unit == nil ? nil : String(digest.article.text[figure.span])
    }
  }

  /// The heaviest terms that at least half of the group have, as they stand in the first article that has them.
  private func telling(_ group: [Int], besides actors: [String]) -> [String] {
    var sums: [Int32: (weight: Float, count: Int)] = [:]
    for index in group {
      for (id, weight) in zip(vectors[index].ids, vectors[index].weights) {
        let known = sums[id] ?? (0, 0)
        sums[id] = (known.weight + weight, known.count + 1)
      }
    }
    let needed = max(2, (group.count + 1) / 2)
    let heavy = sums.filter { $0.value.count >= needed }
      .sorted { ($0.value.weight, -$0.key) > ($1.value.weight, -$1.key) }.prefix(TieFinder.most * 3).map(\.key)
    let named = Set(actors.flatMap { Exonyms.normalized($0).split(separator: " ").map(String.init) })
    var surfaces: [Int32: String] = [:]
    for index in group where surfaces.count < heavy.count {
      for (id, surface) in sketcher.surfaces(of: Set(heavy), in: digests[index]) where surfaces[id] == nil {
        surfaces[id] = surface
      }
    }
    let words = heavy.compactMap { surfaces[$0] }.filter { !named.contains(Exonyms.normalized($0)) }
    return Array(words.prefix(TieFinder.most))
  }
}
