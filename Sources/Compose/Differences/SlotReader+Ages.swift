internal import NewsModel
internal import Prose

/// The signs around a figure by which its reader knows that it is somebody's age.
extension SlotReader {
  /// The person whose age a figure is: the name stands before it, behind a comma or "aged".
  func agedPerson(_ quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ limits: Range<Int>) -> Int? {
    guard quantity.unit == "year", let value = quantity.value, SlotReader.ages.contains(value),
      quantity.approximation == .exact
    else { return nil }
    var at = range.lowerBound - 1
    var isSaid = false
    let longest = 2  // words: "âgé de"
    for start in max(limits.lowerBound, range.lowerBound - longest)..<range.lowerBound
    where words.age.match(reader.text.tokens, at: start, limit: range.lowerBound)?.end == range.lowerBound {
      isSaid = true
      at = start - 1
      break
    }
    guard at > limits.lowerBound else { return nil }
    if reader.text.tokens[at].kind == .separator {
      at -= 1
    } else if !isSaid {
      return nil
    }
    return at >= limits.lowerBound ? person(at: at) : nil
  }

  /// Whether a figure is somebody's age: a name or "aged" stands before it.
  func isAge(_ quantity: FigureDifferences.Quantity, _ limits: Range<Int>) -> Bool {
    let range = reader.tokens(touching: quantity.span)
    if agedPerson(quantity, range, limits) != nil { return true }
    let longest = 2  // words: "âgé de"
    return quantity.unit == "year"
      && (max(limits.lowerBound, range.lowerBound - longest)..<range.lowerBound).contains {
        words.age.match(reader.text.tokens, at: $0, limit: range.lowerBound)?.end == range.lowerBound
      }
  }

  /// The identity of the person whose name a token belongs to.
  func person(at token: Int) -> Int? {
    let identity = reader.identities[token]
    guard identity >= 0, identities[identity].kind == .person else { return nil }
    return identity
  }
}
