internal import NewsModel
internal import Prose

/// The phrase that ends before a verb: "le maire de Lestrac a déclaré".
extension SpeakerPhrases {
  /// The subject that stands before a verb at `verb`, not reaching before `lower`.
  func phrase(before verb: Int, lower: Int) -> Range<Int>? {
    var last = verb - 1
    while last >= lower, tokens[last].isWordLike, !tokens[last].capitalized,
      tags[last].has([.adverb, .object, .inside, .time, .auxiliary]), !tags[last].contains(.subjectPronoun)
    {
      last -= 1
    }
    // "Acme Corp. said"
    if last > lower, reading.isAbbreviationDot(last), tokens[last - 1].capitalized { last -= 1 }
    guard last >= lower else { return nil }
    if tags[last].contains(.relative) { return antecedent(of: last, lower) }
    if let relative = relative(closedAt: last, lower) { return antecedent(of: relative, lower) }
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

  func canEnd(_ at: Int) -> Bool {
    if isClosingParenthesis(at) { return true }
    guard tokens[at].isWordLike else { return false }
    return tokens[at].capitalized
      || tags[at].isDisjoint(with: [
        .preposition, .complementizer, .genitive, .determiner, .accordingTo, .like, .auxiliary,
      ])
  }

  func isClosingParenthesis(_ at: Int) -> Bool { reading.byte(at) == 0x29 && tokens[at].kind == .other }

  /// "…, who …": the phrase before a relative pronoun.
  func antecedent(of relative: Int, _ lower: Int) -> Range<Int>? {
    var last = relative - 1
    if last >= lower, reading.isComma(last) { last -= 1 }
    // "Ann Tarn, 74, who": an age.
    if last - 1 > lower, tokens[last].kind == .number, reading.isComma(last - 1) { last -= 2 }
    guard last >= lower, canEnd(last), let start = start(ofPhraseTo: last, lower: lower) else { return nil }
    // "l’éloge de l’Allemagne, qui": either noun may be meant.
    guard (start..<last + 1).dropFirst().allSatisfy({ !tags[$0].contains(.genitive) }) else { return nil }
    return isWorthy(start..<last + 1) ? start..<last + 1 : nil
  }

  /// "A clerk who asked not to be named said", "le député qui a requis l’anonymat a dit": the relative pronoun of a clause
  /// with a verb of its own that reaches up to the verb without a comma.
  private func relative(closedAt last: Int, _ lower: Int) -> Int? {
    var at = last
    var hasVerb = false
    let lower = max(lower, last - SpeakerPhrases.longestRelative)
    while at > lower {
      guard tokens[at].isWordLike || reading.isAbbreviationDot(at), !tags[at].has([.complementizer, .coordination])
      else { return nil }
      if tags[at].contains(.relative), !tokens[at].capitalized { return hasVerb ? at : nil }
      // A pronoun is the subject of the verb behind it.
      if tags[at].contains(.subjectPronoun) { return nil }
      hasVerb = hasVerb || tags[at].has(.anyFinite) || tags[at].contains(.auxiliary)
      at -= 1
    }
    return nil
  }

  func start(ofPhraseTo last: Int, lower: Int) -> Int? {
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
      if isParticle(at), start <= last, at > lower { at -= 1; continue }
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
        // "two days after the agency announced": the preposition opens a clause of its own.
        if tag.contains(.conjunction), at > lower, tags[at - 1].contains(.timeUnit) { break }
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
      if closesPhrase(tag), !isComplement(at), !isHeadNoun(at, isLast: at == last),
        !(token.capitalized && (at != reading.sentence(of: at).lowerBound || isBeforeTitle(at, last)))
      {
        break
      }
      if tag.contains(.time) && at != last { break }
      start = at
      at -= 1
    }
    guard start <= last else { return nil }
    // "affecté à l’unité": a complement without its head names nobody.
    if crosses, !tokens[start].capitalized, !tags[start].has([.determiner, .genitive]) { return nil }
    // "She rejected union claims that": what follows a pronoun without an article is its verb ("It was Ann Tarn who").
    if at >= lower, tags[at].contains(.subjectPronoun), !tags[at].contains(.determiner), !tokens[start].capitalized,
      !tags[start].has([.determiner, .genitive])
    {
      guard tokens[last].capitalized else { return nil }
      start = last
      while start > at + 1, tokens[start - 1].capitalized || reading.isAbbreviationDot(start - 1) { start -= 1 }
      return start
    }
    return trimmed(start, last, stoppedAt: at, lower)
  }

  /// "State Sen. Jane Roe": a word with a capital before a title in short is no verb, though the sentence opens with it.
  private func isBeforeTitle(_ at: Int, _ last: Int) -> Bool {
    at + 2 < last && tags[at].has(.anyFinite) && tokens[at + 1].capitalized && reading.isAbbreviationDot(at + 2)
  }

  func isNominal(_ at: Int) -> Bool {
    guard tokens[at].isWordLike else { return false }
    return tokens[at].capitalized
      || tags[at].isDisjoint(with: [
        .preposition, .conjunction, .complementizer, .relative, .auxiliary, .accordingTo, .adverb, .determiner,
        .negation,
      ])
  }

  /// Where the phrase is the rest of an adverbial ("In a Bloomberg interview Trump"), only the name at its end is kept.
  func trimmed(_ start: Int, _ last: Int, stoppedAt at: Int, _ lower: Int) -> Int? {
    guard at >= lower, tags[at].has([.preposition, .rolePreposition, .genitive, .like]), !isNominalBefore(at, lower)
    else { return start }
    var name = last
    while name > start, tokens[name - 1].capitalized || reading.isAbbreviationDot(name - 1) { name -= 1 }
    guard tokens[last].capitalized, name > start else { return tokens[last].capitalized ? nil : start }
    return name
  }

  func isNominalBefore(_ at: Int, _ lower: Int) -> Bool { at > lower && isNominal(at - 1) }

  func openingParenthesis(_ at: Int, _ lower: Int) -> Int? {
    var open = at - 1
    while open >= max(lower, at - SpeakerPhrases.longestParenthesis) {
      if reading.byte(open) == 0x28 { return open }
      open -= 1
    }
    return nil
  }

  /// "Flynn, a top surrogate, said": the first part between commas that is a phrase as a whole.
  func beforeApposition(_ comma: Int, _ lower: Int) -> Range<Int>? {
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
}
