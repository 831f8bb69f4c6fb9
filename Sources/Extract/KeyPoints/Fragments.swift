internal import Languages
internal import NewsModel
internal import Prose

/// Tells sentences without a verb of their own ("Une baisse contenue dans le budget.", "Un succès qui se confirme.").
///
/// Finite verbs are told by the words and endings of `finite-verbs` and by the verbs of saying. Each relative pronoun
/// takes one of them; where none is left, what opens with an indefinite article or with a bare noun is no statement.
struct Fragments: Sendable {
  /// A shorter word has no ending that tells what it is, in bytes.
  private static let shortestInflected = 5

  private let forms: WordSet
  private let exceptions: WordSet
  private let endings: [[UInt8]]
  private let openers: WordSet
  private let relatives: WordSet
  /// Words after which a bare noun is not what opens the sentence.
  private let known: WordSet

  /// The words of a language.
  init(language: Language) {
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    func words(_ section: String) -> [String] { language.words("keypoint-anaphors", section: section) }
    let cues = ["finite", "finite beside marks", "labelling finite"].flatMap { section in
      language.table("quote-cues").rows(section).map { $0[0] }
    }
    forms = hashes(language.words("finite-verbs", section: "forms") + cues + words("after-noun"))
    exceptions = hashes(language.words("finite-verbs", section: "not"))
    let others = Set(words("no-finite-endings"))
    endings = language.words("finite-verbs", section: "endings").filter { !others.contains($0) }.map { Array($0.utf8) }
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
      if relatives.contains(text.tokens[index].lower) { left -= 1 } else if isFinite(index, text) { left += 1 }
    }
    return left <= 0
  }

  private func isName(_ token: Int, _ text: SegmentedText, _ actors: [Span]) -> Bool {
    let span = text.tokens[token].span
    let index = actors.partitioningIndex { $0.end > span.start }
    return index < actors.count && actors[index].start <= span.start
  }

  private func isFinite(_ index: Int, _ text: SegmentedText) -> Bool {
    let token = text.tokens[index]
    if forms.contains(token.lower) { return true }
    guard token.span.length >= Fragments.shortestInflected, !token.capitalized, !exceptions.contains(token.lower) else {
      return false
    }
    let bytes = text.bytes[token.span.start..<token.span.end]
    return endings.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
