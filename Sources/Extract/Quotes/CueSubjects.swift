internal import NewsModel
internal import Prose

/// The cues of a text, and who is the subject of each.
struct CueSubjects {
  /// The verb that a gerund hangs on is no farther than this.
  private static let farthestVerb = 120  // tokens

  let reading: QuoteReading
  let cues: [Cue]
  let phrases: SpeakerPhrases
  private let verbs: FiniteVerbs
  private let lexicon: QuoteLexicon
  /// The language sets the subject behind an auxiliary and its participle ("a déclaré X").
  private let invertsCompounds: Bool

  /// Finds the cues of a text.
  init(_ reading: QuoteReading, verbs: FiniteVerbs, lexicon: QuoteLexicon) {
    self.reading = reading
    self.verbs = verbs
    self.lexicon = lexicon
    invertsCompounds = lexicon.invertsInIncises
    cues = CueFinder(reading).cues()
    phrases = SpeakerPhrases(reading: reading)
  }

  /// Whether a word is a pronoun for people in general ("on").
  func isImpersonal(_ at: Int) -> Bool {
    reading.tags[at].contains(.subjectPronoun) && lexicon.isImpersonal(reading.tokens[at].lower)
  }

  /// Whether a finite verb stands in some words, as far as its form and its place tell: "une note" is none.
  func hasVerb(_ words: Range<Int>) -> Bool {
    words.contains {
      reading.tags[$0].contains(.auxiliary)
        || !reading.tokens[$0].capitalized && verbs.contain(reading.tokens[$0], reading.text.bytes)
          && !reading.isNounByPlace($0)
    }
  }

  /// The cues that lie within some tokens, as indices into `cues`.
  func indices(in range: Range<Int>) -> Range<Int> {
    let from = cues.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
    var to = from
    while to < cues.count, cues[to].tokens.upperBound <= range.upperBound { to += 1 }
    return from..<to
  }

  /// Who speaks by a cue, within a clause that reaches from `lower` to `upper`.
  func subject(of cue: Cue, lower: Int, upper: Int) -> Range<Int>? {
    if let inverted = cue.invertedPronoun { return inverted..<inverted + 1 }
    if cue.isGerund { return gerundSubject(cue, lower, upper) }
    // "X, a critic, likened the rules to": only verbs without such an object are sure to be inverted.
    let isSureToInvert =
      cue.kind != .labelling && (cue.isCompound || reading.tags[cue.tokens.lowerBound].contains(.takesBareClause))
    let mayInvert = cue.kind != .labelling && startsClause(cue, lower)
    if let whole = phrases.apposedSubject(before: cue.tokens.lowerBound, lower: lower) { return whole }
    if mayInvert, isSureToInvert, let phrase = inverted(cue, upper: upper) { return phrase }
    guard let before = phrases.phrase(before: cue.tokens.lowerBound, lower: lower) else {
      return mayInvert ? inverted(cue, upper: upper) : nil
    }
    return isVerbAlone(before) ? nil : before
  }

  /// "Ann Tarn, the mayor, met shouts of “…”": one bare word that is a verb by its form is nobody.
  private func isVerbAlone(_ phrase: Range<Int>) -> Bool {
    let word = reading.tokens[phrase.lowerBound]
    return phrase.count == 1 && !word.capitalized && !reading.tags[phrase.lowerBound].contains(.subjectPronoun)
      && verbs.contain(word, reading.text.bytes)
  }

  /// "the plan was": what ends with a verb that nothing follows is a clause, no speaker.
  private func endsWithVerb(_ phrase: Range<Int>) -> Bool {
    let last = phrase.upperBound - 1
    guard phrase.count > 1, !reading.tokens[last].capitalized, reading.tokens[last].kind == .word else { return false }
    return !invertsCompounds && reading.tags[last].contains(.barrier)
      && verbs.contain(reading.tokens[last], reading.text.bytes)
  }

  /// The subject behind an inverted verb, where what follows it lets it be one.
  ///
  /// - Parameter hasNoOther: no subject can stand before the verb, so what follows is no hearer ("“…,” warned X").
  func inverted(_ cue: Cue, upper: Int, hasNoOther: Bool = false) -> Range<Int>? {
    if let inverted = cue.invertedPronoun { return inverted..<inverted + 1 }
    guard !cue.isCompound || invertsCompounds,
      hasNoOther || !reading.tags[cue.tokens.upperBound - 1].contains(.takesHearer),
      let phrase = phrases.phrase(after: cue.tokens.upperBound, limit: upper),
      // "said of X" tells of whom; « ont dit de nombreux élus » who.
      invertsCompounds || !reading.tags[phrase.lowerBound].contains(.genitive)
    else { return nil }
    return endsWell(phrase.upperBound, upper) && !endsWithVerb(phrase) ? phrase : nil
  }

  /// Whether a subject may end before this token: at punctuation or an adverbial, not before a verb.
  private func endsWell(_ at: Int, _ upper: Int) -> Bool {
    guard at < upper, at < reading.tokens.count else { return true }
    let token = reading.tokens[at]
    guard token.isWordLike else { return true }
    if reading.tags[at].has([.auxiliary, .finite, .finiteBesideMarks, .labellingFinite, .complementizer]) {
      return reading.tags[at].has([.preposition, .adverb, .time])
    }
    return reading.tags[at].has([
      .preposition, .adverb, .time, .relative, .conjunction, .coordination, .gerund, .rolePreposition, .like,
      .accordingTo, .gerundBesideMarks, .hearerPreposition,
    ])
  }

  /// Nothing but adverbs and object pronouns stands between the cue and a comma, a mark or the clause's start.
  private func startsClause(_ cue: Cue, _ lower: Int) -> Bool {
    var before = cue.tokens.lowerBound - 1
    while before >= lower, reading.tokens[before].isWordLike, reading.tags[before].has([.object, .adverb, .like]) {
      before -= 1
    }
    return before < lower
      || !reading.tokens[before].isWordLike && reading.byte(before) != 0x29
        && !phrases.isGenitiveClitic(before)
  }

  /// The subject of the clause that a gerund hangs on; directly before it only a name counts.
  private func gerundSubject(_ cue: Cue, _ lower: Int, _ upper: Int) -> Range<Int>? {
    let before = cue.tokens.lowerBound - 1
    guard before >= lower else { return nil }
    let sentence = reading.sentence(of: before)
    if reading.tokens[before].isWordLike, reading.tokens[before].capitalized {
      var start = before
      while start > lower, reading.tokens[start - 1].capitalized, reading.tokens[start - 1].isWordLike { start -= 1 }
      return start..<before + 1
    }
    let earlier = indices(
      in: max(lower, sentence.lowerBound, before - CueSubjects.farthestVerb)..<cue.tokens.lowerBound)
    for index in earlier.reversed() where !cues[index].isGerund {
      return subject(of: cues[index], lower: lower, upper: cue.tokens.lowerBound)
    }
    return reading.isComma(before) ? phrases.clauseSubject(max(lower, sentence.lowerBound), before: before) : nil
  }
}
