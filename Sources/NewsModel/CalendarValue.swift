/// How exact a date is.
package enum Precision: String, Sendable, CaseIterable {
  case decade, year, season, quarter, month, week, day, minute, range
}

/// A date as far as it is known: ISO 8601 cut to its precision, with the seasons, quarters, decades and ranges of
/// EDTF (Library of Congress, Extended Date/Time Format, level 1 and 2).
package struct CalendarValue: Hashable, Sendable {
  /// `2023-01-17`, `2023-01`, `2023`, `2023-W03`, `2023-21` (spring), `2023-33` (first quarter), `202X`,
  /// `2023-01-10/2023-01-12`, `2023-01-17T11:00`.
  package var text: String
  /// How exact it is.
  package var precision: Precision

  /// A value as written; nothing is checked.
  package init(text: String, precision: Precision) {
    self.text = text
    self.precision = precision
  }

  /// One day.
  package init(_ day: CivilDay) { self.init(text: day.description, precision: .day) }

  /// The first and the last day that it covers, or nil where the text is malformed.
  package var days: ClosedRange<CivilDay>? {
    if precision == .range {
      let ends = text.split(separator: "/", maxSplits: 1).map(String.init)
      guard ends.count == 2, let first = CalendarValue.days(of: ends[0]), let last = CalendarValue.days(of: ends[1]),
        first.lowerBound <= last.upperBound
      else { return nil }
      return first.lowerBound...last.upperBound
    }
    return CalendarValue.days(of: text)
  }

  /// The days that an EDTF date or range covers, or nil where it is malformed or unknown.
  package static func days(edtf text: String) -> ClosedRange<CivilDay>? {
    CalendarValue(text: text, precision: text.contains("/") ? .range : .day).days
  }

  /// The days covered by one EDTF date that is not a range.
  private static func days(of text: String) -> ClosedRange<CivilDay>? {
    func span(_ year: Int, _ month: Int, months: Int) -> ClosedRange<CivilDay>? {
      guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
      return first...first.adding(months: months).adding(days: -1)
    }
    if let day = CivilDay(iso: text) { return day...day }
    if text.count == 4, text.hasSuffix("X"), let decade = Int(text.dropLast()) {
      return span(decade * 10, 1, months: 120)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? span(year, 1, months: 12) : nil }
    if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()) {
      guard let monday = CivilDay.monday(ofWeek: week, year: year) else { return nil }
      return monday...monday.adding(days: 6)
    }
    guard let number = Int(parts[1]) else { return nil }
    switch number {
    case 1...12: return span(year, number, months: 1)
    case 21...23: return span(year, 3 + (number - 21) * 3, months: 3)
    case 24: return span(year, 12, months: 3)
    case 33...36: return span(year, 1 + (number - 33) * 3, months: 3)
    default: return nil
    }
  }
}

extension CalendarValue: Comparable {
  /// Orders by first day, then the more exact first, then by text, so that any list has one order.
  package static func < (a: CalendarValue, b: CalendarValue) -> Bool {
    guard let x = a.days, let y = b.days else { return a.text < b.text }
    if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
    if x.upperBound != y.upperBound { return x.upperBound < y.upperBound }
    return a.text < b.text
  }
}
