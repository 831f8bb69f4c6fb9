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
  /// Words in a row that a version shares: it then says a part of the statement, joined to others.
  static let sharedRun = 4

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
          scope.aligner.nearest(to: place) < OnlyInDifferences.mostLikeness,
          !family.contains(where: { sharesRun(point.span, of: witness, with: scope.witnesses[$0]) })
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

  /// Whether some words in a row of a statement stand in another version too.
  private func sharesRun(_ span: Span, of witness: Witness, with other: Witness) -> Bool {
    let there = Set(runs(other, other.text.tokens.indices))
    return runs(witness, witness.tokens(touching: span)).contains { there.contains($0) }
  }

  /// A hash of each run of words that holds at least one word of matter.
  private func runs(_ witness: Witness, _ range: Range<Int>) -> [UInt64] {
    let words = range.filter { witness.text.tokens[$0].isWordLike }
    let length = OnlyInDifferences.sharedRun
    guard words.count >= length else { return [] }
    return (0...words.count - length).compactMap { start in
      let run = words[start..<start + length]
      guard run.contains(where: { witness.keys[$0] != 0 }) else { return nil }
      return run.reduce(into: UInt64(0)) { $0 = ($0 &* 0x100_0000_01B3) ^ witness.text.tokens[$1].folded }
    }
  }
}
