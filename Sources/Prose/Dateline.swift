internal import NewsModel

/// The place and mark that open a report ("SUD-EST DE LA POLOGNE – ", "WASHINGTON (AP) —"): no part of its statement.
package enum Dateline {
  /// A dateline ends within this many tokens.
  private static let longest = 12

  /// The tokens of a sentence without the dateline before it.
  package static func trimmed(_ tokens: Range<Int>, _ text: SegmentedText) -> Range<Int> {
    guard let first = text.tokens[tokens].first, first.kind == .word, first.capitalized else { return tokens }
    let limit = min(tokens.upperBound, tokens.lowerBound + longest)
    for index in tokens.lowerBound..<limit where isDash(text.tokens[index], text.bytes) {
      var next = index + 1
      // "COLUMBUS, Ohio -- ": two hyphens are a dash.
      while next < limit, isDash(text.tokens[next], text.bytes), !text.tokens[next].spaceBefore { next += 1 }
      guard text.tokens[index].spaceBefore, next < tokens.upperBound, text.tokens[next].spaceBefore else { continue }
      let before = text.tokens[tokens.lowerBound..<index]
      // All in capitals, a place in capitals with its country or day, or place, agency and day in brackets: otherwise the
      // dash opens an aside.
      let words = before.filter { $0.kind == .word }
      let place = before.prefix { text.bytes[$0.span.start] != 0x2C }
      let isPlace =
        words.allSatisfy(\.allCaps) || (before.last.map { text.bytes[$0.span.start] == 0x29 } ?? false)
        || words.allSatisfy(\.capitalized) && place.filter { $0.kind == .word }.allSatisfy(\.allCaps)
      return isPlace && text.tokens[next].capitalized ? next..<tokens.upperBound : tokens
    }
    return tokens
  }

  private static func isDash(_ token: Token, _ bytes: [UInt8]) -> Bool { token.kind == .dash }
}
