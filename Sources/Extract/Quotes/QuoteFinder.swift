internal import Languages
internal import NewsModel
internal import Prose

/// Finds direct, partial and indirect quotes with cue and speaker.
///
/// Rules instead of a parser: marks are paired and mended (`MarkPairing`, `LostMarks`), tied to a cue on either side
/// (`DirectAttribution`), followed through the text (`Utterances`), joined by reported speech without marks
/// (`IndirectSpeech`), and only then is it asked who is meant (`SpeakerResolution`). Cost is linear in the text.
struct QuoteFinder {
  private let lexicon: QuoteLexicon
  private let verbs: FiniteVerbs

  /// The finder of a language; without its tables it still finds what the marks alone tell.
  init(language: Language, tokenizer: Tokenizer) {
    lexicon = QuoteLexicon(language: language, tokenizer: tokenizer)
    verbs = FiniteVerbs(language: language)
  }

  /// In the order of the text.
  func quotes(in text: SegmentedText, actors: [Actor]) -> [Quote] {
    let reading = QuoteReading(text, lexicon)
    let subjects = CueSubjects(reading, verbs: verbs, lexicon: lexicon)
    let runs = self.runs(reading, subjects)
    let spoken = Utterances(reading: reading, subjects: subjects).attributed(runs)
    let indirect = IndirectSpeech(reading: reading, subjects: subjects, verbs: verbs, lexicon: lexicon).runs(
      besides: spoken.map(\.run.outer))
    return quotes(spoken, indirect, SpeakerResolution(reading, lexicon, verbs, actors), reading)
  }

  /// The runs of all paragraphs, mended where marks are lost.
  private func runs(_ reading: QuoteReading, _ subjects: CueSubjects) -> [QuoteRun] {
    let scanner = QuoteMarkScanner(reading: reading)
    let pairing = MarkPairing(reading: reading)
    let lost = LostMarks(reading: reading, subjects: subjects)
    let incises = InciseInsideMarks(reading: reading, subjects: subjects, lexicon: lexicon)
    var all: [QuoteRun] = []
    for (index, paragraph) in reading.text.paragraphs.enumerated() {
      let marks = scanner.marks(in: paragraph)
      guard !marks.isEmpty else { continue }
      var found = pairing.runs(of: marks, paragraph: index)
      follow(&all, &found.runs, marks, paragraph)
      found.runs = found.runs.map(lost.closed)
      all += opened(mended(found, paragraph, index, lost), paragraph, incises)
    }
    return all
  }

  /// The runs of a paragraph, cut around incises where the language inverts verb and pronoun in them.
  private func opened(
    _ runs: [QuoteRun], _ paragraph: SegmentedText.Paragraph, _ incises: InciseInsideMarks
  ) -> [QuoteRun] {
    guard lexicon.invertsInIncises else { return runs }
    return runs.enumerated().flatMap { index, run in
      incises.parts(
        of: run, lower: index > 0 ? runs[index - 1].outer.upperBound : paragraph.tokens.lowerBound,
        upper: index + 1 < runs.count ? runs[index + 1].outer.lowerBound : paragraph.tokens.upperBound)
    }
  }

  /// A run left open to the end of its paragraph goes on where the next paragraph opens with the same mark.
  private func follow(
    _ before: inout [QuoteRun], _ runs: inout [QuoteRun], _ marks: [QuoteMark],
    _ paragraph: SegmentedText.Paragraph
  ) {
    guard let last = before.indices.last, let first = runs.first, let mark = marks.first, before[last].leftOpen,
      first.paragraph == before[last].paragraph + 1, first.outer.lowerBound == paragraph.tokens.lowerBound,
      mark.family == before[last].family, before[last].reachesEndOfParagraph
    else { return }
    before[last].goesOn = true
    before[last].leftOpen = false
    runs[0].continues = true
  }

  /// The runs of a paragraph with those whose opening mark is lost, in order.
  private func mended(
    _ found: MarkPairing.Result, _ paragraph: SegmentedText.Paragraph, _ index: Int, _ lost: LostMarks
  ) -> [QuoteRun] {
    var runs: [QuoteRun] = []
    var orphan = 0
    var lower = paragraph.tokens.lowerBound
    for next in 0...found.runs.count {
      let upper = next < found.runs.count ? found.runs[next].outer.lowerBound : paragraph.tokens.upperBound
      while orphan < found.orphans.count, found.orphans[orphan].tokens.lowerBound < upper {
        let mark = found.orphans[orphan]
        orphan += 1
        guard mark.tokens.lowerBound >= lower else { continue }
        if let run = lost.run(closedBy: mark, lower: lower, upper: upper, paragraph: index) { runs.append(run) }
        lower = mark.tokens.upperBound
      }
      guard next < found.runs.count else { break }
      runs.append(found.runs[next])
      lower = max(lower, found.runs[next].outer.upperBound)
    }
    return runs
  }

  private func quotes(
    _ spoken: [AttributedRun], _ indirect: [IndirectRun], _ resolution: SpeakerResolution, _ reading: QuoteReading
  ) -> [Quote] {
    var quotes: [Quote] = spoken.map { item in
      Quote(
        span: reading.text.span(QuoteFinder.trimmed(item.run.words, reading)), form: item.form,
        cue: item.attribution.cue.map(reading.text.span), utterance: item.utterance, leftOpen: item.run.leftOpen,
        rule: item.run.rule)
    }
    var order: [(words: Range<Int>, attribution: Attribution)] = spoken.map { ($0.run.words, $0.attribution) }
    var utterance = spoken.last?.utterance ?? 0
    for run in indirect {
      utterance += 1
      quotes.append(
        Quote(
          span: reading.text.span(QuoteFinder.trimmed(run.words, reading)), form: .indirect,
          cue: run.attribution.cue.map(reading.text.span), utterance: utterance, rule: run.rule))
      order.append((run.words, run.attribution))
    }
    let sorted = quotes.indices.sorted { (quotes[$0].span, $0) < (quotes[$1].span, $1) }
    let speakers = resolution.speakers(of: sorted.map { order[$0] })
    return renumbered(
      zip(sorted, speakers).map { index, speaker in
        var quote = quotes[index]
        quote.speaker = speaker
        return quote
      })
  }

  /// Utterances in the order of the text, from 1.
  private func renumbered(_ quotes: [Quote]) -> [Quote] {
    var numbers: [Int: Int] = [:]
    return quotes.map { quote in
      var quote = quote
      let number = numbers[quote.utterance] ?? numbers.count + 1
      numbers[quote.utterance] = number
      quote.utterance = number
      return quote
    }
  }

  /// Without the comma that the press sets inside the marks.
  private static func trimmed(_ words: Range<Int>, _ reading: QuoteReading) -> Range<Int> {
    var end = words.upperBound
    while end - 1 > words.lowerBound, reading.tokens[end - 1].kind == .separator { end -= 1 }
    return words.lowerBound..<end
  }
}
