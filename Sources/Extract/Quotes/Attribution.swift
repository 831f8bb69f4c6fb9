internal import NewsModel
internal import Prose

/// How the words of a run are tied to somebody.
struct Attribution: Equatable {
  /// Where the words that tie them stand.
  enum Place: Equatable { case before, after, accordingTo, dash, inherited, none }
  var place: Place = .none
  /// The verb or preposition.
  var cue: Range<Int>?
  /// The words that name the speaker.
  var speaker: Range<Int>?
  /// The speaker was taken over from a run nearby, so is inferred whatever its words are.
  var isInherited = false

  static let unknown = Attribution()
}

/// Ties runs of words to a cue on either side of them.
///
/// The words right by the marks decide: a verb behind a comma ("…", said X), a verb before the marks (X said: "…"), a
/// preposition of source (selon X), a dash and a name. Order of trust after Pouliquen et al. (2007) and the sieves of
/// Muzny et al. (2017): the nearest explicit pattern first, inheritance from the run before last.
struct DirectAttribution {
  /// A cue farther than this before the marks speaks of something else.
  private static let farthestCue = 40
  /// A verb that reports only beside marks has to stand close to them.
  private static let farthestCueBesideMarks = 12
  /// A line with a dash and a name is no longer than this.
  private static let longestDashLine = 14

  let reading: QuoteReading
  let subjects: CueSubjects

  private var tokens: [Token] { reading.tokens }
  private var tags: [LexicalTags] { reading.tags }

  /// The attribution of a run by words beside it.
  ///
  /// - Parameters:
  ///   - lower: the end of the run before, or the start of the paragraph.
  ///   - upper: the start of the next run, or the end of the paragraph.
  func attribution(of run: QuoteRun, lower: Int, upper: Int) -> Attribution {
    let before = self.before(run, lower: lower)
    let window = self.window(after: run, upper: upper)
    let after = run.leftOpen && window.isEmpty ? nil : self.after(run, window)
    if let before, let after {
      if run.outer.lowerBound > lower, reading.isColon(run.outer.lowerBound - 1) { return before }
      let leadsIn = before.cue.map { isAdjacent($0, run) } ?? false
      let closesWithComma = isCommaBeside(run)
      return closesWithComma && !leadsIn ? after : before
    }
    return before ?? after ?? .unknown
  }

  /// The tokens from the closing mark to the end of the sentence.
  func window(after run: QuoteRun, upper: Int) -> Range<Int> {
    let start = run.outer.upperBound
    var at = start
    while at < upper {
      if tokens[at].kind == .terminator, !reading.isAbbreviationDot(at) { break }
      at += 1
    }
    return start..<at
  }

  private func isCommaBeside(_ run: QuoteRun) -> Bool {
    var last = run.words.upperBound - 1
    // ‘…,’”: the comma stands inside the inner marks.
    while last > run.words.lowerBound, tokens[last].kind == .quoteMark { last -= 1 }
    if reading.isComma(last) { return true }
    return run.outer.upperBound < tokens.count && reading.isComma(run.outer.upperBound)
  }

  private func isAdjacent(_ cue: Range<Int>, _ run: QuoteRun) -> Bool {
    guard cue.upperBound <= run.outer.lowerBound else { return false }
    return (cue.upperBound..<run.outer.lowerBound).allSatisfy { !tokens[$0].isWordLike || tags[$0].has(.complementizer) }
  }

  // MARK: Behind

  private func after(_ run: QuoteRun, _ window: Range<Int>) -> Attribution? {
    var start = window.lowerBound
    guard start < window.upperBound else { return nil }
    if tokens[start].kind == .dash { return dashLine(start, run) }
    let hadComma = isCommaBeside(run)
    while start < window.upperBound, reading.isComma(start) { start += 1 }
    guard start < window.upperBound, tokens[start].isWordLike else { return nil }
    // Behind a full stop a capital opens a sentence of its own.
    let last = run.words.upperBound - 1
    if !hadComma, tokens[last].kind == .terminator, reading.byte(last) == 0x2E, tokens[start].capitalized { return nil }
    let clause = start..<window.upperBound
    if let source = source(in: clause, mustStart: true) { return source }
    guard let index = subjects.indices(in: clause).first(where: { isFiniteReport(subjects.cues[$0]) }) else {
      return source(in: clause, mustStart: false)
    }
    let cue = subjects.cues[index]
    if isOpen(start..<cue.tokens.lowerBound) {
      let subject = subjects.inverted(cue, upper: window.upperBound)
      // "comme l’a dit" compares; the words are still said.
      return subject == nil && !cue.isCompound && cue.kind != .reporting
        ? nil : Attribution(place: .after, cue: cue.tokens, speaker: subject)
    }
    guard let phrase = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: start) else { return nil }
    return isOpen(start..<phrase.lowerBound) ? Attribution(place: .after, cue: cue.tokens, speaker: phrase) : nil
  }

  private func isFiniteReport(_ cue: Cue) -> Bool { !cue.isGerund && cue.kind != .labelling }

  /// Only adverbs, object pronouns and the like.
  private func isOpen(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tags[$0].has([.adverb, .object, .inside, .like]) && !tags[$0].contains(.subjectPronoun) }
  }

  /// "— Name" behind the words, up to the end of the line.
  private func dashLine(_ dash: Int, _ run: QuoteRun) -> Attribution? {
    let end = reading.text.paragraphs[run.paragraph].tokens.upperBound
    guard end - dash > 1, end - dash <= DirectAttribution.longestDashLine, tokens[dash + 1].capitalized,
      let phrase = subjects.phrases.phrase(after: dash + 1, limit: end)
    else { return nil }
    let rest = phrase.upperBound..<end
    guard rest.isEmpty || !tokens[rest.lowerBound].isWordLike else { return nil }
    return Attribution(place: .dash, cue: nil, speaker: phrase)
  }

  /// "selon X" in a clause.
  private func source(in clause: Range<Int>, mustStart: Bool) -> Attribution? {
    var at = clause.lowerBound
    while at < clause.upperBound {
      if tags[at].contains(.accordingTo) {
        let end = reading.end(ofPhraseAt: at)
        if let phrase = subjects.phrases.phrase(after: end, limit: clause.upperBound) {
          return Attribution(place: .accordingTo, cue: at..<end, speaker: phrase)
        }
      }
      if mustStart { return nil }
      at += 1
    }
    return nil
  }

  // MARK: Before

  private func before(_ run: QuoteRun, lower: Int) -> Attribution? {
    let mark = run.outer.lowerBound
    let sentence = reading.sentence(of: min(mark, tokens.count - 1)).lowerBound
    var from = max(lower, sentence)
    // A sentence that starts with the mark itself may follow a colon.
    if from >= mark, mark > lower, reading.isColon(mark - 1) {
      from = max(lower, reading.sentence(of: mark - 1).lowerBound)
    }
    if from < mark { return lead(from..<mark, lower: lower) }
    return leadOfParagraphBefore(run)
  }

  /// "He said:" as a paragraph of its own.
  private func leadOfParagraphBefore(_ run: QuoteRun) -> Attribution? {
    let paragraphs = reading.text.paragraphs
    guard run.paragraph > 0, run.outer.lowerBound == paragraphs[run.paragraph].tokens.lowerBound else { return nil }
    let before = paragraphs[run.paragraph - 1].tokens
    guard reading.isColon(before.upperBound - 1) else { return nil }
    let sentence = reading.sentence(of: before.upperBound - 1)
    return lead(sentence, lower: sentence.lowerBound)
  }

  /// The last cue or preposition of source of a lead-in.
  private func lead(_ clause: Range<Int>, lower: Int) -> Attribution? {
    let mark = clause.upperBound
    for index in subjects.indices(in: clause).reversed() {
      let cue = subjects.cues[index]
      let gap = mark - cue.tokens.upperBound
      if gap > DirectAttribution.farthestCue { break }
      if cue.kind == .besideMarks, gap > DirectAttribution.farthestCueBesideMarks { continue }
      if let source = lastSource(cue.tokens.upperBound..<mark) { return source }
      let speaker = subjects.subject(of: cue, lower: clause.lowerBound, upper: mark)
      return Attribution(place: .before, cue: cue.tokens, speaker: speaker)
    }
    return lastSource(clause) ?? view(clause)
  }

  private func lastSource(_ clause: Range<Int>) -> Attribution? {
    for at in clause.reversed() where tags[at].contains(.accordingTo) {
      let end = reading.end(ofPhraseAt: at)
      guard let phrase = subjects.phrases.phrase(after: end, limit: clause.upperBound) else { continue }
      return Attribution(place: .accordingTo, cue: at..<end, speaker: phrase)
    }
    return nil
  }

  /// "Pour X, « … »": a preposition at the start of the sentence, a name, a comma.
  private func view(_ clause: Range<Int>) -> Attribution? {
    let at = clause.lowerBound
    guard at + 1 < clause.upperBound, tags[at].contains(.inTheViewOf), tokens[at].capitalized else { return nil }
    let end = reading.end(ofPhraseAt: at)
    guard let phrase = subjects.phrases.phrase(after: end, limit: clause.upperBound),
      phrase.upperBound < clause.upperBound, reading.isComma(phrase.upperBound),
      phrase.contains(where: { tokens[$0].capitalized })
    else { return nil }
    return Attribution(place: .accordingTo, cue: at..<end, speaker: phrase)
  }
}
