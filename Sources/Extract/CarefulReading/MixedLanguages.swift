internal import Languages
internal import NewsModel
internal import Prose

/// Tells a text some paragraphs of which are in another language.
final class MixedLanguages {
  /// A shorter paragraph tells too little of its language, in words.
  private static let shortest = 15
  /// Of its own language, at least this share of a paragraph is common words; the detector is asked below it.
  private static let usualShare = 0.2

  private let code: String
  private let stopwords: WordSet

  /// The common words of a language.
  init(language: Language) {
    code = language.code
    stopwords = WordSet(language.words("stopwords").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
  }

  /// At most one diagnostic, at the first such paragraph.
  func diagnostics(of text: SegmentedText) -> [Diagnostic] {
    guard !stopwords.isEmpty else { return [] }
    for paragraph in text.paragraphs {
      var (words, common) = (0, 0)
      for index in paragraph.tokens {
        if text.tokens[index].isWordLike { words += 1 }
        if stopwords.contains(text.tokens[index].lower) { common += 1 }
      }
      guard words >= MixedLanguages.shortest else { continue }
      guard Double(common) < MixedLanguages.usualShare * Double(words) else { continue }
      if let found = LanguageDetector.language(of: text.words(paragraph.span)), found != code {
        return [Diagnostic(.mixedLanguages, found, span: paragraph.span)]
      }
    }
    return []
  }
}
