/// Verbs that lead from a subject to its value: "has risen to 47", "s'élève désormais à 34".
package struct ReachingVerbs: Sendable {
  private let verbs: PhraseTable<Bool>
  /// The words that these end with, by which most values are told to have no such verb.
  private let lastWords: WordSet
  private let adverbs: WordSet
  /// The longest verb with its preposition and an adverb, in tokens.
  private static let longest = 7

  /// The verbs of a language.
  ///
  /// - Parameters:
  ///   - verbs: with the preposition that leads to the value.
  ///   - adverbs: words that may stand in them.
  ///   - tokenizer: the one that cuts the texts.
  package init(_ verbs: [String], adverbs: [String], tokenizer: Tokenizer) {
    var phrases = PhraseTable<Bool>(tokenizer: tokenizer)
    for verb in verbs { phrases.insert(verb, true) }
    self.verbs = phrases
    lastWords = WordSet(verbs.compactMap { tokenizer.tokens(in: Array($0.utf8)).last?.folded })
    self.adverbs = WordSet(adverbs.map { Fold.hash(Fold.folded(Array($0.utf8))) })
  }

  /// Whether a word is an adverb that may stand in such a verb.
  package func isAdverb(_ token: Token) -> Bool { adverbs.contains(token.folded) }

  /// Where the verb begins that leads to a value.
  ///
  /// - Parameters:
  ///   - value: the token that the value begins with.
  ///   - lower: the token that the sentence begins with.
  package func start(before value: Int, from lower: Int, _ tokens: [Token]) -> Int? {
    let window = (max(lower, value - ReachingVerbs.longest)..<value).filter { !isAdverb(tokens[$0]) }
    guard let last = window.last, lastWords.contains(tokens[last].folded) else { return nil }
    let words = window.map { tokens[$0] }
    let first = words.indices.first { verbs.match(words, at: $0, limit: words.count)?.end == words.count }
    return first.map { window[$0] }
  }
}
