internal import Prose

/// Takes the clause that names the speaker out of the marks: « …, a déclaré X, … ».
///
/// The French press sets a short incise between the same marks as the words (Lexique des règles typographiques en
/// usage à l'Imprimerie nationale, "Incises"). Its words are the writer's, so the run is cut around it: one utterance
/// in two runs, or, behind a full stop, two. Only a verb with its subject behind it, set off by a comma, is one, and
/// only where nothing outside the marks says who speaks.
struct InciseInsideMarks {
  /// Between the subject and the end of an incise no more tokens stand ("mardi à la radio").
  private static let longestTail = 8

  let reading: QuoteReading
  let subjects: CueSubjects

  /// The run, or its parts before and behind the incise.
  func parts(of run: QuoteRun, lower: Int, upper: Int) -> [QuoteRun] {
    guard let incise = incise(in: run.words) else { return [run] }
    let whole = DirectAttribution(reading: reading, subjects: subjects).attribution(of: run, lower: lower, upper: upper)
    guard whole.place == .none else { return [run] }
    var before = run
    before.words = run.words.lowerBound..<incise.lowerBound
    before.outer = run.outer.lowerBound..<incise.lowerBound
    before.leftOpen = false
    before.goesOn = false
    before.reachesEndOfParagraph = false
    var behind = run
    behind.words = incise.upperBound..<run.words.upperBound
    behind.outer = incise.upperBound..<run.outer.upperBound
    behind.continues = false
    guard behind.words.contains(where: { reading.tokens[$0].isWordLike }) else { return [before] }
    return [before, behind]
  }

  /// From the comma before an incise to the mark behind it, that mark included.
  private func incise(in words: Range<Int>) -> Range<Int>? {
    for index in subjects.indices(in: words) {
      let cue = subjects.cues[index]
      guard !cue.isGerund, cue.kind != .labelling else { continue }
      var start = cue.tokens.lowerBound
      while start - 1 > words.lowerBound, reading.tags[start - 1].has(.object) { start -= 1 }
      guard start - 1 > words.lowerBound, reading.isComma(start - 1) else { continue }
      guard let subject = subjects.inverted(cue, upper: words.upperBound) else { continue }
      // Verbs that report only beside marks are other verbs too: only a name or a pronoun behind them proves an incise.
      guard cue.kind == .reporting || cue.invertedPronoun != nil || reading.tokens[subject.lowerBound].capitalized
      else { continue }
      let from = max(cue.tokens.upperBound, subject.upperBound)
      if let end = end(from: from, words) { return (start - 1)..<end }
    }
    return nil
  }

  /// Just past the mark that ends the incise, or the end of the words.
  private func end(from start: Int, _ words: Range<Int>) -> Int? {
    var at = start
    while at < words.upperBound, at - start <= InciseInsideMarks.longestTail {
      if reading.tokens[at].kind == .terminator { return at + 1 }
      if reading.isComma(at) { return behindApposition(at, words) ?? at + 1 }
      at += 1
    }
    return at >= words.upperBound ? words.upperBound : nil
  }

  /// ", la colonel Hélène Marchetti,": the same person once more, up to a comma or full stop.
  private func behindApposition(_ comma: Int, _ words: Range<Int>) -> Int? {
    guard comma + 1 < words.upperBound,
      let phrase = subjects.phrases.phrase(after: comma + 1, limit: words.upperBound), phrase.lowerBound == comma + 1
    else { return nil }
    guard phrase.upperBound < words.upperBound else { return words.upperBound }
    let next = phrase.upperBound
    return reading.isComma(next) || reading.tokens[next].kind == .terminator ? next + 1 : nil
  }
}
