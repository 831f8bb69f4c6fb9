internal import Prose

/// What the words of one text say, looked up once each; one flat list, reused from text to text.
struct LexemeMemo {
  /// By token: where its lexemes start in `lexemes`, or -1 where it was not asked for yet.
  private var starts: [Int32] = []
  private var counts: [Int32] = []
  private(set) var lexemes: [DateLexicon.Lexeme] = []

  /// Forgets all and makes room for a text.
  mutating func reset(tokens: Int) {
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(-1, count: tokens))
    if counts.count < tokens { counts = [Int32](repeating: 0, count: tokens) }
    lexemes.removeAll(keepingCapacity: true)
  }

  /// All that the words from a token on may say, up to `limit`, as indices into `lexemes`.
  mutating func range(_ text: SegmentedText, _ token: Int, _ limit: Int, _ lexicon: DateLexicon) -> Range<Int> {
    if let known = known(token) { return known }
    let start = lexemes.count
    lexicon.append(text, at: token, limit: limit, to: &lexemes)
    starts[token] = Int32(start)
    counts[token] = Int32(lexemes.count - start)
    return start..<lexemes.count
  }

  /// The lexemes of a token that was asked for already.
  private func known(_ token: Int) -> Range<Int>? {
    starts[token] < 0 ? nil : Int(starts[token])..<Int(starts[token] + counts[token])
  }

  /// Whether a token by itself is a word of a class.
  mutating func isWord(_ text: SegmentedText, _ token: Int, of wordClass: Int, _ lexicon: DateLexicon) -> Bool {
    if let known = known(token) {
      return known.contains { lexemes[$0].wordClass == wordClass && lexemes[$0].end == token + 1 }
    }
    // A look at one token alone is not the whole answer, and is not kept.
    let start = lexemes.count
    lexicon.append(text, at: token, limit: token + 1, to: &lexemes)
    defer { lexemes.removeLast(lexemes.count - start) }
    return (start..<lexemes.count).contains { lexemes[$0].wordClass == wordClass && lexemes[$0].end == token + 1 }
  }
}
