internal import NewsModel

/// Phrases to be found in tokens: the longest one that starts at a token, with its value.
///
/// Keys are hashes of lower-case tokens, so a look-up costs one step a word and compares no strings.
package struct PhraseTable<Value: Sendable>: Sendable {
  @usableFromInline package var index: PhraseIndex
  @usableFromInline package var values: [Value] = []
  private let tokenizer: Tokenizer

  /// An empty table. Phrases are cut by `tokenizer`, which has to be the one that cuts the texts.
  package init(matching: PhraseMatching = .folded, tokenizer: Tokenizer) {
    index = PhraseIndex(matching: matching)
    self.tokenizer = tokenizer
  }

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

  /// Whether some phrase starts with this token.
  @inlinable @inline(__always)
  package func mayStart(_ token: Token) -> Bool { index.mayStart(token) }

  /// The longest phrase that starts at token `start` and ends before `limit`.
  ///
  /// Always inlined: unspecialized, the metadata of its result would cost more than the look-up.
  @inlinable @inline(__always)
  package func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    let found = index.match(tokens, at: start, limit: limit)
    return found.value < 0 ? nil : (found.end, values[found.value])
  }

  /// Every phrase that starts at token `start` and ends before `limit`, shortest first.
  ///
  /// Always inlined: unspecialized, the metadata of its result would cost more than the look-up.
  @inlinable @inline(__always)
  package func matches(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Value)] {
    index.matches(tokens, at: start, limit: limit).map { ($0.end, values[$0.value]) }
  }
}

/// Whether diacritics count when phrases are compared.
package enum PhraseMatching: Sendable { case withDiacritics, folded }

/// A trie over token hashes in one flat table: the key of a step is its node and the token.
///
/// Not generic, so that modules that look phrases up pay for no metadata.
package struct PhraseIndex: Sendable {
  private struct Step: Sendable {
    var key: UInt64 = 0
    var next: Int32 = 0
  }
  private let matching: PhraseMatching
  private var steps = [Step](repeating: Step(), count: 16)
  private var used = 0
  /// The value of each node, -1 where no phrase ends.
  private var values: [Int32] = [-1]

  /// An empty index.
  init(matching: PhraseMatching) { self.matching = matching }

  /// Adds the phrase of some tokens; false where it is there already or empty.
  mutating func insert(_ tokens: [Token], value: Int) -> Bool {
    var node: Int32 = 0
    for token in tokens {
      let key = PhraseIndex.key(node, matching == .folded ? token.folded : token.lower)
      if let next = next(key) {
        node = next
        continue
      }
      values.append(-1)
      node = Int32(values.count - 1)
      add(Step(key: key, next: node))
    }
    guard node != 0, values[Int(node)] < 0 else { return false }
    values[Int(node)] = Int32(value)
    return true
  }

  /// Whether some phrase starts with this token.
  package func mayStart(_ token: Token) -> Bool {
    next(PhraseIndex.key(0, matching == .folded ? token.folded : token.lower)) != nil
  }

  /// The end and the value of the longest phrase from `start`; -1 where there is none.
  package func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Int) {
    var node: Int32 = 0
    var at = start
    var best = (end: start, value: -1)
    while at < limit {
      guard let next = next(PhraseIndex.key(node, matching == .folded ? tokens[at].folded : tokens[at].lower)) else {
        break
      }
      node = next
      at += 1
      if values[Int(node)] >= 0 { best = (at, Int(values[Int(node)])) }
    }
    return best
  }

  /// The ends and values of all phrases from `start`, shortest first.
  package func matches(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Int)] {
    var node: Int32 = 0
    var at = start
    var found: [(end: Int, value: Int)] = []
    while at < limit {
      guard let next = next(PhraseIndex.key(node, matching == .folded ? tokens[at].folded : tokens[at].lower)) else {
        break
      }
      node = next
      at += 1
      if values[Int(node)] >= 0 { found.append((at, Int(values[Int(node)]))) }
    }
    return found
  }

  /// Spreads the node over the token's hash; zero marks an empty slot and is never a key.
  private static func key(_ node: Int32, _ token: UInt64) -> UInt64 {
    let mixed = token ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)
    return mixed == 0 ? 1 : mixed
  }

  private func next(_ key: UInt64) -> Int32? {
    let mask = steps.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while steps[slot].key != 0 {
      if steps[slot].key == key { return steps[slot].next }
      slot = (slot + 1) & mask
    }
    return nil
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
