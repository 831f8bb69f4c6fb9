internal import NewsModel
internal import Prose

/// A mark that may open or close words said.
struct QuoteMark: Equatable {
  /// Which marks belong together where nothing is broken.
  enum Family: String { case guillemets, curly, straight, low, doubled, angles, single }
  /// Which side its shape is made for.
  enum Shape { case opening, closing, either }
  /// The tokens that it is made of.
  var tokens: Range<Int>
  var family: Family
  var shape: Shape
  /// White space, an opening bracket, a dash or an elided word stands before it.
  var isFreeBefore: Bool
  /// White space or the end of its paragraph stands behind it.
  var isFreeAfter: Bool
  /// Punctuation or the end of its paragraph stands behind it.
  var isBeforePunctuation: Bool
  /// An elided word stands before it (d’ »…): what follows is quoted, whatever its shape.
  var isAfterElision: Bool

  /// What stands around it says that it opens.
  var opensByPlace: Bool { isFreeBefore && !isFreeAfter && !isBeforePunctuation }
  /// What stands around it says that it closes.
  var closesByPlace: Bool { !isFreeBefore && (isFreeAfter || isBeforePunctuation) }
}

/// Finds the marks of a paragraph, the doubled signs that machines write for them (`<<`, `,,`, `''`) among them.
///
/// An apostrophe that belongs to an elided word is none, also where a mended page sets it apart ("d ‘ »…").
struct QuoteMarkScanner {
  let reading: QuoteReading

  /// The marks of a paragraph, in order.
  func marks(in paragraph: SegmentedText.Paragraph) -> [QuoteMark] {
    var marks: [QuoteMark] = []
    var at = paragraph.tokens.lowerBound
    let end = paragraph.tokens.upperBound
    while at < end {
      let token = reading.tokens[at].kind
      guard token == .quoteMark || token == .separator || token == .other, let (length, family, shape) = kind(at, end),
        !isApostrophe(at, family, end)
      else {
        at += 1
        continue
      }
      if isInMarkup(at) {
        at = behindAttribute(at + length, end)
        continue
      }
      if !isMeasure(at, family) { marks.append(mark(at..<at + length, family, shape, paragraph.tokens)) }
      at += length
    }
    return marks
  }

  /// An attribute of a tag that was left in the text (`pic="…"`).
  private func isInMarkup(_ at: Int) -> Bool {
    at > 0 && !reading.tokens[at].spaceBefore && reading.byte(at - 1) == 0x3D
  }

  private func behindAttribute(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, reading.tokens[at].kind != .quoteMark { at += 1 }
    return min(at + 1, end)
  }

  /// Inches or seconds: a plain mark right behind digits, where feet or minutes stand before them (6'3").
  private func isMeasure(_ at: Int, _ family: QuoteMark.Family) -> Bool {
    guard family == .straight, at > 0, !reading.tokens[at].spaceBefore, reading.tokens[at - 1].kind == .number
    else { return false }
    let span = reading.tokens[at - 1].span
    return reading.text.bytes[span.start..<span.end].contains { $0 == 0x27 || $0 == 0xE2 }
  }

  private func mark(
    _ range: Range<Int>, _ family: QuoteMark.Family, _ shape: QuoteMark.Shape, _ paragraph: Range<Int>
  ) -> QuoteMark {
    let tokens = reading.tokens
    var isFreeBefore = range.lowerBound == paragraph.lowerBound || tokens[range.lowerBound].spaceBefore
    var isAfterElision = false
    if range.lowerBound > paragraph.lowerBound {
      let before = range.lowerBound - 1
      isAfterElision = endsInElision(before, paragraph.lowerBound)
      let byte = reading.byte(before)
      isFreeBefore = isFreeBefore || isAfterElision || tokens[before].kind == .dash || byte == 0x28 || byte == 0x5B
    }
    let next = range.upperBound
    let isLast = next >= paragraph.upperBound
    let isBeforePunctuation =
      isLast || tokens[next].kind == .separator
      || (tokens[next].kind == .terminator && !(tokens[next].spaceBefore && tokens[next].span.length >= 3))
      || reading.byte(next) == 0x29 || reading.byte(next) == 0x5D
    return QuoteMark(
      tokens: range, family: family, shape: shape, isFreeBefore: isFreeBefore,
      isFreeAfter: isLast || tokens[next].spaceBefore, isBeforePunctuation: isBeforePunctuation,
      isAfterElision: isAfterElision)
  }

  /// "d’" as one token, or "d" and a stray apostrophe.
  private func endsInElision(_ token: Int, _ start: Int) -> Bool {
    let bytes = reading.text.bytes
    let span = reading.tokens[token].span
    if reading.tokens[token].kind == .word {
      let last = bytes[span.end - 1]
      return last == 0x27 || (span.length > 3 && bytes[span.end - 3] == 0xE2 && (last == 0x99 || last == 0x98))
    }
    return token > start && reading.tokens[token].kind == .quoteMark && isSingle(span)
      && reading.tags[token - 1].contains(.elision)
  }

  private func isApostrophe(_ at: Int, _ family: QuoteMark.Family, _ end: Int) -> Bool {
    family == .single && at > 0 && reading.tags[at - 1].contains(.elision)
      && reading.tokens[at - 1].span.length <= 2
  }

  private func isSingle(_ span: Span) -> Bool {
    let bytes = reading.text.bytes
    if span.length == 1 { return bytes[span.start] == 0x27 || bytes[span.start] == 0x60 }
    return span.length == 3 && bytes[span.start + 1] == 0x80 && (0x98...0x9B).contains(bytes[span.start + 2])
  }

  /// How many tokens make the mark at `at`, and what it is; nil where none is.
  private func kind(_ at: Int, _ end: Int) -> (Int, QuoteMark.Family, QuoteMark.Shape)? {
    let token = reading.tokens[at]
    let isDoubled =
      at + 1 < end && !reading.tokens[at + 1].spaceBefore && reading.tokens[at + 1].span.length == token.span.length
      && reading.byte(at + 1) == reading.byte(at)
    switch token.kind {
    case .quoteMark: return quoteMark(token.span, isDoubled: isDoubled, at)
    case .separator where reading.isComma(at) && isDoubled: return (2, .low, .opening)
    case .other where isDoubled && reading.byte(at) == 0x3C: return (2, .angles, .opening)
    case .other where isDoubled && reading.byte(at) == 0x3E: return (2, .angles, .closing)
    default: return nil
    }
  }

  private func quoteMark(_ span: Span, isDoubled: Bool, _ at: Int) -> (Int, QuoteMark.Family, QuoteMark.Shape)? {
    let bytes = reading.text.bytes
    let first = bytes[span.start]
    if first == 0x22 { return (1, .straight, .either) }
    if first == 0x27 && span.length == 2 { return (1, .doubled, .either) }
    if first == 0xC2 { return (1, .guillemets, bytes[span.start + 1] == 0xAB ? .opening : .closing) }
    if isSingle(span) {
      let third = span.length == 3 ? bytes[span.start + 2] : first
      if isDoubled, bytes[reading.tokens[at + 1].span.end - 1] == third {
        return (2, .doubled, third == 0x27 ? .either : third == 0x99 ? .closing : .opening)
      }
      return (1, .single, third == 0x27 ? .either : third == 0x99 ? .closing : .opening)
    }
    guard span.length == 3, first == 0xE2, bytes[span.start + 1] == 0x80 else { return (1, .curly, .either) }
    switch bytes[span.start + 2] {
    case 0x9C, 0x9F: return (1, .curly, .opening)
    case 0x9D: return (1, .curly, .closing)
    case 0x9E: return (1, .low, .opening)
    case 0xB9: return (1, .single, .opening)
    case 0xBA: return (1, .single, .closing)
    default: return nil
    }
  }
}
