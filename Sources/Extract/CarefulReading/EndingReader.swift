internal import Languages
internal import NewsModel
internal import Prose

/// Tells a text that was cut short ("Lire la suite", no full stop) and one that is for subscribers.
final class EndingReader {
  /// A shorter text is a title or a summary, which need not end, in words.
  private static let shortestText = 40
  /// A shorter last line is a credit or a tag, in words.
  private static let shortestLine = 8
  /// A line of fewer words is a label as often as a paragraph.
  private static let shortestParagraph = 18
  /// Phrases of a cut text stand in its last lines.
  private static let lastParagraphs = 2

  /// A text this short that ends in points of suspension is the beginning of another, in tokens.
  private static let shortSummary = 120

  private let truncated: PhraseTable<Bool>
  private let stopwords: WordSet
  private let paywalled: PhraseTable<Bool>

  /// The phrases of a language, from `careful-signs`.
  init(language: Language, tokenizer: Tokenizer) {
    func phrases(_ section: String) -> PhraseTable<Bool> {
      var phrases = PhraseTable<Bool>(tokenizer: tokenizer)
      for word in language.words("careful-signs", section: section) { phrases.insert(word, true) }
      return phrases
    }
    truncated = phrases("truncated")
    stopwords = WordSet(language.words("stopwords").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    paywalled = phrases("paywalled")
  }

  /// At most one of each code.
  func diagnostics(of text: SegmentedText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let span = phrase(paywalled, text, text.tokens.indices) {
      found.append(Diagnostic(.paywalled, text.words(span), span: span))
    }
    let last = text.paragraphs.suffix(EndingReader.lastParagraphs)
    guard let first = last.first, let end = last.last else { return found }
    if let span = phrase(truncated, text, first.tokens.lowerBound..<end.tokens.upperBound) ?? openEnd(text) {
      found.append(Diagnostic(.truncated, text.words(span), span: span))
    }
    return found
  }

  private func phrase(_ phrases: PhraseTable<Bool>, _ text: SegmentedText, _ tokens: Range<Int>) -> Span? {
    for index in tokens where phrases.mayStart(text.tokens[index]) {
      if let (end, _) = phrases.match(text.tokens, at: index, limit: tokens.upperBound) {
        return text.span(index..<end)
      }
    }
    return nil
  }

  /// The last word, where a text of some length stops without a full stop or with points of suspension.
  private func openEnd(_ text: SegmentedText) -> Span? {
    guard text.tokens.count > EndingReader.shortestText, let sentence = text.sentences.last else { return nil }
    let words = text.tokens[sentence.tokens].count { $0.isWordLike }
    guard words >= EndingReader.shortestLine else { return nil }
    for index in sentence.tokens.reversed() {
      let token = text.tokens[index]
      switch token.kind {
      case .terminator:
        // "[…]" and "…" stand for what was left out; "..." as well.
        let isSuspended = token.span.length >= 3
        return isSuspended && isCut(index, text) ? token.span : nil
      case .quoteMark: continue
      case .other where text.bytes[token.span.start] == 0x29 || text.bytes[token.span.start] == 0x5D: continue
      case .other: return nil
      default:
        return isCredit(sentence.tokens, text) || isLabel(sentence, words, token, text) ? nil : token.span
      }
    }
    return nil
  }

  /// Whether a line of its own is rather an invitation or a credit than the start of a sentence that was cut: it is short
  /// and does not end on a word that needs another.
  private func isLabel(_ sentence: SegmentedText.Sentence, _ words: Int, _ last: Token, _ text: SegmentedText) -> Bool {
    text.paragraphs[sentence.paragraph].sentences.count == 1 && words < EndingReader.shortestParagraph
      && !stopwords.contains(last.lower)
  }

  /// Whether points of suspension stand for what was cut: between brackets, or after a word that cannot end a sentence.
  /// Writers end on them as well.
  private func isCut(_ index: Int, _ text: SegmentedText) -> Bool {
    guard index > 0 else { return true }
    let previous = text.tokens[index - 1]
    switch previous.kind {
    case .word: return stopwords.contains(previous.lower) || text.tokens.count < EndingReader.shortSummary
    case .separator, .other: return true
    default: return false
    }
  }

  /// "Par Anna Petit et Paul Martin, édité par …", "str-nc/axm/lda": names or initials of those who wrote it.
  private func isCredit(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    let words = text.tokens[tokens].filter { $0.kind == .word }
    let hasSlashes = text.tokens[tokens].count { text.bytes[$0.span.start] == 0x2F } > 1
    return hasSlashes || words.count { $0.capitalized } * 2 >= words.count
  }
}
