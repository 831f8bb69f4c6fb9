internal import Languages
internal import NewsModel
internal import Prose

/// Finds expressions of time and resolves them.
///
/// Orders of words come from the table `date-patterns`, in the manner of HeidelTime (Strötgen & Gertz 2013): the
/// longest one at a place wins, and a rule named there gives its value. Durations and repeated times are matched so
/// that no date is seen in them, and left out. Not for use by several threads at once.
final class DateFinder {
  private let matcher: DatePatternMatcher
  private let tenses: TenseReader
  private let clocks: ClockReader
  private let guards: DateNameGuard
  private let years: BareYears
  private var search = DatePatternMatcher.Search()

  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {
    matcher = DatePatternMatcher(language: language, tokenizer: tokenizer)
    tenses = TenseReader(language: language, tokenizer: tokenizer)
    clocks = ClockReader(language: language, tokenizer: tokenizer)
    guards = DateNameGuard(language: language)
    years = BareYears(language: language)
  }

  /// In the order of the text; relative ones have a value only where `published` is known.
  func dates(in text: SegmentedText, published: CivilDay?) -> [DateMention] {
    var found: [DateMention] = []
    var search = DatePatternMatcher.Search()
    swap(&search, &self.search)  // taken out while in use, so that it is not copied
    defer { swap(&search, &self.search) }
    search.words.reset(tokens: text.tokens.count)
    var told = NarratedDays()
    var named: [QuotedDays.Named] = []
    var sentence = 0
    for paragraph in text.paragraphs {
      let limit = paragraph.tokens.upperBound
      var token = paragraph.tokens.lowerBound
      var free = token
      while token < limit {
        while sentence + 1 < text.sentences.count, text.sentences[sentence].tokens.upperBound <= token { sentence += 1 }
        guard mayHit(text, token, limit), let hit = hit(text, token, free, limit, &search) else {
          token += 1
          continue
        }
        var context = DateContext(published: published, previous: told.last, tense: .unknown)
        let within = text.sentences.indices.contains(sentence) ? text.sentences[sentence].tokens : nil
        if let tense = tenses.certainTense(text, before: hit.start, in: within) {
          context.tense = tense
          context.isTenseCertain = true
        } else if let within {
          context.tense = tenses.tense(text, around: hit.match.tokens, in: within)
          context.isTenseCertain =
            context.tense == .future && tenses.isWithinAbility(text, before: hit.match.tokens.lowerBound, in: within)
          context.isPlainFuture =
            context.tense == .future && tenses.isPlainFuture(text, before: hit.match.tokens.lowerBound, in: within)
        }
        // Of no other tense is it asked.
        if let within, context.tense == .future {
          context.isHowLong = tenses.isHowLong(text, before: hit.match.tokens.lowerBound, in: within)
        }
        context.isPreviousNear = told.lastSentence == sentence
        context.isOfFigures = guards.isOfFigures(hit.match, text)
        if let days = hit.match.daysFromMention {
          context.previous = told.anchor(days: days, sentence: sentence, published: published, tense: context.tense)
        }
        let count = found.count
        append(text, hit, context, to: &found)
        if found.count > count, let value = found[found.count - 1].value { told.append(value, sentence: sentence) }
        if found.count > count, let offset = hit.match.daysFromToday,
          let quote = QuotedDays.quote(text, around: hit.start, in: paragraph.tokens)
        {
          named.append(QuotedDays.Named(index: count, offset: offset, quote: quote))
        }
        token = hit.match.tokens.upperBound
        free = token
      }
    }
    if let published, !named.isEmpty { QuotedDays().resolve(named, in: &found, text, published: published) }
    return found
  }

  /// A match, with a time of day before it where there is one.
  private struct Hit {
    var match: DatePatternMatcher.Match
    var clock: ClockReader.Clock?
    var start: Int
  }

  /// Whether an expression or a time of day may start at a token: no is certain.
  @inline(__always)
  private func mayHit(_ text: SegmentedText, _ token: Int, _ limit: Int) -> Bool {
    let kind = text.tokens[token].kind
    guard kind == .word || kind == .number || kind == .mixed || kind == .quoteMark else { return false }
    return matcher.mayMatch(text, at: token, limit: limit) || clocks.mayStart(text.tokens[token])
  }

  private func hit(
    _ text: SegmentedText, _ token: Int, _ free: Int, _ limit: Int, _ search: inout DatePatternMatcher.Search
  ) -> Hit? {
    if let clock = clocks.clock(text, at: token, limit: limit) {
      var next = clock.end
      if next < limit, text.bytes[text.tokens[next].span.start] == 0x2C { next += 1 }
      if next < limit, let match = allowed(matcher.match(text, at: next, from: next, limit: limit, &search), text),
        match.rule != .nothing, match.rule != .range
      {
        let isAbout = token > free && clocks.isAbout(text, at: token - 1)
        return Hit(match: match, clock: clock, start: isAbout ? token - 1 : token)
      }
    }
    guard let match = allowed(matcher.match(text, at: token, from: free, limit: limit, &search), text) else {
      return nil
    }
    return Hit(match: match, clock: nil, start: match.tokens.lowerBound)
  }

  private func allowed(_ match: DatePatternMatcher.Match?, _ text: SegmentedText) -> DatePatternMatcher.Match? {
    guard let match, guards.allows(match, text), years.allows(match, text) else { return nil }
    return match
  }

  private func append(_ text: SegmentedText, _ hit: Hit, _ context: DateContext, to found: inout [DateMention]) {
    let reading = hit.match.reading
    if hit.match.rule == .list {
      var second = reading
      second[.day] = reading[.day2]
      for (reading, range) in DateLists.parts(reading, second, hit.match.tokens) {
        append(text.span(range), CalendarDates().resolved(reading, context), nil, rule: .list, to: &found)
      }
      return
    }
    guard let rule = rule(hit.match.rule) else { return }
    let span = text.span(hit.start..<hit.match.tokens.upperBound)
    append(span, rule.resolved(reading, context), hit.clock, rule: hit.match.rule, to: &found)
  }

  private func append(
    _ span: Span, _ resolved: ResolvedDate?, _ clock: ClockReader.Clock?, rule: DatePattern.Rule,
    to found: inout [DateMention]
  ) {
    guard var resolved else { return }
    if let clock, clock.hour < 24, let value = resolved.value, value.precision == .day {
      let time = "T\(CivilDay.padded(clock.hour, to: 2)):\(CivilDay.padded(clock.minute, to: 2))"
      resolved.value = CalendarValue(text: value.text + time, precision: .minute)
    }
    found.append(
      DateMention(
        span: span, value: resolved.value, basis: resolved.basis, anchor: resolved.anchor, rule: rule.rawValue))
  }

  private func rule(_ rule: DatePattern.Rule) -> (any DateRule)? {
    switch rule {
    case .calendar, .list: CalendarDates()
    case .range, .weekdayRange: DateRanges()
    case .weekday: WeekdayDates()
    case .offset: DayOffsets()
    case .period: Periods()
    case .distance: Distances()
    case .nothing: nil
    }
  }
}
