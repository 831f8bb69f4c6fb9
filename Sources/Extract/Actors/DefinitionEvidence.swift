internal import NewsModel
internal import Prose

/// Reads what a text says a name is: "X is a village in", "X, une société de", "X was an American painter".
struct DefinitionEvidence {
  static let points = 4
  /// "est une petite commune": so many words may stand between the article and the noun.
  static let window = 4  // tokens

  let reading: ActorReading

  /// Points for the kind that the noun tells.
  func votes(for candidate: NameCandidate) -> KindVotes {
    var votes = KindVotes()
    let limit = reading.limits[candidate.tokens.lowerBound]
    var at = candidate.tokens.upperBound
    guard at + 2 < limit else { return votes }
    guard reading.lexicon.copulas.contains(reading.tokens[at].lower) || reading.isMark(at, 0x2C) else { return votes }
    at += 1
    guard reading.isArticle(at) else { return votes }
    var end = min(limit, at + 1 + DefinitionEvidence.window)
    at += 1
    // "the county's health director": what stands before the genitive is not what the name is.
    let possessor = (at..<end).prefix { !isEnd($0) || reading.isGenitiveClitic($0) }
    if let clitic = possessor.first(where: { reading.isGenitiveClitic($0) }) {
      at = clitic + 1
      end = min(limit, at + DefinitionEvidence.window)
    }
    while at < end, reading.tokens[at].isWordLike {
      let classes = reading.classes[at]
      if isEnd(at) { break }
      if !reading.tokens[at].capitalized {
        let isBody = reading.lexicon.hasAdjectivesAfterNouns && classes.contains(.organizationWord)
        if classes.contains(.titleHead), !isBody {
          votes.person += DefinitionEvidence.points
          return votes
        }
        if !classes.isDisjoint(with: [.placeNoun, .placeWord]) {
          votes.place += DefinitionEvidence.points
          return votes
        }
        // "a media planner": in English the noun comes last.
        if classes.contains(.organizationWord), !isModifier(at, end) {
          votes.organization += DefinitionEvidence.points
          return votes
        }
      }
      at += 1
    }
    return votes
  }

  /// Whether the noun cannot stand behind a word of grammar.
  private func isEnd(_ index: Int) -> Bool { !reading.classes[index].isDisjoint(with: [.function, .titleLink]) }

  private func isModifier(_ index: Int, _ end: Int) -> Bool {
    let next = index + 1
    guard !reading.lexicon.hasAdjectivesAfterNouns, next < end, reading.tokens[next].kind == .word else { return false }
    return !reading.tokens[next].capitalized && reading.isAdjacent(next)
      && reading.classes[next].isDisjoint(with: [.function, .titleLink, .auxiliary, .personal])
  }
}
