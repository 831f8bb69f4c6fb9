internal import NewsModel
internal import Prose

/// Finds acronyms given beside what they stand for: "Object Management Group (OMG)", "OMG (Object Management Group)".
struct Acronyms {
  let reading: ActorReading

  /// Pairs of candidates that name one actor.
  func pairs(in candidates: [NameCandidate]) -> [(full: Range<Int>, short: Range<Int>)] {
    guard candidates.count > 1 else { return [] }
    var found: [(full: Range<Int>, short: Range<Int>)] = []
    for index in 1..<candidates.count {
      let first = candidates[index - 1].tokens
      let second = candidates[index].tokens
      guard second.lowerBound == first.upperBound + 1, reading.isMark(first.upperBound, 0x28),
        reading.isMark(second.upperBound, 0x29)
      else { continue }
      if second.count == 1, first.count > 1, stands(second.lowerBound, for: first) {
        found.append((first, second))
      } else if first.count == 1, second.count > 1, stands(first.lowerBound, for: second) {
        found.append((second, first))
      }
    }
    return found
  }

  /// Whether an acronym's letters are, in order, first letters of the words; small words may be passed over.
  private func stands(_ acronym: Int, for words: Range<Int>) -> Bool {
    guard reading.tokens[acronym].allCaps else { return false }
    let letters = folded(acronym).filter { $0 != 0x2E }
    // "UK Health Agency (UKHA)": of a word that is initials itself all letters count.
    let initials = words.flatMap { word in
      let letters = folded(word).filter { $0 != 0x2E }
      return reading.tokens[word].allCaps ? letters : Array(letters.prefix(1))
    }
    guard letters.first == initials.first else { return false }
    var at = 0
    for letter in letters {
      while at < initials.count, initials[at] != letter { at += 1 }
      guard at < initials.count else { return false }
      at += 1
    }
    return true
  }

  private func folded(_ index: Int) -> [UInt8] {
    let span = reading.tokens[index].span
    return Fold.folded(reading.text.bytes[span.start..<span.end])
  }
}
