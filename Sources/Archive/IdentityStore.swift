internal import GRDB
package import NewsModel

/// Names of pages, and editions.
extension Archive {
  /// What earlier editions fixed; read on a connection of its own.
  package func memory() throws(ArchiveError) -> SiteMemory {
    try readBeside { database in
      SiteMemory(
        entities: try Archive.entities(database), editions: try Archive.editions(database),
        partings: try Archive.partings(database))
    }
  }

  /// Keeps what an edition fixed: only rows that differ are written.
  package func keep(_ memory: SiteMemory) throws(ArchiveError) { try keep(memory, after: try self.memory()) }

  /// Keeps what an edition fixed, where it is known what the archive holds.
  package func keep(_ memory: SiteMemory, after before: SiteMemory) throws(ArchiveError) {
    try write { database in
      let entities = Dictionary(uniqueKeysWithValues: before.entities.map { (Key($0), $0) })
      for entity in memory.entities where entities[Key(entity)] != entity {
        let values: [(any DatabaseValueConvertible)?] = [
          entity.kind.rawValue, entity.id, entity.slug, entity.members.joined(separator: "\n"), entity.successor,
          entity.firstSeen?.description,
        ]
        try insert("entity", values, database)
      }
      let editions = Dictionary(uniqueKeysWithValues: before.editions.map { ($0.day, $0) })
      for edition in memory.editions where editions[edition.day] != edition {
        for table in ["correction", "correctionDetail"] {
          try database.execute(
            sql: "DELETE FROM \(table) WHERE edition = ?", arguments: [edition.day.description])
        }
        try insert("edition", Archive.values(edition), database)
        for (place, correction) in edition.corrections.sorted().enumerated() {
          let values: [(any DatabaseValueConvertible)?] = [
            edition.day.description, correction.noted.description, correction.kind.rawValue, correction.article,
          ]
          try database.execute(
            sql: "INSERT INTO correction (edition, noted, kind, article, checksum) VALUES (?, ?, ?, ?, ?)",
            arguments: StatementArguments(values + [RowChecksum.of(values)]))
          if let detail = try Archive.detail(of: correction, edition.day, place) {
            try insert("correctionDetail", detail, database)
          }
        }
      }
      let known = Set(before.partings)
      for parting in memory.partings where !known.contains(parting) {
        try insert("parting", [parting.story, parting.origin, parting.noted?.description], database)
      }
    }
  }

  /// Forgets pages, and that they ever were.
  package func forget(_ entities: [KnownEntity]) throws(ArchiveError) {
    try write { database in
      for entity in entities {
        try database.execute(
          sql: "DELETE FROM entity WHERE kind = ? AND id = ?", arguments: [entity.kind.rawValue, entity.id])
        if entity.kind == .story {
          try database.execute(sql: "DELETE FROM parting WHERE ?1 IN (story, origin)", arguments: [entity.id])
        }
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
    var checked = ByteWriter()
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT kind, id, slug, members, successor, firstSeen, checksum FROM entity ORDER BY kind, id")
    while let row = try rows.next() {
      let (kind, id, slug, members): (String, String, String, String) = (row[0], row[1], row[2], row[3])
      let (successor, seen): (String?, String?) = (row[4], row[5])
      let checksum: Int64? = row[6]
      guard checksum == RowChecksum.of(kind, id, slug, members, successor, seen, on: &checked),
        let kind = KnownEntity.Kind(rawValue: kind)
      else { throw damaged("entity") }
      found.append(
        KnownEntity(
          kind: kind, id: id, slug: slug, members: lines(members), successor: successor,
          firstSeen: seen.flatMap { CivilDay(iso: $0) }))
    }
    return found
  }

  private static func partings(_ database: Database) throws -> [Parting] {
    try Row.fetchAll(database, sql: "SELECT story, origin, noted, checksum FROM parting ORDER BY story, origin").map {
      row in
      try RowChecksum.verify(row, of: "parting")
      let noted: String? = row[2]
      return Parting(story: row[0], origin: row[1], noted: noted.flatMap { CivilDay(iso: $0) })
    }
  }

  static func lines(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
