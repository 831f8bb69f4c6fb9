internal import NewsModel

/// Dates as feeds write them, turned into what the contract calls a date: "2023-01-17", or an instant of RFC 3339.
///
/// Read are ISO 8601 and its profiles (RFC 3339, W3C-DTF, weeks and days of the year among them), RFC 822 with what
/// publishers make of it (years of two digits, weekdays wrong or missing, names of months in the languages of CLDR, zones
/// as names), `asctime`, and dates with the signs of Chinese, Japanese and Korean. The zone stays as written; where none
/// stands there none is made up. What could be read in two ways ("03/04/2012", unless the feed's language tells) is no
/// date, and a day without its time is a day.
enum FeedDate {
  /// Longer texts are no dates.
  static let longest = 160  // bytes

  /// The date of a text, or nil where it holds none for certain.
  ///
  /// - Parameter language: of the feed, BCP 47: tells the names of months, and whether days come before months.
  static func iso(_ text: String, language: String? = nil) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let bytes = Array(MarkupWords.oneLine(text).utf8)
    guard !bytes.isEmpty else { return nil }
    return FeedDateNumbers.iso(bytes) ?? FeedDateWords(bytes, language: language).iso
  }
}

/// A time of day with its zone, as far as it is known.
struct FeedClock {
  var hour = 0
  var minute = 0
  var second: Int?
  /// Minutes east of Greenwich.
  var offset: Int?

  /// The date of a day at this time: 24 o'clock is the next day's beginning.
  func iso(on day: CivilDay) -> String {
    let day = hour == 24 ? day.adding(days: 1) : day
    func two(_ number: Int) -> String { CivilDay.padded(number, to: 2) }
    var text = "\(day)T\(two(hour == 24 ? 0 : hour)):\(two(minute))"
    // A leap second has no place in most calendars of other programs.
    if let second { text += ":\(two(min(second, 59)))" } else if offset != nil { text += ":00" }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    return text + (offset < 0 ? "-" : "+") + "\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
  }

  /// Whether a clock shows this.
  var isValid: Bool {
    (0...24).contains(hour) && (0...59).contains(minute) && (0...60).contains(second ?? 0)
      && !(hour == 24 && (minute > 0 || second ?? 0 > 0))
  }

  /// Zones are at most 14 hours from Greenwich.
  static func offset(hours: Int, minutes: Int, isWest: Bool) -> Int? {
    guard hours <= 14, minutes <= 59 else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }
}

/// Dates that begin with the year and are all numbers (ISO 8601).
struct FeedDateNumbers {
  private let bytes: [UInt8]
  private var at = 0

  /// The date, cut to what is told; nil where the text is none of these.
  static func iso(_ bytes: [UInt8]) -> String? {
    var reader = FeedDateNumbers(bytes: bytes)
    return reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> String? {
    let digits = digitsAhead()
    if digits == 8 || digits == 14 || digits == 12, let year = number(4), let month = number(2), let day = number(2),
      let date = FeedDateNumbers.day(year, month, day)
    {
      return finish(date)
    }
    at = 0
    if digits == 7, let year = number(4), let ordinal = number(3) { return ordinalDay(year, ordinal) }
    at = 0
    guard digits == 4, let year = number(4), (1...9999).contains(year) else { return nil }
    if at == bytes.count { return CivilDay.padded(year, to: 4) }
    let separator = bytes[at]
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    at += 1
    if at < bytes.count, bytes[at] | 0x20 == 0x77 { return week(year) }
    if digitsAhead() == 3, separator == 0x2D, let ordinal = number(3) { return ordinalDay(year, ordinal) }
    guard (1...2).contains(digitsAhead()), let month = number(digitsAhead()), (1...12).contains(month) else {
      return nil
    }
    if at == bytes.count { return "\(CivilDay.padded(year, to: 4))-\(CivilDay.padded(month, to: 2))" }
    guard bytes[at] == separator else { return nil }
    at += 1
    guard (1...2).contains(digitsAhead()), let day = number(digitsAhead()),
      let date = FeedDateNumbers.day(year, month, day)
    else { return nil }
    return finish(date)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    CivilDay(year: year, month: month, day: day)
  }

  private mutating func ordinalDay(_ year: Int, _ ordinal: Int) -> String? {
    guard let first = CivilDay(year: year, month: 1, day: 1), ordinal >= 1 else { return nil }
    let day = first.adding(days: ordinal - 1)
    return day.year == year ? finish(day) : nil
  }

  private mutating func week(_ year: Int) -> String? {
    at += 1
    guard digitsAhead() <= 3, let week = number(2), let monday = CivilDay.monday(ofWeek: week, year: year),
      monday.week == (year, week)
    else { return nil }
    if at == bytes.count { return "\(CivilDay.padded(year, to: 4))-W\(CivilDay.padded(week, to: 2))" }
    if bytes[at] == 0x2D { at += 1 }
    guard let weekday = number(1), (1...7).contains(weekday) else { return nil }
    return finish(monday.adding(days: weekday - 1))
  }

  /// The day with its time, if what follows is one; nil where anything else follows.
  private mutating func finish(_ day: CivilDay) -> String? {
    guard at < bytes.count else { return day.description }
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x2C || bytes[at] | 0x20 == 0x74 { at += 1 }
    guard let clock = clock() else { return nil }
    return clock.isValid ? clock.iso(on: day) : day.description
  }

  /// "10:14:55.123Z", "10:14", "101455", "10Z", "9:15-05:00".
  private mutating func clock() -> FeedClock? {
    var clock = FeedClock()
    let digits = digitsAhead()
    guard digits >= 1, digits <= 6, let hour = number(digits >= 3 ? 2 : digits) else { return nil }
    clock.hour = hour
    if digits >= 4 {
      clock.minute = number(2) ?? 0
      if digits == 6 { clock.second = number(2) }
    } else {
      if take(0x3A) {
        guard (1...2).contains(digitsAhead()), let minute = number(digitsAhead()) else { return nil }
        clock.minute = minute
        if take(0x3A) {
          guard (1...2).contains(digitsAhead()) else { return nil }
          clock.second = number(digitsAhead())
        }
      }
    }
    if at < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x2C || bytes[at] == 0x3A {
      at += 1
      _ = skipDigits()
    }
    guard let zone = zone() else { return nil }
    clock.offset = zone.offset
    return clock
  }

  /// The zone that ends the text; nil where something else does.
  private mutating func zone() -> (offset: Int?, Void)? {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return (nil, ()) }
    if let offset = FeedZone.offset(bytes, &at) {
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      return at == bytes.count ? (offset, ()) : nil
    }
    let name = String(decoding: bytes[at...], as: UTF8.self)
    return FeedZone.named(name).map { ($0, ()) }
  }

  private func digitsAhead() -> Int { bytes[at...].prefix { (0x30...0x39).contains($0) }.count }
  private mutating func skipDigits() -> Int {
    let count = digitsAhead()
    at += count
    return count
  }
  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }
  private mutating func number(_ digits: Int) -> Int? {
    guard at + digits <= bytes.count, digits > 0 else { return nil }
    var value = 0
    for byte in bytes[at..<(at + digits)] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += digits
    return value
  }
}
