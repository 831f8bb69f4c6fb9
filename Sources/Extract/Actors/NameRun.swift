internal import NewsModel
internal import Prose

/// Finds where a run of capitalized words ends that is one name: "Charles de Gaulle", "University of Leicester".
struct NameRun {
  /// Shorter function words stand in titles as in names ("Jean Qui Rit").
  static let shortestFamilyName = 4  // bytes

  let reading: ActorReading

  /// The end of the run that starts at a token.
  ///
  /// - Parameter afterTitle: a role or civility stands before it, so it is a person's.
  func end(from start: Int, limit: Int, afterTitle: Bool) -> Int {
    var end = start + 1
    if reading.inHeadline[start], has(start, .givenName) { return endInHeadline(start, limit) }
    let bodies = BodyName(reading: reading)
    if let end = bodies.endInMarks(from: start, limit: limit) { return end }
    var hasHead = has(start, [.organizationWord, .placeWord])
    while end < limit {
      if isPart(end, start) {
        if has(end, [.organizationWord, .placeWord]) { hasHead = true }
        end += 1
        continue
      }
      if let next = ownedOrganization(end, limit) {
        hasHead = true
        end = next
        continue
      }
      guard let next = afterConnectors(end, start, limit, hasHead: hasHead, afterTitle: afterTitle) else { break }
      end = next + 1
    }
    return bodies.end(from: start, end: end, limit: limit) ?? end
  }

  /// "Dockers’ Union": the end behind the apostrophe of a plural and the organization that is theirs, or nil.
  private func ownedOrganization(_ mark: Int, _ limit: Int) -> Int? {
    let head = mark + 1
    guard head < limit, !reading.tokens[mark].spaceBefore, reading.isApostrophe(mark),
      reading.text.bytes[reading.tokens[mark].span.start - 1] | 0x20 == 0x73, reading.isAdjacent(head),
      reading.isNameWord(head), has(head, [.organizationWord, .organizationForm])
    else { return nil }
    return head + 1
  }

  /// In a headline all words have capitals, so a given name takes one more, and initials between.
  private func endInHeadline(_ start: Int, _ limit: Int) -> Int {
    var end = start + 1
    while end < limit, reading.isInitial(end) { end += 1 }
    return end < limit && isPart(end, start) ? end + 1 : end
  }

  private func has(_ index: Int, _ classes: WordClass) -> Bool { !reading.classes[index].isDisjoint(with: classes) }

  /// Whether the token goes on with the name.
  private func isPart(_ index: Int, _ start: Int) -> Bool {
    if index == start + 1, reading.isElided(start) { return reading.isNameWord(index) }
    guard reading.isAdjacent(index) else { return false }
    // "Jean-Marie Le Guen": a capitalized article inside a person's name.
    if has(index, .function), reading.tokens[index].capitalized, has(index - 1, .givenName), has(index, .particle),
      index + 1 < reading.limits[index], reading.isNameWord(index + 1)
    {
      return true
    }
    if isArticleOfFamilyName(index, start) { return true }
    if isFamilyNameLikeAWord(index) || isFamilyNameLikeATitle(index, start) { return true }
    guard reading.isNameWord(index), !isChamber(index, start) else { return false }
    // "Ukraine President Volodymyr …": a title ends the run before it, and a people's adjective is no name's end.
    if isTitle(index, start), reading.tokens[index].span.length > 4 || reading.isMark(index + 1, 0x2E),
      !reading.tokens[index].allCaps,
      !has(index, .givenName)
    {
      return false
    }
    return !has(index, .civility) || reading.tokens[index].span.length <= 2
  }

  /// Whether a title starts at a token, there or with the next one: "House Speaker" is one, and so are "Political
  /// Director" and "Police officer"; "House" alone is none.
  private func isTitle(_ index: Int, _ start: Int) -> Bool {
    let limit = reading.limits[start]
    func isHead(_ at: Int) -> Bool {
      has(at, .titleHead) && reading.lexicon.titleHeads.match(reading.tokens, at: at, limit: limit) != nil
    }
    return has(index, .titleHead)
      && (isHead(index) || index + 1 < limit && reading.isAdjacent(index + 1) && isHead(index + 1))
  }

  /// "US House", "Texas Senate", "Republican House": a chamber that is known by one word behind a place or a party.
  private func isChamber(_ index: Int, _ start: Int) -> Bool {
    guard has(index, .titleHead), !isTitle(index, start),
      reading.knownName(at: index, limit: index + 1)?.name.sense == .organization
    else { return false }
    return has(index - 1, [.common, .demonym, .givenName]) || reading.hyphenParts(index - 1).count > 1
      || reading.knownName(at: start, limit: index) != nil
  }

  /// "Solenn Le Guirec": inside a sentence an article with a capital between two capitalized words of a name, unless it
  /// starts a name of its own ("Le Monde").
  private func isArticleOfFamilyName(_ index: Int, _ start: Int) -> Bool {
    let next = index + 1
    let isOther: WordClass = [
      .organizationWord, .organizationForm, .placeWord, .common, .demonym, .titleHead, .direction, .thingWord,
      .civility,
    ]
    guard has(index, .nameArticle), reading.tokens[index].capitalized, !reading.tokens[index].allCaps,
      !reading.mayBeSentenceCase[index], !reading.inHeadline[start], next < reading.limits[start],
      reading.isNameWord(index - 1), !reading.tokens[index - 1].allCaps, !has(index - 1, isOther),
      reading.isNameWord(next), reading.isAdjacent(next), !reading.tokens[next].allCaps, !has(next, isOther)
    else { return false }
    let known = reading.knownName(at: index, limit: reading.limits[start])?.name.sense
    let before = reading.knownName(at: index - 1, limit: index)?.name.sense
    return (known == nil || known == .person) && (has(index - 1, .givenName) || before == nil || before == .person)
  }

  /// "Anne-Lise Durant": behind a given name a capitalized word is a family name, whatever it means in lower case;
  /// not so in languages whose titles have capitals throughout.
  private func isFamilyNameLikeAWord(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return reading.lexicon.hasAdjectivesAfterNouns && token.capitalized && !token.allCaps && token.kind == .word
      && token.span.length >= NameRun.shortestFamilyName && has(index, .function) && !reading.inHeadline[index]
      && !reading.mayBeSentenceCase[index] && (has(index - 1, .givenName) || reading.isDoubleGivenName(index - 1))
  }

  /// "John Skipper, 66,": a title that ends a run of two behind a given name, before a mark, is a family name.
  private func isFamilyNameLikeATitle(_ index: Int, _ start: Int) -> Bool {
    index == start + 1 && index + 1 < reading.limits[start] && has(start, .givenName) && has(index, .titleHead)
      && !has(start, [.common, .titleModifier]) && reading.isNameWord(index) && reading.isMark(index + 1, 0x2C)
      && reading.knownName(at: start, limit: index) == nil && !reading.inHeadline[start]
  }

  /// The capitalized word behind small words that join it to the run, or nil.
  private func afterConnectors(
    _ index: Int, _ start: Int, _ limit: Int, hasHead: Bool, afterTitle: Bool
  ) -> Int? {
    var at = index
    var isPersonal = true
    var isJoining = true
    while at < limit, at - index < NameScanner.mostConnectors, !reading.tokens[at].capitalized {
      guard at == index ? reading.isAdjacent(at) : true else { return nil }
      if !has(at, .particle) { isPersonal = false }
      if !has(at, .connector) { isJoining = false }
      guard isPersonal || isJoining else { return nil }
      at += 1
    }
    guard at > index, at < limit, reading.isNameWord(at), !has(at, .titleHead) else { return nil }
    // "Association of Welsh Mutuals": a people's adjective goes on to a noun.
    guard !has(at, .demonym) || hasHead && isJoining && at + 1 < limit && isPart(at + 1, start) else { return nil }
    if has(index, .conjunction), at - index == 1, isBodyOfTwo(start, index, at, limit) { return at }
    if isJoining, hasHead, isJoin(index, at, start, limit) { return at }
    guard isPersonal, !has(at, [.organizationWord, .common]) else { return nil }
    // A particle that is no preposition of the language belongs to a name always ("van", "bin").
    let isForeign = (index..<at).allSatisfy { !has($0, [.connector, .function]) }
    if isForeign { return at }
    let isAfterGiven = has(start, .givenName) && (index - start == 1 || isDoubleName(index, at, start, limit))
    guard isAfterGiven || afterTitle && index - start == 1 || isNoble(start, index, at),
      reading.knownName(at: at, limit: limit)?.name.sense != .place
    else { return nil }
    return at
  }

  /// "Apolline de Brissac-Vasrey": inside a sentence a word that nothing is known of before "de" and a double name; not
  /// before "Saint-Vasrey", which is a town.
  private func isNoble(_ start: Int, _ particle: Int, _ next: Int) -> Bool {
    guard particle - start == 1, next - particle == 1, !reading.mayBeSentenceCase[start],
      reading.lexicon.hasAdjectivesAfterNouns, !reading.isArticle(particle), reading.classes[start].isEmpty,
      !reading.tokens[start].allCaps, reading.knownName(at: start, limit: particle) == nil
    else { return false }
    let parts = reading.hyphenParts(next)
    return parts.count > 1 && parts.allSatisfy { !$0.isSmall && !$0.bytes.starts(with: "Saint".utf8) }
  }

  /// "Jean Durand de Brissac": behind a given and a family name one particle without an article, and no known name.
  private func isDoubleName(_ particle: Int, _ next: Int, _ start: Int, _ limit: Int) -> Bool {
    particle - start == 2 && next - particle == 1 && reading.lexicon.hasAdjectivesAfterNouns
      && !reading.isArticle(particle) && reading.knownName(at: next, limit: limit) == nil
      && !has(particle - 1, [.organizationWord, .placeWord]) && !reading.tokens[next].allCaps
      && !has(next, [.placeWord, .givenName])
  }

  /// "U.S. Fish and Wildlife Service", "the Maritime and Transport Union": behind "and" what ends as a body does.
  private func isBodyOfTwo(_ start: Int, _ conjunction: Int, _ next: Int, _ limit: Int) -> Bool {
    let longest = 3  // words behind "and"
    guard
      conjunction - start == 2 && reading.isInitials(start)
        || isHalfOfBody(start..<conjunction) && reading.knownName(at: next, limit: limit) == nil
    else { return false }
    var at = next
    while at < min(limit, next + longest), reading.isNameWord(at), at == next || reading.isAdjacent(at) {
      if at > next, reading.isInitials(start) ? has(at, .organizationWord) : has(at, .bodyOfTwo) { return true }
      at += 1
    }
    return false
  }

  /// "the Maritime and Transport Union": whether words behind "the" name nothing by themselves.
  private func isHalfOfBody(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    guard words.count <= 3, first > 0, reading.isArticle(first - 1), !reading.lexicon.hasAdjectivesAfterNouns,
      reading.limits[first - 1] == reading.limits[first], !reading.inHeadline[first],
      reading.knownName(at: first, limit: words.upperBound)?.end != words.upperBound
    else { return false }
    let isName: WordClass = [.organizationWord, .demonym, .givenName, .titleHead, .placeWord]
    return words.allSatisfy { !has($0, isName) && !reading.tokens[$0].allCaps }
  }

  /// Whether small words that may join a name do: "and" only behind "of" ("Department of Health and Human Services"),
  /// others only directly behind the noun that asks for them ("Center for", "Council on").
  private func isJoin(_ index: Int, _ at: Int, _ start: Int, _ limit: Int) -> Bool {
    if has(index, .conjunction) {
      guard at - index == 1 else { return false }
      if reading.tokens[index].kind != .word { return true }
      let hasComplement = (start..<index).contains { !reading.tokens[$0].capitalized && has($0, .titleLink) }
      return hasComplement && reading.knownName(at: at, limit: limit)?.name.sense != .place
        && !has(at, [.organizationWord, .placeWord, .givenName])
    }
    if has(index, .particle) || has(index, .titleLink) && has(index - 1, [.organizationWord, .placeWord]) {
      return true
    }
    return has(index - 1, .organizationWord) && reading.knownName(at: at, limit: limit)?.name.sense != .place
  }
}
