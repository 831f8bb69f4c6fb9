internal import Languages
internal import NewsModel
internal import Prose

/// The words that stand around figures, from the table `figure-units`.
final class FigureWords: Sendable {
  /// Words after a number that name its unit, with the unit.
  let units: PhraseTable<String>
  /// Signs before a number ("$"), with the unit.
  let prefixes: PhraseTable<String>
  /// Words before a number that say how exact it is.
  let approximations: PhraseTable<Figure.Approximation>
  /// Words of bounds that before a length of time say when ("over five years"), and words before these that make them
  /// bounds again ("for over five years").
  let during: WordSet
  let beforeBound: WordSet
  /// Words between which and a share nothing is needed of what it is of: "dont un tiers".
  let shareCues: WordSet
  /// The same where a word of growing or falling stands before: "baissé d'un tiers".
  let shareChangeCues: WordSet
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
  /// Parts of a whole ("la moitié"), and what stands before the whole ("des").
  let fractions: PhraseTable<Double>
  let ofWhole: WordSet
  /// Between a part and its whole ("sur"), with whether both have to be in words ("in").
  let outOf: PhraseTable<Bool>
  /// Words of lengths of time, of which "un quart d'heure" is no share.
  let timeWords: WordSet
  /// "entre", "et"; "à"; "de", before and between two numbers of one unit.
  let between: WordSet
  let and: WordSet
  let upTo: WordSet
  let from: WordSet
  /// Words of growing and falling, which make two numbers "from … to …" two values of one thing.
  let change: WordSet
  /// A half of a unit more: after it ("deux heures et demie") or before ("two and a half hours").
  let half: PhraseTable<Bool>
  /// Endings of a number after the sign of a currency ("2.7bn"), and units with their scale ("Md€").
  let suffixes: PhraseTable<Double>
  let scaledUnits: PhraseTable<(scale: Double, unit: String)>
  /// Units that may be of weight or of money, by what is measured and by the verb before.
  let openUnits: [String: (weight: String, money: String)]
  let weighed: WordSet
  let paid: WordSet
  let weighing: WordSet
  /// Verbs and adjectives that money stands behind ("costs", "worth").
  let paying: WordSet
  /// Units that are written below zero.
  let signedUnits: Set<String>
  /// Words that are never what is counted.
  let stopwords: WordSet
  let compounds: CompoundNouns

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
    during = section("during")
    beforeBound = section("before-bound")
    shareCues = section("share-cue")
    shareChangeCues = section("share-change-cue")
    of = section("of")
    clockCues = section("clock-cue")
    clockUnits = flags("clock-unit")
    notCounted = section("not-counted")
    ones = section("one")
    func pairsOfNumber(_ section: String) -> PhraseTable<Double> {
      var phrases = PhraseTable<Double>(tokenizer: tokenizer)
      for row in table.rows(section) where row.count > 1 {
        if let value = Double(row[1]) { phrases.insert(row[0], value) }
      }
      return phrases
    }
    fractions = pairsOfNumber("fraction")
    suffixes = pairsOfNumber("suffix")
    ofWhole = section("of-whole")
    var outOf = PhraseTable<Bool>(tokenizer: tokenizer)
    for row in table.rows("out-of") { outOf.insert(row[0], row.count > 1 && row[1] == "words") }
    self.outOf = outOf
    let times = timeUnits
    timeWords = hashes(table.rows("unit").filter { $0.count > 1 && times.contains($0[1]) }.map { $0[0] })
    between = section("between")
    and = section("and")
    upTo = section("up-to")
    from = section("from")
    change = section("change")
    half = flags("half")
    var scaled = PhraseTable<(scale: Double, unit: String)>(tokenizer: tokenizer)
    for row in table.rows("scaled-unit") where row.count > 2 {
      if let scale = Double(row[1]) { scaled.insert(row[0], (scale, row[2])) }
    }
    scaledUnits = scaled
    var open: [String: (weight: String, money: String)] = [:]
    for row in table.rows("open-unit") where row.count > 2 { open[row[0]] = (row[1], row[2]) }
    openUnits = open
    weighed = section("weighed")
    paid = section("paid")
    weighing = section("weighing")
    paying = section("paying")
    signedUnits = Set(table.rows("signed-unit").map { $0[0] })
    // "avions" is a form of "avoir", and more often an aircraft.
    let nouns = Set(table.rows("also-noun").map { Fold.folded($0[0]) })
    let never = language.words("stopwords") + language.words("finite-verbs", section: "forms")
    stopwords = hashes(never.filter { !nouns.contains(Fold.folded($0)) })
    compounds = CompoundNouns(table, stopwords: stopwords)
  }
}
