package import Foundation
internal import GRDB
internal import NewsModel

/// What an operator does with an archive.
extension Archive {
  /// Copies the archive while it may be in use (SQLite's online backup); the copy is put in place by rename.
  package func backup(to target: String) throws(ArchiveError) {
    let part = target + ".part"
    do {
      try? FileManager.default.removeItem(atPath: part)
      let copy = try DatabaseQueue(path: part)
      try queue.backup(to: copy)
      try copy.close()
      guard rename(part, target) == 0 else {
        throw ArchiveError.unusable(path: target, detail: String(cString: strerror(errno)))
      }
    } catch {
      throw Archive.explained(error, target)
    }
  }

  /// Reads everything, as SQLite sees it and as the checksums do.
  ///
  /// - Returns: how many rows were read.
  /// - Throws: `ArchiveError.corrupt` at the first thing that is wrong.
  package func verify() throws(ArchiveError) -> Int {
    let path = path
    return try read { database in
      let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      guard findings == ["ok"] else {
        throw ArchiveError.corrupt(path: path, detail: findings.first ?? "integrity_check failed")
      }
      guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
        throw ArchiveError.corrupt(path: path, detail: "a row points to one that is not there")
      }
      var rows = 0
      for table in ["sourceFile", "entity", "edition", "state", "derived", "correctionDetail", "parting", "feed"] {
        let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
        while let row = try cursor.next() {
          try RowChecksum.verify(row, of: table)
          rows += 1
        }
      }
      for table in ["correction", "decision", "run"] {
        let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
        while let row = try cursor.next() {
          try RowChecksum.verify(row.dropFirst().map(\.1), of: table)
          rows += 1
        }
      }
      let articles = try Row.fetchCursor(database, sql: "SELECT id, current, checksum FROM article WHERE removed = 0")
      while let row = try articles.next() {
        try RowChecksum.verify(row, of: "article")
        rows += 1
      }
      return try rows + Archive.verifyVersions(database)
    }
  }

  /// Gives back the room of what was removed.
  package func vacuum() throws(ArchiveError) {
    do {
      try queue.vacuum()
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch { throw Archive.explained(error, path) }
  }

  /// Writes what cannot be made again, one JSON object a line: `{"table": …, the columns}`; blobs as base64. The last
  /// line counts those before it, so that an export that was cut off is known: `{"rows": …, "table": "end"}`.
  package func export(_ write: (Data) throws -> Void) throws(ArchiveError) {
    try read { database in
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
      var rows = 0
      for table in ArchiveSchema.exported {
        let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
        while let row = try cursor.next() {
          var object: [String: Any] = ["table": table]
          for (name, value) in row {
            switch value.storage {
            case .null: object[name] = NSNull()
            case .int64(let number): object[name] = number
            case .double(let number): object[name] = number
            case .string(let text): object[name] = text
            case .blob(let data): object[name] = ["base64": data.base64EncodedString()]
            }
          }
          try write(try JSONSerialization.data(withJSONObject: object, options: options))
          rows += 1
        }
      }
      let end: [String: Any] = ["table": Archive.endOfExport, "rows": rows]
      try write(try JSONSerialization.data(withJSONObject: end, options: options))
    }
  }

  private static let endOfExport = "end"

  /// Takes in the lines of an export, all or none; the archive has to be empty.
  ///
  /// - Throws: `ArchiveError.badLine` with the number of the line, from 1.
  package func take(_ lines: some Sequence<(number: Int, line: Data)>) throws(ArchiveError) -> Int {
    let path = path
    return try write { database in
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM articleVersion") == 0 else {
        throw ArchiveError.unusable(path: path, detail: "it holds articles already; import into a new folder")
      }
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      var rows = 0
      var last = 0
      var isWhole = false
      for (number, line) in lines {
        last = number
        do {
          let object = try Archive.object(line)
          if object["table"] as? String == Archive.endOfExport {
            isWhole = (object["rows"] as? Int) == rows
            continue
          }
          try Archive.insert(object, database)
        } catch let error as ArchiveError {
          throw error
        } catch {
          throw ArchiveError.badLine(
            number: number, detail: "this is no line of an export; make it again: archive export")
        }
        rows += 1
      }
      guard isWhole else {
        throw ArchiveError.badLine(
          number: last + 1,
          detail: "the export was cut off here: its last line, which counts the others, is missing or counts more; "
            + "make it again: archive export")
      }
      return rows
    }
  }

  private static func verifyVersions(_ database: Database) throws -> Int {
    var rows = 0
    var checked = ByteWriter()
    let numbers = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns) FROM articleVersion v JOIN article a ON a.id = v.article AND a.removed = 0
        LEFT JOIN digest d ON d.version = v.number
        """)
    while let row = try numbers.next() {
      _ = try version(row, on: &checked)
      rows += 1
    }
    return rows
  }

  private static func object(_ line: Data) throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return object
  }

  private static func insert(_ object: [String: Any], _ database: Database) throws {
    guard let table = object["table"] as? String, ArchiveSchema.exported.contains(table)
    else { throw CocoaError(.fileReadCorruptFile) }
    let known = Set(try database.columns(in: table).map(\.name))
    var values: [(String, (any DatabaseValueConvertible)?)] = []
    for name in object.keys.sorted() where name != "table" {
      guard known.contains(name) else { throw CocoaError(.fileReadCorruptFile) }
      switch object[name] {
      case let text as String: values.append((name, text))
      case let number as NSNumber: values.append((name, number.int64Value))
      case let blob as [String: String]: values.append((name, blob["base64"].flatMap { Data(base64Encoded: $0) }))
      default: values.append((name, nil))
      }
    }
    let names = values.map { "\"\($0.0)\"" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(databaseQuestionMarks(count: values.count)))",
      arguments: StatementArguments(values.map(\.1)))
  }
}
