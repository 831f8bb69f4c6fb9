internal import NewsModel
internal import Prose

/// Tells which entries of the editor's watchlist a story matches.
///
/// An entry is the name of an actor, in any of the spellings that clustering merged, or words that stand in this order
/// in a headline or a text. Capitals and diacritics count for nothing; words are compared whole.
struct WatchList {
  private let entries: [(text: String, words: [UInt64])]
  private static let tokenizer = Tokenizer()

  /// A watchlist; entries without a word match nothing.
  init(_ entries: [String]) {
    self.entries = entries.map { ($0, WatchList.words($0)) }.filter { !$0.1.isEmpty }
  }

  /// The entries that a story matches, in the order of the list, each once.
  func matches(_ scope: StoryScope, actors: [Int]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let names = actors.flatMap { actor -> [[UInt64]] in
      let identity = scope.identities[actor]
      return ([identity.name] + identity.spellings.map(\.text)).map(WatchList.words)
    }
    var found: [String] = []
    for entry in entries where !found.contains(entry.text) {
      if names.contains(where: { WatchList.holds($0, entry.words) })
        || scope.witnesses.contains(where: { WatchList.isNamed(entry.words, in: $0) })
      {
        found.append(entry.text)
      }
    }
    return found
  }

  private static func isNamed(_ words: [UInt64], in witness: Witness) -> Bool {
    holds(witness.text.tokens.lazy.filter(\.isWordLike).map(\.folded), words)
      || holds(WatchList.words(witness.digest.article.title ?? ""), words)
  }

  private static func words(_ text: String) -> [UInt64] {
    tokenizer.tokens(in: Array(text.utf8)).filter(\.isWordLike).map(\.folded)
  }

  /// Whether some words stand in a row in a text.
  private static func holds(_ text: [UInt64], _ words: [UInt64]) -> Bool {
    guard let first = words.first, text.count >= words.count else { return false }
    return (0...text.count - words.count).contains { start in
      text[start] == first && text[start..<start + words.count].elementsEqual(words)
    }
  }
}
