internal import NewsModel
internal import Prose

/// Reads an organization named by a common noun: "ministère de la Défense", "tribunal administratif de Nîmes",
/// "armée américaine", "Parti socialiste".
///
/// Grammar: noun adjective* (link+ Name adjective*)*. In lower case it needs a people's adjective or a name.
struct OrganizationPhrase {
  /// "de la", "pour les": so many small words may stand before a complement.
  static let mostLinks = 3

  /// Shorter words behind a link are grammatical ones.
  static let shortestSubject = 4  // bytes

  let reading: ActorReading

  /// The end of the phrase whose noun is at a token, or nil.
  func end(from start: Int, limit: Int) -> Int? {
    guard reading.lexicon.hasAdjectivesAfterNouns else { return nil }
    if isParticiple(start, limit) { return nil }
    var end = start + 1
    var isNamed = false
    while end < limit {
      let classes = reading.classes[end]
      if reading.tokens[end].isWordLike, !reading.tokens[end].capitalized, reading.isAdjacent(end),
        !classes.isDisjoint(with: [.organizationAdjective, .demonym, .titleAdjective])
      {
        if classes.contains(.demonym), reading.classes[start].contains(.organizationNational) { isNamed = true }
        end += 1
      } else if isWho(at: end, limit: limit, behind: start) {
        break
      } else if let next = name(from: end, limit: limit) ?? complement(from: end, limit: limit) {
        isNamed = true
        end = next
      } else if !isNamed, let next = subject(from: end, head: start, limit: limit) {
        return next
      } else {
        break
      }
    }
    guard isNamed || reading.tokens[start].capitalized && end > start + 1 else { return nil }
    return end
  }

  /// "un cargo parti de Brest", "le parti d’Anne Dulac": before "de" without an article such a noun is a participle, or
  /// belongs to whom the name means.
  private func isParticiple(_ start: Int, _ limit: Int) -> Bool {
    let link = start + 1
    return has(start, .nounOrParticiple) && !reading.tokens[start].capitalized && link + 1 < limit
      && has(link, .particle) && !reading.tokens[link].capitalized && !reading.isArticle(link)
      && reading.tokens[link + 1].capitalized
  }

  /// "l'ancien président du conseil départemental Jean Roy": a given name and another behind a body that an adjective
  /// tells are a person's; behind the noun alone they may name it ("la fondation Jean Roy").
  private func isWho(at index: Int, limit: Int, behind start: Int) -> Bool {
    index > start + 1 && index + 1 < limit && !reading.tokens[start].capitalized && reading.isAdjacent(index)
      && (has(index, .givenName) || reading.isDoubleGivenName(index)) && reading.isNameWord(index + 1)
      && reading.isAdjacent(index + 1)
  }

  /// A capitalized run directly behind the noun.
  private func name(from start: Int, limit: Int) -> Int? {
    guard reading.isNameWord(start), reading.isAdjacent(start), !reading.classes[start].contains(.titleHead) else {
      return nil
    }
    return NameRun(reading: reading).end(from: start, limit: limit, afterTitle: false)
  }

  private func complement(from start: Int, limit: Int) -> Int? {
    var at = start
    while at < limit, at - start < OrganizationPhrase.mostLinks, !reading.tokens[at].capitalized,
      reading.classes[at].contains(.connector), !reading.classes[at].contains(.conjunction)
    {
      at += 1
    }
    guard at > start, at < limit else { return nil }
    if let known = reading.knownName(at: at, limit: limit), known.name.sense != .person, known.name.sense != .other {
      return known.end
    }
    guard reading.isNameWord(at), !reading.classes[at].contains(.civility), !has(at, .givenName) || has(at, .common)
    else { return nil }
    return NameRun(reading: reading).end(from: at, limit: limit, afterTitle: false)
  }

  /// The end of "des impôts", "de la santé", "d’athlétisme" behind a capitalized noun with its adjective
  /// ("Direction générale des impôts"), or nil.
  ///
  /// A word with an object behind it is a verb ("demande au Conseil national de revoir sa position").
  private func subject(from start: Int, head: Int, limit: Int) -> Int? {
    guard start > head + 1, reading.tokens[head].capitalized, !reading.tokens[head].allCaps else { return nil }
    var at = start
    while at < limit, at - start < OrganizationPhrase.mostLinks, !reading.tokens[at].capitalized,
      reading.classes[at].contains(.connector), !reading.classes[at].contains(.conjunction)
    {
      at += 1
    }
    guard at > start, at < limit, reading.tokens[at].kind == .word, !reading.tokens[at].capitalized,
      reading.tokens[at].span.length >= OrganizationPhrase.shortestSubject,
      !has(at, [.function, .auxiliary, .personal, .calendar, .titleHead])
    else { return nil }
    var next = at + 1
    guard next < limit, reading.tokens[next].kind != .terminator, !reading.isArticle(next) else { return nil }
    while next < limit, !reading.tokens[next].capitalized, reading.isAdjacent(next), has(next, .organizationAdjective) {
      next += 1
    }
    return next
  }

  private func has(_ index: Int, _ classes: WordClass) -> Bool { !reading.classes[index].isDisjoint(with: classes) }
}
