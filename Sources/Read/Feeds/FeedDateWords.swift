internal import Languages
internal import NewsModel
internal import Prose

/// Dates with words in them, and dates of three numbers: RFC 822 and all that is like it.
struct FeedDateWords {
  /// What stands before a number that is neither clock nor zone.
  private struct Number {
    var value: Int
    var digits: Int
    var separator: UInt8
  }

  private let language: String?
  private var numbers: [Number] = []
  private var month: Int?
  private var clock: FeedClock?
  private var isAfternoon: Bool?
  /// A letter of a text that is no date ends the reading.
  private var words = 0

  /// A date has a weekday, a month, a zone and a few small words.
  static let mostWords = 8

  /// Reads a text on one line.
  init(_ text: [UInt8], language: String?) {
    self.language = language
    let bytes = FeedDateWords.withoutRemarks(FeedDateWords.withoutSigns(text))
    var at = 0
    var before: UInt8 = 0x20
    while at < bytes.count, words <= FeedDateWords.mostWords, numbers.count <= 4 {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        readDigits(bytes, &at, before)
        before = 0x20
      } else if clock != nil, clock?.offset == nil, byte == 0x2B || byte == 0x2D, let zone = FeedZone.offset(bytes, &at)
      {
        clock?.offset = zone
      } else if FeedDateWords.isLetter(byte) {
        readWord(bytes, &at)
        before = 0x20
      } else {
        if byte != 0x20 { before = byte }
        at += 1
      }
    }
  }

  /// The date that was read, or nil.
  var iso: String? {
    guard words <= FeedDateWords.mostWords, let day else { return nil }
    guard var clock else { return day.description }
    if let isAfternoon, clock.hour <= 12 { clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0) }
    return clock.isValid ? clock.iso(on: day) : day.description
  }

  // MARK: The day

  private var day: CivilDay? {
    if let month { return dayOfMonth(month) }
    guard numbers.count == 3 else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    if a.digits == 4 { return CivilDay(year: a.value, month: b.value, day: c.value) }
    guard c.digits == 4 || c.digits == 2, let year = FeedDateWords.year(c) else { return nil }
    let dayFirst = CivilDay(year: year, month: b.value, day: a.value)
    let monthFirst = CivilDay(year: year, month: a.value, day: b.value)
    // Only days of four-digit years may be told by elimination: "10-11-12" could be anything.
    guard c.digits == 4 || b.separator == 0x2E else { return nil }
    if b.separator == 0x2E { return dayFirst }
    guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
    if dayFirst == monthFirst { return dayFirst }
    switch language?.lowercased() {
    case "en-us": return monthFirst
    case nil, "en": return nil
    default: return dayFirst
    }
  }

  private func dayOfMonth(_ month: Int) -> CivilDay? {
    guard numbers.count == 2 else { return nil }
    let yearIndex = numbers[0].digits == 4 || numbers[0].value > 31 ? 0 : 1
    guard let year = FeedDateWords.year(numbers[yearIndex]) else { return nil }
    return CivilDay(year: year, month: month, day: numbers[1 - yearIndex].value)
  }

  /// Two digits are of this century up to 49, three count from 1900 (RFC 2822, §4.3).
  private static func year(_ number: Number) -> Int? {
    switch number.digits {
    case 4: number.value
    case 3: 1900 + number.value
    case 2: number.value < 50 ? 2000 + number.value : 1900 + number.value
    default: nil
    }
  }

  // MARK: Numbers and words

  private mutating func readDigits(_ bytes: [UInt8], _ at: inout Int, _ before: UInt8) {
    let start = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    let digits = at - start
    let value = bytes[start..<at].prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let isClock = at + 1 < bytes.count && (0x30...0x39).contains(bytes[at + 1])
    if clock == nil, digits <= 2, isClock, bytes[at] == 0x3A || bytes[at] == 0x68 {
      clock = FeedDateWords.clock(hour: value, bytes, &at)
      return
    }
    // "1st", "1er": what makes a number ordinal belongs to it.
    if digits <= 2 {
      let letters = bytes[at...].prefix { FeedDateWords.isLetter($0) }
      if letters.count == 2, letters.allSatisfy({ $0 < 0x80 }),
        FeedZone.named(String(decoding: letters, as: UTF8.self)) == nil,
        !letters.elementsEqual("pm".utf8), !letters.elementsEqual("am".utf8)
      {
        at += 2
      }
    }
    if clock == nil, digits <= 2, value <= 12, FeedDateWords.meridiem(bytes, at) != nil {
      clock = FeedClock(hour: value)
      return
    }
    numbers.append(Number(value: value, digits: digits, separator: before))
  }

  private static func clock(hour: Int, _ bytes: [UInt8], _ at: inout Int) -> FeedClock {
    var clock = FeedClock(hour: hour)
    func pair(_ at: inout Int) -> Int? {
      let digits = bytes[at...].prefix(3).prefix { (0x30...0x39).contains($0) }
      guard (1...2).contains(digits.count) else { return nil }
      at += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    at += 1
    clock.minute = pair(&at) ?? 0
    guard at < bytes.count, bytes[at] == 0x3A || bytes[at] == 0x6D else { return clock }
    at += 1
    clock.second = pair(&at)
    if at + 1 < bytes.count, bytes[at] == 0x2E, (0x30...0x39).contains(bytes[at + 1]) {
      at += 1
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    }
    return clock
  }

  /// Whether an hour is followed by what makes it one.
  private static func meridiem(_ bytes: [UInt8], _ start: Int) -> Bool? {
    let rest = bytes[start...].drop { $0 == 0x20 }.prefix(4).filter { $0 != 0x2E }
    guard rest.count >= 2, rest[1] == 0x6D, rest.count == 2 || !isLetter(rest[2]) else { return nil }
    return rest[0] == 0x70 ? true : rest[0] == 0x61 ? false : nil
  }

  private mutating func readWord(_ bytes: [UInt8], _ at: inout Int) {
    if clock != nil, isAfternoon == nil, let found = FeedDateWords.meridiem(bytes, at) {
      isAfternoon = found
      // "a.m." is four bytes, "am" two.
      at += at + 1 < bytes.count && bytes[at + 1] == 0x2E ? 4 : 2
      return
    }
    let start = at
    while at < bytes.count, FeedDateWords.isLetter(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    words += 1
    if clock != nil, clock?.offset == nil, let zone = FeedZone.named(word) {
      clock?.offset = zone
      // "GMT+0200": the sign tells more than the name.
      if at < bytes.count, let offset = FeedZone.offset(bytes, &at) { clock?.offset = offset }
      return
    }
    if word == "pm" || word == "am" {
      isAfternoon = word == "pm"
    } else if let found = FeedMonths.month(word, language: language) {
      // Where a weekday cut short looks like a month ("mar. 14 janv."), the month proper comes last.
      month = found
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

  /// In lower case, the remarks of RFC 822 ("(PST)") taken out, commas and no-break spaces made spaces.
  private static func withoutRemarks(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var depth = 0
    for byte in Fold.lowercased(text) {
      if byte == 0x28 { depth += 1 }
      if depth == 0 { out.append(byte == 0x2C ? 0x20 : byte) }
      if byte == 0x29 { depth = max(0, depth - 1) }
    }
    return out
  }

  /// The signs of Chinese, Japanese and Korean dates as marks that all dates have.
  private static func withoutSigns(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0xC2 }) else { return text }
    var line = String(decoding: text, as: UTF8.self)
    for (sign, mark) in [
      ("年", "-"), ("月", "-"), ("日", " "), ("년", "-"), ("월", "-"), ("일", " "), ("時", ":"), ("时", ":"), ("시", ":"),
      ("分", ":"), ("분", ":"), ("秒", " "), ("초", " "), ("오전", "am "), ("오후", "pm "), ("上午", "am "), ("下午", "pm "),
      ("午前", "am "), ("午後", "pm "), ("\u{A0}", " "), ("\u{202F}", " "),
    ] where line.contains(sign) { line = line.replacing(sign, with: mark) }
    line = line.replacing(": ", with: " ")
    return Array(line.utf8)
  }
}
