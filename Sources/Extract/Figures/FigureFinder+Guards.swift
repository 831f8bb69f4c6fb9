internal import NewsModel
internal import Prose

/// What a number has to be to count as a figure.
extension FigureFinder {
  /// Whether a figure may start with a token.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .mixed || starters.contains(token.folded)
  }

  /// The same by the token behind it as well: no is certain.
  func mayStart(_ tokens: [Token], at token: Int) -> Bool {
    let kind = tokens[token].kind
    return kind == .number || kind == .mixed || numbers.mayStart(tokens[token])
      || words.prefixes.mayOpen(tokens, at: token) || words.vague.mayOpen(tokens, at: token)
      || words.vagueCounts.mayOpen(tokens, at: token) || words.fractions.mayOpen(tokens, at: token)
      || fixed.phrases.mayOpen(tokens, at: token)
  }

  /// Whether a number says something without a thing that it counts: millions, and numbers grouped by thousands.
  func isFigureByItself(_ text: SegmentedText, _ number: NumberReader.Number, _ start: Int) -> Bool {
    if number.endsInScale, number.scale >= 1_000_000 { return true }
    let leastGrouped = 1000.0
    guard number.end == start + 1, number.hasDigits, number.value >= leastGrouped else { return false }
    let span = text.tokens[start].span
    return span.length > String(Int(number.value)).utf8.count && number.value == number.value.rounded()
  }

  /// Whether a number without a sign before it can be a figure at all: no time of day, no number of a law or product.
  func isPlain(_ text: SegmentedText, _ number: NumberReader.Number, _ start: Int, _ limit: Int) -> Bool {
    // "020 555 0100", the minutes of "14:05": what opens with a nought before a digit is a code.
    let span = text.tokens[start].span
    if span.length > 1, text.bytes[span.start] == 0x30, (0x30...0x39).contains(text.bytes[span.start + 1]) {
      return false
    }
    guard start > 0 else { return true }
    let previous = text.tokens[start - 1]
    if words.notCounted.contains(previous.folded) { return false }
    // "F-16", "#5", "2-1", "1/2": glued to what stands before.
    let isMinus = previous.kind == .dash && previous.spaceBefore
    if !text.tokens[start].spaceBefore, !isMinus,
      previous.kind == .other || previous.kind == .dash || previous.isWordLike
    {
      let opens = text.bytes[previous.span.start] == 0x28  // "("
      if !opens, text.bytes[previous.span.end - 1] != 0x27, text.bytes[previous.span.end - 1] != 0x99 { return false }
    }
    let hoursOfDay = 24.0
    if number.value <= hoursOfDay, let clock = words.clockUnits.match(text.tokens, at: number.end, limit: limit),
      words.clockCues.contains(previous.folded), !isSpent(text, behind: clock.end, limit)
    {
      // "Près de trois heures" lasts, though "de trois heures" may begin a time of day.
      return approximation(text, before: start, from: 0).map { $0.start < start - 1 } ?? false
    }
    return true
  }

  /// "After seven hours of talks": behind hours that are spent stands what they are spent on, without an article.
  private func isSpent(_ text: SegmentedText, behind end: Int, _ limit: Int) -> Bool {
    guard end + 1 < limit, words.of.contains(text.tokens[end].folded) else { return false }
    let noun = text.tokens[end + 1]
    return noun.kind == .word && !words.stopwords.contains(noun.folded)
  }

  /// Whether number and unit belong together: "un pays" is an article, "le Boeing 737 Max" a name.
  func stands(
    _ text: SegmentedText, _ number: NumberReader.Number, _ unit: CountedThing.Unit, _ start: Int
  ) -> Bool {
    if number.end == start + 1, words.ones.contains(text.tokens[start].folded) { return false }
    if unit.isMeasure { return true }
    if number.hasDigits, start > 0, text.tokens[start - 1].capitalized, text.tokens[start - 1].kind != .terminator,
      text.tokens[start - 1].isWordLike, start > 1, text.tokens[start - 2].kind == .word
    {
      return false
    }
    return number.value >= 2
  }
}

/// What an open unit measures.
extension FigureFinder {
  /// Words from a verb of money to its sum: "would save the typical household in the north".
  private static let paymentReach = 10

  /// Whether a verb of money governs the number at a token: none other and no comma stands between.
  func isPaid(_ text: SegmentedText, before token: Int) -> Bool {
    for at in (max(0, token - FigureFinder.paymentReach)..<token).reversed() {
      let found = text.tokens[at]
      if found.kind != .word { return false }
      if words.paying.contains(found.folded) { return true }
    }
    return false
  }
}
