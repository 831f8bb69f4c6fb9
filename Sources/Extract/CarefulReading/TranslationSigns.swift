internal import Languages
internal import NewsModel
internal import Prose

/// Finds traces that machine translation leaves: each is named by its words, and none is a verdict.
///
/// Signs: marks of two sentences in a row (". ,"), an elided word parted from its quote mark ("d ‘ »"), a doubled
/// article ("le le"), a sentence that begins in lower case with an article, words of another language left over, grammar
/// that does not agree (`GrammarSigns`), one name in two transliterations (`MixedTransliterations`).
final class TranslationSigns {
  /// Fewer words of another language may be a title or a quote.
  private static let fewestForeign = 3

  private let doubled: WordSet
  private let openers: WordSet
  private let elided: WordSet
  private let foreign: WordSet
  private let abbreviations: WordSet
  private let grammar: GrammarSigns
  private let spellings = MixedTransliterations()

  /// The signs of a language, from `careful-signs`.
  init(language: Language, tokenizer: Tokenizer) {
    func hashes(_ table: String, _ section: String) -> WordSet {
      WordSet(language.words(table, section: section).map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    }
    doubled = hashes("careful-signs", "never-doubled")
    openers = hashes("careful-signs", "openers")
    elided = hashes("careful-signs", "elided")
    foreign = hashes("careful-signs", "foreign")
    abbreviations = hashes("tokens", "abbreviations")
    grammar = GrammarSigns(language: language, tokenizer: tokenizer)
  }

  /// At most one of each sign, at its first place.
  func diagnostics(of text: SegmentedText, actors: [Actor], quotes: [Quote]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ sign: Diagnostic.TranslationSign, _ span: Span?) {
      guard let span else { return }
      found.append(Diagnostic(.machineTranslation, text.words(span), span: span, sign: sign))
    }
    func add(_ sign: Diagnostic.TranslationSign, _ tokens: Range<Int>?) { add(sign, tokens.map { text.span($0) }) }
    let places = places(in: text)
    add(.strayMarks, places.strayMarks)
    add(.partedElision, places.partedElision)
    add(.doubledWord, places.doubledWord)
    add(.lowerCaseStart, places.lowerCaseStart)
    add(.untranslatedWords, foreignWords(text))
    add(.mixedTransliterations, spellings.span(in: text, actors: actors))
    for (sign, tokens) in grammarSigns(text, quotes) { add(sign, tokens) }
    return found
  }

  /// The first of each, outside of quote marks: speakers talk as they do.
  private func grammarSigns(_ text: SegmentedText, _ quotes: [Quote]) -> [(Diagnostic.TranslationSign, Range<Int>)] {
    var found: [(Diagnostic.TranslationSign, Range<Int>)] = []
    for index in text.tokens.indices where grammar.mayStart(text.tokens[index]) {
      guard let (sign, end) = grammar.sign(text.tokens, at: index, text.bytes) else { continue }
      let span = text.span(index..<end)
      if found.contains(where: { $0.0 == sign }) || quotes.contains(where: { $0.span.overlaps(span) }) { continue }
      found.append((sign, index..<end))
    }
    return found
  }

  /// The first place of each sign that a few marks or words side by side make.
  private struct Places {
    var strayMarks: Range<Int>?
    var partedElision: Range<Int>?
    var doubledWord: Range<Int>?
    var lowerCaseStart: Range<Int>?
  }

  private func places(in text: SegmentedText) -> Places {
    var found = Places()
    let (tokens, bytes) = (text.tokens, text.bytes)
    guard tokens.count > 3 else { return found }
    for index in 1..<(tokens.count - 2) {
      switch tokens[index].kind {
      case .terminator:
        if found.strayMarks == nil { found.strayMarks = strayMarks(tokens, index, bytes) }
        if found.lowerCaseStart == nil { found.lowerCaseStart = lowerCaseStart(tokens, index, bytes) }
      case .quoteMark:
        if found.partedElision == nil { found.partedElision = partedElision(tokens, index, bytes) }
      default: break
      }
      if tokens[index].lower == tokens[index - 1].lower, found.doubledWord == nil {
        found.doubledWord = doubledWord(tokens, index, bytes)
      }
    }
    return found
  }

  /// "Kyiv. ." and "aujourd’hui. , et": a full stop, a space, another mark.
  private func strayMarks(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Range<Int>? {
    let (mark, next) = (tokens[index], tokens[index + 1])
    guard mark.kind == .terminator, mark.span.length == 1, bytes[mark.span.start] == 0x2E, next.spaceBefore,
      next.span.length == 1, bytes[next.span.start] == 0x2C || bytes[next.span.start] == 0x2E,
      tokens[index - 1].isWordLike, !mark.spaceBefore
    else { return nil }
    // ". . ." is an old way to write points of suspension.
    let third = tokens[index + 2]
    if third.kind == .terminator { return nil }
    return (index - 1)..<(index + 2)
  }

  /// "d ‘ » important": an elided word, its apostrophe and the closing mark of a quote that opens.
  private func partedElision(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Range<Int>? {
    guard tokens[index - 1].kind == .word, elided.contains(tokens[index - 1].lower) else { return nil }
    let closing: [UInt8] = [0xC2, 0xBB]  // "»"
    for end in index..<min(index + 2, tokens.count) {
      guard tokens[end].kind == .quoteMark else { return nil }
      let span = tokens[end].span
      if span.length == 2, bytes[span.start..<span.end].elementsEqual(closing) { return (index - 1)..<(end + 1) }
    }
    return nil
  }

  private func doubledWord(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Range<Int>? {
    guard tokens[index].lower == tokens[index - 1].lower, doubled.contains(tokens[index].lower),
      !tokens[index].capitalized, !tokens[index - 1].capitalized, tokens[index].spaceBefore
    else { return nil }
    return (index - 1)..<(index + 1)
  }

  /// "… à Bruxelles. un groupe": in the middle of a paragraph.
  private func lowerCaseStart(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Range<Int>? {
    let (last, mark, next) = (tokens[index - 1], tokens[index], tokens[index + 1])
    let shortestLast = 4  // bytes: shorter words before a full stop are often abbreviations
    guard mark.kind == .terminator, mark.span.length == 1, bytes[mark.span.start] == 0x2E, !mark.spaceBefore,
      next.kind == .word, !next.capitalized, next.spaceBefore, openers.contains(next.lower), last.kind == .word,
      last.span.length >= shortestLast, !last.allCaps, !abbreviations.contains(last.folded)
    else { return nil }
    return (index - 1)..<(index + 2)
  }

  /// The first word of another language, where several stand outside of quote marks.
  private func foreignWords(_ text: SegmentedText) -> Range<Int>? {
    var count = 0
    var first: Int?
    var inQuote = false
    for index in text.tokens.indices {
      if text.tokens[index].kind == .quoteMark { inQuote.toggle() }
      guard foreign.contains(text.tokens[index].lower), text.tokens[index].kind == .word, !inQuote,
        !text.tokens[index].capitalized
      else { continue }
      // Beside a capital it is part of a name: "House of Cards".
      let isInName = [index - 1, index + 1].contains { text.tokens.indices.contains($0) && text.tokens[$0].capitalized }
      if isInName { continue }
      count += 1
      first = first ?? index
      if count >= TranslationSigns.fewestForeign { return first.map { $0..<($0 + 1) } }
    }
    return nil
  }
}
