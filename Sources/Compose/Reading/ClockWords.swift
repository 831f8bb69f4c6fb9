internal import Languages
internal import NewsModel
internal import Prose

/// A time of day that a text gives, in hours and minutes.
struct ClockTime: Equatable {
  var span: Span
  /// Since midnight.
  var minutes: Int
  /// "Shortly before 8", "around 8": told roughly.
  var isRough: Bool
  /// A zone stands behind it.
  var hasZone: Bool
}

/// The words of one language by which times of day are read, those of dates ("21h40", "21 h 50", "9:40 p.m.").
///
/// An hour alone may be a length of time ("18 heures"), so it counts behind a word that says "at" alone.
final class ClockWords {
  private let marks: PhraseTable<Int>
  /// The marks of letters alone, as they are joined to a number ("6am").
  private let suffixes: [[UInt8]: Int]
  private let zones: PhraseTable<Bool>
  private let rough: PhraseTable<Bool>
  private let at: PhraseTable<Bool>
  /// What says that something happened or began ("took place").
  let begins: PhraseTable<Bool>
  /// What says so right behind the time ("when").
  let beginsBehind: PhraseTable<Bool>
  /// The same without saying what ("it was", "all began").
  let opens: PhraseTable<Bool>
  /// Words before a time within which one that makes it rough, or says "at", stands.
  private static let reach = 3

  /// The words of the tables `date-words` and `compose-measures`.
  init(_ language: Language, tokenizer: Tokenizer) {
    let (dates, measures) = (language.table("date-words"), language.table("compose-measures"))
    var marks = PhraseTable<Int>(tokenizer: tokenizer)
    var suffixes: [[UInt8]: Int] = [:]
    for row in dates.rows("clock-mark") {
      let hours = row.count > 1 ? Int(row[1]) ?? 0 : 0
      marks.insert(row[0], hours)
      if row[0].allSatisfy(\.isLetter) { suffixes[Array(row[0].utf8)] = hours }
    }
    func phrases(_ rows: [[String]]) -> PhraseTable<Bool> {
      var table = PhraseTable<Bool>(tokenizer: tokenizer)
      for row in rows { table.insert(row[0], true) }
      return table
    }
    let said = measures.rows("clock")
    self.marks = marks
    self.suffixes = suffixes
    zones = phrases(dates.rows("clock-zone"))
    // Some words of about are words of "at" too ("a las").
    rough = phrases(
      (dates.rows("clock-about") + measures.rows("moment")).filter { row in !said.contains { $0[0] == row[0] } })
    at = phrases(said)
    begins = phrases(measures.rows("begins"))
    beginsBehind = phrases(measures.rows("begins behind"))
    opens = phrases(measures.rows("begins alone"))
  }

  /// The times within some tokens, in their order.
  func times(_ text: SegmentedText, in range: Range<Int>) -> [ClockTime] {
    var found: [ClockTime] = []
    var token = range.lowerBound
    while token < range.upperBound {
      guard let time = time(text, token, range) else {
        token += 1
        continue
      }
      found.append(time.value)
      token = time.end
    }
    return found
  }

  private func time(_ text: SegmentedText, _ start: Int, _ range: Range<Int>) -> (value: ClockTime, end: Int)? {
    guard
      let read = joined(text, start) ?? suffixed(text, start) ?? pointed(text, start, range)
        ?? parted(text, start, range)
    else {
      return nil
    }
    guard read.isWhole == false || isSaid(at, text, start, range) else { return nil }
    let zone = zones.match(text.tokens, at: read.end, limit: range.upperBound)
    return (
      ClockTime(
        span: text.span(start..<read.end), minutes: read.minutes, isRough: isSaid(rough, text, start, range),
        hasZone: zone != nil), read.end
    )
  }

  private func isSaid(_ words: PhraseTable<Bool>, _ text: SegmentedText, _ start: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, start - ClockWords.reach)..<start).contains {
      words.match(text.tokens, at: $0, limit: start)?.end == start
    }
  }

  private typealias Read = (minutes: Int, isWhole: Bool, end: Int)

  /// "21h40", one token.
  private func joined(_ text: SegmentedText, _ token: Int) -> Read? {
    guard text.tokens[token].kind == .mixed else { return nil }
    let bytes = text.bytes[text.tokens[token].span.start..<text.tokens[token].span.end]
    let parts = bytes.split(separator: 0x68, omittingEmptySubsequences: false)  // "h", the symbol of the hour in the SI
    guard parts.count == 2, let hour = small(parts[0], below: 25) else { return nil }
    if parts[1].isEmpty { return (hour * 60, true, token + 1) }
    return small(parts[1], below: 60).map { (hour * 60 + $0, false, token + 1) }
  }

  /// "6am", "7.30pm", one token.
  private func suffixed(_ text: SegmentedText, _ token: Int) -> Read? {
    guard text.tokens[token].kind == .mixed else { return nil }
    let bytes = text.bytes[text.tokens[token].span.start..<text.tokens[token].span.end]
    let digits = bytes.prefix { !(0x41...0x7A).contains($0) }
    guard let mark = suffixes[Fold.lowercased(bytes[digits.endIndex...])] else { return nil }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x3A }
    guard (1...2).contains(parts.count), let hour = small(parts[0], below: 13) else { return nil }
    // Midnight and noon are twelve by turns.
    guard parts.count == 2 else { return hour == 12 ? nil : ((hour + mark) * 60, true, token + 1) }
    guard parts[1].count == 2, let minute = small(parts[1], below: 60), hour < 12 || mark > 0 else { return nil }
    return ((hour < 12 ? hour + mark : hour) * 60 + minute, false, token + 1)
  }

  /// "20.30 horas", where its mark stands behind it.
  private func pointed(_ text: SegmentedText, _ token: Int, _ range: Range<Int>) -> Read? {
    guard text.tokens[token].kind == .number,
      let mark = marks.match(text.tokens, at: token + 1, limit: range.upperBound)
    else { return nil }
    let parts = text.bytes[text.tokens[token].span.start..<text.tokens[token].span.end].split(separator: 0x2E)
    guard parts.count == 2, parts[1].count == 2, let hour = small(parts[0], below: 25),
      let minute = small(parts[1], below: 60)
    else { return nil }
    return ((hour < 12 ? hour + mark.value : hour) * 60 + minute, false, mark.end)
  }

  /// "21 h 50", "9:40 p.m.", "20:40".
  private func parted(_ text: SegmentedText, _ start: Int, _ range: Range<Int>) -> Read? {
    func number(_ token: Int, below limit: Int) -> Int? {
      guard range.contains(token), text.tokens[token].kind == .number else { return nil }
      return small(text.bytes[text.tokens[token].span.start..<text.tokens[token].span.end], below: limit)
    }
    guard var hour = number(start, below: 25) else { return nil }
    var end = start + 1
    var minute: Int?
    if end < range.upperBound, text.bytes[text.tokens[end].span.start] == 0x3A,
      text.tokens.indices.contains(end + 1), text.tokens[end + 1].span.length == 2
    {
      minute = number(end + 1, below: 60)
      if minute != nil { end += 2 }
    }
    guard let mark = marks.match(text.tokens, at: end, limit: range.upperBound) else {
      // A result of a match or a race looks so too.
      guard let minute, text.tokens[start].span.length == 2, isSaid(at, text, start, range) else { return nil }
      return (hour * 60 + minute, false, end)
    }
    // Midnight and noon are twelve by turns.
    guard hour != 12 || mark.value > 0 || minute == nil else { return nil }
    if hour < 12 { hour += mark.value }
    end = mark.end
    if minute == nil, end < range.upperBound, text.tokens[end].span.length == 2, let found = number(end, below: 60) {
      minute = found
      end += 1
    }
    return (hour * 60 + (minute ?? 0), minute == nil, end)
  }

  private func small(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value < limit ? value : nil
  }
}
