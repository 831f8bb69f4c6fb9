internal import Languages
internal import NewsModel
internal import Prose

/// Reads numbers in digits, in words, and in both ("2,7 milliards", "deux cent mille", "twenty-one").
///
/// The words are those of the table `figure-numbers`: `[units]` and `[tens]` are added, `[hundreds]` and `[scales]`
/// multiply what stands before them, `[collectives]` ("trentaine") are about their value, and `[collective-scales]`
/// multiply these ("une dizaine de milliers").
final class NumberReader: Sendable {
  /// A number and where it ends.
  struct Number: Equatable {
    var value: Double
    /// The token just past it.
    var end: Int
    /// It is written in digits, at least in part.
    var hasDigits: Bool
    /// A scale word ("million") is its last word.
    var endsInScale: Bool
    /// A collective ("trentaine") says that it is about its value.
    var isAbout: Bool
    /// What its scale words multiply its digits with.
    var scale = 1.0
  }

  private enum Word: Sendable {
    case small(Double)
    case hundred(Double)
    case scale(Double)
    case collective(Double)
  }

  private let words: PhraseTable<Word>
  private let collectiveScales: PhraseTable<Double>
  /// The first words, without diacritics, of the numbers that take several words in the table.
  let longFirstWords: WordSet
  /// The mark between whole and fraction: a comma in French, a point in English.
  private let decimalMark: UInt8

  /// The reader of a language; without a table it reads digits alone.
  init(language: Language, tokenizer: Tokenizer) {
    let table = language.table("figure-numbers")
    decimalMark = table.rows("decimal").first?.first?.utf8.first ?? 0x2E
    words = NumberReader.phrases(of: table, tokenizer: tokenizer)
    longFirstWords = WordSet(words.longFirstWords)
    var collectiveScales = PhraseTable<Double>(tokenizer: tokenizer)
    for row in table.rows("collective-scales") where row.count > 1 {
      if let value = Double(row[1]) { collectiveScales.insert(row[0], value) }
    }
    self.collectiveScales = collectiveScales
  }

  /// Tens and units are joined here ("vingt-deux", "vingt et un"), so that a table need not list a hundred words.
  private static func phrases(of table: WordTable, tokenizer: Tokenizer) -> PhraseTable<Word> {
    func values(_ section: String) -> [(word: String, value: Double)] {
      table.rows(section).compactMap { row in
        guard row.count > 1, let value = Double(row[1]) else { return nil }
        return (row[0], value)
      }
    }
    var phrases = PhraseTable<Word>(tokenizer: tokenizer)
    let units = values("units")
    for ten in values("tens") {
      phrases.insert(ten.word, .small(ten.value))
      for unit in units {
        for joint in table.rows("joints").map({ $0[0].replacing("_", with: " ") }) {
          phrases.insert(ten.word + joint + unit.word, .small(ten.value + unit.value))
        }
      }
    }
    for unit in units { phrases.insert(unit.word, .small(unit.value)) }
    for word in values("hundreds") { phrases.insert(word.word, .hundred(word.value)) }
    for word in values("scales") { phrases.insert(word.word, .scale(word.value)) }
    for word in values("collectives") { phrases.insert(word.word, .collective(word.value)) }
    return phrases
  }

  /// The hashes of the words, without diacritics, that numbers start with.
  var firstWords: [UInt64] { words.firstWords }

  /// Whether a number may start with a token.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool { token.kind == .number || words.mayStart(token) }

  /// The number that starts at a token, or nil where none does.
  func number(_ text: SegmentedText, at start: Int, limit: Int) -> Number? {
    var number = Number(value: 0, end: start, hasDigits: false, endsInScale: false, isAbout: false)
    var total = 0.0
    var current: Double?
    var smallestScale = Double.infinity
    while number.end < limit {
      if text.tokens[number.end].kind == .number {
        guard current == nil, let value = digits(text.bytes, text.tokens[number.end].span) else { break }
        current = value
        number.hasDigits = true
        number.end += 1
        number.endsInScale = false
        continue
      }
      guard let (end, word) = words.match(text.tokens, at: number.end, limit: limit) else { break }
      switch word {
      case .small(let value):
        // "deux trois" are two numbers; "cent deux" is one.
        if let known = current, known < 100 || number.hasDigits { return finished(number, total + known, start) }
        current = (current ?? 0) + value
        number.endsInScale = false
      case .hundred(let value):
        if let known = current, known >= 100 { return finished(number, total + known, start) }
        current = (current ?? 1) * value
        number.endsInScale = false
      case .scale(let value):
        if value >= smallestScale { return finished(number, total + (current ?? 0), start) }
        total += NumberReader.product(current ?? 1, value)
        number.scale *= value
        smallestScale = value
        current = nil
        number.endsInScale = true
      case .collective(let value):
        // "trois douzaines", "three dozen".
        guard number.end == start || (total == 0 && (current ?? 0) < 100) else {
          return finished(number, total + (current ?? 0), start)
        }
        number.isAbout = true
        number.end = end
        let count = (current ?? 1) * value
        guard let (scaleEnd, scale) = collectiveScales.match(text.tokens, at: end, limit: limit) else {
          return finished(number, count, start)
        }
        number.end = scaleEnd
        number.scale *= scale
        number.endsInScale = true
        return finished(number, count * scale, start)
      }
      number.end = end
    }
    return finished(number, total + (current ?? 0), start)
  }

  /// "2,7 milliards" is 2 700 000 000 and not a billionth less.
  static func product(_ mantissa: Double, _ scale: Double) -> Double {
    let product = mantissa * scale
    let whole = product.rounded()
    return abs(product - whole) < 1e-6 * abs(product) && scale >= 1000 ? whole : product
  }

  private func finished(_ number: Number, _ value: Double, _ start: Int) -> Number? {
    guard number.end > start else { return nil }
    var number = number
    number.value = value
    return number
  }

  /// The value of "200 000", "3,7", "1,250.5", or nil where marks stand in no known order ("12.03.2022").
  func digits(_ bytes: [UInt8], _ span: Span) -> Double? {
    var digits = 0.0
    var divisor = 1.0
    var hasFraction = false
    for at in span.start..<span.end {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        digits = digits * 10 + Double(byte - 0x30)
        if hasFraction { divisor *= 10 }
      } else if byte == 0x2C || byte == 0x2E {
        guard !hasFraction else { return nil }
        // Three digits after the other mark are a group of thousands; after the decimal mark they are a fraction.
        if byte == decimalMark || !isGroup(bytes, at + 1, span.end) { hasFraction = true }
      }
    }
    return digits / divisor
  }

  private func isGroup(_ bytes: [UInt8], _ from: Int, _ end: Int) -> Bool {
    var at = from
    while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at - from == 3
  }
}
