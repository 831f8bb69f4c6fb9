internal import Foundation
internal import GRDB

/// Small things that a run keeps for the next: what pages were made from, editors' decisions, reports.
extension Archive {
  /// Bytes kept under a key.
  package func state(_ key: String) throws(ArchiveError) -> [UInt8]? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT key, value, checksum FROM state WHERE key = ?", arguments: [key])
      else { return nil }
      try RowChecksum.verify(row, of: "state")
      return [UInt8](row[1] as Data)
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

  /// The stories that were composed before, in bytes by key.
  package func composedStories() throws(ArchiveError) -> [String: [UInt8]] {
    try read { database in
      var stories: [String: [UInt8]] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT key, data, checksum FROM composedStory")
      while let row = try rows.next() {
        try RowChecksum.verify(row, of: "composedStory")
        stories[row[0]] = [UInt8](row[1] as Data)
      }
      return stories
    }
  }

  /// Keeps stories, in bytes by key, and forgets those whose key is not in use; nil forgets none.
  package func keep(composedStories fresh: [String: [UInt8]], inUse: Set<String>?) throws(ArchiveError) {
    try write { database in
      if let inUse {
        for key in try String.fetchAll(database, sql: "SELECT key FROM composedStory") where !inUse.contains(key) {
          try database.execute(sql: "DELETE FROM composedStory WHERE key = ?", arguments: [key])
        }
      }
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO composedStory (key, data, checksum) VALUES (?, ?, ?)")
      for key in fresh.keys.sorted() {
        let data = Data(fresh[key] ?? [])
        try insert.execute(arguments: [key, data, RowChecksum.of([key, data])])
      }
    }
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
