internal import NewsModel
internal import Prose

/// Names of bodies and plans that go on over a small word: "l’association Voiles et Jardins", « Cœur de Ville ».
struct BodyName {
  /// A name between quote marks has no more words than these.
  static let longest = 7  // tokens

  let reading: ActorReading

  /// The closing mark of quote marks that hold capitalized words and small ones between them, where a run starts behind
  /// the opening one.
  func endInMarks(from start: Int, limit: Int) -> Int? {
    guard reading.lexicon.hasAdjectivesAfterNouns, start > 0, reading.tokens[start - 1].kind == .quoteMark,
      !has(start, .givenName), reading.knownName(at: start, limit: limit) == nil
    else { return nil }
    let small: WordClass = [.connector, .particle, .titleLink]
    var hasSmall = false
    var at = start + 1
    while at < limit, at - start < BodyName.longest, reading.tokens[at].isWordLike {
      if !reading.tokens[at].capitalized {
        guard has(at, small) else { return nil }
        hasSmall = true
      }
      at += 1
    }
    guard at < limit, hasSmall, reading.tokens[at].kind == .quoteMark, reading.tokens[at - 1].capitalized else {
      return nil
    }
    return at
  }

  /// The end of a name of one word that goes on, or nil.
  func end(from start: Int, end: Int, limit: Int) -> Int? {
    let next = end + 1
    guard reading.lexicon.hasAdjectivesAfterNouns, end == start + 1, start > 0, next < limit,
      reading.limits[start - 1] == reading.limits[start], !reading.tokens[start - 1].capitalized,
      !reading.tokens[end].capitalized, reading.isNameWord(next), reading.isAdjacent(next), isPlain(start)
    else { return nil }
    return isPair(start, next, limit) || isPlan(start, next, limit) ? next + 1 : nil
  }

  /// "l’association Voiles et Jardins": behind one body’s noun two words of which nothing else is known.
  private func isPair(_ start: Int, _ next: Int, _ limit: Int) -> Bool {
    let noun = start - 1
    guard has(noun, .bodyNoun), has(next - 1, .conjunction), isPlain(next), noun > 0, reading.isArticle(noun - 1)
    else { return false }
    // "l’association Horizon et Paul Martin": two more words are somebody else.
    return next + 1 >= limit || !reading.isNameWord(next + 1) || !reading.isAdjacent(next + 1)
  }

  /// "le projet Cœur de Ville": behind a plan’s noun a common noun with a capital goes on with its name.
  private func isPlan(_ start: Int, _ next: Int, _ limit: Int) -> Bool {
    has(start - 1, .projectNoun) && has(next - 1, .particle) && !has(next - 1, .conjunction)
      && has(next, [.placeNoun, .placeWord, .common]) && reading.knownName(at: next, limit: limit) == nil
  }

  private func isPlain(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.kind == .word && !token.allCaps && !has(index, [.givenName, .titleHead, .civility, .demonym])
      && !reading.isDoubleGivenName(index)
      && reading.knownName(at: index, limit: reading.limits[index]) == nil
  }

  private func has(_ index: Int, _ classes: WordClass) -> Bool { !reading.classes[index].isDisjoint(with: classes) }
}
