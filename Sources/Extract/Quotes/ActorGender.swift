internal import NewsModel
internal import Prose

/// Tells which pronoun may stand for a person, from the words before the name and from the given name.
///
/// A civility or a role word decides ("Mme", "spokeswoman"), then the determiner of the role before the name ("la
/// politologue Ingrid …"), then the given name; two that disagree leave it open.
struct ActorGender {
  let reading: QuoteReading
  let lexicon: QuoteLexicon

  /// How many words before a name are looked at.
  private static let reach = 4

  /// The gender of an actor; of an organization by its article ("le ministère"), open for places.
  func gender(of actor: Actor) -> QuoteLexicon.Pronoun.Gender {
    if actor.kind == .organization { return ofArticle(actor) }
    guard actor.kind == .person else { return .any }
    for mention in actor.mentions {
      let token = reading.text.token(from: mention.start)
      guard token < reading.tokens.count else { continue }
      if let told = told(before: token) { return told }
    }
    return ofGivenName(actor)
  }

  private func told(before name: Int) -> QuoteLexicon.Pronoun.Gender? {
    var token = name
    for _ in 0..<ActorGender.reach where token > 0 {
      token -= 1
      let word = reading.tokens[token]
      if word.kind == .separator { return nil }
      if let gender = ofDeterminer(token, name) { return gender }
      if lexicon.masculine.contains(word.lower) { return ofDeterminer(token - 1, name) ?? .masculine }
      if lexicon.feminine.contains(word.lower) { return .feminine }
    }
    return nil
  }

  /// What the determiner of a role tells ("la colonel"); one behind a preposition is that of a complement.
  private func ofDeterminer(_ token: Int, _ name: Int) -> QuoteLexicon.Pronoun.Gender? {
    guard token >= 0, token + 1 < name else { return nil }
    let word = reading.tokens[token].lower
    let isFeminine = lexicon.feminineDeterminers.contains(word)
    guard isFeminine || lexicon.masculineDeterminers.contains(word) else { return nil }
    let role = token + 1..<name
    guard role.allSatisfy({ reading.tokens[$0].kind == .word && !reading.tokens[$0].capitalized }),
      role.allSatisfy({ !reading.tags[$0].has([.genitive, .preposition, .rolePreposition]) })
    else { return nil }
    if token > 0, reading.tags[token - 1].has([.genitive, .preposition, .rolePreposition]) { return nil }
    return isFeminine ? .feminine : .masculine
  }

  /// What the article before a name, or at its start, tells.
  private func ofArticle(_ actor: Actor) -> QuoteLexicon.Pronoun.Gender {
    for mention in actor.mentions {
      let first = reading.text.token(from: mention.start)
      for token in [first, first - 1] where reading.tokens.indices.contains(token) {
        if lexicon.feminineDeterminers.contains(reading.tokens[token].lower) { return .feminine }
        if lexicon.masculineDeterminers.contains(reading.tokens[token].lower) { return .masculine }
      }
    }
    return .any
  }

  private func ofGivenName(_ actor: Actor) -> QuoteLexicon.Pronoun.Gender {
    for mention in actor.mentions {
      let tokens = reading.text.tokens(in: mention)
      guard tokens.count > 1 else { continue }
      let gender = lexicon.gender(ofGivenName: reading.tokens[tokens.lowerBound], in: reading.text.bytes)
      if gender != .any { return gender }
    }
    return .any
  }
}
