internal import NewsModel
internal import Prose

/// Finds words that a translation made of a name, or a name that it made of words.
///
/// Both versions come from one report, the words around agree, and at that place one has a name where the other has a
/// common noun: a known false friend, or a name that stands nowhere else in either version. A noun by which writers
/// take up a name ("the country") is no mistranslation.
struct TranslationDifferences {
  /// Words that agree without a break on each side of the place, unless the pair is a known one.
  static let fewestAgreeing = 2
  /// A noun and its article; more words say more than a name.
  static let mostWords = 3

  /// The suspected mistranslations within a pair of sentences.
  func differences(in pair: AlignedPair) -> [Difference] {
    guard !pair.isIndependent, pair.a.language.code == pair.b.language.code else { return [] }
    return pair.diff.blocks.compactMap { block in
      guard !block.left.isEmpty, !block.right.isEmpty else { return nil }
      let x = pair.a.text.span(tokens(pair.diff.left, block.left))
      let y = pair.b.text.span(tokens(pair.diff.right, block.right))
      guard let note = note(block, x, y, pair) else { return nil }
      return pair.difference(.name, .translation, x, y, note: note)
    }
  }

  private func note(_ block: WordDiff.Block, _ x: Span, _ y: Span, _ pair: AlignedPair) -> Difference.Note? {
    guard max(block.left.count, block.right.count) <= TranslationDifferences.mostWords else { return nil }
    let around = pair.diff.agreeing(around: block)
    if TranslationDifferences.isFalseFriend(x, pair.a, y, pair.b)
      || TranslationDifferences.isFalseFriend(y, pair.b, x, pair.a)
    {
      return around.before + around.after > 0 ? .knownFalseFriend : nil
    }
    guard isHeld(block, around, pair) else { return nil }
    let isNameBesideNoun =
      isLoneName(x, of: pair.a, besides: pair.b) && isNoun(y, of: pair.b)
      || isLoneName(y, of: pair.b, besides: pair.a) && isNoun(x, of: pair.a)
    return isNameBesideNoun ? .nameBesideNoun : nil
  }

  /// Whether the words on both sides agree: some of them, or all there are up to the sentence's own start or end.
  private func isHeld(_ block: WordDiff.Block, _ around: (before: Int, after: Int), _ pair: AlignedPair) -> Bool {
    let fewest = TranslationDifferences.fewestAgreeing
    let isAtStart = around.before == block.left.lowerBound && around.before == block.right.lowerBound
    let isAtEnd =
      block.left.upperBound + around.after == pair.diff.left.count
      && block.right.upperBound + around.after == pair.diff.right.count
    return (around.before >= fewest || isAtStart) && (around.after >= fewest || isAtEnd)
      && around.before + around.after >= 2 * fewest
  }

  /// Whether a name of the table stands on one side and its noun on the other.
  static func isFalseFriend(_ name: Span, _ a: Witness, _ noun: Span, _ b: Witness) -> Bool {
    let range = a.text.tokens(in: name)
    let others = b.text.tokens[b.text.tokens(in: noun)].map(\.folded)
    for at in range {
      guard let found = a.language.falseFriends.match(a.text.tokens, at: at, limit: range.upperBound) else { continue }
      let isThere = found.value.contains { words in
        others.indices.contains { others[$0...].starts(with: words) }
      }
      if isThere { return true }
    }
    return false
  }

  /// Whether the words are one name, and no person's, which neither version gives anywhere else.
  private func isLoneName(_ span: Span, of witness: Witness, besides other: Witness) -> Bool {
    let range = witness.text.tokens(in: span)
    let named = Set(range.map { witness.identities[$0] }.filter { $0 >= 0 })
    let rest = range.filter { witness.identities[$0] < 0 && witness.keys[$0] != 0 }
    guard rest.isEmpty, named.count == 1, let identity = named.first else { return false }
    let isPerson = witness.digest.actors.contains { actor in
      actor.kind == .person && actor.mentions.contains { $0.overlaps(span) }
    }
    let inside = range.filter { witness.identities[$0] == identity }.count
    let everywhere = witness.identities.lazy.filter { $0 == identity }.count
    return !isPerson && everywhere == inside && !other.identities.contains(identity)
  }

  /// Whether the words are a common noun, with its article at most.
  private func isNoun(_ span: Span, of witness: Witness) -> Bool {
    let range = witness.text.tokens(in: span)
    let matter = range.filter { witness.keys[$0] != 0 }
    guard matter.count == 1, let noun = matter.first else { return false }
    let token = witness.text.tokens[noun]
    let isNumber =
      witness.digest.figures.contains { $0.span.overlaps(span) }
      || witness.digest.dates.contains { $0.span.overlaps(span) }
    return token.kind == .word && !token.capitalized && witness.identities[noun] < 0 && !isNumber
      && !witness.language.isAnaphor(token) && !witness.language.isVerb(token, in: witness.text.bytes)
      && !witness.digest.actors.contains { $0.roles.contains { $0.overlaps(token.span) } }
  }

  private func tokens(_ words: [Int], _ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound]..<words[range.upperBound - 1] + 1
  }
}
