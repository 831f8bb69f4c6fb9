internal import NewsModel
internal import Prose

/// A role or title as it stands in a text ("le secrétaire américain à la Défense").
struct RolePhrase {
  /// Indices into tokens, article left out.
  var tokens: Range<Int>
  /// Whether an article or possessive stands before it, so that it means one person.
  var isDefinite: Bool
}

/// Reads roles: a head noun, what qualifies it before and after, and its complements.
///
/// Grammar: modifier* head adjective* (link+ noun adjective*)*. It stops at the first word that is none of these,
/// which in "le secrétaire d’État Antony Blinken" is the name. Verbs have no class, so a role never runs into one
/// unless a link stands before it.
struct RoleReader {
  /// Longer runs are sentences, not roles.
  static let longest = 16  // tokens
  /// "chargé de la", "of the": so many link words may follow each other.
  static let mostLinks = 3
  /// "the then deputy U.S. Defense Secretary": so many words may stand before the head.
  static let mostModifiers = 5

  /// "the southern coast guard": so many words may stand behind the first one up to the noun.
  static let mostNouns = 2

  /// "Rivages Solidaires": more words behind a role are a place and a person as often as one organization.
  static let organizationWords = 2

  let reading: ActorReading

  /// The role whose head starts at a token, or nil; `floor` is the first token that it may reach back to.
  func role(at index: Int, floor: Int) -> RolePhrase? {
    guard reading.classes[index].contains(.titleHead) else { return nil }
    let limit = min(reading.limits[index], index + RoleReader.longest)
    guard let head = reading.lexicon.titleHeads.match(reading.tokens, at: index, limit: limit) else { return nil }
    if let main = laterHead(index, limit) { return role(at: main, floor: floor) }
    let start = startOfModifiers(before: index, floor: floor)
    let end = endOfComplements(from: head.end, limit: limit, ofBody: head.value)
    return RolePhrase(tokens: start..<end, isDefinite: start > floor && isDeterminer(start - 1))
  }

  /// The head that "deputy" only qualifies in "deputy chief of staff", "deputy infrastructure minister", or nil.
  private func laterHead(_ index: Int, _ limit: Int) -> Int? {
    guard !reading.lexicon.hasAdjectivesAfterNouns, reading.classes[index].contains(.titleModifier), index + 1 < limit,
      reading.isAdjacent(index + 1),
      reading.lexicon.titleHeads.match(reading.tokens, at: index, limit: limit)?.end == index + 1
    else { return nil }
    let isCapitalized = reading.tokens[index].capitalized
    func isHead(_ at: Int) -> Bool {
      reading.classes[at].contains(.titleHead) && reading.tokens[at].capitalized == isCapitalized
    }
    if isHead(index + 1) { return index + 1 }
    // "chief UK economist": a place stands there as an adjective does.
    guard !isCapitalized, index + 2 < limit, reading.isAdjacent(index + 2), isHead(index + 2),
      reading.classes[index + 1].contains(.titleModifier)
        || reading.knownName(at: index + 1, limit: index + 2)?.name.sense == .place
    else { return nil }
    return index + 2
  }

  /// Whether the word is short and grammatical, as articles and possessives are.
  private func isDeterminer(_ index: Int) -> Bool {
    reading.classes[index].contains(.function) && reading.tokens[index].span.length <= 4
  }

  private func startOfModifiers(before index: Int, floor: Int) -> Int {
    var start = index
    while start > floor, index - start < RoleReader.mostModifiers, reading.isAdjacent(start) {
      let classes = reading.classes[start - 1]
      guard reading.tokens[start - 1].isWordLike,
        !classes.contains(.function) || isAdjectiveOfRole(start - 1),
        !classes.contains(.titleHead) || classes.contains(.titleModifier),
        !classes.isDisjoint(with: [.titleModifier, .demonym]) || isKnownModifier(start - 1)
          || isOffice(start - 1, index)
      else { break }
      start -= 1
    }
    return behindNouns(start, floor: floor) ?? start
  }

  /// "a care home director", "former maintenance worker": English nouns of which nothing is known stand before the head,
  /// behind an article after a comma or "former". Nil where none do.
  private func behindNouns(_ start: Int, floor: Int) -> Int? {
    guard !reading.lexicon.hasAdjectivesAfterNouns, !reading.tokens[start].capitalized else { return nil }
    let isNone: WordClass = [
      .function, .personal, .auxiliary, .titleLink, .titleHead, .kin, .conjunction, .companyVerb, .calendar, .particle,
      .civility, .placeBefore,
    ]
    var at = start
    while at > floor, start - at <= RoleReader.mostNouns, reading.isAdjacent(at), reading.tokens[at - 1].kind == .word,
      !reading.tokens[at - 1].capitalized,
      reading.classes[at - 1].isDisjoint(with: isNone) || reading.classes[at - 1].contains(.titleModifier)
    {
      if reading.classes[at - 1].contains(.formerModifier) { break }
      at -= 1
    }
    guard at > floor, reading.isAdjacent(at), reading.limits[at - 1] == reading.limits[start] else {
      return nil
    }
    if reading.classes[at - 1].contains(.formerModifier) { return at - 1 }
    return at < start && at > 1 && reading.isArticle(at - 1) && reading.isMark(at - 2, 0x2C) ? at : nil
  }

  /// "l’ancien directeur": such adjectives are small words of French elsewhere.
  private func isAdjectiveOfRole(_ index: Int) -> Bool {
    reading.lexicon.hasAdjectivesAfterNouns && reading.classes[index].contains(.titleModifier)
      && !reading.tokens[index].capitalized
  }

  /// "Tribal Affairs Minister": English words for an office, with capitals as the title has.
  private func isOffice(_ index: Int, _ head: Int) -> Bool {
    let isName: WordClass = [.givenName, .organizationWord, .organizationForm, .placeWord, .calendar, .civility]
    return !reading.lexicon.hasAdjectivesAfterNouns && reading.tokens[head].capitalized
      && reading.tokens[index].capitalized && !reading.tokens[index].allCaps
      && reading.limits[index] == reading.limits[head]
      && reading.classes[index].isDisjoint(with: isName) && (index + 1 < head || !reading.mayBeSentenceCase[index])
  }

  /// In English a name stands before the head as an adjective does: "Pentagon spokesman", "U.S. President".
  private func isKnownModifier(_ index: Int) -> Bool {
    guard reading.tokens[index].capitalized, !reading.lexicon.hasAdjectivesAfterNouns else { return false }
    return reading.classes[index].contains(.common) || reading.knownName(at: index, limit: index + 1) != nil
  }

  private func endOfComplements(from start: Int, limit: Int, ofBody: Bool) -> Int {
    var end = start
    // "le maire (PS) de Brest"
    if let behind = reading.endOfBracket(start, limit: limit), behind < limit,
      reading.classes[behind].contains(.titleLink), reading.isAdjacent(behind),
      let next = complement(from: behind, limit: limit, ofBody: ofBody)
    {
      end = next
    }
    while end < limit, reading.isAdjacent(end) || end > start && isElision(end - 1) {
      let classes = reading.classes[end]
      let token = reading.tokens[end]
      if token.isWordLike, !token.capitalized,
        !classes.isDisjoint(with: [.titleAdjective, .organizationAdjective, .demonym])
      {
        end += 1
        continue
      }
      guard let next = complement(from: end, limit: limit, ofBody: ofBody) else { break }
      end = next
    }
    return end
  }

  /// The end of the two words that a run behind "présidente de" starts with, where they name an organization: neither
  /// is a given name, so that the second is not the family name of who holds the role ("le directeur de Novatek Paul
  /// Hervieu" has one word before a given name, "Rivages Solidaires Odile Varenne" two).
  private func organization(_ run: Range<Int>) -> Int? {
    let isGiven = { (index: Int) in
      reading.classes[index].contains(.givenName) || reading.isDoubleGivenName(index) || reading.isInitial(index)
    }
    let end = run.first(where: isGiven) ?? run.upperBound
    let isNoName: WordClass = [.common, .titleHead, .organizationWord, .demonym, .calendar, .function]
    guard end == run.lowerBound + RoleReader.organizationWords, !reading.tokens[run.lowerBound].allCaps,
      (run.lowerBound..<end).allSatisfy({ reading.classes[$0].isDisjoint(with: isNoName) }),
      reading.knownName(at: end - 1, limit: end)?.name.sense != .person
    else { return nil }
    return end
  }

  private func isElision(_ index: Int) -> Bool {
    index + 1 < reading.tokens.count && !reading.tokens[index + 1].spaceBefore
  }

  /// "the Newark Police Department": in English a body goes on behind a place that is known, up to who holds the role.
  func endOfBody(_ start: Int, limit: Int) -> Int? {
    guard !reading.lexicon.hasAdjectivesAfterNouns, reading.tokens[start].capitalized,
      let known = reading.knownName(at: start, limit: limit), known.name.sense != .person, known.name.sense != .other
    else { return nil }
    let run = NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
    // "A spokesman for Atlantic Grid": what one speaks for is no place.
    let isSpokenFor =
      start > 0 && reading.lexicon.bodyLinks.contains(reading.tokens[start - 1].lower) && run == known.end + 1
    return run > known.end && (isSpokenFor || reading.classes[run - 1].contains(.organizationWord))
      && !(start + 1..<run).contains { reading.classes[$0].contains(.givenName) } ? run : nil
  }

  /// The end of the place behind "prosecutor in", "economist in", or nil where no name stands there.
  private func endOfPlace(_ start: Int, limit: Int) -> Int? {
    if let known = reading.knownName(at: start, limit: limit) {
      guard known.name.sense == .place, reading.tokens[start].capitalized else { return nil }
      // "in Geneva County" goes on behind the place that is known.
      let run = NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
      return run > known.end && reading.classes[run - 1].contains(.placeWord) ? run : known.end
    }
    guard reading.isNameWord(start), reading.classes[start].isDisjoint(with: [.calendar, .civility, .titleHead]) else {
      return nil
    }
    return NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
  }

  /// The end of a complement in lower case with the name that its noun has: "du chalutier Aurore" names a ship, "of the
  /// aid coalition Harvest Hand" a body, and neither who holds the role.
  private func endOfNamed(_ noun: Int, limit: Int) -> Int {
    let noun = reading.lexicon.hasAdjectivesAfterNouns ? noun : lastNoun(from: noun, limit: limit)
    let start = noun + 1
    if let place = endOfNamedPlace(start, noun: noun, limit: limit) { return place }
    guard isNamedNoun(noun), start < limit, reading.tokens[start].capitalized, reading.isAdjacent(start),
      reading.isNameWord(start) || reading.lexicon.articles.contains(reading.tokens[start].lower)
    else { return start }
    let end = NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
    // "la patronne de l’association Odile Varenne": a given name and another are who holds the role.
    let isPerson =
      end > start + 1 && (reading.classes[start].contains(.givenName) || reading.isDoubleGivenName(start))
      && !reading.lexicon.articles.contains(reading.tokens[start].lower)
    return isPerson || reading.knownName(at: start, limit: limit)?.name.sense == .person ? start : end
  }

  /// "de la région Grand Est": the end of the place whose noun stands before its name, or nil.
  ///
  /// A place that the tables do not know is one where who holds the role stands behind a comma ("la ville Ostrévan, Anne
  /// Dulac").
  private func endOfNamedPlace(_ start: Int, noun: Int, limit: Int) -> Int? {
    guard reading.lexicon.hasAdjectivesAfterNouns, start < limit, reading.isAdjacent(start),
      reading.tokens[start].capitalized, !reading.classes[noun].isDisjoint(with: [.placeNoun, .placeWord]),
      reading.classes[noun].isDisjoint(with: [.titleHead, .function])
    else { return nil }
    if let known = reading.knownName(at: start, limit: limit) { return known.name.sense == .place ? known.end : nil }
    guard reading.isNameWord(start) else { return nil }
    let end = NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
    guard !reading.classes[start].contains(.givenName), !reading.isDoubleGivenName(start), end + 1 < limit,
      reading.isMark(end, 0x2C), reading.isNameWord(end + 1), reading.classes[end + 1].contains(.givenName)
    else { return nil }
    return end
  }

  /// In English what tells of a body stands before its noun: "the southern coast guard", "the aid coalition".
  private func lastNoun(from noun: Int, limit: Int) -> Int {
    for next in noun + 1..<max(noun + 1, min(limit, noun + 1 + RoleReader.mostNouns)) {
      guard reading.isAdjacent(next), reading.tokens[next].isWordLike, !reading.tokens[next].capitalized,
        reading.classes[next].isDisjoint(with: [.function, .personal, .auxiliary, .titleLink, .titleHead])
      else { return noun }
      if isNamedNoun(next) { return next }
    }
    return noun
  }

  /// Whether a noun is followed by the name of what it means: a ship, a body.
  private func isNamedNoun(_ index: Int) -> Bool {
    !reading.classes[index].isDisjoint(with: [.thingBefore, .organizationWord])
      && reading.classes[index].isDisjoint(with: [.titleHead, .function])
  }

  /// The end of "de la Défense", "of State", "à l’Énergie" that starts at a token.
  private func complement(from start: Int, limit: Int, ofBody: Bool) -> Int? {
    var at = start
    while at < limit, at - start < RoleReader.mostLinks, reading.classes[at].contains(.titleLink) { at += 1 }
    guard at > start, at < limit else { return nil }
    if reading.lexicon.placeLinks.contains(reading.tokens[start].lower) { return endOfPlace(at, limit: limit) }
    if let known = reading.knownName(at: at, limit: limit), known.name.sense != .person {
      return endOfBody(at, limit: limit) ?? known.end
    }
    let token = reading.tokens[at]
    guard token.isWordLike, token.kind != .number, reading.classes[at].isDisjoint(with: [.calendar, .civility]),
      !reading.classes[at].contains(.function)
    else { return nil }
    // "avocat de Mark Milley": a person's name is no complement that belongs to the role itself.
    if token.capitalized, reading.classes[at].contains(.givenName), !reading.classes[at].contains(.common) {
      return nil
    }
    guard token.capitalized else { return endOfNamed(at, limit: limit) }
    guard !reading.lexicon.hasAdjectivesAfterNouns else {
      let run = NameRun(reading: reading).end(from: at, limit: limit, afterTitle: false)
      if reading.classes[run - 1].contains(.organizationWord) { return run }
      // "patron de Van der Hoeven": small words go on with a family's name.
      let isFamily = at + 1 < run && !reading.tokens[at + 1].capitalized
      return (ofBody ? organization(at..<run) : nil) ?? (isFamily ? run : at + 1)
    }
    guard !reading.classes[at].contains(.titleHead) else { return nil }
    // English names its institutions with several capitals; a given name among them starts the person's.
    let run = NameRun(reading: reading).end(from: at, limit: limit, afterTitle: false)
    return (at + 1..<run).first { reading.classes[$0].contains(.givenName) } ?? run
  }
}
