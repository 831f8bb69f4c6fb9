internal import Languages
internal import NewsModel
internal import Prose

/// Tells whether a sentence can be read without the one before it.
///
/// Openings that lean ("Il a ajouté", "Cette décision") are those of the table `keypoint-openings`; what is a name and
/// what a pronoun stands for is not asked.
final class StandAlone {
  /// A sentence shorter than this says too little, a longer one too much, in words.
  static let words = 8...60
  /// Share of a sentence that may stand between quote marks: beyond, it is somebody's statement, shown as a quote.
  static let mostQuoted = 0.5
  /// How many words from its start a sentence may not say "ce dernier".
  private static let early = 8

  /// Openings with whether they lean: "alors" does, "alors que" does not.
  private let leaning: PhraseTable<Bool>
  private let leaningEarly: PhraseTable<Bool>
  private let boilerplate: PhraseTable<Bool>

  /// The openings of a language.
  init(language: Language, tokenizer: Tokenizer) {
    func phrases(_ section: String, _ matching: PhraseMatching = .folded) -> PhraseTable<Bool> {
      var phrases = PhraseTable<Bool>(matching: matching, tokenizer: tokenizer)
      for word in language.words("keypoint-openings", section: section) { phrases.insert(word, true) }
      return phrases
    }
    // With diacritics: "là" leans and "la" does not.
    var leaning = phrases("leaning", .withDiacritics)
    for word in language.words("keypoint-openings", section: "standing") { leaning.insert(word, false) }
    self.leaning = leaning
    leaningEarly = phrases("leaning-anywhere-early")
    boilerplate = phrases("boilerplate")
  }

  /// Whether the form is that of a whole statement: capital, full stop, a length that says something, no question.
  func isWhole(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    var count = 0
    for index in tokens where text.tokens[index].isWordLike { count += 1 }
    guard StandAlone.words.contains(count) else { return false }
    guard let first = text.tokens[tokens].first(where: { $0.isWordLike }), first.capitalized || first.kind != .word
    else {
      return false
    }
    // "(1/2) - Le port", "] Le port": what scraping left before a sentence.
    guard let opening = tokens.first, text.tokens[opening].isWordLike || text.tokens[opening].kind == .quoteMark else {
      return false
    }
    return endsAsStatement(tokens, text)
  }

  /// Ends with a full stop or "!", perhaps with a closing mark after it.
  private func endsAsStatement(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    for token in text.tokens[tokens].reversed() {
      switch token.kind {
      case .terminator:
        let isEllipsis = token.span.length > 1
        return !isEllipsis && text.bytes[token.span.start] != 0x3F
      case .quoteMark, .other: continue
      default: return false
      }
    }
    return false
  }

  /// Whether it leans on the sentence before it; dates ("Ce samedi") lean on the day of publication alone.
  func leans(_ tokens: Range<Int>, _ text: SegmentedText, dates: [DateMention]) -> Bool {
    guard let first = tokens.first(where: { text.tokens[$0].isWordLike }) else { return true }
    if let (end, leans) = leaning.match(text.tokens, at: first, limit: tokens.upperBound), leans,
      !isName(first..<end, text), !isDate(text.tokens[first].span, dates)
    {
      return true
    }
    let limit = min(tokens.upperBound, first + StandAlone.early)
    return (first..<limit).contains { leaningEarly.match(text.tokens, at: $0, limit: limit) != nil }
  }

  private func isDate(_ span: Span, _ dates: [DateMention]) -> Bool {
    let index = dates.partitioningIndex { $0.span.end > span.start }
    guard index < dates.count, dates[index].span.start <= span.start else { return false }
    if case .mention = dates[index].anchor { return false }
    return true
  }

  /// A capital on a later word, or on all letters of the first, makes an opening a name ("Le Second Empire", "ON").
  private func isName(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    if text.tokens[tokens.lowerBound].allCaps { return true }
    return tokens.dropFirst().contains { text.tokens[$0].capitalized }
  }

  /// Whether it is a line of the site, not of the article.
  func isBoilerplate(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    for index in tokens where boilerplate.mayStart(text.tokens[index]) {
      if boilerplate.match(text.tokens, at: index, limit: tokens.upperBound) != nil { return true }
    }
    return false
  }
}
