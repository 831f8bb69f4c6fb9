/// What a word can be beside a quote, by the tables of its language; a word may be several things.
struct LexicalTags: OptionSet, Sendable {
  let rawValue: UInt64

  /// Forms of verbs that report words, with or without marks ("déclare", "said").
  static let finite = LexicalTags(rawValue: 1 << 0)
  static let participle = LexicalTags(rawValue: 1 << 1)
  static let gerund = LexicalTags(rawValue: 1 << 2)
  /// Forms of verbs that report words only beside marks ("ironise", "asked").
  static let finiteBesideMarks = LexicalTags(rawValue: 1 << 3)
  static let participleBesideMarks = LexicalTags(rawValue: 1 << 4)
  static let gerundBesideMarks = LexicalTags(rawValue: 1 << 5)
  /// Forms of verbs that put a name on something ("qualifie", "called").
  static let labellingFinite = LexicalTags(rawValue: 1 << 6)
  static let labellingParticiple = LexicalTags(rawValue: 1 << 7)
  static let labellingGerund = LexicalTags(rawValue: 1 << 8)
  static let auxiliary = LexicalTags(rawValue: 1 << 9)
  /// A verb after it is not what its subject says ("was told", "to say").
  static let barrier = LexicalTags(rawValue: 1 << 10)
  static let negation = LexicalTags(rawValue: 1 << 11)
  /// "selon", "according to".
  static let accordingTo = LexicalTags(rawValue: 1 << 12)
  /// "comme", "as".
  static let like = LexicalTags(rawValue: 1 << 13)
  /// "que", "that".
  static let complementizer = LexicalTags(rawValue: 1 << 14)
  static let determiner = LexicalTags(rawValue: 1 << 15)
  /// "de", "of".
  static let genitive = LexicalTags(rawValue: 1 << 16)
  static let preposition = LexicalTags(rawValue: 1 << 17)
  /// A preposition that may stand inside the name of a role ("secrétaire à la", "spokesman for").
  static let rolePreposition = LexicalTags(rawValue: 1 << 18)
  static let conjunction = LexicalTags(rawValue: 1 << 19)
  /// "et", "and".
  static let coordination = LexicalTags(rawValue: 1 << 20)
  static let relative = LexicalTags(rawValue: 1 << 21)
  static let adverb = LexicalTags(rawValue: 1 << 22)
  static let time = LexicalTags(rawValue: 1 << 23)
  /// An object pronoun that may stand before a verb ("lui", "l'").
  static let object = LexicalTags(rawValue: 1 << 24)
  static let subjectPronoun = LexicalTags(rawValue: 1 << 25)
  /// "-t-il".
  static let invertedPronoun = LexicalTags(rawValue: 1 << 26)
  /// Several words of one entry start here; the others carry `inside`.
  static let phraseStart = LexicalTags(rawValue: 1 << 27)
  static let inside = LexicalTags(rawValue: 1 << 28)
  /// What follows it between marks is a title or a nickname ("film", "alias").
  static let titleNoun = LexicalTags(rawValue: 1 << 29)
  /// A word that an elided vowel follows, alone ("d", "l").
  static let elision = LexicalTags(rawValue: 1 << 30)
  /// Its object is the hearer ("told"), so a name behind it is not the speaker.
  static let takesHearer = LexicalTags(rawValue: 1 << 31)
  /// "pour", where it opens a sentence: whose view follows.
  static let inTheViewOf = LexicalTags(rawValue: 1 << 32)
  /// What is reported may follow it without a conjunction ("said the plan …").
  static let takesBareClause = LexicalTags(rawValue: 1 << 33)
  /// A preposition that may open what stands between an inverted verb and its subject ("a déclaré à l'AFP le ministre").
  static let hearerPreposition = LexicalTags(rawValue: 1 << 34)
  /// "son", "their".
  static let possessive = LexicalTags(rawValue: 1 << 35)

  /// What its object says is not what its subject says ("denied that …").
  static let denying = LexicalTags(rawValue: 1 << 36)
  /// A stretch of time that "after" and "before" count from ("two days after …").
  static let timeUnit = LexicalTags(rawValue: 1 << 37)
  /// "nos", "our".
  static let own = LexicalTags(rawValue: 1 << 40)
  /// What an outlet found out itself, behind such a possessive ("nos informations").
  static let ownFindings = LexicalTags(rawValue: 1 << 39)
  /// Among the verbs of a bare clause those that may have an object in its place ("reported a loss").
  static let takesObject = LexicalTags(rawValue: 1 << 38)
  /// Between an accusation and what somebody is said to have done ("accuse X d'avoir dit", "accused X of saying").
  static let alleging = LexicalTags(rawValue: 1 << 41)
  /// "avoir", "having": a participle behind it is no report of its own.
  static let perfectInfinitive = LexicalTags(rawValue: 1 << 42)
  /// What stands in a clause behind it is what somebody else is said to have done or said ("accused").
  static let accusing = LexicalTags(rawValue: 1 << 43)
  /// Marks right behind it hold the subject's own words, negated or not ("n'a pas souhaité", "declined to").
  static let wishing = LexicalTags(rawValue: 1 << 44)
  /// "une", "a".
  static let indefinite = LexicalTags(rawValue: 1 << 45)
  /// Forms of verbs that are nouns behind an article ("a sharp fall").
  static let nounToo = LexicalTags(rawValue: 1 << 46)

  /// An object pronoun for the subject itself ("se").
  static let reflexive = LexicalTags(rawValue: 1 << 49)
  /// Forms of verbs that say nothing with such a pronoun before them ("se poursuivent", "s'exposent").
  static let silentOfItself = LexicalTags(rawValue: 1 << 50)
  /// Between an institution and who speaks for it ("présidée par", "led by").
  static let ledBy = LexicalTags(rawValue: 1 << 47)

  /// With a pronoun for people in general it tells what is thought or told, not who said it (« on croit que »).
  static let ofAnybody = LexicalTags(rawValue: 1 << 48)

  static let reporting: LexicalTags = [.finite, .participle, .gerund]
  static let besideMarks: LexicalTags = [.finiteBesideMarks, .participleBesideMarks, .gerundBesideMarks]
  static let labelling: LexicalTags = [.labellingFinite, .labellingParticiple, .labellingGerund]
  static let anyFinite: LexicalTags = [.finite, .finiteBesideMarks, .labellingFinite]
  static let anyParticiple: LexicalTags = [.participle, .participleBesideMarks, .labellingParticiple]
  static let anyGerund: LexicalTags = [.gerund, .gerundBesideMarks, .labellingGerund]

  /// Whether it is one of these.
  func has(_ tags: LexicalTags) -> Bool { !isDisjoint(with: tags) }
}
