internal import Languages
internal import NewsModel
internal import Prose

/// Finds numbers with what they measure or count ("2,7 milliards de dollars", "84 pays", "quelques heures").
///
/// A number without anything that it counts is none, but for millions, numbers grouped by thousands, and votes: scores,
/// articles of law and names of products have many. "Livres" of weight and of money are told apart by what they measure where
/// that is certain, and stay open otherwise.
final class FigureFinder {
  let numbers: NumberReader
  let words: FigureWords
  let things: CountedThing
  private let shares: ShareReader
  private let ranges: RangeReader
  private let tallies: TallyReader
  private let parts: PartReader
  private let totals: TotalReader
  let fixed: FixedFigures
  /// Words that figures start with.
  let starters: WordSet

  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {
    numbers = NumberReader(language: language, tokenizer: tokenizer)
    words = FigureWords(language: language, tokenizer: tokenizer)
    things = CountedThing(words: words)
    shares = ShareReader(words: words, numbers: numbers)
    ranges = RangeReader(words: words, numbers: numbers, things: things)
    tallies = TallyReader(language.table("figure-units"), words: words, numbers: numbers, tokenizer: tokenizer)
    parts = PartReader(words: words, numbers: numbers, things: things)
    totals = TotalReader(language.table("figure-units"), tokenizer: tokenizer)
    fixed = FixedFigures(language: language, tokenizer: tokenizer)
    starters = WordSet(
      numbers.firstWords + words.prefixes.firstWords + words.vague.firstWords + words.vagueCounts.firstWords
        + words.fractions.firstWords + fixed.phrases.firstWords)
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
        guard mayStart(text.tokens[token]), mayStart(text.tokens, at: token),
          let (figures, end) = figures(
            text, at: token, from: free, in: sentence.tokens,
            nextDate: date < dates.count ? dates[date].span.start : .max)
        else {
          token += 1
          continue
        }
        for figure in figures where date >= dates.count || !dates[date].span.overlaps(figure.span) {
          found.append(figure)
        }
        token = max(end, token + 1)
        free = token
      }
    }
    return found
  }

  private func figures(
    _ text: SegmentedText, at token: Int, from free: Int, in sentence: Range<Int>, nextDate: Int
  ) -> ([Figure], Int)? {
    let limit = sentence.upperBound
    let kind = text.tokens[token].kind
    guard kind == .number || kind == .word || kind == .other || kind == .mixed else { return nil }
    if let (figure, end) = vagueFigure(text, at: token, limit: limit) { return ([figure], end) }
    if let (end, said) = fixed.figure(text, at: token, words: words, in: sentence) {
      return ([figure(text, token..<end, free, said.value, said.unit, rule: "fixed")], end)
    }
    if let (value, end) = shares.share(text, at: token, from: free, in: sentence),
      // "a quarter of a million homes"
      numbers.number(text, at: token, limit: limit).map({ $0.end < end || !$0.isAbout && $0.end == end }) ?? true
    {
      return ([figure(text, token..<end, free, value, "share", rule: "share")], end)
    }
    let prefix = prefixUnit(text, at: token, limit: limit)
    let start = prefix?.end ?? token
    guard start < limit else { return nil }
    if text.tokens[start].kind == .mixed {
      if prefix == nil, let tally = tallies.tally(text, glued: start, in: sentence) {
        return (figures(of: tally), tally.end)
      }
      return glued(text, start, token, free, limit, prefix: prefix?.name).map { ([$0.figure], $0.end) }
    }
    guard let number = numbers.number(text, at: start, limit: limit) else { return nil }
    guard prefix != nil || isPlain(text, number, start, limit) && !TitleGuard.isInName(text, at: start, in: sentence)
    else { return nil }
    if prefix == nil, let tally = tallies.tally(text, number, start: start, in: sentence) {
      return (figures(of: tally), tally.end)
    }
    let pair =
      prefix.map { ranges.money(text, number, $0.name, token, limit: limit) { prefixUnit(text, at: $0, limit: limit) } }
      ?? ranges.pair(text, number, start: start, from: free, in: sentence)
    if let pair { return (figures(of: pair, text), pair.unit.end) }
    if prefix == nil, let (value, unit) = parts.part(text, number, limit: limit) {
      return ([figure(text, token..<unit.end, free, value, unit.name, rule: "part")], unit.end)
    }
    if prefix == nil, fixed.isAge(text, number, start: start, in: sentence) {
      return ([figure(text, token..<number.end, free, number.value, "year", rule: "age")], number.end)
    }
    // "… a atteint 34 lundi": a day behind a number is not what is counted.
    let plain = plainFigure(text, number, token, start, free, limit, prefix: prefix?.name)
      .flatMap { $0.figure.span.end <= nextDate ? $0 : nil }
    if plain?.figure.unit == nil, prefix == nil, !words.ones.contains(text.tokens[start].folded) {
      let first = approximation(text, before: start, from: free)?.start ?? start
      if let unit = totals.counted(text, first..<number.end, in: sentence, things) {
        let figure = figure(
          text, token..<number.end, free, number.value, unit, isAbout: number.isAbout, rule: "total")
        return ([figure], number.end)
      }
    }
    return plain.map { ([$0.figure], $0.end) }
  }

  /// One number with its unit.
  private func plainFigure(
    _ text: SegmentedText, _ number: NumberReader.Number, _ token: Int, _ start: Int, _ free: Int, _ limit: Int,
    prefix: String?
  ) -> (figure: Figure, end: Int)? {
    var value = number.value
    var at = number.end
    // "two and a half hours"
    if prefix == nil, let (end, _) = words.half.match(text.tokens, at: at, limit: limit) {
      value += 0.5
      at = end
    }
    if prefix == nil, let (end, scaled) = words.scaledUnits.match(text.tokens, at: at, limit: limit) {
      value = NumberReader.product(value, scaled.scale)
      return (figure(text, token..<end, free, value, scaled.unit, isAbout: number.isAbout), end)
    }
    let unit =
      prefix.map { CountedThing.Unit(name: $0, end: at, isMeasure: true) }
      ?? things.unit(text, at: at, limit: limit, afterScale: number.endsInScale || number.isAbout)
    guard let unit, prefix != nil || stands(text, number, unit, start) else {
      return isFigureByItself(text, number, start)
        ? (figure(text, token..<at, free, value, nil, isAbout: number.isAbout), at) : nil
    }
    var end = unit.end
    // "deux heures et demie"
    if unit.isMeasure, let (half, _) = words.half.match(text.tokens, at: end, limit: limit) {
      value += 0.5
      end = half
    }
    if prefix == nil, let time = time(text, value, unit, from: start, to: end, free, limit) {
      let figure = figure(
        text, time.tokens, free, time.value, time.unit, isAbout: number.isAbout, rule: "time of two units")
      return (figure, time.tokens.upperBound)
    }
    let name = words.openUnits[unit.name] == nil ? unit.name : settled(unit, text, start, limit)
    let (signed, first) = signed(value, name, text, token)
    return (figure(text, first..<end, free, signed, name, isAbout: number.isAbout), end)
  }

  /// A figure with the words before it that say how exact it is.
  private func figure(
    _ text: SegmentedText, _ tokens: Range<Int>, _ free: Int, _ value: Double, _ unit: String?, isAbout: Bool = false,
    rule: String = "number"
  ) -> Figure {
    var approximation = approximation(text, before: tokens.lowerBound, from: free)
    if let start = approximation?.start, isDuring(text, start, unit) { approximation = nil }
    let span = text.span((approximation?.start ?? tokens.lowerBound)..<tokens.upperBound)
    return Figure(
      span: span, value: value, unit: unit, approximation: approximation?.value ?? (isAbout ? .about : .exact),
      rule: rule)
  }

  /// Whether a word of bounds tells of a time in which something goes on: "spread over five years".
  private func isDuring(_ text: SegmentedText, _ word: Int, _ unit: String?) -> Bool {
    guard let unit, words.timeUnits.contains(unit), words.during.contains(text.tokens[word].folded) else {
      return false
    }
    return word == 0 || !words.beforeBound.contains(text.tokens[word - 1].folded)
  }

  private func figures(of pair: RangeReader.Pair, _ text: SegmentedText) -> [Figure] {
    let unit = pair.unit.name
    guard pair.isChange else {
      let span = text.span(pair.firstTokens.lowerBound..<pair.secondTokens.upperBound)
      let bounds = Figure.Bounds(low: pair.first, high: pair.second)
      return [Figure(span: span, value: nil, unit: unit, approximation: .between, bounds: bounds, rule: "between")]
    }
    return [
      Figure(span: text.span(pair.firstTokens), value: pair.first, unit: unit, rule: "change"),
      Figure(span: text.span(pair.secondTokens), value: pair.second, unit: unit, rule: "change"),
    ]
  }

  private func figures(of tally: TallyReader.Tally) -> [Figure] {
    [
      Figure(span: tally.ayesSpan, value: tally.ayes, unit: "vote for", rule: "tally"),
      Figure(span: tally.noesSpan, value: tally.noes, unit: "vote against", rule: "tally"),
    ]
  }

  /// "€2.7bn", "5-year-old", "10-15 %".
  private func glued(
    _ text: SegmentedText, _ start: Int, _ token: Int, _ free: Int, _ limit: Int, prefix: String?
  ) -> (figure: Figure, end: Int)? {
    guard let glued = GluedNumber(text.tokens[start].span, text.bytes, numbers: numbers) else { return nil }
    let end = start + 1
    if let high = glued.high {
      guard glued.suffix.isEmpty, prefix == nil,
        let unit = things.unit(text, at: end, limit: limit, afterScale: false), unit.isMeasure
      else { return nil }
      let bounds = Figure.Bounds(low: glued.value, high: high)
      let span = text.span(token..<unit.end)
      return (
        Figure(span: span, value: nil, unit: unit.name, approximation: .between, bounds: bounds, rule: "between"),
        unit.end
      )
    }
    let suffix = Tokenizer().tokens(in: glued.suffix)
    if let prefix {
      guard let (_, scale) = words.suffixes.match(suffix, at: 0, limit: suffix.count) else { return nil }
      return (figure(text, token..<end, free, NumberReader.product(glued.value, scale), prefix, rule: "glued"), end)
    }
    if let (_, scaled) = words.scaledUnits.match(suffix, at: 0, limit: suffix.count) {
      return (
        figure(text, token..<end, free, NumberReader.product(glued.value, scaled.scale), scaled.unit, rule: "glued"),
        end
      )
    }
    guard let (all, unit) = words.units.match(suffix, at: 0, limit: suffix.count), all == suffix.count else {
      return nil
    }
    return (figure(text, token..<end, free, glued.value, unit, rule: "glued"), end)
  }

  /// "livres" of munitions weigh, "livres" of debt are paid; of others it is not said.
  private func settled(_ unit: CountedThing.Unit, _ text: SegmentedText, _ start: Int, _ limit: Int) -> String {
    guard let open = words.openUnits[unit.name] else { return unit.name }
    if start > 0, words.weighing.contains(text.tokens[start - 1].folded) { return open.weight }
    var noun = unit.end
    while noun < limit, words.of.contains(text.tokens[noun].folded) || words.skipped.contains(text.tokens[noun].folded)
    {
      noun += 1
    }
    guard noun < limit, noun > unit.end else { return isPaid(text, before: start) ? open.money : unit.name }
    if words.weighed.contains(text.tokens[noun].folded) { return open.weight }
    return words.paid.contains(text.tokens[noun].folded) ? open.money : unit.name
  }

  /// "-5 °C": a minus of its own before a unit that goes below zero.
  private func signed(_ value: Double, _ unit: String, _ text: SegmentedText, _ token: Int) -> (Double, Int) {
    guard token > 0, words.signedUnits.contains(unit), text.tokens[token - 1].kind == .dash,
      text.tokens[token - 1].spaceBefore, !text.tokens[token].spaceBefore
    else { return (value, token) }
    return (-value, token - 1)
  }

  private func prefixUnit(_ text: SegmentedText, at token: Int, limit: Int) -> (name: String, end: Int)? {
    guard let (end, name) = words.prefixes.match(text.tokens, at: token, limit: limit) else { return nil }
    // "A$" is one sign; in "a $2.5 billion plan" an article stands before another.
    let isOneSign = (token + 1..<max(token + 1, end)).allSatisfy { !text.tokens[$0].spaceBefore }
    return isOneSign ? (name, end) : nil
  }

  /// How exact the words before a number say that it is, and where they begin.
  func approximation(
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
      return (
        Figure(span: text.span(token..<unit.end), value: nil, unit: unit.name, approximation: .about, rule: "vague"),
        unit.end
      )
    }
    guard let (end, _) = words.vague.match(text.tokens, at: token, limit: limit),
      let unit = things.unit(text, at: end, limit: limit, afterScale: false), unit.isMeasure,
      words.timeUnits.contains(unit.name)
    else { return nil }
    return (
      Figure(span: text.span(token..<unit.end), value: nil, unit: unit.name, approximation: .about, rule: "vague"),
      unit.end
    )
  }
}
