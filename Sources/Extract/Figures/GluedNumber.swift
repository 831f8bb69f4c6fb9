internal import NewsModel
internal import Prose

/// Reads what is written in one token with a number: "2.7bn", "5-year-old", "10-15".
struct GluedNumber {
  /// The number, or the lower one of two.
  var value: Double
  /// The higher one of "10-15".
  var high: Double?
  /// What follows the number, in lower case, without hyphen ("bn", "year").
  var suffix: [UInt8]

  /// Reads a token of digits and letters; nil where it does not begin with a number ("F-16").
  init?(_ span: Span, _ bytes: [UInt8], numbers: NumberReader) {
    var at = span.start
    while at < span.end, GluedNumber.isNumeral(bytes[at]) { at += 1 }
    guard at > span.start, GluedNumber.isDigit(bytes[at - 1]),
      let value = numbers.digits(bytes, Span(span.start, at))
    else { return nil }
    self.value = value
    if at < span.end, bytes[at] == 0x2D { at += 1 }
    let second = at
    while at < span.end, GluedNumber.isNumeral(bytes[at]) { at += 1 }
    if at > second {
      guard at == span.end, let high = numbers.digits(bytes, Span(second, at)), high > value else { return nil }
      self.high = high
    }
    // Up to the next hyphen: "year" of "5-year-old".
    suffix = Fold.lowercased(Array(bytes[at..<span.end].prefix { $0 != 0x2D }))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isNumeral(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x2C || byte == 0x2E }
}
