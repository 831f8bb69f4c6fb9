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
  private var known: [Entry]
  private static let slots = 1 << 15  // words: about what a day's press uses

  private struct Entry {
    var word: UInt64 = 0
    var stem: UInt64 = 0
  }

  /// The index of a language.
  init(language: Language) {
    stemmer = Stemmer(language: language.code)
    stopwords = WordSet(language.words("stopwords").map { Fold.hash(Fold.folded(Array($0.utf8))) })
    known = [Entry](repeating: Entry(), count: StemIndex.slots)
  }

  /// A hash of the stem of a token; nil for marks and for words too common to tell anything.
  func stem(_ token: Token, _ bytes: [UInt8]) -> UInt64? {
    guard token.isWordLike, !stopwords.contains(token.folded) else { return nil }
    let slot = Int(truncatingIfNeeded: token.lower ^ (token.lower >> 32)) & (StemIndex.slots - 1)
    if known[slot].word == token.lower { return known[slot].stem }
    let word = Fold.lowercased(bytes[token.span.start..<token.span.end])
    let stem = Fold.hash(token.kind == .word ? stemmer.stem(word) : word)
    known[slot] = Entry(word: token.lower, stem: stem)
    return stem
  }
}

/// Numbers the stems of one text in the order in which they come up.
struct StemNumbers {
  private var index = HashIndex(room: 1 << 10)

  /// How many stems have numbers.
  var count: Int { index.count }

  /// The number of a stem, a new one where it has none.
  mutating func number(of stem: UInt64) -> Int {
    if let known = index[stem] { return known }
    index.set(stem, index.count)
    return index.count - 1
  }

  /// The number of a stem that came up; nil for others.
  func known(_ stem: UInt64) -> Int? { index[stem] }
}
