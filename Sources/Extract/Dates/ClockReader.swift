internal import Languages
internal import NewsModel
internal import Prose

/// Reads times of day ("vers 15 h 30", "9 a.m. EST"), which belong to the date that follows them.
final class ClockReader: Sendable {
  /// A time and the token just past it and its zone.
  struct Clock: Equatable {
    var hour: Int
    var minute: Int
    var end: Int
  }
  private let marks: PhraseTable<Int>
  private let zones: PhraseTable<Bool>
  private let about: PhraseTable<Bool>
  private let named: PhraseTable<Int>
  /// A point stands between hour and minute ("20.30 horas"), as `[clock-point]` says.
  private let hasPoints: Bool

  /// The words of a language, from `date-words`: `[clock-mark]` with the hours it adds, `[clock-zone]`,
  /// `[clock-about]`, `[clock-word]` with its hour.
  init(language: Language, tokenizer: Tokenizer) {
    let table = language.table("date-words")
    var marks = PhraseTable<Int>(tokenizer: tokenizer)
    var zones = PhraseTable<Bool>(tokenizer: tokenizer)
    var about = PhraseTable<Bool>(tokenizer: tokenizer)
    var named = PhraseTable<Int>(tokenizer: tokenizer)
    for row in table.rows("clock-mark") { marks.insert(row[0], row.count > 1 ? Int(row[1]) ?? 0 : 0) }
    for row in table.rows("clock-zone") { zones.insert(row[0], true) }
    for row in table.rows("clock-about") { about.insert(row[0], true) }
    for row in table.rows("clock-word") where row.count > 1 { named.insert(row[0], Int(row[1]) ?? 0) }
    hasPoints = !table.rows("clock-point").isEmpty
    (self.marks, self.zones, self.about, self.named) = (marks, zones, about, named)
  }

  /// Whether a time may start at a token.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool {
    token.kind == .word ? named.mayStart(token) : token.kind == .number || token.kind == .mixed
  }

  /// The time that starts at a token.
  func clock(_ text: SegmentedText, at start: Int, limit: Int) -> Clock? {
    if text.tokens[start].kind == .word {
      return named.match(text.tokens, at: start, limit: limit).map { Clock(hour: $0.value, minute: 0, end: $0.end) }
    }
    guard text.tokens[start].kind == .number || text.tokens[start].kind == .mixed else { return nil }
    guard var hour = small(text, start, below: 25) else {
      return joined(text, start) ?? pointed(text, start, limit)
    }
    var at = start + 1
    var minute: Int?
    if at + 1 < limit, text.bytes[text.tokens[at].span.start] == 0x3A, let found = small(text, at + 1, below: 60) {
      minute = found
      at += 2
    }
    guard let mark = marks.match(text.tokens, at: at, limit: limit) else { return nil }
    at = mark.end
    if mark.value > 0, hour < 12 { hour += mark.value }
    if minute == nil, at < limit, !text.tokens[at].capitalized, let found = small(text, at, below: 60) {
      minute = found
      at += 1
    }
    if let zone = zones.match(text.tokens, at: at, limit: limit) { at = zone.end }
    return Clock(hour: hour, minute: minute ?? 0, end: at)
  }

  /// Whether a word before a time says that it is rough.
  func isAbout(_ text: SegmentedText, at token: Int) -> Bool {
    about.match(text.tokens, at: token, limit: token + 1) != nil
  }

  /// "15h30", one token.
  private func joined(_ text: SegmentedText, _ token: Int) -> Clock? {
    let span = text.tokens[token].span
    guard text.tokens[token].kind == .mixed, (2...5).contains(span.length) else { return nil }
    var numbers: [Int] = [0]
    var letters = 0
    for byte in text.bytes[span.start..<span.end] {
      if (0x30...0x39).contains(byte) {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      } else {
        letters += 1
        guard letters == 1, byte == 0x68 else { return nil }  // "h", the symbol of the hour in the SI
        numbers.append(0)
      }
    }
    guard numbers.count == 2, numbers[0] < 25, numbers[1] < 60 else { return nil }
    return Clock(hour: numbers[0], minute: numbers[1], end: token + 1)
  }

  /// "20.30 horas": a number by itself, a time by the mark behind it.
  private func pointed(_ text: SegmentedText, _ start: Int, _ limit: Int) -> Clock? {
    let bytes = text.bytes[text.tokens[start].span.start..<text.tokens[start].span.end]
    guard hasPoints, text.tokens[start].kind == .number, (4...5).contains(bytes.count),
      let mark = marks.match(text.tokens, at: start + 1, limit: limit)
    else { return nil }
    let parts = bytes.split(separator: 0x2E)
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    let values = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    guard (0..<25).contains(values[0]), (0..<60).contains(values[1]) else { return nil }
    let end = zones.match(text.tokens, at: mark.end, limit: limit)?.end ?? mark.end
    return Clock(hour: values[0] < 12 ? values[0] + mark.value : values[0], minute: values[1], end: end)
  }

  private func small(_ text: SegmentedText, _ token: Int, below limit: Int) -> Int? {
    let span = text.tokens[token].span
    guard text.tokens[token].kind == .number, span.length <= 2 else { return nil }
    var value = 0
    for byte in text.bytes[span.start..<span.end] { value = value * 10 + Int(byte) - 0x30 }
    return value < limit ? value : nil
  }
}
