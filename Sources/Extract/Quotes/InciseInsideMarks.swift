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
  let lexicon: QuoteLexicon

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
      // Verbs that report only beside marks are other verbs too: only somebody behind them proves an incise.
      guard cue.kind == .reporting || cue.invertedPronoun != nil || isSomebody(subject) else { continue }
      let from = max(cue.tokens.upperBound, subject.upperBound)
      let isNamed = reading.tokens[subject.upperBound - 1].capitalized
      let isWhole = isWhole(max(words.lowerBound, reading.sentence(of: start).lowerBound)..<start - 1)
      if let end = end(from: from, words, isNamed: isNamed, isWhole: isWhole) {
        return (start - 1)..<end
      }
    }
    return nil
  }

  /// Whether the words before an incise are a clause without what follows it.
  private func isWhole(_ words: Range<Int>) -> Bool {
    subjects.hasVerb(words) && !subjects.hasVerb(words.suffix(1))
  }

  /// A name, or the role of a person ("le ministre").
  private func isSomebody(_ subject: Range<Int>) -> Bool {
    let first = subject.lowerBound
    if reading.tokens[first].capitalized { return true }
    guard reading.tags[first].contains(.determiner), first + 1 < subject.upperBound else { return false }
    return lexicon.isRole(reading.tokens[first + 1].lower)
  }

  /// Just past the mark that ends the incise, or the end of the words.
  private func end(from start: Int, _ words: Range<Int>, isNamed: Bool, isWhole: Bool) -> Int? {
    var at = start
    while at < words.upperBound, at - start <= InciseInsideMarks.longestTail {
      if reading.tokens[at].kind == .terminator { return at + 1 }
      if reading.isComma(at) { return behindApposition(at, words, isNamed: isNamed, isWhole: isWhole) ?? at + 1 }
      at += 1
    }
    return at >= words.upperBound ? words.upperBound : nil
  }

  /// ", infirmière de 44 ans.", ", marin à la retraite, encore sous le choc.": a role without an article, or an age,
  /// behind a name belongs to it up to the end of the sentence, or to the comma behind which the words go on.
  private func endOfRole(_ start: Int, _ words: Range<Int>, isWhole: Bool) -> Int? {
    guard !reading.tokens[start].capitalized, !reading.tags[start].contains(.determiner) else { return nil }
    var end = start
    while end < words.upperBound, reading.tokens[end].kind != .terminator || reading.isAbbreviationDot(end) { end += 1 }
    let comma = (start..<end).first { reading.isComma($0) } ?? end
    guard !subjects.hasVerb(start..<comma),
      lexicon.isRoleNoun(reading.tokens[start], in: reading.text.bytes) || isAge(start, comma)
    else { return nil }
    guard comma < end || isWhole else { return nil }
    let isClause = comma + 1 < end && !reading.tags[comma + 1].contains(.relative) && subjects.hasVerb(comma + 1..<end)
    if isClause || !isWhole { return comma + 1 }
    return end < words.upperBound ? end + 1 : end
  }

  /// "44 ans" in some words.
  private func isAge(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains {
      reading.tokens[$0].kind == .number && $0 + 1 < end && reading.tags[$0 + 1].contains(.timeUnit)
        && ($0 == start || reading.tags[$0 - 1].contains(.genitive))
    }
  }

  /// ", la colonel Hélène Marchetti,": the same person once more, up to a comma or full stop. Without a name it is one
  /// only between commas behind a name; else it goes on the words (« C’est, a dit le juge, une affaire grave. »).
  private func behindApposition(_ comma: Int, _ words: Range<Int>, isNamed: Bool, isWhole: Bool) -> Int? {
    guard comma + 1 < words.upperBound,
      let phrase = subjects.phrases.phrase(after: comma + 1, limit: words.upperBound), phrase.lowerBound == comma + 1
    else { return nil }
    if isNamed, let end = endOfRole(comma + 1, words, isWhole: isWhole) { return end }
    let next = phrase.upperBound
    let isSetOff = next < words.upperBound && reading.isComma(next)
    let holdsName = phrase.contains { reading.tokens[$0].capitalized }
    // "a dit X, de l’Institut Y": a complement is of a name, and has one.
    guard reading.tags[comma + 1].contains(.genitive) ? isNamed && holdsName : holdsName || isNamed && isSetOff
    else { return nil }
    guard next < words.upperBound else { return words.upperBound }
    return isSetOff || reading.tokens[next].kind == .terminator ? next + 1 : nil
  }
}
