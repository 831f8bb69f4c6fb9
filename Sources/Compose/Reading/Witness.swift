internal import NewsModel
internal import Prose

/// One article as Compose reads it: its digest, its text cut once, and what each of its words counts for.
///
/// Not for use by several threads at once.
final class Witness {
  let digest: Digest
  let text: SegmentedText
  let language: LanguageReading
  /// The day of the edition that it belongs to, if its date can be trusted.
  let day: CivilDay?
  /// For each token a key by which sentences are compared: a stem, or the actor for the first word of a name; 0 for
  /// words that count for nothing.
  let keys: [UInt64]
  /// For each token the index of the actor's identity whose name it belongs to, or -1.
  let identities: [Int]
  /// For each token whether it stands in a direct or partial quote, which are their speakers' words.
  let isQuoted: [Bool]
  /// What was read of each sentence already.
  private var quantitiesOf: [[FigureDifferences.Quantity]?]
  private var clockTimesOf: [[ClockTime]?]

  var id: String { digest.article.id }

  /// The words that count against the outlet's rights.
  private(set) lazy var wordCount = text.tokens.lazy.filter(\.isWordLike).count

  /// A digest read with the rules of its language.
  ///
  /// - Parameter identities: of all actors that clustering found.
  init(digest: Digest, language: LanguageReading, day: CivilDay?, identities table: IdentityTable) {
    self.digest = digest
    self.language = language
    self.day = day
    let text = language.segments(of: digest.article.text)
    self.text = text
    var identities = [Int](repeating: -1, count: text.tokens.count)
    for actor in digest.actors {
      guard let index = table[actor.id, in: digest.article.id] else { continue }
      for mention in actor.mentions {
        for token in text.tokens(in: mention) where identities[token] < 0 { identities[token] = index }
      }
    }
    self.identities = identities
    keys = Witness.keys(of: text, identities: identities, actors: table.all, language: language)
    var isQuoted = [Bool](repeating: false, count: text.tokens.count)
    for quote in digest.quotes where quote.form != .indirect {
      for token in text.tokens(in: quote.span) { isQuoted[token] = true }
    }
    self.isQuoted = isQuoted
    quantitiesOf = Array(repeating: nil, count: text.sentences.count)
    clockTimesOf = Array(repeating: nil, count: text.sentences.count)
  }

  private static func keys(
    of text: SegmentedText, identities: [Int], actors: [ActorIdentity], language: LanguageReading
  ) -> [UInt64] {
    var keys = [UInt64](repeating: 0, count: text.tokens.count)
    for (index, token) in text.tokens.enumerated() {
      if identities[index] >= 0 {
        let goesOn = index > 0 && identities[index - 1] == identities[index]
        keys[index] = goesOn ? 0 : Fold.hash(actors[identities[index]].id)
      } else if token.kind == .word || token.kind == .mixed, !language.isFunctionWord(token) {
        keys[index] = language.stem(of: token, in: text.bytes)
      }
    }
    return keys
  }

  /// The tokens that a span touches.
  func tokens(touching span: Span) -> Range<Int> {
    let from = text.tokens.partitioningIndex { $0.span.end > span.start }
    var to = from
    while to < text.tokens.count, text.tokens[to].span.start < span.end { to += 1 }
    return from..<to
  }

  /// The index of the sentence that holds the first byte of a span.
  func sentence(of span: Span) -> Int? { text.sentence(at: span.start) }

  /// The times of day that a sentence gives.
  func clockTimes(in sentence: Int) -> [ClockTime] {
    if let known = clockTimesOf[sentence] { return known }
    let read = language.clock.times(text, in: text.sentences[sentence].tokens)
    clockTimesOf[sentence] = read
    return read
  }

  /// Whether a text ends without a mark right behind a value, which may have gone on.
  func breaksOff(within value: Span) -> Bool {
    let behind = 3  // tokens
    guard let last = text.tokens.last, last.isWordLike else { return false }
    return text.tokens.count - tokens(touching: value).upperBound < behind
  }

  /// The figures that a sentence gives, with the vague quantities that are not among them.
  func quantities(in sentence: Int) -> [FigureDifferences.Quantity] {
    if let known = quantitiesOf[sentence] { return known }
    let read = FigureDifferences.quantities(of: self, sentence)
    quantitiesOf[sentence] = read
    return read
  }

  /// How many words the tokens are.
  func words(in tokens: Range<Int>) -> Int { text.tokens[tokens].lazy.filter(\.isWordLike).count }

  /// Whether one of some tokens is a verb; true where nothing is known of the language's verbs.
  ///
  /// - Parameter left: tokens that are not looked at.
  func hasVerb(in tokens: Range<Int>, besides left: Range<Int> = 0..<0) -> Bool {
    guard language.knowsVerbs else { return true }
    return tokens.contains { !left.contains($0) && language.isVerb(text.tokens[$0], in: text.bytes) }
  }

  /// Whether more than half of the words of a span are a speaker's.
  func isMostlyQuoted(_ span: Span) -> Bool {
    let range = tokens(touching: span)
    let quoted = range.lazy.filter { self.isQuoted[$0] }.count
    return quoted * 2 > range.count
  }

  /// Whether it gives a number with no noun behind it: "six arrests, compared to 47 the night before".
  func givesBare(_ value: Double) -> Bool {
    text.tokens.contains { token in
      token.kind == .number && SlotReader.plainValue(text.bytes[token.span.start..<token.span.end]) == value
        && !digest.figures.contains { $0.span.overlaps(token.span) }
        && !digest.dates.contains { $0.span.overlaps(token.span) }
    }
  }
}
