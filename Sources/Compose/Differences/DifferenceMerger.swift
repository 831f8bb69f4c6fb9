internal import NewsModel

/// Joins the differences that pairs of versions show at one place into one with all versions.
struct DifferenceMerger {
  let scope: StoryScope

  private struct Place: Hashable {
    var slot: Difference.Slot
    var article: String
    var words: Span
  }

  /// One difference for each place, its versions in the order of sigla, each article once.
  func merged(_ differences: [Difference]) -> [Difference] {
    var groups: [[Int]] = []
    var groupOf: [Place: Int] = [:]
    for (index, difference) in differences.enumerated() {
      let places = difference.versions.flatMap { version in
        version.variants.map { Place(slot: difference.slot, article: version.article, words: $0) }
      }
      let known = Set(places.compactMap { groupOf[$0] }).sorted()
      let home = known.first ?? groups.count
      if known.isEmpty { groups.append([]) }
      groups[home].append(index)
      for other in known.dropFirst() {
        groups[home] += groups[other]
        groups[other] = []
        for (place, group) in groupOf where group == other { groupOf[place] = home }
      }
      for place in places { groupOf[place] = home }
    }
    return groups.filter { !$0.isEmpty }.map { joined($0.sorted().map { differences[$0] }) }
  }

  private func joined(_ group: [Difference]) -> Difference {
    // A conflict between any two of the versions is the one to tell.
    var whole = group.first { $0.kind == .conflict } ?? group[0]
    var versions: [Difference.Version] = []
    for version in group.flatMap(\.versions) where !versions.contains(where: { $0.article == version.article }) {
      versions.append(version)
    }
    whole.versions = versions.sorted {
      (scope.index(of: $0.article) ?? 0) < (scope.index(of: $1.article) ?? 0)
    }
    return whole
  }
}
