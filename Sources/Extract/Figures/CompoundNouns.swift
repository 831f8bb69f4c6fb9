internal import Languages
internal import NewsModel
internal import Prose

/// Finds the noun that is counted behind the words that say of what kind it is ("two patrol boats").
///
/// In languages that put it last, and mark several of it at its end: sections `[plural]`, `[plural-ending]` and
/// `[singular-ending]` of `figure-units`; none, and the first noun is what is counted.
struct CompoundNouns {
  /// Words that a counted noun may stand behind: "three further high school students".
  private static let longest = 3

  private let plurals: WordSet
  private let endings: [[UInt8]]
  private let singularEndings: [[UInt8]]
  private let stopwords: WordSet

  /// The forms of a language.
  ///
  /// - Parameter stopwords: words that are never what is counted.
  init(_ table: WordTable, stopwords: WordSet) {
    plurals = WordSet(table.rows("plural").map { Fold.hash(Fold.folded(Array($0[0].utf8))) })
    endings = table.rows("plural-ending").map { Array($0[0].utf8) }
    singularEndings = table.rows("singular-ending").map { Array($0[0].utf8) }
    self.stopwords = stopwords
  }

  /// The token of what is counted, where a noun or a word that describes it starts at a token.
  func head(_ text: SegmentedText, at first: Int, limit: Int) -> Int {
    guard !endings.isEmpty, !isPlural(text, first) else { return first }
    for at in first + 1..<max(first + 1, min(limit, first + 1 + CompoundNouns.longest)) {
      let token = text.tokens[at]
      guard token.kind == .word, token.spaceBefore, !token.capitalized, !stopwords.contains(token.folded) else { break }
      if isPlural(text, at) { return at }
    }
    return first
  }

  private func isPlural(_ text: SegmentedText, _ at: Int) -> Bool {
    let token = text.tokens[at]
    if plurals.contains(token.folded) { return true }
    return endings.contains { token.ends(with: $0, behind: 2, in: text.bytes) }
      && !singularEndings.contains { token.ends(with: $0, in: text.bytes) }
  }
}
