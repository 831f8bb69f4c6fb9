internal import NewsModel
internal import Prose

/// Words that a sentence reports without their being its subject's: "accused X of having said “…”", "denied that …".
///
/// Whether they were said at all is what is at issue, so they are given to nobody, neither to who accuses nor to who is
/// accused or denies.
extension DirectAttribution {
  /// Between an auxiliary and the verb of saying behind it stand no more tokens.
  private static let farthestSaying = 4
  /// Between an alleged verb of saying and the colon before the words stand no more tokens ("d’avoir dit en réunion : ").
  private static let farthestColon = 8

  /// Whether a lead-in tells of words that are not its subject's.
  func isDisowned(_ clause: Range<Int>) -> Bool {
    let hasColon = !clause.isEmpty && reading.isColon(clause.upperBound - 1)
    return clause.contains { at in
      if let saying = allegedSaying(at, clause) {
        return (!hasColon || clause.upperBound - saying <= DirectAttribution.farthestColon) && reaches(saying, clause)
      }
      guard !hasColon, tags[at].has([.denying, .accusing]), !reading.isNounByPlace(at),
        !isNaming(at + 1..<clause.upperBound),
        let that = (at + 1..<clause.upperBound).first(where: { tags[$0].contains(.complementizer) }),
        // "rejette l’accusation, qu’il juge « … »", "a rejeté la demande et que": not what is denied.
        !reading.isComma(that - 1), !tags[that - 1].has([.coordination, .conjunction])
      else { return false }
      // What somebody is accused of thinking of others' words is theirs.
      guard tags[at].contains(.denying) || subjects.indices(in: that..<clause.upperBound).isEmpty else { return false }
      return subjects.indices(in: at + 1..<that).isEmpty && reaches(that, clause)
    }
  }

  /// "d’avoir dit", "of having said", "of saying", "nie avoir dit": the verb of saying of what somebody is said to have done.
  private func allegedSaying(_ at: Int, _ clause: Range<Int>) -> Int? {
    let isGerund = tags[at].has(.anyGerund) && !tags[at].has(.anyFinite)
    guard tags[at].contains(.perfectInfinitive) || isGerund, at > clause.lowerBound else { return nil }
    var before = at - 1
    while before > clause.lowerBound, tags[before].has([.object, .adverb]), !tags[before].has([.alleging, .denying]) {
      before -= 1
    }
    guard tags[before].contains(.denying) || tags[before].contains(.alleging) && !isOwn(before, clause) else {
      return nil
    }
    if isGerund { return isAccused(before, clause) ? at : nil }
    let limit = min(clause.upperBound, at + 1 + DirectAttribution.farthestSaying)
    return (at + 1..<limit).first { tags[$0].has(.anyParticiple) || tags[$0].has(.anyFinite) }
  }

  /// "accused X of saying", "criticized X for calling": a verb of accusing stands before, and no other verb between.
  private func isAccused(_ preposition: Int, _ clause: Range<Int>) -> Bool {
    guard let accusing = (clause.lowerBound..<preposition).last(where: { tags[$0].contains(.accusing) }) else {
      return false
    }
    return subjects.indices(in: accusing + 1..<preposition).isEmpty
  }

  /// "regrette d’avoir dit": right behind a verb of reporting it is the subject's own saying.
  private func isOwn(_ preposition: Int, _ clause: Range<Int>) -> Bool {
    guard let index = subjects.indices(in: clause.lowerBound..<preposition).last else { return false }
    return subjects.cues[index].tokens.upperBound == preposition && subjects.cues[index].kind != .labelling
  }

  /// Whether what a verb tells of goes on up to the words: no other verb of saying is coordinated with its own.
  private func reaches(_ verb: Int, _ clause: Range<Int>) -> Bool {
    // "n’exclut pas qu’elle parte, mais « … »"
    for at in verb + 1..<max(verb + 1, clause.upperBound)
    where reading.isComma(at - 1) && tags[at].has([.conjunction, .coordination]) { return false }
    return subjects.indices(in: verb + 1..<max(verb + 1, clause.upperBound)).allSatisfy {
      let before = subjects.cues[$0].tokens.lowerBound - 1
      return !reading.isComma(before) && !tags[before].has([.coordination, .conjunction])
    }
  }

  /// "dismissed the claim as “…”", "as being “…”": the words are what the subject calls it.
  func isNaming(_ behindVerb: Range<Int>) -> Bool {
    guard let like = behindVerb.last(where: { tags[$0].contains(.like) }) else { return false }
    return !behindVerb.contains { tags[$0].contains(.complementizer) }
      && !(like..<behindVerb.upperBound).contains { reading.isComma($0) }
  }
}
