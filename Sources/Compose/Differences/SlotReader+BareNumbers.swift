internal import NewsModel
internal import Prose

/// Numbers of which the article does not say what they count ("killing 12").
extension SlotReader {
  /// The unit that such a number is given here.
  static let bare = "people, by the verb"

  /// Numbers beside a word that counts people, with nothing said of what they count ("wounding 30", "arrested 17").
  func bareNumbers(
    _ sentence: Int, besides figures: [FigureDifferences.Quantity]
  ) -> [FigureDifferences.Quantity] {
    let tokens = reader.text.tokens
    let limits = reader.text.sentences[sentence].tokens
    return limits.compactMap { at in
      let token = tokens[at]
      if token.kind == .number, let degree = degree(at, limits, besides: figures) { return degree }
      guard token.kind == .number,
        let value = SlotReader.plainValue(reader.text.bytes[token.span.start..<token.span.end]),
        !figures.contains(where: { $0.span.overlaps(token.span) }),
        !reader.digest.dates.contains(where: { $0.span.overlaps(token.span) }), reader.identities[at] < 0
      else { return nil }
      if isAged(at, limits, value) {
        return FigureDifferences.Quantity(span: token.span, value: value, unit: "year", approximation: .exact)
      }
      if befallen(after: at + 1, limits) != nil {
        return FigureDifferences.Quantity(span: token.span, value: value, unit: SlotReader.bare, approximation: .exact)
      }
      guard at > limits.lowerBound else { return nil }
      let before = words.measures.match(tokens, at: at - 1, limit: at)
      let next = at + 1
      let goesOn = next < limits.upperBound && tokens[next].isWordLike && !reader.language.isFunctionWord(tokens[next])
      let after = next < limits.upperBound ? words.measures.match(tokens, at: next, limit: limits.upperBound) : nil
      guard before?.value.countsPeople == true && !goesOn || after?.value.countsPeople == true else { return nil }
      return FigureDifferences.Quantity(span: token.span, value: value, unit: SlotReader.bare, approximation: .exact)
    }
  }

  /// "Magnitude 6.2"
  private func degree(
    _ at: Int, _ limits: Range<Int>, besides figures: [FigureDifferences.Quantity]
  ) -> FigureDifferences.Quantity? {
    let span = reader.text.tokens[at].span
    guard scaleBefore(at..<at + 1, limits) != nil, !figures.contains(where: { $0.span.overlaps(span) }) else {
      return nil
    }
    let digits = reader.text.bytes[span.start..<span.end].split(whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    guard digits.count <= 2, let whole = digits.first.flatMap(SlotReader.plainValue) else { return nil }
    let tenths = digits.count == 2 ? SlotReader.plainValue(digits[1]).map { $0 / 10 } ?? 0 : 0
    return FigureDifferences.Quantity(
      span: span, value: whole + tenths, unit: SlotReader.bare, approximation: .exact)
  }

  /// A number of digits alone.
  static func plainValue(_ bytes: ArraySlice<UInt8>) -> Double? {
    let longest = 6  // digits
    guard bytes.count <= longest, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Double($1 - 0x30) }
  }

  /// "Anna Holm, 34, …"
  private func isAged(_ at: Int, _ limits: Range<Int>, _ value: Double) -> Bool {
    guard SlotReader.ages.contains(value), at >= limits.lowerBound + 2, at + 1 < limits.upperBound,
      reader.text.tokens[at - 1].kind == .separator, reader.text.tokens[at + 1].kind == .separator
    else { return false }
    return person(at: at - 2) != nil
  }
}
