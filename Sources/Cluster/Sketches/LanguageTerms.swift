internal import Languages
internal import NewsModel
internal import Prose

/// Turns the words of one language into terms: stop words left out, hyphens opened, endings cut.
///
/// Each word form is worked out once and kept, so a text costs one look-up a token.
/// Not for use by several threads at once.
final class LanguageTerms {
  /// What a word form counts for.
  struct Form {
    /// Hashes of stems, for articles of the same language.
    var stems: [UInt64]
    /// Hashes of forms that survive translation when the word is a name, and when it is not.
    var names: [UInt64]
    var cognates: [UInt64]
  }
  /// Shorter words look alike in unrelated ways; from here on a shared start mostly means a shared root
  /// ("président", "president"; "militaire", "military").
  static let shortestCognate = 7  // letters
  /// Endings differ between languages, roots less.
  static let cognatePrefix = 6  // letters

  let tokenizer: Tokenizer
  private let stemmer: Stemmer
  private let stopWords: Set<UInt64>
  /// Days of the week, which some languages write as names.
  private let weekdays: Set<UInt64>
  private let exonyms: Exonyms
  private var forms: [UInt64: Int32] = [:]
  /// What word forms count for, by their numbers.
  private(set) var known: [Form] = []

  /// The terms of a language, by its tables `tokens` and `cluster-stopwords`.
  init(_ language: Language, exonyms: Exonyms) {
    tokenizer = Tokenizer(
      elisions: language.words("tokens", section: "elisions"), clitics: language.words("tokens", section: "clitics"))
    stemmer = Stemmer(language: language.code)
    self.exonyms = exonyms
    weekdays = Set(
      ["weekday", "weekdays"].flatMap { language.words("date-words", section: $0) }
        .map { Fold.hash(Fold.folded(Array($0.lowercased().utf8))) })
    stopWords = Set(language.words("cluster-stopwords").map { Fold.hash(Fold.folded(Array($0.utf8))) })
  }

  /// What a token counts for; marks count for nothing.
  func form(of token: Token, in bytes: [UInt8]) -> Form {
    known[number(of: token, in: bytes)]
  }

  /// The number of a token's word form in `known`.
  func number(of token: Token, in bytes: [UInt8]) -> Int {
    if let number = forms[token.lower] { return Int(number) }
    forms[token.lower] = Int32(known.count)
    known.append(makeForm(of: token, in: bytes))
    return known.count - 1
  }

  private func makeForm(of token: Token, in bytes: [UInt8]) -> Form {
    var form = Form(stems: [], names: [], cognates: [])
    guard token.isWordLike else { return form }
    if token.kind == .number {
      let digits = bytes[token.span.start..<token.span.end].filter { (0x30...0x39).contains($0) }
      guard digits.count > 1 else { return form }
      let key = Fold.hash(digits)
      return Form(stems: [key], names: [key], cognates: [key])
    }
    let lower = Fold.lowercased(bytes[token.span.start..<token.span.end])
    for part in lower.split(whereSeparator: { $0 == 0x2D || $0 == 0x27 || $0 == 0x2E }) {
      let folded = Fold.folded(Array(part))
      guard letters(folded) > 1, !stopWords.contains(Fold.hash(folded)) else { continue }
      form.stems.append(Fold.hash(Fold.folded(stemmer.stem(Array(part)))))
      if !weekdays.contains(Fold.hash(folded)) { form.names.append(exonyms.key(of: folded)) }
      if letters(folded) >= LanguageTerms.shortestCognate, folded.allSatisfy({ $0 < 0x80 }) {
        form.cognates.append(Fold.hash(folded.prefix(LanguageTerms.cognatePrefix)))
      }
    }
    return form
  }

  private func letters(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
