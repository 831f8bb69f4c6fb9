internal import NewsModel

/// Phrases to be found in tokens: the longest one that starts at a token, with its value.
///
/// Keys are hashes of lower-case tokens, so a look-up costs one step a word and compares no strings.
package struct PhraseTable<Value: Sendable>: Sendable {
  package private(set) var index: PhraseIndex
  package private(set) var values: [Value] = []
  private let tokenizer: Tokenizer

  /// An empty table. Phrases are cut by `tokenizer`, which has to be the one that cuts the texts.
  package init(matching: PhraseMatching = .folded, tokenizer: Tokenizer) {
    index = PhraseIndex(matching: matching)
    self.tokenizer = tokenizer
  }

  /// The hashes of the tokens that phrases start with, as `PhraseMatching` reads them.
  package var firstWords: [UInt64] { index.firstWords }

  /// Those of them that start phrases of several tokens.
  package var longFirstWords: [UInt64] { index.longFirstWords }

  /// The hashes of a phrase's tokens, as `PhraseMatching` reads them.
  package func words(of phrase: String) -> [UInt64] { tokens(of: phrase).map(index.word) }

  /// Whether it holds no phrase.
  package var isEmpty: Bool { values.isEmpty }

  /// Adds a phrase; one that is there already keeps its first value.
  package mutating func insert(_ phrase: String, _ value: Value) {
    if index.insert(tokens(of: phrase), value: values.count) { values.append(value) }
  }

  /// An elided word ("l'") is cut as such only where a letter follows, so one is lent to it.
  private func tokens(of phrase: String) -> [Token] {
    guard phrase.hasSuffix("'") else { return tokenizer.tokens(in: Array(phrase.utf8)) }
    return tokenizer.tokens(in: Array((phrase + "a").utf8)).dropLast()
  }

  /// Whether some phrase may start with this token: false is certain, true is so but for one in sixteen.
  @inline(__always)
  package func mayStart(_ token: Token) -> Bool { index.mayStart(token) }

  /// The longest phrase that starts at token `start` and ends before `limit`.
  ///
  /// Always inlined: unspecialized, the metadata of its result would cost more than the look-up.
  @inline(__always)
  package func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit, index.mayStart(tokens[start]) else { return nil }
    let found = index.longest(tokens, at: start, limit: limit)
    return found.value < 0 ? nil : (found.end, values[found.value])
  }

  /// Every phrase that starts at token `start` and ends before `limit`, shortest first.
  ///
  /// Always inlined: unspecialized, the metadata of its result would cost more than the look-up.
  @inline(__always)
  package func matches(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Value)] {
    guard start < limit, index.mayStart(tokens[start]) else { return [] }
    return index.all(tokens, at: start, limit: limit).map { ($0.end, values[$0.value]) }
  }
}

/// Whether diacritics count when phrases are compared.
package enum PhraseMatching: Sendable { case withDiacritics, folded }

/// A trie over token hashes in one flat table: the key of a step is its node and the token.
///
/// Not generic, so that modules that look phrases up pay for no metadata; public and inlinable where they look up, since
/// only so does the compiler do it in place there.
public struct PhraseIndex: Sendable {
  @usableFromInline
  struct Step: Sendable {
    @usableFromInline var key: UInt64 = 0
    @usableFromInline var next: Int32 = 0
  }
  /// Diacritics do not count.
  public let isFolded: Bool
  @usableFromInline var steps = [Step](repeating: Step(), count: 16)
  private var used = 0
  /// The value of each node, -1 where no phrase ends.
  @usableFromInline var values: [Int32] = [-1]
  /// The hashes of the tokens that phrases start with, as `matching` reads them.
  package private(set) var firstWords: [UInt64] = []
  /// Those of them, perhaps more than once, that more tokens follow.
  package private(set) var longFirstWords: [UInt64] = []
  @usableFromInline var filter = HashFilter(room: 0)
  /// Lets through the first words that are phrases by themselves, and the first two words of the others.
  @usableFromInline var openings = HashFilter(room: 0)
  private var openingHashes: [UInt64] = []

  /// An empty index.
  init(matching: PhraseMatching) { isFolded = matching == .folded }

  /// Adds the phrase of some tokens; false where it is there already or empty.
  mutating func insert(_ tokens: [Token], value: Int) -> Bool {
    var node: Int32 = 0
    addOpening(of: tokens)
    for token in tokens {
      let word = word(token)
      let next = step(from: node, by: word)
      if next >= 0 {
        node = next
        continue
      }
      if node == 0 { addFirst(word) }
      values.append(-1)
      add(Step(key: PhraseIndex.key(node, word), next: Int32(values.count - 1)))
      node = Int32(values.count - 1)
    }
    guard node != 0, values[Int(node)] < 0 else { return false }
    values[Int(node)] = Int32(value)
    return true
  }

  /// The hash of a token that phrases are found by.
  @inline(__always)
  package func word(_ token: Token) -> UInt64 { isFolded ? token.folded : token.lower }

  /// Whether some phrase may start with this token: false is certain, true is so but for one in sixteen.
  @inline(__always)
  package func mayStart(_ token: Token) -> Bool { filter.mayContain(isFolded ? token.folded : token.lower) }

  /// The same for a word as `word` gives it.
  @inlinable @inline(__always)
  public func mayStart(_ word: UInt64) -> Bool { filter.mayContain(word) }

  /// Whether some phrase may start with two words, or be the first of them alone; false is certain.
  @inlinable @inline(__always)
  public func mayOpen(_ first: UInt64, _ second: UInt64) -> Bool {
    openings.mayContain(first) || openings.mayContain(PhraseIndex.pair(first, second))
  }

  /// One hash for two words in order.
  @inlinable @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ ((second << 17) | (second >> 47))
  }

  private mutating func addOpening(of tokens: [Token]) {
    guard let first = tokens.first.map({ word($0) }) else { return }
    if tokens.count > 1 { longFirstWords.append(first) }
    openingHashes.append(tokens.count > 1 ? PhraseIndex.pair(first, word(tokens[1])) : first)
    openings.insert(openingHashes[openingHashes.count - 1])
    // Grown by the rule of `HashFilter`, at powers of two.
    if openingHashes.count > 32, openingHashes.count & (openingHashes.count - 1) == 0 {
      openings = HashFilter(room: openingHashes.count * 2)
      for hash in openingHashes { openings.insert(hash) }
    }
  }

  /// The value of the phrase that ends at a node; -1 where none does.
  @inlinable @inline(__always)
  public func value(at node: Int32) -> Int { Int(values[Int(node)]) }

  /// One step of a look-up: the node that a word leads to, -1 where no phrase goes on so. Look-ups start at node 0.
  @inlinable @inline(__always)
  public func step(from node: Int32, by word: UInt64) -> Int32 {
    let key = PhraseIndex.key(node, word)
    let mask = steps.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while steps[slot].key != 0 {
      if steps[slot].key == key { return steps[slot].next }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The end and the value of the longest phrase from `start`; -1 where there is none.
  package func longest(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Int) {
    var node: Int32 = 0
    var at = start
    var best = (end: start, value: -1)
    while at < limit {
      node = step(from: node, by: word(tokens[at]))
      guard node >= 0 else { break }
      at += 1
      if values[Int(node)] >= 0 { best = (at, Int(values[Int(node)])) }
    }
    return best
  }

  /// The ends and values of all phrases from `start`, shortest first.
  package func all(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Int)] {
    var node: Int32 = 0
    var at = start
    var found: [(end: Int, value: Int)] = []
    while at < limit {
      node = step(from: node, by: word(tokens[at]))
      guard node >= 0 else { break }
      at += 1
      if values[Int(node)] >= 0 { found.append((at, Int(values[Int(node)]))) }
    }
    return found
  }

  /// Spreads the node over the token's hash; zero marks an empty slot and is never a key.
  @inlinable @inline(__always)
  static func key(_ node: Int32, _ token: UInt64) -> UInt64 {
    let mixed = token ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)
    return mixed == 0 ? 1 : mixed
  }

  private mutating func addFirst(_ word: UInt64) {
    firstWords.append(word)
    filter.insert(word)
    // Grown by the rule of `HashFilter`, at powers of two.
    if firstWords.count > 32, firstWords.count & (firstWords.count - 1) == 0 {
      filter = HashFilter(room: firstWords.count * 2)
      for word in firstWords { filter.insert(word) }
    }
  }

  /// The table stays at most a quarter full, so that a miss ends soon.
  private mutating func add(_ step: Step) {
    used += 1
    if used * 4 > steps.count {
      let old = steps
      steps = [Step](repeating: Step(), count: old.count * 2)
      for step in old where step.key != 0 { place(step) }
    }
    place(step)
  }

  private mutating func place(_ step: Step) {
    let mask = steps.count - 1
    var slot = Int(truncatingIfNeeded: step.key ^ (step.key >> 32)) & mask
    while steps[slot].key != 0 { slot = (slot + 1) & mask }
    steps[slot] = step
  }
}
