internal import Languages
internal import NewsModel
internal import Prose

/// What a given name tells of the pronoun that may stand for its bearer, by the tables `given-name-genders`.
///
/// Used to keep "il" from Ludmila and "elle" from Andrew. A name of both lists, and one that is in none, tells nothing,
/// but for the endings that a table names.
struct GivenNameGenders: Sendable {
  private let genders: WordCodes
  /// Endings that are one gender's as a rule ("-a"), with exceptions among the names listed.
  private let feminineEndings: [[UInt8]]

  private static let masculine = 0
  private static let feminine = 1
  private static let both = 2
  /// An ending proves nothing on a shorter name, in bytes.
  private static let shortestInflected = 4

  /// The names of all languages, read once for the lexicons of actors and quotes.
  static let all = GivenNameGenders(languages: Language.all)

  /// The names of some languages.
  init(languages: [Language]) {
    var found: [UInt64: Int] = [:]
    var endings: [[UInt8]] = []
    for language in languages {
      let table = language.table("given-name-genders")
      for (section, code) in [("masculine", GivenNameGenders.masculine), ("feminine", GivenNameGenders.feminine)] {
        for row in table.rows(section) {
          let key = Fold.hash(Fold.folded(Array(row[0].utf8)))
          found[key] = found[key].map { $0 == code ? code : GivenNameGenders.both } ?? code
        }
      }
      endings += table.rows("feminine ending").map { Array($0[0].utf8) }
    }
    genders = WordCodes(found.sorted { $0.key < $1.key }.map { (hash: $0.key, code: $0.value) })
    feminineEndings = endings
  }

  /// The gender that a name among the bytes of a text tells.
  func gender(of token: Token, in bytes: [UInt8]) -> QuoteLexicon.Pronoun.Gender {
    switch genders.code(of: token.folded) {
    case GivenNameGenders.masculine: return .masculine
    case GivenNameGenders.feminine: return .feminine
    case GivenNameGenders.both: return .any
    default: break
    }
    guard token.kind == .word, token.span.length >= GivenNameGenders.shortestInflected else { return .any }
    return feminineEndings.contains { token.ends(with: $0, in: bytes) } ? .feminine : .any
  }
}
