internal import Languages
internal import NewsModel
internal import Prose

/// The words that stand around figures, from the table `figure-units`.
struct FigureWords: Sendable {
  /// Words after a number that name its unit, with the unit.
  let units: PhraseTable<String>
  /// Signs before a number ("$"), with the unit.
  let prefixes: PhraseTable<String>
  /// Words before a number that say how exact it is.
  let approximations: PhraseTable<Figure.Approximation>
  /// Words that stand for an unknown number of units ("quelques"), and of anything ("des dizaines").
  let vague: PhraseTable<Bool>
  let vagueCounts: PhraseTable<Bool>
  /// Units that lengths of time are given in.
  let timeUnits: Set<String>
  /// Words between a number and what it counts ("autres"; "de").
  let skipped: WordSet
  let of: WordSet
  /// Words that make a number with a unit of the clock a time of day.
  let clockCues: WordSet
  let clockUnits: PhraseTable<Bool>
  /// Words whose number is a name ("article 5").
  let notCounted: WordSet
  /// The number one, which is an article as well.
  let ones: WordSet
  /// Words that are never what is counted.
  let stopwords: WordSet

  /// The words of a language.
  init(language: Language, tokenizer: Tokenizer) {
    let table = language.table("figure-units")
    func pairs(_ section: String) -> PhraseTable<String> {
      var phrases = PhraseTable<String>(tokenizer: tokenizer)
      for row in table.rows(section) where row.count > 1 { phrases.insert(row[0], row[1]) }
      return phrases
    }
    func flags(_ section: String) -> PhraseTable<Bool> {
      var phrases = PhraseTable<Bool>(tokenizer: tokenizer)
      for row in table.rows(section) { phrases.insert(row[0], true) }
      return phrases
    }
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.folded(Array($0.utf8))) }) }
    func section(_ name: String) -> WordSet { hashes(table.rows(name).map { $0[0] }) }
    var approximations = PhraseTable<Figure.Approximation>(tokenizer: tokenizer)
    for (name, value) in [("about", Figure.Approximation.about), ("at-least", .atLeast), ("at-most", .atMost)] {
      for row in table.rows(name) { approximations.insert(row[0], value) }
    }
    self.approximations = approximations
    units = pairs("unit")
    prefixes = pairs("prefix")
    vague = flags("vague")
    vagueCounts = flags("vague-count")
    timeUnits = Set(table.rows("time-unit").map { $0[0] })
    skipped = section("skip")
    of = section("of")
    clockCues = section("clock-cue")
    clockUnits = flags("clock-unit")
    notCounted = section("not-counted")
    ones = section("one")
    stopwords = hashes(language.words("stopwords"))
  }
}
