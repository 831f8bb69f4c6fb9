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
  /// Several words behind "présidente de" without a given name: as much as several words speak for a person.
  static let complement = 1
  /// Acronyms longer than this are mostly words in capitals.
  static let longestAcronym = 6  // letters

  let reading: ActorReading

  /// The points of one candidate; those of them that the noun before it gives ("la société X"), whose verbs are its own.
  func points(for candidate: NameCandidate) -> (all: Int, named: Int) {
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
    if reading.isLongComplement(candidate) { points += OrganizationEvidence.complement }
    let before = first - 1
    guard before >= 0, reading.limits[before] == reading.limits[first] else { return (points, 0) }
    if candidate.known == nil, candidate.tokens.count > 1, reading.isArticle(before) {
      points += OrganizationEvidence.article
    }
    let named = isNamed(candidate, before) ? OrganizationEvidence.nounBefore : 0
    return (points + named, named)
  }

  /// "la société X", "l’association bénévole « X »", "des entreprises telles que X".
  private func isNamed(_ candidate: NameCandidate, _ before: Int) -> Bool {
    var at = before
    if isNoun(at) { return true }
    let first = candidate.tokens.lowerBound
    if ExampleReader(reading: reading).noun(before: first).map({ isNoun($0) }) == true { return true }
    guard reading.lexicon.hasAdjectivesAfterNouns else { return false }
    if reading.tokens[at].kind == .quoteMark {
      let end = candidate.tokens.upperBound
      guard end < reading.tokens.count, reading.tokens[end].kind == .quoteMark else { return false }
      at -= 1
    }
    if candidate.tokens.count == 1, isBehindComplement(at, first) { return true }
    let isAdjective = { (index: Int) in
      !reading.tokens[index].capitalized
        && !reading.classes[index].isDisjoint(with: [.organizationAdjective, .demonym])
    }
    guard at > 0, at < before || isAdjective(at) else { return false }
    if isNoun(at) { return true }
    // "la coalition régionale basque X": two adjectives of bodies.
    if at > 1, isAdjective(at), isAdjective(at - 1), reading.limits[at - 2] == reading.limits[first], isNoun(at - 2) {
      return true
    }
    return reading.limits[at - 1] == reading.limits[first] && reading.tokens[at].kind == .word
      && !reading.tokens[at].capitalized && reading.classes[at].isDisjoint(with: [.function, .personal, .auxiliary])
      && isNoun(at - 1)
  }

  /// "le groupe d’emballage X": what the body does stands between its noun and its name.
  private func isBehindComplement(_ noun: Int, _ first: Int) -> Bool {
    let link = noun - 1
    guard link > 0, reading.limits[link - 1] == reading.limits[first], !reading.classes[first].contains(.givenName),
      reading.tokens[noun].kind == .word, !reading.tokens[noun].capitalized,
      reading.classes[noun].isDisjoint(with: [.function, .personal, .auxiliary, .titleHead, .kin]),
      reading.classes[link].contains(.companyLink), reading.classes[link].contains(.particle)
    else { return false }
    return isNoun(link - 1)
  }

  private func isNoun(_ index: Int) -> Bool {
    !reading.tokens[index].capitalized && reading.classes[index].contains(.organizationWord)
  }

  private func isHead(_ index: Int) -> Bool {
    !reading.classes[index].isDisjoint(with: [.organizationWord, .organizationForm])
      && !reading.classes[index].contains(.givenName)
  }

  /// "AP-15", "B-52": letters, a hyphen and digits number a road or a thing.
  private func isNumbered(_ index: Int) -> Bool {
    guard let last = reading.hyphenParts(index).dropFirst().last else { return false }
    return last.bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isAcronym(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.allCaps && token.span.length <= OrganizationEvidence.longestAcronym && !reading.inHeadline[index]
      && !reading.classes[index].contains(.common) && !isNumbered(index)
  }
}
