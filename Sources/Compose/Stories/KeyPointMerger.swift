internal import NewsModel
internal import Prose

/// Merges the key points of a story's articles: one statement stands once, with all who make it.
struct KeyPointMerger {
  /// How many statements a reader takes in before the story's own page should be the articles themselves.
  static let most = 6
  /// Statements that share this much of their weight (Dice) repeat each other.
  static let repeating = 0.4
  /// Or this much of the lighter one's.
  static let repeatingPart = 0.6

  let scope: StoryScope
  /// On what independent origins contradict each other.
  private let conflicts: [Difference]

  /// A merger of the key points of a story's articles, whose differences are known: a sentence that gives another
  /// figure or day than an independent one does not carry what that one says.
  init(scope: StoryScope, differences: [Difference]) {
    self.scope = scope
    conflicts = differences.filter { $0.kind == .conflict }
  }

  private struct Candidate {
    var place: SentencePlace
    var span: Span
    /// 0 to 1 within its article.
    var score: Double
  }

  /// The statements of the story, those of most origins first, then by score; not repeating each other.
  ///
  /// Some more than the page shows, so that one withheld can be replaced.
  func keyPoints() -> [StoryKeyPoint] {
    let merged = candidates().map { candidate in (candidate, point(candidate)) }.sorted { a, b in
      if a.1.origins != b.1.origins { return a.1.origins > b.1.origins }
      if a.1.score != b.1.score { return a.1.score > b.1.score }
      return a.0.place < b.0.place
    }
    var chosen: [(Candidate, StoryKeyPoint)] = []
    for entry in merged where !chosen.contains(where: { repeats($0.0, entry.0) }) {
      chosen.append(entry)
      if chosen.count == 2 * KeyPointMerger.most { break }
    }
    return chosen.map(\.1)
  }

  private func candidates() -> [Candidate] {
    scope.witnesses.indices.flatMap { index -> [Candidate] in
      let witness = scope.witnesses[index]
      let best = witness.digest.keyPoints.map(\.score).max() ?? 1
      return witness.digest.keyPoints.compactMap { point in
        guard let sentence = witness.sentence(of: point.span) else { return nil }
        let score = best > 0 ? max(0, point.score / best) : 0
        return Candidate(place: SentencePlace(witness: index, sentence: sentence), span: point.span, score: score)
      }
    }
  }

  private func point(_ candidate: Candidate) -> StoryKeyPoint {
    let matches = scope.aligner.counterparts(of: candidate.place).filter { other, match in
      let place = SentencePlace(witness: other, sentence: match.sentence)
      return !contradict(candidate.place, place) && !countsOtherwise(candidate.place, place, dice: match.dice)
        && givesFigures(of: candidate.place, other)
    }
    let others = matches.keys.sorted()
    let alsoIn = others.compactMap { other -> Passage? in
      guard let match = matches[other] else { return nil }
      return scope.passage(other, scope.witnesses[other].text.sentences[match.sentence].span)
    }
    let origins = Set((others + [candidate.place.witness]).map { scope.originOf[$0] })
    return StoryKeyPoint(
      passage: scope.passage(candidate.place.witness, candidate.span), alsoIn: alsoIn, origins: origins.count,
      score: candidate.score)
  }

  /// Whether two sentences of independent origins give values that exclude each other.
  private func contradict(_ a: SentencePlace, _ b: SentencePlace) -> Bool {
    guard !scope.shareOrigin(a.witness, b.witness) else { return false }
    func side(_ place: SentencePlace, of difference: Difference) -> [UInt64]? {
      let reader = scope.witnesses[place.witness]
      let words = difference.versions.filter { $0.article == reader.id }.flatMap(\.variants)
        .filter { reader.text.sentences[place.sentence].span.contains($0) }
      return words.isEmpty ? nil : words.flatMap { reader.text.tokens(in: $0) }.map { reader.text.tokens[$0].folded }
    }
    return conflicts.contains { difference in
      guard let x = side(a, of: difference), let y = side(b, of: difference) else { return false }
      // Three versions may stand in one conflict, two of which agree.
      return x != y
    }
  }

  /// Whether two sentences of one language give values that cannot both be true, though no conflict was found between
  /// them: a toll of another day, a figure that changed in a copy. Who says seventeen does not carry what says twelve.
  private func countsOtherwise(_ a: SentencePlace, _ b: SentencePlace, dice: Double) -> Bool {
    guard scope.witnesses[a.witness].language.code == scope.witnesses[b.witness].language.code else { return false }
    let (x, y) = (figures(a), figures(b))
    // "9 000 véhicules" is not said by whom "près de 10 000 véhicules" is; a bound lets the other value be.
    let (ours, theirs) = (values(x), values(y))
    if ours.contains(where: { unit, values in theirs[unit].map { $0.isDisjoint(with: values) } ?? false }) {
      return true
    }
    guard !x.isEmpty, !y.isEmpty, Set(x.map(\.value)) != Set(y.map(\.value)) else { return false }
    return FigureDifferences().excludeEachOther(in: AlignedPair(scope: scope, left: a, right: b, dice: dice))
  }

  /// Whether an article gives every figure of another's sentence, there or elsewhere: who tells the loss alone does not
  /// carry what the sentence says of the sales.
  private func givesFigures(of place: SentencePlace, _ witness: Int) -> Bool {
    let others = scope.witnesses[witness].digest.figures
    return figures(place).allSatisfy { figure in others.contains { KeyPointMerger.agree(figure, $0) } }
  }

  /// Whether two figures are one value, or a value of the unit that a bound lets be.
  private static func agree(_ a: Figure, _ b: Figure) -> Bool {
    guard let x = a.value, let y = b.value else { return false }
    if x == y { return true }
    guard a.unit == b.unit else { return false }
    return a.approximation == .atLeast && y >= x || a.approximation == .atMost && y <= x
      || b.approximation == .atLeast && x >= y || b.approximation == .atMost && x <= y
  }

  /// The figures of a sentence that have a value.
  private func figures(_ place: SentencePlace) -> [Figure] {
    let witness = scope.witnesses[place.witness]
    let sentence = witness.text.sentences[place.sentence].span
    return witness.digest.figures.filter { sentence.contains($0.span) && $0.value != nil }
  }

  /// The values of figures that are no bounds, by unit.
  private func values(_ figures: [Figure]) -> [String: Set<Double>] {
    var values: [String: Set<Double>] = [:]
    for figure in figures where figure.approximation != .atLeast && figure.approximation != .atMost {
      if let value = figure.value { values[figure.unit ?? "", default: []].insert(value) }
    }
    return values
  }

  private func repeats(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.place == b.place { return a.span.overlaps(b.span) }
    let (dice, part) = scope.aligner.likeness(a.place, b.place)
    if dice >= KeyPointMerger.repeating || part >= KeyPointMerger.repeatingPart { return true }
    return scope.aligner.counterpart(of: a.place, in: b.place.witness)?.sentence == b.place.sentence
  }
}
