internal import Foundation
internal import NewsModel
internal import Prose

/// Tells which value of one article stands for which of another by all that stands around them.
///
/// Two numbers contradict each other only where both are of one thing (de Marneffe, Rafferty and Manning 2008, "Finding
/// contradictions in text"), and newsrooms tell one thing in other words. So each pair of values of one dimension gets a
/// chance by a logistic regression over how near the numbers are, how many rivals they have, what words, names and
/// events stand around both, and where in the articles they stand; the best pairs are taken first, each value once. Some
/// signs bar a pair at once: another day, place, person or fate.
struct ValueAlignment {
  /// A pair of values that are taken to be of one thing.
  struct Pair {
    var left: ValueContext
    var right: ValueContext
    /// From 0 to 1.
    var chance: Double
  }
  /// Pairs below are not taken: of labelled pairs of real reports two in three above are of one thing before the rest of
  /// the comparison, and nine in ten of those that were written for it.
  static let leastChance = 0.55
  /// More than this between two values, and they measure different things (`exp(1.1)`).
  static let mostRatio = 3.0
  /// The first part of an article, which tells what happened.
  static let lead = 1.0 / 3
  /// Months and years, in days.
  static let longTime = 27
  /// Small whole numbers are in every article.
  static let small = 10.0

  let scope: StoryScope
  let left: Int
  let right: Int
  /// All values of the two articles.
  let ours: [ValueContext]
  let theirs: [ValueContext]

  private var a: Witness { scope.witnesses[left] }
  private var b: Witness { scope.witnesses[right] }

  /// The pairs that differ and are likely of one thing, the likeliest first.
  func pairs() -> [Pair] {
    let mine = ours.indices.filter { !ours[$0].isPartial && !isTold(ours[$0], by: theirs, of: b) }
    let others = theirs.indices.filter { !theirs[$0].isPartial && !isTold(theirs[$0], by: ours, of: a) }
    guard !mine.isEmpty, !others.isEmpty else { return [] }
    let known = shareOfNames
    var found: [(chance: Double, i: Int, j: Int)] = []
    for i in mine {
      for j in others where mayBeOfOneThing(ours[i], theirs[j]) {
        let chance = chance(ours[i], theirs[j], shareOfNames: known)
        if chance >= ValueAlignment.leastChance { found.append((chance, i, j)) }
      }
    }
    found.sort { ($1.chance, $0.i, $0.j) < ($0.chance, $1.i, $1.j) }
    var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
    return found.compactMap { chance, i, j in
      guard !usedLeft.contains(i), !usedRight.contains(j) else { return nil }
      usedLeft.insert(i)
      usedRight.insert(j)
      return Pair(left: ours[i], right: theirs[j], chance: chance)
    }
  }

  /// Whether an article gives the same value of that kind anywhere: then it knows both. A small number of people has to
  /// be of the same fate too.
  private func isTold(_ value: ValueContext, by others: [ValueContext], of witness: Witness) -> Bool {
    if let told = value.quantity.value, told >= ValueAlignment.small, witness.givesBare(told) { return true }
    return others.contains { other in
      guard other.dimension == value.dimension, areOneNumber(value, other) else { return false }
      guard (value.base ?? 0) < ValueAlignment.small, value.dimension == .people else { return true }
      return value.fate == other.fate
    }
  }

  /// Whether two numbers are the same, or one is the other told to fewer digits.
  private func areOneNumber(_ x: ValueContext, _ y: ValueContext) -> Bool {
    guard let p = x.base, let q = y.base, p != q else { return x.base == y.base }
    return x.quantity.bounds == nil && y.quantity.bounds == nil && FigureDifferences.isOneToldShorter(p, q)
  }

  /// Whether a value is a range that holds the other one.
  private func liesWithin(_ x: ValueContext, _ y: ValueContext) -> Bool {
    guard let bounds = x.quantity.bounds else { return false }
    let (low, high) = y.quantity.bounds.map { ($0.low, $0.high) } ?? (y.quantity.value ?? 0, y.quantity.value ?? 0)
    return bounds.low <= low && high <= bounds.high
  }

  /// Whether nothing bars two values from being of one thing.
  private func mayBeOfOneThing(_ x: ValueContext, _ y: ValueContext) -> Bool {
    // Months and years are seldom told of one thing.
    guard x.dimension == y.dimension,
      x.dimension != .measure(ValueContext.long) || x.quantity.unit == y.quantity.unit, let p = x.base, let q = y.base,
      p > 0, q > 0,
      max(p, q) <= ValueAlignment.mostRatio * min(p, q), FigureDifferences().differs(x.quantity, y.quantity)
    else { return false }
    if let p = x.fate, let q = y.fate, p != q { return false }
    if let p = x.noun, let q = y.noun, p != q { return false }
    let people = (x.names.subtracting(x.places), y.names.subtracting(y.places))
    guard people.0.isEmpty || people.1.isEmpty || !people.0.isDisjoint(with: people.1) else { return false }
    guard agreeOnDays(x, y), !areOfTwoSubjects(x, y) else { return false }
    guard agreesOnPlaces(x, y) else { return false }
    let isTold = !x.near.isDisjoint(with: y.near) || !x.measures.isDisjoint(with: y.measures)
    if x.isTime || x.dimension == .age || areSmall(x, y), !isTold { return false }
    if areOneNumber(x, y) || liesWithin(x, y) || liesWithin(y, x) { return false }
    return areOfOnePerson(x, y)
  }

  /// Whether the days named around both may be the same, and so the months and years, which may stand beside a day.
  private func agreeOnDays(_ x: ValueContext, _ y: ValueContext) -> Bool {
    func agree(_ p: [ClosedRange<CivilDay>], _ q: [ClosedRange<CivilDay>]) -> Bool {
      p.isEmpty || q.isEmpty || p.contains { day in q.contains { $0.overlaps(day) } }
    }
    func isLong(_ days: ClosedRange<CivilDay>) -> Bool {
      days.upperBound.number - days.lowerBound.number >= ValueAlignment.longTime
    }
    return agree(x.days, y.days) && agree(x.days.filter(isLong), y.days.filter(isLong))
  }

  /// Whether both are told of a subject, or as shares of a noun: then `SlotComparison` knows more of them.
  private func areOfTwoSubjects(_ x: ValueContext, _ y: ValueContext) -> Bool {
    if x.isOfSubject, let p = x.subject, let q = y.subject, p != q { return true }
    return x.isShareOfNoun && y.isShareOfNoun
  }

  private func agreesOnPlaces(_ x: ValueContext, _ y: ValueContext) -> Bool {
    SlotComparison(scope: scope, left: left, right: right).agreesOnPlaces(x.places, y.places)
  }

  /// Whether both count few people or things.
  private func areSmall(_ x: ValueContext, _ y: ValueContext) -> Bool {
    if case .measure = x.dimension { return false }
    return [x, y].allSatisfy { ($0.quantity.value ?? ValueAlignment.small) < ValueAlignment.small }
  }

  /// Whether the people of whom the sentences of two values tell may be the same: one names none, or both name somebody.
  private func areOfOnePerson(_ x: ValueContext, _ y: ValueContext) -> Bool {
    let p = scope.slotReader(left).people(in: x.sentence)
    let q = scope.slotReader(right).people(in: y.sentence)
    return p.isEmpty || q.isEmpty || !p.isDisjoint(with: q)
  }

  /// The share of the identities of the article that names fewer which the other names too.
  private var shareOfNames: Double {
    let (p, q) = (Set(a.identities).subtracting([-1]), Set(b.identities).subtracting([-1]))
    return Double(p.intersection(q).count) / Double(max(1, min(p.count, q.count)))
  }

  /// How likely two values are of one thing, from 0 to 1.
  ///
  /// The weights were fitted (ridge, C = 0.5) on pairs of values in reports of one event: some written and labelled for
  /// it, French and English, and some of real reports that were judged by reading.
  private func chance(_ x: ValueContext, _ y: ValueContext, shareOfNames: Double) -> Double {
    let signs = signs(x, y, shareOfNames: shareOfNames)
    let sum = zip(signs, ValueAlignment.weights).reduce(ValueAlignment.bias) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }

  private func signs(_ x: ValueContext, _ y: ValueContext, shareOfNames: Double) -> [Double] {
    func flag(_ holds: Bool) -> Double { holds ? 1 : 0 }
    let likeness = scope.aligner.likeness(
      SentencePlace(witness: left, sentence: x.sentence), SentencePlace(witness: right, sentence: y.sentence))
    let ratio = log((x.base ?? 1) / (y.base ?? 1))
    let rivals = (
      ours.lazy.filter { $0.dimension == x.dimension }.count, theirs.lazy.filter { $0.dimension == y.dimension }.count
    )
    return [
      log(1 + scope.aligner.weight(ofShared: x.words.intersection(y.words))),
      log(1 + Double(x.beginnings.intersection(y.beginnings).count)),
      log(1 + Double(x.near.intersection(y.near).count)),
      flag(!x.measures.isDisjoint(with: y.measures)),
      abs(ratio),
      log(Double(rivals.0)) + log(Double(rivals.1)),
      max(likeness.dice, likeness.containment),
      flag(max(x.position, y.position) < ValueAlignment.lead),
      abs(x.position - y.position),
      flag(areSmall(x, y)),
      shareOfNames,
    ]
  }

  private static let bias = 0.51
  /// Those of `signs`, in their order.
  private static let weights = [0.38, 0.2, 0.37, 0.98, -2.05, -0.48, 0.14, 1.07, -0.71, -1.24, 0.44]
}
