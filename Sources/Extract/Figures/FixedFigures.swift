internal import Languages
internal import Prose

/// Figures that a language has words of its own for: "half an hour", "twice as many", "five-year-old".
struct FixedFigures: Sendable {
  /// What the words say.
  struct Value: Sendable {
    var value: Double
    var unit: String
  }

  /// The phrases with what they say.
  let phrases: PhraseTable<Value>
  /// Words right before a number that make it an age where nothing is counted ("she was 88").
  private let ageBefore: PhraseTable<Bool>
  /// Words that may follow such an age.
  private let ageAfter: WordSet

  /// Ages that a bare number may be.
  private static let ages = 1.0...115.0
  /// The longest words before an age: "at the age of".
  private static let longest = 4

  /// The words of a language: sections `[fixed]`, `[compound-unit]`, `[age-before]` and `[age-after]` of
  /// `figure-units`; endings of compounds stand behind the number words of `figure-numbers`.
  init(language: Language, tokenizer: Tokenizer) {
    let table = language.table("figure-units")
    var phrases = PhraseTable<Value>(tokenizer: tokenizer)
    for row in table.rows("fixed") where row.count > 2 {
      if let value = Double(row[1]) { phrases.insert(row[0], Value(value: value, unit: row[2])) }
    }
    let numbers = language.table("figure-numbers")
    func words(_ section: String) -> [(word: String, value: Double)] {
      numbers.rows(section).compactMap { row in row.count > 1 ? Double(row[1]).map { (row[0], $0) } : nil }
    }
    let (units, tens) = (words("units"), words("tens"))
    let joined = tens.flatMap { ten in
      units.filter { $0.value < 10 }.map { (word: "\(ten.word)-\($0.word)", value: ten.value + $0.value) }
    }
    for row in table.rows("compound-unit") where row.count > 1 {
      for number in units + tens + joined {
        phrases.insert(number.word + row[0], Value(value: number.value, unit: row[1]))
      }
    }
    self.phrases = phrases
    var ageBefore = PhraseTable<Bool>(tokenizer: tokenizer)
    for row in table.rows("age-before") { ageBefore.insert(row[0], true) }
    self.ageBefore = ageBefore
    ageAfter = WordSet(table.rows("age-after").map { Fold.hash(Fold.folded(Array($0[0].utf8))) })
  }

  /// The figure that starts at a token, and the token just past it.
  func figure(
    _ text: SegmentedText, at token: Int, words: FigureWords, in sentence: Range<Int>
  ) -> (end: Int, value: Value)? {
    // "a three- to four-day visit" has two ends.
    if token >= sentence.lowerBound + 2, words.upTo.contains(text.tokens[token - 1].folded),
      text.tokens[token - 2].kind == .dash
    {
      return nil
    }
    return phrases.match(text.tokens, at: token, limit: sentence.upperBound)
  }

  /// Whether a number of which nothing is counted is an age ("she was 88", "aged 54,").
  func isAge(_ text: SegmentedText, _ number: NumberReader.Number, start: Int, in sentence: Range<Int>) -> Bool {
    guard number.hasDigits, number.end == start + 1, FixedFigures.ages.contains(number.value),
      number.value == number.value.rounded()
    else { return false }
    if number.end < sentence.upperBound {
      let next = text.tokens[number.end]
      guard next.kind == .separator || next.kind == .terminator || ageAfter.contains(next.folded) else { return false }
    }
    return (1...FixedFigures.longest).contains { length in
      start - length >= sentence.lowerBound
        && ageBefore.match(text.tokens, at: start - length, limit: start)?.end == start
    }
  }
}
