internal import NewsModel
internal import Prose

/// Tells words that somebody said from titles of works, nicknames and scare quotes.
struct QuoteWorth {
  /// Without a cue beside it, a shorter run is a title or a scare quote; with one, a single word is a quote.
  static let shortestWithoutCue = 4  // words
  /// A run up to this long with a capital on each longer word is a title.
  private static let longestTitle = 8  // words
  /// Words of fewer bytes stay small inside a title ("of", "the").
  private static let smallWord = 4  // bytes
  /// A verb farther than this from a few words between marks says something else.
  private static let farthestFromFewWords = 14  // tokens

  let reading: QuoteReading
  let subjects: CueSubjects
  private var tokens: [Token] { reading.tokens }

  /// Direct where the words stand as a sentence, partial where they are part of the writer's own.
  func form(of run: QuoteRun, _ attribution: Attribution) -> Quote.Form {
    let first = tokens[run.words.lowerBound]
    let mark = run.outer.lowerBound
    let opensSentence = mark == 0 || opensSentence(mark)
    if opensSentence {
      let isLast = run.outer.upperBound >= tokens.count
      if attribution.place != .none { return .direct }
      return isLast || endsThere(run) ? .direct : .partial
    }
    guard first.capitalized || !first.isWordLike || first.kind == .number else { return .partial }
    let before = mark - 1
    if tokens[before].kind == .separator || tokens[before].kind == .dash { return .direct }
    let isBehindCue = attribution.cue.map { $0.upperBound == mark } ?? false
    return isBehindCue && reading.wordCount(run.words) >= QuoteWorth.shortestWithoutCue ? .direct : .partial
  }

  private func opensSentence(_ mark: Int) -> Bool {
    if reading.sentence(of: mark).lowerBound == mark { return true }
    let before = tokens[mark - 1]
    return before.kind == .terminator && !reading.isAbbreviationDot(mark - 1)
  }

  /// Nothing of the sentence is left behind the words.
  private func endsThere(_ run: QuoteRun) -> Bool {
    let next = run.outer.upperBound
    let paragraph = reading.text.paragraphs[run.paragraph].tokens
    guard next < paragraph.upperBound else { return true }
    if tokens[next].kind == .terminator { return true }
    return tokens[run.words.upperBound - 1].kind == .terminator && tokens[next].capitalized
  }

  /// Whether the run is a quote at all.
  func isQuote(_ run: QuoteRun, _ attribution: Attribution, _ form: Quote.Form) -> Bool {
    let words = reading.wordCount(run.words)
    guard words > 0 else { return false }
    if isTranscript(run) || isHeading(run, attribution, words) || isNamedWork(run, words) { return false }
    let leadsIn = attribution.cue.map { isAdjacent($0, run) } ?? false
    if leadsIn { return attribution.speaker != nil || words >= QuoteWorth.shortestWithoutCue }
    if form == .partial, isTitle(run, words) { return false }
    switch attribution.place {
    case .none:
      return words >= QuoteWorth.shortestWithoutCue && !(run.family == .single && form == .partial)
    case .before, .accordingTo:
      if words >= QuoteWorth.shortestWithoutCue { return true }
      guard attribution.speaker != nil, form == .partial || words > 1 else { return false }
      return attribution.cue.map { gap($0, run) <= QuoteWorth.farthestFromFewWords } ?? false
    case .inherited: return form == .direct || words > 1
    case .after, .dash: return attribution.speaker != nil || words >= QuoteWorth.shortestWithoutCue
    }
  }

  /// Nothing but a comma, a colon or a conjunction stands between the verb and the mark.
  private func isAdjacent(_ cue: Range<Int>, _ run: QuoteRun) -> Bool {
    guard cue.upperBound <= run.outer.lowerBound else { return false }
    return (cue.upperBound..<run.outer.lowerBound).allSatisfy {
      !tokens[$0].isWordLike || reading.tags[$0].contains(.complementizer)
    }
  }

  /// "NAME: …" behind a mark that never closes: the paragraphs of a transcript.
  private func isTranscript(_ run: QuoteRun) -> Bool {
    let first = run.words.lowerBound
    return (run.leftOpen || run.goesOn) && run.words.count > 2 && tokens[first].allCaps && reading.isColon(first + 1)
  }

  /// A headline or subheading between single marks.
  private func isHeading(_ run: QuoteRun, _ attribution: Attribution, _ words: Int) -> Bool {
    run.family == .single && attribution.speaker == nil && hasTitleCase(run, words)
  }

  /// "In his book, “…”", "Fox News’s “…”".
  private func isNamedWork(_ run: QuoteRun, _ words: Int) -> Bool {
    guard run.outer.lowerBound > 0, hasTitleCase(run, words) else { return false }
    var before = run.outer.lowerBound - 1
    if subjects.phrases.isGenitiveClitic(before) { return true }
    if before > 0, reading.isComma(before) { before -= 1 }
    return reading.tags[before].contains(.titleNoun)
  }

  private func gap(_ cue: Range<Int>, _ run: QuoteRun) -> Int {
    cue.upperBound <= run.outer.lowerBound
      ? run.outer.lowerBound - cue.upperBound : max(0, cue.lowerBound - run.outer.upperBound)
  }

  /// A noun like "film" before it, or capitals on all longer words.
  private func isTitle(_ run: QuoteRun, _ words: Int) -> Bool {
    if run.outer.lowerBound > 0, reading.tags[run.outer.lowerBound - 1].contains(.titleNoun) { return true }
    return hasTitleCase(run, words)
  }

  private func hasTitleCase(_ run: QuoteRun, _ words: Int) -> Bool {
    guard words <= QuoteWorth.longestTitle, tokens[run.words.lowerBound].capitalized else { return false }
    return run.words.allSatisfy {
      !tokens[$0].isWordLike || tokens[$0].capitalized || tokens[$0].kind != .word
        || tokens[$0].span.length < QuoteWorth.smallWord
    }
  }
}
