internal import NewsModel
internal import Prose

/// Reads two numbers of one unit: bounds ("entre 10 et 15 %", "200 to 300 people") and changes ("passe de 1,2 à 1,5
/// milliard d'euros"), which are two figures.
///
/// "De 8 000 à 9 000 signatures" is a change only where a word of growing or falling stands before it, or where the
/// first number is the greater one.
struct RangeReader {
  let words: FigureWords
  let numbers: NumberReader
  let things: CountedThing

  /// Words before "from" within which what changes is said: "passe en un an de 10 à 12 %".
  private static let changeReach = 10

  /// Two numbers, their unit, and the tokens of each.
  struct Pair {
    var first: Double
    var second: Double
    var unit: CountedThing.Unit
    var firstTokens: Range<Int>
    var secondTokens: Range<Int>
    /// The first became the second; otherwise they bound one number.
    var isChange: Bool
  }

  /// The pair whose first number has just been read.
  ///
  /// - Parameters:
  ///   - free: the first token that belongs to no other figure.
  ///   - sentence: its tokens.
  func pair(_ text: SegmentedText, _ number: NumberReader.Number, start: Int, from free: Int, in sentence: Range<Int>)
    -> Pair?
  {
    let limit = sentence.upperBound
    guard number.end < limit, !number.isAbout else { return nil }
    let cue = start > free ? text.tokens[start - 1].folded : 0
    let isBetween = words.between.contains(cue)
    // "Between 1.8% and 2.3%" says the unit twice.
    let own =
      isBetween ? things.unit(text, at: number.end, limit: limit, afterScale: number.endsInScale) : nil
    let end = own.map { $0.isMeasure ? $0.end : number.end } ?? number.end
    guard end < limit else { return nil }
    let joint = text.tokens[end]
    let isDash = joint.kind == .dash
    guard isDash || (isBetween ? words.and : words.upTo).contains(joint.folded) else { return nil }
    guard let second = numbers.number(text, at: end + 1, limit: limit), !second.isAbout else { return nil }
    guard
      let unit = things.unit(
        text, at: second.end, limit: limit, afterScale: second.endsInScale), unit.isMeasure || !isDash,
      end == number.end || own?.name == unit.name
    else { return nil }
    let first = end == number.end ? RangeReader.value(of: number, before: second) : number.value
    let isFrom = !isDash && words.from.contains(cue) && !text.tokens[start - 1].capitalized
    let isChange = isFrom && (first >= second.value || changes(text, before: start - 1, in: sentence))
    guard isChange || first < second.value else { return nil }
    return Pair(
      first: first, second: second.value, unit: unit, firstTokens: (isBetween ? start - 1 : start)..<end,
      secondTokens: (end + 1)..<unit.end, isChange: isChange)
  }

  /// Two sums behind a sign of currency each ("between $3 and $5").
  ///
  /// - Parameters:
  ///   - sign: the token of the first sign.
  ///   - prefix: the sign at a token, and the token past it.
  func money(
    _ text: SegmentedText, _ number: NumberReader.Number, _ name: String, _ sign: Int, limit: Int,
    prefix: (Int) -> (name: String, end: Int)?
  ) -> Pair? {
    guard sign > 0, words.between.contains(text.tokens[sign - 1].folded), number.end + 1 < limit,
      words.and.contains(text.tokens[number.end].folded), let next = prefix(number.end + 1), next.name == name,
      let second = numbers.number(text, at: next.end, limit: limit), second.value > number.value
    else { return nil }
    return Pair(
      first: RangeReader.value(of: number, before: second), second: second.value,
      unit: CountedThing.Unit(name: name, end: second.end, isMeasure: true),
      firstTokens: sign - 1..<number.end, secondTokens: number.end + 1..<second.end, isChange: false)
  }

  /// The first end: "de 1,2 à 1,5 milliard" shares its scale; "900 000 à 1,5 million" does not.
  private static func value(of number: NumberReader.Number, before second: NumberReader.Number) -> Double {
    let sharesScale = second.scale > 1 && number.scale == 1 && number.value < 1000
    return sharesScale ? NumberReader.product(number.value, second.scale) : number.value
  }

  /// Whether a word of growing or falling stands before a token, in its clause.
  private func changes(_ text: SegmentedText, before token: Int, in sentence: Range<Int>) -> Bool {
    for at in (max(sentence.lowerBound, token - RangeReader.changeReach)..<token).reversed() {
      if words.change.contains(text.tokens[at].folded) { return true }
      if text.tokens[at].kind == .separator, text.bytes[text.tokens[at].span.start] != 0x2C { return false }
    }
    return false
  }
}
