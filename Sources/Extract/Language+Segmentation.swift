internal import Languages
internal import Prose

extension Tokenizer {
  /// The tokenizer of a language, by its `tokens` table.
  init(_ language: Language) {
    self.init(
      elisions: language.words("tokens", section: "elisions"), clitics: language.words("tokens", section: "clitics"))
  }
}

extension Segmenter {
  /// The segmenter of a language, by its `tokens` table.
  convenience init(_ language: Language) {
    self.init(language: language.code, lists: Segmenter.Lists { language.words("tokens", section: $0) })
  }
}
