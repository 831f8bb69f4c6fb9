internal import NewsModel
internal import Prose

/// What is said of companies and hardly of anybody else: what they do ("emploie 300 personnes") and what they have
/// ("les actionnaires de X", "X shares").
///
/// A company's name is any word, and it "announces" as persons do: where one mention tells a company, the verbs of the
/// others are its own (`KindVotes.settle`).
struct CompanyEvidence {
  /// One sign; less than a head word or a given name, as much as a verb of saying.
  static let points = 4
  /// "a récemment racheté": between a name and its verb stand so many tokens at most.
  static let verbWindow = 3
  /// "X, dont le siège", "X’s third-quarter profit": what is looked at behind the mark.
  static let window = 3  // tokens

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let range = candidate.tokens
    let first = range.lowerBound
    guard candidate.known == nil, candidate.civility == nil, candidate.role == nil,
      range.count == 1 || !reading.classes[first].contains(.givenName) && !reading.isInitial(first)
    else { return 0 }
    return isBeforeVerb(range) || isBeside(candidate) || isApposed(range) || isBehind(range)
      ? CompanyEvidence.points : 0
  }

  /// "the Norbrant works", "l’usine Norbrant": points where a firm's ground stands beside one word that nothing is known
  /// of.
  func sitePoints(for candidate: NameCandidate) -> Int {
    let first = candidate.tokens.lowerBound
    let isNoName: WordClass = [.givenName, .common, .demonym, .direction, .placeWord, .organizationWord]
    guard candidate.known == nil, candidate.tokens.count == 1, candidate.role == nil, candidate.civility == nil,
      reading.classes[first].isDisjoint(with: isNoName)
    else { return 0 }
    let noun = reading.lexicon.hasAdjectivesAfterNouns ? first - 1 : first + 1
    guard noun >= 0, noun < reading.tokens.count, reading.limits[noun] == reading.limits[first],
      !reading.tokens[noun].capitalized, reading.classes[noun].contains(.companySite),
      reading.isAdjacent(max(noun, first))
    else { return 0 }
    return CompanyEvidence.points
  }

  private func isBeforeVerb(_ range: Range<Int>) -> Bool {
    let limit = min(reading.limits[range.lowerBound], range.upperBound + CompanyEvidence.verbWindow)
    for at in range.upperBound..<max(range.upperBound, limit) {
      if reading.classes[at].contains(.companyVerb), !reading.tokens[at].capitalized { return true }
      guard reading.classes[at].contains(.auxiliary) else { return false }
    }
    return false
  }

  /// "X shares", "X’s third-quarter profit", in languages that put the owner first. "Operating profit" opens a sentence
  /// with no name.
  private func isBeside(_ candidate: NameCandidate) -> Bool {
    let range = candidate.tokens
    let limit = reading.limits[range.lowerBound]
    var at = range.upperBound
    guard !reading.lexicon.hasAdjectivesAfterNouns, at < limit else { return false }
    if isBeforeRole(at, range) { return true }
    if isNoun(at) { return range.count > 1 || !candidate.isSentenceCase }
    guard reading.isGenitiveClitic(at) else { return false }
    at += 1
    return (at..<max(at, min(limit, at + CompanyEvidence.window))).contains { isNoun($0, besides: .companyPeople) }
  }

  /// "Bramble Lane manager Anne Dulac": in English several words before a role that is held in a body, and before the
  /// name of who holds it.
  private func isBeforeRole(_ at: Int, _ range: Range<Int>) -> Bool {
    let limit = reading.limits[range.lowerBound]
    guard range.count > 1, reading.isAdjacent(at), !reading.tokens[at].capitalized,
      reading.classes[at].contains(.titleHead),
      let head = reading.lexicon.titleHeads.match(reading.tokens, at: at, limit: limit), head.value, head.end < limit
    else { return false }
    return reading.isNameWord(head.end) && reading.isAdjacent(head.end)
  }

  /// "X, dont le siège", "X, headquartered in".
  private func isApposed(_ range: Range<Int>) -> Bool {
    let limit = reading.limits[range.lowerBound]
    guard reading.isMark(range.upperBound, 0x2C) else { return false }
    var at = range.upperBound + 1
    while at < min(limit, range.upperBound + 1 + CompanyEvidence.window) {
      if reading.classes[at].contains(.companyApposition) { return true }
      guard reading.isArticle(at) || reading.classes[at].contains(.function) else { return false }
      at += 1
    }
    return false
  }

  /// "les salariés de X", "merger with X", "chez X".
  private func isBehind(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    guard before >= 0, reading.limits[before] == reading.limits[range.lowerBound] else { return false }
    if reading.classes[before].contains(.companyBefore) { return true }
    if isNoun(before) { return true }
    return before > 0 && reading.limits[before - 1] == reading.limits[range.lowerBound] && isNoun(before - 1)
      && !reading.tokens[before].capitalized && reading.classes[before].contains(.companyLink)
  }

  private func isNoun(_ index: Int, besides other: WordClass = []) -> Bool {
    let classes = reading.classes[index].subtracting(other)
    return !classes.isDisjoint(with: [.companyNoun, .companyPeople])
      && (!reading.tokens[index].capitalized || reading.tokens[index].allCaps || reading.mayBeSentenceCase[index])
  }
}
