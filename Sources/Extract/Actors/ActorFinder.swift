internal import Languages
internal import NewsModel
internal import Prose

/// Finds persons, organizations and places with their roles.
struct ActorFinder {
  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {}

  /// In the order of first mention.
  func actors(in text: SegmentedText, title: String?, relays: [Relay]) -> [Actor] { [] }
}
