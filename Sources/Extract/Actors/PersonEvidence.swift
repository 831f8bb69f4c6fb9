internal import NewsModel
internal import Prose

/// What in and around a run of words speaks for a person.
struct PersonEvidence {
  /// Points; a title or civility decides alone, a given name decides where nothing contradicts it.
  static let civility = 9
  static let role = 7
  static let known = 6
  static let givenName = 4
  static let givenNameAlone = 3
  static let initial = 3
  static let verb = 4
  /// "KC", "MP" behind or before it.
  static let letters = 3
  static let apposition = 3
  static let kin = 1
  /// One capitalized word inside a sentence, behind "de" without an article, is a family name more often than all else.
  static let bare = 1
  /// Two or three capitalized words without any sign are a person more often than all else together.
  static let severalWords = 1
  /// Persons' names take no article in French or English.
  static let article = -5
  static let foreignHead = -5
  /// A verb counts within so many tokens behind the name ("Butler, mercredi, a déclaré" is beyond it).
  static let verbWindow = 4

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let range = candidate.tokens
    var points = 0
    if candidate.civility != nil { points += PersonEvidence.civility }
    if candidate.role != nil { points += PersonEvidence.role }
    if candidate.letters > 0 || Postnominals(reading: reading).standBefore(range.lowerBound) {
      points += PersonEvidence.letters
    }
    if !candidate.appositions.isEmpty { points += PersonEvidence.apposition }
    if candidate.known == .person { points += PersonEvidence.known }
    points += form(of: range)
    if !reading.isLongComplement(candidate), !candidate.isOrigin {
      points += verbPoints(for: candidate)
      if hasApposition(range.lowerBound..<range.upperBound + candidate.letters) { points += PersonEvidence.apposition }
    }
    let before = range.lowerBound - 1
    if before >= 0, reading.limits[before] == reading.limits[range.lowerBound],
      !reading.tokens[before].capitalized || reading.mayBeSentenceCase[before]
    {
      if reading.classes[before].contains(.kin) { points += PersonEvidence.kin }
      if reading.isArticle(before) {
        if candidate.role == nil { points += PersonEvidence.article }
      } else if candidate.known == nil, range.count == 1, !candidate.isSentenceCase,
        reading.tokens[range.lowerBound].kind == .word, !reading.tokens[range.lowerBound].allCaps,
        reading.classes[before].contains(.particle),
        before == 0 || !reading.classes[before - 1].contains(.placeOrOther)
      {
        points += PersonEvidence.bare
      }
    }
    return points
  }

  /// Those of the points that a verb behind the name gives.
  func verbPoints(for candidate: NameCandidate) -> Int {
    !reading.isLongComplement(candidate) && !candidate.isOrigin && !isBehindPlaceWord(candidate.tokens.lowerBound)
      && isFollowedByVerb(candidate.tokens.lowerBound..<candidate.tokens.upperBound + candidate.letters)
      ? PersonEvidence.verb : 0
  }

  /// "A doctor in Lestrac said": what stands behind "in" is not who said it.
  private func isBehindPlaceWord(_ index: Int) -> Bool {
    index > 0 && reading.limits[index - 1] == reading.limits[index] && !reading.tokens[index - 1].capitalized
      && reading.classes[index - 1].contains(.placeBefore)
  }

  /// Given names, initials, foreign particles, and words that no person's name has.
  private func form(of range: Range<Int>) -> Int {
    var points = 0
    let first = range.lowerBound
    // "Les", "Le" are given names, too, in other languages.
    let isArticle = reading.lexicon.articles.contains(reading.tokens[first].lower)
    let isGiven =
      !isArticle && reading.classes[first].contains(.givenName)
      || range.count > 1 && (reading.isDoubleGivenName(first) || reading.classes[first].contains(.calendarName))
    if range.count == 1 { return isGiven ? PersonEvidence.givenNameAlone : 0 }
    if isGiven { points += PersonEvidence.givenName }
    var isHeaded = false
    var hasInitial = false
    for index in range {
      var classes = reading.classes[index]
      // "Ian St Clair": behind a given name only the last word makes a place of it.
      if isGiven, range.count > 2, index + 1 < range.upperBound { classes.remove(.placeWord) }
      if !classes.isDisjoint(with: [.organizationWord, .organizationForm, .placeWord]), !classes.contains(.givenName) {
        isHeaded = true
      }
      if reading.isInitial(index) { hasInitial = true }
    }
    if hasInitial { points += PersonEvidence.initial }
    if isHeaded { points += PersonEvidence.foreignHead }
    if range.count <= 3, !isHeaded, !reading.inHeadline[first], !isArticle { points += PersonEvidence.severalWords }
    return points
  }

  private func isFollowedByVerb(_ range: Range<Int>) -> Bool {
    var at = range.upperBound
    let limit = min(reading.limits[range.lowerBound], at + PersonEvidence.verbWindow)
    while at < limit {
      if reading.classes[at].contains(.personal), !reading.tokens[at].capitalized { return true }
      guard reading.classes[at].contains(.auxiliary) || at == range.upperBound && reading.isMark(at, 0x2C) else {
        return false
      }
      at += 1
    }
    return false
  }

  /// "Bolder, expert en défense," or "Adams, 72 ans".
  private func hasApposition(_ range: Range<Int>) -> Bool {
    let comma = range.upperBound
    guard comma + 1 < reading.limits[range.lowerBound], reading.isMark(comma, 0x2C) || reading.isMark(comma, 0x28)
    else {
      return false
    }
    var at = comma + 1
    if reading.tokens[at].kind == .number {
      // An age stands before a unit or a comma; a year of birth and death in brackets.
      return reading.tokens[at].span.length <= 2 && reading.isMark(comma, 0x2C) && at + 1 < reading.limits[at]
        && (reading.isMark(at + 1, 0x2C) || reading.classes[at + 1].contains(.personal))
    }
    while at < reading.limits[range.lowerBound], at - comma <= 2, !reading.classes[at].contains(.titleHead),
      !reading.classes[at].isDisjoint(with: [.function, .titleModifier])
    {
      at += 1
    }
    return at < reading.limits[range.lowerBound] && reading.classes[at].contains(.titleHead)
      && (reading.lexicon.hasAdjectivesAfterNouns
        || reading.lexicon.titleHeads.match(reading.tokens, at: at, limit: reading.limits[at]) != nil)
      && !reading.tokens[at].capitalized
      && !(reading.lexicon.hasAdjectivesAfterNouns && reading.classes[at].contains(.organizationWord))
  }
}
