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
      // "„ … “" and "» … «" close with the other's mark: then the sum tells, not the order.
      let side = side(of: text.tokens[index].span, text.bytes)
      open += side
      if side == 0 { straight += 1 }
    }
    return open == 0 && straight % 2 == 0
  }

  /// 1 for a mark that opens (« “ „ ‹ ‟ ,, ``), -1 for one that closes (» ” ›), 0 for one that does either.
  private func side(of span: Span, _ bytes: [UInt8]) -> Int {
    let (first, last) = (bytes[span.start], bytes[span.end - 1])
    switch span.length {
    case 2 where first == 0xC2: return last == 0xAB ? 1 : last == 0xBB ? -1 : 0
    case 2: return first == last && (first == 0x2C || first == 0x60) ? 1 : 0
    case 3 where first == 0xE2 && bytes[span.start + 1] == 0x80:
      switch last {
      case 0x9C, 0x9E, 0x9F, 0xB9: return 1
      case 0x9D, 0xBA: return -1
      default: return 0
      }
    default: return 0
    }
  }

  /// Whether a word holds the last one of a heading and the first one of the sentence ("juridiqueCette").
  func isGlued(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    let longestBrand = 2  // letters before the capital: "iPhone", "eBay"
    for index in tokens where text.tokens[index].hasInnerCapital && text.tokens[index].kind == .word {
      let span = text.tokens[index].span
      guard span.length > 3, !text.tokens[index].allCaps, let place = capitalInside(span, text.bytes) else { continue }
      if !text.tokens[index].capitalized, place - span.start > longestBrand { return true }
      if stopwords.contains(Fold.hash(Fold.lowercased(text.bytes[place..<span.end]))) { return true }
    }
    return false
  }

  /// The first capital behind a small letter, from the third byte of a word on.
  private func capitalInside(_ span: Span, _ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = span.start + 2
      while place < span.end {
        if isCapital(bytes[place]), isSmall(bytes[place - 1]) { return place }
        place += 1
      }
      return nil
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
