internal import NewsModel

/// The dates of a text so far, to find the one that "la veille" or "three days earlier" counts from.
///
/// That is the day that is being told, as a rule the last date. A deadline to come is none for a verb of the past, and
/// neither is a range or a day long ago that a sentence mentions beside the day that it tells.
struct NarratedDays {
  /// News tells of the days that lead up to publication.
  static let newsReach = 7
  /// A day farther from publication than this is not the news of an article that has nearer ones.
  private static let longAgo = 60
  /// Sentences from the day that is told to what counts from it, with another date between.
  static let sentences = 2

  private var seen: [(value: CalendarValue, sentence: Int)] = []

  /// The last date that has a value.
  var last: CalendarValue? { seen.last?.value }

  /// The sentence of that date.
  var lastSentence: Int? { seen.last?.sentence }

  /// Takes a date of a sentence.
  mutating func append(_ value: CalendarValue, sentence: Int) { seen.append((value, sentence)) }

  /// The date that so many days are counted from; nil where that is open.
  func anchor(days: Int, sentence: Int, published: CivilDay?, tense: TenseReader.Tense) -> CalendarValue? {
    guard let last = seen.last else { return nil }
    // "On Friday, hours after a vote that day": of one sentence, the date before is meant.
    let isOfSentence = last.sentence == sentence && last.value.isOneDay
    guard let published, tense == .past, !isOfSentence || days != 0 else { return last.value }
    guard let covered = last.value.days else { return nil }
    let near = published.adding(days: -NarratedDays.newsReach)...published
    let told = seen.last {
      guard let day = $0.value.oneDay else { return false }
      return near.contains(day) && day.adding(days: days) <= published
    }
    let isToldHere = told.map { sentence - $0.sentence <= NarratedDays.sentences } ?? false
    if let day = last.value.oneDay {
      // What is told in the past lies on no day to come.
      if day > published || day.adding(days: days) > published { return told?.value }
      let isLongAgo = published.number - day.number > NarratedDays.longAgo
      return isLongAgo && isToldHere && !isOfSentence ? nil : last.value
    }
    // A night in the news may be what is told itself.
    if last.value.precision == .range, covered.upperBound >= near.lowerBound, covered.lowerBound <= published {
      return nil
    }
    return isToldHere && days != 0 ? told?.value : nil
  }
}

extension CalendarValue {
  /// The day, where it is one or a time of one.
  var oneDay: CivilDay? {
    guard isOneDay else { return nil }
    return precision == .minute ? CivilDay(iso: String(text.prefix(10))) : days?.lowerBound
  }
}
