internal import Foundation
internal import GRDB
internal import NewsModel

/// Small things that a run keeps for the next: what pages were made from, editors' decisions, reports.
extension Archive {
  /// Bytes kept under a key.
  package func state(_ key: String) throws(ArchiveError) -> [UInt8]? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT key, value, checksum FROM state WHERE key = ?", arguments: [key])
      else { return nil }
      var checked = ByteWriter()
      return try RowChecksum.entry(row, of: "state", on: &checked).bytes
    }
  }

  /// Keeps bytes under a key; nil forgets them.
  package func setState(_ key: String, _ bytes: [UInt8]?) throws(ArchiveError) {
    try write { database in
      guard let bytes else {
        return try database.execute(sql: "DELETE FROM state WHERE key = ?", arguments: [key])
      }
      let data = Data(bytes)
      try database.execute(
        sql: "INSERT OR REPLACE INTO state (key, value, checksum) VALUES (?, ?, ?)",
        arguments: [key, data, RowChecksum.of([key, data])])
    }
  }

  /// Keeps bytes under a key; writes where they are others alone.
  package func keep(_ bytes: [UInt8], under key: String) throws(ArchiveError) {
    if try state(key) ?? [] != bytes { try setState(key, bytes) }
  }

  /// What was worked out before and can be worked out again, in bytes by key: sketches, origins, composed stories. Read
  /// on a connection of its own.
  package func derived() throws(ArchiveError) -> [String: [UInt8]] {
    try readBeside { database in
      var values: [String: [UInt8]] = [:]
      var checked = ByteWriter()
      let rows = try Row.fetchCursor(database, sql: "SELECT key, data, checksum FROM derived")
      while let row = try rows.next() {
        let (key, bytes) = try RowChecksum.entry(row, of: "derived", on: &checked)
        values[key] = bytes
      }
      return values
    }
  }

  /// Keeps what was worked out, in bytes by key, and forgets some keys.
  package func keep(derived fresh: [String: [UInt8]], forgetting old: Set<String>) throws(ArchiveError) {
    if fresh.isEmpty && old.isEmpty { return }
    try write { database in
      let delete = try database.makeStatement(sql: "DELETE FROM derived WHERE key = ?")
      for key in old.sorted() { try delete.execute(arguments: [key]) }
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO derived (key, data, checksum) VALUES (?, ?, ?)")
      for key in fresh.keys.sorted() {
        let data = Data(fresh[key] ?? [])
        try insert.execute(arguments: [key, data, RowChecksum.of([key, data])])
      }
    }
  }

  /// Forgets all that was worked out.
  package func forgetDerived() throws(ArchiveError) {
    try write { database in try database.execute(sql: "DELETE FROM derived") }
  }

  /// Notes an editor's decision; one of a kind about a subject is enough.
  package func note(_ kind: Decision.Kind, _ subject: String, on day: String?) throws(ArchiveError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO decision (kind, subject, noted, checksum) VALUES (?, ?, ?, ?)",
        arguments: [kind.rawValue, subject, day, RowChecksum.of([kind.rawValue, subject, day])])
    }
  }

  /// An editor's decision.
  package struct Decision: Sendable, Equatable {
    /// What was decided.
    package enum Kind: String, Sendable {
      /// The edition of a day may be published.
      case approve
      /// A hash of a spelling is to be blacked out.
      case redactName
      /// An article is to be gone.
      case redactArticle
    }
    package var kind: Kind
    package var subject: String
    package var noted: String?
  }

  /// All decisions, oldest first.
  package func decisions() throws(ArchiveError) -> [Decision] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT kind, subject, noted, checksum FROM decision ORDER BY number").map {
        row in
        try RowChecksum.verify(row, of: "decision")
        guard let kind = Decision.Kind(rawValue: row[0]) else { throw Archive.damaged("decision") }
        return Decision(kind: kind, subject: row[1], noted: row[2])
      }
    }
  }

  /// Keeps the report of a run, as JSON.
  package func keepRun(_ report: String) throws(ArchiveError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO run (report, checksum) VALUES (?, ?)", arguments: [report, RowChecksum.of([report])])
    }
  }
}
