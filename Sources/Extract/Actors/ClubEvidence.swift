internal import NewsModel
internal import Prose

/// Football clubs have the names of places ("Brinmouth Town", "Tilbrook Athletic"); a sentence of a match tells them.
struct ClubEvidence {
  /// More than a head word gives a place.
  static let points = 6

  let reading: ActorReading

  /// Gives what speaks for a place or a person to the club, where a candidate is one.
  func settle(_ votes: inout KindVotes, of candidate: NameCandidate) {
    let range = candidate.tokens
    guard !reading.lexicon.hasAdjectivesAfterNouns, range.count > 1, candidate.known == nil, candidate.role == nil,
      candidate.civility == nil, reading.classes[range.upperBound - 1].contains(.clubWord),
      !reading.classes[range.lowerBound].contains(.givenName), !isBehindPreposition(range.lowerBound),
      isOfMatch(range.lowerBound)
    else { return }
    votes.organization += ClubEvidence.points + max(0, votes.person)
    votes.place = max(0, votes.place - PlaceEvidence.headWord)
    (votes.person, votes.verb) = (0, 0)
  }

  private func isBehindPreposition(_ first: Int) -> Bool {
    first > 0 && reading.limits[first - 1] == reading.limits[first]
      && reading.classes[first - 1].contains(.placeBefore)
  }

  private func isOfMatch(_ index: Int) -> Bool {
    var at = index
    while at > 0, reading.limits[at - 1] == reading.limits[index] { at -= 1 }
    return (at..<reading.limits[index]).contains { reading.classes[$0].contains(.matchWord) }
  }
}
