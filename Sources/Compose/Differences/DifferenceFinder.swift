internal import NewsModel
internal import Prose

/// Sets the versions of a story side by side and says where they differ, few and right ones.
struct DifferenceFinder {
  /// Versions compared with each other; a wire story in a hundred papers is compared through some.
  static let mostVersions = 12
  /// Differences of a story, after the statements of one version only.
  static let most = 12

  let scope: StoryScope

  /// The differences of a story by weight (`Difference.Class.rank`), those of one class by slot and place.
  func differences(quotes: [StoryQuote]) -> [Difference] {
    guard scope.witnesses.count > 1 else { return [] }
    // What knows of what it is a value comes before what only stands at one place.
    let slots = SlotDifferences(scope: scope, compared: compared)
    var found = slots.differences()
    for pair in pairs() {
      found += values(in: pair)
      found += TranslationDifferences().differences(in: pair)
      found += PlaceDifferences().differences(in: pair)
    }
    found += ValueDifferences(scope: scope, compared: compared).differences(besides: found)
    let agreeing = AgreeingVersions(scope: scope, slots: slots)
    let merger = DifferenceMerger(scope: scope)
    let merged = WholeTallies(scope: scope).widened(merger.merged(found).map(agreeing.added))
    let times = merger.merged(
      EventTimeDifferences(scope: scope, compared: compared).differences(besides: found)
    ).map(agreeing.added)
    let spelling = SpellingDifferences(scope: scope).differences()
    let attribution = AttributionDifferences(scope: scope).differences(of: quotes)
    let roles = RoleDifferences(scope: scope).differences()
    let compared = byWeight(merged + spelling + attribution + roles + times).prefix(DifferenceFinder.most)
    return byWeight(compared + OnlyInDifferences(scope: scope).differences())
  }

  /// The figures and dates that differ; none where reports of their own give another day and another count at once: two
  /// events are told in the same words.
  private func values(in pair: AlignedPair) -> [Difference] {
    let figures = FigureDifferences().differences(in: pair)
    let dates = DateDifferences().differences(in: pair) + ClockDifferences().differences(in: pair)
    func exclude(_ found: [Difference]) -> Bool {
      found.contains { $0.note == .independentOrigins || $0.note == .changedInCopy }
    }
    guard exclude(dates), !pair.isCopy, FigureDifferences().countsDiffer(in: pair) else { return figures + dates }
    return (figures + dates).filter { !exclude([$0]) }
  }

  private func byWeight(_ differences: [Difference]) -> [Difference] {
    differences.enumerated().sorted {
      ($0.element.kind.rank, $0.offset) < ($1.element.kind.rank, $1.offset)
    }.map(\.element)
  }

  /// The witnesses that are compared: the first of each origin, then the second of each …, so that a report in a
  /// hundred papers leaves room for the others.
  private var compared: [Int] {
    var turn = [Int](repeating: 0, count: scope.origins.count)
    let order = scope.witnesses.indices.map { witness in
      defer { turn[scope.originOf[witness]] += 1 }
      return (turn[scope.originOf[witness]], witness)
    }
    return order.sorted { $0 < $1 }.prefix(DifferenceFinder.mostVersions).map(\.1).sorted()
  }

  private func pairs() -> [AlignedPair] {
    let compared = compared
    var found: [AlignedPair] = []
    for (position, a) in compared.enumerated() {
      for b in compared[(position + 1)...]
      where scope.areToldApart(a, b) {
        for pair in scope.aligner.pairs(a, b) where !isSame(a, pair.left, b, pair.right) {
          found.append(
            AlignedPair(
              scope: scope, left: SentencePlace(witness: a, sentence: pair.left),
              right: SentencePlace(witness: b, sentence: pair.right), dice: pair.dice))
        }
      }
    }
    return found
  }

  /// Whether two sentences are the same letter for letter, and so cannot differ.
  private func isSame(_ a: Int, _ left: Int, _ b: Int, _ right: Int) -> Bool {
    let (ours, theirs) = (scope.witnesses[a].text, scope.witnesses[b].text)
    let (x, y) = (ours.sentences[left].span, theirs.sentences[right].span)
    return x.length == y.length && ours.bytes[x.start..<x.end] == theirs.bytes[y.start..<y.end]
  }
}
