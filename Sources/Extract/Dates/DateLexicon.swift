internal import Languages
internal import NewsModel
internal import Prose

/// The words that expressions of time are made of, and what each says.
final class DateLexicon: Sendable {
  /// What some tokens say: a class of words, and a value within it.
  struct Lexeme: Sendable, Equatable {
    var wordClass: Int
    var value: Int
    /// The token just past it.
    var end: Int
  }
  private struct Entry: Sendable {
    var wordClass: Int
    var value: Int
  }

  private let classes: [String: Int]
  /// The numbers of a phrase's entries in `entries`.
  private let phrases: PhraseTable<Range<Int>>
  private let entries: [Entry]
  private let firstWords: [(word: UInt64, wordClass: Int)]
  /// The words of all phrases, and their entries.
  private let spelled: [(words: [UInt64], entries: Range<Int>)]
  private let numbers: NumberReader
  private let day: Int
  private let month: Int
  private let year: Int
  private let shortYear: Int
  private let number: Int

  /// Years that four digits may stand for; others are counts more often than years in the press.
  static let years = 1000...2199
  /// Years that names such as "mid-1996" and "the 1990s" are made for.
  static let namedYears = 1900...2059

  /// Two digits from here on are years of the last century ("93"); lower ones are days or counts.
  private static let firstShortYear = 50

  /// The words of a language and the literal words of its patterns, which are classes of their own.
  init(language: Language, tokenizer: Tokenizer, literals: [String]) {
    var made = Maker()
    for name in ["day", "month-number", "year", "short-year", "number"] { _ = made.wordClass(name) }
    let table = language.table("date-words")
    for section in table.sections {
      let wordClass = made.wordClass(section)
      for row in table.rows(section) {
        let field = row.count > 1 ? row[1] : "0"
        made.add(row[0], wordClass, Int(field) ?? TimeUnit(name: field)?.rawValue ?? 0)
      }
    }
    made.addHyphenated(table)
    made.addDecades(table)
    made.addSpokenYears(table)
    for literal in literals { made.add(literal, made.wordClass("=" + literal), 0) }
    classes = made.classes
    (phrases, entries, spelled) = made.phrases(tokenizer)
    firstWords = made.firstWords(tokenizer)
    numbers = NumberReader(language: language, tokenizer: tokenizer)
    day = made.wordClass("day")
    month = made.wordClass("month-number")
    year = made.wordClass("year")
    shortYear = made.wordClass("short-year")
    number = made.wordClass("number")
  }

  /// The words that a phrase of one of some classes may start with, beside digits and number words.
  func starters(of wanted: Set<Int>) -> WordSet {
    WordSet(firstWords.filter { wanted.contains($0.wordClass) }.map(\.word))
  }

  /// For each word that phrases start with: the classes of those of one word, of the longer ones, and their second words.
  var openings: [(word: UInt64, classes: [Int], longer: [Int], seconds: [UInt64])] {
    var found: [UInt64: (classes: [Int], longer: [Int], seconds: [UInt64])] = [:]
    for (words, range) in spelled {
      let classes = entries[range].map(\.wordClass)
      if words.count == 1 {
        found[words[0], default: ([], [], [])].classes += classes
      } else {
        found[words[0], default: ([], [], [])].longer += classes
        found[words[0], default: ([], [], [])].seconds.append(words[1])
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.classes, $0.value.longer, $0.value.seconds) }
  }

  /// The classes that digits may be of, and a number in words.
  var numeral: (digits: [Int], words: Int) { ([day, month, year, shortYear, number], number) }

  /// Whether a number in words starts at a token.
  @inline(__always)
  func startsNumber(_ token: Token) -> Bool { numbers.mayStart(token) }

  /// Whether a number of several words may start at a token ("vingt et un").
  func startsLongNumber(_ token: Token) -> Bool { numbers.longFirstWords.contains(token.folded) }

  /// The number of a class of words; nil for a name that no table has.
  func wordClass(_ name: String) -> Int? { classes[name] }

  /// Adds all that the words from a token on may say.
  func append(_ text: SegmentedText, at token: Int, limit: Int, to found: inout [Lexeme]) {
    var (node, end) = (Int32(0), token)
    let mayOpen =
      token < limit && phrases.index.mayStart(text.tokens[token].lower)
      && (token + 1 >= limit || phrases.index.mayOpen(text.tokens[token].lower, text.tokens[token + 1].lower))
    while mayOpen, end < limit {
      node = phrases.index.step(from: node, by: text.tokens[end].lower)
      guard node >= 0 else { break }
      end += 1
      let value = phrases.index.value(at: node)
      guard value >= 0 else { continue }
      for entry in phrases.values[value] {
        found.append(Lexeme(wordClass: entries[entry].wordClass, value: entries[entry].value, end: end))
      }
    }
    let kind = text.tokens[token].kind
    if kind == .number { appendDigits(text, token, to: &found) }
    guard kind == .number || kind == .word, numbers.mayStart(text.tokens[token]) else { return }
    if let read = numbers.number(text, at: token, limit: limit), read.value == read.value.rounded(),
      read.value < Double(DateLexicon.years.upperBound), !read.isAbout
    {
      found.append(Lexeme(wordClass: number, value: Int(read.value), end: read.end))
    }
  }

  private func appendDigits(_ text: SegmentedText, _ token: Int, to found: inout [Lexeme]) {
    let span = text.tokens[token].span
    guard span.length <= 4 else { return }
    var value = 0
    for byte in text.bytes[span.start..<span.end] {
      guard (0x30...0x39).contains(byte) else { return }
      value = value * 10 + Int(byte - 0x30)
    }
    func add(_ wordClass: Int, _ value: Int) {
      found.append(Lexeme(wordClass: wordClass, value: value, end: token + 1))
    }
    if span.length <= 2 {
      if (1...31).contains(value) { add(day, value) }
      if (1...12).contains(value) { add(month, value) }
    }
    if span.length == 2, value >= DateLexicon.firstShortYear { add(shortYear, 1900 + value) }
    if span.length == 4, DateLexicon.years.contains(value) { add(year, value) }
  }

  /// Gathers phrases before they are cut into a table.
  private struct Maker {
    var classes: [String: Int] = [:]
    private var entries: [String: [Entry]] = [:]
    private var order: [String] = []

    mutating func wordClass(_ name: String) -> Int {
      if let known = classes[name] { return known }
      classes[name] = classes.count
      return classes.count - 1
    }

    mutating func add(_ phrase: String, _ wordClass: Int, _ value: Int) {
      let key = Fold.lowercased(phrase)
      if entries[key] == nil { order.append(key) }
      entries[key, default: []].append(Entry(wordClass: wordClass, value: value))
    }

    /// "mi-mars", "mid-1996": a part of a period, written as one word with it.
    mutating func addHyphenated(_ table: WordTable) {
      for prefix in table.rows("hyphen-prefix").map({ $0[0] }) {
        for section in ["month", "season"] {
          for row in table.rows(section) where row.count > 1 {
            add(prefix + row[0], wordClass("part-" + section), Int(row[1]) ?? 0)
          }
        }
        for year in DateLexicon.namedYears { add(prefix + String(year), wordClass("part-year"), year) }
      }
    }

    /// "1990s", "90s".
    mutating func addDecades(_ table: WordTable) {
      for suffix in table.rows("decade-suffix").map({ $0[0] }) {
        for first in stride(from: 1800, through: DateLexicon.namedYears.upperBound, by: 10) {
          add(String(first) + suffix, wordClass("decade"), first)
        }
        for first in stride(from: 1920, through: 1990, by: 10) {
          add(String(first % 100) + suffix, wordClass("decade"), first)
        }
      }
    }

    /// "nineteen seventy-nine", "two thousand and five", as broadcasts are written down.
    mutating func addSpokenYears(_ table: WordTable) {
      func values(_ section: String) -> [(word: String, value: Int)] {
        table.rows(section).compactMap { row in row.count > 1 ? Int(row[1]).map { (row[0], $0) } : nil }
      }
      let (tens, units) = (values("spoken-tens"), values("spoken-units"))
      for (century, first) in values("spoken-century") {
        for (ten, value) in tens {
          add("\(century) \(ten)", wordClass("spoken-year"), first + value)
          guard value >= 20 else { continue }
          for (unit, more) in units { add("\(century) \(ten)-\(unit)", wordClass("spoken-year"), first + value + more) }
        }
      }
      for (millennium, first) in values("spoken-millennium") {
        add(millennium, wordClass("spoken-millennium"), first)
        for (unit, value) in units { add("\(millennium) \(unit)", wordClass("spoken-millennium"), first + value) }
      }
    }

    func firstWords(_ tokenizer: Tokenizer) -> [(word: UInt64, wordClass: Int)] {
      order.flatMap { phrase -> [(word: UInt64, wordClass: Int)] in
        // A letter is lent to what ends in an apostrophe, as `PhraseTable` does.
        let spellings = [phrase, Fold.folded(phrase)].map { $0.hasSuffix("'") ? $0 + "a" : $0 }
        let words = spellings.compactMap { tokenizer.tokens(in: Array($0.utf8)).first?.lower }
        return (entries[phrase] ?? []).flatMap { entry in words.map { ($0, entry.wordClass) } }
      }
    }

    func phrases(
      _ tokenizer: Tokenizer
    ) -> (PhraseTable<Range<Int>>, [Entry], [(words: [UInt64], entries: Range<Int>)]) {
      var table = PhraseTable<Range<Int>>(matching: .withDiacritics, tokenizer: tokenizer)
      var all: [Entry] = []
      var ranges: [String: Range<Int>] = [:]
      var spelled: [(words: [UInt64], entries: Range<Int>)] = []
      for phrase in order {
        let own = entries[phrase] ?? []
        ranges[phrase] = all.count..<(all.count + own.count)
        all += own
        table.insert(phrase, ranges[phrase] ?? 0..<0)
        spelled.append((table.words(of: phrase), ranges[phrase] ?? 0..<0))
      }
      // Texts that lost their accents, in words long enough not to become others.
      let shortestFolded = 5  // letters: "fevrier" is safe, "ete" is not
      for phrase in order where phrase.utf8.count > shortestFolded {
        table.insert(Fold.folded(phrase), ranges[phrase] ?? 0..<0)
        spelled.append((table.words(of: Fold.folded(phrase)), ranges[phrase] ?? 0..<0))
      }
      return (table, all, spelled.filter { !$0.words.isEmpty })
    }
  }
}
