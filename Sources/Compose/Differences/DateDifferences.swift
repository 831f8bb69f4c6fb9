internal import NewsModel
internal import Prose

/// Finds dates that differ at the same place of sentences that say the same.
struct DateDifferences {
  /// The differences of date within a pair of sentences.
  func differences(in pair: AlignedPair) -> [Difference] {
    let ours = pair.a.digest.dates.filter { pair.leftSpan.contains($0.span) }
    let theirs = pair.b.digest.dates.filter { pair.rightSpan.contains($0.span) }
    return ours.compactMap { x in
      let partners = theirs.filter { pair.correspond(x.span, $0.span) }
      guard partners.count == 1, let y = partners.first,
        ours.filter({ pair.correspond($0.span, y.span) }).count == 1
      else { return nil }
      return difference(x, y, pair)
    }
  }

  private func difference(_ x: DateMention, _ y: DateMention, _ pair: AlignedPair) -> Difference? {
    guard let a = x.value, let b = y.value, let p = a.days, let q = b.days, p != q else { return nil }
    // The same words counted from different days of publication are a copy read later, not a disagreement.
    let (first, second) = (words(x, pair.a), words(y, pair.b))
    guard first != second, pair.nameTheSame else { return nil }
    let around = pair.diff.matterAround(
      pair.block(x.span, y.span), reach: FigureDifferences.reach, in: pair.a)
    guard around >= FigureDifferences.fewestAround else { return nil }
    if p.overlaps(q) { return pair.difference(.date, .precision, x.span, y.span, note: .sameSentence) }
    // "Friday" stands in "Friday evening".
    guard second.isEmpty || !first.contains(second), first.isEmpty || !second.contains(first) else { return nil }
    let isSaidElsewhere =
      pair.b.digest.dates.contains { $0.value == a } || pair.a.digest.dates.contains { $0.value == b }
    guard !isSaidElsewhere, !pair.isSubstituted(x.span, y.span), !pair.sayMoreBeside(x.span, y.span) else {
      return nil
    }
    return pair.isIndependent
      ? pair.difference(.date, .conflict, x.span, y.span, note: .independentOrigins)
      : pair.difference(.date, .discrepancy, x.span, y.span, note: .changedInCopy)
  }

  private func words(_ mention: DateMention, _ witness: Witness) -> [UInt64] {
    witness.text.tokens[witness.text.tokens(in: mention.span)].map(\.folded)
  }
}
