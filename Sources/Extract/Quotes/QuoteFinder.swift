internal import Languages
internal import NewsModel
internal import Prose

/// Finds direct, partial and indirect quotes with cue and speaker.
struct QuoteFinder {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of the text.
  func quotes(in text: SegmentedText, actors: [Actor]) -> [Quote] { [] }
}
