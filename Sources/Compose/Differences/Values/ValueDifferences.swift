internal import NewsModel
internal import Prose

/// Finds values that differ where two reports tell one thing in their own words.
struct ValueDifferences {
  let scope: StoryScope
  /// Indices into the witnesses of the scope.
  let compared: [Int]

  /// The differences between the witnesses that no finder before has found.
  func differences(besides found: [Difference]) -> [Difference] {
    let values = compared.map { ValueReader(reader: scope.witnesses[$0], slots: scope.slotReader($0)).values() }
    var differences: [Difference] = []
    for (i, a) in compared.enumerated() where !values[i].isEmpty {
      for (j, b) in compared.enumerated().dropFirst(i + 1) where scope.areToldApart(a, b) {
        let alignment = ValueAlignment(scope: scope, left: a, right: b, ours: values[i], theirs: values[j])
        differences += alignment.pairs().compactMap { pair in
          isFound(pair.left, a, found) || isFound(pair.right, b, found) ? nil : difference(pair, a, b)
        }
      }
    }
    return differences
  }

  private func isFound(_ value: ValueContext, _ witness: Int, _ found: [Difference]) -> Bool {
    let article = scope.witnesses[witness].id
    return found.contains { difference in
      difference.versions.contains { version in
        version.article == article && version.variants.contains { $0.overlaps(value.quantity.span) }
      }
    }
  }

  private func difference(_ pair: ValueAlignment.Pair, _ a: Int, _ b: Int) -> Difference? {
    let (x, y) = (pair.left, pair.right)
    let grows = x.dimension != .age && !x.isTime
    let verdict = FigureDifferences().verdict(
      x.quantity, y.quantity, scope.witnesses[a], scope.witnesses[b], isIndependent: !scope.shareOrigin(a, b),
      isSaidElsewhere: false, growth: grows ? .likely : .none)
    // Things that have no common name were counted of others on another day.
    guard let (kind, note) = verdict else { return nil }
    if note == .otherDay, case .things = x.dimension { return nil }
    let slot: Difference.Slot = x.dimension == .age ? .age : x.isTime ? .duration : .figure
    return Difference(
      slot: slot, kind: kind,
      versions: [
        scope.version(a, x.sentence, words: x.quantity.span), scope.version(b, y.sentence, words: y.quantity.span),
      ], note: note)
  }
}
