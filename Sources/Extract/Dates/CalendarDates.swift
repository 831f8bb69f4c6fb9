internal import NewsModel

/// Dates by day, month, season, quarter, year or decade ("le 10 février", "en avril 2022", "les années 1990").
///
/// A year that is left out is the one that brings the date nearest to publication, dates against the tense of the
/// sentence counting as farther away.
struct CalendarDates: DateRule {
  /// A date against the tense of its sentence counts as this many times farther: tense is read from few signs, so a
  /// date of last week still wins over one in eleven months.
  private static let againstTense = 3.0
  /// The same for whole months, which are named without a year only near their own: "en décembre" after a past tense
  /// is the last one.
  private static let monthAgainstTense = 12.0
  /// Without tense, a date to come counts as this many times farther: the press tells more of what was.
  private static let toCome = 3.0
  /// A year in which the weekday given is another counts as this many times farther.
  private static let wrongWeekday = 50.0

  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    if let decade = reading[.decade] { return .stated(.decade(decade)) }
    if let year = reading[.year] {
      guard let value = CalendarDates.value(reading, year: year) else { return nil }
      return .stated(value)
    }
    guard let published = context.published else { return .unanchored }
    let anchor = DateMention.Anchor.published(published)
    if let shift = reading[.yearShift] {
      return .relative(CalendarDates.value(reading, year: published.year + shift), anchor)
    }
    if reading[.month] == nil, !CalendarDates.isPartOfYear(reading) {
      return dayOfMonth(reading, published, anchor)
    }
    // "In the autumn", "au premier trimestre": told of each year where no verb says of which.
    if CalendarDates.isPartOfYear(reading), reading[.shift] == nil {
      guard context.tense == .past || context.tense == .future && !context.isOfFigures else { return nil }
    }
    guard let value = nearest(reading, published, context) else { return nil }
    return .relative(value, anchor)
  }

  /// The value of what is given, in a year; nil where the calendar has no such day.
  static func value(_ reading: DateReading, year: Int) -> CalendarValue? {
    if let month = reading[.month] {
      if let nth = reading[.nth], let weekday = reading[.weekday] {
        guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
        return CalendarValue(first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1)))
      }
      guard let day = reading[.day] else { return .month(year, month) }
      return CivilDay(year: year, month: month, day: day).map { CalendarValue($0) }
    }
    if let season = reading[.season] { return .season(year, season) }
    if let quarter = reading[.quarter] { return .quarter(year, quarter) }
    if let half = reading[.half] { return .range(.month(year, 6 * half - 5), .month(year, 6 * half)) }
    return reading[.day] == nil ? .year(year) : nil
  }

  /// Whether the words name a season, a quarter or a half of a year.
  private static func isPartOfYear(_ reading: DateReading) -> Bool {
    reading[.season] != nil || reading[.quarter] != nil || reading[.half] != nil
  }

  private func nearest(
    _ reading: DateReading, _ published: CivilDay, _ context: DateContext
  ) -> CalendarValue? {
    var best: (cost: Double, value: CalendarValue)?
    for year in [published.year, published.year - 1, published.year + 1] {
      guard let value = CalendarDates.value(reading, year: year), let days = value.days else { continue }
      guard let cost = cost(days, reading, published, context) else { continue }
      if cost < (best?.cost ?? .infinity) { best = (cost, value) }
    }
    return best?.value
  }

  /// How far a candidate is from publication; nil where the words rule it out ("dernier", "prochain").
  private func cost(
    _ days: ClosedRange<CivilDay>, _ reading: DateReading, _ published: CivilDay, _ context: DateContext
  ) -> Double? {
    let isPast = days.upperBound < published
    let isFuture = days.lowerBound > published
    var cost = isPast ? Double(published.number - days.upperBound.number) : 0
    if isFuture { cost = Double(days.lowerBound.number - published.number) }
    if let shift = reading[.shift] {
      if shift < 0, !isPast { return nil }
      if shift > 0, !isFuture { return nil }
      if shift == 0, days.lowerBound.year != published.year { return nil }
      return cost
    }
    if context.isTenseCertain, context.tense == .past ? isFuture : isPast { return nil }
    if context.isPlainFuture, reading[.day] == nil, isPast { return nil }
    if CalendarDates.isPartOfYear(reading), context.tense == .past ? isFuture : isPast { return nil }
    let against = reading[.day] == nil ? CalendarDates.monthAgainstTense : CalendarDates.againstTense
    switch context.tense {
    case .past: if isFuture { cost *= against }
    case .future: if isPast { cost *= CalendarDates.againstTense }
    case .unknown: if isFuture { cost *= CalendarDates.toCome }
    }
    if let weekday = reading[.weekday], reading[.day] != nil, days.lowerBound.weekday != weekday {
      cost = (cost + 1) * CalendarDates.wrongWeekday
    }
    return cost
  }

  /// "mardi 17": the nearest such day that is this weekday.
  private func dayOfMonth(
    _ reading: DateReading, _ published: CivilDay, _ anchor: DateMention.Anchor
  ) -> ResolvedDate? {
    guard let day = reading[.day], let weekday = reading[.weekday] else { return nil }
    let reach = 190  // days: half a year either way, in which a day and a weekday meet five or six times
    for distance in 0...reach {
      for candidate in [published.adding(days: -distance), published.adding(days: distance)]
      where candidate.day == day && candidate.weekday == weekday {
        return .relative(CalendarValue(candidate), anchor)
      }
    }
    return nil
  }
}
