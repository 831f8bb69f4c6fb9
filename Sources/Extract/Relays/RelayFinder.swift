internal import Languages
internal import NewsModel
internal import Prose

/// Finds who the article says it has this from: outlets and agencies that it credits, and lines that name a source.
///
/// An outlet counts where words of relaying stand by it ("selon le Monde", "told Reuters", "(AFP)", "un rapport du New
/// York Times"): a paper that is only talked about is no relay, and an embassy is a speaker, not a relay.
final class RelayFinder {
  /// Between words of relaying and the name ("selon le quotidien américain") no more tokens stand.
  private static let widestGap = 4
  /// Between "rapport" and the name ("rapport approfondi du New York Times") no more tokens stand.
  private static let widestReport = 6

  private let outlets: OutletNames
  private let before: PhraseTable<Bool>
  private let after: PhraseTable<Bool>
  private let reports: PhraseTable<Bool>
  private let genitives: PhraseTable<Bool>
  private let between: PhraseTable<Bool>
  private let lines: SourceLines

  /// The finder of a language; without its tables it finds none.
  init(language: Language, tokenizer: Tokenizer) {
    func table(_ section: String) -> PhraseTable<Bool> {
      var table = PhraseTable<Bool>(matching: .withDiacritics, tokenizer: tokenizer)
      for entry in language.words("relay-cues", section: section) { table.insert(entry, true) }
      return table
    }
    outlets = OutletNames(language: language, tokenizer: tokenizer)
    before = table("before")
    after = table("after")
    reports = table("report")
    genitives = table("of")
    between = table("between")
    lines = SourceLines(openings: table("source line"))
  }

  /// In the order of the text; each outlet once, at its first credit.
  func relays(in text: SegmentedText) -> [Relay] {
    var found = lines.relays(in: text)
    let lineSpans = found.map(\.span)
    var names = Set(found.compactMap { $0.name.map { Fold.folded($0) } })
    var at = 0
    while at < text.tokens.count {
      guard outlets.mayStart(text.tokens[at]),
        let (end, name) = outlets.outlet(text.tokens, at: at, limit: text.tokens.count)
      else {
        at += 1
        continue
      }
      let span = text.span(at..<end)
      if isCredited(at..<end, text), !lineSpans.contains(where: { $0.overlaps(span) }),
        names.insert(Fold.folded(name)).inserted
      {
        found.append(Relay(span: span, name: name))
      }
      at = end
    }
    return found.sorted { $0.span < $1.span }
  }

  private func isCredited(_ name: Range<Int>, _ text: SegmentedText) -> Bool {
    isBracketed(name, text) || isBehindCue(name, text) || isReportOf(name, text) || isBeforeCue(name, text)
  }

  /// "(AFP)", "(UPI)".
  private func isBracketed(_ name: Range<Int>, _ text: SegmentedText) -> Bool {
    guard name.lowerBound > 0, name.upperBound < text.tokens.count else { return false }
    return text.bytes[text.tokens[name.lowerBound - 1].span.start] == 0x28
      && text.bytes[text.tokens[name.upperBound].span.start] == 0x29
  }

  /// "selon le quotidien américain …", "told …".
  private func isBehindCue(_ name: Range<Int>, _ text: SegmentedText) -> Bool {
    let first = max(0, name.lowerBound - RelayFinder.widestGap - 2)
    for start in first..<name.lowerBound {
      guard let (end, _) = before.match(text.tokens, at: start, limit: name.lowerBound) else { continue }
      if isFilled(end..<name.lowerBound, text) { return true }
    }
    return false
  }

  private func isFilled(_ gap: Range<Int>, _ text: SegmentedText) -> Bool {
    var at = gap.lowerBound
    while at < gap.upperBound {
      guard let (end, _) = between.match(text.tokens, at: at, limit: gap.upperBound) else {
        // An elided article is cut from the word that follows it in a text, not in a table.
        guard text.tokens[at].kind == .word, text.tokens[at].span.length <= 4, !text.tokens[at].capitalized else {
          return false
        }
        at += 1
        continue
      }
      at = end
    }
    return gap.count <= RelayFinder.widestGap
  }

  /// "un rapport approfondi du …".
  private func isReportOf(_ name: Range<Int>, _ text: SegmentedText) -> Bool {
    var at = name.lowerBound - 1
    let first = max(0, name.lowerBound - RelayFinder.widestReport)
    var hasGenitive = false
    while at >= first {
      let token = text.tokens[at]
      guard token.isWordLike else { return false }
      if hasGenitive, reports.match(text.tokens, at: at, limit: at + 1) != nil { return true }
      if genitives.match(text.tokens, at: at, limit: at + 1) != nil { hasGenitive = true }
      at -= 1
    }
    return false
  }

  /// "Le Monde rapporte …".
  private func isBeforeCue(_ name: Range<Int>, _ text: SegmentedText) -> Bool {
    let first = name.upperBound
    for start in first..<min(first + 2, text.tokens.count) where text.tokens[start].isWordLike {
      if after.match(text.tokens, at: start, limit: text.tokens.count) != nil { return true }
    }
    return false
  }
}
