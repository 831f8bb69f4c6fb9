internal import Foundation

/// Words that lose their last letter before a vowel, as a language's words file says it: `elision.de` is what "de"
/// becomes, `elision.before` how the words begin before which it does.
struct Elisions: Sendable {
  private let words: [(whole: String, elided: String)]
  private let starts: [String]
  private static let prefix = "elision."

  /// What a words file says of elisions; most languages have none.
  init(_ texts: [String: String]) {
    let starts = texts[Elisions.prefix + "before"] ?? ""
    self.starts = starts.split(separator: " ").map { Elisions.folded(String($0)) }
    words = texts.keys.filter { $0.hasPrefix(Elisions.prefix) && $0 != Elisions.prefix + "before" }.sorted().map {
      ("\($0.dropFirst(Elisions.prefix.count)) ", texts[$0] ?? "")
    }
  }

  /// Words and the name that follows them, joined as the language does.
  func joined(_ before: String, _ name: String) -> String {
    guard
      let word = words.first(where: { word in
        before.hasSuffix(word.whole) && before.dropLast(word.whole.count).last.map { !$0.isLetter } ?? true
      }), isVowel(name)
    else { return before + name }
    return before.dropLast(word.whole.count) + word.elided + name
  }

  private func isVowel(_ name: String) -> Bool {
    // The first word tells; a long text need not be folded whole.
    let start = Elisions.folded(String(name.prefix(16)))
    return starts.contains { start.hasPrefix($0) }
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
