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
  /// A role in apposition has no more words before its comma.
  private static let longestApposition = 8

  /// The gender of an actor; of an organization by its article ("le ministère"), open for places.
  func gender(of actor: Actor) -> QuoteLexicon.Pronoun.Gender {
    if actor.kind == .organization { return ofArticle(actor) }
    guard actor.kind == .person else { return .any }
    for mention in actor.mentions {
      let token = reading.text.token(from: mention.start)
      guard token < reading.tokens.count else { continue }
      if let told = told(before: token) { return told }
    }
    let name = ofGivenName(actor)
    guard let role = ofAppositions(actor) else { return name }
    return name == .any || name == role ? role : .any
  }

  /// What the roles in apposition to a name tell; nil where none tells anything, or two disagree.
  private func ofAppositions(_ actor: Actor) -> QuoteLexicon.Pronoun.Gender? {
    var found: QuoteLexicon.Pronoun.Gender?
    for mention in actor.mentions {
      let name = reading.text.tokens(in: mention)
      // Behind « Son éditeur, X, » the sentence goes on ("la dit têtue").
      let role = role(before: name.lowerBound)
      let told = role.map { ofNoun($0 + 1, behind: $0) } ?? apposed(behind: name.upperBound)
      guard let told else { continue }
      guard found == nil || found == told else { return nil }
      found = told
    }
    return found
  }

  /// « Son éditeur, X, », "Her husband, X,": the determiner that opens the part before a comma and a name.
  private func role(before name: Int) -> Int? {
    let comma = name - 1
    guard comma > 0, reading.isComma(comma) else { return nil }
    var start = comma
    while start > 0, comma - start < ActorGender.longestApposition, reading.tokens[start - 1].isWordLike { start -= 1 }
    guard start == 0 || !reading.tokens[start - 1].isWordLike else { return nil }
    while start < comma, reading.tags[start].has([.conjunction, .coordination]) { start += 1 }
    let first = start
    guard first + 1 < comma, reading.tags[first].contains(.determiner), !reading.tokens[first + 1].capitalized else {
      return nil
    }
    return first
  }

  /// « X, romancière et médecin », « X, âgée de 44 ans »: what the word behind a name and a comma tells.
  private func apposed(behind comma: Int) -> QuoteLexicon.Pronoun.Gender? {
    guard comma + 1 < reading.tokens.count, reading.isComma(comma), !reading.tokens[comma + 1].capitalized else {
      return nil
    }
    let first = comma + 1
    guard reading.tags[first].contains(.determiner) else { return ofNoun(first, behind: nil) }
    guard first + 1 < reading.tokens.count, !reading.tokens[first + 1].capitalized, isClosed(first + 1) else {
      return nil
    }
    return ofNoun(first + 1, behind: first)
  }

  /// A mark closes an apposition soon; « Recevant X, le pape pourrait … » goes on.
  private func isClosed(_ start: Int) -> Bool {
    for at in start..<min(reading.tokens.count, start + ActorGender.longestApposition) {
      if !reading.tokens[at].isWordLike { return true }
      if reading.tags[at].has(.anyFinite) || reading.tags[at].contains(.auxiliary) { return false }
    }
    return false
  }

  /// What the noun of a role tells, or the determiner before it; what may be said of both ("la victime") tells nothing.
  private func ofNoun(_ noun: Int, behind determiner: Int?) -> QuoteLexicon.Pronoun.Gender? {
    let word = reading.tokens[noun]
    guard word.kind == .word, !lexicon.isOfBothGenders(word.lower), !reading.tags[noun].has(.anyFinite) else {
      return nil
    }
    // "le professeur" may be a woman, "la professeur" is one.
    if lexicon.isMasculineOfBoth(word.lower) {
      return determiner.map { lexicon.feminineDeterminers.contains(reading.tokens[$0].lower) } == true ? .feminine : nil
    }
    if lexicon.masculine.contains(word.lower) { return .masculine }
    if lexicon.feminine.contains(word.lower) { return .feminine }
    if let determiner {
      if lexicon.feminineDeterminers.contains(reading.tokens[determiner].lower) { return .feminine }
      if lexicon.masculineDeterminers.contains(reading.tokens[determiner].lower) { return .masculine }
    }
    guard reading.tags[noun].isDisjoint(with: [.preposition, .adverb, .time, .conjunction, .auxiliary]) else {
      return nil
    }
    return lexicon.gender(ofRole: word, in: reading.text.bytes)
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
