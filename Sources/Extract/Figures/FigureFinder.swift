internal import Languages
internal import NewsModel
internal import Prose

/// Finds numbers with what they measure or count ("2,7 milliards de dollars", "84 pays", "quelques heures").
///
/// A number without anything that it counts is none: scores, articles of law and names of products have many.
/// "Livres" of weight and of money stay open, as the text leaves them.
struct FigureFinder {
  private let numbers: NumberReader
  private let words: FigureWords
  private let things: CountedThing
  /// Words that figures start with.
  private let starters: WordSet

  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {
    numbers = NumberReader(language: language, tokenizer: tokenizer)
    words = FigureWords(language: language, tokenizer: tokenizer)
    things = CountedThing(words: words)
    starters = WordSet(
      numbers.firstWords + words.prefixes.firstWords + words.vague.firstWords + words.vagueCounts.firstWords)
  }

  /// In the order of the text; numbers inside dates are none.
  func figures(in text: SegmentedText, dates: [DateMention]) -> [Figure] {
    var found: [Figure] = []
    var date = 0
    for sentence in text.sentences {
      var token = sentence.tokens.lowerBound
      var free = token
      while token < sentence.tokens.upperBound {
        let start = text.tokens[token].span.start
        while date < dates.count, dates[date].span.end <= start { date += 1 }
        if date < dates.count, dates[date].span.start <= start {
          token += 1
          free = token
          continue
        }
        guard mayStart(text.tokens[token]),
          let (figure, end) = figure(text, at: token, from: free, limit: sentence.tokens.upperBound)
        else {
          token += 1
          continue
        }
        if date >= dates.count || !dates[date].span.overlaps(figure.span) { found.append(figure) }
        token = max(end, token + 1)
        free = token
      }
    }
    return found
  }

  private func figure(_ text: SegmentedText, at token: Int, from free: Int, limit: Int) -> (Figure, Int)? {
    let kind = text.tokens[token].kind
    guard kind == .number || kind == .word || kind == .other || kind == .mixed else { return nil }
    if let vague = vagueFigure(text, at: token, limit: limit) { return vague }
    let prefix = prefixUnit(text, at: token, limit: limit)
    let start = prefix?.end ?? token
    guard start < limit, let number = numbers.number(text, at: start, limit: limit) else { return nil }
    guard prefix != nil || isPlain(text, number, start, limit) else { return nil }
    let unit =
      prefix.map { CountedThing.Unit(name: $0.name, end: number.end, isMeasure: true) }
      ?? things.unit(text, at: number.end, limit: limit, afterScale: number.endsInScale || number.isAbout)
    guard let unit, prefix != nil || stands(text, number, unit, start) else { return nil }
    let approximation = approximation(text, before: token, from: free)
    let exactness = approximation?.value ?? (number.isAbout ? .about : .exact)
    let span = text.span((approximation?.start ?? token)..<unit.end)
    return (Figure(span: span, value: number.value, unit: unit.name, approximation: exactness), unit.end)
  }

  @inline(__always)
  private func mayStart(_ token: Token) -> Bool { token.kind == .number || starters.contains(token.folded) }

  private func prefixUnit(_ text: SegmentedText, at token: Int, limit: Int) -> (name: String, end: Int)? {
    guard let (end, name) = words.prefixes.match(text.tokens, at: token, limit: limit) else { return nil }
    // "A$" is one sign; in "a $2.5 billion plan" an article stands before another.
    let isOneSign = (token + 1..<max(token + 1, end)).allSatisfy { !text.tokens[$0].spaceBefore }
    return isOneSign ? (name, end) : nil
  }

  /// Whether a number without a sign before it can be a figure at all: no time of day, no number of a law or product.
  private func isPlain(_ text: SegmentedText, _ number: NumberReader.Number, _ start: Int, _ limit: Int) -> Bool {
    guard start > 0 else { return true }
    let previous = text.tokens[start - 1]
    if words.notCounted.contains(previous.folded) { return false }
    // "F-16", "#5", "2-1", "1/2": glued to what stands before.
    if !text.tokens[start].spaceBefore, previous.kind == .other || previous.kind == .dash || previous.isWordLike {
      let opens = text.bytes[previous.span.start] == 0x28  // "("
      if !opens, text.bytes[previous.span.end - 1] != 0x27, text.bytes[previous.span.end - 1] != 0x99 { return false }
    }
    let hoursOfDay = 24.0
    if number.value <= hoursOfDay, words.clockUnits.match(text.tokens, at: number.end, limit: limit) != nil,
      words.clockCues.contains(previous.folded)
    {
      return false
    }
    return true
  }

  /// Whether number and unit belong together: "un pays" is an article, "le Boeing 737 Max" a name.
  private func stands(
    _ text: SegmentedText, _ number: NumberReader.Number, _ unit: CountedThing.Unit, _ start: Int
  ) -> Bool {
    if number.end == start + 1, words.ones.contains(text.tokens[start].folded) { return false }
    if unit.isMeasure { return true }
    if start > 0, text.tokens[start - 1].capitalized, text.tokens[start - 1].kind != .terminator,
      text.tokens[start - 1].isWordLike, start > 1, text.tokens[start - 2].kind == .word
    {
      return false
    }
    return number.value >= 2
  }

  private func approximation(
    _ text: SegmentedText, before token: Int, from free: Int
  ) -> (value: Figure.Approximation, start: Int)? {
    let longest = 3  // words: "pas moins de"
    for length in stride(from: longest, through: 1, by: -1) where token - length >= free {
      if let found = words.approximations.match(text.tokens, at: token - length, limit: token), found.end == token {
        return (found.value, token - length)
      }
    }
    return nil
  }

  /// "quelques heures", "des dizaines de conseillers": a unit without a number.
  private func vagueFigure(_ text: SegmentedText, at token: Int, limit: Int) -> (Figure, Int)? {
    if let (end, _) = words.vagueCounts.match(text.tokens, at: token, limit: limit), end < limit,
      words.of.contains(text.tokens[end].folded),
      let unit = things.unit(text, at: end, limit: limit, afterScale: true)
    {
      return (Figure(span: text.span(token..<unit.end), value: nil, unit: unit.name, approximation: .about), unit.end)
    }
    guard let (end, _) = words.vague.match(text.tokens, at: token, limit: limit),
      let unit = things.unit(text, at: end, limit: limit, afterScale: false), unit.isMeasure,
      words.timeUnits.contains(unit.name)
    else { return nil }
    return (Figure(span: text.span(token..<unit.end), value: nil, unit: unit.name, approximation: .about), unit.end)
  }
}
