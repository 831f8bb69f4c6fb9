internal import NewsModel
internal import Prose

/// Finds places that differ at the same spot of parallel sentences.
///
/// Only where neither version names the other's place at all: a city and its country, named by turns, are no conflict. Of
/// one report, another spelling of a name is no other place.
struct PlaceDifferences {
  /// Words that agree without a break on each side together.
  static let fewestAgreeing = 4
  /// Sentences less alike than this may tell of two moments.
  static let leastDice = 0.6

  /// The differences of place within a pair of sentences.
  func differences(in pair: AlignedPair) -> [Difference] {
    guard pair.isIndependent || pair.isCopy, pair.dice >= PlaceDifferences.leastDice else { return [] }
    return pair.diff.blocks.compactMap { block in
      guard let x = place(block.left, pair.diff.left, pair.a), let y = place(block.right, pair.diff.right, pair.b),
        x.identity != y.identity, !pair.b.identities.contains(x.identity), !pair.a.identities.contains(y.identity),
        Countries.isCountry(pair.a.text.words(x.span)) == Countries.isCountry(pair.b.text.words(y.span))
      else { return nil }
      let around = pair.diff.agreeing(around: block)
      guard around.before + around.after >= PlaceDifferences.fewestAgreeing, around.before > 0 else { return nil }
      guard !pair.isIndependent else {
        return pair.difference(.place, .conflict, x.span, y.span, note: .independentOrigins)
      }
      guard !SpellingDifferences.isNear(pair.a.text.words(x.span), pair.b.text.words(y.span)) else { return nil }
      return pair.difference(.place, .discrepancy, x.span, y.span, note: .changedInCopy)
    }
  }

  /// The one place that the words of a block are, besides words of grammar.
  private func place(_ range: Range<Int>, _ words: [Int], _ witness: Witness) -> (identity: Int, span: Span)? {
    let tokens = range.map { words[$0] }
    let named = Set(tokens.map { witness.identities[$0] }.filter { $0 >= 0 })
    guard named.count == 1, let identity = named.first,
      !tokens.contains(where: { witness.identities[$0] < 0 && witness.keys[$0] != 0 })
    else { return nil }
    for actor in witness.digest.actors where actor.kind == .place {
      if let mention = actor.mentions.first(where: { mention in
        tokens.contains { mention.contains(witness.text.tokens[$0].span) }
      }) {
        return (identity, mention)
      }
    }
    return nil
  }
}
