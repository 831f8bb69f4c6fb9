internal import NewsModel

/// What a language brings: words in files, and no code.
///
/// A language is a folder of text files, the same names in each. A rule asks for a table by name and works, as far as
/// it can, where a table is missing, so a new language may start with few files.
package struct Language: Sendable {
  /// BCP 47: "fr".
  package let code: String
  private let tables: [String: WordTable]

  /// The languages carried by the program, by code.
  package static let all: [Language] = {
    var byCode: [String: [String: WordTable]] = [:]
    for file in EmbeddedFile.files(below: "languages/") {
      let parts = file.path.split(separator: "/")
      guard parts.count == 3, parts[2].hasSuffix(".txt") else { continue }
      byCode[String(parts[1]), default: [:]][String(parts[2].dropLast(4))] = WordTable(parsing: file.text)
    }
    return byCode.keys.sorted().map { Language(code: $0, tables: byCode[$0] ?? [:]) }
  }()

  /// The language of a BCP 47 code ("fr", "fr-CA"), or nil where there is no folder for it.
  package static func named(_ code: String?) -> Language? {
    let primary = LanguageCode.primary(code)
    return all.first { $0.code == primary }
  }

  /// A language without any words, for texts in a language that has no folder.
  package static let unknown = Language(code: "und", tables: [:])

  /// A language made of tables, for tests.
  package init(code: String, tables: [String: WordTable]) {
    self.code = code
    self.tables = tables
  }

  /// The table of a file name without its ending ("months"); an empty one where the language has no such file.
  package func table(_ name: String) -> WordTable { tables[name] ?? WordTable(parsing: "") }

  /// The first fields of a section of a table.
  package func words(_ name: String, section: String = "") -> [String] {
    table(name).rows(section).map { $0[0] }
  }

  /// The names of the tables that it has.
  package var tableNames: [String] { tables.keys.sorted() }
}

/// A text file of words: a row a line, fields parted by tabs, rows grouped under `[section]` lines.
///
/// Lines that start with `#` are comments (the first says what the file is, where it comes from, and its licence);
/// empty lines count for nothing.
package struct WordTable: Sendable {
  private var bySection: [String: [[String]]] = [:]
  /// The sections in the order of the file; "" holds the rows above the first section line.
  package private(set) var sections: [String] = []

  /// Reads a table. Any text is one: what cannot be a section is a row.
  package init(parsing text: String) {
    var section = ""
    var rows: [[String]] = []
    // By bytes: every command reads a hundred tables before it starts.
    for line in text.utf8.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.first == 0x23 || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if line.first == 0x5B, line.last == 0x5D {
        keep(&rows, in: section)
        section = String(Substring(line.dropFirst().dropLast()))
        continue
      }
      rows.append(line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) })
    }
    keep(&rows, in: section)
  }

  private mutating func keep(_ rows: inout [[String]], in section: String) {
    guard !rows.isEmpty else { return }
    if bySection[section] == nil { sections.append(section) }
    bySection[section, default: []] += rows
    rows.removeAll()
  }

  /// The rows of a section, each with at least one field.
  package func rows(_ section: String = "") -> [[String]] { bySection[section] ?? [] }

  /// The rows of all sections, with the section's name.
  package var allRows: [(section: String, fields: [String])] {
    sections.flatMap { section in rows(section).map { (section, $0) } }
  }
}
