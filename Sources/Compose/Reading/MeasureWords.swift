internal import Languages
internal import Prose

/// What a figure or a date is of: the event or property that it measures, the same in all languages.
///
/// Event types as in frame semantics (Baker et al. 1998, the Berkeley FrameNet project): a verb and a noun of one event
/// ("tués", "death toll") name one frame, in whatever language.
enum Measure: String, CaseIterable, Hashable {
  case death, injury, missing, arrest, evacuation, displacement, hospital, rescue, crowd, hostage, release, aboard
  case guests, jobs, meeting, delay, sentence, cost, price, damage, aid, vote, fire, destroyed, magnitude, theft
  case repayment, ransom, shortfall, bail, outage
  case birth, opening, ending, resignation, signing, election, arrival, departure

  /// Whether it counts people, so that the word counted may be people in general or the measure itself.
  var countsPeople: Bool {
    switch self {
    case .death, .injury, .missing, .arrest, .evacuation, .displacement, .hospital, .rescue, .crowd, .hostage, .release,
      .aboard, .guests:
      true
    default: false
    }
  }
  /// Whether it is told in money, or in what else it takes: land, shares.
  var isPaid: Bool {
    switch self {
    case .cost, .price, .damage, .aid, .theft, .fire, .sentence, .repayment, .ransom, .shortfall, .bail: true
    default: false
    }
  }
  /// Whether one event has one of it, so that two sums for it are of one thing whatever stands around them.
  var isPaidOnce: Bool {
    switch self {
    case .theft, .repayment, .ransom, .shortfall, .bail: true
    default: false
    }
  }
  /// Whether it is told in hours or years, and does not grow once it is over.
  var lasts: Bool { self == .meeting || self == .delay || self == .sentence }
  /// Whether it happens once to the same people, so that two days for it cannot both be true.
  var happensOnce: Bool {
    switch self {
    case .birth, .opening, .ending, .resignation, .signing, .arrival, .departure, .death, .arrest: true
    default: false
    }
  }
}

/// The words of one language by which figures are told apart: what is measured, and how.
final class MeasureWords {
  let measures: PhraseTable<Measure>
  /// Forms of "be" and "have" between a number and what befell: "61 have been rescued".
  let auxiliaries: PhraseTable<Bool>
  /// Nouns of things that are counted, by a name that is the same in all languages.
  let counted: PhraseTable<String>
  /// Nouns of people that are counted, by a name of what they are that is the same in all languages.
  let peopleCounted: PhraseTable<String>
  /// Counted nouns that say no more than that they are people.
  let people: Set<UInt64>
  /// Signs of a part or of an earlier value, before the figure; signs that it comes on top of another.
  let partial: PhraseTable<Bool>
  let further: PhraseTable<Bool>
  /// Verbs of saying: who stands by one is a source and takes no part.
  let saying: PhraseTable<Bool>
  /// Signs of a length of time, of a point in time before and behind it, of an age, of a rate.
  let lasting: PhraseTable<Bool>
  let moment: PhraseTable<Bool>
  let momentBehind: PhraseTable<Bool>
  let age: PhraseTable<Bool>
  /// How words end that make a number the age of who is named behind ("-year-old").
  let ageForms: [[UInt8]]
  let rate: Set<UInt64>
  let reaching: ReachingVerbs
  /// Words that a time begins behind: "since".
  let since: Set<UInt64>
  /// Words of what was expected.
  let expected: Set<UInt64>
  /// Words between a share and the noun that it is of ("26 % of the sensors").
  let share: PhraseTable<Bool>

  /// Whether what is counted stands before the words that describe it ("bateaux de pêche"), and not behind ("fishing boats").
  let isNounFirst: Bool

  /// The words of the table `compose-measures`; none where a language lacks it.
  init(_ language: Language, tokenizer: Tokenizer) {
    let table = language.table("compose-measures")
    var measures = PhraseTable<Measure>(tokenizer: tokenizer)
    for measure in Measure.allCases {
      for row in table.rows(measure.rawValue) { measures.insert(row[0], measure) }
    }
    self.measures = measures
    func phrases(_ section: String) -> PhraseTable<Bool> {
      var found = PhraseTable<Bool>(tokenizer: tokenizer)
      for row in table.rows(section) { found.insert(row[0], true) }
      return found
    }
    func words(_ section: String) -> Set<UInt64> {
      Set(table.rows(section).map { Fold.hash(Fold.folded(Array($0[0].utf8))) })
    }
    auxiliaries = phrases("auxiliary")
    var counted = PhraseTable<String>(tokenizer: tokenizer)
    for row in table.rows("counted") where row.count > 1 { counted.insert(row[0], row[1]) }
    self.counted = counted
    var peopleCounted = PhraseTable<String>(tokenizer: tokenizer)
    for row in table.rows("people counted") where row.count > 1 { peopleCounted.insert(row[0], row[1]) }
    self.peopleCounted = peopleCounted
    partial = phrases("partial")
    further = phrases("further")
    var saying = PhraseTable<Bool>(tokenizer: tokenizer)
    for section in ["finite", "participle", "according to"] {
      for word in language.words("quote-cues", section: section) { saying.insert(word, true) }
    }
    self.saying = saying
    lasting = phrases("lasting")
    moment = phrases("moment")
    momentBehind = phrases("moment behind")
    age = phrases("age")
    ageForms = table.rows("age-form").map { Array($0[0].utf8) }
    people = words("people")
    rate = words("rate")
    expected = words("expected")
    since = words("since")
    share = phrases("share")
    isNounFirst = !table.rows("noun first").isEmpty
    let units = language.table("figure-units")
    reaching = ReachingVerbs(
      units.rows("reaching").map { $0[0] }, adverbs: units.rows("reaching-then").map { $0[0] }, tokenizer: tokenizer)
  }

  /// The name that a table gives to what is counted by some tokens: by the first noun of theirs, or the last, as the
  /// language has it.
  func name(ofCounted range: Range<Int>, _ table: PhraseTable<String>, _ tokens: [Token], limit: Int) -> String? {
    for at in range {
      if let match = table.match(tokens, at: at, limit: limit), isNounFirst || match.end >= range.upperBound {
        return match.value
      }
    }
    return nil
  }
}
