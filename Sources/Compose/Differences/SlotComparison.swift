internal import NewsModel
internal import Prose

/// Tells which value of one article stands for which of another, and whether both are of one thing.
struct SlotComparison {
  /// Words and names around two counts of one noun that make them counts of one thing.
  static let fewestShared = 3

  let scope: StoryScope
  let left: Int
  let right: Int

  private var a: Witness { scope.witnesses[left] }
  private var b: Witness { scope.witnesses[right] }
  private var sameLanguage: Bool { a.language.code == b.language.code }

  /// The two values of one kind that differ, one of each article; nil where none do or where it is not certain which.
  func pair(_ ours: [MeasuredSlot], _ theirs: [MeasuredSlot]) -> (MeasuredSlot, MeasuredSlot)? {
    // What both give is agreed on; a value that one gives in any sense is no news to it.
    let mine = ours.filter { x in !theirs.contains { agrees(x, $0) } && !x.isPartial }
    let others = theirs.filter { y in !ours.contains { agrees($0, y) } && !y.isPartial }
    guard !mine.isEmpty, !others.isEmpty else { return nil }
    let areSole = ours.count == 1 && theirs.count == 1
    var pairs = mine.flatMap { x in others.filter { isSameThing(x, $0, areSole: areSole) }.map { (x, $0) } }
    // Sums for what is paid once are surer than others: a gap and a gap, before a gap and a gift.
    let sure = pairs.filter { x, y in x.payments.intersection(y.payments).contains(where: \.isPaidOnce) }
    if !sure.isEmpty { pairs = sure }
    guard let first = pairs.first else { return nil }
    // Several candidates with several values: which one stands for which is a guess.
    guard pairs.allSatisfy({ agrees($0.0, first.0) && agrees($0.1, first.1) }) else { return nil }
    if isTold(first.0, by: b) || isTold(first.1, by: a) { return nil }
    return first
  }

  /// Whether two values are the same as far as both are exact.
  private func agrees(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    if let p = x.date?.days, let q = y.date?.days { return p.overlaps(q) }
    if x.quantity.value == nil, y.quantity.value == nil { return x.quantity.bounds == y.quantity.bounds }
    var (p, q) = (x.quantity, y.quantity)
    if p.unit != q.unit, let first = x.base, let second = y.base { (p.value, q.value) = (first, second) }
    return !FigureDifferences().differs(p, q)
  }

  /// Whether an article gives a value of that size and unit anywhere.
  private func isTold(_ slot: MeasuredSlot, by other: Witness) -> Bool {
    guard let value = slot.quantity.value else { return false }
    return other.digest.figures.contains { $0.value == value && ($0.unit == slot.quantity.unit || countsPeople(slot)) }
      || countsPeople(slot) && other.givesBare(value)
  }

  private func countsPeople(_ slot: MeasuredSlot) -> Bool {
    if case .people = slot.kind { true } else { false }
  }

  /// Whether two values of one kind are of one thing, by what stands around them.
  ///
  /// - Parameter areSole: each article gives one value of that kind alone.
  func isSameThing(_ x: MeasuredSlot, _ y: MeasuredSlot, areSole: Bool) -> Bool {
    // Whose age it is is known; the place and the day beside it are of what they did.
    if case .age = x.kind { return isBirthday(x, y) == false }
    guard x.rate == y.rate, isNear(x, y), agreesOnNames(x, y), agreesOnPlaces(x, y) else { return false }
    // Bail is set once; the days beside it are those of the arrest, of the payment.
    guard agreesOnDays(x, y) || x.payments.contains(.bail) && y.payments.contains(.bail) else { return false }
    let words = sameLanguage ? x.keys.intersection(y.keys).count : 0
    let names = x.names.intersection(y.names).count
    let sameEvent = x.measure != nil && x.measure == y.measure
    switch x.kind {
    case .people, .lasting, .degree, .age: return true
    case .level: return sameLanguage && areSole && x.quantity.unit == y.quantity.unit
    // A vote has two numbers; of several votes it is not known which is which.
    case .tally: return areSole || isOfOneVote(x, y) || words + names >= SlotComparison.fewestShared
    // "Of the sensors" may be said of those that failed and of those that are new.
    case .share:
      return areSole
        && (sameEvent || !x.payments.isDisjoint(with: y.payments) || words + names >= SlotComparison.fewestShared)
    // Whom an event befell is counted as people; of other things it says little.
    case .things:
      return sameEvent && x.measure?.countsPeople == false || words + names >= SlotComparison.fewestShared
        || isOfOneSubject(x, y)
    // Across languages no words can agree: then a name has to, and nothing else of that kind may be told.
    case .named:
      if sameEvent && x.measure?.countsPeople == false { return true }
      return sameLanguage
        ? words + names >= SlotComparison.fewestShared : areSole && names > 0 && x.measure == y.measure
    // Money and shares are in every sentence of some stories: the event has to be the same, and be spoken of alike.
    case .amount:
      if sameLanguage, x.kind.isExtent { return !x.heads.isDisjoint(with: y.heads) }
      let purposes = x.payments.intersection(y.payments)
      if purposes.contains(where: { areSole || $0.isPaidOnce }) { return true }
      return !purposes.isEmpty && (sameLanguage ? words >= 1 || purposes.count > 1 : names >= 1)
    case .day:
      guard sameLanguage else { return names > 1 || areSole && names > 0 }
      return names > 0 && words > 0 && (x.isCounted || y.isCounted ? words + names >= 4 : true)
    }
  }

  /// Whether one who is named has so many by the same verb: "the Workers' Party won 14 seats", "… won 15 seats".
  func isOfOneSubject(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    sameLanguage && x.governor != 0 && x.governor == y.governor && x.measure == y.measure
      && !x.names.subtracting(x.places).isDisjoint(with: y.names.subtracting(y.places))
  }

  /// Whether the other number of both votes is the same: "268-151", "268-155".
  private func isOfOneVote(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    func other(_ slot: MeasuredSlot, _ witness: Witness) -> Double? {
      let inSentence = witness.quantities(in: slot.sentence).filter {
        MeasuredSlot.tallies.contains($0.unit ?? "") && $0.unit != slot.quantity.unit
      }
      return inSentence.count == 1 ? inSentence[0].value : nil
    }
    guard let p = other(x, a), let q = other(y, b) else { return false }
    return p == q
  }

  /// Whether two ages a year apart may both be right, as articles of other days or of none.
  private func isBirthday(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    guard let p = x.quantity.value, let q = y.quantity.value, abs(p - q) <= 1 else { return false }
    return a.day == nil || a.day != b.day
  }

  private func isNear(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    if let p = x.date?.days, let q = y.date?.days {
      return abs(p.lowerBound.number - q.lowerBound.number) <= SlotDifferences.mostDaysApart
    }
    guard let p = x.base, let q = y.base else { return x.quantity.unit == y.quantity.unit }
    return min(abs(p), abs(q)) * SlotDifferences.mostRatio >= max(abs(p), abs(q))
  }

  /// Whether the people around may be the same: one side names none, or both name somebody.
  private func agreesOnNames(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    let (p, q) = (x.names.subtracting(x.places), y.names.subtracting(y.places))
    return p.isEmpty || q.isEmpty || !p.isDisjoint(with: q)
  }

  private func agreesOnPlaces(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool { agreesOnPlaces(x.places, y.places) }

  /// Whether what the left article tells with some places around may have happened where the right one tells it with
  /// others: not where each names another one than the other article knows of.
  ///
  /// A town and its country are no other places.
  func agreesOnPlaces(_ ours: Set<Int>, _ theirs: Set<Int>) -> Bool {
    guard !ours.isEmpty, !theirs.isEmpty, ours.isDisjoint(with: theirs) else { return true }
    if b.identities.contains(where: ours.contains) || a.identities.contains(where: theirs.contains) {
      return true
    }
    func isCountry(_ places: Set<Int>) -> Bool {
      places.contains { Countries.isCountry(scope.identities[$0].name) }
    }
    return isCountry(ours) != isCountry(theirs)
  }

  /// Whether both may have happened on one day: those named around overlap, or the only one is the article's own.
  private func agreesOnDays(_ x: MeasuredSlot, _ y: MeasuredSlot) -> Bool {
    if !x.days.isEmpty, !y.days.isEmpty {
      return x.days.contains { day in y.days.contains { $0.overlaps(day) } }
    }
    return x.days.allSatisfy { isRecent($0, a) || isRecent($0, b) }
      && y.days.allSatisfy { isRecent($0, a) || isRecent($0, b) }
  }

  /// Whether a day lies in the week before an article, or the article itself has no day.
  private func isRecent(_ days: ClosedRange<CivilDay>, _ witness: Witness) -> Bool {
    guard let day = witness.day else { return false }
    let week = 7
    return days.overlaps(day.adding(days: -week)...day)
  }
}
