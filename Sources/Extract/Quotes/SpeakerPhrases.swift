internal import NewsModel
internal import Prose

/// Reads the noun phrase that stands by a cue: who speaks, as words.
///
/// A shallow grammar instead of a parser, after the extraction patterns of SAPIENS (de La Clergerie et al. 2009) and
/// Weiser & Watrin (2012): a phrase is a name, or a determiner with nouns, adjectives and complements; it ends at
/// punctuation, prepositions that open an adverbial, relative pronouns and verbs. Appositions stay outside.
struct SpeakerPhrases {
  /// A phrase of more tokens is a misreading.
  static let longest = 24
  /// A subject farther than this before its verb is not looked for.
  private static let longestClause = 120
  /// Between an inverted verb and its subject stand no more tokens than this.
  private static let longestHearer = 9
  /// A parenthesis inside a phrase ("(D-N.C.)") of more tokens is a sentence of its own.
  private static let longestParenthesis = 10

  let reading: QuoteReading
  private var tokens: [Token] { reading.tokens }
  private var tags: [LexicalTags] { reading.tags }

  // MARK: Behind a verb

  /// The phrase that starts at or soon after `start`, behind an inverted verb.
  func phrase(after start: Int, limit: Int) -> Range<Int>? {
    var at = skipAdverbials(start, limit)
    if at < limit, reading.isComma(at), let behind = behindParenthesis(at, limit) {
      at = skipAdverbials(behind, limit)
    }
    if at < limit, let behind = behindHearer(at, limit) { at = skipAdverbials(behind, limit) }
    guard at < limit, canStart(at) else { return nil }
    if tags[at].contains(.subjectPronoun) { return at..<reading.end(ofPhraseAt: at) }
    let end = self.end(ofPhraseFrom: at, limit: limit)
    return isWorthy(at..<end) ? at..<end : nil
  }

  private func skipAdverbials(_ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, tokens[at].isWordLike, tags[at].has([.adverb, .time, .inside]), !tags[at].contains(.determiner) {
      at += 1
    }
    return at
  }

  /// ", selon le site, des agents": the index behind a short parenthesis between commas.
  private func behindParenthesis(_ comma: Int, _ limit: Int) -> Int? {
    let end = min(limit, comma + SpeakerPhrases.longestParenthesis)
    var at = comma + 1
    guard at < end, tags[at].has([.accordingTo, .preposition, .adverb]) else { return nil }
    while at < end, !reading.isComma(at) {
      if tokens[at].kind == .terminator { return nil }
      at += 1
    }
    return at < end ? at + 1 : nil
  }

  /// "a déclaré à l'AFP le ministre", "a dit à huis clos le général": the index of the subject behind the words that say
  /// to whom or where.
  private func behindHearer(_ preposition: Int, _ limit: Int) -> Int? {
    guard tags[preposition].contains(.hearerPreposition) else { return nil }
    let limit = min(limit, preposition + SpeakerPhrases.longestHearer)
    var at = reading.end(ofPhraseAt: preposition)
    var isOpen = true  // a noun still has to come
    while at < limit, tokens[at].kind == .word || tokens[at].kind == .mixed {
      let tag = tags[at]
      if !isOpen, tag.contains(.determiner), !tag.contains(.genitive) { return at }
      // "dijo a Radio Norte": two capitals in a row are one name; behind an acronym a name starts.
      if !isOpen, tokens[at].capitalized, !tokens[at - 1].capitalized || tokens[at - 1].allCaps { return at }
      if tag.has([.genitive, .determiner]) {
        isOpen = true
      } else if tag.has([.preposition, .relative, .conjunction, .complementizer, .auxiliary]) {
        return nil
      } else {
        isOpen = false
      }
      at += 1
    }
    return nil
  }

  private func canStart(_ at: Int) -> Bool {
    guard tokens[at].isWordLike else { return false }
    let tag = tags[at]
    if tag.contains(.subjectPronoun) || tag.contains(.determiner) || tokens[at].capitalized { return true }
    if tag.contains(.genitive) { return at + 1 < tokens.count && tokens[at + 1].isWordLike }
    return tag.isDisjoint(with: [
      .preposition, .conjunction, .complementizer, .relative, .auxiliary, .object, .adverb, .accordingTo, .negation,
      .barrier,
    ])
  }

  private func end(ofPhraseFrom start: Int, limit: Int) -> Int {
    var at = start + 1
    let limit = min(limit, start + SpeakerPhrases.longest)
    let startsWithName = tokens[start].capitalized && !tags[start].contains(.determiner)
    while at < limit {
      let token = tokens[at]
      let tag = tags[at]
      if !token.isWordLike {
        if reading.isAbbreviationDot(at), tokens[at - 1].capitalized, at + 1 < limit, tokens[at + 1].capitalized {
          at += 1
        } else if reading.byte(at) == 0x28, let close = closingParenthesis(at, limit) {
          at = close + 1
        } else {
          break
        }
        continue
      }
      if isGenitiveClitic(at) { at += 1; continue }
      if tag.contains(.time) { break }
      if tag.contains(.rolePreposition), let end = behindRolePreposition(at, start: start, limit: limit) {
        at = end
        continue
      }
      if tag.contains(.genitive) {
        guard at + 1 < limit, tokens[at + 1].isWordLike else { break }
        at += 1
        continue
      }
      if tag.contains(.determiner) {
        guard tags[at - 1].has([.genitive, .rolePreposition, .inside]) || tag.contains(.inside) else { break }
        at += 1
        continue
      }
      if tag.contains(.coordination), coordinates(at, start, limit) { at += 1; continue }
      if !token.capitalized, closesPhrase(tag), !isComplement(at) { break }
      if startsWithName, !token.capitalized, tokens[at - 1].capitalized, !capitalFollows(at, limit) { break }
      at += 1
    }
    // A genitive or a determiner at the end belongs to what was cut off.
    while at > start + 1, tags[at - 1].has([.genitive, .determiner, .coordination]) { at -= 1 }
    return at
  }

  private func closesPhrase(_ tag: LexicalTags) -> Bool {
    tag.has([
      .preposition, .conjunction, .relative, .complementizer, .auxiliary, .finite, .finiteBesideMarks, .gerund,
      .subjectPronoun, .invertedPronoun, .accordingTo, .like, .adverb, .negation,
    ])
  }

  /// "the secretary of state": behind "of" a word is a noun, whatever verb it may be elsewhere.
  private func isComplement(_ at: Int) -> Bool {
    tags[at].has([.finite, .finiteBesideMarks, .gerund]) && at > 0 && tags[at - 1].contains(.genitive)
      && !tags[at].has([.preposition, .relative, .complementizer, .auxiliary, .subjectPronoun, .accordingTo])
  }

  private func capitalFollows(_ at: Int, _ limit: Int) -> Bool {
    var next = at + 1
    while next < limit, next <= at + 2, tokens[next].isWordLike {
      if closesPhrase(tags[next]) { return false }
      if tokens[next].capitalized { return !tags[next].contains(.time) }
      next += 1
    }
    return false
  }

  /// "secrétaire à la Défense", "spokesman for the mayor": the index behind the preposition and its article.
  private func behindRolePreposition(_ at: Int, start: Int, limit: Int) -> Int? {
    var behind = at + 1
    guard behind < limit, !tokens[at - 1].capitalized, !tags[at - 1].has([.determiner, .genitive]) else { return nil }
    if tags[behind].contains(.determiner), !tags[behind].contains(.preposition) { behind += 1 }
    // A role takes a name as its complement; before a common noun the preposition opens an adverbial.
    guard behind < limit, tokens[behind].capitalized, !tokens[behind].allCaps, !tags[behind].contains(.time) else {
      return nil
    }
    return behind
  }

  private func coordinates(_ at: Int, _ start: Int, _ limit: Int) -> Bool {
    guard at + 1 < limit, at > start else { return false }
    return tokens[at - 1].capitalized && tokens[at + 1].capitalized && !tags[at + 1].contains(.subjectPronoun)
  }

  private func closingParenthesis(_ at: Int, _ limit: Int) -> Int? {
    var close = at + 1
    while close < min(limit, at + SpeakerPhrases.longestParenthesis) {
      if reading.byte(close) == 0x29 { return close }
      close += 1
    }
    return nil
  }

  /// "’s", as a token of its own.
  func isGenitiveClitic(_ at: Int) -> Bool {
    let span = tokens[at].span
    guard !tokens[at].spaceBefore, span.length == 2 || span.length == 4 else { return false }
    let first = reading.text.bytes[span.start]
    return (first == 0x27 || first == 0xE2) && (reading.text.bytes[span.end - 1] | 0x20) == 0x73
  }

  // MARK: Before a verb

  /// The subject that stands before a verb at `verb`, not reaching before `lower`.
  func phrase(before verb: Int, lower: Int) -> Range<Int>? {
    var last = verb - 1
    while last >= lower, tokens[last].isWordLike, !tokens[last].capitalized,
      tags[last].has([.adverb, .object, .inside, .time, .auxiliary]), !tags[last].contains(.subjectPronoun)
    {
      last -= 1
    }
    guard last >= lower else { return nil }
    if tags[last].contains(.relative) { return antecedent(of: last, lower) }
    if tags[last].contains(.subjectPronoun) { return last..<reading.end(ofPhraseAt: last) }
    if reading.isComma(last) { return beforeApposition(last, lower) ?? nil }
    if tags[last].contains(.time), tokens[last].capitalized, last > lower {
      // "Trump Friday said": the day is none of the name.
      last -= 1
    }
    if tags[last].has([.conjunction, .coordination]) { return clauseSubject(lower, before: last) }
    guard canEnd(last), let start = start(ofPhraseTo: last, lower: lower) else { return nil }
    return isWorthy(start..<last + 1) ? start..<last + 1 : nil
  }

  private func canEnd(_ at: Int) -> Bool {
    if isClosingParenthesis(at) { return true }
    guard tokens[at].isWordLike else { return false }
    return tokens[at].capitalized
      || tags[at].isDisjoint(with: [
        .preposition, .complementizer, .genitive, .determiner, .accordingTo, .like, .auxiliary,
      ])
  }

  private func isClosingParenthesis(_ at: Int) -> Bool { reading.byte(at) == 0x29 && tokens[at].kind == .other }

  /// "…, who …": the phrase before a relative pronoun.
  private func antecedent(of relative: Int, _ lower: Int) -> Range<Int>? {
    var last = relative - 1
    if last >= lower, reading.isComma(last) { last -= 1 }
    guard last >= lower, canEnd(last), let start = start(ofPhraseTo: last, lower: lower) else { return nil }
    // "l’éloge de l’Allemagne, qui": either noun may be meant.
    guard (start..<last + 1).dropFirst().allSatisfy({ !tags[$0].contains(.genitive) }) else { return nil }
    return isWorthy(start..<last + 1) ? start..<last + 1 : nil
  }

  private func start(ofPhraseTo last: Int, lower: Int) -> Int? {
    var at = last
    var start = last + 1
    let lower = max(lower, last - SpeakerPhrases.longest)
    var hasDeterminer = false
    var crosses = false
    while at >= lower {
      let token = tokens[at]
      let tag = tags[at]
      if !token.isWordLike {
        if isClosingParenthesis(at), let open = openingParenthesis(at, lower) {
          at = open - 1
          continue
        }
        if reading.isAbbreviationDot(at), tokens[at + 1].capitalized { at -= 1; continue }
        break
      }
      if isGenitiveClitic(at) { hasDeterminer = false; at -= 1; continue }
      if tag.contains(.genitive), start <= last {
        // "des responsables": at the start of a clause it is a determiner.
        if tag.contains(.determiner), at == lower || !isNominal(at - 1) { return at }
        guard at > lower, isNominal(at - 1) else { break }
        hasDeterminer = false
        at -= 1
        continue
      }
      if tag.contains(.inside) { at -= 1; continue }
      if tag.has([.preposition, .rolePreposition]), !tag.contains(.determiner), !(token.capitalized && tag.has(.time)),
        start <= last
      {
        // What stands behind a preposition is a complement: its head is farther left, or it is an adverbial.
        guard at > lower, isNominal(at - 1) else { break }
        hasDeterminer = false
        crosses = true
        at -= 1
        continue
      }
      if hasDeterminer { break }
      if tag.contains(.determiner), !tag.contains(.inside) {
        start = at
        hasDeterminer = true
        at -= 1
        continue
      }
      if tag.contains(.coordination), at > lower, start <= last, tokens[at - 1].capitalized, tokens[start].capitalized {
        at -= 1
        continue
      }
      if tag.contains(.subjectPronoun) && !token.capitalized { break }
      if closesPhrase(tag), !isComplement(at), !(token.capitalized && at != reading.sentence(of: at).lowerBound) {
        break
      }
      if tag.contains(.time) && at != last { break }
      start = at
      at -= 1
    }
    guard start <= last else { return nil }
    // "affecté à l’unité": a complement without its head names nobody.
    if crosses, !tokens[start].capitalized, !tags[start].has([.determiner, .genitive]) { return nil }
    return trimmed(start, last, stoppedAt: at, lower)
  }

  private func isNominal(_ at: Int) -> Bool {
    guard tokens[at].isWordLike else { return false }
    return tokens[at].capitalized
      || tags[at].isDisjoint(with: [
        .preposition, .conjunction, .complementizer, .relative, .auxiliary, .accordingTo, .adverb, .determiner,
        .negation,
      ])
  }

  /// Where the phrase is the rest of an adverbial ("In a Bloomberg interview Trump"), only the name at its end is kept.
  private func trimmed(_ start: Int, _ last: Int, stoppedAt at: Int, _ lower: Int) -> Int? {
    guard at >= lower, tags[at].has([.preposition, .rolePreposition, .genitive, .like]), !isNominalBefore(at, lower)
    else { return start }
    var name = last
    while name > start, tokens[name - 1].capitalized || reading.isAbbreviationDot(name - 1) { name -= 1 }
    guard tokens[last].capitalized, name > start else { return tokens[last].capitalized ? nil : start }
    return name
  }

  private func isNominalBefore(_ at: Int, _ lower: Int) -> Bool { at > lower && isNominal(at - 1) }

  private func openingParenthesis(_ at: Int, _ lower: Int) -> Int? {
    var open = at - 1
    while open >= max(lower, at - SpeakerPhrases.longestParenthesis) {
      if reading.byte(open) == 0x28 { return open }
      open -= 1
    }
    return nil
  }

  /// "Flynn, a top surrogate, said": the first part between commas that is a phrase as a whole.
  private func beforeApposition(_ comma: Int, _ lower: Int) -> Range<Int>? {
    let clause = clauseStart(comma, lower)
    var from = clause
    while from < comma {
      var to = from
      var depth = 0
      while to < comma {
        let byte = reading.byte(to)
        if tokens[to].kind == .other { depth += byte == 0x28 ? 1 : byte == 0x29 ? -1 : 0 }
        if depth <= 0, reading.isComma(to) { break }
        to += 1
      }
      // The last part before the verb is the apposition itself.
      if to >= comma { return from == clause ? wholePhrase(from, to) : nil }
      if let phrase = wholePhrase(from, to) { return phrase }
      from = to + 1
    }
    return nil
  }

  /// "Le ministre de la Défense, Oleksiï Reznikov, a salué": the subject before a verb that a comma sets off, where the
  /// part between its two commas is a name or starts as one more naming of the same person.
  func apposedSubject(before verb: Int, lower: Int) -> Range<Int>? {
    let last = verb - 1
    guard last > lower, reading.isComma(last) else { return nil }
    var first = last - 1
    while first > lower, !reading.isComma(first), tokens[first].kind != .terminator || reading.isAbbreviationDot(first)
    {
      first -= 1
    }
    guard first > lower, reading.isComma(first) else { return nil }
    let apposition = first + 1..<last
    guard apposition.contains(where: { tokens[$0].capitalized && !tags[$0].contains(.time) }),
      !tags[apposition.lowerBound].has([.preposition, .accordingTo, .conjunction, .relative, .time, .adverb]),
      wholePhrase(apposition.lowerBound, apposition.upperBound) != nil
    else { return nil }
    let clause = clauseStart(first, lower)
    guard clause < first, tags[clause].contains(.determiner) || tokens[clause].capitalized,
      !tags[clause].has([.time, .adverb, .preposition, .accordingTo])
    else { return nil }
    return wholePhrase(clause, first)
  }

  /// The phrase that fills a part between commas to its end.
  private func wholePhrase(_ from: Int, _ to: Int) -> Range<Int>? {
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
  private func isSameClause(_ end: Int, _ before: Int) -> Bool {
    if before > end, reading.isComma(before - 1) || reading.isComma(before) { return true }
    return (end..<max(end, before)).allSatisfy { !tags[$0].has([.complementizer, .relative]) }
  }

  private func isVerbish(_ at: Int) -> Bool {
    tags[at].has([.auxiliary, .finite, .finiteBesideMarks, .labellingFinite, .negation, .barrier, .object])
  }

  private func clauseStart(_ at: Int, _ lower: Int) -> Int {
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

  /// Whether it holds a word that can name somebody.
  private func isWorthy(_ range: Range<Int>) -> Bool {
    guard range.count <= SpeakerPhrases.longest else { return false }
    return range.contains { at in
      guard tokens[at].kind == .word || tokens[at].kind == .mixed || tokens[at].kind == .number else { return false }
      return tags[at].isDisjoint(with: [
        .determiner, .genitive, .preposition, .complementizer, .time, .adverb, .relative, .object, .inside,
      ]) || tokens[at].capitalized && !tags[at].contains(.time)
    }
  }
}
