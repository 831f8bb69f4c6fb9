internal import NewsModel
internal import Prose

/// Reads the values of an article with what stands around them.
struct ValueReader {
  /// Letters that a verb and its noun have in common ("chuter", "chute").
  static let beginning = 5
  /// Tokens on each side whose words say most of what a value is of.
  static let near = 5
  /// A number alone that is larger may be a sum of money.
  static let mostOmitted = 1_000_000.0

  let reader: Witness
  let slots: SlotReader

  private var tokens: [Token] { reader.text.tokens }

  /// The values in the order of the text; vague ones are left out.
  func values() -> [ValueContext] {
    reader.text.sentences.indices.flatMap { sentence in
      reader.quantities(in: sentence).compactMap { value($0, sentence) }
    }
  }

  private func value(_ quantity: FigureDifferences.Quantity, _ sentence: Int) -> ValueContext? {
    guard quantity.value != nil || quantity.bounds != nil else { return nil }
    let range = reader.tokens(touching: quantity.span)
    let limits = reader.text.sentences[sentence].tokens
    guard !range.isEmpty,
      let counted = counted(quantity, range, limits) ?? omitted(before: quantity, range, sentence)
    else { return nil }
    let around = slots.window(range, limits)
    var value = ValueContext(
      dimension: counted.dimension, quantity: quantity, sentence: sentence, noun: counted.noun,
      fate: counted.dimension == .people ? slots.fateOfPeople(range, limits) : nil,
      measures: Set(slots.measures(range, limits, reach: SlotReader.peopleReach).map(\.measure)), words: [],
      beginnings: [], near: [], names: [], places: [], days: days(around, quantity, range, limits),
      subject: slots.level(range, limits),
      isShareOfNoun: quantity.unit == "%" && slots.sharedNoun(after: range, limits) != nil,
      isPartial: slots.isPartial(range, around) || slots.isFurther(range, around, quantity),
      position: Double(sentence) / Double(max(1, reader.text.sentences.count - 1)))
    for token in around { read(token, range, around, &value) }
    value.places = value.names.intersection(slots.placesNamed)
    return value
  }

  /// Adds a token around a value to what is known of it.
  private func read(_ token: Int, _ range: Range<Int>, _ around: Range<Int>, _ value: inout ValueContext) {
    let identity = reader.identities[token]
    if identity >= 0 {
      guard !slots.isSource(token, around) else { return }
      value.names.insert(identity)
    }
    let key = reader.keys[token]
    guard !range.contains(token), key != 0, tokens[token].kind != .number else { return }
    let isNear =
      token < range.lowerBound
      ? range.lowerBound - token <= ValueReader.near : token - range.upperBound < ValueReader.near
    value.words.insert(key)
    if isNear { value.near.insert(key) }
    guard identity < 0, let beginning = ValueReader.beginning(of: tokens[token], in: reader.text.bytes) else { return }
    value.beginnings.insert(beginning)
    if isNear { value.near.insert(beginning) }
  }

  private func days(
    _ around: Range<Int>, _ quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ limits: Range<Int>
  ) -> [ClosedRange<CivilDay>] {
    let span = reader.text.span(around)
    let own = slots.clause(range, limits)
    return reader.digest.dates.filter {
      span.overlaps($0.span) && $0.span != quantity.span && !slots.isCompared($0.span, besides: own, limits)
    }.compactMap { $0.value?.days }
  }

  /// What a figure counts or measures; nil where that is not told, or where it says when.
  private func counted(
    _ quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ limits: Range<Int>
  ) -> (dimension: ValueContext.Dimension, noun: String?)? {
    guard let unit = quantity.unit, !MeasuredSlot.tallies.contains(unit), !slots.isPartOfName(range) else { return nil }
    if FigureDifferences.timeUnits.contains(unit) {
      if slots.isAge(quantity, limits) { return (.age, nil) }
      guard !slots.isMoment(range, limits) else { return nil }
      return (.measure(ValueContext.months[unit] == nil ? ValueContext.short : ValueContext.long), nil)
    }
    guard let noun = slots.countedNoun(range) else { return (.measure(unit), nil) }
    if MeasuredSlot.isMeasureUnit(unit, reader.text.words(quantity.span)) { return (.measure(unit), nil) }
    let words = slots.words
    if let name = words.name(ofCounted: range, words.peopleCounted, tokens, limit: limits.upperBound) {
      return (.people, name)
    }
    let own = words.measures.match(tokens, at: noun, limit: limits.upperBound)?.value
    if own?.countsPeople == true || words.people.contains(tokens[noun].folded) { return (.people, nil) }
    if let name = words.name(ofCounted: range, words.counted, tokens, limit: limits.upperBound) {
      return (.named(name), nil)
    }
    return (.things(reader.language.stem(of: tokens[noun], in: reader.text.bytes)), nil)
  }

  /// What the figure before it in the sentence counts, where a number stands alone: "4,200 protesters, 7,000 as they say".
  private func omitted(
    before quantity: FigureDifferences.Quantity, _ range: Range<Int>, _ sentence: Int
  ) -> (dimension: ValueContext.Dimension, noun: String?)? {
    let limits = reader.text.sentences[sentence].tokens
    guard quantity.unit == nil, let value = quantity.value, value < ValueReader.mostOmitted, slots.isNumberAlone(range),
      range.upperBound >= limits.upperBound || reader.keys[range.upperBound] == 0,
      let before = reader.quantities(in: sentence).last(where: { $0.span < quantity.span && $0.unit != nil }),
      let found = counted(before, reader.tokens(touching: before.span), limits)
    else { return nil }
    switch found.dimension {
    case .people, .named, .things: return found
    case .measure, .age: return nil
    }
  }

  /// A hash of the first letters of a word, without diacritics; nil for a shorter one.
  static func beginning(of token: Token, in bytes: [UInt8]) -> UInt64? {
    guard token.kind == .word, token.span.length >= beginning else { return nil }
    let folded = Fold.folded(Array(bytes[token.span.start..<token.span.end]))
    return folded.count >= beginning ? Fold.hash(Array(folded.prefix(beginning))) : nil
  }
}
