/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// The arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms" (2013): exact, without tables,
/// and free of the cost of a calendar object.
package struct CivilDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  package var number: Int

  /// The day `number` days after 1970-01-01.
  package init(number: Int) { self.number = number }

  /// The given day, or nil where the calendar has none such (30 February).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDay.length(ofMonth: month, year: year) else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads the first ten characters of an ISO 8601 date or instant ("2023-01-17", "2023-01-17T08:00:00Z").
  ///
  /// The day is the one written; no time zone is applied.
  package init?(iso text: some StringProtocol) {
    // One pass without an array: this is asked for every date of a site.
    var parts = (year: 0, month: 0, day: 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: guard byte == 0x2D else { return nil }
      case 0..<4: parts.year = parts.year * 10 + digit
      case 5, 6: parts.month = parts.month * 10 + digit
      default: parts.day = parts.day * 10 + digit
      }
      if place != 4, place != 7 { guard (0...9).contains(digit) else { return nil } }
      place += 1
      if place == 10 { break }
    }
    guard place == 10 else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// Year, month (1 to 12) and day (1 to 31).
  package var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
  /// The calendar year.
  package var year: Int { parts.year }
  /// The month, 1 to 12.
  package var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  package var day: Int { parts.day }

  /// The weekday by ISO 8601: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let shifted = (number + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The ISO 8601 week and the year that it belongs to.
  package var week: (year: Int, week: Int) {
    let thursday = CivilDay(number: number - weekday + 4)
    let first = CivilDay(year: thursday.year, month: 1, day: 1) ?? thursday
    return (thursday.year, (thursday.number - first.number) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week.
  package static func monday(ofWeek week: Int, year: Int) -> CivilDay? {
    guard let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
    return CivilDay(number: fourth.number - fourth.weekday + 1 + (week - 1) * 7)
  }

  /// How many days a month has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// How many months of its year lie before it, in parts of its own month: 0 for 1 January, below 12 for 31 December.
  package var monthsIntoYear: Double {
    let (year, month, day) = parts
    return Double(month - 1) + Double(day - 1) / Double(CivilDay.length(ofMonth: month, year: year))
  }

  /// The day `days` later, or earlier where negative.
  package func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The same day `months` later, cut to the length of that month.
  package func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let last = CivilDay.length(ofMonth: newMonth, year: newYear)
    return CivilDay(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  /// ISO 8601: "2023-01-17".
  package var description: String {
    let (year, month, day) = parts
    return "\(CivilDay.padded(year, to: 4))-\(CivilDay.padded(month, to: 2))-\(CivilDay.padded(day, to: 2))"
  }

  /// A number with leading zeros.
  package static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Orders by time.
  package static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}
