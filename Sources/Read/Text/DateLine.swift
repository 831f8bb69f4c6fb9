internal import NewsModel
internal import Prose

/// A line that is a date and nothing else: "| 30 January 2023, Monday |", "Publié le 3 mars 2025 à 10h12".
///
/// Day, month and year have to stand there; the time of day is passed over, as its zone is seldom known. In a date of
/// three numbers the day comes first unless it cannot ("30/01/2023"); where both could be the day, there is no date
/// unless words of a language beside it put the day first ("Publié le 03/02/2026").
struct DateLine: Equatable {
  var day: CivilDay
  /// The line says that the text was changed then, not that it came out.
  var isUpdate = false
  /// The line says that the text came out then; a bare date may be the day of a copy.
  var saysPublished = false

  /// A date with weekday, time and zone takes no more words than these.
  static let longest = 16
  /// Years that a press article can be dated to.
  static let years = 1800...2199

  /// Reads a line, or nil where anything else stands there.
  init?(_ text: some Collection<UInt8>, words: ReadingWords) {
    let folded = Fold.folded(Array(text))
    var numbers: [Int] = []
    var month: Int?
    var isDayFirst = false
    var clock: Int?
    var at = 0
    var pieces = 0
    while at < folded.count {
      guard let piece = DateLine.piece(folded, &at) else { continue }
      pieces += 1
      guard pieces <= DateLine.longest else { return nil }
      switch piece {
      case .time: break
      case .number(let number): numbers.append(number)
      case .pointed(let hour, let minute):
        clock = numbers.count
        numbers += [hour, minute]
      case .word(let word):
        switch words.dateWord(word) {
        case .month(let value):
          // Where a weekday cut short looks like a month ("mar. 14 janv."), the month proper comes last.
          month = value
        case .published(let dayFirst):
          saysPublished = true
          if dayFirst { isDayFirst = true }
        case .updated(let dayFirst):
          isUpdate = true
          if dayFirst { isDayFirst = true }
        case .filler: break
        case nil: return nil
        }
      }
    }
    if saysPublished { isUpdate = false }
    // Beside a month by its name two numbers with a point between are a time of day.
    if let clock, month != nil { numbers.removeSubrange(clock..<clock + 2) }
    guard let day = DateLine.day(numbers, month: month, isDayFirst: isDayFirst) else { return nil }
    self.day = day
  }

  private static func day(_ numbers: [Int], month: Int?, isDayFirst: Bool) -> CivilDay? {
    if let month {
      guard numbers.count == 2, let year = numbers.first(where: { years.contains($0) }),
        let day = numbers.first(where: { !years.contains($0) })
      else { return nil }
      return CivilDay(year: year, month: month, day: day)
    }
    guard numbers.count == 3 else { return nil }
    if years.contains(numbers[0]) { return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard years.contains(numbers[2]) else { return nil }
    if isDayFirst || numbers[0] > 12 || numbers[0] == numbers[1] {
      return CivilDay(year: numbers[2], month: numbers[1], day: numbers[0])
    }
    return numbers[1] > 12 ? CivilDay(year: numbers[2], month: numbers[0], day: numbers[1]) : nil
  }

  private enum Piece {
    case number(Int), word(UInt64), time
    /// "09.30": a time of day, or day and month.
    case pointed(Int, Int)
  }

  /// The next word, number or time of day; nil where a mark was passed.
  private static func piece(_ bytes: [UInt8], _ at: inout Int) -> Piece? {
    let byte = bytes[at]
    if (0x30...0x39).contains(byte) { return digits(bytes, &at) }
    guard isLetter(byte), !isContinuation(byte) else {
      // Spaces, dashes and bullets outside ASCII: two bytes after C2, three after E2.
      at += byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
      return nil
    }
    let start = at
    while at < bytes.count, isLetter(bytes[at]) { at += 1 }
    return .word(Fold.hash(bytes[start..<at]))
  }

  private static func digits(_ bytes: [UInt8], _ at: inout Int) -> Piece {
    let start = at
    var number = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
      number = min(number * 10 + Int(bytes[at] - 0x30), 1_000_000)
      at += 1
    }
    // "10:39", "10h39", "10.39 pm", "06:45:10": a clock, unless a point parts a date of numbers.
    let isShort = at - start <= 2
    if isShort, at < bytes.count, bytes[at] == 0x3A || (bytes[at] == 0x68 && !followsLetters(bytes, at + 1)) {
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) || bytes[at] == 0x3A || bytes[at] == 0x68 { at += 1 }
      return .time
    }
    if isShort, start == 0 || bytes[start - 1] != 0x2E, let minute = minute(bytes, at), number < 24 {
      at += 3
      return .pointed(number, minute)
    }
    // "1er", "2nd": what makes a number ordinal belongs to it.
    if isShort {
      var end = at
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      if end - at == 2 { at = end }
    }
    return .number(number)
  }

  /// The two digits behind a point, where they end the number and are minutes.
  private static func minute(_ bytes: [UInt8], _ at: Int) -> Int? {
    let isDigit = { (index: Int) in index < bytes.count && (0x30...0x39).contains(bytes[index]) }
    guard at < bytes.count, bytes[at] == 0x2E, isDigit(at + 1), isDigit(at + 2), !isDigit(at + 3),
      at + 3 == bytes.count || bytes[at + 3] != 0x2E
    else { return nil }
    let minute = Int(bytes[at + 1] - 0x30) * 10 + Int(bytes[at + 2] - 0x30)
    return minute < 60 ? minute : nil
  }

  private static func followsLetters(_ bytes: [UInt8], _ at: Int) -> Bool { at < bytes.count && isLetter(bytes[at]) }
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (byte >= 0xC3 && byte != 0xE2)
      || (byte >= 0x80 && byte < 0xC0)
  }
}
