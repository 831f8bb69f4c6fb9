internal import NewsModel

/// Dates in words, as exact as they are and no more.
struct CalendarWords: Sendable {
  let words: InterfaceWords

  /// "mardi 17 janvier 2023".
  func long(_ day: CivilDay) -> String { words.text("date.long", slots(day)) }

  /// "17 janvier 2023".
  func short(_ day: CivilDay) -> String { words.text("date.short", slots(day)) }

  /// "du 30 janvier 2023 au 2 février 2023"; "du 17 au 19 janvier 2023" within a month.
  func range(_ from: CivilDay, _ to: CivilDay) -> String {
    guard from.year == to.year, from.month == to.month else {
      return range(short(from), short(to))
    }
    return words.text(
      "date.range-in-month", slots(to).merging(["first": slots(from)["day"] ?? ""]) { own, _ in own })
  }

  /// "janvier 2023".
  func month(_ month: Int, year: Int) -> String {
    words.text("date.month", ["month": words.text("month.\(month)"), "year": String(year)])
  }

  /// A value at its own precision: a month stays a month.
  func text(_ value: CalendarValue) -> String {
    switch value.precision {
    case .day: CivilDay(iso: value.text).map(long) ?? value.text
    case .minute: minute(value.text)
    case .week: value.days.map { words.text("date.week", slots($0.lowerBound)) } ?? value.text
    case .month: value.days.map { month($0.lowerBound.month, year: $0.lowerBound.year) } ?? value.text
    case .season: part("season", value.text)
    case .quarter: part("quarter", value.text)
    case .year: value.text
    case .decade: words.text("date.decade", ["decade": String(value.text.prefix(3)) + "0"])
    case .range: range(value)
    }
  }

  /// The words for a precision: "jour", "mois".
  func precision(_ value: CalendarValue?) -> String {
    words.text("precision.\(value?.precision.rawValue ?? "unknown")")
  }

  private func slots(_ day: CivilDay) -> [String: String] {
    let (year, month, number) = day.parts
    // The first of the month has a form of its own in some languages.
    let first = number == 1 && words.has("day.1") ? words.text("day.1") : String(number)
    return [
      "weekday": words.text("weekday.\(day.weekday)"), "day": first, "month": words.text("month.\(month)"),
      "year": String(year),
    ]
  }

  private func minute(_ text: String) -> String {
    guard let day = CivilDay(iso: text) else { return text }
    let time = String(text.dropFirst(11).prefix(5))
    return time.isEmpty ? long(day) : words.text("date.minute", ["date": long(day), "time": time])
  }

  /// "2023-21" is "printemps 2023", "2023-33" the first quarter.
  private func part(_ name: String, _ text: String) -> String {
    let parts = text.split(separator: "-")
    guard parts.count == 2 else { return text }
    return words.text("date.\(name)", [name: words.text("\(name).\(parts[1])"), "year": String(parts[0])])
  }

  private func range(_ value: CalendarValue) -> String {
    let ends = value.text.split(separator: "/").map(String.init)
    guard ends.count == 2 else { return value.text }
    if let from = CivilDay(iso: ends[0]), let to = CivilDay(iso: ends[1]) { return range(from, to) }
    let named = ends.map { end in CivilDay(iso: end).map(short) ?? end }
    return range(named[0], named[1])
  }

  private func range(_ from: String, _ to: String) -> String { words.text("date.range", ["from": from, "to": to]) }
}
