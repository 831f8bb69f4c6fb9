internal import NewsModel
internal import Prose

/// What in and around a run of words speaks for an organization, and what against any actor.
struct OrganizationEvidence {
  static let known = 8
  static let phrase = 8
  static let headWord = 5
  static let acronym = 3
  static let peopleFirst = 2
  static let article = 1
  static let nounBefore = 4
  /// Acronyms longer than this are mostly words in capitals.
  static let longestAcronym = 6  // letters

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let range = candidate.tokens
    let first = range.lowerBound
    var points = 0
    if candidate.known == .organization { points += OrganizationEvidence.known }
    if candidate.isOrganizationPhrase { points += OrganizationEvidence.phrase }
    if range.count > 1 {
      if range.contains(where: { isHead($0) }) { points += OrganizationEvidence.headWord }
      if reading.classes[first].contains(.demonym) { points += OrganizationEvidence.peopleFirst }
    } else if candidate.known == nil, isAcronym(first) {
      points += OrganizationEvidence.acronym
    }
    let before = first - 1
    guard before >= 0, reading.limits[before] == reading.limits[first] else { return points }
    if candidate.known == nil, candidate.tokens.count > 1, reading.isArticle(before) { points += OrganizationEvidence.article }
    if !reading.tokens[before].capitalized, reading.classes[before].contains(.organizationWord) {
      points += OrganizationEvidence.nounBefore
    }
    return points
  }

  private func isHead(_ index: Int) -> Bool {
    !reading.classes[index].isDisjoint(with: [.organizationWord, .organizationForm])
      && !reading.classes[index].contains(.givenName)
  }

  private func isAcronym(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.allCaps && token.span.length <= OrganizationEvidence.longestAcronym && !reading.inHeadline[index]
      && !reading.classes[index].contains(.common)
  }
}

/// What speaks against a run of words being an actor at all.
struct NoActorEvidence {
  /// The only sign, a capital, is the sentence's.
  static let sentenceCase = 3
  static let headline = 4
  static let common = 6
  /// One unknown word inside a role may be a company, a place or a person.
  static let complement = 2
  static let thing = 6
  /// A run that fills its quote marks is the title of something.
  static let quoted = 4

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let first = candidate.tokens.lowerBound
    var points = 0
    if candidate.known == nil, !candidate.isOrganizationPhrase {
      if candidate.isSentenceCase, candidate.tokens.count == 1 { points += NoActorEvidence.sentenceCase }
      if reading.inHeadline[first] { points += NoActorEvidence.headline }
    }
    if candidate.isComplement, candidate.tokens.count == 1 { points += NoActorEvidence.complement }
    if candidate.tokens.count > 1, candidate.known == nil, candidate.role == nil, candidate.civility == nil,
      candidate.tokens.allSatisfy({ reading.tokens[$0].allCaps && !reading.classes[$0].contains(.givenName) })
    {
      points += NoActorEvidence.sentenceCase
    }
    if candidate.tokens.count == 1, candidate.known == nil, !reading.classes[first].isDisjoint(with: [.common, .demonym]) {
      points += NoActorEvidence.common
    }
    let last = candidate.tokens.upperBound - 1
    if candidate.tokens.count > 1, candidate.known == nil, !candidate.isOrganizationPhrase,
      !reading.classes[last].isDisjoint(with: [.thingWord, .demonym]) || reading.lexicon.hasAdjectivesAfterNouns
        && reading.classes[first].contains(.thingWord)
    {
      points += NoActorEvidence.common
    }
    if candidate.tokens.count > 1, candidate.known == nil, isQuoted(candidate.tokens) {
      points += NoActorEvidence.quoted
    }
    if first > 0, reading.limits[first - 1] == reading.limits[first], candidate.known != .organization,
      reading.classes[first - 1].contains(.thingBefore), !reading.tokens[first - 1].capitalized
    {
      points += NoActorEvidence.thing
    }
    return points
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.upperBound < reading.tokens.count
      && reading.tokens[range.lowerBound - 1].kind == .quoteMark && reading.tokens[range.upperBound].kind == .quoteMark
  }
}
