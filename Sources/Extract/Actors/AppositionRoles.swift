internal import NewsModel
internal import Prose

/// Gives a role that stands apart from its name by a comma to the person it belongs to:
/// "David Butler, porte-parole de l’armée", "le ministre de la Défense, Oleksiy Reznikov,".
struct AppositionRoles {
  let reading: ActorReading

  /// Gives each role without a name of its own to a candidate, if one stands beside it.
  func attach(_ roles: [RolePhrase], to candidates: inout [NameCandidate]) {
    guard !roles.isEmpty, !candidates.isEmpty else { return }
    var startingAt = Places(tokens: reading.tokens.count)
    var endingAt = Places(tokens: reading.tokens.count)
    for index in candidates.indices {
      startingAt.set(candidates[index].tokens.lowerBound, index)
      endingAt.set(candidates[index].tokens.upperBound + candidates[index].letters, index)
    }
    for role in roles where startingAt[role.tokens.upperBound].map({ candidates[$0].role == nil }) ?? true {
      let isBodyOrPerson = reading.isBodyOrPerson(role)
      if !isBodyOrPerson, let index = nameBefore(role, endingAt), mayHaveRole(candidates[index]) {
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
    guard let index = startingAt[start],
      reading.isMark(candidates[index].tokens.upperBound + candidates[index].letters, 0x2C)
    else { return nil }
    return index
  }
}
