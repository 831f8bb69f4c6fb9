internal import Foundation
internal import GRDB
package import NewsModel

/// Articles, their versions and their digests.
extension Archive {
  /// What is known of a file that was read: how it looked, and the versions of articles that it held.
  package struct SourceFile: Sendable {
    /// Size, time of change and inode, with the version of the reader; equal stamps mean an unchanged file.
    package var stamp: String
    package var versions: [Int64]
    /// What could not be used in it.
    package var diagnostics: [Diagnostic]
    /// Of a file of JSON lines those that are read alike wherever they stand.
    package var lines: Lines

    /// A file that was read.
    package init(stamp: String, versions: [Int64], diagnostics: [Diagnostic], lines: Lines = Lines()) {
      self.stamp = stamp
      self.versions = versions
      self.diagnostics = diagnostics
      self.lines = lines
    }

    /// Lines, by their bytes, and the versions of articles that they gave.
    package struct Lines: Sendable {
      /// What reading them depends on besides their bytes.
      package var basis = ""
      package var versions: [ContentMark: Int64] = [:]

      /// No lines.
      package init() {}
    }
  }

  /// A version of an article with its digest.
  package struct Version: Sendable {
    package var number: Int64
    /// Of the article's content: text and all that is known of it.
    package var hash: String
    /// The day of the edition that was the newest when it was read.
    package var seen: CivilDay?
    package var article: Article
    /// Nil where it was made by another version of the extractor.
    package var digest: Digest?
  }

  /// The files that were read, by path.
  package func sourceFiles() throws(ArchiveError) -> [String: SourceFile] {
    try read { database in
      var files: [String: SourceFile] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT path, stamp, versions, checksum FROM sourceFile")
      while let row = try rows.next() {
        try RowChecksum.verify(row, of: "sourceFile")
        let path: String = row[0]
        let data: Data = row[2]
        let file = try data.withUnsafeBytes { bytes in
          var input = ByteReader(bytes)
          return SourceFile(
            stamp: row[1], versions: try input.list { input throws(ByteReader.Malformed) in Int64(try input.int()) },
            diagnostics: try input.diagnostics(), lines: try input.lines())
        }
        files[path] = file
      }
      return files
    }
  }

  /// Keeps what was read of files.
  package func keep(_ files: [String: SourceFile]) throws(ArchiveError) {
    try write { database in
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO sourceFile (path, stamp, versions, checksum) VALUES (?, ?, ?, ?)")
      for path in files.keys.sorted() {
        guard let file = files[path] else { continue }
        var out = ByteWriter()
        out.put(file.versions) { $0.put(Int($1)) }
        out.put(file.diagnostics)
        out.put(file.lines)
        let data = Data(out.bytes)
        try insert.execute(
          arguments: [path, file.stamp, data, RowChecksum.of([path, file.stamp, data])])
      }
    }
  }

  /// The content hash of an article.
  package static func hash(of article: Article) -> String {
    var out = ByteWriter()
    return mark(of: article, on: &out).hexadecimal
  }

  /// The content hash of an article in bits.
  ///
  /// - Parameter out: room for the bytes; what it held is gone.
  private static func mark(of article: Article, on out: inout ByteWriter) -> ContentMark {
    let fields = [
      article.title, article.url, article.source, article.author, article.published, article.publishedBasis.rawValue,
      article.updated, article.language, article.file, article.guid,
    ]
    out.removeAll()
    out.put(article.id)
    out.put(article.text)
    for field in fields { out.put(field) { $0.put($1) } }
    DigestCoding.notes(of: article).withUnsafeBytes { out.put($0) }
    return out.bytes.withUnsafeBytes(Checksum.mark)
  }

  /// The current versions of all articles that were not removed, sorted by article id; read on a connection of its own.
  ///
  /// - Parameter extractor: digests of another version of it are left out.
  package func current(extractor: String) throws(ArchiveError) -> [Version] {
    try readBeside { database in
      // By the key of the ids: by those of the versions SQLite would sort all texts and digests.
      try Archive.versions(
        database, extractor, "JOIN article a ON a.current = v.number AND a.removed = 0 ORDER BY a.id", [])
    }
  }

  /// Some versions by number.
  package func versions(_ numbers: [Int64], extractor: String) throws(ArchiveError) -> [Version] {
    try read { database in
      var found: [Version] = []
      // SQLite takes a few hundred parameters in one statement.
      for start in stride(from: 0, to: numbers.count, by: 500) {
        let part = numbers[start..<min(start + 500, numbers.count)]
        let marks = databaseQuestionMarks(count: part.count)
        found += try Archive.versions(
          database, extractor, "WHERE v.number IN (\(marks))", StatementArguments(Array(part)))
      }
      return found
    }
  }

  /// All versions of an article, without digests.
  package func versions(of id: String) throws(ArchiveError) -> [Article] {
    try read { database in
      try Archive.versions(database, "", "WHERE v.article = ? ORDER BY v.number", [id]).map(\.article)
    }
  }

  /// The texts of all versions of all articles by article id, newest version first: what a site may quote.
  package func texts() throws(ArchiveError) -> [String: [String]] {
    try read { database in
      var texts: [String: [String]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT v.article, v.text FROM articleVersion v JOIN article a ON a.id = v.article AND a.removed = 0
          ORDER BY v.article, v.number = a.current DESC, v.number DESC
          """)
      while let row = try rows.next() { texts[row[0], default: []].append(row[1]) }
      return texts
    }
  }

  /// The texts of all versions of some articles by article id, newest version first.
  package func texts(of ids: Set<String>) throws(ArchiveError) -> [String: [String]] {
    try column("text", of: ids)
  }

  /// The titles of all versions of some articles by article id, newest version first; versions without one are left out.
  package func titles(of ids: Set<String>) throws(ArchiveError) -> [String: [String]] {
    try column("title", of: ids)
  }

  private func column(_ name: String, of ids: Set<String>) throws(ArchiveError) -> [String: [String]] {
    if ids.isEmpty { return [:] }
    return try read { database in
      let find = try database.makeStatement(
        sql: """
          SELECT v.\(name) FROM articleVersion v JOIN article a ON a.id = v.article AND a.removed = 0
          WHERE v.article = ? AND v.\(name) IS NOT NULL ORDER BY v.number = a.current DESC, v.number DESC
          """)
      return try ids.sorted().reduce(into: [:]) { found, id in
        found[id] = try String.fetchAll(find, arguments: [id])
      }
    }
  }

  /// Keeps digests with their articles, and makes them the current versions.
  ///
  /// An article whose content is known already gets no new version. What an article looked like before stays.
  ///
  /// - Parameters:
  ///   - day: the newest day that the run knows.
  /// - Returns: the number of each digest's version, in order.
  package func keep(_ digests: [Digest], extractor: String, day: CivilDay?) throws(ArchiveError) -> [Int64] {
    try write { database in
      let find = try database.makeStatement(
        sql: "SELECT number FROM articleVersion WHERE article = ? AND hash = ?")
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO articleVersion (article, hash, seen, text, title, url, source, author, published,
            publishedBasis, updated, language, file, guid, notes)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      let point = try database.makeStatement(
        sql: """
          INSERT INTO article (id, current, removed, checksum) VALUES (?1, ?2, 0, ?3)
          ON CONFLICT (id) DO UPDATE SET current = ?2, checksum = ?3 WHERE removed = 0 AND current <> ?2
          """)
      let save = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO digest (version, extractor, data, checksum) VALUES (?, ?, ?, ?)")
      return try digests.map { digest in
        let article = digest.article
        let hash = Archive.hash(of: article)
        var number = try Int64.fetchOne(find, arguments: [article.id, hash])
        if number == nil {
          try insert.execute(arguments: [
            article.id, hash, day?.description, article.text, article.title, article.url, article.source,
            article.author, article.published, article.publishedBasis.rawValue, article.updated, article.language,
            article.file, article.guid, Data(DigestCoding.notes(of: article)),
          ])
          number = database.lastInsertedRowID
        }
        guard let number else { throw Archive.damaged("articleVersion") }
        try point.execute(arguments: [article.id, number, RowChecksum.of([article.id, number])])
        let data = DigestCoding.bytes(of: digest)
        try save.execute(arguments: [number, extractor, Data(data), Checksum.number(data)])
        return number
      }
    }
  }

  /// Forgets what was read of files, so that the next run reads all of them again.
  package func forgetSourceFiles() throws(ArchiveError) {
    try write { try $0.execute(sql: "DELETE FROM sourceFile") }
  }

  /// The ids of all articles, removed ones too.
  package func articles() throws(ArchiveError) -> Set<String> {
    try read { try Set(String.fetchAll($0, sql: "SELECT id FROM article")) }
  }

  /// The ids of articles that were removed and are not to come back.
  package func removedArticles() throws(ArchiveError) -> Set<String> {
    try read { try Set(String.fetchAll($0, sql: "SELECT id FROM article WHERE removed = 1")) }
  }

  /// What `version(_:)` reads, of versions as `v` and their digests as `d`.
  static let columns = """
    v.number, v.article, v.hash, v.seen, v.text, v.title, v.url, v.source, v.author, v.published, v.publishedBasis,
    v.updated, v.language, v.file, v.guid, v.notes, d.data, d.checksum
    """

  /// Versions with their digests by an extractor.
  ///
  /// - Parameters:
  ///   - rest: the end of the statement, which says what versions and in what order.
  ///   - arguments: of the rest.
  static func versions(
    _ database: Database, _ extractor: String, _ rest: String, _ arguments: StatementArguments
  ) throws -> [Version] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns) FROM articleVersion v LEFT JOIN digest d ON d.version = v.number AND d.extractor = ? \(rest)
        """, arguments: [extractor] + arguments)
    var found: [Version] = []
    var checked = ByteWriter()
    while let row = try rows.next() { found.append(try version(row, on: &checked)) }
    return found
  }

  /// The version that a row of `columns` holds.
  ///
  /// - Parameter out: room for the bytes of its content.
  static func version(_ row: Row, on out: inout ByteWriter) throws -> Version {
    guard let basis = PublishedBasis(rawValue: row[10]) else { throw damaged("articleVersion") }
    var article = Article(
      id: row[1], text: row[4], title: row[5], url: row[6], source: row[7], author: row[8], published: row[9],
      publishedBasis: basis, updated: row[11], language: row[12], file: row[13], guid: row[14])
    try row.withUnsafeData(atIndex: 15) { data in
      try (data ?? Data()).withUnsafeBytes { try DigestCoding.setNotes($0, of: &article) }
    }
    let hash: String = row[2]
    // Of an article that was removed nothing but its id is left to compare.
    guard hash.isEmpty ? article.text.isEmpty : hash == mark(of: article, on: &out).hexadecimal else {
      throw damaged("articleVersion")
    }
    let seen: String? = row[3]
    var version = Version(number: row[0], hash: hash, seen: seen.flatMap { CivilDay(iso: $0) }, article: article)
    let checksum: Int64? = row[17]
    version.digest = try row.withUnsafeData(atIndex: 16) { data -> Digest? in
      guard let data else { return nil }
      return try data.withUnsafeBytes { bytes in
        guard Checksum.number(bytes) == checksum else { throw damaged("digest") }
        return try DigestCoding.digest(bytes, of: article)
      }
    }
    return version
  }
}
