internal import NewsModel
internal import Prose

/// Words reported without marks, and who is said to have said them.
struct IndirectRun: Equatable {
  /// What was said.
  var words: Range<Int>
  var attribution: Attribution
  /// Which pattern found it.
  var rule: String
}

/// Finds reported speech without marks: "X a déclaré que …", "…, a déclaré X", "selon X, …".
///
/// The patterns are those of the guidelines of PARC 3.0 and FRACAS for indirect quotations; a clause that holds words
/// between marks is left to the rules for marks, so that the two never overlap.
struct IndirectSpeech {
  /// A report of fewer words says nothing by itself.
  private static let shortest = 4  // words
  /// One in which no verb is known by its form has so many.
  private static let shortestVerbless = 6  // words
  /// Between a verb and its conjunction ("a déclaré mardi soir à Paris que") no more tokens stand.
  private static let widestGap = 10
  /// A clause that names the speaker behind the report is no longer than this.
  private static let longestTail = 40
  /// One more naming of a source has no more tokens.
  private static let longestApposition = 14

  let reading: QuoteReading
  let subjects: CueSubjects
  let verbs: FiniteVerbs
  let lexicon: QuoteLexicon
  private var tokens: [Token] { reading.tokens }
  private var tags: [LexicalTags] { reading.tags }

  /// Reports in sentences, in order; `taken` are the runs between marks, in order.
  func runs(besides taken: [Range<Int>]) -> [IndirectRun] {
    var found: [IndirectRun] = []
    var next = 0
    for sentence in reading.text.sentences {
      while next < taken.count, taken[next].upperBound <= sentence.tokens.lowerBound { next += 1 }
      let isTaken = next < taken.count && taken[next].lowerBound < sentence.tokens.upperBound
      var end = sentence.tokens.upperBound
      while end > sentence.tokens.lowerBound, !tokens[end - 1].isWordLike, reading.byte(end - 1) != 0x29 { end -= 1 }
      let start = Dateline.trimmed(sentence.tokens.lowerBound..<end, reading.text).lowerBound
      let clause = start..<end
      found += isTaken ? reports(in: clause).filter { isFree($0.words, taken, from: next) } : reports(in: clause)
    }
    return found
  }

  /// Whether no run from `next` on overlaps some words.
  private func isFree(_ words: Range<Int>, _ taken: [Range<Int>], from next: Int) -> Bool {
    var at = next
    while at < taken.count, taken[at].lowerBound < words.upperBound {
      if taken[at].overlaps(words) { return false }
      at += 1
    }
    return true
  }

  private func reports(in clause: Range<Int>) -> [IndirectRun] {
    guard clause.count > IndirectSpeech.shortest else { return [] }
    var found: [IndirectRun] = []
    for index in subjects.indices(in: clause) {
      let cue = subjects.cues[index]
      guard cue.kind == .reporting, !cue.tokens.contains(where: { tags[$0].contains(.denying) }), !isNoun(cue),
        found.last.map({ $0.words.upperBound <= cue.tokens.lowerBound }) ?? true
      else {
        continue
      }
      if let speaker = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: clause.lowerBound),
        isAnybody(speaker, cue)
      {
        continue
      }
      if let run = complement(of: cue, clause) ?? (found.isEmpty ? tail(cue, clause) : nil) { found.append(run) }
    }
    return found.isEmpty ? source(in: clause).map { [$0] } ?? [] : found
  }

  /// "after reports that": what stands behind a preposition is no finite verb, where a noun has the same form.
  private func isNoun(_ cue: Cue) -> Bool {
    let at = cue.tokens.lowerBound
    return cue.tokens.count == 1 && at > 0 && !cue.isGerund && tags[at].contains(.takesObject)
      && tags[at].contains(.finite) && !lexicon.invertsInIncises
      && tags[at - 1].has([.preposition, .rolePreposition, .genitive, .determiner])
  }

  // MARK: X a déclaré que …

  private func complement(of cue: Cue, _ clause: Range<Int>) -> IndirectRun? {
    guard let start = complementStart(behind: cue, clause) else { return nil }
    let end = endBeforeNextCue(cue, start, clause)
    guard reading.holds(IndirectSpeech.shortest, wordsIn: start..<end),
      let speaker = subjects.subject(of: cue, lower: clause.lowerBound, upper: cue.tokens.upperBound)
    else { return nil }
    return IndirectRun(
      words: start..<end, attribution: Attribution(place: .before, cue: cue.tokens, speaker: speaker),
      rule: "indirect-complement")
  }

  /// "said talks had failed and said the strike would go on": where the same verb begins again.
  private func endBeforeNextCue(_ first: Cue, _ start: Int, _ clause: Range<Int>) -> Int {
    for index in subjects.indices(in: start..<clause.upperBound) {
      let cue = subjects.cues[index]
      let before = cue.tokens.lowerBound - 1
      if cue.kind == .reporting, before > start, tags[before].contains(.coordination),
        tokens[cue.tokens.lowerBound].lower == tokens[first.tokens.upperBound - 1].lower
      {
        return before
      }
    }
    return clause.upperBound
  }

  /// « On croit que … »: nobody is said to speak, unless a source follows (« On précise au
  /// parquet que »).
  private func isAnybody(_ speaker: Range<Int>, _ cue: Cue) -> Bool {
    (tags[cue.tokens.upperBound - 1].contains(.ofAnybody) || opensSentence(speaker.lowerBound))
      && speaker.count == 1 && cue.invertedPronoun == nil && lexicon.invertsInIncises
      && lexicon.isImpersonal(tokens[speaker.lowerBound].lower)
      && tags[speaker.lowerBound].contains(.subjectPronoun)
      && !(cue.tokens.upperBound < tags.count && tags[cue.tokens.upperBound].contains(.hearerPreposition))
  }

  /// Nothing but conjunctions stands before a word in its sentence.
  private func opensSentence(_ at: Int) -> Bool {
    (reading.sentence(of: at).lowerBound..<at).allSatisfy { tags[$0].has([.conjunction, .coordination]) }
  }

  private func complementStart(behind cue: Cue, _ clause: Range<Int>) -> Int? {
    let start = cue.tokens.upperBound
    let limit = min(clause.upperBound, start + IndirectSpeech.widestGap)
    var at = start
    var isParted = false
    // "annonce une hausse que …": behind the verb's object the conjunction is a relative pronoun.
    let hasObject =
      start < limit && tags[start].contains(.indefinite) && !tags[start - 1].contains(.takesHearer)
    while at < limit, !hasObject {
      if tags[at].contains(.complementizer) {
        // "…, according to an inquiry that": behind one comma the conjunction is that noun's, not the verb's.
        if isParted, !reading.isComma(at - 1) { break }
        // "said the company would stay but that it …": what stands before is said as well.
        if at > start + 1, tags[at - 1].has([.coordination, .conjunction]),
          tags[start - 1].contains(.takesBareClause), !tokens[start..<at].contains(where: { $0.kind == .quoteMark })
        {
          break
        }
        return at + 1 < clause.upperBound ? at + 1 : nil
      }
      if reading.isComma(at) { isParted.toggle() }
      // "the report disputed any suggestion that"
      if tags[at].contains(.denying) { break }
      if at > start, tags[at].has([.auxiliary, .finite, .relative, .subjectPronoun]) || tokens[at].kind == .terminator {
        break
      }
      at += 1
    }
    guard start < clause.upperBound, tags[start - 1].contains(.takesBareClause), closingName(cue, clause) == nil else {
      return nil
    }
    let tag = tags[start]
    let opens =
      tag.has([.subjectPronoun, .determiner]) || tokens[start].capitalized && !tag.has([.time, .preposition])
    guard opens || isBareNoun(start, clause), !tag.contains(.preposition) else { return nil }
    // "reported a loss": what is no clause is the verb's object.
    guard tags[start - 1].contains(.takesObject), !tag.contains(.subjectPronoun) else { return start }
    return isClause(start..<clause.upperBound) ? start : nil
  }

  /// "said deputies still patrol", "said there was nothing": whether a noun without an article opens a clause, in which a
  /// verb follows soon and nothing that it could be the object of.
  private func isBareNoun(_ start: Int, _ clause: Range<Int>) -> Bool {
    let farthestVerb = 6  // tokens
    let isNone: LexicalTags = [
      .preposition, .rolePreposition, .hearerPreposition, .adverb, .time, .gerund, .gerundBesideMarks, .relative,
      .complementizer, .coordination, .conjunction, .negation, .object, .like, .accordingTo, .auxiliary, .anyFinite,
    ]
    guard !lexicon.invertsInIncises, tokens[start].kind == .word, !tokens[start].capitalized,
      start + 1 < clause.upperBound
    else { return false }
    if lexicon.expletives.contains(tokens[start].lower) { return subjects.hasVerb(start + 1..<start + 2) }
    guard !tags[start].has(isNone), !lexicon.opensNoClause.contains(tokens[start].lower),
      !subjects.hasVerb(start..<start + 1)
    else { return false }
    for at in start + 1..<max(start + 1, min(clause.upperBound, start + 1 + farthestVerb)) {
      guard tokens[at].isWordLike else { return false }
      if tags[at].contains(.auxiliary) || subjects.hasVerb(at..<at + 1) && !tags[at].contains(.nounToo) { return true }
      if tags[at].has([.preposition, .rolePreposition, .relative, .complementizer, .subjectPronoun, .coordination]) {
        return false
      }
    }
    return false
  }

  /// Whether the words behind a verb are a clause: in "a 12% fall in profit" what looks like a verb is the noun.
  private func isClause(_ words: Range<Int>) -> Bool {
    guard let first = words.first, tags[first].contains(.indefinite) else { return subjects.hasVerb(words) }
    // A relative clause is the object's.
    return words.prefix { !tags[$0].has([.relative, .complementizer]) && !reading.isComma($0) }.contains {
      subjects.hasVerb($0..<$0 + 1) && !tags[$0].contains(.nounToo)
    }
  }

  /// "…, said Col. Jane Roe, their spokeswoman.": a full name behind a comma and a verb, where nothing but its apposition
  /// follows, is who said what stands before, not the start of what was said.
  private func closingName(_ cue: Cue, _ clause: Range<Int>) -> Range<Int>? {
    guard cue.tokens.lowerBound > clause.lowerBound, reading.isComma(cue.tokens.lowerBound - 1),
      let phrase = subjects.inverted(cue, upper: clause.upperBound), phrase.lowerBound == cue.tokens.upperBound,
      phrase.count(where: { tokens[$0].capitalized && tokens[$0].isWordLike }) > 1,
      (phrase.upperBound..<clause.upperBound).allSatisfy({
        !tags[$0].has([.auxiliary, .finite, .finiteBesideMarks, .labellingFinite])
      })
    else { return nil }
    return phrase
  }

  // MARK: …, a déclaré X

  private func tail(_ cue: Cue, _ clause: Range<Int>) -> IndirectRun? {
    guard !cue.isGerund, !leadsIn(cue, clause) else { return nil }
    if let phrase = closingName(cue, clause) { return run(upTo: cue.tokens.lowerBound - 1, clause, cue, phrase) }
    let apposed = subjects.phrases.apposedSubject(before: cue.tokens.lowerBound, lower: clause.lowerBound)
    if apposed == nil, let phrase = subjects.inverted(cue, upper: clause.upperBound) {
      var before = cue.tokens.lowerBound - 1
      while before > clause.lowerBound, tokens[before].isWordLike, tags[before].has([.object, .adverb, .like]) {
        before -= 1
      }
      return run(upTo: before, clause, cue, phrase)
    }
    let before = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: clause.lowerBound)
    // A role in apposition to nothing stands right before the name and the verb.
    let phrases = [apposed, before].compactMap(\.self)
    guard let phrase = phrases.max(by: { $0.lowerBound < $1.lowerBound }), endsThere(cue.tokens.upperBound, clause)
    else { return nil }
    return run(upTo: phrase.lowerBound - 1, clause, cue, phrase)
  }

  /// "X, who was … until 2025, has promised …", "Le marin, père de …, dit …": the words before a verb are its own subject
  /// with an apposition, and no report, where no finite verb stands in them outside a relative clause.
  private func isSubject(_ words: Range<Int>) -> Bool {
    guard let first = words.first(where: { reading.isComma($0) }),
      subjects.phrases.wholePhrase(words.lowerBound, first) != nil, !subjects.hasVerb(words.lowerBound..<first)
    else { return false }
    var isRelative = false
    for at in first..<words.upperBound {
      if reading.isComma(at) {
        isRelative = false
      } else if tags[at].contains(.relative) {
        isRelative = true
      } else if !isRelative, tags[at].contains(.auxiliary) || verbs.contain(tokens[at], reading.text.bytes) {
        return false
      }
    }
    return true
  }

  /// Whether words may be what is said, which is a clause, and not what its own clause opens with: "Dans sa lettre, longue
  /// de trois pages, il évoque …", "Acme Corp., a maker of tools, reported …".
  private func mayBeClause(_ words: Range<Int>) -> Bool {
    guard let first = words.first(where: { !tags[$0].has([.conjunction, .coordination]) }),
      !tags[first].contains(.accordingTo)
    else { return false }
    if subjects.hasVerb(words) || words.contains(where: { tags[$0].contains(.subjectPronoun) }) { return true }
    // Not every verb is known by its form.
    let opensClause = tags[first].isDisjoint(with: [
      .preposition, .rolePreposition, .hearerPreposition, .genitive, .time, .gerund,
    ])
    let isApposition = tags[first].isEmpty && words.contains { reading.isComma($0) }
    return opensClause && !isApposition && reading.holds(IndirectSpeech.shortestVerbless, wordsIn: words)
  }

  /// "Asked whether …, he said: “…”": what was said stands behind the verb and its subject.
  private func leadsIn(_ cue: Cue, _ clause: Range<Int>) -> Bool {
    var at = subjects.inverted(cue, upper: clause.upperBound)?.upperBound ?? cue.tokens.upperBound
    while at < clause.upperBound, tokens[at].isWordLike, tags[at].has([.adverb, .time, .inside]) { at += 1 }
    return at < tokens.count && reading.isColon(at)
  }

  private func endsThere(_ at: Int, _ clause: Range<Int>) -> Bool {
    at >= clause.upperBound || !tokens[at].isWordLike || tags[at].has([.time, .preposition, .adverb])
  }

  private func run(upTo comma: Int, _ clause: Range<Int>, _ cue: Cue, _ speaker: Range<Int>) -> IndirectRun? {
    guard comma > clause.lowerBound, reading.isComma(comma),
      clause.upperBound - comma <= IndirectSpeech.longestTail,
      reading.holds(IndirectSpeech.shortest, wordsIn: clause.lowerBound..<comma),
      mayBeClause(clause.lowerBound..<comma), !isSubject(clause.lowerBound..<comma)
    else { return nil }
    return IndirectRun(
      words: clause.lowerBound..<comma, attribution: Attribution(place: .after, cue: cue.tokens, speaker: speaker),
      rule: "indirect-incise")
  }

  // MARK: Selon X

  private func source(in clause: Range<Int>) -> IndirectRun? {
    for at in clause where tags[at].contains(.accordingTo) {
      let end = reading.end(ofPhraseAt: at)
      guard let phrase = subjects.phrases.phrase(after: end, limit: clause.upperBound), !isOwn(phrase) else { continue }
      let attribution = Attribution(place: .accordingTo, cue: at..<end, speaker: phrase)
      let behind = endOfApposition(of: phrase, clause) ?? phrase.upperBound
      let opens = at == clause.lowerBound || !reading.isComma(at - 1)
      if behind + 1 < clause.upperBound, reading.isComma(behind), opens || at > 1 && tags[at - 2].has(.relative) {
        return run(behind + 1..<clause.upperBound, attribution)
      }
      guard at > clause.lowerBound else { continue }
      let last = reading.isComma(at - 1) ? at - 1 : at
      return run(clause.lowerBound..<last, attribution)
    }
    return nil
  }

  /// "selon nos informations": the outlet itself, not a source.
  private func isOwn(_ phrase: Range<Int>) -> Bool {
    phrase.count == 2 && tags[phrase.lowerBound].contains(.own)
      && tags[phrase.lowerBound + 1].contains(.ownFindings)
  }

  /// "Selon le directeur du port, Yann Le Bihan, la grue …", "Selon Yann Le Bihan, directeur du port, la grue …": the comma
  /// behind one more naming of the source; what was said starts behind it.
  private func endOfApposition(of source: Range<Int>, _ clause: Range<Int>) -> Int? {
    let comma = source.upperBound
    let limit = min(clause.upperBound, comma + IndirectSpeech.longestApposition)
    guard comma + 1 < limit, reading.isComma(comma) else { return nil }
    var end = comma + 1
    while end < limit, !reading.isComma(end) {
      guard tokens[end].isWordLike || reading.isAbbreviationDot(end),
        !tags[end].has([
          .auxiliary, .finite, .finiteBesideMarks, .labellingFinite, .relative, .complementizer, .subjectPronoun,
          .negation, .barrier,
        ])
      else { return nil }
      end += 1
    }
    guard end + 1 < limit, end > comma + 1 else { return nil }
    let first = comma + 1
    let isName = (first..<end).count { tokens[$0].capitalized && tokens[$0].isWordLike } > 1
    let isSourceNamed = tokens[source.lowerBound].capitalized && !tags[source.lowerBound].contains(.determiner)
    let endsWithName = tokens[source.upperBound - 1].capitalized
    // A role without an article opens no clause.
    let isRole =
      !tokens[first].capitalized
      && tags[first].isDisjoint(with: [
        .determiner, .genitive, .preposition, .rolePreposition, .hearerPreposition, .adverb, .conjunction,
        .coordination, .time, .like, .accordingTo, .gerund, .gerundBesideMarks, .inside,
      ])
    if isRole { return endsWithName ? end : nil }
    return !isSourceNamed && isName && tokens[end - 1].capitalized ? end : nil
  }

  private func run(_ words: Range<Int>, _ attribution: Attribution) -> IndirectRun? {
    guard reading.holds(IndirectSpeech.shortest, wordsIn: words) else { return nil }
    return IndirectRun(words: words, attribution: attribution, rule: "indirect-source")
  }
}
