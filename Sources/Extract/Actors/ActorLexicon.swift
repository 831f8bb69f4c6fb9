internal import Languages
internal import NewsModel
internal import Prose

/// A name that the tables of a language hold.
struct KnownName: Sendable {
  /// What it names; `other` is a capitalized name that is no actor.
  enum Sense: UInt8, Sendable { case person, organization, place, town, other }
  let sense: Sense
  /// Bit n is set where word n has to be capitalized in the text, too.
  let capitals: UInt32
  /// Short acronyms are words, too ("US", "IT", "OM"): they count in capitals only.
  let needsAllCaps: Bool
}

/// The words of a language that tell actors, made once.
final class ActorLexicon: Sendable {
  /// What a civility says of a person.
  enum Gender: String, Sendable { case feminine = "f", masculine = "m" }

  /// A capitalized acronym up to this many letters has to be in capitals in the text.
  static let longestStrictAcronym = 5
  /// "qu’", "M.": words up to this many bytes stand with an apostrophe or a dot as one token.
  static let longestElision = 3
  /// The codes of ISO 3166 run from AA to ZZ; these of CLDR's are no territories: unions, private use, unknown.
  static let notTerritories: Set<String> = ["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AQ"]

  let classes: WordClassTable
  let names: PhraseTable<KnownName>
  /// The heads of roles, with whether a body is what such a role is held in ("présidente de"), rather than a territory
  /// ("évêque de") or a person ("avocat de").
  let titleHeads: PhraseTable<Bool>
  /// Whether the language puts adjectives behind nouns and joins names by prepositions, as its lower-case words for
  /// organizations ("ministère") tell; English puts both before the noun.
  let hasAdjectivesAfterNouns: Bool
  /// Definite articles and possessives, lower-case, diacritics kept.
  let articles: WordSet
  /// "is", "est": what stands between a name and its definition.
  let copulas: WordSet
  /// Links between a role and the place where it is held, which a role takes only before a name ("prosecutor in").
  let placeLinks: WordSet
  /// Links between a role and the body that it is held for ("spokesman for").
  let bodyLinks: WordSet
  /// Names of countries and other territories that are one word, without diacritics.
  let territories: WordSet
  /// Words for numbers ("trente"), which some towns are called too.
  let counts: WordSet
  /// Units of time ("ans"), which number words count.
  let timeUnits: WordSet
  /// What stands behind a person's name and a comma.
  let appositions: AppositionWords
  /// The last letters of nouns in the plural; none where the language's tables do not say.
  let pluralEndings: [UInt8]
  /// The last letters of participles, or of such as often open a sentence ("-ée"); none where the tables do not say.
  let participleEndings: [[UInt8]]
  /// The full given names that one used for short stands for, folded ("Mike": "Michael").
  private let fullGivenNames: [UInt64: Set<UInt64>]
  private let genders: [UInt64: Gender]
  /// The given name of a person so well known that the family name alone means that one.
  let givenNames: [UInt64: UInt64]

  /// The lexicon of a language; empty tables give an empty one.
  init(language: Language, tokenizer: Tokenizer) {
    var builder = Builder(tokenizer: tokenizer)
    builder.addWords(of: language)
    builder.addNames(of: language)
    builder.addTitles(of: language)
    classes = WordClassTable(builder.classes)
    names = builder.names
    titleHeads = builder.titleHeads
    hasAdjectivesAfterNouns = !language.words("actor-words", section: "organization-lower").isEmpty
    articles = WordSet(
      language.words("actor-words", section: "article").flatMap { word in
        let bytes = Fold.lowercased(Array(word.utf8))
        return [Fold.hash(bytes), Fold.hash(bytes + [0x27])]
      })
    genders = builder.genders
    appositions = AppositionWords(language, tokenizer: tokenizer)
    var full: [UInt64: Set<UInt64>] = [:]
    for row in language.table("actor-given-names").rows("short for") where row.count > 1 {
      full[Fold.hash(Fold.folded(Array(row[0].utf8))), default: []].insert(Fold.hash(Fold.folded(Array(row[1].utf8))))
    }
    fullGivenNames = full
    pluralEndings = language.words("actor-words", section: "plural-ending").compactMap(\.utf8.last)
    participleEndings = language.words("actor-words", section: "participle-ending").map { Array($0.utf8) }
    counts = WordSet(
      ["units", "tens", "hundreds", "scales"].flatMap { language.table("figure-numbers").rows($0) }
        .map { Fold.hash(Fold.lowercased(Array($0[0].utf8))) })
    let units = language.table("figure-units")
    let times = Set(units.rows("time-unit").map { $0[0] })
    timeUnits = WordSet(
      units.rows("unit").filter { $0.count > 1 && times.contains($0[1]) }
        .map { Fold.hash(Fold.lowercased(Array($0[0].utf8))) })
    copulas = WordSet(
      language.words("actor-words", section: "copula").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    territories = WordSet(
      (builder.territories(in: language.code) + language.words("actor-places", section: "country"))
        .map { Fold.hash(Fold.folded(Array($0.utf8))) })
    placeLinks = WordSet(
      language.words("actor-titles", section: "place-link").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    bodyLinks = WordSet(
      language.words("actor-titles", section: "body-link").map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    var given: [UInt64: UInt64] = [:]
    for row in language.table("actor-names").rows("person") where row.count > 1 {
      let family = tokenizer.tokens(in: Array(row[0].utf8))
      if family.count == 1 { given[family[0].folded] = Fold.hash(Fold.folded(Array(row[1].utf8))) }
    }
    givenNames = given
  }

  /// The gender that a civility tells ("Mme"), if it tells one.
  func gender(ofCivility word: UInt64) -> Gender? { genders[word] }

  /// Whether two given names may be one person's: the same, or one used for short.
  func mayBeOne(_ a: UInt64, _ b: UInt64) -> Bool {
    a == b || fullGivenNames[a]?.contains(b) == true || fullGivenNames[b]?.contains(a) == true
      || fullGivenNames[a].map { !$0.isDisjoint(with: fullGivenNames[b] ?? []) } == true
  }

  /// The gender that a given name tells, if it is one gender's.
  func gender(ofGivenName token: Token, in bytes: [UInt8]) -> Gender? {
    switch GivenNameGenders.all.gender(of: token, in: bytes) {
    case .masculine: .masculine
    case .feminine: .feminine
    case .neuter, .any: nil
    }
  }
}

/// Gathers the tables while a lexicon is made.
private struct Builder {
  let tokenizer: Tokenizer
  var classes: [UInt64: WordClass] = [:]
  var names: PhraseTable<KnownName>
  var titleHeads: PhraseTable<Bool>
  var genders: [UInt64: ActorLexicon.Gender] = [:]

  init(tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    names = PhraseTable(tokenizer: tokenizer)
    titleHeads = PhraseTable(tokenizer: tokenizer)
  }

  /// Sections of `actor-words` with the class that each gives its single words.
  private static let wordSections: [(String, WordClass)] = [
    ("function", .function), ("calendar", .calendar), ("personal", .personal), ("auxiliary", .auxiliary),
    ("kin", .kin), ("person-particle", .particle), ("name-connector", .connector), ("place-word", .placeWord),
    ("organization-word", .organizationWord), ("organization-lower", .organizationLower),
    ("organization-form", .organizationForm), ("organization-adjective", .organizationAdjective),
    ("demonym", .demonym), ("portfolio", .common), ("work-before", .thingBefore), ("place-lower", .placeLower),
    ("conjunction", .conjunction), ("direction", .direction),
    ("thing-word", .thingWord), ("organization-national", .organizationNational),
    ("example", .example), ("company-verb", .companyVerb), ("company-noun", .companyNoun),
    ("company-before", .companyBefore), ("company-apposition", .companyApposition), ("company-link", .companyLink),
    ("company-people", .companyPeople), ("storm-word", .stormWord),
    ("name-article", .nameArticle), ("postnominal", .postnominal), ("participle", .participle),
    ("body-noun", .bodyNoun), ("project-noun", .projectNoun), ("club-word", .clubWord), ("match-word", .matchWord),
    ("company-site", .companySite), ("place-or-other", .placeOrOther), ("former", .formerModifier),
    ("hall-word", .hallWord), ("noun-or-participle", .nounOrParticiple),
    ("calendar-name", .calendarName), ("calendar-before", .calendarBefore), ("body-of-two", .bodyOfTwo),
    ("abbreviated", .abbreviated),
  ]

  mutating func addWords(of language: Language) {
    for (section, value) in Builder.wordSections {
      for phrase in language.words("actor-words", section: section) {
        // A phrase is made of words each of which has the class ("von der").
        mark(wordsOf: phrase, value)
      }
    }
    for phrase in language.words("actor-words", section: "place-before") {
      let tokens = tokenizer.tokens(in: Array(phrase.utf8))
      guard let first = tokens.first else { continue }
      let value: WordClass = tokens.count == 1 ? .placeBefore : .placeNoun
      for key in keys(of: first, in: phrase) { classes[key, default: []].insert(value) }
    }
    for name in language.words("actor-given-names") { mark(firstOf: name, .givenName) }
  }

  mutating func addTitles(of language: Language) {
    let sections: [(String, WordClass)] = [
      ("civility", .civility), ("modifier", .titleModifier), ("adjective", .titleAdjective), ("link", .titleLink),
      ("given-name-too", .givenNameToo),
    ]
    for (section, value) in sections {
      for word in language.words("actor-titles", section: section) {
        mark(wordsOf: word, value)
        // One letter and its dot are one token, as an initial is ("M.").
        if value == .civility { classes[Fold.hash(Fold.lowercased(Array(word.utf8))), default: []].insert(value) }
      }
    }
    for row in language.table("actor-titles").rows("civility") where row.count > 1 {
      guard let gender = ActorLexicon.Gender(rawValue: row[1]) else { continue }
      genders[Fold.hash(Fold.lowercased(Array(row[0].utf8)))] = gender
    }
    let ofBodies = Set(language.words("actor-titles", section: "head-of-body"))
    for head in language.words("actor-titles", section: "head") {
      mark(firstOf: head, .titleHead)
      titleHeads.insert(head, ofBodies.contains(head))
    }
  }

  mutating func addNames(of language: Language) {
    let tables: [(String, String, KnownName.Sense)] = [
      ("actor-organizations", "name", .organization), ("actor-names", "other", .other),
      ("actor-names", "person", .person), ("actor-places", "country", .place), ("actor-places", "city", .place),
      ("actor-places", "region", .place), ("actor-places", "geography", .place),
    ]
    for (table, section, sense) in tables {
      for name in language.words(table, section: section) { add(name, sense) }
    }
    for name in territories(in: language.code) { add(name, .place) }
    for name in language.words("actor-places", section: "town") { add(name, .town) }
  }

  /// CLDR's names of all territories; those with a remark in brackets are not how papers write.
  func territories(in code: String) -> [String] {
    let letters = (0x41...0x5A).map { UInt8($0) }
    var found: [String] = []
    for first in letters {
      for second in letters {
        let territory = String(decoding: [first, second], as: UTF8.self)
        guard !ActorLexicon.notTerritories.contains(territory),
          let name = LocaleNames.territory(territory, in: code), name != territory, !name.utf8.contains(0x28)
        else { continue }
        found.append(name)
      }
    }
    return found
  }

  private mutating func add(_ name: String, _ sense: KnownName.Sense) {
    let tokens = tokenizer.tokens(in: Array(name.utf8))
    guard let first = tokens.first else { return }
    var capitals: UInt32 = 0
    for (index, token) in tokens.enumerated().prefix(32) where token.capitalized || token.allCaps {
      capitals |= 1 << UInt32(index)
    }
    let letters = name.utf8.filter { $0 != 0x2E }.count
    let strict =
      tokens.count == 1 && (first.allCaps || name.utf8.contains(0x2E))
      && letters <= ActorLexicon.longestStrictAcronym
    names.insert(name, KnownName(sense: sense, capitals: capitals, needsAllCaps: strict))
    let start: WordClass = first.capitalized ? .knownStart : .knownStartLower
    classes[first.lower, default: []].insert(start)
    classes[first.folded, default: []].insert(start)
  }

  /// Gives a class to each word of a phrase ("von der").
  private mutating func mark(wordsOf phrase: String, _ value: WordClass) {
    for token in tokenizer.tokens(in: Array(phrase.utf8)) where token.isWordLike || token.kind == .other {
      for key in keys(of: token, in: phrase) { classes[key, default: []].insert(value) }
    }
  }

  /// The hashes under which a text has a word: elided words keep their apostrophe ("d’"), initials their dot ("M.").
  private func keys(of token: Token, in phrase: String) -> [UInt64] {
    let bytes = Fold.lowercased(Array(phrase.utf8)[token.span.start..<token.span.end])
    guard bytes.count <= ActorLexicon.longestElision else { return [token.lower] }
    return [token.lower, Fold.hash(bytes + [0x27])]
  }

  /// Gives a class to the first word of a phrase, with its diacritics and without.
  private mutating func mark(firstOf phrase: String, _ value: WordClass) {
    guard let first = tokenizer.tokens(in: Array(phrase.utf8)).first else { return }
    classes[first.lower, default: []].insert(value)
    classes[first.folded, default: []].insert(value)
  }
}
