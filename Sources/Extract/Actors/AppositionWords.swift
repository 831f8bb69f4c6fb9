internal import Languages
internal import Prose

/// The words of a language for what stands behind a person's name and a comma.
struct AppositionWords: Sendable {
  /// Nouns for persons, with whether firms, teams and parties have them, too ("owner").
  let heads: PhraseTable<Bool>
  /// The plurals of those that are one word and have a regular one ("one of the organisers").
  let plurals: PhraseTable<Bool>
  /// Adverbs before such a noun ("also", "alors").
  let openers: WordSet
  /// Those of `openers` that say when it holds ("then").
  let openersOfTime: WordSet
  /// "one of the"
  let parts: PhraseTable<Bool>
  /// "aged"
  let aged: PhraseTable<Bool>
  /// Prepositions before a complement, beside those of roles.
  let links: WordSet
  /// Pronouns of relative clauses.
  let ends: WordSet
  /// Articles that open an apposition more often than a clause ("a").
  let indefinite: WordSet
  /// The last letters of participles behind a noun ("elected", "running").
  let participleEndings: [[UInt8]]
  /// Words that open a phrase before a clause ("After meeting X, the minister …").
  let fronted: WordSet

  /// The words of the tables `actor-appositions` and `actor-titles`; none where a language lacks them.
  init(_ language: Language, tokenizer: Tokenizer) {
    let table = language.table("actor-appositions")
    func words(_ section: String, where isKept: ([String]) -> Bool = { _ in true }) -> WordSet {
      WordSet(table.rows(section).filter(isKept).map { Fold.hash(Fold.lowercased(Array($0[0].utf8))) })
    }
    func phrases(_ section: String) -> PhraseTable<Bool> {
      var found = PhraseTable<Bool>(tokenizer: tokenizer)
      for row in table.rows(section) { found.insert(row[0], true) }
      return found
    }
    let ofBodies = Set(table.rows("body").map { $0[0] })
    var heads = PhraseTable<Bool>(tokenizer: tokenizer)
    var plurals = PhraseTable<Bool>(tokenizer: tokenizer)
    for head in language.words("actor-titles", section: "head") + table.rows("head").map({ $0[0] }) {
      heads.insert(head, ofBodies.contains(head))
      if !head.contains(" ") { plurals.insert(head + "s", ofBodies.contains(head)) }
    }
    self.plurals = plurals
    self.heads = heads
    openers = words("opener")
    openersOfTime = words("opener") { $0.count > 1 }
    parts = phrases("part")
    aged = phrases("aged")
    links = words("link")
    ends = words("end")
    fronted = words("fronted")
    indefinite = words("indefinite")
    participleEndings = table.rows("participle-ending").map { Array($0[0].utf8) }
  }
}
