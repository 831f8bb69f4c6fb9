internal import NewsModel
internal import Prose

/// Makes the timeline of a story: what its versions say happened or will, each statement once, and when they appeared.
///
/// An event is a clause with a verb and an expression of time that is neither a beginning ("since 2014") nor a habit.
/// An undated version may borrow the value that the same words have in the same sentence of a dated one.
struct TimelineComposer {
  /// A sentence longer than this without a verb near its date is shown for no event.
  static let longestSentence = 45  // words

  let scope: StoryScope

  private struct Entry {
    var place: SentencePlace
    var event: TimelineEvent
    /// The hashes of the words of the expression of time.
    var words: [UInt64]
  }

  /// Events and publications, oldest first, unresolved ones last.
  func timeline() -> [TimelineEvent] {
    let entries = scope.witnesses.indices.flatMap { datedClauses(of: $0) }
    return TimelineComposer.sorted(merged(entries) + publications())
  }

  /// Events by value, those without one last, then events before publications, then by place.
  static func sorted(_ events: [TimelineEvent]) -> [TimelineEvent] {
    guard events.count > 1 else { return events }
    return events.sorted { a, b in
      if let x = a.days, let y = b.days, x != y {
        return (x.lowerBound, x.upperBound) < (y.lowerBound, y.upperBound)
      }
      switch (a.value, b.value) {
      // Of the same days, or of none: their texts decide.
      case (let x?, let y?) where x != y: return x.text < y.text
      case (.some, nil): return true
      case (nil, .some): return false
      default: break
      }
      if a.kind != b.kind { return a.kind == .event }
      if a.passage != b.passage { return a.passage < b.passage }
      return a.story < b.story
    }
  }

  private func publications() -> [TimelineEvent] {
    scope.witnesses.indices.compactMap { index in
      let article = scope.witnesses[index].digest.article
      guard article.publishedBasis != .unknown, let published = article.published else { return nil }
      // The day as it is written: what the article says of days is counted from it.
      let value = article.trustedPublicationDay.map { CalendarValue($0) } ?? CalendarValue(published: published)
      guard let value else { return nil }
      return TimelineEvent(
        kind: .publication, value: value, passage: scope.passage(index, Span(0, 0)),
        publishedBasis: article.publishedBasis, story: scope.story.id)
    }
  }

  private func datedClauses(of index: Int) -> [Entry] {
    let witness = scope.witnesses[index]
    return witness.digest.dates.compactMap { mention in
      guard !mention.span.isEmpty, !isSpoken(mention, witness), let sentence = witness.sentence(of: mention.span),
        witness.text.sentences[sentence].span.contains(mention.span),
        let clause = clause(of: mention, sentence, witness)
      else { return nil }
      let tokens = witness.text.tokens(in: mention.span)
      let event = TimelineEvent(
        kind: .event, value: mention.value, passage: scope.passage(index, clause), mention: mention,
        story: scope.story.id)
      return Entry(
        place: SentencePlace(witness: index, sentence: sentence), event: event,
        words: witness.text.tokens[tokens].map(\.folded))
    }
  }

  /// Whether a speaker says the day by their own clock ("today"): a way of talking, and dated by nobody.
  private func isSpoken(_ mention: DateMention, _ witness: Witness) -> Bool {
    mention.basis == .relative && witness.tokens(touching: mention.span).contains { witness.isQuoted[$0] }
  }

  /// The clause around an expression of time, or nil where nothing is said to happen.
  private func clause(of mention: DateMention, _ sentence: Int, _ witness: Witness) -> Span? {
    let range = witness.text.sentences[sentence].tokens
    let words = witness.tokens(touching: mention.span)
    // "LESTRAC, 9 mars 2026 (AFP) –" dates the report, not what happened.
    guard words.lowerBound >= Dateline.trimmed(range, witness.text).lowerBound else { return nil }
    guard !isBackground(words, range, witness), !isCompared(words, range, witness) else { return nil }
    let clause = ClauseClipper.clause(around: words, in: range, of: witness, reach: .event) {
      witness.hasVerb(in: $0, besides: words)
    }
    if witness.hasVerb(in: clause, besides: words) { return witness.text.span(clause) }
    guard witness.hasVerb(in: range, besides: words), witness.words(in: range) <= TimelineComposer.longestSentence
    else { return nil }
    return witness.text.sentences[sentence].span
  }

  /// Words before a date looked at for "since", "every".
  private static let reachBefore = 4

  private func isBackground(_ words: Range<Int>, _ sentence: Range<Int>, _ witness: Witness) -> Bool {
    let tokens = witness.text.tokens
    for at in max(sentence.lowerBound, words.lowerBound - TimelineComposer.reachBefore)..<words.upperBound {
      guard let found = witness.language.background.match(tokens, at: at, limit: words.upperBound) else { continue }
      if found.end >= words.lowerBound { return true }
    }
    return false
  }

  /// Words between the number that something is compared with and its date ("against 7.4 million people last year").
  private static let reachCompared = 7

  /// Whether a date only says when the other number of a comparison held: what happened then is no event of the story.
  private func isCompared(_ words: Range<Int>, _ sentence: Range<Int>, _ witness: Witness) -> Bool {
    let tokens = witness.text.tokens
    for at in (max(sentence.lowerBound, words.lowerBound - TimelineComposer.reachCompared)..<words.lowerBound)
      .reversed()
    {
      if tokens[at].kind == .separator || tokens[at].kind == .terminator { return false }
      if let found = witness.language.compared.match(tokens, at: at, limit: words.lowerBound),
        found.end < words.lowerBound,
        tokens[found.end].kind == .number
      {
        return true
      }
    }
    return false
  }

  /// Joins the events that the versions tell in sentences that say the same.
  private func merged(_ entries: [Entry]) -> [TimelineEvent] {
    var kept: [Entry] = []
    // A version with a date to count from stands for those without.
    let order = entries.indices.sorted {
      let (a, b) = (entries[$0], entries[$1])
      if (a.event.value == nil) != (b.event.value == nil) { return a.event.value != nil }
      return $0 < $1
    }
    for index in order {
      var entry = entries[index]
      if let home = kept.indices.first(where: { isSame(kept[$0], entry) }) {
        join(&entry, to: &kept[home])
      } else {
        kept.append(entry)
      }
    }
    return kept.map(\.event)
  }

  private func join(_ entry: inout Entry, to home: inout Entry) {
    let passage = entry.event.passage
    if home.event.passage.article == passage.article {
      return  // The same day named twice in one sentence is one event.
    }
    if !home.event.alsoIn.contains(where: { $0.article == passage.article }) {
      home.event = home.event.told(alsoIn: home.event.alsoIn + [passage])
    }
  }

  private func isSame(_ a: Entry, _ b: Entry) -> Bool {
    if let x = a.event.value, let y = b.event.value {
      guard x == y else { return false }
    } else if a.words != b.words {
      return false
    }
    if a.place == b.place { return a.event.passage.span.overlaps(b.event.passage.span) }
    guard a.place.witness != b.place.witness else { return false }
    return scope.aligner.counterpart(of: a.place, in: b.place.witness)?.sentence == b.place.sentence
      || scope.aligner.counterpart(of: b.place, in: a.place.witness)?.sentence == a.place.sentence
  }
}

extension TimelineEvent {
  /// The same event told by another of its versions, whose own words may not say the day.
  func told(by passage: Passage, in scope: StoryScope) -> TimelineEvent {
    let others = ([self.passage] + alsoIn).filter { $0 != passage }
    guard let index = scope.index(of: passage.article) else { return told(by: passage, alsoIn: others) }
    let own = scope.witnesses[index].digest.dates.first {
      passage.span.contains($0.span) && ($0.value == value || $0.value == nil)
    }
    let isBorrowed = own?.value == nil && value != nil
    return told(
      by: passage, mention: own, borrowedFrom: isBorrowed ? self.passage.article : nil, alsoIn: others)
  }
}

extension CalendarValue {
  /// The value of a date of publication that is cut to a month or a year; nil where it is none.
  init?(published: String) {
    if let day = CivilDay(iso: published) {
      self.init(day)
      return
    }
    let text = String(published.prefix { $0 != "T" })
    let precision: Precision = text.utf8.count == 4 ? .year : text.contains("W") ? .week : .month
    self.init(text: text, precision: precision)
    guard days != nil else { return nil }
  }
}
