internal import NewsModel
internal import Prose

/// Two sentences of two versions that say the same, with their words aligned once that is asked for.
final class AlignedPair {
  let scope: StoryScope
  /// Indices into the witnesses of the scope.
  let left: Int
  let right: Int
  /// Indices into their sentences.
  let leftSentence: Int
  let rightSentence: Int
  /// How alike the two are (Dice), 0 to 1.
  let dice: Double
  private(set) lazy var diff = WordDiff(
    a, a.text.sentences[leftSentence].tokens, b, b.text.sentences[rightSentence].tokens)
  /// Whether the people named beside two values may be the same: one side names none, or both name somebody.
  ///
  /// Who only says so is not counted.
  private(set) lazy var nameTheSame = peopleAgree()

  /// A pair of two sentences.
  init(scope: StoryScope, left: SentencePlace, right: SentencePlace, dice: Double) {
    self.scope = scope
    self.left = left.witness
    self.right = right.witness
    leftSentence = left.sentence
    rightSentence = right.sentence
    self.dice = dice
  }

  var a: Witness { scope.witnesses[left] }
  var b: Witness { scope.witnesses[right] }
  /// Whether the two come from different reports, so that they can contradict each other.
  var isIndependent: Bool { !scope.shareOrigin(left, right) }
  /// Whether the two are versions of one report of one day: what differs between them was changed, and is no other event.
  var isCopy: Bool { !isIndependent && (a.day == nil || b.day == nil || a.day == b.day) }
  /// The spans of the two sentences.
  var leftSpan: Span { a.text.sentences[leftSentence].span }
  var rightSpan: Span { b.text.sentences[rightSentence].span }

  /// One difference with its two sides.
  func difference(
    _ slot: Difference.Slot, _ kind: Difference.Class, _ leftWords: Span, _ rightWords: Span, note: Difference.Note?
  ) -> Difference {
    Difference(
      slot: slot, kind: kind,
      versions: [
        scope.version(left, leftSentence, words: leftWords), scope.version(right, rightSentence, words: rightWords),
      ], note: note)
  }

  /// Whether two spans, one of each sentence, stand for each other: they share an aligned word or a block.
  func correspond(_ x: Span, _ y: Span) -> Bool {
    let i = positions(x, diff.left, a)
    let j = positions(y, diff.right, b)
    guard !i.isEmpty, !j.isEmpty else { return false }
    if diff.pairs.contains(where: { i.contains($0.left) && j.contains($0.right) }) { return true }
    return diff.blocks.contains { $0.left.overlaps(i) && $0.right.overlaps(j) }
  }

  /// Whether another word of matter near two corresponding spans differs too; in a copy another value may.
  func isSubstituted(_ x: Span, _ y: Span) -> Bool {
    diff.isSubstituted(near: block(x, y), reach: AlignedPair.substitutionReach, a, b) { other in
      let (ours, theirs) = (other.left.map { diff.left[$0] }, other.right.map { diff.right[$0] })
      return isOfOneTime(ours, theirs) || areSayings(ours, theirs)
        || isCopy && isValue(ours, of: a) && isValue(theirs, of: b)
    }
  }

  /// Whether some words of both sentences are one time told in two ways: "in 2025", "last year".
  private func isOfOneTime(_ ours: [Int], _ theirs: [Int]) -> Bool {
    guard let p = times(ours, of: a), let q = times(theirs, of: b), !p.isEmpty, !q.isEmpty else { return false }
    return p.allSatisfy { day in q.contains { $0.overlaps(day) } }
      && q.allSatisfy { day in p.contains { $0.overlaps(day) } }
  }

  /// Whether some words of both sentences only say that it was said: "announced", "told".
  private func areSayings(_ ours: [Int], _ theirs: [Int]) -> Bool {
    func areSayings(_ words: [Int], of witness: Witness) -> Bool {
      words.allSatisfy { word in
        witness.keys[word] == 0
          || witness.language.measures.saying.match(witness.text.tokens, at: word, limit: word + 1) != nil
      }
    }
    return areSayings(ours, of: a) && areSayings(theirs, of: b)
  }

  /// The times that some tokens tell; nil where a word of matter among them tells none.
  private func times(_ words: [Int], of witness: Witness) -> [ClosedRange<CivilDay>]? {
    var found: [ClosedRange<CivilDay>] = []
    for word in words where witness.keys[word] != 0 {
      let span = witness.text.tokens[word].span
      guard let days = witness.digest.dates.first(where: { $0.span.overlaps(span) })?.value?.days else { return nil }
      found.append(days)
    }
    return found
  }

  /// Whether all words of matter among some tokens belong to a figure, a date or a place.
  private func isValue(_ words: [Int], of witness: Witness) -> Bool {
    let values =
      witness.digest.figures.map(\.span) + witness.digest.dates.map(\.span)
      + witness.digest.actors.filter { $0.kind == .place }.flatMap(\.mentions)
    return words.allSatisfy { word in
      witness.keys[word] == 0 || values.contains { $0.overlaps(witness.text.tokens[word].span) }
    }
  }

  /// Whether around two corresponding spans, up to the next words that agree, both sentences say something else too: "the
  /// court opened an inquiry on Tuesday" and "witnesses were heard on Friday in the inquiry" are two events.
  func sayMoreBeside(_ x: Span, _ y: Span) -> Bool {
    let (i, j) = (positions(x, diff.left, a), positions(y, diff.right, b))
    return diff.blocks.contains { block in
      (block.left.overlaps(i) || block.right.overlaps(j))
        && block.left.contains { !i.contains($0) && a.keys[diff.left[$0]] != 0 }
        && block.right.contains { !j.contains($0) && b.keys[diff.right[$0]] != 0 }
    }
  }

  /// Words on each side within which a subject or object names what a value is of.
  static let substitutionReach = 6

  /// The block around two corresponding spans: their words and whatever does not agree between.
  func block(_ x: Span, _ y: Span) -> WordDiff.Block {
    WordDiff.Block(left: positions(x, diff.left, a), right: positions(y, diff.right, b))
  }

  /// The word positions that a span covers.
  private func positions(_ span: Span, _ words: [Int], _ witness: Witness) -> Range<Int> {
    let from = words.partitioningIndex { witness.text.tokens[$0].span.end > span.start }
    let to = words.partitioningIndex { witness.text.tokens[$0].span.start >= span.end }
    return from..<max(from, to)
  }
}

extension StoryScope {
  /// One side of a difference: the clause around the words that differ.
  func version(_ witness: Int, _ sentence: Int, words: Span) -> Difference.Version {
    let reader = witnesses[witness]
    let tokens = reader.tokens(touching: words)
    let clause = ClauseClipper.clause(
      around: tokens, in: reader.text.sentences[sentence].tokens, of: reader, reach: .beside)
    return Difference.Version(
      article: reader.id, context: reader.text.span(clause).union(words), variants: [words])
  }
}
