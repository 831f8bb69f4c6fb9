internal import NewsModel

/// Days counted from today ("hier soir", "tomorrow") or from a date in the text ("le lendemain").
struct DayOffsets: DateRule {
  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    guard let offset = reading[.offset] else { return nil }
    if reading[.mention] != nil {
      guard let previous = context.previous, previous.isOneDay, let day = previous.days?.lowerBound else {
        return .unanchored
      }
      return .relative(CalendarValue(day.adding(days: offset)), .mention(previous))
    }
    if reading[.night] != nil { return night(context) }
    guard let published = context.published else { return .unanchored }
    return .relative(CalendarValue(published.adding(days: offset)), .published(published))
  }
}

extension DayOffsets {
  /// "Dans la nuit": the last one, where the article tells of its day of publication or of the day before.
  private func night(_ context: DateContext) -> ResolvedDate? {
    guard context.tense == .past, let published = context.published, let told = context.previous?.oneDay else {
      return nil
    }
    let eve = published.adding(days: -1)
    guard told == published || told == eve else { return nil }
    return .relative(.range(CalendarValue(eve), CalendarValue(published)), .published(published))
  }
}

/// A unit before, after or around the anchor ("la semaine dernière", "next year", "cette année-là").
struct Periods: DateRule {
  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    guard let unit = reading[.unit].flatMap(TimeUnit.init(rawValue:)), let shift = reading[.shift] else { return nil }
    if reading[.mention] != nil {
      guard let previous = context.previous, let days = previous.days,
        previous.isAtLeastAsExact(as: unit) || (unit == .year && previous.precision == .year)
      else {
        return .unanchored
      }
      return .relative(unit.period(of: days.lowerBound, shift: shift), .mention(previous))
    }
    guard let published = context.published else { return .unanchored }
    // What happened "at the weekend" is told until Tuesday; later in the week the words lean to the one to come.
    let tuesday = 2
    let isOver = unit == .weekend && shift == 0 && context.tense == .past && published.weekday <= tuesday
    return .relative(unit.period(of: published, shift: isOver ? -1 : shift), .published(published))
  }
}

/// A number of units from the anchor ("il y a deux mois", "dans dix jours", "62 days later").
struct Distances: DateRule {
  /// Past this many units the writer rounds, and no calendar value is meant ("il y a mille ans").
  private static let farthest = 400

  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate? {
    guard let unit = reading[.unit].flatMap(TimeUnit.init(rawValue:)), let sign = reading[.sign] else { return nil }
    if reading[.toCome] != nil, context.tense != .future || context.isHowLong { return nil }
    guard reading[.vague] == nil, let number = reading[.number], number <= Distances.farthest else {
      return .unanchored
    }
    if reading[.mention] != nil {
      if let previous = context.previous, let days = previous.days, previous.isAtLeastAsExact(as: unit) {
        return .relative(unit.period(of: days.lowerBound, shift: sign * number), .mention(previous))
      }
      // "6 million in 2020, against 4 million a year earlier": figures of years are set side by side in one sentence.
      if unit == .year, context.isPreviousNear, let previous = context.previous, previous.precision == .year,
        let days = previous.days
      {
        return .relative(unit.period(of: days.lowerBound, shift: sign * number), .mention(previous))
      }
      // "A year earlier" without a day to count from compares with the present of the article.
      guard unit == .year, sign < 0 else { return .unanchored }
    }
    guard let published = context.published else { return .unanchored }
    if reading[.exact] != nil, let day = unit.day(from: published, by: sign * number) {
      return .relative(CalendarValue(day), .published(published))
    }
    return .relative(unit.period(of: published, shift: sign * number), .published(published))
  }
}

extension DatePatternMatcher.Match {
  /// Days that are counted from a date in the text; nil where none are.
  var daysFromMention: Int? {
    guard reading[.mention] != nil else { return nil }
    if rule == .offset { return reading[.offset] }
    guard rule == .distance, let number = reading[.number], let sign = reading[.sign] else { return nil }
    return reading[.unit] == TimeUnit.day.rawValue ? sign * number : nil
  }

  /// Days that are counted from today.
  var daysFromToday: Int? {
    rule == .offset && reading[.mention] == nil && reading[.night] == nil ? reading[.offset] : nil
  }
}

extension TimeUnit {
  /// The day so many units from a day; nil for units that are counted otherwise.
  func day(from day: CivilDay, by count: Int) -> CivilDay? {
    switch self {
    case .day: day.adding(days: count)
    case .week: day.adding(days: 7 * count)
    case .month: day.adding(months: count)
    case .year: day.adding(months: 12 * count)
    case .weekend, .quarter, .season, .decade: nil
    }
  }

  /// The unit that holds a day, moved by `shift` units.
  func period(of day: CivilDay, shift: Int) -> CalendarValue {
    switch self {
    case .day: return CalendarValue(day.adding(days: shift))
    case .week: return .week(of: day.adding(days: 7 * shift))
    case .weekend:
      // On a Monday "this weekend" is the one to come, and the last one ended the day before.
      let saturday = day.adding(days: 6 - day.weekday + 7 * shift)
      return .range(CalendarValue(saturday), CalendarValue(saturday.adding(days: 1)))
    case .month:
      let moved = day.adding(months: shift)
      return .month(moved.year, moved.month)
    case .quarter:
      let moved = day.adding(months: 3 * shift)
      return .quarter(moved.year, (moved.month + 2) / 3)
    case .season:
      let moved = day.adding(months: 3 * shift)
      let (year, month, _) = moved.parts
      return month < 3 ? .season(year - 1, 24) : .season(year, 20 + month / 3)
    case .year: return .year(day.year + shift)
    case .decade: return .decade(day.year + 10 * shift)
    }
  }
}

extension CalendarValue {
  /// Whether it is one day, or a time of one.
  var isOneDay: Bool { precision == .day || precision == .minute }

  /// Whether counting in a unit from it makes sense: no days from a year, and no years from one ("in 1987 … a year
  /// earlier" seldom means 1986).
  func isAtLeastAsExact(as unit: TimeUnit) -> Bool {
    switch unit {
    case .day: isOneDay
    case .week, .weekend: isOneDay || precision == .week
    case .month: isOneDay || precision == .month
    case .quarter, .season: isOneDay || precision == .month || precision == .quarter
    case .year: isOneDay || precision == .month
    case .decade: precision != .range
    }
  }
}
