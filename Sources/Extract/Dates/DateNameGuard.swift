internal import Languages
internal import NewsModel
internal import Prose

/// Tells months and weekdays from names and verbs spelled like them ("Mars", "April Jones", "may", "march").
final class DateNameGuard: Sendable {
  /// Months and weekdays are written with a capital in this language.
  private let areCapitalized: Bool
  /// Months that are also other words: alone, they need one of `cues` before them.
  private let ambiguous: WordSet
  private let cues: WordSet
  /// Abbreviations that stand with a day only.
  private let neverAlone: WordSet
  /// Words before a season that make it one of a year ("until autumn"), and those that need its article ("in the
  /// autumn").
  private let seasonCues: WordSet
  private let seasonCuesWithArticle: WordSet
  private let followers: WordSet
  /// Words before a period that say of when figures are ("for the third quarter").
  private let figureCues: WordSet

  /// The guard of a language, from `date-words`.
  init(language: Language) {
    func hashes(_ section: String) -> WordSet {
      WordSet(language.words("date-words", section: section).map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    }
    areCapitalized = language.words("date-words", section: "capitals").first == "always"
    ambiguous = hashes("ambiguous")
    cues = hashes("ambiguous-cue")
    neverAlone = hashes("never-alone")
    seasonCues = hashes("season-cue")
    seasonCuesWithArticle = hashes("season-cue-with-article")
    figureCues = hashes("period-of-figures")
    followers = WordSet(language.words("stopwords").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
  }

  /// Whether a match is a date as far as its capitals tell.
  func allows(_ match: DatePatternMatcher.Match, _ text: SegmentedText) -> Bool {
    let reading = match.reading
    if match.rule == .period { return !isTitle(match.tokens, text) }
    guard reading[.day] == nil, reading[.year] == nil else { return true }
    if reading[.season] != nil, reading[.shift] == nil, reading[.yearShift] == nil, !reading.place(of: .season).isEmpty
    {
      return isSeasonOfYear(match, text)
    }
    let isMonth = reading[.month] != nil
    let place = reading.place(of: isMonth ? .month : .weekday)
    guard !place.isEmpty else { return true }
    let token = text.tokens[place.lowerBound]
    // "mid-March" starts with its prefix.
    let isHyphenated = text.bytes[token.span.start..<token.span.end].contains(0x2D)
    if areCapitalized, !token.capitalized, !isHyphenated { return false }
    guard match.tokens.count == place.count else { return true }
    if neverAlone.contains(token.lower) { return false }
    let previous = place.lowerBound - 1
    if previous >= 0, cues.contains(text.tokens[previous].lower) { return true }
    if ambiguous.contains(token.lower), previous < 0 || startsSentence(place.lowerBound, text) { return false }
    // Weekdays stand beside names: "President Smith Tuesday said".
    if areCapitalized, !isMonth { return true }
    return !token.capitalized || !isPartOfName(place.lowerBound, text)
  }

  /// Whether the word before a quarter or a half of a year says of when figures are.
  func isOfFigures(_ match: DatePatternMatcher.Match, _ text: SegmentedText) -> Bool {
    guard match.reading[.quarter] != nil || match.reading[.half] != nil, match.tokens.lowerBound > 0 else {
      return false
    }
    return figureCues.contains(text.tokens[match.tokens.lowerBound - 1].lower)
  }

  /// Whether a season without a year is one of a year: "à l'automne", and not "en automne".
  private func isSeasonOfYear(_ match: DatePatternMatcher.Match, _ text: SegmentedText) -> Bool {
    let start = match.tokens.lowerBound
    let end = match.tokens.upperBound
    guard start > 0, !text.tokens[end - 1].capitalized else { return false }
    // "The summer recess"
    if end < text.tokens.count, text.tokens[end].kind == .word, !followers.contains(text.tokens[end].lower) {
      return false
    }
    let cue = text.tokens[start - 1].lower
    if seasonCues.contains(cue) { return true }
    return match.tokens.count > match.reading.place(of: .season).count && seasonCuesWithArticle.contains(cue)
  }

  /// "This Week": each word of two or more with a capital.
  private func isTitle(_ tokens: Range<Int>, _ text: SegmentedText) -> Bool {
    let words = text.tokens[tokens].filter { $0.kind == .word }
    return words.count > 1 && words.allSatisfy { $0.capitalized && !$0.allCaps }
  }

  /// Whether a capitalized word stands right beside it, within the sentence.
  private func isPartOfName(_ token: Int, _ text: SegmentedText) -> Bool {
    let previous = token - 1
    if previous >= 0, text.tokens[previous].kind == .word, text.tokens[previous].capitalized,
      !startsSentence(token, text), !startsSentence(previous, text)
    {
      return true
    }
    let next = token + 1
    // Weekdays and most months stand beside names where they have capitals of their own; "April Jones" is a name.
    let mayPrecedeName = areCapitalized && !ambiguous.contains(text.tokens[token].lower)
    return !mayPrecedeName && next < text.tokens.count && text.tokens[next].kind == .word
      && text.tokens[next].capitalized && !startsSentence(next, text)
  }

  private func startsSentence(_ token: Int, _ text: SegmentedText) -> Bool {
    guard token > 0 else { return true }
    let previous = text.tokens[token - 1]
    if previous.kind == .terminator || previous.kind == .quoteMark { return true }
    return text.bytes[previous.span.end..<text.tokens[token].span.start].contains(0x0A)
  }
}

/// Tells years from counts of four digits ("en 1999", "1999 personnes").
struct BareYears: Sendable {
  /// Four digits without a sign of thousands are a year unless a counted thing follows.
  private let needCue: Bool
  private let cues: WordSet
  /// Words that may follow a year, beside marks: without them a word that follows is counted.
  private let followers: WordSet
  /// Bare numbers outside of these are counts, in the press.
  private static let plausible = 1900...2100

  /// The signs of a language, from `date-words`.
  init(language: Language) {
    func hashes(_ table: String, _ section: String) -> WordSet {
      WordSet(language.words(table, section: section).map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    }
    needCue = language.words("date-words", section: "bare-year").first != "always"
    cues = hashes("date-words", "year-cue")
    followers = hashes("stopwords", "")
  }

  /// Whether a match that is four digits and nothing else is a year.
  func allows(_ match: DatePatternMatcher.Match, _ text: SegmentedText) -> Bool {
    guard match.rule == .calendar, match.core + 1 == match.tokens.upperBound, let year = match.reading[.year],
      text.tokens[match.core].kind == .number
    else { return true }
    let token = match.core
    let isCued = isCued(token, text)
    guard BareYears.plausible.contains(year) || (isCued && year > 1000) else { return false }
    guard !isCounting(token, text) else { return false }
    if isCued { return true }
    guard !needCue, token > 0 else { return !needCue }
    // "Windows 1998" is a name; "A 1996 law" is not.
    let previous = text.tokens[token - 1]
    return previous.kind != .word || !previous.capitalized || followers.contains(previous.lower)
  }

  private func isCued(_ token: Int, _ text: SegmentedText) -> Bool {
    guard token > 0 else { return false }
    let previous = text.tokens[token - 1]
    return cues.contains(previous.lower) || text.bytes[previous.span.start] == 0x28
  }

  /// Whether money, a mark or a counted thing stands beside the number.
  private func isCounting(_ token: Int, _ text: SegmentedText) -> Bool {
    let number = text.tokens[token]
    if token > 0, !number.spaceBefore {
      let before = text.tokens[token - 1]
      if before.kind == .other, text.bytes[before.span.start] != 0x28 { return true }  // "$1999", "#2000"
    }
    guard token + 1 < text.tokens.count else { return false }
    let next = text.tokens[token + 1]
    if next.kind == .other {
      let mark = text.bytes[next.span.start]
      return mark == 0x25 || mark == 0x24 || mark >= 0x80  // "%", "$", "€" and other signs of units
    }
    guard next.kind == .word, !next.capitalized, !followers.contains(next.lower) else { return false }
    let last = text.bytes[next.span.end - 1]
    let isPlural = last == 0x73 || last == 0x78  // "s", "x"
    return needCue || (isPlural && !isCued(token, text))
  }
}
