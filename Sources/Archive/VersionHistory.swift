internal import GRDB
package import NewsModel

/// What articles looked like before.
extension Archive {
  /// The ids of articles of which there are several versions.
  package func reworded() throws(ArchiveError) -> Set<String> {
    try read { database in
      try Set(
        String.fetchAll(database, sql: "SELECT article FROM articleVersion GROUP BY article HAVING count(*) > 1"))
    }
  }

  /// The versions of each article that was read in more than one wording, oldest first, by article id.
  ///
  /// Versions that differ in other fields than the text (a new address, an author) count as one with the version before.
  package func versionHistory() throws(ArchiveError) -> [String: [ArticleVersion]] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT v.article, v.seen, v.updated, v.text FROM articleVersion v
          JOIN article a ON a.id = v.article AND a.removed = 0
          WHERE v.article IN (SELECT article FROM articleVersion GROUP BY article HAVING count(*) > 1)
          ORDER BY v.article, v.number = a.current, v.number
          """)
      var found: [String: [ArticleVersion]] = [:]
      var last: (article: String, text: String)?
      while let row = try rows.next() {
        let article: String = row[0]
        let text: String = row[3]
        if let last, last.article == article, last.text == text { continue }
        last = (article, text)
        let seen: String? = row[1]
        found[article, default: []].append(
          ArticleVersion(seenAfter: seen.flatMap { CivilDay(iso: $0) }, updated: row[2]))
      }
      return found.filter { $0.value.count > 1 }
    }
  }
}
