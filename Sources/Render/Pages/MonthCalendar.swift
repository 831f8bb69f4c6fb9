internal import NewsModel

/// A month as a grid of days, where the days of editions lead to them.
struct MonthCalendar {
  let desk: Desk
  let year: Int
  let month: Int
  /// The day whose page this is.
  var current: CivilDay?

  /// "Janvier 2023".
  var label: String { BriefPage.capitalized(desk.calendar.month(month, year: year)) }

  /// The first letters of the days of a week, Monday first.
  var weekdays: [Record] {
    (1...7).map { day in Record(view: ["letter": .text(String(desk.words.text("weekday.\(day)").prefix(1)))]) }
  }

  /// The days.
  ///
  /// - Parameter editions: the days that have an edition.
  func days(_ editions: Set<CivilDay>) -> [Record] {
    guard let first = CivilDay(year: year, month: month, day: 1) else { return [] }
    return (0..<CivilDay.length(ofMonth: month, year: year)).map { at in
      let day = first.adding(days: at)
      let isCurrent = day == current
      return Record(view: [
        "n": .text("\(at + 1)"), "column": at == 0 ? .text("c\(day.weekday)") : .none, "current": .flag(isCurrent),
        "label": .text(desk.calendar.short(day)),
        "href": editions.contains(day) && !isCurrent ? .text(desk.href("briefs/\(day)/")) : .none,
      ])
    }
  }
}
