internal import Languages
internal import NewsModel
internal import Prose

/// Known outlets and agencies, of all languages: a French article credits American papers too.
final class OutletNames: Sendable {
  private let phrases: PhraseTable<String>

  /// The outlets of the `relay-outlets` tables of a language and of all that the program carries.
  init(language: Language, tokenizer: Tokenizer) {
    var phrases = PhraseTable<String>(matching: .folded, tokenizer: tokenizer)
    for known in [language] + Language.all {
      for name in known.words("relay-outlets") { phrases.insert(name, name) }
    }
    self.phrases = phrases
  }

  /// Whether an outlet may be named at a token.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool { phrases.mayStart(token) }

  /// The outlet named at a token, written with the capitals of a name.
  func outlet(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, name: String)? {
    guard tokens[start].capitalized || tokens[start].kind != .word,
      let (end, name) = phrases.match(tokens, at: start, limit: limit)
    else { return nil }
    // "Le monde change" is no paper, "AP" in small letters no agency.
    guard end - start == 1 || tokens[start..<end].dropFirst().contains(where: { $0.capitalized || $0.kind == .number })
    else { return nil }
    let isAcronym = name.utf8.count <= 4 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isAcronym && !tokens[start].allCaps ? nil : (end, name)
  }
}
