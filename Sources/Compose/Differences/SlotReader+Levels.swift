internal import NewsModel
internal import Prose

/// Values that a clause gives of what it is about: "turnout reached 64.3 %", "le déficit s'élève à 3 milliards d'euros".
extension SlotReader {
  /// A longer subject is told in other words by the next article.
  private static let longestSubject = 6  // words

  /// The subject of a value that a verb of reaching leads to, by the words of matter and the names in it, whatever their
  /// order; nil where there is no such verb, or the clause before it is more than a subject.
  func level(_ range: Range<Int>, _ limits: Range<Int>) -> UInt64? {
    let tokens = reader.text.tokens
    guard let verb = words.reaching.start(before: range.lowerBound, from: limits.lowerBound, tokens) else { return nil }
    var parts = Set<UInt64>()
    var count = 0
    for token in (limits.lowerBound..<verb).reversed() {
      if tokens[token].kind == .separator || tokens[token].kind == .terminator { break }
      guard tokens[token].kind == .word else { return nil }
      count += 1
      guard count <= SlotReader.longestSubject else { return nil }
      if reader.identities[token] >= 0 {
        parts.insert(UInt64(reader.identities[token]) &+ 1)
      } else if reader.keys[token] != 0, !words.reaching.isAdverb(tokens[token]) {
        parts.insert(reader.keys[token])
      }
    }
    guard !parts.isEmpty else { return nil }
    return parts.sorted().reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }

  /// The tokens around a value up to the next commas.
  func clause(_ range: Range<Int>, _ limits: Range<Int>) -> Range<Int> {
    func isBreak(_ token: Int) -> Bool {
      reader.text.tokens[token].kind == .separator || reader.text.tokens[token].kind == .terminator
    }
    let from = (limits.lowerBound..<range.lowerBound).last(where: isBreak).map { $0 + 1 } ?? limits.lowerBound
    let to = (range.upperBound..<max(range.upperBound, limits.upperBound)).first(where: isBreak) ?? limits.upperBound
    return from..<max(from, to)
  }

  /// Whether a time belongs to another value that one is compared with, behind a comma: "14 seats, against 11 in 2023",
  /// "to 3 %, the lowest since 2019".
  func isCompared(_ time: Span, besides own: Range<Int>, _ limits: Range<Int>) -> Bool {
    let tokens = reader.tokens(touching: time)
    guard !tokens.isEmpty, !own.overlaps(tokens) else { return false }
    let clause = clause(tokens, limits)
    let before = 2  // words: "since early"
    if (max(clause.lowerBound, tokens.lowerBound - before)..<tokens.upperBound).contains(where: {
      words.since.contains(reader.text.tokens[$0].folded)
    }) {
      return true
    }
    return clause.contains { words.partial.match(reader.text.tokens, at: $0, limit: clause.upperBound) != nil }
  }
}
