internal import Languages
internal import NewsModel
internal import Prose

/// Words before an expression of time, and before these, that say more of its tense than the nearest verb.
struct TenseGovernors: Sendable {
  /// Words that, right before a date, leave no doubt ("depuis mars", "until Friday").
  let certain: PhraseTable<TenseReader.Tense>
  /// Words right before a date that make it one to come behind a verb of promise or demand ("a promis une réponse
  /// avant lundi"), with whether they may stand right behind that verb ("reporté à lundi").
  let deadlines: PhraseTable<Bool>
  /// Verbs of promise, demand and plan, whatever their own tense.
  let prospective: WordSet
  /// Verbs that until ends: what lasted until Friday is over.
  private let lasting: WordSet
  private let lastingEndings: [[UInt8]]
  /// "did not … until": what happened then.
  let notUntil: PhraseTable<Bool>
  /// What an infinitive stands behind ("de signer"), and how it ends.
  private let infinitiveOpeners: WordSet
  private let infinitivePronouns: WordSet
  private let infinitiveEndings: [[UInt8]]
  /// Past forms of verbs of movement: what "to" leads to behind them is a place or a state ("swept to power").
  let movement: WordSet
  /// Forms of "have" and "be" in the conditional, by which the press tells what it does not vouch for.
  let conditionalHave: WordSet
  let conditionalBe: WordSet
  /// Participles that "be" makes a perfect of ("serait mort"), and pronouns that do so with all.
  let perfectOfBe: WordSet
  let reflexive: WordSet
  private let participles: WordSet
  private let participleEndings: [[UInt8]]
  private let noVerbs: WordSet

  /// The longest phrase right before a date: "as early as".
  private static let longest = 3
  /// A word shorter than this is no verb told by its ending, in bytes.
  private static let shortestInflected = 4

  /// The words of a language, from the table `date-tense`.
  init(_ table: WordTable, tokenizer: Tokenizer) {
    func hashes(_ section: String) -> WordSet {
      WordSet(table.rows(section).map { Fold.hash(Fold.lowercased(Array($0[0].utf8))) })
    }
    func endings(_ section: String) -> [[UInt8]] { table.rows(section).map { Array($0[0].utf8) } }
    var certain = PhraseTable<TenseReader.Tense>(matching: .withDiacritics, tokenizer: tokenizer)
    for row in table.rows("past-before") { certain.insert(row[0], .past) }
    for row in table.rows("future-before") { certain.insert(row[0], .future) }
    self.certain = certain
    var deadlines = PhraseTable<Bool>(matching: .withDiacritics, tokenizer: tokenizer)
    for row in table.rows("deadline") { deadlines.insert(row[0], row.count > 1) }
    self.deadlines = deadlines
    var notUntil = PhraseTable<Bool>(matching: .withDiacritics, tokenizer: tokenizer)
    for row in table.rows("not-until") { notUntil.insert(row[0], true) }
    self.notUntil = notUntil
    prospective = hashes("prospective")
    lasting = hashes("lasting")
    lastingEndings = endings("lasting-endings")
    infinitiveOpeners = hashes("infinitive-opener")
    infinitivePronouns = hashes("infinitive-pronoun")
    infinitiveEndings = endings("infinitive-endings")
    conditionalHave = hashes("conditional-have")
    conditionalBe = hashes("conditional-be")
    movement = hashes("movement")
    perfectOfBe = hashes("perfect-of-be")
    reflexive = hashes("reflexive")
    participles = hashes("participle")
    participleEndings = endings("participle-endings")
    noVerbs = hashes("no-verbs")
  }

  /// The value of the phrase that ends right before a token, and where it starts.
  func phrase<Value>(
    _ phrases: PhraseTable<Value>, _ text: SegmentedText, before token: Int, from start: Int
  ) -> (value: Value, start: Int)? {
    for length in stride(from: TenseGovernors.longest, through: 1, by: -1) where token - length >= start {
      if let found = phrases.match(text.tokens, at: token - length, limit: token), found.end == token {
        return (found.value, token - length)
      }
    }
    return nil
  }

  /// Whether a verb tells of what lasted.
  func isLasting(_ token: Token, _ bytes: [UInt8]) -> Bool {
    lasting.contains(token.lower) || ends(token, bytes, lastingEndings)
  }

  /// Whether an infinitive stands a few words behind a token and before another ("n'exclut pas de signer", "veut partir").
  func opensInfinitive(_ text: SegmentedText, after token: Int, before end: Int) -> Bool {
    let reach = 3  // words: "pas", "à nouveau"
    if token + 1 < end, ends(text.tokens[token + 1], text.bytes, infinitiveEndings) { return true }
    return (token + 1..<max(token + 1, min(end - 1, token + 1 + reach))).contains { at in
      guard infinitiveOpeners.contains(text.tokens[at].lower) else { return false }
      // "d'en discuter", "de se réunir"
      let verb = infinitivePronouns.contains(text.tokens[at + 1].lower) && at + 2 < end ? at + 2 : at + 1
      return ends(text.tokens[verb], text.bytes, infinitiveEndings)
    }
  }

  /// Whether a word is a participle of the past, as far as its form tells, and no verb of promise or plan.
  func isParticiple(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .word, !token.capitalized, !prospective.contains(token.lower) else { return false }
    return participles.contains(token.lower) || perfectOfBe.contains(token.lower)
      || ends(token, bytes, participleEndings)
  }

  private func ends(_ token: Token, _ bytes: [UInt8], _ endings: [[UInt8]]) -> Bool {
    guard token.kind == .word, !token.capitalized, token.span.length >= TenseGovernors.shortestInflected,
      !noVerbs.contains(token.lower)
    else { return false }
    return endings.contains { token.ends(with: $0, behind: 1, in: bytes) }
  }
}
