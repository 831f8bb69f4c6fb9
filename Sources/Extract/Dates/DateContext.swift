internal import NewsModel

/// What an expression of time is resolved with.
struct DateContext {
  /// The day of publication, where it can be trusted.
  var published: CivilDay?
  /// The last date of the text before the expression that has a value.
  var previous: CalendarValue?
  /// That date stands in the sentence of the expression.
  var isPreviousNear = false
  var tense: TenseReader.Tense
  /// The tense is beyond doubt.
  var isTenseCertain = false
  /// The expression says of when figures are ("results for the third quarter"), not when its verb happens.
  var isOfFigures = false
  /// What stands before makes days and years ahead a length of time: how long something could take ("could be built in
  /// nine days"), for how long there was no like ("the first in 14 years").
  var isHowLong = false
  /// The verb is a plain future: what it tells lies in no month that is over.
  var isPlainFuture = false
}

/// What an expression of time resolves to.
struct ResolvedDate: Equatable {
  /// Nil where nothing is there to count from.
  var value: CalendarValue?
  var basis: DateMention.Basis
  var anchor: DateMention.Anchor?

  /// A value that the words themselves give.
  static func stated(_ value: CalendarValue) -> ResolvedDate { ResolvedDate(value: value, basis: .stated, anchor: nil) }

  /// A value counted from an anchor; without one there is neither.
  static func relative(_ value: CalendarValue?, _ anchor: DateMention.Anchor?) -> ResolvedDate {
    ResolvedDate(value: value, basis: .relative, anchor: value == nil ? nil : anchor)
  }

  /// Relative words whose anchor is unknown.
  static let unanchored = ResolvedDate(value: nil, basis: .relative, anchor: nil)
}

extension CalendarValue {
  /// A month: "2022-04".
  static func month(_ year: Int, _ month: Int) -> CalendarValue {
    CalendarValue(text: "\(CivilDay.padded(year, to: 4))-\(CivilDay.padded(month, to: 2))", precision: .month)
  }
  /// A year: "2022".
  static func year(_ year: Int) -> CalendarValue {
    CalendarValue(text: CivilDay.padded(year, to: 4), precision: .year)
  }
  /// A season by its number in EDTF: 21 is spring, 24 the winter that begins in that year.
  static func season(_ year: Int, _ season: Int) -> CalendarValue {
    CalendarValue(text: "\(CivilDay.padded(year, to: 4))-\(season)", precision: .season)
  }
  /// A quarter, 1 to 4; EDTF numbers them from 33.
  static func quarter(_ year: Int, _ quarter: Int) -> CalendarValue {
    CalendarValue(text: "\(CivilDay.padded(year, to: 4))-\(quarter + 32)", precision: .quarter)
  }
  /// A decade by any year of it: "199X".
  static func decade(_ year: Int) -> CalendarValue {
    CalendarValue(text: "\(CivilDay.padded(year / 10, to: 3))X", precision: .decade)
  }
  /// The ISO 8601 week of a day: "2023-W03".
  static func week(of day: CivilDay) -> CalendarValue {
    let (year, week) = day.week
    return CalendarValue(
      text: "\(CivilDay.padded(year, to: 4))-W\(CivilDay.padded(week, to: 2))", precision: .week)
  }
  /// From one date to another, both included.
  static func range(_ first: CalendarValue, _ last: CalendarValue) -> CalendarValue {
    CalendarValue(text: "\(first.text)/\(last.text)", precision: .range)
  }
}
