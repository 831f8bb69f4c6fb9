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
  /// Only the place of the words speaks for it ("X was cautious: “…”"): shown where they mean a known person, as inferred.
  var needsActor = false

  static let unknown = Attribution()
  /// Words that the subject says others said, or takes back: nobody's, whatever stands by them.
  static let disowned = Attribution(place: .before)
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
  /// What closes a sentence behind its verb of reporting ("on Twitter", "mardi à la radio") has no more tokens.
  private static let longestCircumstance = 8
  /// A line with a dash and a name is no longer than this.
  private static let longestDashLine = 14

  let reading: QuoteReading
  let subjects: CueSubjects

  var tokens: [Token] { reading.tokens }
  var tags: [LexicalTags] { reading.tags }

  /// The attribution of a run by words beside it.
  ///
  /// - Parameters:
  ///   - lower: the end of the run before, or the start of the paragraph.
  ///   - upper: the start of the next run, or the end of the paragraph.
  func attribution(of run: QuoteRun, lower: Int, upper: Int) -> Attribution {
    let before = self.before(run, lower: lower)
    if before == .disowned { return .disowned }
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
    return (cue.upperBound..<run.outer.lowerBound).allSatisfy {
      !tokens[$0].isWordLike || tags[$0].has(.complementizer)
    }
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
      let subject = subjects.inverted(cue, upper: window.upperBound, hasNoOther: true)
      // "comme l’a dit" compares; the words are still said.
      return subject == nil && !cue.isCompound && cue.kind != .reporting
        ? nil : Attribution(place: .after, cue: cue.tokens, speaker: subject)
    }
    if let phrase = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: start),
      isOpen(start..<phrase.lowerBound)
    {
      return Attribution(place: .after, cue: cue.tokens, speaker: phrase)
    }
    return trailing(clause)
  }

  /// "Two soldiers “looking each other in the eye” understand one another differently, Butler said.": the clause that
  /// closes the sentence behind its last comma holds a subject, a verb of reporting and nothing else but when and where.
  private func trailing(_ clause: Range<Int>) -> Attribution? {
    guard let index = subjects.indices(in: clause).last else { return nil }
    let cue = subjects.cues[index]
    guard cue.kind == .reporting, !cue.isGerund, clause.upperBound < tokens.count else { return nil }
    var comma = cue.tokens.lowerBound - 1
    while comma >= clause.lowerBound, !reading.isComma(comma) { comma -= 1 }
    guard comma >= clause.lowerBound else { return nil }
    if let phrase = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: comma + 1),
      phrase.lowerBound == comma + 1, isCircumstance(cue.tokens.upperBound..<clause.upperBound)
    {
      return Attribution(place: .after, cue: cue.tokens, speaker: phrase)
    }
    guard isOpen(comma + 1..<cue.tokens.lowerBound),
      let subject = subjects.inverted(cue, upper: clause.upperBound),
      isCircumstance(max(subject.upperBound, cue.tokens.upperBound)..<clause.upperBound)
    else { return nil }
    return Attribution(place: .after, cue: cue.tokens, speaker: subject)
  }

  /// Words that say when, where or how, and hold no verb and no clause of their own.
  private func isCircumstance(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    guard tags[first].has([.preposition, .rolePreposition, .adverb, .time, .hearerPreposition, .accordingTo]) else {
      return false
    }
    return range.count <= DirectAttribution.longestCircumstance
      && range.allSatisfy {
        tokens[$0].kind != .separator && tokens[$0].kind != .quoteMark
          && !tags[$0].has([.complementizer, .relative, .auxiliary, .subjectPronoun])
      }
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
    if isDisowned(clause) { return .disowned }
    for index in subjects.indices(in: clause).reversed() {
      let cue = subjects.cues[index]
      let gap = mark - cue.tokens.upperBound
      if gap > DirectAttribution.farthestCue { break }
      if cue.kind == .besideMarks, gap > DirectAttribution.farthestCueBesideMarks { continue }
      if cue.kind == .besideMarks, isReported(cue, in: clause) { continue }
      if cue.kind == .labelling, cue.tokens.contains(where: { tags[$0].contains(.denying) }),
        !reading.isColon(mark - 1),
        !isNaming(cue.tokens.upperBound..<mark)
      {
        return .disowned
      }
      if let source = lastSource(cue.tokens.upperBound..<mark) { return source }
      if let source = relativeSource(behind: cue, mark) { return source }
      let speaker = subjects.subject(of: cue, lower: clause.lowerBound, upper: mark)
      if isHearsay(speaker) { continue }
      return Attribution(place: .before, cue: cue.tokens, speaker: speaker)
    }
    return lastSource(clause) ?? view(clause) ?? wish(clause) ?? colonSubject(clause) ?? colonName(clause)
  }

  /// "« … », a dit X, maire de Y, selon qui « … »", "pour qui « … »": right before the mark, the words are of the subject of
  /// the verb before.
  private func relativeSource(behind cue: Cue, _ mark: Int) -> Attribution? {
    let pronoun = mark - 1
    guard pronoun - 1 > cue.tokens.upperBound, tags[pronoun].contains(.relative),
      tags[pronoun - 1].has([.accordingTo, .inTheViewOf]),
      let subject = subjects.phrases.subjectInverted(behind: cue.tokens.upperBound, before: pronoun - 1)
    else { return nil }
    return Attribution(
      place: .accordingTo, cue: pronoun - 1..<pronoun, speaker: subject,
      needsActor: tags[pronoun - 1].contains(.inTheViewOf))
  }

  /// "celui que l'on disait mort": in a relative clause a pronoun for people in general tells what is said of somebody.
  private func isHearsay(_ speaker: Range<Int>?) -> Bool {
    guard let at = speaker?.lowerBound, at > 0, subjects.isImpersonal(at) else { return false }
    let before = tags[at - 1].contains(.object) || tags[at - 1].contains(.determiner) ? at - 2 : at - 1
    return before >= 0 && tags[before].contains(.relative)
  }

  /// Whether a verb stands in what another verb reports: "elle a assuré que les livraisons continueraient « … »".
  private func isReported(_ cue: Cue, in clause: Range<Int>) -> Bool {
    guard let earlier = subjects.indices(in: clause.lowerBound..<cue.tokens.lowerBound).last else { return false }
    let behind = subjects.cues[earlier].tokens.upperBound
    return subjects.cues[earlier].kind == .reporting && behind < tokens.count
      && tags[behind].contains(.complementizer)
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
