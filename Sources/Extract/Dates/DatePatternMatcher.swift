internal import Languages
internal import NewsModel
internal import Prose

/// Finds the longest pattern of words that starts at a token.
struct DatePatternMatcher: Sendable {
  /// An expression that was found.
  struct Match: Sendable {
    var rule: DatePattern.Rule
    /// The tokens of the expression, with an article before it where the pattern takes one.
    var tokens: Range<Int>
    /// Where its first word of meaning stands.
    var core: Int
    var reading: DateReading
  }
  private struct Compiled: Sendable {
    struct Element: Sendable {
      var wordClass: Int
      var slot: DateSlot?
      var isOptional: Bool
    }
    var rule: DatePattern.Rule
    var constants: [(slot: DateSlot, value: Int)]
    var before: [Element]
    var elements: [Element]
    var needsAfter: Int?
    var refusesAfter: Int?
  }

  let lexicon: DateLexicon
  private let patterns: [Compiled]
  /// Patterns by the classes that their first word may have, in the order of the table.
  private let byFirst: [[Int]]
  /// Words that some pattern may start with.
  private let starters: WordSet

  /// The patterns of a language; without a table none is found.
  init(language: Language, tokenizer: Tokenizer) {
    let read = language.table("date-patterns").allRows.compactMap { DatePattern(row: $0.fields) }
    let literals = read.flatMap { ($0.before + $0.elements).map(\.name) }.filter { $0.hasPrefix("=") }
    var seen = Set<String>()
    let unique = literals.filter { seen.insert($0).inserted }.map { String($0.dropFirst()) }
    let lexicon = DateLexicon(language: language, tokenizer: tokenizer, literals: unique)
    self.lexicon = lexicon
    patterns = read.compactMap { DatePatternMatcher.compiled($0, lexicon) }
    var byFirst: [[Int]] = []
    for (index, pattern) in patterns.enumerated() {
      for element in pattern.elements {
        while byFirst.count <= element.wordClass { byFirst.append([]) }
        if byFirst[element.wordClass].last != index { byFirst[element.wordClass].append(index) }
        if !element.isOptional { break }
      }
    }
    self.byFirst = byFirst
    starters = lexicon.starters(of: Set(byFirst.indices.filter { !byFirst[$0].isEmpty }))
  }

  private static func compiled(_ pattern: DatePattern, _ lexicon: DateLexicon) -> Compiled? {
    func elements(_ elements: [DatePattern.Element]) -> [Compiled.Element]? {
      var out: [Compiled.Element] = []
      for element in elements {
        if let wordClass = lexicon.wordClass(element.name) {
          out.append(.init(wordClass: wordClass, slot: element.slot, isOptional: element.isOptional))
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

  /// The longest expression whose first word of meaning is at `token`; it reaches back to `from` at most.
  func match(_ text: SegmentedText, at token: Int, from: Int, limit: Int, _ words: inout LexemeMemo) -> Match? {
    guard starters.contains(text.tokens[token].lower) || lexicon.startsNumber(text.tokens[token]) else { return nil }
    let first = words.lexemes(text, token, limit, lexicon)
    guard !first.isEmpty else { return nil }
    var candidates: [Int] = []
    for lexeme in first where lexeme.wordClass < byFirst.count { candidates += byFirst[lexeme.wordClass] }
    guard !candidates.isEmpty else { return nil }
    candidates.sort()
    var best: (pattern: Int, end: Int, path: [Assignment])?
    var path: [Assignment] = []
    var last = -1
    for index in candidates where index != last {
      last = index
      path.removeAll(keepingCapacity: true)
      guard let (end, taken) = walk(text, patterns[index], 0, token, limit, &path, &words), end > token else {
        continue
      }
      if end > (best?.end ?? token) { best = (index, end, taken) }
    }
    guard let best else { return nil }
    let pattern = patterns[best.pattern]
    var reading = DateReading()
    for constant in pattern.constants { reading[constant.slot] = constant.value }
    for taken in best.path { reading.set(taken.slot, taken.value, at: taken.tokens) }
    let start = reachBack(text, pattern, token, from, &words)
    return Match(rule: pattern.rule, tokens: start..<best.end, core: token, reading: reading)
  }

  /// A value that some tokens give to a slot.
  private struct Assignment {
    var slot: DateSlot
    var value: Int
    var tokens: Range<Int>
  }

  /// The farthest end of a pattern from its element `element` on, with all that was assigned on the way.
  private func walk(
    _ text: SegmentedText, _ pattern: Compiled, _ element: Int, _ token: Int, _ limit: Int,
    _ path: inout [Assignment], _ words: inout LexemeMemo
  ) -> (Int, [Assignment])? {
    guard element < pattern.elements.count else {
      return mayEnd(text, pattern, token, limit, &words) ? (token, path) : nil
    }
    let wanted = pattern.elements[element]
    var best: (Int, [Assignment])?
    if token < limit {
      for lexeme in words.lexemes(text, token, limit, lexicon) where lexeme.wordClass == wanted.wordClass {
        let known = path.count
        if let slot = wanted.slot {
          path.append(Assignment(slot: slot, value: lexeme.value, tokens: token..<lexeme.end))
        }
        if let found = walk(text, pattern, element + 1, lexeme.end, limit, &path, &words),
          found.0 > (best?.0 ?? -1)
        {
          best = found
        }
        path.removeLast(path.count - known)
      }
    }
    if wanted.isOptional, let found = walk(text, pattern, element + 1, token, limit, &path, &words),
      found.0 > (best?.0 ?? -1)
    {
      best = found
    }
    return best
  }

  private func mayEnd(
    _ text: SegmentedText, _ pattern: Compiled, _ token: Int, _ limit: Int, _ words: inout LexemeMemo
  ) -> Bool {
    guard pattern.needsAfter != nil || pattern.refusesAfter != nil else { return true }
    let next = token < limit ? words.lexemes(text, token, limit, lexicon).map(\.wordClass) : []
    if let needed = pattern.needsAfter, !next.contains(needed) { return false }
    if let refused = pattern.refusesAfter, next.contains(refused) { return false }
    return true
  }

  /// Takes in the words before an expression that its pattern allows for, from right to left.
  private func reachBack(
    _ text: SegmentedText, _ pattern: Compiled, _ token: Int, _ from: Int, _ words: inout LexemeMemo
  ) -> Int {
    var start = token
    for element in pattern.before.reversed() where start > from {
      let isThere = words.lexemes(text, start - 1, start, lexicon).contains {
        $0.wordClass == element.wordClass && $0.end == start
      }
      if isThere { start -= 1 }
    }
    return start
  }
}

/// What the words of one text say, looked up once each.
struct LexemeMemo {
  /// By token: an index into `lists`, or -1 where it was not asked for yet.
  private var known: [Int32]
  private var lists: [[DateLexicon.Lexeme]] = []

  /// Nothing is known yet of the tokens of a text.
  init(tokens: Int) { known = [Int32](repeating: -1, count: tokens) }

  /// All that the words from a token on may say, up to `limit`.
  mutating func lexemes(
    _ text: SegmentedText, _ token: Int, _ limit: Int, _ lexicon: DateLexicon
  ) -> [DateLexicon.Lexeme] {
    if known[token] >= 0 { return lists[Int(known[token])] }
    let found = lexicon.lexemes(text, at: token, limit: limit)
    // A look at one token alone, as words before an expression get, is not the whole answer.
    if limit == token + 1 { return found }
    known[token] = Int32(lists.count)
    lists.append(found)
    return found
  }
}
