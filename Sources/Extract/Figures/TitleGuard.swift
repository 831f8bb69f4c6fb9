internal import NewsModel
internal import Prose

/// Tells numbers in titles and names from counts: "the Four Last Songs", « Quatre mariages ».
enum TitleGuard {
  /// Words within quote marks that a title has at most.
  private static let longest = 8
  /// Words shorter than this have no capital in titles, in bytes.
  private static let shortest = 4

  /// Whether a number in words that starts at a token belongs to a name.
  static func isInName(_ text: SegmentedText, at start: Int, in sentence: Range<Int>) -> Bool {
    let token = text.tokens[start]
    guard token.kind == .word, token.capitalized, !token.allCaps, start > sentence.lowerBound,
      start + 1 < sentence.upperBound, text.tokens[start + 1].kind == .word, text.tokens[start + 1].capitalized
    else { return false }
    let previous = text.tokens[start - 1]
    if previous.kind == .word { return true }
    guard previous.kind == .quoteMark else { return false }
    for at in start..<min(sentence.upperBound, start + TitleGuard.longest) {
      let word = text.tokens[at]
      if word.kind == .quoteMark { return true }
      guard word.kind == .word, word.capitalized || word.span.end - word.span.start < TitleGuard.shortest else {
        return false
      }
    }
    return false
  }
}
