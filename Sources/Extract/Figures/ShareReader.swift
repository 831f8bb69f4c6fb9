internal import NewsModel
internal import Prose

/// Reads parts of a whole ("la moitié des électeurs", "deux tiers", "un Français sur cinq", "nine out of ten").
///
/// Their unit is "share": a part of one, with what is shared out within the span.
struct ShareReader {
  let words: FigureWords
  let numbers: NumberReader

  /// A share in a whole of more than this is a rate of something else.
  private static let greatestWhole = 1000.0

  /// Words before a share within which what changes by it is said.
  private static let changeReach = 6

  /// The share that starts at a token, and the token just past it.
  ///
  /// - Parameter free: the first token that belongs to no other figure.
  func share(_ text: SegmentedText, at token: Int, from free: Int, in sentence: Range<Int>) -> (
    value: Double, end: Int
  )? {
    let limit = sentence.upperBound
    if let (end, value) = words.fractions.match(text.tokens, at: token, limit: limit) {
      if let noun = wholes(text, at: end, limit) { return (value, noun) }
      return isAlone(text, end, limit) && isCued(text, token, free, sentence.lowerBound) ? (value, end) : nil
    }
    return ratio(text, at: token, limit: limit)
  }

  /// Whether no noun follows, of which a share would be an ordinal or a part of a name ("a third party").
  private func isAlone(_ text: SegmentedText, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return true }
    let next = text.tokens[end]
    if next.kind == .separator || next.kind == .terminator { return true }
    return next.kind == .word && words.stopwords.contains(next.folded) && !words.ofWhole.contains(next.folded)
      && !words.ones.contains(next.folded)
  }

  /// Whether the words before a share say that it is one: "près d'un tiers", "dont un tiers", "rose by a third".
  private func isCued(_ text: SegmentedText, _ token: Int, _ free: Int, _ start: Int) -> Bool {
    let longest = 3  // words: "pas loin d'"
    let isBounded = (1...longest).contains { length in
      token - length >= free
        && words.approximations.match(text.tokens, at: token - length, limit: token)?.end == token
    }
    if isBounded { return true }
    guard token > start else { return false }
    if words.shareCues.contains(text.tokens[token - 1].folded) { return true }
    return words.shareChangeCues.contains(text.tokens[token - 1].folded)
      && text.tokens[max(start, token - ShareReader.changeReach)..<token].contains { words.change.contains($0.folded) }
  }

  /// The token past "des électeurs": without it "un tiers" may be a third party.
  private func wholes(_ text: SegmentedText, at token: Int, _ limit: Int) -> Int? {
    guard token + 1 < limit, words.ofWhole.contains(text.tokens[token].folded) else { return nil }
    var at = token + 1
    while at + 1 < limit,
      words.ofWhole.contains(text.tokens[at].folded) || words.skipped.contains(text.tokens[at].folded)
    {
      at += 1
    }
    // "two-thirds of the 300 seats": the whole is a figure of its own.
    if text.tokens[at].kind == .number { return token }
    guard text.tokens[at].kind == .word, !words.timeWords.contains(text.tokens[at].folded) else { return nil }
    return at + 1
  }

  /// Wholes of which a part tells a share of all, whatever is counted, and the greatest other one.
  private static let scales: Set<Double> = [10, 100, 1000, 10_000, 100_000]
  private static let greatestSample = 12.0

  /// "un électeur sur cinq", "one in five voters".
  private func ratio(_ text: SegmentedText, at token: Int, limit: Int) -> (value: Double, end: Int)? {
    guard let part = numbers.number(text, at: token, limit: limit), !part.isAbout, part.value >= 1 else { return nil }
    for at in [part.end, part.end + 1] where at < limit {
      if at > part.end, text.tokens[part.end].kind != .word { return nil }
      guard let (end, needsWords) = words.outOf.match(text.tokens, at: at, limit: limit),
        let whole = numbers.number(text, at: end, limit: limit), whole.value > part.value,
        whole.value <= ShareReader.greatestWhole
      else { continue }
      // "18 in 2010" is no share; "one in five" is.
      if needsWords, part.hasDigits || whole.hasDigits { continue }
      // "14 sièges sur 50" are so many seats; "un électeur sur cinq", "3 Français sur 10" are a share.
      let isCount = at > part.end && part.hasDigits && whole.hasDigits && !ShareReader.scales.contains(whole.value)
      if isCount, whole.value > ShareReader.greatestSample { continue }
      return (part.value / whole.value, whole.end)
    }
    return nil
  }
}
