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
  static let longestClause = 120
  /// Between an inverted verb and its subject stand no more tokens than this.
  static let longestHearer = 9
  /// A relative clause between a subject and its verb has no more tokens.
  static let longestRelative = 14
  /// A parenthesis inside a phrase ("(D-N.C.)") of more tokens is a sentence of its own.
  static let longestParenthesis = 10

  let reading: QuoteReading
  var tokens: [Token] { reading.tokens }
  var tags: [LexicalTags] { reading.tags }

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

  func skipAdverbials(_ start: Int, _ limit: Int) -> Int {
    var at = start
    // "estime mardi 18 août le président": the number of a day.
    while at < limit, tokens[at].isWordLike,
      tags[at].has([.adverb, .time, .inside]) && !tags[at].contains(.determiner)
        || at > start && tokens[at].kind == .number && tags[at - 1].contains(.time)
    {
      at += 1
    }
    return at
  }

  /// ", selon le site, des agents": the index behind a short parenthesis between commas.
  func behindParenthesis(_ comma: Int, _ limit: Int) -> Int? {
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
  func behindHearer(_ preposition: Int, _ limit: Int) -> Int? {
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

  func canStart(_ at: Int) -> Bool {
    guard tokens[at].isWordLike else { return false }
    let tag = tags[at]
    if tag.contains(.subjectPronoun) || tag.contains(.determiner) || tokens[at].capitalized { return true }
    if tag.contains(.genitive) { return at + 1 < tokens.count && tokens[at + 1].isWordLike }
    return tag.isDisjoint(with: [
      .preposition, .conjunction, .complementizer, .relative, .auxiliary, .object, .adverb, .accordingTo, .negation,
      .barrier,
    ])
  }

  func end(ofPhraseFrom start: Int, limit: Int) -> Int {
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
        } else if reading.byte(at) == 0x2F, tokens[at - 1].kind == .number, at + 1 < limit,
          tokens[at + 1].kind == .number
        {
          at += 2  // "9/11 widow"
        } else {
          break
        }
        continue
      }
      if isGenitiveClitic(at) || isParticle(at) { at += 1; continue }
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
      if !token.capitalized, closesPhrase(tag), !isComplement(at), !isHeadNoun(at, isLast: at == start + 1) { break }
      if startsWithName, !token.capitalized, tokens[at - 1].capitalized, !capitalFollows(at, limit) { break }
      at += 1
    }
    // A genitive or a determiner at the end belongs to what was cut off.
    while at > start + 1, tags[at - 1].has([.genitive, .determiner, .coordination]) { at -= 1 }
    return at
  }

  func closesPhrase(_ tag: LexicalTags) -> Bool {
    tag.has([
      .preposition, .conjunction, .relative, .complementizer, .auxiliary, .finite, .finiteBesideMarks, .gerund,
      .subjectPronoun, .invertedPronoun, .accordingTo, .like, .adverb, .negation, .hearerPreposition,
    ])
  }

  /// "Jean Le Goff", "Charles De Gaulle": an article or a preposition with a capital between the words of a name.
  func isParticle(_ at: Int) -> Bool {
    guard tokens[at].capitalized, !tokens[at].allCaps, tags[at].has([.determiner, .genitive]), at > 0,
      at + 1 < tokens.count
    else { return false }
    return tokens[at - 1].isWordLike && tokens[at - 1].capitalized && tokens[at + 1].isWordLike
      && tokens[at + 1].capitalized
  }

  /// "the secretary of state": behind "of" a word is a noun, whatever verb it may be elsewhere.
  func isComplement(_ at: Int) -> Bool { isVerbalNoun(at) && at > 0 && tags[at - 1].contains(.genitive) }

  /// "le juge", "the report": so it is behind an article, where it ends the phrase or a complement follows ("le juge
  /// d’instruction").
  func isHeadNoun(_ at: Int, isLast: Bool) -> Bool {
    guard isVerbalNoun(at), at > 0, tags[at - 1].contains(.determiner), reading.isNounByPlace(at) else { return false }
    return isLast || at + 1 < tokens.count && tags[at + 1].contains(.genitive)
  }

  /// Whether a word is a verb of reporting by its form and nothing else that closes a phrase.
  private func isVerbalNoun(_ at: Int) -> Bool {
    tags[at].has([.finite, .finiteBesideMarks, .labellingFinite, .gerund])
      && !tags[at].has([.preposition, .relative, .complementizer, .auxiliary, .subjectPronoun, .accordingTo])
  }

  func capitalFollows(_ at: Int, _ limit: Int) -> Bool {
    var next = at + 1
    while next < limit, next <= at + 2, tokens[next].isWordLike {
      if closesPhrase(tags[next]) { return false }
      if tokens[next].capitalized { return !tags[next].contains(.time) }
      next += 1
    }
    return false
  }

  /// "secrétaire à la Défense", "spokesman for the mayor": the index behind the preposition and its article.
  func behindRolePreposition(_ at: Int, start: Int, limit: Int) -> Int? {
    var behind = at + 1
    guard behind < limit, !tokens[at - 1].capitalized, !tags[at - 1].has([.determiner, .genitive]) else { return nil }
    if tags[behind].contains(.determiner), !tags[behind].contains(.preposition) { behind += 1 }
    // A role takes a name as its complement; before a common noun the preposition opens an adverbial.
    guard behind < limit, tokens[behind].capitalized, !tokens[behind].allCaps, !tags[behind].contains(.time) else {
      return nil
    }
    return behind
  }

  func coordinates(_ at: Int, _ start: Int, _ limit: Int) -> Bool {
    guard at + 1 < limit, at > start else { return false }
    return tokens[at - 1].capitalized && tokens[at + 1].capitalized && !tags[at + 1].contains(.subjectPronoun)
  }

  func closingParenthesis(_ at: Int, _ limit: Int) -> Int? {
    var close = at + 1
    while close < min(limit, at + SpeakerPhrases.longestParenthesis) {
      if reading.byte(close) == 0x29 { return close }
      close += 1
    }
    return nil
  }

  /// "’s", as a token of its own.
  func isGenitiveClitic(_ at: Int) -> Bool { tokens[at].isGenitiveClitic(in: reading.text.bytes) }

  /// Whether it holds a word that can name somebody.
  func isWorthy(_ range: Range<Int>) -> Bool {
    guard range.count <= SpeakerPhrases.longest, range.count > 1 || tokens[range.lowerBound].kind != .number else {
      return false
    }
    return range.contains { at in
      guard tokens[at].kind == .word || tokens[at].kind == .mixed || tokens[at].kind == .number else { return false }
      return tags[at].isDisjoint(with: [
        .determiner, .genitive, .preposition, .complementizer, .time, .adverb, .relative, .object, .inside,
      ]) || tokens[at].capitalized && !tags[at].contains(.time)
    }
  }
}
