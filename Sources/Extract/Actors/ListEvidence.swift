internal import NewsModel
internal import Prose

/// Reads enumerations: names joined by commas and conjunctions are of one kind as a rule ("à Caen, Lisieux et Orne").
///
/// What is sure of some members is lent to those of which nothing is sure.
struct ListEvidence {
  /// What a member lends to its neighbours; less than any sign of their own but the weakest.
  static let points = 3
  /// A member that leads by so much is sure.
  static let sureMargin = 3
  /// A comma and a conjunction may stand between two members ("A, B, et C").
  static let mostJoints = 2  // tokens

  let reading: ActorReading

  /// Lends votes within each enumeration.
  func lend(to candidates: inout [NameCandidate]) {
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, isJoined(candidates[end - 1], candidates[end]) { end += 1 }
      if end - start > 1, isEnumeration(candidates[start..<end]), let kind = sureKind(of: candidates[start..<end]) {
        for index in start..<end where isOpen(candidates[index], to: kind) {
          candidates[index].votes.add(ListEvidence.points, to: kind)
        }
      }
      start = end
    }
  }

  /// Whether only commas and conjunctions stand between two candidates.
  private func isJoined(_ first: NameCandidate, _ second: NameCandidate) -> Bool {
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    guard between.count >= 1, between.count <= ListEvidence.mostJoints, second.role == nil, second.civility == nil,
      reading.limits[first.tokens.lowerBound] == reading.limits[second.tokens.lowerBound]
    else { return false }
    return between.allSatisfy {
      reading.isMark($0, 0x2C)
        || reading.classes[$0].contains(.conjunction) && reading.tokens[$0].kind == .word
    }
  }

  /// Whether a conjunction or a third member shows that it is an enumeration: "In the Senate, Vasko" is none, and in
  /// "left Ashby, and Vasko" a clause starts.
  private func isEnumeration(_ members: ArraySlice<NameCandidate>) -> Bool {
    if members.count > 2 { return true }
    guard let first = members.first, let last = members.last else { return false }
    let joint = first.tokens.upperBound
    return last.tokens.lowerBound == joint + 1 && reading.classes[joint].contains(.conjunction)
  }

  /// The kind of the members that are sure, where they agree.
  ///
  /// A given name alone is no sure person, for towns have such names, too; but beside it nothing else is sure.
  private func sureKind(of members: ArraySlice<NameCandidate>) -> Actor.Kind? {
    var found: Actor.Kind?
    var hasGivenName = false
    for member in members {
      guard let winner = member.votes.winner, member.votes.lead >= ListEvidence.sureMargin else { continue }
      if winner.kind == .person, member.votes.lead <= PersonEvidence.givenNameAlone {
        hasGivenName = true
        continue
      }
      guard found == nil || found == winner.kind else { return nil }
      found = winner.kind
    }
    return hasGivenName && found != .person ? nil : found
  }

  /// Whether nothing but the weakest signs speak for another kind; a name without any sign is one beside others only
  /// where it is not the sentence's capital.
  private func isOpen(_ member: NameCandidate, to kind: Actor.Kind) -> Bool {
    guard member.votes.lead < ListEvidence.sureMargin, member.votes.nothing < NoActorEvidence.quoted else {
      return false
    }
    // "Securities and Trade Commission": in English a conjunction joins the words of one body as often as two bodies.
    if kind == .organization, !reading.lexicon.hasAdjectivesAfterNouns { return false }
    return kind != .person || !member.tokens.contains { reading.tokens[$0].allCaps }
  }
}
