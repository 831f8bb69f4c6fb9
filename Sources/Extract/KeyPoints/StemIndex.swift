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
  private struct Entry {
    var stem: UInt64 = 0
    /// -1 in an empty slot.
    var number: Int32 = -1
  }
  private var slots: [Entry]
  private(set) var count = 0

  /// Nothing has a number yet.
  init() { slots = [Entry](repeating: Entry(), count: 1 << 10) }

  /// The number of a stem, a new one where it has none.
  mutating func number(of stem: UInt64) -> Int {
    var slot = place(of: stem)
    if slots[slot].number >= 0 { return Int(slots[slot].number) }
    if count * 2 >= slots.count {
      grow()
      slot = place(of: stem)
    }
    slots[slot] = Entry(stem: stem, number: Int32(count))
    count += 1
    return count - 1
  }

  /// The number of a stem that came up; nil for others.
  func known(_ stem: UInt64) -> Int? {
    let number = slots[place(of: stem)].number
    return number < 0 ? nil : Int(number)
  }

  private func place(of stem: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: stem ^ (stem >> 32)) & mask
    while slots[slot].number >= 0, slots[slot].stem != stem { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.number >= 0 { slots[place(of: entry.stem)] = entry }
  }
}
