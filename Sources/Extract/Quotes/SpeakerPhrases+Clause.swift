internal import NewsModel
internal import Prose

/// The subject of a clause, wherever it stands before its verb.
extension SpeakerPhrases {
  /// "Le ministre de la Défense, Oleksiï Reznikov, a salué": the subject before a verb that a comma sets off, where the
  /// part between its two commas is a name or starts as one more naming of the same person.
  func apposedSubject(before verb: Int, lower: Int) -> Range<Int>? {
    var last = verb - 1
    while last > lower, tags[last].contains(.object), !tags[last].contains(.subjectPronoun) { last -= 1 }
    guard last > lower, reading.isComma(last) else { return nil }
    var first = last - 1
    while first > lower, !reading.isComma(first), tokens[first].kind != .terminator || reading.isAbbreviationDot(first)
    {
      first -= 1
    }
    guard first > lower, reading.isComma(first) else { return nil }
    let apposition = first + 1..<last
    if tags[first + 1].contains(.relative) { return subjectBefore(first, lower: lower) }
    guard apposition.contains(where: { tokens[$0].capitalized && !tags[$0].contains(.time) }),
      !tags[apposition.lowerBound].has([.preposition, .accordingTo, .conjunction, .relative, .time, .adverb]),
      wholePhrase(apposition.lowerBound, apposition.upperBound) != nil
    else { return nil }
    if let role = roleBefore(apposition, lower: lower) { return role }
    return subjectBefore(first, lower: lower)
  }

  /// The phrase that a clause opens with, where it reaches to a comma.
  private func subjectBefore(_ comma: Int, lower: Int) -> Range<Int>? {
    let clause = clauseStart(comma, lower)
    guard clause < comma, tags[clause].contains(.determiner) || tokens[clause].capitalized,
      !tags[clause].has([.time, .adverb, .preposition, .accordingTo])
    else { return nil }
    return wholePhrase(clause, comma)
  }

  /// "Yves Tarn, who keeps the dam": whom the clause of a relative pronoun at `relative` tells of, where an inverted verb
  /// before it names the subject with at most an apposition between.
  func subjectInverted(behind verb: Int, before relative: Int) -> Range<Int>? {
    guard let phrase = phrase(after: verb, limit: relative), phrase.upperBound < relative,
      reading.isComma(relative - 1), reading.isComma(phrase.upperBound),
      (phrase.upperBound..<relative).allSatisfy({
        !tags[$0].has([.auxiliary, .finite, .complementizer, .subjectPronoun, .relative, .coordination])
      })
    else { return nil }
    return phrase
  }

  /// "…, a suburb of Lyon, on Sunday, the prefect of the Rhône, Jane Roe, said": the role between the last two commas
  /// before a full name, where the clause began with something else.
  private func roleBefore(_ name: Range<Int>, lower: Int) -> Range<Int>? {
    let last = name.lowerBound - 1
    var first = last - 1
    while first > lower, !reading.isComma(first), tokens[first].isWordLike || reading.isAbbreviationDot(first) {
      first -= 1
    }
    guard first > lower, reading.isComma(first), tags[first + 1].contains(.determiner),
      name.count(where: { tokens[$0].isWordLike }) > 1,
      name.allSatisfy({ tokens[$0].capitalized || !tokens[$0].isWordLike || isParticle($0) })
    else { return nil }
    return wholePhrase(first + 1, last)
  }

  /// The phrase that fills a part between commas to its end.
  func wholePhrase(_ from: Int, _ to: Int) -> Range<Int>? {
    var from = from
    while from < to, tags[from].has([.adverb, .conjunction, .coordination]), !tags[from].contains(.determiner) {
      from += 1
    }
    guard from < to, canStart(from), !tags[from].has([.preposition, .accordingTo]) else { return nil }
    if tags[from].contains(.subjectPronoun) { return to == from + 1 ? from..<to : nil }
    guard let start = start(ofPhraseTo: to - 1, lower: from), start == from else { return nil }
    return isWorthy(from..<to) ? from..<to : nil
  }

  /// The subject of the clause that a coordinated verb goes on ("L'ambassade n'a pas …, mais a déclaré").
  func clauseSubject(_ lower: Int, before: Int) -> Range<Int>? {
    var at = clauseStart(before, lower)
    while at < before, tags[at].has([.adverb, .conjunction, .coordination, .inside]), !tags[at].contains(.determiner) {
      at += 1
    }
    guard at < before, canStart(at),
      !tags[at].has([.preposition, .accordingTo])
        || tokens[at].capitalized && !tags[at].has([.preposition, .accordingTo])
    else { return nil }
    if tags[at].contains(.subjectPronoun) { return at..<reading.end(ofPhraseAt: at) }
    // Without a parser the end of a subject is sure only for a name or a determined noun directly before a verb.
    let end = self.end(ofPhraseFrom: at, limit: before)
    guard isSameClause(end, before) else { return nil }
    guard isWorthy(at..<end), end < before, isVerbish(end) || tokens[at].capitalized && end - at <= 4 else {
      return nil
    }
    return at..<end
  }

  /// No clause with a subject of its own opens between the subject and the verb coordinated with its own, unless a
  /// comma closes it.
  func isSameClause(_ end: Int, _ before: Int) -> Bool {
    if before > end, reading.isComma(before - 1) || reading.isComma(before) { return true }
    return (end..<max(end, before)).allSatisfy { !tags[$0].has([.complementizer, .relative]) }
  }

  func isVerbish(_ at: Int) -> Bool {
    tags[at].has([.auxiliary, .finite, .finiteBesideMarks, .labellingFinite, .negation, .barrier, .object])
  }

  func clauseStart(_ at: Int, _ lower: Int) -> Int {
    var start = at
    let lower = max(lower, at - SpeakerPhrases.longestClause)
    while start > lower {
      let before = tokens[start - 1]
      if before.kind == .quoteMark && before.span.length > 1 { break }
      if before.kind == .terminator, !reading.isAbbreviationDot(start - 1) { break }
      if before.kind == .separator, !reading.isComma(start - 1) { break }
      start -= 1
    }
    return start
  }
}
