internal import Prose

/// Tells from a token and the one behind it that no expression of time starts there, before its words are looked up.
///
/// Most words that may open a date ("le", "in", "un") open none: what follows is no word of a date. Classes of words are
/// kept as bits, two classes sharing one where there are many, so that a yes is no promise and a no is certain.
struct DateGlance: Sendable {
  /// What is known of a word.
  private struct Facts: Sendable {
    /// The classes of the phrases that start with it.
    var starts: UInt64 = 0
    /// The classes that may follow it where it is a phrase by itself.
    var follow: UInt64 = 0
    /// It may be an expression by itself.
    var isWhole = false
    /// The second words of the longer phrases that it starts.
    var seconds: UInt64 = 0

    mutating func formUnion(_ other: Facts) {
      starts |= other.starts
      follow |= other.follow
      isWhole = isWhole || other.isWhole
      seconds |= other.seconds
    }
  }

  /// Indices into `facts`.
  private let words: WordCodes
  private let facts: [Facts]
  private let digits: Facts
  private let spelledNumber: Facts

  /// A glance at the words of a lexicon for the patterns of a tree.
  init(lexicon: DateLexicon, trie: DatePatternTrie) {
    func known(_ classes: [Int]) -> Facts {
      var facts = Facts()
      for wordClass in classes {
        facts.starts |= DateGlance.bit(wordClass)
        guard wordClass < trie.first.count else { continue }
        for edge in trie.first[wordClass] {
          let node = trie.nodes[trie.edges[edge].node]
          if !node.accepted.isEmpty { facts.isWhole = true }
          for next in node.edges { facts.follow |= DateGlance.bit(trie.edges[next].wordClass) }
        }
      }
      return facts
    }
    var found: [Facts] = []
    var codes: [(hash: UInt64, code: Int)] = []
    for (word, classes, longer, seconds) in lexicon.openings {
      var facts = known(classes)
      for wordClass in longer { facts.starts |= DateGlance.bit(wordClass) }
      for second in seconds { facts.seconds |= DateGlance.bit(second) }
      codes.append((word, found.count))
      found.append(facts)
    }
    words = WordCodes(codes)
    facts = found
    digits = known(lexicon.numeral.digits)
    spelledNumber = known([lexicon.numeral.words])
  }

  private static func bit(_ wordClass: Int) -> UInt64 { 1 << UInt64(wordClass & 63) }
  @inline(__always)
  private static func bit(_ word: UInt64) -> UInt64 { 1 << (word >> 58) }

  /// False where no expression starts at a token that may start one.
  func mayMatch(_ tokens: [Token], at token: Int, limit: Int, _ lexicon: DateLexicon) -> Bool {
    let next = token + 1
    let first = tokens[token]
    let isNumber = lexicon.startsNumber(first)
    if isNumber, lexicon.startsLongNumber(first) { return true }
    let known = facts(of: first, isNumber: isNumber)
    if known.isWhole { return true }
    guard next < limit else { return false }
    let second = tokens[next]
    if known.seconds & DateGlance.bit(second.lower) != 0 { return true }
    let goesOn = lexicon.startsNumber(second)
    if isNumber, goesOn { return true }
    return known.follow & facts(of: second, isNumber: goesOn).starts != 0
  }

  @inline(__always)
  private func facts(of token: Token, isNumber: Bool) -> Facts {
    let code = words.code(of: token.lower)
    var known = code < 0 ? Facts() : facts[code]
    if isNumber { known.formUnion(token.kind == .number ? digits : spelledNumber) }
    return known
  }
}
