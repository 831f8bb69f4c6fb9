internal import Languages
internal import NewsModel
internal import Prose

/// Tells finite verbs by the words and endings of `finite-verbs` and by the verbs of saying; many are missed.
final class FiniteVerbs: Sendable {
  /// A shorter word has no ending that tells what it is, in bytes.
  private static let shortestInflected = 5

  private let forms: WordSet
  private let exceptions: WordSet
  private let endings: [[UInt8]]

  /// The verbs of a language.
  init(language: Language) {
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    let cues = ["finite", "finite beside marks", "labelling finite"].flatMap { section in
      language.table("quote-cues").rows(section).map { $0[0] }
    }
    forms = hashes(language.words("finite-verbs", section: "forms") + cues)
    exceptions = hashes(language.words("finite-verbs", section: "not"))
    // Endings that are a participle's as well tell nothing here.
    let others = Set(language.words("keypoint-anaphors", section: "no-finite-endings"))
    endings = language.words("finite-verbs", section: "endings").filter { !others.contains($0) }.map { Array($0.utf8) }
  }

  /// Whether a word is a finite verb as far as its form tells.
  func contain(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if forms.contains(token.lower) { return true }
    guard token.kind == .word, token.span.length >= FiniteVerbs.shortestInflected, !token.capitalized,
      !exceptions.contains(token.lower)
    else { return false }
    for ending in endings where token.span.length > ending.count {
      var left = ending.count
      while left > 0, bytes[token.span.end - ending.count + left - 1] == ending[left - 1] { left -= 1 }
      if left == 0 { return true }
    }
    return false
  }
}
