internal import NewsModel
internal import Prose

/// Adds to a difference the versions that give one of its values too, so that it shows how many say so.
///
/// A version says so in a sentence that says the same, by a value of the same thing, by both numbers of a vote, or by a
/// measure that is told to two digits or more: a version of the same report by the value alone, one of another by a name
/// or word around it too. A version that gives two of the values takes no side.
struct AgreeingVersions {
  let scope: StoryScope
  let slots: SlotDifferences

  /// What one version of a difference gives.
  private enum Reading: Equatable {
    case quantity(value: Double, unit: String, approximation: Figure.Approximation)
    case days(ClosedRange<CivilDay>)
    case minutes(Int)
  }
  private struct Side {
    var witness: Int
    var sentence: Int
    var words: Span
    var reading: Reading
  }

  /// The difference with all versions that give one of its values, in the order of sigla.
  ///
  /// Values of one report that are changed in it are a conflict where a report of another origin gives one of them.
  func added(_ difference: Difference) -> Difference {
    var whole = difference
    let sides = difference.versions.compactMap { side(of: $0, difference.slot) }
    guard sides.count == difference.versions.count else { return difference }
    var others: [Side] = []
    for witness in slots.compared where !sides.contains(where: { $0.witness == witness }) {
      if let side = agreeing(witness, sides) { others.append(side) }
    }
    whole.versions = (difference.versions + others.map { scope.version($0.witness, $0.sentence, words: $0.words) })
      .sorted { (scope.index(of: $0.article) ?? 0) < (scope.index(of: $1.article) ?? 0) }
    let contradicts = others.contains { other in
      sides.contains { side in
        side.reading != other.reading && !scope.shareOrigin(side.witness, other.witness)
          && (difference.slot == .time || isOfOneDay(side.witness, other.witness))
      }
    }
    if difference.note == .changedInCopy, contradicts { (whole.kind, whole.note) = (.conflict, .independentOrigins) }
    return whole
  }

  private func isOfOneDay(_ a: Int, _ b: Int) -> Bool {
    scope.witnesses[a].day != nil && scope.witnesses[a].day == scope.witnesses[b].day
  }

  private func side(of version: Difference.Version, _ slot: Difference.Slot) -> Side? {
    guard let words = version.variants.first, let witness = scope.index(of: version.article),
      let sentence = scope.witnesses[witness].sentence(of: words)
    else { return nil }
    return sides(witness, sentence, slot).first { $0.words == words }
  }

  /// The values of a slot that a sentence gives.
  private func sides(_ witness: Int, _ sentence: Int, _ slot: Difference.Slot) -> [Side] {
    let reader = scope.witnesses[witness]
    let span = reader.text.sentences[sentence].span
    func side(_ words: Span, _ reading: Reading) -> Side {
      Side(witness: witness, sentence: sentence, words: words, reading: reading)
    }
    switch slot {
    case .date:
      return reader.digest.dates.filter { span.contains($0.span) }.compactMap { date in
        date.value?.days.map { side(date.span, .days($0)) }
      }
    case .time:
      return reader.clockTimes(in: sentence).filter { !$0.isRough }.map { side($0.span, .minutes($0.minutes)) }
    case .figure, .duration, .age:
      let own = slots.slots(of: witness).filter { $0.sentence == sentence && $0.date == nil }.map(\.quantity)
      let all = own + reader.quantities(in: sentence).filter { !own.contains($0) }
      return all.compactMap { quantity in reading(quantity).map { side(quantity.span, $0) } }
    default: return []
    }
  }

  private func reading(_ quantity: FigureDifferences.Quantity) -> Reading? {
    guard let value = quantity.value, quantity.bounds == nil else { return nil }
    return .quantity(value: value, unit: quantity.unit ?? "", approximation: quantity.approximation)
  }

  /// The place where another version gives just one of the values.
  private func agreeing(_ witness: Int, _ sides: [Side]) -> Side? {
    let found = sides.compactMap { side in
      place(of: side, in: witness).map { place in
        Side(witness: witness, sentence: place.sentence, words: place.words, reading: side.reading)
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.reading == first.reading }) else { return nil }
    return first
  }

  private func place(of side: Side, in witness: Int) -> (sentence: Int, words: Span)? {
    let slot: Difference.Slot =
      switch side.reading {
      case .quantity: .figure
      case .days: .date
      case .minutes: .time
      }
    let own = SentencePlace(witness: side.witness, sentence: side.sentence)
    if let match = scope.aligner.counterpart(of: own, in: witness) {
      let same = self.sides(witness, match.sentence, slot).filter { $0.reading == side.reading }
      if same.count == 1 { return (match.sentence, same[0].words) }
    }
    if let value = value(of: side, in: witness) { return (value.sentence, value.quantity.span) }
    let isVote = isSameVote(side, in: witness)
    guard isVote || isTelling(side.reading) else { return nil }
    let everywhere = scope.witnesses[witness].text.sentences.indices.flatMap { self.sides(witness, $0, slot) }
      .filter { $0.reading == side.reading }
    guard let first = everywhere.first, isVote || scope.shareOrigin(side.witness, witness) || isNear(side, first)
    else { return nil }
    return (first.sentence, first.words)
  }

  /// The value of the same thing that another version gives, if it is the same.
  private func value(of side: Side, in witness: Int) -> MeasuredSlot? {
    let (ours, theirs) = (slots.slots(of: side.witness), slots.slots(of: witness))
    guard let own = ours.first(where: { $0.quantity.span == side.words }) else { return nil }
    let kind = theirs.filter { $0.kind == own.kind }
    let areSole = kind.count == 1 && ours.filter { $0.kind == own.kind }.count == 1
    let comparison = SlotComparison(scope: scope, left: side.witness, right: witness)
    return kind.first { other in
      !other.isPartial && isSame(own, other) && comparison.isSameThing(own, other, areSole: areSole)
    }
  }

  private func isSame(_ a: MeasuredSlot, _ b: MeasuredSlot) -> Bool {
    if let p = a.date, let q = b.date { return p.days == q.days }
    return a.base != nil && a.base == b.base && a.quantity.approximation == b.quantity.approximation
  }

  /// Whether a value is one number of a vote of which another version gives the other number too: "24 to 9".
  private func isSameVote(_ side: Side, in witness: Int) -> Bool {
    guard case .quantity(_, let unit, _) = side.reading, MeasuredSlot.tallies.contains(unit) else { return false }
    func others(_ witness: Int) -> [Figure] {
      scope.witnesses[witness].digest.figures.filter {
        $0.unit != unit && MeasuredSlot.tallies.contains($0.unit ?? "")
      }
    }
    let (ours, theirs) = (others(side.witness), others(witness))
    return ours.count == 1 && theirs.count == 1 && ours[0].value == theirs[0].value
  }

  /// Whether a value says by itself what it is of within a story: a time to the minute, a measure of two digits.
  private func isTelling(_ reading: Reading) -> Bool {
    switch reading {
    case .minutes(let minutes): return minutes % 60 != 0
    case .days: return false
    case .quantity(var value, let unit, let approximation):
      let isMeasure =
        unit == "%" || MeasuredSlot.extents.contains(unit)
        || unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard isMeasure, approximation == .exact, value.isFinite, value > 0 else { return false }
      while value != value.rounded(), value < 1e6 { value *= 10 }
      while value >= 10, value.truncatingRemainder(dividingBy: 10) == 0 { value /= 10 }
      return value >= 10
    }
  }

  /// Whether two values of other reports have a name or a word of matter around them in common.
  private func isNear(_ a: Side, _ b: Side) -> Bool {
    if case .minutes = a.reading { return true }
    let ours = slots.slots(of: a.witness).first { $0.quantity.span == a.words }
    let theirs = slots.slots(of: b.witness).first { $0.quantity.span == b.words }
    guard let ours, let theirs else { return false }
    let sameLanguage = scope.witnesses[a.witness].language.code == scope.witnesses[b.witness].language.code
    if !ours.payments.isDisjoint(with: theirs.payments) { return true }
    return !ours.names.isDisjoint(with: theirs.names) || sameLanguage && !ours.keys.isDisjoint(with: theirs.keys)
  }
}
