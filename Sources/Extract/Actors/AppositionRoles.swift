internal import NewsModel
internal import Prose

/// Gives a role that stands apart from its name by a comma to the person it belongs to:
/// "David Butler, porte-parole de l’armée", "le ministre de la Défense, Oleksiy Reznikov,".
struct AppositionRoles {
  let reading: ActorReading

  /// Gives each role without a name of its own to a candidate, if one stands beside it.
  func attach(_ roles: [RolePhrase], to candidates: inout [NameCandidate]) {
    guard !candidates.isEmpty else { return }
    let whole = attachWhole(to: &candidates)
    attach(
      roles: roles.filter { role in
        last(of: whole, before: role.tokens.upperBound)?.role.tokens.overlaps(role.tokens) != true
      },
      to: &candidates)
    if !whole.isEmpty { join(&candidates, in: whole) }
  }

  private var reader: AppositionReader { AppositionReader(reading: reading) }

  /// Gives each name the apposition that a mark ends; these in the order of the text.
  private func attachWhole(to candidates: inout [NameCandidate]) -> [AppositionReader.Apposition] {
    var found: [AppositionReader.Apposition] = []
    for index in candidates.indices {
      let end = candidates[index].tokens.upperBound + candidates[index].letters
      guard end < reading.tokens.count, reading.isMark(end, 0x2C), let owner = owner(index, candidates),
        let phrase = reader.phrase(behind: end, of: candidates[owner]),
        !opensSentence(candidates[index], before: phrase.role.tokens.upperBound, candidates[(index + 1)...])
      else { continue }
      candidates[owner].appositions.append(phrase.role)
      candidates[index].isOrigin = owner != index
      found.append(phrase)
    }
    return found
  }

  /// "Prudent, le maire de Brest, X, espère": whether one word opens a sentence before a role of who is named behind it.
  private func opensSentence(_ name: NameCandidate, before comma: Int, _ next: ArraySlice<NameCandidate>) -> Bool {
    guard name.tokens.count == 1, name.known == nil, name.civility == nil, name.role == nil,
      reading.mayBeSentenceCase[name.tokens.lowerBound], reading.isMark(comma, 0x2C)
    else { return false }
    return next.first { $0.tokens.lowerBound > comma }?.tokens.lowerBound == comma + 1
  }

  /// The last apposition that starts before a token.
  private func last(of whole: [AppositionReader.Apposition], before end: Int) -> AppositionReader.Apposition? {
    let next = whole.partitioningIndex { $0.role.tokens.lowerBound >= end }
    return next > 0 ? whole[next - 1] : nil
  }

  /// Whom an apposition behind a name is said of: "Jane Roe of Kentucky, the senator", not of the place.
  private func owner(_ index: Int, _ candidates: [NameCandidate]) -> Int? {
    let link = candidates[index].tokens.lowerBound - 1
    if index > 0, link > 0, candidates[index - 1].tokens.upperBound == link, candidates[index - 1].tokens.count > 1,
      mayHaveRole(candidates[index - 1]), reading.classes[link].contains(.titleLink),
      !reading.classes[link].contains(.conjunction), candidates[index].known == .place
    {
      return index - 1
    }
    return mayHaveRole(candidates[index]) ? index : nil
  }

  /// Takes names inside an apposition for what they are there: none that holds its noun, none that holds the role, and one
  /// where they touch ("an analyst at UBS Phillips,").
  private func join(_ candidates: inout [NameCandidate], in whole: [AppositionReader.Apposition]) {
    var joined: [NameCandidate] = []
    for var candidate in candidates {
      guard let phrase = last(of: whole, before: candidate.tokens.lowerBound + 1),
        phrase.role.tokens.contains(candidate.tokens.lowerBound)
      else {
        joined.append(candidate)
        continue
      }
      if candidate.tokens.overlaps(phrase.head) {
        // "Labour MP"
        guard candidate.tokens.lowerBound < phrase.head.lowerBound else { continue }
        candidate.tokens = candidate.tokens.lowerBound..<phrase.head.lowerBound
        candidate.letters = 0
      }
      // "spokesman for Speaker Jane Roe": who has a role of her own keeps it.
      if let role = candidate.role, role.tokens.overlaps(phrase.head) {
        candidate.role = nil
        candidate.isComplement = true
        if !reading.classes[candidate.tokens.lowerBound].contains(.givenName), let last = joined.last,
          last.tokens.upperBound == candidate.tokens.lowerBound,
          phrase.role.tokens.contains(last.tokens.lowerBound)
        {
          candidate.tokens = last.tokens.lowerBound..<candidate.tokens.upperBound
          candidate.known = last.known == .organization ? .organization : nil
          joined.removeLast()
        }
      }
      joined.append(candidate)
    }
    candidates = joined
  }

  private func attach(roles: [RolePhrase], to candidates: inout [NameCandidate]) {
    guard !roles.isEmpty else { return }
    var startingAt = Places(tokens: reading.tokens.count)
    var endingAt = Places(tokens: reading.tokens.count)
    for index in candidates.indices {
      startingAt.set(candidates[index].tokens.lowerBound, index)
      endingAt.set(candidates[index].tokens.upperBound + candidates[index].letters, index)
    }
    for role in roles where startingAt[role.tokens.upperBound].map({ candidates[$0].role == nil }) ?? true {
      let isBodyOrPerson = reading.isBodyOrPerson(role)
      if !isBodyOrPerson, let index = nameBefore(role, endingAt), mayHaveRole(candidates[index]),
        reader.mayFollow(candidates[index], role),
        !opensSentence(candidates[index], before: role.tokens.upperBound, candidates[(index + 1)...])
      {
        candidates[index].appositions.append(role)
      } else if role.isDefinite, let index = nameAfter(role, startingAt, candidates), mayHaveRole(candidates[index]),
        !isBodyOrPerson || candidates[index].tokens.count > 1 && isPossessed(role)
      {
        candidates[index].appositions.append(role)
      }
    }
  }

  /// Candidates by a token that they start at or end before.
  private struct Places {
    private var candidates: [Int32]

    init(tokens: Int) { candidates = [Int32](repeating: -1, count: tokens + 1) }

    mutating func set(_ token: Int, _ candidate: Int) { candidates[token] = Int32(candidate) }

    subscript(token: Int) -> Int? { candidates[token] < 0 ? nil : Int(candidates[token]) }
  }

  private func mayHaveRole(_ candidate: NameCandidate) -> Bool {
    candidate.known != .place && candidate.known != .organization
      && !candidate.isOrganizationPhrase
  }

  /// "Son éditeur, X": a possessive and no article stands before a role.
  private func isPossessed(_ role: RolePhrase) -> Bool {
    let determiner = role.tokens.lowerBound - 1
    return determiner >= 0 && !reading.classes[determiner].contains(.nameArticle) && !reading.isElided(determiner)
  }

  /// The name in "NAME, [article] role".
  private func nameBefore(_ role: RolePhrase, _ endingAt: Places) -> Int? {
    var at = role.tokens.lowerBound
    if at > 0, reading.isArticle(at - 1) { at -= 1 }
    guard at > 0, reading.isMark(at - 1, 0x2C), let index = endingAt[at - 1] else { return nil }
    let end = role.tokens.upperBound
    // "avec X, la ministre a signé": a role with its verb starts a clause of its own.
    if reading.lexicon.hasAdjectivesAfterNouns, at < role.tokens.lowerBound, end < reading.tokens.count,
      reading.classes[end].contains(.auxiliary)
    {
      return nil
    }
    // A list ("Austin, le général Milley et …") has a name behind the role.
    guard end >= reading.tokens.count || !reading.isNameWord(end) || !reading.tokens[end].spaceBefore else {
      return nil
    }
    return index
  }

  /// "Dr Jane Roe of the University of Leeds,": whether a body in capitals and a comma follow a name.
  private func isFromBody(_ end: Int, _ limit: Int) -> Bool {
    let longest = 10  // words
    guard end < limit, reading.classes[end].contains(.titleLink) else { return false }
    let comma = (end..<min(limit, end + longest)).first { reading.isMark($0, 0x2C) }
    return comma.map { comma in
      (end..<comma).allSatisfy {
        reading.tokens[$0].capitalized
          || !reading.classes[$0].isDisjoint(with: [.titleLink, .function, .connector, .particle])
      }
    } ?? false
  }

  /// Whether a participle opens the sentence that a role with a possessive stands in.
  private func isOpening(_ role: RolePhrase) -> Bool {
    guard isPossessed(role) else { return false }
    var at = role.tokens.lowerBound
    while at > 0, reading.limits[at - 1] == reading.limits[role.tokens.lowerBound] { at -= 1 }
    return reading.classes[at].contains(.participle)
      || reading.lexicon.participleEndings.contains { reading.tokens[at].ends(with: $0, in: reading.text.bytes) }
  }

  /// The name in "the role, NAME," with a closing mark, or before the end of the sentence.
  private func nameAfter(_ role: RolePhrase, _ startingAt: Places, _ candidates: [NameCandidate]) -> Int? {
    // "Le maire de Brest (Finistère), X": what stands in brackets belongs to the role.
    let comma =
      reading.endOfBracket(role.tokens.upperBound, limit: reading.limits[role.tokens.lowerBound])
      ?? role.tokens.upperBound
    guard comma + 1 < reading.tokens.count, reading.isMark(comma, 0x2C) else { return nil }
    var start = comma + 1
    if let index = startingAt[start] {
      // "Interrogé sur les griefs de son homologue, X a éludé": the phrase in front ends, and a clause of X begins.
      let end = candidates[index].tokens.upperBound + candidates[index].letters
      let isClause = end < reading.limits[start] && reading.classes[end].contains(.auxiliary)
      return isClause && reading.lexicon.hasAdjectivesAfterNouns && isOpening(role) ? nil : index
    }
    // "l’avocat de la défense, Me X, a plaidé": the civility is no part of the name. Without the second comma a new
    // clause starts ("loyal to the president, Mr. X left").
    guard reading.classes[start].contains(.civility) else { return nil }
    start += 1
    if reading.isMark(start, 0x2E), !reading.tokens[start].spaceBefore { start += 1 }
    guard let index = startingAt[start] else { return nil }
    let end = candidates[index].tokens.upperBound + candidates[index].letters
    return reading.isMark(end, 0x2C) || isFromBody(end, reading.limits[start]) ? index : nil
  }
}
