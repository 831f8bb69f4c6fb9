internal import Languages
internal import Prose

/// Names of one place or body in several languages: Kyiv and Kiev, OTAN and NATO, Allemagne and Germany.
///
/// Names of territories come from the Unicode CLDR, others from the tables `name-exonyms`, where a row lists the names
/// of one thing. Rows of several languages that share a name are one.
struct Exonyms: Sendable {
  private var representative: [String: String] = [:]
  /// Normalized names of countries and other territories.
  private var territories: Set<String> = []

  /// The exonyms of some languages.
  init(languages: [Language]) {
    var synonyms = Synonyms()
    for names in Exonyms.territories(languages.map(\.code)) {
      synonyms.join(names)
      territories.formUnion(names)
    }
    for language in languages {
      for row in language.table("name-exonyms").allRows { synonyms.join(row.fields.map { Exonyms.normalized($0) }) }
    }
    representative = synonyms.representatives()
  }

  /// The name that stands for all others of the same thing, or nil for a name that has no other. Folded letters.
  func canonical(_ name: String) -> String? { representative[Exonyms.normalized(name)] }

  /// The same for a name that is `normalized` already.
  func canonical(normalized name: String) -> String? { representative[name] }

  /// Whether a normalized name is a country's, or one of its other names.
  func isTerritory(normalized name: String) -> Bool {
    territories.contains(name) || representative[name].map(territories.contains) ?? false
  }

  /// A key that all names of a thing share, for one folded word.
  func key(of folded: [UInt8]) -> UInt64 {
    let word = String(decoding: folded, as: UTF8.self)
    return Fold.hash(representative[word] ?? word)
  }

  /// Folded letters with single spaces for hyphens and apostrophes.
  static func normalized(_ name: String) -> String {
    let folded = Fold.folded(name)
    return folded.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "." })
      .joined(separator: " ")
  }

  /// For each territory that CLDR names, its names in some languages.
  private static func territories(_ languages: [String]) -> [[String]] {
    let tables = languages.compactMap { territoryNames[$0] }
    return Set(tables.flatMap(\.keys)).sorted().map { code in tables.compactMap { $0[code] } }
  }

  /// Normalized names of territories by language and ISO 3166 code, for the languages carried by the program.
  private static let territoryNames: [String: [String: String]] = {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    let codes = letters.flatMap { first in letters.map { first + $0 } }
    var names: [String: [String: String]] = [:]
    for language in Language.all {
      for code in codes {
        // A code without a name comes back as itself.
        guard let name = LocaleNames.territory(code, in: language.code), name != code else { continue }
        names[language.code, default: [:]][code] = normalized(name)
      }
    }
    return names
  }()
}

/// Words that mean one thing, gathered from lists that may overlap.
private struct Synonyms {
  private var numbers: [String: Int] = [:]
  private var names: [String] = []
  private var pairs: [(Int, Int)] = []

  /// Says that all of some names mean one thing.
  mutating func join(_ list: [String]) {
    let found = list.filter { !$0.isEmpty }.map { number($0) }
    for (a, b) in zip(found, found.dropFirst()) { pairs.append((a, b)) }
  }

  /// For each name that has another, the one that stands for all: the least.
  func representatives() -> [String: String] {
    var sets = DisjointSets(names.count)
    for (a, b) in pairs { sets.join(a, b) }
    var chosen: [String: String] = [:]
    for group in sets.groups() where group.count > 1 {
      guard let least = group.map({ names[$0] }).min() else { continue }
      for item in group { chosen[names[item]] = least }
    }
    return chosen
  }

  private mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
