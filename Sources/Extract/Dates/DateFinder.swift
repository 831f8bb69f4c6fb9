internal import Languages
internal import NewsModel
internal import Prose

/// Finds expressions of time and resolves them.
struct DateFinder {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of the text; relative ones have a value only where `published` is known.
  func dates(in text: SegmentedText, published: CivilDay?) -> [DateMention] { [] }
}
