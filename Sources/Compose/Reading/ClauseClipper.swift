internal import NewsModel
internal import Prose

/// Cuts the clause around some words out of their sentence, at its own commas where they allow.
enum ClauseClipper {
  /// How far a clause may go on one side of the words that it is about, and how little of it would say nothing.
  struct Reach {
    /// In words.
    var least: Int
    /// In words.
    var most: Int
    /// A line of a table: about the width of one column of the page.
    static let beside = Reach(least: 4, most: 12)
    /// An entry of a timeline: who did what.
    static let event = Reach(least: 4, most: 22)
  }

  /// The tokens of the clause around `words` within a sentence, without the marks at its ends.
  static func clause(around words: Range<Int>, in sentence: Range<Int>, of witness: Witness, reach: Reach) -> Range<Int>
  {
    let tokens = witness.text.tokens
    var from = words.lowerBound
    var count = 0
    while from > sentence.lowerBound, count < reach.most {
      if count >= reach.least, isBoundary(tokens[from - 1]) { break }
      from -= 1
      if tokens[from].isWordLike { count += 1 }
    }
    var to = words.upperBound
    count = 0
    while to < sentence.upperBound, count < reach.most {
      if count >= reach.least, isBoundary(tokens[to]) { break }
      if tokens[to].isWordLike { count += 1 }
      to += 1
    }
    return trimmed(from..<to, keeping: words, tokens)
  }

  /// The beginning of a run of tokens up to a comma, of at most `most` words; nil where none is long enough.
  static func head(of range: Range<Int>, of witness: Witness, most: Int, least: Int) -> Range<Int>? {
    let tokens = witness.text.tokens
    var count = 0
    var best: Int?
    for index in range {
      if count >= least, count <= most, isBoundary(tokens[index]) { best = index }
      if tokens[index].isWordLike { count += 1 }
      if count > most { break }
    }
    if count <= most, count >= least { best = range.upperBound }
    return best.map { range.lowerBound..<$0 }
  }

  /// Whether a clause may end before or after this token.
  private static func isBoundary(_ token: Token) -> Bool {
    token.kind == .separator || token.kind == .terminator || (token.kind == .dash && token.spaceBefore)
  }

  private static func trimmed(_ range: Range<Int>, keeping words: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    var from = range.lowerBound
    var to = range.upperBound
    while from < words.lowerBound, !tokens[from].isWordLike { from += 1 }
    while to > words.upperBound, !tokens[to - 1].isWordLike { to -= 1 }
    return from..<to
  }
}
