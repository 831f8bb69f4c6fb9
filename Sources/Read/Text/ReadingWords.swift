internal import Languages
internal import Prose

/// The words that reading asks for, of all languages together: what stands around an article need not be in its own.
final class ReadingWords: Sendable {
  /// What a word says in a line that is only a date.
  enum DateWord: Sendable, Equatable {
    case month(Int)
    /// That the text came out or was changed; whether its language puts the day before the month.
    case published(isDayFirst: Bool)
    case updated(isDayFirst: Bool)
    /// Weekdays, "at", time zones: they change nothing.
    case filler
  }
  /// How a line of a few words opens.
  enum Opening: Sendable { case byline, credit }

  let phrases: BoilerplatePhrases
  private let functionWords: WordSet
  private let bylineEnds: WordSet
  private let dateWords: [UInt64: DateWord]
  private let sections: Set<UInt64>
  /// By their first word, the longest first.
  private let openings: [UInt64: [(words: [UInt64], kind: Opening)]]
  private let openingWords: WordSet

  /// The words of some languages.
  init(_ languages: [Language]) {
    phrases = BoilerplatePhrases(languages)
    var functionWords: Set<UInt64> = []
    var bylineEnds: Set<UInt64> = []
    var dateWords: [UInt64: DateWord] = [:]
    var sections: Set<UInt64> = []
    var openings: [(words: [UInt64], kind: Opening)] = []
    for language in languages {
      functionWords.formUnion(language.words("reading-words", section: "function").flatMap(WordScan.hashes))
      bylineEnds.formUnion(language.words("reading-words", section: "byline end").flatMap(WordScan.hashes))
      sections.formUnion(language.words("reading-words", section: "sections").map(ReadingWords.wording))
      for row in language.table("reading-dates").rows("months") where row.count > 1 {
        if let month = Int(row[1]), let word = WordScan.hashes(of: row[0]).first { dateWords[word] = .month(month) }
      }
      let isDayFirst = language.table("reading-dates").rows("order").contains { $0[0] == "day-first" }
      for (section, value) in [
        ("published", DateWord.published(isDayFirst: isDayFirst)), ("updated", .updated(isDayFirst: isDayFirst)),
        ("fillers", .filler),
      ] {
        for word in language.words("reading-dates", section: section).flatMap(WordScan.hashes) {
          dateWords[word] = dateWords[word] ?? value
        }
      }
      openings += language.words("reading-words", section: "byline").map { (WordScan.hashes(of: $0), .byline) }
      openings += language.words("reading-credits", section: "credit").map { (WordScan.hashes(of: $0), .credit) }
    }
    self.functionWords = WordSet(functionWords)
    self.bylineEnds = WordSet(bylineEnds)
    self.dateWords = dateWords
    self.sections = sections
    openings.removeAll { $0.words.isEmpty }
    openings.sort { $0.words.count > $1.words.count }
    self.openings = Dictionary(grouping: openings) { $0.words[0] }
    openingWords = WordSet(openings.map { $0.words[0] })
  }

  /// What a word says in a date, if anything.
  func dateWord(_ word: UInt64) -> DateWord? { dateWords[word] }

  /// Whether a line's words are the name of a section ("France", "World").
  func isSection(_ wording: UInt64) -> Bool { sections.contains(wording) }

  /// Whether a word is of the kind that only sentences need.
  func isFunctionWord(_ word: UInt64) -> Bool { functionWords.contains(word) }

  /// Whether a word opens whom the author worked with ("avec AFP", "for the BBC").
  func endsByline(_ word: UInt64) -> Bool { bylineEnds.contains(word) }

  /// How a line opens, and how many words that takes.
  func opening(_ words: [UInt64], _ kind: Opening) -> Int? {
    guard let first = words.first, openingWords.contains(first), let known = openings[first] else { return nil }
    return known.first { $0.kind == kind && words.starts(with: $0.words) }?.words.count
  }

  /// Fills in what a line's words say of it.
  func describe(_ line: inout TextLine, _ words: [UInt64]) {
    var chain = BoilerplatePhrases.seed
    for word in words {
      if word != WordScan.colon { line.words += 1 }
      if functionWords.contains(word) { line.functionWords += 1 }
      if !WordScan.isIncidental(word) { chain = BoilerplatePhrases.chain(chain, word) }
    }
    line.wording = chain
    line.isCredit = isCredit(words)
    line.phrase = phrases.match(words, wording: chain, endsSentence: line.endsSentence)
  }

  /// A line that names where a text is from takes no more words than these, the parts of an address among them.
  static let longestCredit = 40

  private func isCredit(_ words: [UInt64]) -> Bool {
    guard words.count <= ReadingWords.longestCredit, let end = opening(words, .credit), end < words.count else {
      return false
    }
    return words[end] == WordScan.colon || words[end] == ReadingWords.http || words[end] == ReadingWords.https
  }

  private static let http = Fold.hash(Array("http".utf8))
  private static let https = Fold.hash(Array("https".utf8))

  /// The hash of a phrase's words, numbers and colons left out.
  static func wording(_ phrase: String) -> UInt64 {
    WordScan.hashes(of: phrase).reduce(BoilerplatePhrases.seed) {
      WordScan.isIncidental($1) ? $0 : BoilerplatePhrases.chain($0, $1)
    }
  }
}
