internal import NewsModel

/// Phrases to be found in tokens: the longest one that starts at a token, with its value.
///
/// Keys are hashes of lower-case tokens, so a look-up costs one step a word and compares no strings.
package struct PhraseTable<Value: Sendable>: Sendable {
  /// Whether diacritics count.
  package enum Matching: Sendable { case withDiacritics, folded }

  private struct Node: Sendable {
    var children: [UInt64: Int32] = [:]
    var value: Value?
  }
  private var nodes: [Node] = [Node()]
  private let matching: Matching
  private let tokenizer: Tokenizer

  /// An empty table. Phrases are cut by `tokenizer`, which has to be the one that cuts the texts.
  package init(matching: Matching = .folded, tokenizer: Tokenizer) {
    self.matching = matching
    self.tokenizer = tokenizer
  }

  /// Whether it holds no phrase.
  package var isEmpty: Bool { nodes.count == 1 }

  /// Adds a phrase; one that is there already keeps its first value.
  package mutating func insert(_ phrase: String, _ value: Value) {
    var node = 0
    for token in tokens(of: phrase) {
      let key = matching == .folded ? token.folded : token.lower
      if let next = nodes[node].children[key] {
        node = Int(next)
      } else {
        nodes.append(Node())
        nodes[node].children[key] = Int32(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    if node != 0, nodes[node].value == nil { nodes[node].value = value }
  }

  /// An elided word ("l'") is cut as such only where a letter follows, so one is lent to it.
  private func tokens(of phrase: String) -> [Token] {
    guard phrase.hasSuffix("'") else { return tokenizer.tokens(in: Array(phrase.utf8)) }
    return tokenizer.tokens(in: Array((phrase + "a").utf8)).dropLast()
  }

  /// The longest phrase that starts at token `start` and ends before `limit`.
  package func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    var node = 0
    var at = start
    var best: (end: Int, value: Value)?
    while at < limit {
      let key = matching == .folded ? tokens[at].folded : tokens[at].lower
      guard let next = nodes[node].children[key] else { break }
      node = Int(next)
      at += 1
      if let value = nodes[node].value { best = (at, value) }
    }
    return best
  }

  /// Every phrase that starts at token `start` and ends before `limit`, shortest first.
  package func matches(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Value)] {
    var node = 0
    var at = start
    var found: [(end: Int, value: Value)] = []
    while at < limit {
      let key = matching == .folded ? tokens[at].folded : tokens[at].lower
      guard let next = nodes[node].children[key] else { break }
      node = Int(next)
      at += 1
      if let value = nodes[node].value { found.append((at, value)) }
    }
    return found
  }
}
