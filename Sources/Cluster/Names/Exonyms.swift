internal import Languages
internal import Prose

/// Names of one place or body in several languages, by the tables `name-exonyms`: Kyiv and Kiev, OTAN and NATO.
///
/// A row lists the names of one thing; rows of several languages that share a name are one.
struct Exonyms: Sendable {
  private var representative: [String: String] = [:]

  /// The exonyms of some languages.
  init(languages: [Language]) {
    for language in languages {
      for row in language.table("name-exonyms").allRows { add(row.fields.map { Exonyms.normalized($0) }) }
    }
  }

  /// The name that stands for all others of the same thing, or nil for a name of no row. Folded letters.
  func canonical(_ name: String) -> String? { representative[Exonyms.normalized(name)] }

  /// A key that all names of a thing share, for one folded word.
  func key(of folded: [UInt8]) -> UInt64 {
    let word = String(decoding: folded, as: UTF8.self)
    return Fold.hash((representative[word] ?? word).utf8)
  }

  /// Folded letters with single spaces for hyphens and apostrophes.
  static func normalized(_ name: String) -> String {
    let folded = Fold.folded(name)
    return folded.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" || $0 == "." }).joined(separator: " ")
  }

  private mutating func add(_ names: [String]) {
    let known = names.compactMap { representative[$0] }
    guard let chosen = (known + names).min() else { return }
    let merged = Set(known)
    if !merged.isEmpty {
      for (name, old) in representative where merged.contains(old) { representative[name] = chosen }
    }
    for name in names { representative[name] = chosen }
  }
}
