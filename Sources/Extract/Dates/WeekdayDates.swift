internal import NewsModel

/// Weekdays ("mardi soir", "last Friday"): the nearest one, by tense.
///
/// The weekday of publication is that day itself, as the press writes it; "dernier" and "prochain" never are.
struct WeekdayDates: DateRule {
  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    guard let weekday = reading[.weekday] else { return nil }
    if reading[.mention] != nil, let previous = context.previous, previous.isOneDay,
      let from = previous.days?.lowerBound
    {
      let day = WeekdayDates.day(weekday, shift: reading[.shift], from, context.tense)
      return .relative(CalendarValue(day), .mention(previous))
    }
    guard let published = context.published else { return .unanchored }
    let day = WeekdayDates.day(weekday, shift: reading[.shift], published, context.tense)
    return .relative(CalendarValue(day), .published(published))
  }

  /// The day that a weekday stands for.
  static func day(_ weekday: Int, shift: Int?, _ published: CivilDay, _ tense: TenseReader.Tense) -> CivilDay {
    let back = (published.weekday - weekday + 7) % 7
    let last = published.adding(days: -back)
    switch shift {
    case -1: return back == 0 ? last.adding(days: -7) : last
    case 1: return last.adding(days: 7)
    // "Jeudi en huit", "a week from Thursday": a week past the next one.
    case 2: return last.adding(days: back == 0 ? 7 : 14)
    case 0 where tense != .past: return back == 0 ? last : last.adding(days: 7)
    default: return back == 0 || tense != .future ? last : last.adding(days: 7)
    }
  }
}
