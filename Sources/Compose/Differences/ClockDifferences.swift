internal import NewsModel
internal import Prose

/// Finds times of day that differ at the same place of sentences that say the same.
///
/// A time that is told roughly ("shortly before 8"), one that the other version gives too, and whole hours between two
/// zones are no difference.
struct ClockDifferences {
  /// The differences of time within a pair of sentences.
  func differences(in pair: AlignedPair) -> [Difference] {
    let ours = pair.a.clockTimes(in: pair.leftSentence)
    let theirs = pair.b.clockTimes(in: pair.rightSentence)
    return ours.compactMap { x in
      let partners = theirs.filter { pair.correspond(x.span, $0.span) }
      guard partners.count == 1, let y = partners.first,
        ours.filter({ pair.correspond($0.span, y.span) }).count == 1
      else { return nil }
      return difference(x, y, pair)
    }
  }

  private func difference(_ x: ClockTime, _ y: ClockTime, _ pair: AlignedPair) -> Difference? {
    guard x.minutes != y.minutes, !x.isRough, !y.isRough, pair.areOfOneThing(x.span, y.span) else { return nil }
    guard !x.hasZone && !y.hasZone || (x.minutes - y.minutes) % 60 != 0 else { return nil }
    let around = pair.diff.matterAround(pair.block(x.span, y.span), reach: FigureDifferences.reach, in: pair.a)
    guard around >= FigureDifferences.fewestAround, !isTold(x, by: pair.b), !isTold(y, by: pair.a),
      !pair.isSubstituted(x.span, y.span), !pair.sayMoreBeside(x.span, y.span)
    else { return nil }
    return pair.isIndependent
      ? pair.difference(.time, .conflict, x.span, y.span, note: .independentOrigins)
      : pair.difference(.time, .discrepancy, x.span, y.span, note: .changedInCopy)
  }

  private func isTold(_ time: ClockTime, by other: Witness) -> Bool {
    other.text.sentences.indices.contains { sentence in
      other.clockTimes(in: sentence).contains { $0.minutes == time.minutes }
    }
  }
}
