internal import NewsModel
internal import Prose

/// Sets the versions of a story side by side and says where they differ, few and right ones.
struct DifferenceFinder {
  /// Versions compared with each other; a wire story in a hundred papers is compared through its first ones.
  static let mostVersions = 12
  /// Differences of a story, after the statements of one version only.
  static let most = 12

  let scope: StoryScope

  /// The differences of a story: conflicts first, then by slot and place, what one version alone says last.
  func differences(quotes: [StoryQuote]) -> [Difference] {
    guard scope.witnesses.count > 1 else { return [] }
    var found: [Difference] = []
    for pair in pairs() {
      found += FigureDifferences().differences(in: pair)
      found += DateDifferences().differences(in: pair)
      found += TranslationDifferences().differences(in: pair)
      found += PlaceDifferences().differences(in: pair)
    }
    let merged = DifferenceMerger(scope: scope).merged(found)
    let spelling = SpellingDifferences(scope: scope).differences()
    let attribution = AttributionDifferences(scope: scope).differences(of: quotes)
    let sorted = (merged + spelling + attribution).enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
    return sorted.prefix(DifferenceFinder.most) + OnlyInDifferences(scope: scope).differences()
  }

  private func rank(_ difference: Difference) -> Int {
    switch difference.kind {
    case .conflict: 0
    case .precision: 1
    case .spelling: 2
    case .translation: 3
    case .onlyIn: 4
    }
  }

  private func pairs() -> [AlignedPair] {
    let compared = Array(scope.witnesses.indices.prefix(DifferenceFinder.mostVersions))
    var found: [AlignedPair] = []
    for (position, a) in compared.enumerated() {
      for b in compared[(position + 1)...]
      where scope.witnesses[a].language.code == scope.witnesses[b].language.code
        && scope.witnesses[a].digest.article.text != scope.witnesses[b].digest.article.text
      {
        found += scope.aligner.pairs(a, b).map {
          AlignedPair(
            scope: scope, left: SentencePlace(witness: a, sentence: $0.left),
            right: SentencePlace(witness: b, sentence: $0.right), dice: $0.dice)
        }
      }
    }
    return found
  }
}
