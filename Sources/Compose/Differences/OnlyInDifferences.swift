internal import NewsModel
internal import Prose

/// Finds the statements that matter most and that only the longer version of one report makes.
struct OnlyInDifferences {
  /// A reader wants the few that matter.
  static let most = 3
  /// A version so much longer than the shortest is said to hold more.
  static let leastRatio = 1.25
  /// A statement with a sentence elsewhere nearer than this is not missing there.
  static let mostLikeness = 0.3

  let scope: StoryScope

  /// At most three statements of one version only, the best key points first.
  func differences() -> [Difference] {
    var found: [(score: Double, place: SentencePlace, difference: Difference)] = []
    for (index, witness) in scope.witnesses.enumerated() {
      let family = scope.witnesses.indices.filter { $0 != index && scope.shareOrigin($0, index) }
      guard let shortest = family.map({ scope.witnesses[$0].wordCount }).min(), shortest > 0,
        Double(witness.wordCount) >= OnlyInDifferences.leastRatio * Double(shortest)
      else { continue }
      let best = max(witness.digest.keyPoints.map(\.score).max() ?? 1, .leastNonzeroMagnitude)
      for point in witness.digest.keyPoints {
        guard let sentence = witness.sentence(of: point.span) else { continue }
        let place = SentencePlace(witness: index, sentence: sentence)
        guard scope.aligner.counterparts(of: place).isEmpty,
          scope.aligner.nearest(to: place) < OnlyInDifferences.mostLikeness
        else { continue }
        let version = Difference.Version(article: witness.id, context: point.span, variants: [])
        found.append(
          (
            point.score / best, place,
            Difference(slot: .statement, kind: .onlyIn, versions: [version], note: .oneVersionOnly)
          ))
      }
    }
    return found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(OnlyInDifferences.most).map(\.difference)
  }
}
