internal import Languages
internal import NewsModel
internal import Prose

/// Finds who the article says it has this from.
struct RelayFinder {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of the text.
  func relays(in text: SegmentedText) -> [Relay] { [] }
}
