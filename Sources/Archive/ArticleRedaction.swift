internal import Foundation
internal import GRDB
package import NewsModel

/// What is taken out of the articles that the archive holds, for good.
extension Archive {
  /// Removes an article with all its versions; its id stays blocked.
  package func remove(article id: String) throws(ArchiveError) -> Bool {
    try write { database in
      guard
        let first = try Int64.fetchOne(
          database, sql: "SELECT current FROM article WHERE id = ? AND removed = 0", arguments: [id])
      else { return false }
      try database.execute(
        sql: "DELETE FROM articleVersion WHERE article = ? AND number <> ?", arguments: [id, first])
      try database.execute(sql: "DELETE FROM digest WHERE version = ?", arguments: [first])
      try database.execute(
        sql: """
          UPDATE articleVersion SET text = '', title = NULL, url = NULL, source = NULL, author = NULL, published = NULL,
            publishedBasis = 'unknown', updated = NULL, language = NULL, file = NULL, guid = NULL, notes = ?, hash = ''
          WHERE number = ?
          """, arguments: [Data(DigestCoding.notes(of: Article(id: id, text: ""))), first])
      try database.execute(sql: "UPDATE article SET removed = 1 WHERE id = ?", arguments: [id])
      return true
    }
  }

  /// Changes the articles of all versions; what a change leaves as it was stays. Digests of changed ones are forgotten.
  /// An article of which a version gets another id has that id in all of them, and in decisions.
  ///
  /// - Parameters:
  ///   - change: also asked for articles that were removed, of which nothing but the id is left.
  ///   - text: what becomes of other words: reports of runs.
  /// - Returns: the articles that changed: their ids, and what these are now.
  package func redact(
    _ change: (Article) -> Article, text: (String) -> String
  ) throws(ArchiveError) -> [String: String] {
    try write { database in
      let versions = try Archive.versions(
        database, "", "JOIN article a ON a.id = v.article ORDER BY v.number", [])
      var changed: [String: String] = [:]
      var made: [(version: Version, article: Article)] = []
      for version in versions {
        let article = change(version.article)
        guard article != version.article else { continue }
        if changed[version.article.id].map({ $0 == version.article.id }) ?? true {
          changed[version.article.id] = article.id
        }
        made.append((version, article))
      }
      for (version, article) in made {
        try Archive.replace(version, by: article, database)
      }
      for (old, new) in changed where old != new { try Archive.rename(old, new, database) }
      for row in try Row.fetchAll(database, sql: "SELECT number, report FROM run") {
        let (number, report): (Int64, String) = (row[0], row[1])
        let now = text(report)
        guard now != report else { continue }
        try database.execute(
          sql: "UPDATE run SET report = ?, checksum = ? WHERE number = ?",
          arguments: [now, RowChecksum.of([now]), number])
      }
      return changed
    }
  }

  /// Puts an article in place of a version's; its id stays for now.
  private static func replace(_ version: Version, by article: Article, _ database: Database) throws {
    let hash = Archive.hash(of: article)
    let twin = try Int64.fetchOne(
      database, sql: "SELECT number FROM articleVersion WHERE article = ? AND hash = ?",
      arguments: [version.article.id, hash])
    if let twin {
      // Without the words two versions are one.
      try database.execute(
        sql: "UPDATE article SET current = ?1, checksum = ?2 WHERE current = ?3",
        arguments: [twin, RowChecksum.of([version.article.id, twin]), version.number])
      try database.execute(sql: "DELETE FROM articleVersion WHERE number = ?", arguments: [version.number])
      return
    }
    try database.execute(sql: "DELETE FROM digest WHERE version = ?", arguments: [version.number])
    try database.execute(
      sql: """
        UPDATE articleVersion SET text = ?, title = ?, url = ?, source = ?, author = ?, file = ?, guid = ?, notes = ?,
          hash = ? WHERE number = ?
        """,
      arguments: [
        article.text, article.title, article.url, article.source, article.author, article.file, article.guid,
        Data(DigestCoding.notes(of: article)), hash, version.number,
      ])
  }

  /// Gives an article another id.
  private static func rename(_ old: String, _ new: String, _ database: Database) throws {
    let row = try Row.fetchOne(database, sql: "SELECT current, removed FROM article WHERE id = ?", arguments: [old])
    guard let row else { throw Archive.damaged("article") }
    let (current, removed): (Int64, Int) = (row[0], row[1])
    try database.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [old])
    try database.execute(
      sql: "INSERT OR REPLACE INTO article (id, current, removed, checksum) VALUES (?, ?, ?, ?)",
      arguments: [new, current, removed, RowChecksum.of([new, current])])
    try database.execute(sql: "UPDATE articleVersion SET article = ? WHERE article = ?", arguments: [new, old])
    for row in try Row.fetchAll(database, sql: "SELECT number, kind, subject, noted FROM decision") {
      let (number, kind, subject, noted): (Int64, String, String, String?) = (row[0], row[1], row[2], row[3])
      guard subject == old || subject.hasSuffix(" \(old)") else { continue }
      let now = subject.dropLast(old.count) + new
      try database.execute(
        sql: "UPDATE decision SET subject = ?, checksum = ? WHERE number = ?",
        arguments: [String(now), RowChecksum.of([kind, String(now), noted]), number])
    }
  }
}
