internal import Languages
internal import NewsModel
internal import Prose

/// Tells sentences without a verb of their own ("Une baisse contenue dans le budget.", "Un succès qui se confirme.").
///
/// Each relative pronoun takes a finite verb; where none is left, what opens with an indefinite article or with a bare noun is no statement.
final class Fragments: Sendable {
  private let verbs: FiniteVerbs
  private let openers: WordSet
  private let relatives: WordSet
  /// Words after which a bare noun is not what opens the sentence.
  private let known: WordSet

  /// The words of a language.
  init(language: Language, verbs: FiniteVerbs) {
    self.verbs = verbs
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    func words(_ section: String) -> [String] { language.words("keypoint-anaphors", section: section) }
    openers = hashes(words("fragment-openers"))
    relatives = hashes(words("relatives"))
    known = hashes(words("openers") + words("definite") + language.words("stopwords"))
  }

  /// Whether a sentence has no verb of its own.
  func isFragment(_ tokens: Range<Int>, _ text: SegmentedText, actors: [Span]) -> Bool {
    guard let first = tokens.first(where: { text.tokens[$0].isWordLike }), text.tokens[first].kind == .word else {
      return false
    }
    let isBareNoun = !known.contains(text.tokens[first].lower) && !isName(first, text, actors)
    guard openers.contains(text.tokens[first].lower) || isBareNoun else { return false }
    var left = 0
    for index in tokens where text.tokens[index].kind == .word {
      if relatives.contains(text.tokens[index].lower) {
        left -= 1
      } else if verbs.contain(text.tokens[index], text.bytes) {
        left += 1
      }
    }
    return left <= 0
  }

  private func isName(_ token: Int, _ text: SegmentedText, _ actors: [Span]) -> Bool {
    let span = text.tokens[token].span
    let index = actors.partitioningIndex { $0.end > span.start }
    return index < actors.count && actors[index].start <= span.start
  }
}
