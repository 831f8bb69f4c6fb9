internal import NewsModel
internal import Prose

/// A verb that says that somebody speaks.
struct Cue: Equatable {
  /// What the verb does with the words.
  enum Kind { case reporting, besideMarks, labelling }
  /// From auxiliary to participle, an inverted pronoun inside or behind it included.
  var tokens: Range<Int>
  var kind: Kind
  /// "adding", "ajoutant": its subject is that of the clause it hangs on.
  var isGerund: Bool
  /// "-t-il", as a token.
  var invertedPronoun: Int?
  /// The verb is an auxiliary and a participle, so it is sure to be a verb.
  var isCompound: Bool
}

/// Finds the verbs that say that somebody speaks.
///
/// Nouns that look like such verbs ("la note", "his claims") are told by the determiner before them; negated verbs
/// ("n'a pas précisé", "did not say") and passive ones ("was told") report nothing. The lists follow the verbs of
/// SAPIENS (de La Clergerie et al. 2009) and of PARC 3.0 (Pareti 2016) in kind.
struct CueFinder {
  /// Words that may stand between an auxiliary and its participle.
  private static let longestGap = 6

  let reading: QuoteReading
  private var tags: [LexicalTags] { reading.tags }

  init(_ reading: QuoteReading) { self.reading = reading }

  /// All cues, in order; no two overlap.
  func cues() -> [Cue] {
    var found: [Cue] = []
    var at = 0
    while at < tags.count {
      if let cue = cue(at: at) {
        found.append(cue)
        at = cue.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func cue(at: Int) -> Cue? {
    let tag = tags[at]
    guard
      tag.has([
        .auxiliary, .finite, .finiteBesideMarks, .labellingFinite, .gerund, .gerundBesideMarks, .labellingGerund,
      ])
    else { return nil }
    if tag.contains(.auxiliary), let compound = compound(at: at) { return compound }
    let isGerund = tag.has(.anyGerund) && !tag.has(.anyFinite)
    // "accused X of saying", "instead of saying": nobody's report.
    if isGerund, at > 0, tags[at - 1].has([.alleging, .genitive]) { return nil }
    guard isGerund || tag.has(.anyFinite), !reading.isNounByPlace(at), !isBarred(at), !isDenied(at),
      !isSilent(at)
    else { return nil }
    let kind: Cue.Kind =
      isGerund
      ? (tag.contains(.gerund) ? .reporting : tag.contains(.gerundBesideMarks) ? .besideMarks : .labelling)
      : (tag.contains(.finite) ? .reporting : tag.contains(.finiteBesideMarks) ? .besideMarks : .labelling)
    var end = reading.end(ofPhraseAt: at)
    var inverted: Int?
    if end < tags.count, tags[end].contains(.invertedPronoun) {
      inverted = end
      end += 1
    }
    if end < tags.count, tags[end].contains(.negation), !isGerund, !negatesInfinitive(end) { return nil }
    return Cue(tokens: at..<end, kind: kind, isGerund: isGerund, invertedPronoun: inverted, isCompound: false)
  }

  /// "a déclaré", "a-t-il poursuivi", "has long argued".
  private func compound(at: Int) -> Cue? {
    guard !isNegated(before: at) else { return nil }
    var next = at + 1
    var inverted: Int?
    let limit = min(tags.count, at + CueFinder.longestGap)
    while next < limit {
      let tag = tags[next]
      if tag.has(.negation) { return nil }
      if tag.has(.anyParticiple) {
        let kind: Cue.Kind =
          tag.contains(.participle) ? .reporting : tag.contains(.participleBesideMarks) ? .besideMarks : .labelling
        return Cue(
          tokens: at..<reading.end(ofPhraseAt: next), kind: kind, isGerund: false, invertedPronoun: inverted,
          isCompound: true)
      }
      if tag.contains(.invertedPronoun), inverted == nil {
        inverted = next
      } else if !tag.has([.adverb, .inside, .object, .auxiliary]) {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// "assure n’avoir jamais …", "dit ne pas savoir": an elided negation behind the verb, or one of two words, negates what
  /// follows.
  private func negatesInfinitive(_ at: Int) -> Bool {
    reading.tokens[at].isElided(in: reading.text.bytes) || at + 1 < tags.count && tags[at + 1].contains(.negation)
  }

  /// "refuted claims", "denied reports": what looks like a verb is what is denied.
  private func isDenied(_ at: Int) -> Bool { at > 0 && tags[at - 1].contains(.denying) }

  /// "s'exposent", "se poursuit": with its own subject for an object the verb says nothing.
  private func isSilent(_ at: Int) -> Bool {
    at > 0 && tags[at].contains(.silentOfItself) && tags[at - 1].contains(.reflexive)
  }

  private func isBarred(_ at: Int) -> Bool {
    var before = at - 1
    while before >= 0, tags[before].has([.adverb, .object]), !tags[before].has([.barrier, .negation]), at - before < 4 {
      before -= 1
    }
    guard before >= 0 else { return false }
    return tags[before].has([.barrier, .negation])
  }

  private func isNegated(before at: Int) -> Bool {
    guard at > 0 else { return false }
    if tags[at - 1].has(.negation) { return true }
    return at > 1 && tags[at - 1].contains(.object) && tags[at - 2].has(.negation)
  }
}
