internal import GRDB
package import NewsModel

/// Names of pages, and editions.
extension Archive {
  /// What earlier editions fixed.
  package func memory() throws(ArchiveError) -> SiteMemory {
    try read { database in
      SiteMemory(entities: try Archive.entities(database), editions: try Archive.editions(database))
    }
  }

  /// Keeps what an edition fixed: only rows that differ are written.
  package func keep(_ memory: SiteMemory) throws(ArchiveError) {
    try write { database in
      let known = Dictionary(uniqueKeysWithValues: try Archive.entities(database).map { (Key($0), $0) })
      for entity in memory.entities where known[Key(entity)] != entity {
        let values: [(any DatabaseValueConvertible)?] = [
          entity.kind.rawValue, entity.id, entity.slug, entity.members.joined(separator: "\n"), entity.successor,
          entity.firstSeen?.description,
        ]
        try insert("entity", values, database)
      }
      let editions = Dictionary(uniqueKeysWithValues: try Archive.editions(database).map { ($0.day, $0) })
      for edition in memory.editions where editions[edition.day] != edition {
        try database.execute(
          sql: "DELETE FROM correction WHERE edition = ?", arguments: [edition.day.description])
        try insert("edition", Archive.values(edition), database)
        for correction in edition.corrections.sorted() {
          let values: [(any DatabaseValueConvertible)?] = [
            edition.day.description, correction.noted.description, correction.kind.rawValue, correction.article,
          ]
          try database.execute(
            sql: "INSERT INTO correction (edition, noted, kind, article, checksum) VALUES (?, ?, ?, ?, ?)",
            arguments: StatementArguments(values + [RowChecksum.of(values)]))
        }
      }
    }
  }

  /// Forgets pages, and that they ever were.
  package func forget(_ entities: [KnownEntity]) throws(ArchiveError) {
    try write { database in
      for entity in entities {
        try database.execute(
          sql: "DELETE FROM entity WHERE kind = ? AND id = ?", arguments: [entity.kind.rawValue, entity.id])
      }
    }
  }

  private struct Key: Hashable {
    var kind: KnownEntity.Kind
    var id: String
    init(_ entity: KnownEntity) {
      kind = entity.kind
      id = entity.id
    }
  }

  private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?], _ database: Database) throws {
    let marks = databaseQuestionMarks(count: values.count + 1)
    try database.execute(
      sql: "INSERT OR REPLACE INTO \(table) VALUES (\(marks))",
      arguments: StatementArguments(values + [RowChecksum.of(values)]))
  }

  private static func entities(_ database: Database) throws -> [KnownEntity] {
    var found: [KnownEntity] = []
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT kind, id, slug, members, successor, firstSeen, checksum FROM entity ORDER BY kind, id")
    while let row = try rows.next() {
      try RowChecksum.verify(row, of: "entity")
      guard let kind = KnownEntity.Kind(rawValue: row[0]) else { throw damaged("entity") }
      let seen: String? = row[5]
      found.append(
        KnownEntity(
          kind: kind, id: row[1], slug: row[2], members: lines(row[3]), successor: row[4],
          firstSeen: seen.flatMap { CivilDay(iso: $0) }))
    }
    return found
  }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  // MARK: Editions

  private static func values(_ edition: Edition) -> [(any DatabaseValueConvertible)?] {
    let passages = edition.passages.map { "\($0.span.start) \($0.span.end) \($0.article)" }
    return [
      edition.day.description, edition.number, edition.state.rawValue, edition.articles.joined(separator: "\n"),
      edition.stories.joined(separator: "\n"), edition.earlier.joined(separator: "\n"), edition.summary,
      edition.markdown, edition.data,
      passages.joined(separator: "\n"),
    ]
  }

  private static func editions(_ database: Database) throws -> [Edition] {
    var corrections: [String: [Correction]] = [:]
    let notes = try Row.fetchCursor(
      database, sql: "SELECT edition, noted, kind, article, checksum FROM correction ORDER BY number")
    while let row = try notes.next() {
      try RowChecksum.verify(row, of: "correction")
      guard let noted = CivilDay(iso: row[1] as String), let kind = Correction.Kind(rawValue: row[2]) else {
        throw damaged("correction")
      }
      corrections[row[0], default: []].append(Correction(noted: noted, kind: kind, article: row[3]))
    }
    var found: [Edition] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT day, number, state, articles, stories, earlier, summary, markdown, data, passages, checksum
        FROM edition ORDER BY day
        """)
    while let row = try rows.next() {
      try RowChecksum.verify(row, of: "edition")
      let text: String = row[0]
      guard let day = CivilDay(iso: text), let state = Edition.State(rawValue: row[2]) else { throw damaged("edition") }
      var edition = Edition(
        day: day, number: row[1], state: state, articles: lines(row[3]), stories: lines(row[4]), summary: row[6],
        markdown: row[7], data: row[8], passages: lines(row[9]).compactMap(passage),
        corrections: corrections[text] ?? [])
      edition.earlier = lines(row[5])
      found.append(edition)
    }
    return found
  }

  private static func passage(_ line: String) -> Passage? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let start = Int(parts[0]), let end = Int(parts[1]) else { return nil }
    return Passage(article: String(parts[2]), span: Span(start, end))
  }
}
