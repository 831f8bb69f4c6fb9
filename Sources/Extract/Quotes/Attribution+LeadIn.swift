internal import NewsModel
internal import Prose

/// Lead-ins without a verb of reporting.
extension DirectAttribution {
  /// "Its spokeswoman was cautious: “…”": without a verb of reporting, the subject of a sentence that a colon ends.
  func colonSubject(_ clause: Range<Int>) -> Attribution? {
    guard clause.count > 2, reading.isColon(clause.upperBound - 1),
      let phrase = subjects.phrases.clauseSubject(clause.lowerBound, before: clause.upperBound - 1),
      !tags[phrase.lowerBound].contains(.subjectPronoun)
    else { return nil }
    return Attribution(place: .before, cue: nil, speaker: phrase, needsActor: true)
  }

  /// « Parmi eux, Jane Roe, conseillère : « … » »: a name with or without its apposition, which a colon ends; no verb
  /// stands in it, nor before it unless a relative pronoun brings the name in (« …, dont Jane Roe, conseillère : »).
  func colonName(_ clause: Range<Int>) -> Attribution? {
    guard clause.count > 2, reading.isColon(clause.upperBound - 1) else { return nil }
    let end = clause.upperBound - 1
    for at in clause.dropFirst() where tokens[at].capitalized && !tags[at].has([.determiner, .time, .preposition]) {
      let before = at - 1
      guard reading.isComma(before) || tags[before].has([.relative, .like]),
        tags[before].contains(.relative) || !subjects.hasVerb(clause.lowerBound..<before),
        let phrase = subjects.phrases.phrase(after: at, limit: end), phrase.lowerBound == at,
        phrase.upperBound == end || reading.isComma(phrase.upperBound),
        !subjects.hasVerb(phrase.upperBound..<end),
        (phrase.upperBound..<end).allSatisfy({ !tags[$0].has([.subjectPronoun, .relative]) })
      else { continue }
      return Attribution(place: .before, cue: nil, speaker: phrase, needsActor: true)
    }
    return nil
  }

  /// « X n’a pas souhaité « polémiquer » », "X declined to “speculate”": marks right behind a verb of wishing, negated or
  /// not, hold the words of its subject, where that is a name right before.
  func wish(_ clause: Range<Int>) -> Attribution? {
    var verb = clause.upperBound - 1
    while verb > clause.lowerBound, clause.upperBound - verb <= 2, !tags[verb].contains(.wishing),
      tags[verb].has([.alleging, .barrier, .negation])
    { verb -= 1 }
    guard verb > clause.lowerBound, tags[verb].contains(.wishing) else { return nil }
    var start = verb
    while start - 1 > clause.lowerBound, !tokens[start - 1].capitalized,
      tags[start - 1].has([.auxiliary, .negation, .object, .adverb])
    {
      start -= 1
    }
    guard tokens[start - 1].capitalized, !tags[start - 1].contains(.time),
      let phrase = subjects.phrases.phrase(before: start, lower: clause.lowerBound)
    else { return nil }
    return Attribution(place: .before, cue: start..<verb + 1, speaker: phrase, needsActor: true)
  }
}
