/// What a word can say of a date; the sections of the table `date-words` and the `<slots>` of `date-patterns` are named so.
enum DateSlot: Int, CaseIterable, Sendable {
  /// 1 to 31.
  case day
  /// The other day of a list or a range.
  case day2
  /// 1 to 12.
  case month
  case month2
  /// Four digits.
  case year
  case year2
  /// ISO 8601: 1 is Monday.
  case weekday
  case weekday2
  /// Which such weekday of its month, from 1.
  case nth
  /// As in EDTF: 21 is spring, 24 winter.
  case season
  /// 1 to 4.
  case quarter
  /// 1 or 2, the half of a year.
  case half
  /// The first year of a decade.
  case decade
  /// The raw value of a `TimeUnit`.
  case unit
  /// How many units.
  case number
  /// -1 the one before, 0 this one, 1 the next.
  case shift
  /// As `shift`, for the year that a month or a season belongs to.
  case yearShift
  /// Days from the anchor.
  case offset
  /// 1 where it is the night that ends on the day counted.
  case night
  /// 1 where the distance counts towards the future, -1 towards the past.
  case sign
  /// 1 where it is counted from a date in the text, not from publication.
  case mention
  /// 1 where a distance is meant to the day ("il y a un an jour pour jour").
  case exact
  /// 1 where only a verb to come makes it a date ("in ten days").
  case toCome
  /// 1 where the words are too vague to have a value ("quelques jours plus tard").
  case vague

  /// The slot of a name in a table.
  init?(name: String) {
    guard let slot = DateSlot.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = slot
  }
}

/// A unit of the calendar.
enum TimeUnit: Int, Sendable {
  case day, week, weekend, month, quarter, season, year, decade

  /// The unit of a name in a table.
  init?(name: String) {
    switch name {
    case "day": self = .day
    case "week": self = .week
    case "weekend": self = .weekend
    case "month": self = .month
    case "quarter": self = .quarter
    case "season": self = .season
    case "year": self = .year
    case "decade": self = .decade
    default: return nil
    }
  }
}

/// What the words of one expression say, slot by slot, and where they stand.
struct DateReading: Sendable {
  /// A slot that is known.
  private struct Entry: Sendable {
    var slot: DateSlot
    var value: Int
    var place: Range<Int>
  }
  /// Those slots that are known: a handful, so that looking through them costs less than room for all.
  private var entries: [Entry] = []

  private func index(of slot: DateSlot) -> Int? {
    for index in entries.indices where entries[index].slot == slot { return index }
    return nil
  }

  /// The value of a slot, nil where the words do not say.
  subscript(slot: DateSlot) -> Int? {
    get { index(of: slot).map { entries[$0].value } }
    set {
      let place = index(of: slot).map { entries[$0].place } ?? 0..<0
      entries.removeAll { $0.slot == slot }
      if let newValue { entries.append(Entry(slot: slot, value: newValue, place: place)) }
    }
  }

  /// The tokens that gave a slot its value.
  func place(of slot: DateSlot) -> Range<Int> { index(of: slot).map { entries[$0].place } ?? 0..<0 }

  /// Sets a slot from some tokens.
  mutating func set(_ slot: DateSlot, _ value: Int, at place: Range<Int>) {
    if let known = index(of: slot) {
      entries[known] = Entry(slot: slot, value: value, place: place)
    } else {
      entries.append(Entry(slot: slot, value: value, place: place))
    }
  }
}
