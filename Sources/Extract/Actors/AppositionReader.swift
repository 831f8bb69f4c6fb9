internal import NewsModel
internal import Prose

/// Reads a whole apposition behind a person's name: "Jane Roe, the committee’s chairwoman,", « Odile Ferrand, maire PS
/// de Nantes, ».
///
/// A role alone (`RoleReader`) ends where the tables no longer know a word, since a name or a verb may follow. Here the
/// comma and the next mark say where it begins and ends, so what qualifies it may be unknown. Grammar: age? adverb?
/// determiner? modifier* head adjective* (link+ noun+)* (and modifier* head …)*, and then a mark or a relative pronoun.
struct AppositionReader {
  /// Longer ones are clauses.
  static let longest = 18  // tokens
  /// "the Clinton administration’s top Cuba policy adviser": so many words may stand before the head.
  static let mostModifiers = 6
  /// "the committee’s", "the House Ways and Means committee’s": so many words a possessor has.
  static let longestPossessor = 5
  /// "group of small boat owners": so many words in lower case a complement has.
  static let mostWords = 4

  let reading: ActorReading

  private var tokens: [Token] { reading.tokens }
  private var words: AppositionWords { reading.lexicon.appositions }

  /// An apposition, without its article, and the noun that says what somebody is.
  struct Apposition {
    var role: RolePhrase
    var head: Range<Int>
  }

  /// The apposition that starts with the comma behind a name; nil where none does.
  ///
  /// - Parameters:
  ///   - end: the token behind the name.
  ///   - name: the candidate that the apposition is of.
  func phrase(behind end: Int, of name: NameCandidate) -> Apposition? {
    let limit = min(reading.limits[name.tokens.lowerBound], end + 1 + AppositionReader.longest)
    guard end + 1 < limit, reading.isMark(end, 0x2C), let found = phrase(from: end + 1, limit, name) else { return nil }
    return found.role.isDefinite && isFronted(name, end: found.role.tokens.upperBound) ? nil : found
  }

  private func phrase(from first: Int, _ limit: Int, _ name: NameCandidate) -> Apposition? {
    var at = behindAge(first, limit)
    var start = at
    // "then a deputy": when somebody is something is said with it.
    var isTimed = false
    while at < limit, words.openers.contains(tokens[at].lower) {
      isTimed = isTimed || words.openersOfTime.contains(tokens[at].lower)
      at += 1
      if !isTimed { start = at }
    }
    var isDetermined = false
    var isDefinite = false
    var ofMany: Head?
    if let part = words.parts.match(tokens, at: at, limit: limit) {
      (isDetermined, at) = (true, part.end)
      ofMany = words.plurals.match(tokens, at: at, limit: limit).map {
        Head(tokens: at..<$0.end, isOfBodies: $0.value)
      }
    } else if at < limit, reading.isArticle(at) {
      (isDetermined, isDefinite) = (true, !words.indefinite.contains(tokens[at].lower))
      at += 1
      if !isTimed { start = at }
    }
    if let clitic = endOfPossessor(at, limit) {
      let isName = (at..<clitic).allSatisfy { tokens[$0].capitalized }
      if !isName { start = clitic + 1 }
      (isDetermined, isDefinite, at) = (true, true, clitic + 1)
    }
    guard let head = ofMany ?? head(at, limit, isDetermined: isDetermined), !head.isOfBodies || isPerson(name),
      let end = end(from: head.tokens.upperBound, limit, isDefinite: isDefinite)
    else { return nil }
    return Apposition(role: RolePhrase(tokens: start..<end, isDefinite: isDefinite), head: head.tokens)
  }

  /// The token behind "44, " or « âgée de 44 ans, ».
  private func behindAge(_ first: Int, _ limit: Int) -> Int {
    var at = words.aged.match(tokens, at: first, limit: limit)?.end ?? first
    guard at + 1 < limit, tokens[at].kind == .number, tokens[at].span.length <= 3 else { return first }
    at += 1
    if reading.lexicon.timeUnits.contains(tokens[at].lower) { at += 1 }
    return at < limit && reading.isMark(at, 0x2C) ? at + 1 : first
  }

  /// The genitive behind "the committee" in English; nil where none follows.
  private func endOfPossessor(_ start: Int, _ limit: Int) -> Int? {
    guard !reading.lexicon.hasAdjectivesAfterNouns else { return nil }
    for at in start..<min(limit, start + AppositionReader.longestPossessor + 1) {
      if at > start, isGenitive(at) { return at }
      guard tokens[at].isWordLike, reading.classes[at].isDisjoint(with: [.auxiliary, .personal]) else { return nil }
    }
    return nil
  }

  /// "the committee’s", "the workers’"
  private func isGenitive(_ index: Int) -> Bool {
    reading.isGenitiveClitic(index) || reading.isApostrophe(index) && !tokens[index].spaceBefore
  }

  private struct Head {
    var tokens: Range<Int>
    /// Firms, teams and parties have it, too.
    var isOfBodies: Bool
  }

  /// The noun of an apposition.
  private func head(_ start: Int, _ limit: Int, isDetermined: Bool) -> Head? {
    guard start < limit else { return nil }
    guard reading.lexicon.hasAdjectivesAfterNouns else { return lastNoun(start, limit, isDetermined: isDetermined) }
    var at = start
    while at < limit, headHere(at, limit) == nil, reading.classes[at].contains(.titleModifier) { at += 1 }
    return at < limit ? headHere(at, limit) : nil
  }

  /// In English the head ends a run of words: "longtime Fox News host".
  private func lastNoun(_ start: Int, _ limit: Int, isDetermined: Bool) -> Head? {
    var end = start
    while end < min(limit, start + AppositionReader.mostModifiers + 2), tokens[end].isWordLike,
      end == start || tokens[end].spaceBefore,
      isNominal(end, limit) || end > start && isDetermined && joinsModifiers(end, limit)
    {
      // "a Democrat elected in 2022"
      if end > start, end + 1 < limit, isLink(end + 1), headHere(end, limit) == nil, isParticiple(end, limit) { break }
      // A word of which nothing is known may be a verb or an adverb where no determiner stands before it.
      if !isDetermined, !isKnown(end, limit) { return nil }
      end += 1
    }
    for at in start..<end {
      if let head = headHere(at, limit), head.tokens.upperBound == end { return head }
    }
    return nil
  }

  /// "a labor and delivery nurse"
  private func joinsModifiers(_ index: Int, _ limit: Int) -> Bool {
    reading.classes[index].contains(.conjunction) && tokens[index].kind == .word && index + 1 < limit
      && !tokens[index + 1].capitalized && isNominal(index + 1, limit) && headHere(index - 1, limit) == nil
  }

  private func isKnown(_ index: Int, _ limit: Int) -> Bool {
    let known: WordClass = [.titleModifier, .demonym, .common, .organizationWord, .titleHead, .knownStart]
    return tokens[index].capitalized || !reading.classes[index].isDisjoint(with: known)
      || headHere(index, limit) != nil
  }

  private func isNominal(_ index: Int, _ limit: Int) -> Bool {
    let classes = reading.classes[index]
    if classes.contains(.titleModifier) || headHere(index, limit) != nil { return true }
    return classes.isDisjoint(with: [.function, .titleLink, .auxiliary, .personal, .calendar, .conjunction])
      && !words.links.contains(tokens[index].lower) && !words.ends.contains(tokens[index].lower)
      && !reading.isGenitiveClitic(index)
  }

  /// The head that starts at a token: one of the tables, or such a one behind "ex-", "co-".
  private func headHere(_ index: Int, _ limit: Int) -> Head? {
    if let found = words.heads.match(tokens, at: index, limit: limit) {
      // "Eric Holder"
      if tokens[index].capitalized, index > 0, reading.classes[index - 1].contains(.givenName) { return nil }
      return Head(tokens: index..<found.end, isOfBodies: found.value)
    }
    let parts = reading.hyphenParts(index)
    let longestPrefix = 4  // bytes
    guard parts.count == 2, parts[0].bytes.count <= longestPrefix, parts[0].isSmall,
      reading.lexicon.classes[Fold.hash(Fold.lowercased(Array(parts[1].bytes)))].contains(.titleHead)
    else { return nil }
    return Head(tokens: index..<index + 1, isOfBodies: false)
  }

  /// Whether a role that the tables know whole may be said of the name before it, though no mark ends it.
  func mayFollow(_ name: NameCandidate, _ role: RolePhrase) -> Bool {
    if role.isDefinite, isFronted(name, end: role.tokens.upperBound) { return false }
    // "a private contractor": more of the noun follows.
    let end = role.tokens.upperBound
    if !reading.lexicon.hasAdjectivesAfterNouns, end < reading.limits[role.tokens.lowerBound], tokens[end].spaceBefore,
      tokens[end].isWordLike, !tokens[end].capitalized, isNominal(end, reading.limits[end])
    {
      return false
    }
    let isOfBodies = role.tokens.contains { at in
      words.heads.match(tokens, at: at, limit: end).map { $0.value && $0.end == at + 1 } ?? false
    }
    return !isOfBodies || isPerson(name) || reading.lexicon.hasAdjectivesAfterNouns
  }

  /// Whether a name is a person's beyond doubt, so that "owner", "champion" is said of nobody else.
  private func isPerson(_ name: NameCandidate) -> Bool {
    let first = name.tokens.lowerBound
    return name.civility != nil || name.role != nil || name.known == .person
      || reading.classes[first].contains(.givenName) || reading.isDoubleGivenName(first)
  }

  // MARK: What follows the head

  /// The end of an apposition whose head ends at a token; nil where a clause goes on.
  private func end(from start: Int, _ limit: Int, isDefinite: Bool) -> Int? {
    var at = start
    var hasHead = false
    // The acronym of a body at the very end is left out.
    var bracket: Range<Int>?
    while at < limit {
      if closes(at) || !isDefinite && isParticiple(at, limit) {
        return bracket?.upperBound == at ? bracket?.lowerBound : at
      }
      if let next = reading.endOfBracket(at, limit: limit) {
        bracket = at..<next
        at = next
        continue
      }
      if let next = adjective(at, isDefinite: isDefinite) ?? body(at, limit) ?? second(at, limit) {
        at = next
        continue
      }
      guard isLink(at) else { return nil }
      if isTime(behind: at, limit) { return at }
      guard let next = complement(at, limit, &hasHead) else { return nil }
      at = next
    }
    return reading.limits[start - 1] == limit ? limit : nil
  }

  private func closes(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .separator: return true
    // "the Dock Workers’ Union"
    case .quoteMark: return !reading.isApostrophe(index) || tokens[index].spaceBefore
    // The dot of "Rep.", "St." ends nothing.
    case .terminator: return index + 1 >= reading.limits[index] || !tokens[index + 1].capitalized
    case .dash: return tokens[index].spaceBefore
    default: return reading.isMark(index, 0x29) || words.ends.contains(tokens[index].lower)
    }
  }

  /// "a Democrat elected in 2022,": an English participle behind the noun, with what belongs to it up to the mark.
  private func isParticiple(_ index: Int, _ limit: Int) -> Bool {
    guard !reading.lexicon.hasAdjectivesAfterNouns, tokens[index].kind == .word, !tokens[index].capitalized,
      words.participleEndings.contains(where: { tokens[index].ends(with: $0, behind: 2, in: reading.text.bytes) })
    else { return false }
    for at in index + 1..<max(index + 1, limit) {
      if closes(at) { return true }
      if !reading.classes[at].isDisjoint(with: [.auxiliary, .personal]) { return false }
    }
    return false
  }

  /// « responsable syndicale »: an adjective behind the noun. Behind an article the word may be the verb of a clause
  /// (« avec X, la ministre annonce »), so that the tables have to know it.
  private func adjective(_ index: Int, isDefinite: Bool) -> Int? {
    guard reading.lexicon.hasAdjectivesAfterNouns, tokens[index].isWordLike, !tokens[index].capitalized,
      !reading.isElided(index)
    else { return nil }
    let classes = reading.classes[index]
    if !classes.isDisjoint(with: [.titleAdjective, .organizationAdjective, .demonym]) { return index + 1 }
    return !isDefinite && classes.isDisjoint(with: [.function, .titleLink, .auxiliary, .personal, .conjunction])
      && !words.links.contains(tokens[index].lower) ? index + 1 : nil
  }

  /// « maire PS de Nantes », « déléguée CGT »: an organization right behind the noun.
  private func body(_ index: Int, _ limit: Int) -> Int? {
    guard reading.lexicon.hasAdjectivesAfterNouns, tokens[index].capitalized else { return nil }
    if let known = reading.knownName(at: index, limit: limit) {
      return known.name.sense == .organization || known.name.sense == .place ? known.end : nil
    }
    return tokens[index].allCaps && tokens[index].span.length > 1 ? index + 1 : nil
  }

  /// "president and chief executive": a second head behind a conjunction.
  private func second(_ index: Int, _ limit: Int) -> Int? {
    guard reading.classes[index].contains(.conjunction) else { return nil }
    var at = index + 1
    if at < limit, reading.isArticle(at) { at += 1 }
    return head(at, limit, isDetermined: true)?.tokens.upperBound
  }

  private func isLink(_ index: Int) -> Bool {
    reading.classes[index].contains(.titleLink) || words.links.contains(tokens[index].lower)
  }

  /// Whether a day, a year or a number follows: "director of the museum since 2019".
  private func isTime(behind link: Int, _ limit: Int) -> Bool {
    var at = link
    while at < limit, isLink(at) { at += 1 }
    guard at < limit else { return false }
    if reading.classes[at].contains(.calendar) {
      // "of the march"
      return tokens[at].capitalized || reading.lexicon.hasAdjectivesAfterNouns
    }
    let year = 4  // digits
    return tokens[at].kind == .number && tokens[at].span.length == year
  }

  /// The end of "of the museum", « du comité social », with what is joined to it by "and"; says whether the noun of
  /// another person stands in it, whose name may follow.
  private func complement(_ link: Int, _ limit: Int, _ hasHead: inout Bool) -> Int? {
    var at = link
    while at < limit, isLink(at) || reading.isArticle(at), !reading.classes[at].contains(.conjunction) { at += 1 }
    let first = at
    var small = 0
    while at < limit, !closes(at), !isLink(at) || reading.isGenitiveClitic(at) {
      if isGenitive(at) {
        (small, at) = (0, at + 1)
        continue
      }
      guard
        tokens[at].isWordLike || tokens[at].span.length == 1 && (!tokens[at].spaceBefore || reading.isMark(at, 0x26)),
        tokens[at].kind != .other || !reading.isMark(at, 0x28)
      else { break }
      if reading.classes[at].contains(.conjunction) { break }
      if headHere(at, limit) != nil {
        hasHead = true
      } else if !tokens[at].capitalized {
        guard reading.classes[at].isDisjoint(with: [.auxiliary, .personal]),
          reading.classes[at].isDisjoint(with: [.function]) || reading.isElided(at)
            || reading.lexicon.counts.contains(tokens[at].lower) || reading.lexicon.timeUnits.contains(tokens[at].lower)
        else { return nil }
        small += 1
        guard small <= AppositionReader.mostWords else { return nil }
      } else if at > first, !hasHead, startsPerson(at, limit) {
        return nil
      }
      at += 1
    }
    guard at > first else { return nil }
    // "Arts and Design", « de l’Économie et des Finances »: what is joined belongs to it where a name or a link follows.
    guard at + 1 < limit, reading.classes[at].contains(.conjunction), second(at, limit) == nil,
      tokens[at + 1].capitalized || isLink(at + 1)
    else { return at }
    return at + 1
  }

  /// "the minister of Trade Jane Roe": a given name behind a capital begins who holds the role, in a list of persons; that
  /// behind a noun is a body's ("université Jean Moulin").
  private func startsPerson(_ index: Int, _ limit: Int) -> Bool {
    let isGiven = { reading.classes[$0].contains(.givenName) || reading.isDoubleGivenName($0) || reading.isInitial($0) }
    return index + 1 < limit && tokens[index - 1].capitalized && tokens[index].spaceBefore && isGiven(index)
      && tokens[index + 1].capitalized && tokens[index + 1].spaceBefore
  }

  /// "After meeting X, the minister of trade left.": whether the comma may end a phrase in front of a clause, as no second
  /// one closes the apposition.
  private func isFronted(_ name: NameCandidate, end: Int) -> Bool {
    guard end >= tokens.count || !reading.isMark(end, 0x2C) else { return false }
    let limit = reading.limits[name.tokens.lowerBound]
    var at = name.tokens.lowerBound
    while at > 0, reading.limits[at - 1] == limit {
      at -= 1
      if tokens[at].kind == .separator || tokens[at].kind == .quoteMark { return false }
    }
    return words.fronted.contains(tokens[at].lower)
  }
}
