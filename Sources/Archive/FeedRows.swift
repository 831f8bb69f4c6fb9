internal import GRDB
package import NewsModel

/// How the feeds of a site fare.
extension Archive {
  /// The feeds as the last build saw them, in the order of the configuration.
  package func feeds() throws(ArchiveError) -> [FeedReport] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT url, place, title, lastGood, failingSince, why, checksum FROM feed ORDER BY place, url")
      return try rows.map { row in
        try RowChecksum.verify(row, of: "feed")
        let lastGood: String? = row[3]
        let failingSince: String? = row[4]
        return FeedReport(
          url: row[0], title: row[2], lastGood: lastGood.flatMap { CivilDay(iso: $0) },
          failingSince: failingSince.flatMap { CivilDay(iso: $0) }, why: row[5])
      }
    }
  }

  /// Keeps the feeds of a site; those that are not among them are forgotten.
  package func keep(_ feeds: [FeedReport]) throws(ArchiveError) {
    try write { database in
      try database.execute(sql: "DELETE FROM feed")
      let insert = try database.makeStatement(
        sql: """
          INSERT OR REPLACE INTO feed (url, place, title, lastGood, failingSince, why, checksum)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for (place, feed) in feeds.enumerated() {
        let lastGood = feed.lastGood?.description
        let failingSince = feed.failingSince?.description
        try insert.execute(arguments: [
          feed.url, place, feed.title, lastGood, failingSince, feed.why,
          RowChecksum.of([feed.url, place, feed.title, lastGood, failingSince, feed.why]),
        ])
      }
    }
  }

  /// Forgets what was read of files that are gone.
  package func forget(files paths: [String]) throws(ArchiveError) {
    if paths.isEmpty { return }
    try write { database in
      let delete = try database.makeStatement(sql: "DELETE FROM sourceFile WHERE path = ?")
      for path in paths { try delete.execute(arguments: [path]) }
    }
  }
}
