internal import NewsModel
internal import Prose

/// Finds values of one thing that differ wherever two versions give them, parallel sentences or not.
///
/// Two values are of one thing when their kinds agree (the same event, or the same noun and words around it, in one
/// language or two) and nothing around them says otherwise: other people, another place, another day, a part of the
/// whole. An article that gives several values of one kind is only compared by what the other does not give too.
struct SlotDifferences {
  /// More than this between two values, and they measure different things.
  static let mostRatio = 8.0
  /// A day's sentence for one event and another's for its like lie farther apart than this.
  static let mostDaysApart = 31

  let scope: StoryScope
  /// Indices into the witnesses of the scope.
  let compared: [Int]
  /// What each of them gives.
  let slots: [[MeasuredSlot]]

  /// The values of some witnesses of a story.
  init(scope: StoryScope, compared: [Int]) {
    self.scope = scope
    self.compared = compared
    slots = compared.map { scope.slotReader($0).slots() }
  }

  /// The differences between the witnesses.
  func differences() -> [Difference] {
    var found: [Difference] = []
    for (i, a) in compared.enumerated() {
      for (j, b) in compared.enumerated().dropFirst(i + 1)
      where scope.witnesses[a].digest.article.text != scope.witnesses[b].digest.article.text {
        found += differences(a, slots[i], b, slots[j])
      }
    }
    return found
  }

  /// The values of one of the witnesses.
  func slots(of witness: Int) -> [MeasuredSlot] {
    compared.firstIndex(of: witness).map { slots[$0] } ?? []
  }

  private func differences(_ a: Int, _ ours: [MeasuredSlot], _ b: Int, _ theirs: [MeasuredSlot]) -> [Difference] {
    let comparison = SlotComparison(scope: scope, left: a, right: b)
    var byKind: [MeasuredSlot.Kind: [MeasuredSlot]] = [:]
    for slot in theirs { byKind[slot.kind, default: []].append(slot) }
    var found: [Difference] = []
    var done = Set<MeasuredSlot.Kind>()
    for slot in ours where done.insert(slot.kind).inserted {
      guard let others = byKind[slot.kind] else { continue }
      let mine = ours.filter { $0.kind == slot.kind }
      guard let (x, y) = comparison.pair(mine, others),
        let difference = difference(a, x, b, y, isOfOneSubject: comparison.isOfOneSubject(x, y))
      else { continue }
      found.append(difference)
    }
    return found
  }

  private func difference(
    _ a: Int, _ x: MeasuredSlot, _ b: Int, _ y: MeasuredSlot, isOfOneSubject: Bool
  ) -> Difference? {
    // The same words counted from other days of publication are a copy read later.
    guard words(a, x) != words(b, y) else { return nil }
    let isIndependent = !scope.shareOrigin(a, b)
    let verdict: (Difference.Class, Difference.Note)?
    let slot: Difference.Slot
    switch x.kind {
    case .day:
      slot = .date
      verdict = isIndependent ? (.conflict, .independentOrigins) : (.discrepancy, .changedInCopy)
    default:
      switch x.kind {
      case .lasting: slot = .duration
      case .age: slot = .age
      default: slot = .figure
      }
      var growth = FigureDifferences.Growth.likely
      switch x.kind {
      case .lasting, .age, .degree, .tally: growth = .none
      default: break
      }
      verdict = FigureDifferences().verdict(
        x.quantity, y.quantity, scope.witnesses[a], scope.witnesses[b], isIndependent: isIndependent,
        isSaidElsewhere: false, growth: growth)
    }
    guard let (kind, note) = verdict, note != .otherDay || isOfOneSubject || mayChange(x.kind) else {
      return nil
    }
    return Difference(
      slot: slot, kind: kind,
      versions: [
        scope.version(a, x.sentence, words: x.quantity.span), scope.version(b, y.sentence, words: y.quantity.span),
      ], note: note)
  }

  /// Whether it is counted anew from day to day: people, sums. Things of one noun on two days are seldom the same ones.
  private func mayChange(_ kind: MeasuredSlot.Kind) -> Bool {
    switch kind {
    case .people, .amount, .level: true
    default: false
    }
  }

  private func words(_ witness: Int, _ slot: MeasuredSlot) -> [UInt64] {
    let text = scope.witnesses[witness].text
    return text.tokens[text.tokens(in: slot.quantity.span)].map(\.folded)
  }
}
