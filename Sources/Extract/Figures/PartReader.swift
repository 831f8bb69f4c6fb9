internal import Prose

/// Reads a number out of a whole that is counted too ("19 of the 35 seats", "trois des dix sièges").
///
/// The part is the figure, within its words stands of how many: 35 seats are not what was won.
struct PartReader {
  let words: FigureWords
  let numbers: NumberReader
  let things: CountedThing

  /// Of so many, a number tells how many in general ("eight of 10 voters").
  private static let scales = [10.0, 100.0]

  /// The value and what is counted, where a whole follows the number that has just been read.
  func part(
    _ text: SegmentedText, _ number: NumberReader.Number, limit: Int
  ) -> (value: Double, unit: CountedThing.Unit)? {
    guard !number.isAbout, !number.endsInScale, number.value >= 2, number.end < limit else { return nil }
    var at = number.end
    while at < limit, words.ofWhole.contains(text.tokens[at].folded) { at += 1 }
    guard at > number.end, let whole = numbers.number(text, at: at, limit: limit), whole.value > number.value,
      let unit = things.unit(text, at: whole.end, limit: limit, afterScale: whole.endsInScale || whole.isAbout)
    else { return nil }
    // "Deux de 12 mètres" are two, each so long.
    let isBare = at == number.end + 1 && words.of.contains(text.tokens[number.end].folded)
    guard isBare else { return (number.value, unit) }
    if PartReader.scales.contains(whole.value) {
      return (number.value / whole.value, CountedThing.Unit(name: "share", end: unit.end, isMeasure: true))
    }
    return unit.isMeasure ? nil : (number.value, unit)
  }
}
