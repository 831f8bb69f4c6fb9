internal import NewsModel
internal import Prose

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
    let all = groups.filter { !$0.isEmpty }.map { joined($0.sorted().map { differences[$0] }) }
    return all.indices.filter { at in !all[..<at].contains { isSame($0, all[at]) } }.map { all[$0] }
  }

  /// Whether two differences tell the same words of the same articles at two places, or one place as two slots.
  private func isSame(_ a: Difference, _ b: Difference) -> Bool {
    guard a.versions.map(\.article) == b.versions.map(\.article) else { return false }
    return a.versions.map(\.variants) == b.versions.map(\.variants)
      || a.slot == b.slot && a.kind == b.kind && zip(a.versions, b.versions).allSatisfy { words($0) == words($1) }
  }

  private func words(_ version: Difference.Version) -> [String] {
    guard let index = scope.index(of: version.article) else { return [] }
    return version.variants.map { Fold.folded(scope.witnesses[index].text.words($0)) }
  }

  private func joined(_ group: [Difference]) -> Difference {
    // A conflict between any two of the versions is the one to tell.
    var whole = group.first { $0.kind == .conflict } ?? group.first { $0.note == .changedInCopy } ?? group[0]
    // What was counted on another day takes no part in it.
    let group = whole.kind == .conflict ? group.filter { $0.note != .otherDay } : group
    var versions: [Difference.Version] = []
    for version in group.flatMap(\.versions) where !versions.contains(where: { $0.article == version.article }) {
      versions.append(version)
    }
    whole.versions = versions.sorted {
      (scope.index(of: $0.article) ?? 0) < (scope.index(of: $1.article) ?? 0)
    }
    if whole.note == .vagueBesideExact, excludeEachOther(whole.versions) {
      (whole.kind, whole.note) = (.conflict, .independentOrigins)
    }
    return whole
  }

  /// Whether two exact values that a vague one brought together are of independent origins and of one day, and differ.
  private func excludeEachOther(_ versions: [Difference.Version]) -> Bool {
    let sides = versions.compactMap { version -> (witness: Int, figure: Figure)? in
      guard let index = scope.index(of: version.article), scope.witnesses[index].day != nil,
        let figure = scope.witnesses[index].digest.figures.first(where: { version.variants.contains($0.span) }),
        figure.value != nil, figure.approximation == .exact
      else { return nil }
      return (index, figure)
    }
    return sides.contains { a in
      sides.contains { b in
        !scope.shareOrigin(a.witness, b.witness) && a.figure.unit == b.figure.unit && a.figure.value != b.figure.value
          && scope.witnesses[a.witness].day == scope.witnesses[b.witness].day
      }
    }
  }
}
