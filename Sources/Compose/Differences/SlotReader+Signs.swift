internal import NewsModel
internal import Prose

/// The signs around a figure by which its reader knows what it is.
extension SlotReader {
  /// The event word nearest to some tokens among those that may be meant, and how many words lie between; one inside
  /// them lies at none.
  func nearestMeasure(
    _ range: Range<Int>, _ limits: Range<Int>, reach: Int, where mayBe: (Measure) -> Bool
  ) -> (measure: Measure?, distance: Int) {
    var best: (measure: Measure?, distance: Int) = (nil, .max)
    for (measure, distance) in measures(range, limits, reach: reach) where mayBe(measure) && distance < best.distance {
      best = (measure, distance)
    }
    return best
  }

  /// The event words around some tokens with the number of words between; those before come first.
  func measures(_ range: Range<Int>, _ limits: Range<Int>, reach: Int) -> [(measure: Measure, distance: Int)] {
    let tokens = reader.text.tokens
    var found: [(measure: Measure, distance: Int)] = []
    for token in range {
      if let match = words.measures.match(tokens, at: token, limit: limits.upperBound) {
        found.append((match.value, 0))
      }
    }
    var distance = 0
    for token in (limits.lowerBound..<max(limits.lowerBound, range.lowerBound)).reversed() {
      guard distance < reach, !isBreak(token) else { break }
      if tokens[token].isWordLike { distance += 1 }
      if let match = words.measures.match(tokens, at: token, limit: range.lowerBound) {
        found.append((match.value, distance))
      }
    }
    distance = 0
    for token in range.upperBound..<max(range.upperBound, limits.upperBound) {
      guard distance < reach, !isBreak(token) else { break }
      if tokens[token].isWordLike { distance += 1 }
      if let match = words.measures.match(tokens, at: token, limit: limits.upperBound) {
        found.append((match.value, distance))
      }
    }
    return found
  }

  /// The tokens near a figure within its sentence.
  func window(_ range: Range<Int>, _ limits: Range<Int>) -> Range<Int> {
    var from = range.lowerBound
    var to = range.upperBound
    var count = 0
    while from > limits.lowerBound, count < SlotReader.window, !isBreak(from - 1) {
      from -= 1
      if reader.text.tokens[from].isWordLike { count += 1 }
    }
    count = 0
    while to < limits.upperBound, count < SlotReader.window, !isBreak(to) {
      if reader.text.tokens[to].isWordLike { count += 1 }
      to += 1
    }
    return from..<to
  }

  /// A semicolon or a colon, behind which another matter begins, or a full stop before a number, which sentences of
  /// UAX #29 go on behind.
  private func isBreak(_ at: Int) -> Bool {
    let token = reader.text.tokens[at]
    if token.kind == .terminator {
      return at + 1 < reader.text.tokens.count && reader.text.tokens[at + 1].kind == .number
    }
    return token.kind == .separator && reader.text.bytes[token.span.start] != 0x2C
  }

  /// The stems of the nouns that a length or a weight may be of: those right before it ("a crack of 15 metres"), and the
  /// word right behind ("a 15-metre crack").
  func heads(_ range: Range<Int>, _ limits: Range<Int>) -> Set<UInt64> {
    let reach = 3  // words: an adjective and a preposition may stand between
    var heads = Set<UInt64>()
    var count = 0
    for token in (limits.lowerBound..<max(limits.lowerBound, range.lowerBound)).reversed() {
      guard count < reach, reader.text.tokens[token].kind != .separator else { break }
      if reader.text.tokens[token].isWordLike { count += 1 }
      if isMatter(token) { heads.insert(reader.keys[token]) }
    }
    // "310 tonnes de fioul", "310 tons of fuel".
    let of = words.share.match(reader.text.tokens, at: range.upperBound, limit: limits.upperBound)?.end
    let behind = of ?? range.upperBound
    if behind < limits.upperBound, isMatter(behind) { heads.insert(reader.keys[behind]) }
    return heads
  }

  private func isMatter(_ token: Int) -> Bool {
    reader.text.tokens[token].kind == .word && reader.keys[token] != 0 && reader.identities[token] < 0
      && words.measures.match(reader.text.tokens, at: token, limit: token + 1) == nil
      && words.lasting.match(reader.text.tokens, at: token, limit: token + 1) == nil
  }

  /// What befell the people that a figure counts: by its noun, by the verb behind it, by the nearest word.
  ///
  /// Passengers are those aboard, whatever became of them: that alone is none.
  func fateOfPeople(_ range: Range<Int>, _ limits: Range<Int>) -> Measure? {
    let own = ownMeasure(range, limits)
    func befell(_ measure: Measure) -> Bool { measure.countsPeople && measure != .aboard }
    if let own, befell(own) { return own }
    return befallen(after: range.upperBound, limits)
      ?? nearestMeasure(range, limits, reach: SlotReader.reach, where: befell).measure
  }

  /// What the noun that a figure counts says of the people: "deaths", "passengers".
  func ownMeasure(_ range: Range<Int>, _ limits: Range<Int>) -> Measure? {
    countedNoun(range).flatMap { words.measures.match(reader.text.tokens, at: $0, limit: limits.upperBound)?.value }
  }

  /// What befell people, by the verb right behind their number: "61 were rescued", "58 ont été secourus".
  func befallen(after token: Int, _ limits: Range<Int>) -> Measure? {
    guard let verb = words.auxiliaries.match(reader.text.tokens, at: token, limit: limits.upperBound),
      let measure = words.measures.match(reader.text.tokens, at: verb.end, limit: limits.upperBound)?.value
    else { return nil }
    return measure.countsPeople ? measure : nil
  }

  /// The name of what is counted that is the same in all languages, where its words end the figure or go on behind it
  /// ("1,200 asylum seekers", "1 500 demandeurs d'asile").
  func countedName(_ range: Range<Int>, _ limits: Range<Int>) -> String? {
    for token in range {
      if let found = words.counted.match(reader.text.tokens, at: token, limit: limits.upperBound),
        found.end >= range.upperBound
      {
        return found.value
      }
    }
    return nil
  }

  /// The noun of a figure: the last word of its span, if it is none of a number's.
  func countedNoun(_ range: Range<Int>) -> Int? {
    guard let last = range.last(where: { reader.text.tokens[$0].isWordLike }) else { return nil }
    return reader.text.tokens[last].kind == .word ? last : nil
  }

  /// The stem of the word right before a value; an article or a preposition may stand between.
  func governor(_ range: Range<Int>, _ limits: Range<Int>) -> UInt64 {
    let reach = 2  // words
    for token in (max(limits.lowerBound, range.lowerBound - reach)..<range.lowerBound).reversed() {
      guard reader.text.tokens[token].kind == .word, reader.identities[token] < 0 else { return 0 }
      if isMatter(token) { return reader.keys[token] }
    }
    return 0
  }

  /// The noun of a total, whose number stands alone behind its verb: "the number of cases has risen to 47".
  func namedBefore(_ unit: String, _ range: Range<Int>, _ limits: Range<Int>) -> Int? {
    guard isNumberAlone(range) else { return nil }
    let noun = Fold.hash(Array(unit.utf8))
    return (limits.lowerBound..<range.lowerBound).last { reader.text.tokens[$0].folded == noun }
  }

  /// Whether the words of a figure are numbers, with words that say how exact they are, and name nothing.
  func isNumberAlone(_ range: Range<Int>) -> Bool { range.last.map { reader.text.tokens[$0].kind == .number } ?? false }

  /// What befell the people that a unit names.
  func fate(of unit: String) -> Measure? {
    let tokens = Tokenizer().tokens(in: Array(unit.utf8))
    let found = words.measures.match(tokens, at: 0, limit: tokens.count)
    return found.flatMap { $0.end == tokens.count && $0.value.countsPeople ? $0.value : nil }
  }

  /// The noun that a share is of: "26 % of the sensors".
  func sharedNoun(after range: Range<Int>, _ limits: Range<Int>) -> Int? {
    let found = words.share.match(reader.text.tokens, at: range.upperBound, limit: limits.upperBound)
    guard let noun = found?.end, noun < limits.upperBound, isMatter(noun),
      !words.people.contains(reader.text.tokens[noun].folded)
    else { return nil }
    return noun
  }

  /// "Two hours later", "after two hours": when, not how long.
  func isMoment(_ range: Range<Int>, _ limits: Range<Int>) -> Bool {
    let tokens = reader.text.tokens
    if words.momentBehind.match(tokens, at: range.upperBound, limit: limits.upperBound) != nil { return true }
    let longest = 3  // words
    return (max(limits.lowerBound, range.lowerBound - longest)..<range.lowerBound).contains { at in
      words.moment.match(tokens, at: at, limit: range.lowerBound)?.end == range.lowerBound
    }
  }

  /// Whether a word of lasting stands before or right behind.
  func hasLasting(_ range: Range<Int>, _ limits: Range<Int>) -> Bool {
    let tokens = reader.text.tokens
    let from = max(limits.lowerBound, range.lowerBound - SlotReader.lastingReach)
    let to = min(limits.upperBound, range.upperBound + 2)
    return (from..<range.lowerBound).contains { words.lasting.match(tokens, at: $0, limit: range.lowerBound) != nil }
      || (range.upperBound..<max(range.upperBound, to)).contains {
        words.lasting.match(tokens, at: $0, limit: to) != nil
      }
  }

  /// Whether it stands inside a name ("24 Hours of …").
  func isPartOfName(_ range: Range<Int>) -> Bool { range.contains { reader.identities[$0] >= 0 } }

  /// "Magnitude 6.2".
  func scaleBefore(_ range: Range<Int>, _ limits: Range<Int>) -> Measure? {
    let reach = 2  // words: "magnitude de 6,2"
    for at in max(limits.lowerBound, range.lowerBound - reach)..<range.lowerBound {
      if words.measures.match(reader.text.tokens, at: at, limit: range.lowerBound)?.value == .magnitude {
        return .magnitude
      }
    }
    return nil
  }

  /// Whether a figure is a part or an earlier value, by the words before it.
  func isPartial(_ range: Range<Int>, _ limits: Range<Int>) -> Bool {
    let reach = 3  // words
    return (max(limits.lowerBound, range.lowerBound - reach)..<range.lowerBound).contains {
      words.partial.match(reader.text.tokens, at: $0, limit: range.lowerBound) != nil
    }
  }

  /// Whether a vote is one that was expected: "had expected a 7-2 vote".
  func isExpected(_ range: Range<Int>, _ limits: Range<Int>) -> Bool {
    let reach = 4  // words: "expected by most to be"
    return (max(limits.lowerBound, range.lowerBound - reach)..<range.lowerBound).contains {
      words.expected.contains(reader.text.tokens[$0].folded)
    }
  }

  /// Whether a figure comes on top of another ("30 others", "another 30"); "more than 30" does not.
  func isFurther(_ range: Range<Int>, _ limits: Range<Int>, _ quantity: FigureDifferences.Quantity) -> Bool {
    let from = quantity.approximation == .exact ? max(limits.lowerBound, range.lowerBound - 1) : range.upperBound
    let to = min(limits.upperBound, range.upperBound + 1)
    return (from..<to).contains { words.further.match(reader.text.tokens, at: $0, limit: to) != nil }
  }

  /// Whether who is named at a token only says so: a verb of saying stands right before or behind the name.
  func isSource(_ token: Int, _ limits: Range<Int>) -> Bool {
    let tokens = reader.text.tokens
    let (before, after) = (5, 3)  // words: "a indiqué leur médiatrice, Anna …", "Anna … a indiqué"
    func says(_ range: Range<Int>) -> Bool {
      range.contains { at in
        words.saying.match(tokens, at: at, limit: limits.upperBound) != nil
          && words.measures.match(tokens, at: at, limit: limits.upperBound) == nil
      }
    }
    var (from, to) = (token, token + 1)
    while from > limits.lowerBound, reader.identities[from - 1] == reader.identities[token] { from -= 1 }
    while to < limits.upperBound, reader.identities[to] == reader.identities[token] { to += 1 }
    return says(max(limits.lowerBound, from - before)..<from) || says(to..<min(limits.upperBound, to + after))
  }

  /// The stem of what a figure is told for each of; 0 where it is no rate.
  func rate(after range: Range<Int>, _ limits: Range<Int>) -> UInt64 {
    let at = range.upperBound
    guard at + 1 < limits.upperBound, words.rate.contains(reader.text.tokens[at].folded),
      reader.text.tokens[at + 1].kind == .word, reader.identities[at + 1] < 0, !reader.text.tokens[at + 1].capitalized
    else { return 0 }
    return reader.language.stem(of: reader.text.tokens[at + 1], in: reader.text.bytes)
  }
}

extension MeasuredSlot {
  /// Whether a unit is a measure and no counted noun, whose unit is the folded noun itself.
  static func isMeasureUnit(_ unit: String, _ words: String) -> Bool {
    !Fold.folded(words).hasSuffix(unit)
  }
}
