internal import NewsModel
internal import Prose

/// Finds figures and durations that differ at the same place of sentences that say the same.
///
/// An exact value beside a vague one ("several hours") is a matter of precision. Two exact values are a conflict
/// between independent origins, and a discrepancy within one.
struct FigureDifferences {
  /// Words of matter that agree within this many words around the figure: less, and the sentence may agree elsewhere
  /// and count another thing here.
  static let reach = 8
  static let fewestAround = 2
  /// "About 100" beside 105 contradicts nothing; twice as much where both are said to be about so many.
  static let roundingShare = 0.1
  /// The share of a number that is told to its tens ("about 380"): who says so has counted.
  private static let countedShare = 0.06
  /// Smaller numbers are told to all their digits.
  private static let leastRounded = 100_000.0
  /// Days between two articles whose counts are still set side by side, as counts of two days.
  static let mostDaysBetween = 3
  /// Measures of time, as `Figure.unit` names them.
  static let timeUnits: Set<String> = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]

  /// A number as the comparison needs it.
  struct Quantity: Equatable {
    var span: Span
    var value: Double?
    var unit: String?
    var approximation: Figure.Approximation
    var bounds: Figure.Bounds?

    /// How far off "about" may be: half of the last step that the number is told in, so 50 for 400 and 5 for 340, and a
    /// tenth of it at most; 0 for a value that is said to be exact.
    var rounding: Double {
      guard approximation == .about, let value else { return 0 }
      return FigureDifferences.rounding(of: value)
    }
  }

  /// Half of the last step that a number is told in, and a tenth of it at most.
  private static func rounding(of value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    // Numbers of the press have three decimals at most.
    var whole = (abs(value) * 1000).rounded()
    var step = 0.001
    while whole >= 10, whole.truncatingRemainder(dividingBy: 10) == 0 {
      whole /= 10
      step *= 10
    }
    if whole.truncatingRemainder(dividingBy: 5) == 0 { step *= 5 }
    return min(step / 2, FigureDifferences.roundingShare * abs(value))
  }

  /// The differences of figure within a pair of sentences.
  func differences(in pair: AlignedPair) -> [Difference] {
    let ours = pair.a.quantities(in: pair.leftSentence)
    let theirs = pair.b.quantities(in: pair.rightSentence)
    var found: [Difference] = []
    for x in ours {
      let partners = theirs.filter { pair.correspond(x.span, $0.span) }
      guard partners.count == 1, let y = partners.first,
        ours.filter({ pair.correspond($0.span, y.span) }).count == 1
      else { continue }
      if let difference = difference(x, y, pair) { found.append(difference) }
    }
    return found
  }

  /// Whether two exact values of one unit differ at one place of the sentences, whatever else is known of them.
  func countsDiffer(in pair: AlignedPair) -> Bool {
    let theirs = pair.b.quantities(in: pair.rightSentence)
    return pair.a.quantities(in: pair.leftSentence).contains { x in
      theirs.contains { y in
        x.value != nil && y.value != nil && sameUnit(x, y, pair) && differs(x, y) && pair.correspond(x.span, y.span)
      }
    }
  }

  /// Whether two sentences that say the same give at one place values that cannot both be true, and neither gives the
  /// other's too.
  func excludeEachOther(in pair: AlignedPair) -> Bool {
    let ours = pair.a.quantities(in: pair.leftSentence)
    let theirs = pair.b.quantities(in: pair.rightSentence)
    return ours.contains { x in
      guard x.value != nil, !theirs.contains(where: { $0.value == x.value }) else { return false }
      return theirs.contains { y in
        y.value != nil && !ours.contains { $0.value == y.value } && sameUnit(x, y, pair) && differs(x, y)
          && excludes(x, y) && pair.correspond(x.span, y.span)
      }
    }
  }

  /// What may have happened to a count between two articles.
  enum Growth {
    /// It stays as it is once it is known: an age, the length of a talk.
    case none
    /// It may have grown unless both are certainly of one day.
    case likely
    /// Sentences so alike were written of one moment, unless their articles' days say otherwise.
    case unlikely
  }

  private func difference(_ x: Quantity, _ y: Quantity, _ pair: AlignedPair) -> Difference? {
    guard sameUnit(x, y, pair), differs(x, y), pair.areOfOneThing(x.span, y.span) else { return nil }
    let around = pair.diff.matterAround(pair.block(x.span, y.span), reach: FigureDifferences.reach, in: pair.a)
    guard around >= FigureDifferences.fewestAround else { return nil }
    let slot = slot(x, y, pair)
    let isSaidElsewhere = isSaidElsewhere(x, in: pair.b) || isSaidElsewhere(y, in: pair.a)
    guard
      let (kind, note) = verdict(
        x, y, pair.a, pair.b, isIndependent: pair.isIndependent, isSaidElsewhere: isSaidElsewhere,
        growth: pair.dice >= PlaceDifferences.leastDice ? .unlikely : .likely)
    else { return nil }
    let mayBeOfOthers = note != .vagueBesideExact && pair.isSubstituted(x.span, y.span)
    return mayBeOfOthers ? nil : pair.difference(slot, kind, x.span, y.span, note: note)
  }

  private func slot(_ x: Quantity, _ y: Quantity, _ pair: AlignedPair) -> Difference.Slot {
    guard FigureDifferences.timeUnits.contains(x.unit ?? y.unit ?? "") else { return .figure }
    let (ours, theirs) = (pair.scope.slotReader(pair.left), pair.scope.slotReader(pair.right))
    let isAge =
      ours.isAge(x, pair.a.text.sentences[pair.leftSentence].tokens)
      || theirs.isAge(y, pair.b.text.sentences[pair.rightSentence].tokens)
    return isAge ? .age : .duration
  }

  /// How two values of one thing differ; nil where they do not, or where nothing can be said.
  ///
  /// - Parameters:
  ///   - isSaidElsewhere: one version gives the other's value too, and so does not contradict it.
  ///   - growth: what was counted on another day may have changed meanwhile: that is told, and is no conflict.
  func verdict(
    _ x: Quantity, _ y: Quantity, _ a: Witness, _ b: Witness, isIndependent: Bool, isSaidElsewhere: Bool,
    growth: Growth
  ) -> (Difference.Class, Difference.Note)? {
    if (x.value == nil) != (y.value == nil), !excludes(x, y) { return (.precision, .vagueBesideExact) }
    guard !isSaidElsewhere else { return nil }
    if x.approximation != .exact || y.approximation != .exact {
      guard excludes(x, y), !areClose(x, y) else {
        let areRounded = x.approximation == .about && y.approximation == .about
        return (.precision, areRounded ? .bothRounded : .vagueBesideExact)
      }
    }
    guard isIndependent else { return (.discrepancy, .changedInCopy) }
    let isKnown = a.day != nil && b.day != nil
    guard growth == .none || (isKnown ? a.day == b.day : growth == .unlikely) else {
      guard let p = a.day, let q = b.day, abs(p.number - q.number) <= FigureDifferences.mostDaysBetween else {
        return nil
      }
      return (.discrepancy, .otherDay)
    }
    return (.conflict, .independentOrigins)
  }

  private func sameUnit(_ x: Quantity, _ y: Quantity, _ pair: AlignedPair) -> Bool {
    if let a = x.unit, let b = y.unit, a == b { return true }
    if x.unit == nil, y.unit == nil { return true }
    // The words counted may be inflected or longer in one version: their last words then have one stem.
    guard let i = pair.a.text.tokens(in: x.span).last, let j = pair.b.text.tokens(in: y.span).last else { return false }
    return pair.a.keys[i] != 0 && pair.a.keys[i] == pair.b.keys[j]
  }

  func differs(_ x: Quantity, _ y: Quantity) -> Bool {
    if x.value == nil, y.value == nil { return areApart(x, y) }
    guard let a = x.value, let b = y.value else { return true }
    return abs(a - b) > x.rounding + y.rounding && !FigureDifferences.isOneToldShorter(a, b)
  }

  /// Whether one of two great numbers is the other one told to fewer digits: 13,625,777 and 13.6 million.
  static func isOneToldShorter(_ a: Double, _ b: Double) -> Bool {
    func rounds(_ value: Double, to told: Double) -> Bool {
      var (digits, step) = (told, 1.0)
      while digits >= 10, digits.truncatingRemainder(dividingBy: 10) == 0 {
        digits /= 10
        step *= 10
      }
      return digits >= 10 && abs(value - told) <= step / 2
    }
    guard min(a, b) >= leastRounded, a.isFinite, b.isFinite else { return false }
    return rounds(a, to: b) || rounds(b, to: a)
  }

  /// Whether two ranges have nothing in common: "four to six weeks", "ten to twelve weeks".
  private func areApart(_ x: Quantity, _ y: Quantity) -> Bool {
    guard let p = x.bounds, let q = y.bounds else { return false }
    return p.high < q.low || q.high < p.low
  }

  /// Whether two values lie so close that either may be a rounding of the other.
  private func areClose(_ x: Quantity, _ y: Quantity) -> Bool {
    guard let a = x.value, let b = y.value else { return false }
    let larger = max(abs(a), abs(b))
    let leeway = [x, y].reduce(0.0) { sum, quantity in
      guard quantity.approximation == .about, let value = quantity.value else { return sum }
      let own = max(FigureDifferences.countedShare * abs(value), 2 * FigureDifferences.rounding(of: value))
      return sum + min(own, FigureDifferences.roundingShare * larger)
    }
    return abs(a - b) <= leeway
  }

  /// Whether two values cannot both be true, given how exact they are said to be.
  private func excludes(_ x: Quantity, _ y: Quantity) -> Bool {
    if x.bounds != nil, y.bounds != nil { return areApart(x, y) }
    // "Entre 10 et 15 %" leaves room for 12 and none for 20.
    if let bounds = x.bounds, let b = y.value { return !(bounds.low...bounds.high).contains(b) }
    if let bounds = y.bounds, let a = x.value { return !(bounds.low...bounds.high).contains(a) }
    guard let a = x.value, let b = y.value else { return false }
    // Two bounds on one side tell how far each has counted: "at least 41" is none of "at least 37", but may be of "more
    // than 40".
    if x.approximation == y.approximation, [.atLeast, .atMost].contains(x.approximation) {
      return abs(a - b) > FigureDifferences.rounding(of: x.approximation == .atLeast ? min(a, b) : max(a, b))
    }
    func allows(_ bound: Quantity, _ limit: Double, _ value: Double) -> Bool {
      switch bound.approximation {
      case .atLeast: value >= limit
      case .atMost: value <= limit
      case .exact, .about, .between: false
      }
    }
    return !allows(x, a, b) && !allows(y, b, a)
  }

  /// Whether a version gives the same value of the same unit anywhere: then it knows both, and does not contradict.
  private func isSaidElsewhere(_ x: Quantity, in other: Witness) -> Bool {
    other.digest.figures.contains { $0.value == x.value && $0.bounds == x.bounds && $0.unit == x.unit }
  }
}
