internal import NewsModel
internal import Prose

/// Cuts the clause around some words out of their sentence, at its own commas where they allow.
enum ClauseClipper {
  /// How much of a sentence a clause may be.
  struct Reach {
    /// Words of the whole clause below which it takes in its neighbour: less would say nothing.
    var least: Int
    /// Words on one side of those that it is about.
    var most: Int
    /// A line of a table: about the width of one column of the page.
    static let beside = Reach(least: 9, most: 12)
    /// An entry of a timeline: who did what.
    static let event = Reach(least: 8, most: 22)
  }

  /// The tokens of the clause around `words` within a sentence, without the marks at its ends.
  ///
  /// - Parameter says: what the clause has to hold; it takes in its neighbours until it does.
  static func clause(
    around words: Range<Int>, in sentence: Range<Int>, of witness: Witness, reach: Reach,
    says: (Range<Int>) -> Bool = { _ in true }
  ) -> Range<Int> {
    let tokens = witness.text.tokens
    let floor = beside(
      bound(words.lowerBound, sentence.lowerBound, step: -1, reach.most, tokens), sentence, of: witness
    ).lowerBound
    let ceiling = beside(
      bound(words.upperBound, sentence.upperBound, step: 1, reach.most, tokens), sentence, of: witness
    ).upperBound
    let bytes = witness.text.bytes
    var from = boundary(before: words.lowerBound, floor, tokens, bytes)
    var to = boundary(after: words.upperBound, ceiling, tokens, bytes)
    while from > floor || to < ceiling {
      let clause = trimmed(from..<to, keeping: words, of: witness)
      if witness.words(in: clause) >= reach.least, says(clause) { return clause }
      // What comes before names who acts more often than what follows.
      if from > floor {
        from = boundary(before: from - 1, floor, tokens, bytes)
      } else {
        to = boundary(after: to + 1, ceiling, tokens, bytes)
      }
    }
    return trimmed(from..<to, keeping: words, of: witness)
  }

  /// The place that lies `most` words away in a direction, or the sentence's end.
  private static func bound(_ start: Int, _ end: Int, step: Int, _ most: Int, _ tokens: [Token]) -> Int {
    var at = start
    var count = 0
    while at != end, count < most {
      if tokens[step > 0 ? at : at - 1].isWordLike { count += 1 }
      at += step
    }
    return at
  }

  /// The tokens between which the figure or date lies through which a cut before a token would go; none where it cuts
  /// through none. "At least" without its number, and "million" without its own, say something else.
  private static func beside(_ cut: Int, _ sentence: Range<Int>, of witness: Witness) -> Range<Int> {
    guard cut > sentence.lowerBound, cut < sentence.upperBound else { return cut..<cut }
    let place = witness.text.tokens[cut].span.start
    let spans = witness.digest.figures.lazy.map(\.span) + witness.digest.dates.lazy.map(\.span)
    guard let through = spans.first(where: { $0.start < place && place < $0.end }) else { return cut..<cut }
    let tokens = witness.tokens(touching: through)
    return max(sentence.lowerBound, tokens.lowerBound)..<min(sentence.upperBound, tokens.upperBound)
  }

  /// The start of the clause that ends before a token.
  private static func boundary(before start: Int, _ floor: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int {
    var at = start
    while at > floor, !isBoundary(tokens[at - 1], bytes) { at -= 1 }
    return max(floor, at)
  }

  /// The end of the clause that starts at a token.
  private static func boundary(after end: Int, _ ceiling: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int {
    var at = end
    while at < ceiling, !isBoundary(tokens[at], bytes) { at += 1 }
    return min(ceiling, at)
  }

  /// The beginning of a run of tokens up to a comma, of at most `most` words; nil where none is long enough.
  static func head(of range: Range<Int>, of witness: Witness, most: Int, least: Int) -> Range<Int>? {
    let tokens = witness.text.tokens
    var count = 0
    var best: Int?
    for index in range {
      if count >= least, count <= most, isBoundary(tokens[index], witness.text.bytes) { best = index }
      if tokens[index].isWordLike { count += 1 }
      if count > most { break }
    }
    if count <= most, count >= least { best = range.upperBound }
    return best.map { range.lowerBound..<$0 }
  }

  /// Whether a clause may end before or after this token; a dot inside a sentence is an abbreviation's ("Oct. 24").
  private static func isBoundary(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.kind == .separator || (token.kind == .dash && token.spaceBefore)
      || token.kind == .terminator && !(token.span.length == 1 && bytes[token.span.start] == 0x2E)
  }

  private static func trimmed(_ range: Range<Int>, keeping words: Range<Int>, of witness: Witness) -> Range<Int> {
    let (tokens, bytes) = (witness.text.tokens, witness.text.bytes)
    var from = range.lowerBound
    var to = range.upperBound
    while from < words.lowerBound, !tokens[from].isWordLike { from += 1 }
    func trimEnd() {
      // "l'", whose word was cut off, goes too; the sign of "64 %" stays.
      while to > words.upperBound,
        !tokens[to - 1].isWordLike && !isSign(tokens[to - 1], bytes) || tokens[to - 1].isElided(in: bytes)
      {
        to -= 1
      }
    }
    trimEnd()
    // "(70 %" without its end: up to it where the clause has it, and else without what was opened.
    if let open = unclosedBracket(from..<to, tokens, bytes) {
      if let close = (to..<max(to, range.upperBound)).first(where: { bytes[tokens[$0].span.start] == closing }) {
        to = close + 1
      } else if open >= words.upperBound {
        to = open
        trimEnd()
      }
    }
    return from..<to
  }

  private static let opening = UInt8(ascii: "(")
  private static let closing = UInt8(ascii: ")")

  /// A bracket that is opened among some tokens and not closed.
  private static func unclosedBracket(_ range: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) -> Int? {
    var open: Int?
    for at in range where tokens[at].span.length == 1 {
      if bytes[tokens[at].span.start] == opening { open = at }
      if bytes[tokens[at].span.start] == closing { open = nil }
    }
    return open
  }

  /// Signs that belong to the number before them.
  private static let signs: [[UInt8]] = ["%", "€", "$", "£", "°", "‰"].map { Array($0.utf8) }

  private static func isSign(_ token: Token, _ bytes: [UInt8]) -> Bool {
    signs.contains { bytes[token.span.start..<token.span.end].elementsEqual($0) }
  }
}
