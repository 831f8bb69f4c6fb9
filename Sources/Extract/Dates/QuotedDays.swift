internal import NewsModel
internal import Prose

/// Counts days that a speaker names from the day of speech ("“Tomorrow we sail,” Roe said on Tuesday").
///
/// That day has to stand beside the quote marks. Where it does not, and the article tells of another day than that of
/// its publication, what the speaker calls today is open.
struct QuotedDays {
  /// A day in quote marks, counted from today.
  struct Named {
    /// Its place among the dates.
    var index: Int
    /// Days from today.
    var offset: Int
    /// The tokens between the marks, the marks included.
    var quote: Range<Int>
  }

  private static let open: [[UInt8]] = [[0xC2, 0xAB], [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9E], [0x60, 0x60]]
  private static let close: [[UInt8]] = [[0xC2, 0xBB], [0xE2, 0x80, 0x9D], [0x27, 0x27]]

  private enum Mark { case open, close, either }

  /// The quote marks around a token of a paragraph; nil where it stands in none.
  static func quote(_ text: SegmentedText, around token: Int, in paragraph: Range<Int>) -> Range<Int>? {
    var start: Int?
    for at in paragraph.lowerBound..<token {
      guard let mark = mark(text, at) else { continue }
      switch mark {
      case .open: start = start ?? at
      case .close: start = nil
      case .either: start = start == nil ? at : nil
      }
    }
    guard let start else { return nil }
    for at in token..<max(token, paragraph.upperBound) {
      if let mark = mark(text, at), mark != .open { return start..<at + 1 }
    }
    return start..<paragraph.upperBound
  }

  private static func mark(_ text: SegmentedText, _ at: Int) -> Mark? {
    let token = text.tokens[at]
    guard token.kind == .quoteMark else { return nil }
    let bytes = text.bytes[token.span.start..<token.span.end]
    if bytes.elementsEqual([0x22]) { return .either }
    if open.contains(where: bytes.elementsEqual) { return .open }
    return close.contains(where: bytes.elementsEqual) ? .close : nil
  }

  /// Counts the days named anew, or leaves them open.
  func resolve(_ named: [Named], in found: inout [DateMention], _ text: SegmentedText, published: CivilDay) {
    let places = found.map { text.token(from: $0.span.start)..<text.token(from: $0.span.end) }
    let quoted = Set(named.map(\.index))
    for day in named {
      let others = found.indices.filter { !quoted.contains($0) && !day.quote.contains(places[$0].lowerBound) }
      let sentences = text.sentences.filter { $0.tokens.overlaps(day.quote) }
      let said = others.filter { other in sentences.contains { $0.tokens.contains(places[other].lowerBound) } }
      let beside = said.filter { isBeside(places[$0], day.quote, text, sentences.first?.tokens.lowerBound ?? 0) }
      let spoken = Set(beside.compactMap { found[$0].value?.oneDay }.filter { $0 <= published })
      if spoken.count == 1, let today = spoken.first {
        let time = found[day.index].value?.text.dropFirst(10) ?? ""
        let value = CalendarValue(today.adding(days: day.offset))
        found[day.index].value = CalendarValue(
          text: value.text + time, precision: time.isEmpty ? .day : .minute)
        found[day.index].anchor = .mention(CalendarValue(today))
      } else if !said.isEmpty
        || isOfAnotherDay(
          recent(others.filter { $0 < day.index }, places, day.quote, text).map { found[$0] }, published)
      {
        (found[day.index].value, found[day.index].anchor) = (nil, nil)
      }
    }
  }

  /// Those of some dates that stand few sentences before a quote.
  private func recent(_ dates: [Int], _ places: [Range<Int>], _ quote: Range<Int>, _ text: SegmentedText) -> [Int] {
    let first = text.sentences.firstIndex { $0.tokens.upperBound > quote.lowerBound } ?? 0
    let start = text.sentences[max(0, first - NarratedDays.sentences)].tokens.lowerBound
    return dates.filter { places[$0].lowerBound >= start }
  }

  /// Whether only words stand between a date and a quote, or the mark that belongs to one of the two.
  private func isBeside(_ date: Range<Int>, _ quote: Range<Int>, _ text: SegmentedText, _ start: Int) -> Bool {
    func isFree(_ tokens: Range<Int>) -> Bool {
      text.tokens[tokens].allSatisfy { $0.kind != .separator && $0.kind != .quoteMark && $0.kind != .terminator }
    }
    if date.lowerBound >= quote.upperBound {
      let first = quote.upperBound
      let isMark = first < date.lowerBound && text.tokens[first].kind == .separator
      return isFree((isMark ? first + 1 : first)..<date.lowerBound)
    }
    guard date.upperBound <= quote.lowerBound else { return false }
    var (first, end) = (date.upperBound, quote.lowerBound)
    if end > first, text.tokens[end - 1].kind == .separator { end -= 1 }
    // "On Tuesday, Roe said: …"
    let opener = 2
    if end > first, date.lowerBound - start < opener, text.tokens[first].kind == .separator { first += 1 }
    return isFree(first..<end)
  }

  /// Whether the last day that an article told of before is in the news and not that of publication.
  private func isOfAnotherDay(_ before: [DateMention], _ published: CivilDay) -> Bool {
    let near = published.adding(days: -NarratedDays.newsReach)...published
    let told = before.last { mention in mention.value?.oneDay.map(near.contains) ?? false }
    return told.map { $0.value?.oneDay != published } ?? false
  }
}
