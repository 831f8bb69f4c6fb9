internal import NewsModel
internal import Prose

/// A run with what is known of who said it.
struct AttributedRun: Equatable {
  var run: QuoteRun
  var attribution: Attribution
  /// Runs that an incise interrupts share one.
  var utterance: Int
  var form: Quote.Form
}

/// Follows runs of words through an article, so that a quote that goes on keeps its speaker.
///
/// A sentence between marks right behind a quote and its incise is by the same speaker, a paragraph that reopens a mark
/// never closed too; anything else without words that name a speaker stays without one. (Muzny et al. 2017 call the
/// first the conversational, the second the paragraph-final pattern; the riskier ones are left out on purpose.)
struct Utterances {
  /// Between two runs of one sentence that share a speaker ("“…” and then “…”") no more tokens stand.
  private static let longestLink = 10

  let reading: QuoteReading
  let subjects: CueSubjects

  /// The runs worth keeping, in order, each with its attribution.
  func attributed(_ runs: [QuoteRun]) -> [AttributedRun] {
    let direct = DirectAttribution(reading: reading, subjects: subjects)
    let worth = QuoteWorth(reading: reading, subjects: subjects)
    var kept: [AttributedRun] = []
    var utterance = 0
    for (index, run) in runs.enumerated() {
      let paragraph = reading.text.paragraphs[run.paragraph].tokens
      let before = index > 0 && runs[index - 1].paragraph == run.paragraph ? runs[index - 1].outer.upperBound : nil
      let after =
        index + 1 < runs.count && runs[index + 1].paragraph == run.paragraph ? runs[index + 1].outer.lowerBound : nil
      var attribution = direct.attribution(
        of: run, lower: before ?? paragraph.lowerBound, upper: after ?? paragraph.upperBound)
      var goesOn = false
      // A paragraph that goes on what was no quote is none either.
      if run.continues, attribution.place == .none, index > 0, kept.last?.run != runs[index - 1] { continue }
      if let last = kept.last {
        (attribution, goesOn) = follow(run, attribution, after: last, isNext: index > 0 && last.run == runs[index - 1])
      }
      let form = goesOn && kept.last?.form == .direct ? .direct : worth.form(of: run, attribution)
      guard worth.isQuote(run, attribution, form) else { continue }
      if !goesOn { utterance += 1 }
      kept.append(AttributedRun(run: run, attribution: attribution, utterance: max(utterance, 1), form: form))
    }
    return mended(continued(kept))
  }

  /// “…,” he said. ¶ “…. ¶ “….”: paragraphs that open with a mark each and close one at the end are one person's: that of
  /// any of them, or of the quote that ends the paragraph before them.
  private func continued(_ runs: [AttributedRun]) -> [AttributedRun] {
    var runs = runs
    var start = 0
    while start < runs.count {
      var end = start
      while end + 1 < runs.count, runs[end].run.goesOn, runs[end + 1].run.continues { end += 1 }
      if end > start, runs[start].attribution.place == .none, opensParagraph(runs[start].run) {
        let named = (start...end).first { runs[$0].attribution.speaker != nil }
        if let source = named ?? (start > 0 && leads(runs[start - 1], into: runs[start].run) ? start - 1 : nil) {
          for index in start...end where runs[index].attribution.place == .none {
            runs[index].attribution = inherited(runs[source].attribution)
            // They are one utterance, as their marks say.
            runs[index].utterance = runs[start].utterance
          }
        }
      }
      start = end + 1
    }
    return runs
  }

  private func opensParagraph(_ run: QuoteRun) -> Bool {
    run.outer.lowerBound == reading.text.paragraphs[run.paragraph].tokens.lowerBound
  }

  /// Whether a quote whose speaker stands behind it ends the paragraph before.
  private func leads(_ last: AttributedRun, into run: QuoteRun) -> Bool {
    guard last.run.paragraph + 1 == run.paragraph, last.attribution.speaker != nil, !last.run.leftOpen,
      last.form == .direct, last.attribution.place == .after || last.attribution.isInherited
    else { return false }
    let rest = last.run.outer.upperBound..<reading.text.paragraphs[last.run.paragraph].tokens.upperBound
    return rest.count { reading.tokens[$0].kind == .terminator && !reading.isAbbreviationDot($0) } <= 1
  }

  /// What a run takes over from the one before it, and whether it goes on the same utterance.
  private func follow(
    _ run: QuoteRun, _ found: Attribution, after last: AttributedRun, isNext: Bool
  ) -> (Attribution, Bool) {
    if run.continues, isNext, last.run.goesOn {
      guard found.place == .none else { return (found, found.speaker == last.attribution.speaker) }
      return (inherited(last.attribution), true)
    }
    guard last.run.paragraph == run.paragraph else { return (found, false) }
    if found.place != .none {
      let isShared = found.cue != nil && found.cue == last.attribution.cue && isNext
      guard isShared else { return (found, false) }
      // "…, said X on “a show”": the words belong to the clause that says who spoke.
      guard resumes(run) else { return (.unknown, false) }
      var shared = found
      // The incise named its subject once; reading it from the other side may not see it.
      if last.attribution.speaker != nil { shared.speaker = last.attribution.speaker }
      return (shared, true)
    }
    guard last.attribution.speaker != nil else { return (found, false) }
    // Behind a full stop new words begin: their speaker is worked out, so they are not one with words whose is stated.
    if followsIncise(run, last) { return (inherited(last.attribution), !startsAnew(run, last)) }
    guard isLinked(run, last) else { return (found, false) }
    let between = last.run.outer.upperBound..<run.outer.lowerBound
    guard let start = between.first(where: { startsSentence($0) }) else { return (inherited(last.attribution), false) }
    // “….” He blamed “…”: his, where the pronoun means somebody known; “….” On a banner: “…”: nobody's.
    guard reading.tags[start].contains(.subjectPronoun) else { return (found, false) }
    let pronoun = start..<reading.end(ofPhraseAt: start)
    return (Attribution(place: .before, cue: nil, speaker: pronoun, needsActor: true), false)
  }

  /// A comma, a colon or a conjunction leads from an incise back into the words.
  private func resumes(_ run: QuoteRun) -> Bool {
    let before = run.outer.lowerBound - 1
    return !reading.tokens[before].isWordLike
      || reading.tags[before].has([.conjunction, .coordination, .complementizer, .finite, .finiteBesideMarks])
  }

  private func inherited(_ attribution: Attribution) -> Attribution {
    guard attribution.speaker != nil else { return .unknown }
    return Attribution(
      place: .inherited, cue: nil, speaker: attribution.speaker, isInherited: true, needsActor: attribution.needsActor)
  }

  /// The run opens the sentence right behind a quote, or behind the sentence that says who spoke.
  private func followsIncise(_ run: QuoteRun, _ last: AttributedRun) -> Bool {
    let between = last.run.outer.upperBound..<run.outer.lowerBound
    var ends = 0
    var words = 0
    for at in between {
      if reading.tokens[at].isWordLike { words += 1 }
      if reading.tokens[at].kind == .terminator, !reading.isAbbreviationDot(at) { ends += 1 }
    }
    if words == 0 { return true }
    guard ends == 1, subjects.indices(in: between).contains(where: { isIncise(subjects.cues[$0]) }) else {
      return false
    }
    // “…,” said X on “a show.” “…”: a mark may close between the full stop and the next one that opens.
    var before = run.outer.lowerBound - 1
    while before > between.lowerBound, reading.tokens[before].kind == .quoteMark { before -= 1 }
    return reading.tokens[before].kind == .terminator
  }

  /// Whether a sentence of the writer's ends between two runs.
  private func startsAnew(_ run: QuoteRun, _ last: AttributedRun) -> Bool {
    (last.run.outer.upperBound..<run.outer.lowerBound).contains {
      reading.tokens[$0].kind == .terminator && !reading.isAbbreviationDot($0)
    }
  }

  private func isIncise(_ cue: Cue) -> Bool { !cue.isGerund && cue.kind != .labelling }

  /// A second run of the same sentence, with a few words and no verb of saying between.
  private func isLinked(_ run: QuoteRun, _ last: AttributedRun) -> Bool {
    let between = last.run.outer.upperBound..<run.outer.lowerBound
    guard between.count <= Utterances.longestLink, last.attribution.place == .before || last.attribution.isInherited
    else { return false }
    return between.allSatisfy { reading.tokens[$0].kind != .terminator || reading.isAbbreviationDot($0) }
      && subjects.indices(in: between).isEmpty
  }

  /// Whether a word starts a sentence; the full stop before it may stand inside marks.
  private func startsSentence(_ token: Int) -> Bool {
    reading.tokens[token].isWordLike && reading.sentence(of: token).lowerBound == token
  }

  /// A run that seemed to go on in the next paragraph was left open where that one turned out to be another's.
  private func mended(_ runs: [AttributedRun]) -> [AttributedRun] {
    var runs = runs
    for index in runs.indices where runs[index].run.goesOn {
      let next = index + 1 < runs.count ? runs[index + 1] : nil
      if next?.utterance != runs[index].utterance || next?.run.continues != true {
        runs[index].run.goesOn = false
        runs[index].run.leftOpen = true
      }
    }
    return runs
  }
}
