internal import NewsModel

/// Ranges in few words ("du 10 au 12 janvier", "de janvier à septembre", "2014-2018", "la nuit de lundi à mardi").
struct DateRanges: DateRule {
  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    if reading[.weekday2] != nil { return weekdays(reading, context) }
    var last = reading
    if let year = reading[.year2] { last[.year] = year }
    if let month = reading[.month2] { last[.month] = month }
    if let day = reading[.day2] { last[.day] = day }
    guard let end = CalendarDates().resolved(last, context) else { return nil }
    guard let endValue = end.value else { return end }
    var first = reading
    if reading[.year2] == nil { first[.year] = endValue.days?.lowerBound.year }
    guard var startValue = first[.year].flatMap({ CalendarDates.value(first, year: $0) }) else { return nil }
    // "de novembre à mars": the start lies before the end, so in the year before where its month is later.
    if reading[.year2] == nil, let year = first[.year], let start = startValue.days, let last = endValue.days,
      start.lowerBound > last.lowerBound, let earlier = CalendarDates.value(first, year: year - 1)
    {
      startValue = earlier
    }
    let value = CalendarValue.range(startValue, endValue)
    guard value.days != nil else { return nil }
    return ResolvedDate(value: value, basis: end.basis, anchor: end.anchor)
  }

  private func weekdays(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    guard let first = reading[.weekday], let last = reading[.weekday2] else { return nil }
    guard let published = context.published else { return .unanchored }
    let isPast = context.tense != .future
    // Counted from the end that is nearer to publication, so that the two stay within a week of each other.
    let end = WeekdayDates.day(isPast ? last : first, shift: reading[.shift], published, context.tense)
    let length = (last - first + 7) % 7
    let days = isPast ? (end.adding(days: -length), end) : (end, end.adding(days: length))
    return .relative(.range(CalendarValue(days.0), CalendarValue(days.1)), .published(published))
  }
}
