internal import NewsModel
internal import Prose

/// Walks once over the tokens of a text and cuts out what may name an actor, and the roles.
struct NameScanner {
  /// "Cour de justice de l’Union européenne": so many small words may stand between two capitalized ones.
  static let mostConnectors = 3

  let reading: ActorReading
  private let roleReader: RoleReader
  private(set) var candidates: [NameCandidate] = []
  /// All roles, those with a name directly after them and those without.
  private(set) var roles: [RolePhrase] = []
  /// A role or civility that ends where the scan stands.
  private var pendingRole: RolePhrase?
  private var pendingCivility: Int?
  /// The end of what was last taken.
  private var floor = 0

  /// A scanner of one text.
  init(_ reading: ActorReading) {
    self.reading = reading
    roleReader = RoleReader(reading: reading)
  }

  private var tokens: [Token] { reading.tokens }

  /// Scans the whole text.
  mutating func scan() {
    var at = 0
    while at < tokens.count {
      let classes = reading.classes[at]
      // Most words are lower-case and of no class: they cost one test.
      if !tokens[at].capitalized,
        classes.isDisjoint(with: [.knownStartLower, .titleHead, .organizationLower, .placeLower, .civility])
      {
        pendingRole = nil
        pendingCivility = nil
        at += 1
        continue
      }
      at = step(at, classes)
    }
  }

  /// Takes what starts at a token and says where to go on.
  private mutating func step(_ at: Int, _ classes: WordClass) -> Int {
    let limit = reading.limits[at]
    if classes.contains(.civility), let next = civility(at, limit) { return next }
    if tokens[at].capitalized, reading.isCount(at) { return skip(at) }
    if let end = endOfAbbreviated(at, limit) { return append(NameCandidate(tokens: at..<end)) }
    if let known = reading.knownName(at: at, limit: limit), let end = take(known, at, limit) { return end }
    if classes.contains(.titleHead), !isGivenName(at, limit), pendingCivility == nil || !tokens[at].capitalized,
      let role = roleReader.role(at: at, floor: floor), !isPartOfName(role, at)
    {
      return take(role, at)
    }
    if classes.contains(tokens[at].capitalized ? .organizationWord : .organizationLower),
      let phrase = OrganizationPhrase(reading: reading).end(from: at, limit: limit)
    {
      // "l’ONG Harvest Hand": an acronym that is a common noun is no part of the name.
      let isNoun = tokens[at].allCaps && classes.contains(.common) && at + 1 < phrase && tokens[at + 1].capitalized
      return append(NameCandidate(tokens: (isNoun ? at + 1 : at)..<phrase, isOrganizationPhrase: true))
    }
    if classes.contains(.placeLower), !tokens[at].capitalized,
      let end = PlacePhrase(reading: reading).end(from: at, limit: limit)
    {
      return append(NameCandidate(tokens: at..<end, isPlacePhrase: true))
    }
    guard reading.isNameWord(at) || isArticleOfName(at, limit) else { return skip(at) }
    if classes.contains(.demonym), !startsOrganization(at, limit) { return skip(at) }
    let end = NameRun(reading: reading).end(
      from: at, limit: limit, afterTitle: pendingRole != nil || pendingCivility != nil)
    let letters = Postnominals(reading: reading)
    if end == at + 1, letters.standApart(at) { return skip(at) }
    if let next = letters.nameBehind(at, end) ?? afterForeword(at, end) ?? afterOffice(at, end) { return next }
    if end == at + 1, pendingCivility == nil, pendingRole == nil {
      if reading.isInitial(at) || reading.isOpeningParticiple(at) { return skip(at) }
    }
    let name = letters.endOfName(at, end, isTitled: pendingCivility != nil || pendingRole != nil)
    _ = append(NameCandidate(tokens: at..<name, letters: end - name))
    return end
  }

  /// "St. Hilda Medical Center": the end of a name whose first word is short, with a dot; nil where none starts or the
  /// tables know it.
  private func endOfAbbreviated(_ at: Int, _ limit: Int) -> Int? {
    let name = at + 2
    guard reading.classes[at].contains(.abbreviated), tokens[at].capitalized, name < limit,
      reading.isMark(at + 1, 0x2E), !tokens[at + 1].spaceBefore, reading.isNameWord(name), reading.isAdjacent(name),
      (reading.knownName(at: at, limit: limit)?.end ?? 0) <= name
    else { return nil }
    return NameRun(reading: reading).end(from: name, limit: limit, afterTitle: false)
  }

  /// "captain Dean Rudge": whether a title is the given name before one name word.
  private func isGivenName(_ at: Int, _ limit: Int) -> Bool {
    let next = at + 1
    guard reading.classes[at].contains(.givenNameToo), tokens[at].capitalized, next < limit, reading.isNameWord(next),
      reading.isAdjacent(next), !reading.classes[next].contains(.titleHead)
    else { return false }
    return next + 1 >= limit || !reading.isNameWord(next + 1) || !reading.isAdjacent(next + 1)
  }

  private mutating func skip(_ at: Int) -> Int {
    pendingRole = nil
    pendingCivility = nil
    return at + 1
  }

  private mutating func civility(_ at: Int, _ limit: Int) -> Int? {
    var next = at + 1
    // The dot of "M." is a token of its own after longer abbreviations ("Mme.", "Dr.").
    if next < limit, tokens[next].kind == .terminator, !tokens[next].spaceBefore { next += 1 }
    guard next < limit, tokens[next].capitalized, reading.isAdjacent(next),
      tokens[at].capitalized || tokens[at].span.length > 3,
      reading.classes[next].isDisjoint(with: [.function, .calendar]) || tokens[next].span.length == 1
        || reading.classes[next].contains(.nameArticle) && isArticleOfName(next, limit)
    else { return nil }
    pendingCivility = at
    floor = next
    return next
  }

  private mutating func take(_ role: RolePhrase, _ at: Int) -> Int {
    roles.append(role)
    // Names inside the role ("porte-parole de l’OTAN") are actors, too.
    var inside = at + 1
    while inside < role.tokens.upperBound {
      if let end = roleReader.endOfBody(inside, limit: role.tokens.upperBound) {
        candidates.append(NameCandidate(tokens: inside..<end))
        inside = end
      } else if let known = reading.knownName(at: inside, limit: role.tokens.upperBound), known.name.sense != .other {
        candidates.append(NameCandidate(tokens: inside..<known.end, known: known.name.sense))
        inside = known.end
      } else if reading.isNameWord(inside), reading.classes[inside].isDisjoint(with: [.common, .titleHead]) {
        let end = NameRun(reading: reading).end(from: inside, limit: role.tokens.upperBound, afterTitle: false)
        candidates.append(NameCandidate(tokens: inside..<end, isComplement: true))
        inside = end
      } else if reading.classes[inside].contains(.organizationLower),
        let end = OrganizationPhrase(reading: reading).end(from: inside, limit: role.tokens.upperBound)
      {
        candidates.append(NameCandidate(tokens: inside..<end, isOrganizationPhrase: true))
        inside = end
      } else {
        inside += 1
      }
    }
    floor = role.tokens.upperBound
    // "l’éditeur Verdier": the noun is of a firm as often as of a person.
    pendingRole = reading.isBodyOrPerson(role) ? nil : role
    pendingCivility = nil
    return role.tokens.upperBound
  }

  /// Where a name starts behind capitalized words that are none: "Former Rep.", "Rival Hillary Clinton",
  /// "Budget Éric Woerth"; nil where the run is one name.
  private func afterForeword(_ at: Int, _ end: Int) -> Int? {
    let isForeword: WordClass = [.titleModifier, .common, .demonym, .direction]
    if end < reading.limits[at], reading.classes[end].contains(.titleHead), reading.isAdjacent(end),
      (at..<end).allSatisfy({ !reading.classes[$0].isDisjoint(with: isForeword) })
    {
      return end
    }
    guard end > at + 1, reading.classes[at].isDisjoint(with: [.givenName, .organizationWord, .placeWord]) else {
      return nil
    }
    let isWord = !reading.classes[at].isDisjoint(with: isForeword)
    if reading.mayBeSentenceCase[at] || isWord, !reading.classes[at].contains(.direction),
      let known = reading.knownName(at: at + 1, limit: end), known.end == end
    {
      return at + 1
    }
    return isWord && end > at + 2 && reading.classes[at + 1].contains(.givenName) ? at + 1 : nil
  }

  /// "Tribal Affairs Minister Ilan Sorek": where the title starts behind capitalized words that say its office.
  private func afterOffice(_ at: Int, _ end: Int) -> Int? {
    let isName: WordClass = [.givenName, .organizationWord, .organizationForm, .placeWord]
    guard !reading.lexicon.hasAdjectivesAfterNouns, end + 1 < reading.limits[at], tokens[end].capitalized,
      reading.classes[end].contains(.titleHead), reading.isAdjacent(end), reading.isNameWord(end + 1),
      reading.isAdjacent(end + 1), pendingCivility == nil, pendingRole == nil,
      (at..<end).allSatisfy({ reading.classes[$0].isDisjoint(with: isName) && !tokens[$0].allCaps })
    else { return nil }
    return end
  }

  /// "General Motors", "King Street": a capitalized head inside a longer name is no role.
  private func isPartOfName(_ role: RolePhrase, _ at: Int) -> Bool {
    guard tokens[at].capitalized, role.tokens.count == 1 else { return false }
    let next = at + 1
    guard next < reading.limits[at], reading.isNameWord(next), reading.isAdjacent(next) else { return false }
    return !reading.classes[next].isDisjoint(with: [.organizationWord, .placeWord, .organizationForm])
  }

  /// Takes a known name, or the longer run that it starts; nil where the run has to be read otherwise.
  private mutating func take(_ known: (end: Int, name: KnownName), _ at: Int, _ limit: Int) -> Int? {
    let single = known.end == at + 1
    let classes = reading.classes[at]
    // After a title a single place name is a person's ("le président Washington"), read as any run.
    if (pendingRole != nil || pendingCivility != nil), tokens[at].capitalized, known.name.sense != .organization,
      known.name.sense != .person, single
    {
      return nil
    }
    let run =
      tokens[at].capitalized
      ? NameRun(reading: reading).end(from: at, limit: limit, afterTitle: pendingRole != nil) : known.end
    if run > known.end, known.name.sense == .place, single, reading.isInitials(at) {
      return append(nationalBody(at, known.end, run, limit))
    }
    // "AFP William Summers", "PCF André Chassaigne": an acronym before a person's name is the party or the outlet.
    if run > known.end, tokens[at].allCaps, known.name.sense == .organization,
      reading.classes[known.end].contains(.givenName)
    {
      return append(NameCandidate(tokens: at..<known.end, known: .organization))
    }
    if run > known.end + 1, known.name.sense == .place, !classes.contains(.givenName), isGivenName(known.end) {
      return append(NameCandidate(tokens: at..<known.end, known: .place))
    }
    if run > known.end {
      if known.name.sense == .other, single, !classes.contains(.givenName) { return append(nil, known.end) }
      return append(NameCandidate(tokens: at..<run, known: nil))
    }
    if known.name.sense == .other { return append(nil, known.end) }
    return append(NameCandidate(tokens: at..<known.end, known: known.name.sense))
  }

  /// Behind a country's initials stands a body of it ("the U.S. Department of Justice", "the U.S. Embassy"), or what is no
  /// name with them ("U.S. Vice President").
  private func nationalBody(_ at: Int, _ next: Int, _ run: Int, _ limit: Int) -> NameCandidate {
    if let body = reading.knownName(at: next, limit: limit), body.name.sense == .organization, body.end >= run {
      return NameCandidate(tokens: at..<body.end, known: .organization)
    }
    let isBody: WordClass = [.organizationWord, .organizationForm, .placeWord]
    return (next..<run).contains { !reading.classes[$0].isDisjoint(with: isBody) }
      ? NameCandidate(tokens: at..<run, known: nil) : NameCandidate(tokens: at..<next, known: .place)
  }

  /// "la maire de Paris Anne Dulac": behind a place a given name and one more word are a person.
  private func isGivenName(_ index: Int) -> Bool {
    (reading.classes[index].contains(.givenName) || reading.isDoubleGivenName(index))
      && reading.classes[index + 1].isDisjoint(with: [.organizationWord, .placeWord, .organizationForm])
  }

  /// "Le Pyanet", "The Normal": a capitalized article inside a sentence starts a name.
  private func isArticleOfName(_ at: Int, _ limit: Int) -> Bool {
    guard tokens[at].capitalized, !tokens[at].allCaps, tokens[at].kind == .word, !reading.mayBeSentenceCase[at],
      at + 1 < limit,
      reading.lexicon.articles.contains(tokens[at].lower), tokens[at].span.length <= 3 || reading.isElided(at),
      !reading.inHeadline[at]
    else { return false }
    // Countries and towns have a capitalized article only where something else has given it its capital.
    return reading.isNameWord(at + 1) && !tokens[at + 1].allCaps
      && reading.knownName(at: at + 1, limit: limit)?.name.sense != .place
      && reading.classes[at + 1].isDisjoint(with: [.titleHead, .demonym, .common, .calendar])
  }

  /// "American Mathematical Society": a people's adjective starts the name of an organization.
  private func startsOrganization(_ at: Int, _ limit: Int) -> Bool {
    var next = at + 1
    while next < limit, next - at < 5, reading.isNameWord(next), reading.isAdjacent(next) {
      if !reading.classes[next].isDisjoint(with: [.organizationWord, .organizationForm]) { return true }
      if reading.classes[next].contains(.titleHead) { return false }
      next += 1
    }
    return false
  }

  private mutating func append(_ candidate: NameCandidate?, _ end: Int? = nil) -> Int {
    defer {
      pendingRole = nil
      pendingCivility = nil
    }
    guard var candidate else {
      floor = end ?? floor
      return end ?? floor
    }
    let first = candidate.tokens.lowerBound
    candidate.role = pendingRole
    candidate.civility = pendingCivility
    candidate.isSentenceCase = reading.mayBeSentenceCase[first]
    candidates.append(candidate)
    // A role may reach back over an institution or a country ("the NATO secretary general"), not over a person.
    if candidate.known != .organization, candidate.known != .place { floor = candidate.tokens.upperBound }
    return candidate.tokens.upperBound
  }
}
