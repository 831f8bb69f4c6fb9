internal import Languages
internal import NewsModel
internal import Prose

/// Cuts a sentence to what can be shown: without a quote mark whose partner stands elsewhere, and not where scraping
/// glued a heading to it.
struct Statement: Sendable {
  private let stopwords: WordSet

  /// The common words of a language, by which a glued heading is known.
  init(language: Language) {
    stopwords = WordSet(language.words("stopwords").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
  }

  /// The tokens without a lone mark at an end; nil where a mark inside has no partner.
  func balanced(_ tokens: Range<Int>, _ text: SegmentedText) -> Range<Int>? {
    var tokens = tokens
    if isBalanced(tokens, text) { return tokens }
    if let last = tokens.last, text.tokens[last].kind == .quoteMark {
      tokens = tokens.lowerBound..<last
      if isBalanced(tokens, text) { return tokens }
    }
    if let first = tokens.first, text.tokens[first].kind == .quoteMark {
      tokens = (first + 1)..<tokens.upperBound
      if isBalanced(tokens, text) { return tokens }
    }
    return nil
  }

  private func isBalanced(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    var (open, straight) = (0, 0)
    for index in tokens where text.tokens[index].kind == .quoteMark {
      let span = text.tokens[index].span
      switch String(decoding: text.bytes[span.start..<span.end], as: UTF8.self) {
      case "«", "“", "„", "‹", "‟", ",,", "``": open += 1
      case "»", "”", "›":
        // "„ … “" and "» … «" close with the other's mark: then the sum tells, not the order.
        open -= 1
      default: straight += 1
      }
    }
    return open == 0 && straight % 2 == 0
  }

  /// Whether a word holds the last one of a heading and the first one of the sentence ("juridiqueCette").
  func isGlued(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    tokens.contains { index in
      let token = text.tokens[index]
      guard token.kind == .word, !token.allCaps, token.span.length > 3 else { return false }
      let bytes = text.bytes[token.span.start..<token.span.end]
      let longestBrand = 2  // letters before the capital: "iPhone", "eBay"
      for place in bytes.indices.dropFirst(2) where isSmall(bytes[place - 1]) && isCapital(bytes[place]) {
        if !token.capitalized, place - bytes.startIndex > longestBrand { return true }
        return stopwords.contains(Fold.hash(Fold.lowercased(Array(bytes[place...]))))
      }
      return false
    }
  }

  /// Letters of ASCII, and the last byte of an accented one.
  private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
  private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Whether a sentence is the title again, word for word.
  func repeatsTitle(_ tokens: Range<Int>, _ text: SegmentedText, title: [UInt64]) -> Bool {
    guard !title.isEmpty else { return false }
    var at = 0
    for index in tokens where text.tokens[index].isWordLike {
      guard at < title.count, text.tokens[index].folded == title[at] else { return false }
      at += 1
    }
    return at == title.count
  }
}
