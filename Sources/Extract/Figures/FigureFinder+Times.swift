internal import NewsModel
internal import Prose

extension FigureFinder {
  /// How many of the smaller unit the larger one of a pair holds.
  private static let lesserUnits = ["hour": (name: "minute", count: 60.0), "year": (name: "month", count: 12)]

  /// "two hours and 15 minutes", "1 h 20", "an hour and 20 minutes": a length of time in two units, in the smaller one.
  ///
  /// - Parameters:
  ///   - unit: the unit of the number that has been read.
  ///   - start: where that number begins.
  ///   - end: the token behind its unit.
  func time(
    _ text: SegmentedText, _ value: Double, _ unit: CountedThing.Unit, from start: Int, to end: Int, _ free: Int,
    _ limit: Int
  ) -> (value: Double, unit: String, tokens: Range<Int>)? {
    guard unit.isMeasure, value == value.rounded() else { return nil }
    if let lesser = FigureFinder.lesserUnits[unit.name] {
      var at = end
      if at < limit, words.and.contains(text.tokens[at].folded) { at += 1 }
      guard at < limit, let number = numbers.number(text, at: at, limit: limit), number.value < lesser.count,
        number.value == number.value.rounded(), !number.isAbout
      else { return nil }
      let total = value * lesser.count + number.value
      if let next = things.unit(text, at: number.end, limit: limit, afterScale: false), next.isMeasure {
        return next.name == lesser.name ? (total, lesser.name, start..<next.end) : nil
      }
      // "1 h 20": digits right behind the sign of hours.
      let isSign = text.tokens[end - 1].span.length == 1
      return isSign && at == end && number.hasDigits && number.end == at + 1
        ? (total, lesser.name, start..<number.end) : nil
    }
    // "an hour and 20 minutes"
    let first = start - 3
    guard first >= free, words.and.contains(text.tokens[start - 1].folded),
      words.ones.contains(text.tokens[first].folded),
      let (after, name) = words.units.match(text.tokens, at: start - 2, limit: start - 1), after == start - 1,
      let lesser = FigureFinder.lesserUnits[name], lesser.name == unit.name, value < lesser.count
    else { return nil }
    return (lesser.count + value, lesser.name, first..<end)
  }
}
