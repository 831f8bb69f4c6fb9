internal import GRDB

/// The archive's tables. A migration, once released, is never changed: what comes next is a new one at the end.
enum ArchiveSchema {
  /// All tables in the order in which they can be filled, for export and import.
  ///
  /// What can be made again from articles (digests, what was read of files, what pages were made from) is not exported.
  static let exported = [
    "articleVersion", "article", "entity", "edition", "correction", "decision", "run", "correctionDetail", "parting",
    "feed",
  ]

  /// The migrations by name, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 articles, digests, identities, editions, runs") { database in
      try database.execute(sql: first)
    }
    migrator.registerMigration("2026-11 what was derived") { database in
      try database.execute(
        sql: """
          CREATE TABLE derived (
            key TEXT PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2026-11 what corrections changed, stories that parted") { database in
      try database.execute(
        sql: """
          CREATE TABLE correctionDetail (
            edition TEXT NOT NULL REFERENCES edition (day) ON DELETE CASCADE, place INTEGER NOT NULL, outlet TEXT,
            removed INTEGER NOT NULL, changes TEXT NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (edition, place)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE parting (
            story TEXT NOT NULL, origin TEXT NOT NULL, noted TEXT, checksum INTEGER NOT NULL,
            PRIMARY KEY (story, origin)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2026-11 how feeds fare") { database in
      try database.execute(
        sql: """
          CREATE TABLE feed (
            url TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT, lastGood TEXT, failingSince TEXT, why TEXT,
            checksum INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2026-11 what lines of files gave") { database in
      // Rows of files hold more now; they are made again by the next run.
      try database.execute(sql: "DELETE FROM sourceFile")
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE articleVersion (
      number INTEGER PRIMARY KEY,
      article TEXT NOT NULL,
      hash TEXT NOT NULL,
      seen TEXT,
      text TEXT NOT NULL, title TEXT, url TEXT, source TEXT, author TEXT, published TEXT,
      publishedBasis TEXT NOT NULL, updated TEXT, language TEXT, file TEXT, guid TEXT,
      notes BLOB NOT NULL,
      UNIQUE (article, hash)
    ) STRICT;
    CREATE TABLE article (
      id TEXT PRIMARY KEY,
      current INTEGER NOT NULL REFERENCES articleVersion (number),
      removed INTEGER NOT NULL DEFAULT 0,
      checksum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE digest (
      version INTEGER PRIMARY KEY REFERENCES articleVersion (number) ON DELETE CASCADE,
      extractor TEXT NOT NULL,
      data BLOB NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE sourceFile (
      path TEXT PRIMARY KEY,
      stamp TEXT NOT NULL,
      versions BLOB NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entity (
      kind TEXT NOT NULL, id TEXT NOT NULL, slug TEXT NOT NULL, members TEXT NOT NULL, successor TEXT, firstSeen TEXT,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE edition (
      day TEXT PRIMARY KEY, number INTEGER NOT NULL, state TEXT NOT NULL, articles TEXT NOT NULL,
      stories TEXT NOT NULL, earlier TEXT NOT NULL, summary TEXT NOT NULL, markdown TEXT, data TEXT, passages TEXT NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE correction (
      number INTEGER PRIMARY KEY,
      edition TEXT NOT NULL REFERENCES edition (day) ON DELETE CASCADE,
      noted TEXT NOT NULL, kind TEXT NOT NULL, article TEXT, checksum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE decision (
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, noted TEXT, checksum INTEGER NOT NULL,
      UNIQUE (kind, subject)
    ) STRICT;
    CREATE TABLE run (
      number INTEGER PRIMARY KEY, report TEXT NOT NULL, checksum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """
}
