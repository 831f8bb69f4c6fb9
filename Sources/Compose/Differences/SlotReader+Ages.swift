internal import NewsModel
internal import Prose

/// The signs around a figure by which its reader knows that it is somebody's age.
extension SlotReader {
  /// The person whose age a figure is: the name stands before it, behind a comma or "aged", or behind "48-year-old".
  func agedPerson(_ quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ limits: Range<Int>) -> Int? {
    guard quantity.unit == "year", let value = quantity.value, SlotReader.ages.contains(value),
      quantity.approximation == .exact
    else { return nil }
    if let person = personBehind(range, limits) { return person }
    var at = range.lowerBound - 1
    var isSaid = false
    let longest = 2  // words: "âgé de"
    for start in max(limits.lowerBound, range.lowerBound - longest)..<range.lowerBound
    where words.age.match(reader.text.tokens, at: start, limit: range.lowerBound)?.end == range.lowerBound {
      isSaid = true
      at = start - 1
      break
    }
    guard at > limits.lowerBound else { return nil }
    if reader.text.tokens[at].kind == .separator {
      at -= 1
    } else if !isSaid {
      return nil
    }
    guard at >= limits.lowerBound else { return nil }
    return person(at: at) ?? personBefore(apposition: at, limits)
  }

  /// "Anna Holm, mayor of Quay, 48": the person named before words between commas that end at a token.
  private func personBefore(apposition last: Int, _ limits: Range<Int>) -> Int? {
    for at in (max(limits.lowerBound + 1, last - SlotReader.longestApposition)...max(limits.lowerBound + 1, last))
      .reversed()
    {
      if reader.text.tokens[at].kind == .separator { return person(at: at - 1) }
      guard reader.text.tokens[at].kind == .word, person(at: at) == nil else { return nil }
    }
    return nil
  }

  /// The person named behind a form that is said of the old: "the 48-year-old mayor of Quay, Anna Holm".
  private func personBehind(_ range: Range<Int>, _ limits: Range<Int>) -> Int? {
    guard let last = range.last,
      words.ageForms.contains(where: { reader.text.tokens[last].ends(with: $0, in: reader.text.bytes) })
    else { return nil }
    var commas = 0
    for at in range.upperBound..<min(limits.upperBound, range.upperBound + SlotReader.longestApposition) {
      if let person = person(at: at) { return person }
      switch reader.text.tokens[at].kind {
      case .word: break
      case .separator where commas == 0: commas += 1
      default: return nil
      }
      // Behind the comma the name stands at once.
      if commas == 1, reader.text.tokens[at].kind == .word { return nil }
    }
    return nil
  }

  /// Words of an office between a name and an age.
  private static let longestApposition = 9

  /// Whether a figure is somebody's age: a name or "aged" stands before it, or somebody who is not named.
  func isAge(_ quantity: FigureDifferences.Quantity, _ limits: Range<Int>) -> Bool {
    let range = reader.tokens(touching: quantity.span)
    guard quantity.unit == "year", !range.isEmpty else { return false }
    if agedPerson(quantity, range, limits) != nil || isAgeOfSomebody(quantity, range, limits) { return true }
    let longest = 2  // words: "âgé de"
    return (max(limits.lowerBound, range.lowerBound - longest)..<range.lowerBound).contains {
      words.age.match(reader.text.tokens, at: $0, limit: range.lowerBound)?.end == range.lowerBound
    }
  }

  /// "Un Grec de 52 ans", "the 54-year-old": the noun before the preposition is somebody, or the form says it of one.
  private func isAgeOfSomebody(
    _ quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ limits: Range<Int>
  ) -> Bool {
    guard let value = quantity.value, SlotReader.ages.contains(value), let last = range.last else { return false }
    let tokens = reader.text.tokens
    if words.ageForms.contains(where: { tokens[last].ends(with: $0, in: reader.text.bytes) }) { return true }
    // The noun, and the preposition.
    let noun = range.lowerBound - 2
    guard noun >= limits.lowerBound, tokens[noun].kind == .word, reader.language.isFunctionWord(tokens[noun + 1]) else {
      return false
    }
    return words.people.contains(tokens[noun].folded) || person(at: noun) != nil
      || words.peopleCounted.match(tokens, at: noun, limit: range.lowerBound) != nil
      || tokens[noun].capitalized && noun > limits.lowerBound
  }

  /// The identity of the person whose name a token belongs to.
  func person(at token: Int) -> Int? {
    let identity = reader.identities[token]
    guard identity >= 0, identities[identity].kind == .person else { return nil }
    return identity
  }
}
