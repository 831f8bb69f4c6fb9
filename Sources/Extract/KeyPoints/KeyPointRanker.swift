internal import Languages
internal import NewsModel
internal import Prose

/// Ranks the sentences that say what the article is about.
struct KeyPointRanker {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// Best first.
  func keyPoints(in text: SegmentedText, digest: Digest) -> [KeyPoint] { [] }
}
