internal import Languages
internal import NewsModel
internal import Prose

/// Finds numbers with what they measure or count.
struct FigureFinder {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of the text; numbers inside dates are none.
  func figures(in text: SegmentedText, dates: [DateMention]) -> [Figure] { [] }
}
