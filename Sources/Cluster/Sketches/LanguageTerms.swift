internal import Languages
internal import NewsModel
internal import Prose

/// Turns the words of one language into terms: stop words left out, hyphens opened, endings cut.
///
/// Each word form is worked out once and kept under a number, so a text costs one look-up a token.
/// Not for use by several threads at once.
final class LanguageTerms {
  /// Hashes of each word form, one list after the other.
  struct Lists {
    private(set) var starts: [Int32] = [0]
    private(set) var hashes: [UInt64] = []

    /// The hashes of the next form.
    fileprivate mutating func append(_ list: [UInt64]) {
      hashes += list
      starts.append(Int32(hashes.count))
    }

    /// Where the hashes of a form stand.
    @inline(__always)
    func range(_ number: Int32) -> Range<Int> { Int(starts[Int(number)])..<Int(starts[Int(number) + 1]) }
  }
  /// What a word form counts for.
  private struct Form {
    var stems: [UInt64] = []
    var names: [UInt64] = []
    var cognates: [UInt64] = []
  }
  /// Shorter words look alike in unrelated ways; from here on a shared start mostly means a shared root
  /// ("président", "president"; "militaire", "military").
  static let shortestCognate = 7  // letters
  /// Endings differ between languages, roots less.
  static let cognatePrefix = 6  // letters

  let segmenter: Segmenter
  private let stemmer: Stemmer
  private let stopWords: Set<UInt64>
  private let topicless: Set<UInt64>
  private let common: WordTable
  /// Days of the week, which some languages write as names.
  private let weekdays: Set<UInt64>
  private let exonyms: Exonyms
  private let forms = HashNumbers(room: 1 << 14)
  /// Stems of word forms, for articles of the same language.
  private(set) var stems = Lists()
  /// What survives translation of a word that is a name, and of one that is not.
  private(set) var names = Lists()
  private(set) var cognates = Lists()
  /// Whether a word form tells no topic, though it tells one sentence from another: months, fractions.
  private(set) var isTopicless: [Bool] = []

  /// The terms of a language, by its tables `tokens`, `cluster-stopwords` and `cluster-common-words`.
  init(_ language: Language, exonyms: Exonyms) {
    segmenter = Segmenter(
      language: language.code, lists: Segmenter.Lists { language.words("tokens", section: $0) })
    stemmer = Stemmer(language: language.code)
    self.exonyms = exonyms
    weekdays = Set(
      ["weekday", "weekdays"].flatMap { language.words("date-words", section: $0) }
        .map { Fold.hash(Fold.folded(Array($0.lowercased().utf8))) })
    func hashes(_ section: String) -> Set<UInt64> {
      Set(language.words("cluster-stopwords", section: section).map { Fold.hash(Fold.folded(Array($0.utf8))) })
    }
    stopWords = hashes("")
    topicless = hashes("no topic")
    common = language.table("cluster-common-words")
  }

  /// The numbers of the word forms of some tokens, -1 for marks; they lead into `stems`, `names` and `cognates`.
  func numbers(of tokens: [Token], in bytes: [UInt8]) -> [Int32] {
    tokens.map { token in
      guard token.isWordLike else { return -1 }
      let number = forms.number(token.lower)
      if Int(number) == stems.starts.count - 1 {
        let form = makeForm(of: token, in: bytes)
        stems.append(form.stems)
        names.append(form.names)
        cognates.append(form.cognates)
        isTopicless.append(topicless.contains(token.folded))
      }
      return number
    }
  }

  /// Terms of frequent words with how often these stand in a text, as a share of its words.
  private(set) lazy var commonWords: [(keys: [UInt32], frequency: Float)] = common.rows().compactMap { row in
    guard row.count > 1, let frequency = Float(row[1]) else { return nil }
    let bytes = Array(row[0].utf8)
    let keys = numbers(of: segmenter.tokens(in: bytes), in: bytes).filter { $0 >= 0 }.flatMap { number in
      stems.range(number).map { UInt32(truncatingIfNeeded: stems.hashes[$0]) }
    }
    return (keys, frequency / 1_000_000)
  }

  private func makeForm(of token: Token, in bytes: [UInt8]) -> Form {
    var form = Form()
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
