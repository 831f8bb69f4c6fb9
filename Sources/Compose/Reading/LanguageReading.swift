internal import Languages
internal import NewsModel
internal import Prose

/// What Compose needs of one language: how its texts are cut, and the words that its comparisons ask for.
///
/// Every table may be missing; the rule that asks for it then finds nothing. Not for use by several threads at once.
final class LanguageReading {
  /// BCP 47, the primary part.
  let code: String
  let tokenizer: Tokenizer
  /// Words that are not told ("several"), by the number of tokens before what is counted.
  let vagueQuantities: PhraseTable<Bool>
  /// Words before a date that make it a beginning or a habit.
  let background: PhraseTable<Bool>
  /// Words before a number that make it the base of a comparison ("contre 7,4 millions l’an passé").
  let compared: PhraseTable<Bool>
  /// Names that translation machines take for nouns, with the hashes of the noun's words.
  let falseFriends: PhraseTable<[[UInt64]]>
  /// What tells figures of one thing from figures of another.
  let measures: MeasureWords
  /// What offices a role names.
  let offices: OfficeWords
  /// Whose given names are whose.
  let givenNames: GivenNames
  /// How times of day are told.
  let clock: ClockWords
  private let segmenter: Segmenter
  private let stemmer: Stemmer
  private let functionWords: Set<UInt64>
  private let anaphors: Set<UInt64>
  private let verbForms: Set<UInt64>
  private let notVerbs: Set<UInt64>
  private let verbEndings: [[UInt8]]
  private var stems: [UInt64: UInt64] = [:]

  /// The shortest word whose ending is taken for a verb's: "né" and "red" are listed or not meant.
  static let shortestWithEnding = 5  // bytes

  /// The reading of a language by its tables.
  init(_ language: Language) {
    code = language.code
    let lists = Segmenter.Lists { language.words("tokens", section: $0) }
    let tokenizer = Tokenizer(elisions: lists.elisions, clitics: lists.clitics)
    self.tokenizer = tokenizer
    segmenter = Segmenter(language: language.code, lists: lists)
    stemmer = Stemmer(language: language.code)
    func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map { Fold.hash(Fold.folded(Array($0.utf8))) }) }
    func phrases(_ words: [String]) -> PhraseTable<Bool> {
      var table = PhraseTable<Bool>(tokenizer: tokenizer)
      for word in words { table.insert(word, true) }
      return table
    }
    functionWords = hashes(language.words("compose-function-words").flatMap { [$0, $0 + "'"] })
    anaphors = hashes(language.words("compose-anaphors"))
    verbForms = Set(
      language.words("finite-verbs", section: "forms").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    notVerbs = Set(language.words("finite-verbs", section: "not").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    verbEndings = language.words("finite-verbs", section: "endings").map { Fold.lowercased(Array($0.utf8)) }
    vagueQuantities = phrases(language.words("compose-vague-quantities"))
    background = phrases(language.words("compose-background", section: "before"))
    compared = phrases(language.words("compose-background", section: "compared"))
    falseFriends = LanguageReading.falseFriends(of: language, tokenizer: tokenizer)
    measures = MeasureWords(language, tokenizer: tokenizer)
    offices = OfficeWords(language, tokenizer: tokenizer)
    givenNames = GivenNames(language)
    clock = ClockWords(language, tokenizer: tokenizer)
  }

  /// A text cut into paragraphs, sentences and tokens.
  func segments(of text: String) -> SegmentedText { segmenter.segments(of: text) }

  /// Whether a token carries grammar rather than matter.
  func isFunctionWord(_ token: Token) -> Bool { functionWords.contains(token.folded) }

  /// Whether a token is a noun by which writers take up a name already given ("the country").
  func isAnaphor(_ token: Token) -> Bool { anaphors.contains(token.folded) }

  /// A hash of the stem of a word, without diacritics.
  func stem(of token: Token, in bytes: [UInt8]) -> UInt64 {
    if let known = stems[token.lower] { return known }
    let stem = stemmer.stem(Fold.lowercased(bytes[token.span.start..<token.span.end]))
    let hash = Fold.hash(Fold.folded(stem))
    stems[token.lower] = hash
    return hash
  }

  /// Whether a token looks like a verb that says that something happens.
  func isVerb(_ token: Token, in bytes: [UInt8]) -> Bool {
    guard token.kind == .word else { return false }
    if verbForms.contains(token.lower) { return true }
    guard token.span.length >= LanguageReading.shortestWithEnding, !token.capitalized, !notVerbs.contains(token.lower)
    else { return false }
    return verbEndings.contains { token.ends(with: $0, behind: 2, in: bytes) }
  }

  /// Whether it knows what a verb looks like; where not, no clause is refused for want of one.
  var knowsVerbs: Bool { !verbForms.isEmpty || !verbEndings.isEmpty }

  private static func falseFriends(of language: Language, tokenizer: Tokenizer) -> PhraseTable<[[UInt64]]> {
    var nouns: [String: [[UInt64]]] = [:]
    for row in language.table("false-friends").rows() where row.count >= 2 {
      let noun = tokenizer.tokens(in: Array(row[1].utf8)).map(\.folded)
      nouns[row[0], default: []].append(noun)
    }
    var table = PhraseTable<[[UInt64]]>(tokenizer: tokenizer)
    for name in nouns.keys.sorted() { table.insert(name, nouns[name] ?? []) }
    return table
  }
}
