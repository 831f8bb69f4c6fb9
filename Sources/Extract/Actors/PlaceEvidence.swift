internal import NewsModel
internal import Prose

/// What in and around a run of words speaks for a place.
struct PlaceEvidence {
  static let known = 6
  /// Smaller towns share their names with families and things, so they want a preposition, too.
  static let town = 2
  static let phrase = 8
  static let preposition = 2
  static let noun = 4
  static let headWord = 5
  /// "Springfield, Illinois".
  static let container = 4
  static let links = 4
  /// "North Ashby": a point of the compass before a word that nothing is known of.
  static let directed = 2
  /// "sous", "upon".
  static let longestLink = 5  // bytes

  let reading: ActorReading

  /// The points of one candidate.
  func points(for candidate: NameCandidate) -> Int {
    let range = candidate.tokens
    var points = 0
    if candidate.known == .place { points += PlaceEvidence.known }
    if candidate.known == .town { points += PlaceEvidence.town }
    if candidate.isPlacePhrase { points += PlaceEvidence.phrase }
    if isDirected(range) {
      points += PlaceEvidence.known
    } else if range.count == 2, reading.classes[range.lowerBound].contains(.direction), candidate.role == nil {
      points += PlaceEvidence.directed
    }
    points += preposition(before: range.lowerBound)
    // "Ian St Clair": within the name of a person such a word is a family's.
    let heads =
      reading.classes[range.lowerBound].contains(.givenName) && range.count > 2
      ? range.suffix(1) : range
    if range.count > 1, !candidate.isOrganizationPhrase, heads.contains(where: { isHead($0) }) {
      points += PlaceEvidence.headWord
    }
    if range.count == 2, candidate.known == nil, reading.classes[range.upperBound - 1].contains(.hallWord),
      reading.classes[range.lowerBound].isDisjoint(with: .givenName), candidate.role == nil, candidate.civility == nil
    {
      points += PlaceEvidence.directed
    }
    if candidate.known == nil, isBeforeNoun(range) { points += PlaceEvidence.preposition }
    if range.count == 1, isJoinedByLinks(range.lowerBound) { points += PlaceEvidence.links }
    if isInContainer(range) || isInBrackets(range) || isContainer(candidate) {
      points += PlaceEvidence.container
    } else if isSaidToBeIn(range) {
      points += PlaceEvidence.preposition
    }
    return points
  }

  /// "the Ostry camp", "Ostry harbour": in English a place stands before the noun that tells what it is.
  private func isBeforeNoun(_ range: Range<Int>) -> Bool {
    let noun = range.upperBound
    return !reading.lexicon.hasAdjectivesAfterNouns && noun < reading.limits[range.lowerBound]
      && reading.isAdjacent(noun) && !reading.tokens[noun].capitalized
      && reading.classes[noun].isSuperset(of: [.placeNoun, .placeWord])
      && reading.classes[noun].isDisjoint(with: [.function, .organizationWord])
  }

  private func isHead(_ index: Int) -> Bool {
    reading.classes[index].contains(.placeWord) && reading.classes[index].isDisjoint(with: [.givenName, .titleHead])
  }

  /// "South Vietnam", "eastern Ukraine" in capitals.
  private func isDirected(_ range: Range<Int>) -> Bool {
    guard range.count > 1, reading.classes[range.lowerBound].contains(.direction),
      let known = reading.knownName(at: range.lowerBound + 1, limit: range.upperBound)
    else { return false }
    return known.end == range.upperBound && known.name.sense == .place
  }

  /// "à Denver", "dans le Maine", "la ville de Denver", "north of Kyiv".
  private func preposition(before index: Int) -> Int {
    var at = index - 1
    guard at >= 0, reading.limits[at] == reading.limits[index], !reading.mayBeSentenceCase[index] else { return 0 }
    if reading.classes[at].contains(.placeBefore), !reading.tokens[at].capitalized || reading.mayBeSentenceCase[at] {
      return PlaceEvidence.preposition
    }
    if reading.isArticle(at), at > 0, reading.classes[at - 1].contains(.placeBefore) {
      return PlaceEvidence.preposition / 2
    }
    while at > 0, index - at < 3, reading.classes[at].isDisjoint(with: .placeNoun),
      !reading.classes[at].isDisjoint(with: [.titleLink, .connector, .placeBefore])
    {
      at -= 1
    }
    if isBehindDescribedNoun(at, index) || isExample(index) { return PlaceEvidence.noun }
    guard at < index - 1, !reading.tokens[at].capitalized else {
      return !reading.tokens[index - 1].capitalized && reading.classes[index - 1].contains(.placeWord)
        ? PlaceEvidence.noun : 0
    }
    return reading.classes[at].isDisjoint(with: [.placeNoun, .placeWord]) ? 0 : PlaceEvidence.noun
  }

  /// "le quartier insulaire de X": an adjective stands between the noun and its link.
  private func isBehindDescribedNoun(_ adjective: Int, _ index: Int) -> Bool {
    guard reading.lexicon.hasAdjectivesAfterNouns, adjective > 0, adjective < index - 1 else { return false }
    let token = reading.tokens[adjective]
    return token.kind == .word && !token.capitalized && !reading.tokens[adjective - 1].capitalized
      && reading.limits[adjective - 1] == reading.limits[index]
      && reading.classes[adjective].isDisjoint(with: [.function, .auxiliary, .personal, .titleHead, .organizationWord])
      && reading.classes[adjective + 1].contains(.titleLink)
      && !reading.classes[adjective - 1].isDisjoint(with: [.placeNoun, .placeWord])
      && reading.classes[adjective - 1].isDisjoint(with: .organizationWord)
  }

  /// "des quartiers tels que X", "towns such as X": the noun tells what its examples are.
  private func isExample(_ index: Int) -> Bool {
    guard let noun = ExampleReader(reading: reading).noun(before: index) else { return false }
    return !reading.tokens[noun].capitalized && !reading.classes[noun].isDisjoint(with: [.placeNoun, .placeWord])
      && !reading.classes[noun].contains(.organizationWord)
  }

  /// "Ostry (Moselle)": a place alone between the brackets holds the one before them.
  private func isInBrackets(_ range: Range<Int>) -> Bool {
    let open = range.upperBound
    guard range.count <= 3, open + 2 < reading.tokens.count, reading.isMark(open, 0x28),
      let known = reading.knownName(at: open + 1, limit: reading.limits[open + 1])
    else { return false }
    return known.name.sense == .place && reading.isMark(known.end, 0x29)
  }

  /// "Ostry-sur-Mer", "Saint-Brume-des-Bois", "Ashby-upon-Tees": towns have small words between hyphens.
  private func isJoinedByLinks(_ index: Int) -> Bool {
    let parts = reading.hyphenParts(index)
    guard parts.count > 2, let first = parts.first, let last = parts.last, first.bytes.count > 1, !last.isSmall else {
      return false
    }
    return parts.dropFirst().dropLast().contains {
      $0.isSmall && $0.bytes.count <= PlaceEvidence.longestLink && $0.bytes.count > 1
    }
  }

  /// "in Amman, Jordan, the": a known place behind one in it, closed by a mark.
  private func isContainer(_ candidate: NameCandidate) -> Bool {
    let (first, end) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
    guard candidate.known == .place, first > 1, end < reading.tokens.count, reading.isMark(first - 1, 0x2C),
      reading.limits[first - 2] == reading.limits[first], reading.tokens[end].kind != .word,
      let known = reading.knownName(at: first - 2, limit: first - 1)
    else { return false }
    return known.name.sense == .place && known.end == first - 1
  }

  /// "le marché de Maradi, au Niger": French and Spanish name what holds a place with a preposition; of persons too, so
  /// it counts less.
  private func isSaidToBeIn(_ range: Range<Int>) -> Bool {
    let comma = range.upperBound
    guard reading.lexicon.hasAdjectivesAfterNouns, range.count <= 3, range.lowerBound > 0,
      comma + 2 < reading.limits[range.lowerBound], reading.isMark(comma, 0x2C),
      !reading.tokens[comma + 1].capitalized, isPlaceLink(comma + 1),
      reading.classes[range.lowerBound - 1].contains(.titleLink),
      let known = reading.knownName(at: comma + 2, limit: reading.limits[comma + 2])
    else { return false }
    return known.name.sense == .place
  }

  /// "à", "au", "en", and no "de", which is of families too.
  private func isPlaceLink(_ index: Int) -> Bool {
    let classes = reading.classes[index]
    return classes.contains(.placeBefore) || classes.contains(.titleLink) && classes.isDisjoint(with: [.particle])
  }

  private func isInContainer(_ range: Range<Int>) -> Bool {
    let comma = range.upperBound
    guard range.count <= 3, comma + 1 < reading.limits[range.lowerBound], reading.isMark(comma, 0x2C),
      let known = reading.knownName(at: comma + 1, limit: reading.limits[comma + 1]), known.name.sense == .place
    else { return false }
    // In a list of names every comma is followed by one; a place in its region is closed by a mark.
    return known.end == reading.limits[comma] || reading.tokens[known.end].kind != .word
      || reading.classes[known.end].contains(.function)
  }
}
