extension FeedEntry {
  /// Whether the feed gives less than the whole text of the entry: none, a text that breaks off, or one so short that it
  /// is a summary.
  ///
  /// Sound and films are whole without words; an entry that leads nowhere cannot be more than it is.
  package var isCut: Bool {
    guard link != nil else { return false }
    guard let text else { return media.isEmpty }
    let plain = text.plain
    return FeedEntry.breaksOff(plain) || FeedEntry.words(in: plain) < FeedEntry.fewestWords
  }

  /// Shorter texts are what agencies call a flash, or a summary: news articles have three times as many.
  static let fewestWords = 100

  /// Whether a text ends with points of suspension, in brackets or not, which publishing systems set where they cut.
  static func breaksOff(_ plain: String) -> Bool {
    var end = plain[...]
    while let last = end.last, last.isWhitespace || last == "]" || last == ")" || last == "»" { end.removeLast() }
    return end.hasSuffix("…") || end.hasSuffix("...")
  }

  private static func words(in plain: String) -> Int {
    var count = 0
    var isInside = false
    for byte in plain.utf8 {
      let isSpace = byte <= 0x20
      if !isSpace && !isInside { count += 1 }
      isInside = !isSpace
    }
    return count
  }
}
