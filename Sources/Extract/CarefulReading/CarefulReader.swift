internal import Languages
internal import NewsModel
internal import Prose

/// Tells what a careful reader should know of a text.
struct CarefulReader {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of the text.
  func diagnostics(of text: SegmentedText, digest: Digest) -> [Diagnostic] { [] }
}
