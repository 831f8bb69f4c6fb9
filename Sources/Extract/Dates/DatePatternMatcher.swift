internal import Languages
internal import NewsModel
internal import Prose

/// Finds the longest pattern of words that starts at a token.
///
/// A class, as `DateLexicon` and `ClockReader`: its tables would be copied onto the stack at each call.
final class DatePatternMatcher: Sendable {
  /// An expression that was found.
  struct Match: Sendable {
    var rule: DatePattern.Rule
    /// The tokens of the expression, with an article before it where the pattern takes one.
    var tokens: Range<Int>
    /// Where its first word of meaning stands.
    var core: Int
    var reading: DateReading
  }
  /// A place in the order of words: a word of some class.
  struct Element: Sendable {
    var wordClass: Int
    var slot: DateSlot?
    var isOptional: Bool
  }
  private struct Compiled: Sendable {
    var rule: DatePattern.Rule
    var constants: [(slot: DateSlot, value: Int)]
    var before: [Element]
    var elements: [Element]
    var needsAfter: Int?
    var refusesAfter: Int?
  }

  private let lexicon: DateLexicon
  private let patterns: [Compiled]
  private let trie: DatePatternTrie
  /// Words that some pattern may start with.
  private let starters: WordSet
  /// What of the words is enough to say that no pattern starts there.
  private let glance: DateGlance

  /// The patterns of a language; without a table none is found.
  init(language: Language, tokenizer: Tokenizer) {
    let read = language.table("date-patterns").allRows.compactMap { DatePattern(row: $0.fields) }
    let literals = read.flatMap { ($0.before + $0.elements).map(\.name) }.filter { $0.hasPrefix("=") }
    var seen = Set<String>()
    let unique = literals.filter { seen.insert($0).inserted }.map { String($0.dropFirst()) }
    let lexicon = DateLexicon(language: language, tokenizer: tokenizer, literals: unique)
    self.lexicon = lexicon
    patterns = read.compactMap { DatePatternMatcher.compiled($0, lexicon) }
    trie = DatePatternTrie(patterns.map(\.elements))
    let first = trie.first
    starters = lexicon.starters(of: Set(first.indices.filter { !first[$0].isEmpty }))
    glance = DateGlance(lexicon: lexicon, trie: trie)
  }

  private static func compiled(_ pattern: DatePattern, _ lexicon: DateLexicon) -> Compiled? {
    func elements(_ elements: [DatePattern.Element]) -> [Element]? {
      var out: [Element] = []
      for element in elements {
        if let wordClass = lexicon.wordClass(element.name) {
          out.append(Element(wordClass: wordClass, slot: element.slot, isOptional: element.isOptional))
        } else if !element.isOptional {
          return nil
        }
      }
      return out
    }
    guard let before = elements(pattern.before), let main = elements(pattern.elements), !main.isEmpty else {
      return nil
    }
    return Compiled(
      rule: pattern.rule, constants: pattern.constants, before: before, elements: main,
      needsAfter: pattern.needsAfter.flatMap(lexicon.wordClass),
      refusesAfter: pattern.refusesAfter.flatMap(lexicon.wordClass))
  }

  /// Whether an expression may start at a token; no is certain.
  @inline(__always)
  func mayMatch(_ text: SegmentedText, at token: Int, limit: Int) -> Bool {
    let first = text.tokens[token]
    guard starters.contains(first.lower) || lexicon.startsNumber(first) else { return false }
    return glance.mayMatch(text.tokens, at: token, limit: limit, lexicon)
  }

  /// The longest expression whose first word of meaning is at `token`; it reaches back to `from` at most.
  func match(_ text: SegmentedText, at token: Int, from: Int, limit: Int, _ search: inout Search) -> Match? {
    guard mayMatch(text, at: token, limit: limit) else { return nil }
    search.start(token)
    let lexemes = search.words.range(text, token, limit, lexicon)
    for index in lexemes {
      let wordClass = search.words.lexemes[index].wordClass
      // A class that two readings of the word share is walked once, with both.
      let isRepeated = (lexemes.lowerBound..<index).contains { search.words.lexemes[$0].wordClass == wordClass }
      guard wordClass < trie.first.count, !isRepeated else { continue }
      for edge in trie.first[wordClass] { walk(text, trie.edges[edge], lexemes, limit, &search) }
    }
    guard let number = search.bestPattern else { return nil }
    let pattern = patterns[number]
    var reading = DateReading()
    for constant in pattern.constants { reading[constant.slot] = constant.value }
    for taken in search.bestPath { reading.set(taken.slot, taken.value, at: taken.tokens) }
    var start = token
    for element in pattern.before.reversed() where start > from {
      if search.words.isWord(text, start - 1, of: element.wordClass, lexicon) { start -= 1 }
    }
    return Match(rule: pattern.rule, tokens: start..<search.bestEnd, core: token, reading: reading)
  }

  /// Follows an edge by each of the readings of a word that it takes, and all that may come after.
  private func walk(
    _ text: SegmentedText, _ edge: DatePatternTrie.Edge, _ lexemes: Range<Int>, _ limit: Int, _ search: inout Search
  ) {
    for index in lexemes where search.words.lexemes[index].wordClass == edge.wordClass {
      let lexeme = search.words.lexemes[index]
      if let slot = edge.slot {
        search.path.append(Assignment(slot: slot, value: lexeme.value, tokens: search.at..<lexeme.end))
      }
      visit(text, edge.node, lexeme.end, limit, &search)
      if edge.slot != nil { search.path.removeLast() }
    }
  }

  private func visit(_ text: SegmentedText, _ node: Int, _ token: Int, _ limit: Int, _ search: inout Search) {
    let (node, before) = (trie.nodes[node], search.at)
    search.at = token
    defer { search.at = before }
    for index in node.accepted {
      let number = trie.accepted[index]
      guard search.isBetter(number, end: token), mayEnd(text, patterns[number], token, limit, &search) else { continue }
      search.take(number, end: token)
    }
    guard token < limit, !node.edges.isEmpty else { return }
    let lexemes = search.words.range(text, token, limit, lexicon)
    guard !lexemes.isEmpty else { return }
    for edge in node.edges { walk(text, trie.edges[edge], lexemes, limit, &search) }
  }

  private func mayEnd(
    _ text: SegmentedText, _ pattern: Compiled, _ token: Int, _ limit: Int, _ search: inout Search
  ) -> Bool {
    guard pattern.needsAfter != nil || pattern.refusesAfter != nil else { return true }
    let next = token < limit ? search.words.range(text, token, limit, lexicon) : 0..<0
    func follows(_ wordClass: Int) -> Bool { next.contains { search.words.lexemes[$0].wordClass == wordClass } }
    if let needed = pattern.needsAfter, !follows(needed) { return false }
    if let refused = pattern.refusesAfter, follows(refused) { return false }
    return true
  }

  /// A value that some tokens give to a slot.
  struct Assignment: Sendable {
    var slot: DateSlot
    var value: Int
    var tokens: Range<Int>
  }

  /// The state of a search, reused from token to token and from text to text.
  struct Search {
    /// What the words of the text say.
    var words = LexemeMemo()
    /// The token that the walk stands at.
    fileprivate var at = 0
    fileprivate var path: [Assignment] = []
    fileprivate var bestPattern: Int?
    fileprivate var bestEnd = 0
    fileprivate var bestPath: [Assignment] = []

    fileprivate mutating func start(_ token: Int) {
      at = token
      path.removeAll(keepingCapacity: true)
      bestPattern = nil
      bestEnd = token
    }

    /// The longest wins; of two as long, the one that stands first in the table.
    fileprivate func isBetter(_ number: Int, end: Int) -> Bool {
      guard let bestPattern else { return end > bestEnd }
      return end > bestEnd || (end == bestEnd && number < bestPattern)
    }

    fileprivate mutating func take(_ number: Int, end: Int) {
      bestPattern = number
      bestEnd = end
      bestPath.removeAll(keepingCapacity: true)
      bestPath.append(contentsOf: path)
    }
  }
}
