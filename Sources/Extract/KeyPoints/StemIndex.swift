internal import Languages
internal import NewsModel
internal import Prose

/// Numbers the words of texts by their stems, remembering stems from text to text.
///
/// Not for use by several threads at once.
final class StemIndex {
  private let stemmer: Stemmer
  private let stopwords: WordSet
  /// A direct-mapped memory: press texts repeat their words, and stemming costs twenty times a look-up.
  private var keys: [UInt64]
  private var stems: [UInt64]
  private static let slots = 1 << 16  // words: about what a day's press uses

  /// The index of a language.
  init(language: Language) {
    stemmer = Stemmer(language: language.code)
    stopwords = WordSet(language.words("stopwords").map { Fold.hash(Fold.folded(Array($0.utf8))) })
    keys = [UInt64](repeating: 0, count: StemIndex.slots)
    stems = [UInt64](repeating: 0, count: StemIndex.slots)
  }

  /// A hash of the stem of a token; nil for marks and for words too common to tell anything.
  func stem(_ token: Token, _ bytes: [UInt8]) -> UInt64? {
    guard token.isWordLike, !stopwords.contains(token.folded) else { return nil }
    let slot = Int(truncatingIfNeeded: token.lower) & (StemIndex.slots - 1)
    if keys[slot] == token.lower { return stems[slot] }
    let word = Fold.lowercased(bytes[token.span.start..<token.span.end])
    let stem = Fold.hash(token.kind == .word ? stemmer.stem(word) : word)
    keys[slot] = token.lower
    stems[slot] = stem
    return stem
  }
}
