internal import Languages
internal import NewsModel
internal import Prose

/// The words of a language that matter beside a quote, from its `quote-cues` and `quote-pronouns` tables.
struct QuoteLexicon: Sendable {
  /// Number, gender and kind of a pronoun, as the table gives them.
  struct Pronoun: Sendable, Equatable {
    enum Gender: Sendable { case masculine, feminine, neuter, any }
    var isPlural: Bool
    var gender: Gender
    /// "il", "she": stands for somebody named before. Others ("on", "I") do not.
    var isThirdPerson: Bool
  }

  /// A word with fewer bytes is no adverb by its ending ("ment", "ly").
  private static let shortestAdverb = 6

  /// What words can be, while the lexicon is made.
  private var tags: [UInt64: LexicalTags] = [:]
  /// The same for looking up: a word's code is its index in `tagValues`.
  private var tagCodes = WordCodes([])
  private var tagValues: [LexicalTags] = []
  private var phrases: PhraseTable<LexicalTags>
  private var adverbEndings: [[UInt8]] = []
  private(set) var pronouns: [UInt64: Pronoun] = [:]
  /// Civilities and role words that tell a gender.
  private(set) var masculine = WordSet([])
  private(set) var feminine = WordSet([])
  /// Both, with the words of both genders.
  private var roles = WordSet([])
  /// Determiners that tell the gender of the role noun behind them ("la politologue").
  private(set) var masculineDeterminers = WordSet([])
  private(set) var feminineDeterminers = WordSet([])
  /// Words that stand for no subject before a verb ("there").
  private(set) var expletives = WordSet([])
  /// Words behind a verb of saying that open no clause ("goodbye", "what").
  private(set) var opensNoClause = WordSet([])
  /// The heads of titles and roles, folded ("pharmacien").
  private var titles = WordSet([])
  /// Endings that nothing but the noun of a role has.
  private var sureRoleEndings: [[UInt8]] = []
  /// Nouns of roles whose masculine is said of women, too ("professeur").
  private var masculineOfBoth = WordSet([])
  /// Nouns of one grammatical gender for men and women ("victime"), and what only ends like a role.
  private var ofBothGenders = WordSet([])
  /// Endings of the nouns of roles that tell a gender ("-trice", "-ier").
  private var roleEndings: [(ending: [UInt8], gender: Pronoun.Gender)] = []
  /// What given names tell, in every language: names cross borders.
  private let givenNames: GivenNameGenders
  /// The language sets the subject behind the verb of an incise, pronouns too ("a-t-il dit").
  private(set) var invertsInIncises = false
  /// Verbs stand without a subject where it is the one before ("añadió"), as in Spanish.
  private(set) var dropsSubjects = false
  /// Words for those who lead something ("ministre", "head"): two such roles over the same thing are one person's.
  private(set) var leaders = WordSet([])
  /// Words for several roles, each with the hashes of these, folded ("élu": "maire", "adjoint").
  private(set) var kindsOfRole: [UInt64: Set<UInt64>] = [:]
  /// Common nouns for institutions, which stand for one named before ("ministère", "company").
  private(set) var institutions = WordSet([])
  /// Pronouns for people in general ("on", "one").
  private var impersonal: Set<UInt64> = []
  /// Pronouns that are subjects and objects in one form ("nous"), each with the endings of verbs whose subject it is.
  private(set) var agreement: [UInt64: [[UInt8]]] = [:]
  /// A pronoun of its own stands for what is no person ("it").
  private(set) var hasNeuter = false

  private static let sections: [(String, LexicalTags)] = [
    ("finite", .finite), ("participle", .participle), ("gerund", .gerund),
    ("finite beside marks", .finiteBesideMarks), ("participle beside marks", .participleBesideMarks),
    ("gerund beside marks", .gerundBesideMarks), ("labelling finite", .labellingFinite),
    ("labelling participle", .labellingParticiple), ("labelling gerund", .labellingGerund),
    ("infinitive after", [.finite, .participle]), ("auxiliary", .auxiliary), ("not a cue after", .barrier),
    ("negation", .negation), ("according to", .accordingTo), ("as", .like), ("that", .complementizer),
    ("determiner", .determiner), ("genitive", .genitive), ("preposition", .preposition),
    ("role preposition", .rolePreposition), ("conjunction", .conjunction), ("and", .coordination),
    ("relative", .relative), ("adverb", .adverb), ("time", .time), ("object", .object),
    ("title of a work", .titleNoun), ("takes a hearer", .takesHearer), ("takes a bare clause", .takesBareClause),
    ("in the view of", .inTheViewOf), ("before the hearer", .hearerPreposition),
    ("possessive", .possessive), ("denying", .denying), ("unit of time", .timeUnit),
    ("takes an object", .takesObject), ("own findings", .ownFindings), ("own", .own), ("alleging", .alleging),
    ("perfect infinitive", [.perfectInfinitive, .barrier]), ("accusing", .accusing), ("wishing", .wishing),
    ("indefinite", .indefinite), ("noun too", .nounToo), ("led by", .ledBy),
    ("of anybody", .ofAnybody), ("reflexive", .reflexive), ("not of itself", .silentOfItself),
  ]

  /// The lexicon of a language; an empty one where it has no tables.
  init(language: Language, tokenizer: Tokenizer) {
    phrases = PhraseTable(matching: .withDiacritics, tokenizer: tokenizer)
    givenNames = GivenNameGenders.all
    let table = language.table("quote-cues")
    for (section, tag) in QuoteLexicon.sections {
      for row in table.rows(section) { add(row[0], tag, tokenizer) }
    }
    adverbEndings = table.rows("adverb ending").map { Array($0[0].utf8) }
    expletives = WordSet(table.rows("expletive").map { QuoteLexicon.key($0[0]) })
    opensNoClause = WordSet(table.rows("opens no clause").map { QuoteLexicon.key($0[0]) })
    for row in language.table("tokens").rows("elisions") {
      tags[QuoteLexicon.key(row[0]), default: []].insert(.elision)
    }
    addPronouns(language.table("quote-pronouns"), tokenizer)
    invertsInIncises = !language.table("quote-pronouns").rows("inverted").isEmpty
    dropsSubjects = language.words("quote-pronouns", section: "drops subjects").first == "yes"
    titles = WordSet(
      language.words("actor-titles", section: "head").filter { !$0.contains(" ") }
        .map { Fold.hash(Fold.folded(Array($0.utf8))) })
    leaders = WordSet(language.words("quote-pronouns", section: "leader").map(QuoteLexicon.key))
    institutions = WordSet(language.words("quote-pronouns", section: "institution").map(QuoteLexicon.key))
    for row in language.table("quote-pronouns").rows("kinds of role") where row.count > 1 {
      kindsOfRole[QuoteLexicon.key(row[0])] = Set(
        row[1].split(separator: " ").map { Fold.hash(Fold.folded(Array($0.utf8))) })
    }
    for row in language.table("quote-pronouns").rows("agreement") where row.count > 1 {
      agreement[QuoteLexicon.key(row[0])] = row[1].split(separator: " ").map { Array($0.utf8) }
    }
    hasNeuter = pronouns.values.contains { $0.isThirdPerson && !$0.isPlural && $0.gender == .neuter }
    let words = tags.sorted { $0.key < $1.key }
    tagCodes = WordCodes(words.enumerated().map { (hash: $1.key, code: $0) })
    tagValues = words.map(\.value)
    tags = [:]
  }

  private mutating func addPronouns(_ table: WordTable, _ tokenizer: Tokenizer) {
    for (section, tag) in [("subject", LexicalTags.subjectPronoun), ("inverted", .invertedPronoun)] {
      for row in table.rows(section) where row.count >= 4 {
        add(row[0], tag, tokenizer)
        let gender: Pronoun.Gender =
          switch row[2] {
          case "masculine": .masculine
          case "feminine": .feminine
          case "neuter": .neuter
          default: .any
          }
        if row[3] == "impersonal", tag == .subjectPronoun { impersonal.insert(QuoteLexicon.key(row[0])) }
        pronouns[QuoteLexicon.key(row[0])] = Pronoun(
          isPlural: row[1] == "plural", gender: gender, isThirdPerson: row[3] == "third")
      }
    }
    let masculine = Set(table.rows("masculine").map { QuoteLexicon.key($0[0]) })
    let feminine = Set(table.rows("feminine").map { QuoteLexicon.key($0[0]) })
    masculineDeterminers = WordSet(table.rows("masculine determiner").map { QuoteLexicon.key($0[0]) })
    feminineDeterminers = WordSet(table.rows("feminine determiner").map { QuoteLexicon.key($0[0]) })
    sureRoleEndings = table.rows("sure role ending").map { Array($0[0].utf8) }
    masculineOfBoth = WordSet(table.rows("masculine of both").map { QuoteLexicon.key($0[0]) })
    ofBothGenders = WordSet(table.rows("both genders").map { QuoteLexicon.key($0[0]) })
    roleEndings =
      table.rows("masculine role ending").map { (Array($0[0].utf8), .masculine) }
      + table.rows("feminine role ending").map { (Array($0[0].utf8), .feminine) }
    roles = WordSet(masculine.union(feminine))
    // A word of both lists ("ministre") tells nothing.
    self.masculine = WordSet(masculine.subtracting(feminine))
    self.feminine = WordSet(feminine.subtracting(masculine))
  }

  /// Whether a word, by its hash, is a pronoun for people in general ("on").
  func isImpersonal(_ word: UInt64) -> Bool { impersonal.contains(word) }

  /// Whether a word, by its hash, is a role or an institution ("ministre", "préfecture").
  func isRole(_ word: UInt64) -> Bool {
    roles.contains(word) || leaders.contains(word) || institutions.contains(word)
  }

  /// Whether a word is the head of a title ("président").
  func isTitle(_ token: Token) -> Bool { titles.contains(token.folded) }

  /// Whether a word, by its hash, tells who it is said of, and the gender of that one ("Mme", "maître", "ministre").
  func tellsWho(_ word: UInt64) -> Bool { roles.contains(word) }

  /// Whether the masculine of a role's noun, by its hash, is said of women, too.
  func isMasculineOfBoth(_ word: UInt64) -> Bool { masculineOfBoth.contains(word) }

  /// Whether a noun, by its hash, is said of men and women in one gender.
  func isOfBothGenders(_ word: UInt64) -> Bool { ofBothGenders.contains(word) }

  /// What the ending of a role's noun tells ("éditrice").
  func gender(ofRole token: Token, in bytes: [UInt8]) -> Pronoun.Gender? {
    roleEndings.first { token.ends(with: $0.ending, behind: 1, in: bytes) }?.gender
  }

  /// Whether a word is sure to be the noun of a person's role ("caissière", "ingénieur"): infinitives end in "-ier", too.
  func isRoleNoun(_ token: Token, in bytes: [UInt8]) -> Bool {
    if isRole(token.lower) || isMasculineOfBoth(token.lower) || titles.contains(token.folded) { return true }
    guard !isOfBothGenders(token.lower) else { return false }
    return sureRoleEndings.contains { token.ends(with: $0, behind: 2, in: bytes) }
  }

  /// What a given name among the bytes of a text tells.
  func gender(ofGivenName token: Token, in bytes: [UInt8]) -> Pronoun.Gender {
    givenNames.gender(of: token, in: bytes)
  }

  private static func key(_ word: String) -> UInt64 { Fold.hash(Fold.lowercased(Array(word.utf8))) }

  private mutating func add(_ entry: String, _ tag: LexicalTags, _ tokenizer: Tokenizer) {
    let tokens = tokenizer.tokens(in: Array(entry.utf8))
    // In texts an elided word stands before another, an inverted pronoun behind one; alone, their marks are cut off.
    let isElided = !entry.contains(" ") && (entry.hasSuffix("'") || entry.hasSuffix("’"))
    if tokens.count == 1 || isElided || tag == .invertedPronoun {
      tags[QuoteLexicon.key(entry), default: []].insert(tag)
    } else if let first = tokens.first {
      phrases.insert(entry, tag)
      tags[first.lower, default: []].insert(.phraseStart)
    }
  }

  /// What each token can be.
  func tags(of text: SegmentedText) -> [LexicalTags] {
    var found = [LexicalTags](repeating: [], count: text.tokens.count)
    var at = 0
    while at < text.tokens.count {
      let code = tagCodes.code(of: text.tokens[at].lower)
      var tag: LexicalTags = code < 0 ? [] : tagValues[code]
      if tag.contains(.phraseStart) {
        tag.remove(.phraseStart)
        if let (end, value) = phrases.match(text.tokens, at: at, limit: text.tokens.count) {
          found[at] = value
          for index in at + 1..<end { found[index] = .inside }
          at = end
          continue
        }
      }
      if tag.isEmpty, text.tokens[at].kind == .word, !text.tokens[at].capitalized,
        text.tokens[at].span.length >= QuoteLexicon.shortestAdverb, endsLikeAdverb(text.bytes, text.tokens[at].span)
      {
        tag = .adverb
      }
      found[at] = tag
      at += 1
    }
    return found
  }

  private func endsLikeAdverb(_ bytes: [UInt8], _ span: Span) -> Bool {
    for ending in adverbEndings where span.length > ending.count {
      var left = ending.count
      while left > 0, bytes[span.end - ending.count + left - 1] == ending[left - 1] { left -= 1 }
      if left == 0 { return true }
    }
    return false
  }
}
