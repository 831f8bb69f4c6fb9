internal import NewsModel
internal import Prose

/// Reads from an article which values it gives of what.
///
/// A figure belongs to the event word nearest to it in its sentence ("killing at least 12 people and wounding 30"); a
/// day likewise, within a narrower reach.
final class SlotReader {
  /// Words between a figure and the word that says what it measures.
  static let reach = 6
  /// The same for people and shares, of whom it is said where they live: "600 residents of the lower town of X were evacuated".
  static let peopleReach = 9
  /// The same for a length of time: the verb of lasting stands between.
  static let lengthReach = 9
  /// The same for a day, for which more words compete.
  static let dayReach = 4
  /// Words on each side whose matter tells what a figure is about.
  static let window = 12
  /// Words before a length of time within which "lasted" may stand.
  static let lastingReach = 4
  /// Ages of people.
  static let ages = 1.0...115.0

  let reader: Witness
  let words: MeasureWords
  /// The identities of all actors, for the names in `Witness.identities`.
  let identities: [ActorIdentity]
  private let speakers: [Span]
  let placesNamed: Set<Int>
  /// For each token whether who is named there only says so, within its sentence; as far as it was asked for.
  private var isSourceAt: [Bool?]
  private var peopleOf: [Set<Int>?]

  /// A reader of one witness of a story, see `StoryScope.slotReader`.
  ///
  /// - Parameter places: the identities of the places that it names.
  init(reader: Witness, identities: [ActorIdentity], places: Set<Int>) {
    self.reader = reader
    self.identities = identities
    placesNamed = places
    words = reader.language.measures
    speakers = reader.digest.quotes.compactMap { $0.speaker?.span }
    isSourceAt = Array(repeating: nil, count: reader.text.tokens.count)
    peopleOf = Array(repeating: nil, count: reader.text.sentences.count)
  }

  /// Whether who is named at a token of a sentence only says so.
  func isSource(_ token: Int, in sentence: Int) -> Bool {
    if let known = isSourceAt[token] { return known }
    let found = isSource(token, reader.text.sentences[sentence].tokens)
    isSourceAt[token] = found
    return found
  }

  /// The people that a sentence names, those left out who only say so.
  func people(in sentence: Int) -> Set<Int> {
    if let known = peopleOf[sentence] { return known }
    var people: Set<Int> = []
    for token in reader.text.sentences[sentence].tokens {
      if let person = person(at: token), !isSource(token, in: sentence) { people.insert(person) }
    }
    peopleOf[sentence] = people
    return people
  }

  /// The values of an article in the order of its text.
  func slots() -> [MeasuredSlot] {
    guard !words.measures.isEmpty else { return [] }
    let found = reader.text.sentences.indices.flatMap { sentence -> [MeasuredSlot] in
      let span = reader.text.sentences[sentence].span
      let figures = reader.quantities(in: sentence)
      // What somebody claims in a quote is that speaker's, and shown with the quote.
      let all = (figures + bareNumbers(sentence, besides: figures)).filter { !reader.isMostlyQuoted($0.span) }
      return all.compactMap { slot($0, sentence) }
        + reader.digest.dates.filter { span.contains($0.span) }.compactMap { slot($0, sentence) }
    }
    return settled(found)
  }

  /// "Killed 12 and wounded another 30" adds to nothing; "three others were killed" adds to those killed before.
  private func settled(_ slots: [MeasuredSlot]) -> [MeasuredSlot] {
    var found = slots
    var last: MeasuredSlot.Kind?
    for index in found.indices.sorted(by: { slots[$0].quantity.span < slots[$1].quantity.span }) {
      if found[index].isFurther, last == nil || last == found[index].kind { found[index].isPartial = true }
      last = found[index].kind
    }
    return found
  }

  private func slot(_ quantity: FigureDifferences.Quantity, _ sentence: Int) -> MeasuredSlot? {
    let range = reader.tokens(touching: quantity.span)
    let limits = reader.text.sentences[sentence].tokens
    guard !range.isEmpty else { return nil }
    if let subject = agedPerson(quantity, range, limits) {
      return slot(.age(subject), quantity, sentence, range, measure: nil)
    }
    guard let unit = quantity.unit else { return nil }
    if MeasuredSlot.tallies.contains(unit) {
      return isExpected(range, limits) ? nil : slot(.tally(unit), quantity, sentence, range, measure: .vote)
    }
    if FigureDifferences.timeUnits.contains(unit) {
      let (event, distance) = nearestMeasure(range, limits, reach: SlotReader.lengthReach) { $0.lasts }
      guard let event, !isMoment(range, limits), !isPartOfName(range),
        event != .meeting || distance <= 2 || hasLasting(range, limits)
      else { return nil }
      return slot(.lasting(event), quantity, sentence, range, measure: event)
    }
    let people =
      befallen(after: range.upperBound, limits)
      ?? nearestMeasure(range, limits, reach: SlotReader.peopleReach) { $0.countsPeople }.measure
    if let scale = scaleBefore(range, limits) { return slot(.degree(scale), quantity, sentence, range, measure: scale) }
    if unit == SlotReader.bare {
      return people.map { slot(.people($0), quantity, sentence, range, measure: $0) }
    }
    if unit == "%", let noun = sharedNoun(after: range, limits) {
      let event = nearestMeasure(range, limits, reach: SlotReader.peopleReach) { !$0.countsPeople }.measure
      return slot(.share(reader.keys[noun]), quantity, sentence, range, measure: event)
    }
    guard let noun = countedNoun(range) ?? namedBefore(unit, range, limits) else {
      // "The death toll": no word of the sentence is the unit.
      if isNumberAlone(range), let fate = fate(of: unit) {
        return slot(.people(fate), quantity, sentence, range, measure: fate)
      }
      return slot(level(range, limits).map { .level($0) } ?? .amount(unit), quantity, sentence, range, measure: nil)
    }
    let folded = reader.text.tokens[noun].folded
    let own = words.measures.match(reader.text.tokens, at: noun, limit: limits.upperBound)?.value
    if let own, own.countsPeople {
      // Passengers are those aboard, but for "58 passengers were rescued" and "injuring 14 passengers".
      let beside = nearestMeasure(range, limits, reach: 1) { $0.countsPeople && $0 != .aboard }.measure
      let fate = own == .aboard ? befallen(after: range.upperBound, limits) ?? beside ?? own : own
      return slot(.people(fate), quantity, sentence, range, measure: fate)
    }
    if words.people.contains(folded) {
      return people.map { slot(.people($0), quantity, sentence, range, measure: $0) }
    }
    if !isNumberAlone(range), MeasuredSlot.isMeasureUnit(unit, reader.text.words(quantity.span)) {
      return slot(level(range, limits).map { .level($0) } ?? .amount(unit), quantity, sentence, range, measure: nil)
    }
    let event = nearestMeasure(range, limits, reach: SlotReader.reach) { !$0.countsPeople && !$0.lasts }.measure
    if let name = countedName(range, limits) {
      return slot(.named(name), quantity, sentence, range, measure: event)
    }
    let stem = reader.language.stem(of: reader.text.tokens[noun], in: reader.text.bytes)
    return slot(.things(stem), quantity, sentence, range, measure: event)
  }

  private func slot(_ date: DateMention, _ sentence: Int) -> MeasuredSlot? {
    guard let value = date.value, value.precision == .day, value.days != nil else { return nil }
    if case .mention = date.anchor { return nil }
    let range = reader.tokens(touching: date.span)
    let limits = reader.text.sentences[sentence].tokens
    let event = nearestMeasure(range, limits, reach: SlotReader.dayReach) { $0.happensOnce }.measure
    guard let measure = event else { return nil }
    let quantity = FigureDifferences.Quantity(span: date.span, value: nil, unit: nil, approximation: .exact)
    var found = slot(.day(measure), quantity, sentence, range, measure: measure)
    found.date = value
    found.isCounted = date.basis == .relative
    found.isPartial = false
    return found
  }

  private func slot(
    _ kind: MeasuredSlot.Kind, _ quantity: FigureDifferences.Quantity, _ sentence: Int, _ range: Range<Int>,
    measure: Measure?
  ) -> MeasuredSlot {
    let limits = reader.text.sentences[sentence].tokens
    // What a clause is about stands within its commas.
    let around = window(range, kind.isLevel ? clause(range, limits) : limits)
    var names = Set<Int>()
    var keys = Set<UInt64>()
    for token in around {
      let identity = reader.identities[token]
      if identity >= 0 {
        let span = reader.text.tokens[token].span
        if !speakers.contains(where: { $0.overlaps(span) }), !isSource(token, around) { names.insert(identity) }
      } else if reader.keys[token] != 0, reader.text.tokens[token].kind != .number,
        !range.contains(token) || isModifier(token, in: range, of: kind),
        words.measures.match(reader.text.tokens, at: token, limit: around.upperBound) == nil
      {
        keys.insert(reader.keys[token])
      }
    }
    let span = reader.text.span(around)
    let own = clause(range, limits)
    let days = reader.digest.dates.filter {
      span.overlaps($0.span) && $0.span != quantity.span && !isCompared($0.span, besides: own, limits)
    }.compactMap { $0.value?.days }
    return MeasuredSlot(
      kind: kind, quantity: quantity, sentence: sentence, measure: measure,
      payments: Set(
        measures(range, limits, reach: SlotReader.reach).map(\.measure).filter(\.isPaid)
      ),
      rate: rate(after: range, around),
      isPartial: kind.isTally ? false : isPartial(range, around), isFurther: isFurther(range, around, quantity),
      names: names,
      places: names.intersection(placesNamed), days: days, keys: keys,
      heads: kind.isExtent ? heads(range, limits) : [],
      governor: governor(range, limits))
  }
}

extension SlotReader {
  /// Whether a word inside a figure says of what kind the counted things are ("5,200 active-duty troops").
  private func isModifier(_ token: Int, in range: Range<Int>, of kind: MeasuredSlot.Kind) -> Bool {
    switch kind {
    case .things, .named: reader.text.tokens[token].kind == .word && token + 1 == countedNoun(range)
    default: false
    }
  }
}
