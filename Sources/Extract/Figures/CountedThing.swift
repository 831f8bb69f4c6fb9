internal import NewsModel
internal import Prose

/// Finds what a number measures or counts, in the words after it ("84 pays", "cinq autres Américains").
struct CountedThing {
  let words: FigureWords

  /// A unit and the token just past its words.
  struct Unit {
    var name: String
    var end: Int
    /// It is a measure, not a thing that is counted.
    var isMeasure: Bool
  }

  /// How many words may stand between a number and the noun that it counts.
  private static let mostSkipped = 2

  /// The unit that starts at a token; `afterScale` lets "de" stand before it ("2 millions de personnes").
  func unit(_ text: SegmentedText, at start: Int, limit: Int, afterScale: Bool) -> Unit? {
    var at = start
    if let measure = measure(text, at, limit) { return measure }
    if afterScale, at < limit, words.of.contains(text.tokens[at].folded) {
      at += 1
      if let measure = measure(text, at, limit) { return measure }
    }
    var skipped = 0
    while at < limit, skipped < CountedThing.mostSkipped, words.skipped.contains(text.tokens[at].folded) {
      at += 1
      skipped += 1
      if let measure = measure(text, at, limit) { return measure }
    }
    guard at < limit, isNoun(text.tokens[at]) else { return nil }
    at = words.compounds.head(text, at: at, limit: limit)
    let span = text.tokens[at].span
    let name = String(decoding: Fold.folded(text.bytes[span.start..<span.end]), as: UTF8.self)
    return Unit(name: name, end: at + 1, isMeasure: false)
  }

  private func measure(_ text: SegmentedText, _ at: Int, _ limit: Int) -> Unit? {
    guard at < limit, let (end, name) = words.units.match(text.tokens, at: at, limit: limit) else { return nil }
    return Unit(name: name, end: end, isMeasure: true)
  }

  /// A word that can be counted, as far as its form tells.
  private func isNoun(_ token: Token) -> Bool {
    let shortest = 3  // bytes: shorter words are seldom nouns
    return token.kind == .word && token.span.length >= shortest && token.spaceBefore
      && !words.stopwords.contains(token.folded)
  }
}
