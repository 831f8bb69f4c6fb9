internal import NewsModel
internal import Prose

/// What speaks against a run of words being an actor at all.
struct NoActorEvidence {
  /// The only sign, a capital, is the sentence's.
  static let sentenceCase = 3
  /// "Survivors said": English nouns in the plural open a sentence without an article, as names do.
  static let plural = 2
  static let headline = 4
  static let common = 6
  /// One unknown word inside a role may be a company, a place or a person.
  static let complement = 2
  static let thing = 6
  /// A run that fills its quote marks is the title of something.
  static let quoted = 4
  /// "M. B", "Mme C. D.": letters stand for a name that is withheld; more than all that is said of it, many times.
  static let letters = 1_000_000
  /// "The Stone and the Sea": a title of a work has no more words.
  static let longestTitle = 8  // tokens
  /// Digits of a year.
  static let yearLength = 4

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let first = candidate.tokens.lowerBound
    var points = 0
    if candidate.known == nil, !candidate.isOrganizationPhrase {
      if candidate.isSentenceCase, candidate.tokens.count == 1 {
        points += NoActorEvidence.sentenceCase + (isPlural(first) ? NoActorEvidence.plural : 0)
      }
      if reading.inHeadline[first] { points += NoActorEvidence.headline }
    }
    if candidate.known == nil, candidate.tokens.allSatisfy({ isLetter($0) }) { points += NoActorEvidence.letters }
    if isYearOfWork(candidate) { points += NoActorEvidence.quoted }
    if candidate.isComplement, candidate.tokens.count == 1 { points += NoActorEvidence.complement }
    if candidate.tokens.count > 1, candidate.known == nil, candidate.role == nil, candidate.civility == nil,
      candidate.tokens.allSatisfy({ reading.tokens[$0].allCaps && !reading.classes[$0].contains(.givenName) })
    {
      points += NoActorEvidence.sentenceCase
    }
    if candidate.tokens.count == 1, candidate.known == nil,
      !reading.classes[first].isDisjoint(with: [.common, .demonym]) || isBareNoun(first)
    {
      points += NoActorEvidence.common
    }
    if candidate.tokens.count > 1, candidate.known == nil, first > 0,
      reading.classes[first - 1].contains(.projectNoun), !reading.tokens[first - 1].capitalized
    {
      points += NoActorEvidence.common
    }
    let last = candidate.tokens.upperBound - 1
    if candidate.tokens.count > 1, candidate.known == nil, !candidate.isOrganizationPhrase,
      !reading.classes[last].isDisjoint(with: [.thingWord, .demonym])
        || reading.lexicon.hasAdjectivesAfterNouns
          && reading.classes[first].contains(.thingWord)
    {
      points += NoActorEvidence.common
    }
    if candidate.tokens.count > 1, candidate.known == nil,
      isQuoted(candidate.tokens) || isInQuotedTitle(candidate)
    {
      points += NoActorEvidence.quoted
    }
    // "Storm Brenna": in English the noun is part of the name.
    let isHeaded =
      candidate.tokens.count == 2 && candidate.known == nil && !reading.lexicon.hasAdjectivesAfterNouns
      && reading.classes[first].contains(.stormWord)
    if isHeaded || candidate.known != .organization && isNameOfThing(first) {
      points += NoActorEvidence.thing
    }
    return points
  }

  /// Whether the noun of a thing stands before a name, or before the article that is part of it ("pesquero El Faro").
  private func isNameOfThing(_ first: Int) -> Bool {
    var noun = first - 1
    if noun > 0, reading.tokens[noun].capitalized, reading.lexicon.articles.contains(reading.tokens[noun].lower) {
      noun -= 1
    }
    // "un voilier, le Santa Perpetua": the name stands apart.
    if noun > 1, reading.isArticle(noun), reading.isMark(noun - 1, 0x2C) { noun -= 2 }
    return noun >= 0 && reading.limits[noun] == reading.limits[first] && reading.classes[noun].contains(.thingBefore)
      && !reading.tokens[noun].capitalized
  }

  /// Whether a word has the ending of plurals, in a language whose nouns need no article.
  private func isPlural(_ index: Int) -> Bool {
    !reading.lexicon.hasAdjectivesAfterNouns && reading.tokens[index].kind == .word
      && reading.lexicon.pluralEndings.contains(reading.text.bytes[reading.tokens[index].span.end - 1])
  }

  /// "la Cour", "Division 2": a noun of institutions alone names none.
  private func isBareNoun(_ index: Int) -> Bool {
    reading.classes[index].contains(.organizationWord) && reading.lexicon.hasAdjectivesAfterNouns
      && !reading.classes[index].contains(.givenName) && !reading.tokens[index].allCaps
  }

  /// Whether a token is one letter, with or without its dot.
  private func isLetter(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.capitalized && (token.span.length == 1 || token.span.length == 2 && reading.isInitial(index))
  }

  /// "Northern Lights (1997)": a year in brackets stands behind works; a person's has two, or a role beside it.
  private func isYearOfWork(_ candidate: NameCandidate) -> Bool {
    let open = candidate.tokens.upperBound
    return candidate.tokens.count > 1 && candidate.known == nil && candidate.role == nil && candidate.civility == nil
      && !candidate.isOrganizationPhrase && !candidate.isPlacePhrase && open + 2 < reading.tokens.count
      && reading.isMark(open, 0x28) && reading.isMark(open + 2, 0x29) && reading.tokens[open + 1].kind == .number
      && reading.tokens[open + 1].span.length == NoActorEvidence.yearLength
  }

  /// Whether the run starts a few words between quote marks most of which have capitals: "The Stone and the Sea".
  private func isInQuotedTitle(_ candidate: NameCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    guard first > 0, reading.tokens[first - 1].kind == .quoteMark, !candidate.isOrganizationPhrase else { return false }
    var capitals = 0
    var at = first
    let limit = min(reading.limits[first], first + NoActorEvidence.longestTitle)
    while at < limit, reading.tokens[at].isWordLike {
      if reading.tokens[at].capitalized { capitals += 1 }
      at += 1
    }
    return at < reading.tokens.count && at < first + NoActorEvidence.longestTitle
      && reading.tokens[at].kind == .quoteMark && capitals * 2 >= at - first
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.upperBound < reading.tokens.count
      && reading.tokens[range.lowerBound - 1].kind == .quoteMark && reading.tokens[range.upperBound].kind == .quoteMark
  }
}
