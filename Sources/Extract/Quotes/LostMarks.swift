internal import NewsModel
internal import Prose

/// Finds where words said end or begin when a mark is lost.
///
/// Machine translation and copy-and-paste lose marks. Such words end before the clause that names their speaker
/// (", a déclaré X"), or where white space before a comma shows that a mark stood there, or else with their paragraph;
/// they begin behind the cue that announces them, or with their sentence where a cue follows them.
struct LostMarks {
  /// Between a verb and its conjunction ("a écrit, un jour, que") no more tokens stand.
  private static let widestGap = 8

  let reading: QuoteReading
  let subjects: CueSubjects
  private var tokens: [Token] { reading.tokens }
  private var tags: [LexicalTags] { reading.tags }

  /// The run, cut before the clause that names its speaker; as it is where there is none.
  func closed(_ run: QuoteRun) -> QuoteRun {
    guard run.leftOpen else { return run }
    var cut = run
    let end = endBeforeCue(run.words) ?? endBeforeLooseComma(run.words) ?? endOfLowerCaseSentence(run.words)
    guard let end, end > run.words.lowerBound else { return run }
    cut.words = run.words.lowerBound..<end
    cut.outer = run.outer.lowerBound..<end
    cut.reachesEndOfParagraph = false
    return cut
  }

  private func endBeforeCue(_ words: Range<Int>) -> Int? {
    for index in subjects.indices(in: words) {
      let cue = subjects.cues[index]
      guard !cue.isGerund, cue.kind != .labelling, cue.tokens.lowerBound > words.lowerBound else { continue }
      var before = cue.tokens.lowerBound
      while before - 1 > words.lowerBound, tags[before - 1].has([.object]),
        !tags[before - 1].has(.determiner) || cue.invertedPronoun != nil
      {
        before -= 1
      }
      let isBehindComma = reading.isComma(before - 1)
      if cue.invertedPronoun != nil { return isBehindComma ? before - 1 : before }
      if isBehindComma, subjects.inverted(cue, upper: words.upperBound) != nil { return before - 1 }
      if let end = endBeforeNamedSubject(cue, words) { return end }
      if cue.isCompound, let phrase = subjects.inverted(cue, upper: words.upperBound),
        endsClause(phrase.upperBound, words)
      {
        // "… d’un porc a indiqué Saqib.": no comma, but a name and the end of the sentence.
        if !tags[before - 1].has([.subjectPronoun, .relative]), tokens[before - 1].kind != .terminator {
          return before
        }
      }
    }
    return nil
  }

  /// "…, Mr. Clarke said."
  private func endBeforeNamedSubject(_ cue: Cue, _ words: Range<Int>) -> Int? {
    guard cue.kind == .reporting,
      endsClause(cue.tokens.upperBound, words) || tags[cue.tokens.upperBound].has([.time, .preposition]),
      let phrase = subjects.phrases.phrase(before: cue.tokens.lowerBound, lower: words.lowerBound),
      phrase.lowerBound > words.lowerBound, reading.isComma(phrase.lowerBound - 1)
    else { return nil }
    return phrase.lowerBound - 1
  }

  private func endsClause(_ at: Int, _ words: Range<Int>) -> Bool {
    at >= words.upperBound || !tokens[at].isWordLike
  }

  private func endBeforeLooseComma(_ words: Range<Int>) -> Int? {
    words.dropFirst().first {
      // Behind a full stop (". , and") the space is a trace of translation, not of a mark.
      tokens[$0].spaceBefore && tokens[$0 - 1].kind != .terminator
        && (reading.isComma($0) || tokens[$0].kind == .terminator && reading.byte($0) == 0x2E)
    }
  }

  /// Words that go on the writer's sentence end with it.
  private func endOfLowerCaseSentence(_ words: Range<Int>) -> Int? {
    guard tokens[words.lowerBound].kind == .word, !tokens[words.lowerBound].capitalized else { return nil }
    let end = reading.sentence(of: words.lowerBound).upperBound
    return end < words.upperBound ? end : nil
  }

  /// The run that a closing mark without an opening one ends, or nil where nothing says that words were quoted.
  ///
  /// - Parameter lower: the end of the run before, or the start of the paragraph.
  func run(closedBy mark: QuoteMark, lower: Int, upper: Int, paragraph: Int) -> QuoteRun? {
    let end = mark.tokens.lowerBound
    guard end > lower else { return nil }
    let sentence = max(lower, reading.sentence(of: end - 1).lowerBound)
    guard sentence < end else { return nil }
    let whole = run(sentence..<end, mark, paragraph)
    let attribution = DirectAttribution(reading: reading, subjects: subjects)
      .attribution(of: whole, lower: sentence, upper: upper)
    // A verb behind the mark speaks of all of the sentence, whatever verbs stand in it.
    if attribution.place == .after { return whole }
    let starts = [startBehindCue(sentence..<end), startBehindGap(sentence..<end)].compactMap { $0 }
    if let start = starts.max() { return run(start..<end, mark, paragraph) }
    return attribution.place == .accordingTo ? whole : nil
  }

  private func run(_ words: Range<Int>, _ mark: QuoteMark, _ paragraph: Int) -> QuoteRun {
    QuoteRun(
      words: words, outer: words.lowerBound..<mark.tokens.upperBound, paragraph: paragraph, family: mark.family,
      lacksOpening: true)
  }

  private func startBehindCue(_ clause: Range<Int>) -> Int? {
    for index in subjects.indices(in: clause) where !subjects.cues[index].isGerund {
      let cue = subjects.cues[index]
      var at = cue.tokens.upperBound
      let limit = min(clause.upperBound - 1, at + LostMarks.widestGap)
      if at < limit, reading.isComma(at), tokens[at + 1].capitalized { return at + 1 }
      while at < limit {
        if reading.isColon(at) { return at + 1 }
        if tags[at].contains(.complementizer) { return reading.isComma(at + 1) ? at + 2 : at + 1 }
        at += 1
      }
    }
    return nil
  }

  /// Two spaces inside a sentence: a mark stood between them.
  private func startBehindGap(_ clause: Range<Int>) -> Int? {
    clause.dropFirst().last {
      tokens[$0].span.start - tokens[$0 - 1].span.end == 2 && tokens[$0 - 1].kind != .terminator
        && reading.text.bytes[tokens[$0].span.start - 1] == 0x20
        && reading.text.bytes[tokens[$0].span.start - 2] == 0x20
    }
  }
}
