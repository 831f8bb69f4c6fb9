internal import NewsModel
internal import Prose

/// Reads two numbers of one unit: bounds ("entre 10 et 15 %", "200 to 300 people") and changes ("de 1,2 à 1,5 milliard
/// d'euros"), which are two figures.
struct RangeReader {
  let words: FigureWords
  let numbers: NumberReader
  let things: CountedThing

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
  func pair(_ text: SegmentedText, _ number: NumberReader.Number, start: Int, from free: Int, limit: Int) -> Pair? {
    guard number.end < limit, !number.isAbout else { return nil }
    let cue = start > free ? text.tokens[start - 1].folded : 0
    let isBetween = words.between.contains(cue)
    let joint = text.tokens[number.end]
    let isDash = joint.kind == .dash
    guard isDash || (isBetween ? words.and : words.upTo).contains(joint.folded) else { return nil }
    guard let second = numbers.number(text, at: number.end + 1, limit: limit), !second.isAbout else { return nil }
    guard
      let unit = things.unit(
        text, at: second.end, limit: limit, afterScale: second.endsInScale), unit.isMeasure || !isDash
    else { return nil }
    var first = number.value
    // "de 1,2 à 1,5 milliard" shares its scale; "900 000 à 1,5 million" does not.
    if second.scale > 1, number.scale == 1, first < 1000 { first = NumberReader.product(first, second.scale) }
    let isChange = !isDash && words.from.contains(cue) && !text.tokens[start - 1].capitalized
    guard isChange || first < second.value else { return nil }
    return Pair(
      first: first, second: second.value, unit: unit, firstTokens: (isBetween ? start - 1 : start)..<number.end,
      secondTokens: (number.end + 1)..<unit.end, isChange: isChange)
  }
}
