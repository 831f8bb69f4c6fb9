internal import Languages
internal import Prose

/// Which words are forms of one given name, by the tables `name-given-forms` of all languages.
///
/// A person of two languages is written in both ("Volodymyr", "Vladimir"), and Latin texts translate given names
/// ("Ioannes"); Steinberger & Pouliquen (2007) keep such lists beside their rules. "Jean" and "John" stay two: only a Latin
/// form ties to each of them.
struct GivenForms: Sendable {
  /// By folded word: the numbers of the rows that it stands in, Latin forms as their row's negative.
  private let rows: [String: [Int]]
  /// Folded endings that languages add to foreign names, longest first.
  let endings: [[UInt8]]
  /// A word that an ending leaves shorter than this is another word, in letters.
  static let shortestStem = 4

  /// The forms of some languages.
  init(languages: [Language]) {
    var rows: [String: [Int]] = [:]
    var number = 0
    var endings: Set<String> = []
    for language in languages {
      let table = language.table("name-given-forms")
      for (section, isLatin) in [("spelling", false), ("Latin", true)] {
        for row in table.rows(section) {
          number += 1
          for (place, word) in row.enumerated() {
            rows[Fold.folded(word), default: []].append(isLatin && place == 0 ? -number : number)
          }
        }
      }
      // Of a Latin row only the first word ties: the row's number is in no other pair.
      endings.formUnion(table.rows("ending").map { Fold.folded($0[0]) })
    }
    self.rows = rows
    self.endings = endings.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map { Array($0.utf8) }
    latinRows = Set(rows.values.joined().filter { $0 < 0 }.map { -$0 })
  }

  private let latinRows: Set<Int>

  /// The rows of a folded word.
  func forms(of word: String) -> [Int] { rows[word] ?? [] }

  /// Whether the rows of two words say that they are one name.
  func areOne(_ a: [Int], _ b: [Int]) -> Bool {
    for x in a {
      for y in b where abs(x) == abs(y) {
        if !latinRows.contains(abs(x)) || x < 0 || y < 0 { return true }
      }
    }
    return false
  }
}
