internal import Foundation
internal import GRDB
internal import NewsModel
internal import Synchronization

/// What earlier mornings read and said, in one SQLite file: articles and their versions, digests, names of pages,
/// editions, editors' decisions, run reports.
///
/// The site can be made from it alone. What it holds carries checksums, so that damage is found and not published.
/// Write-ahead logging keeps it whole when a run is killed; each change of several rows is one transaction.
package final class Archive: Sendable {
  /// The path of its file.
  package let path: String
  let queue: DatabaseQueue
  /// Whether `atOnce` is at work, whose calls share one transaction.
  private let isAtOnce = Atomic(false)

  /// The name of its file in the folder that a build keeps.
  package static let fileName = "archive.sqlite"

  /// Opens an archive, made where it is missing, and brings it up to this version.
  ///
  /// - Throws: `ArchiveError`.
  package init(path: String) throws(ArchiveError) {
    self.path = path
    do {
      var configuration = GRDB.Configuration()
      configuration.journalMode = .wal
      configuration.foreignKeysEnabled = true
      configuration.busyMode = .timeout(5)  // seconds; a reader such as a backup holds it for an instant
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY") }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = ArchiveSchema.migrator
      let unknown = try queue.read { database -> [String] in
        let applied = try migrator.appliedIdentifiers(database)
        return applied.subtracting(migrator.migrations).sorted()
      }
      guard unknown.isEmpty else { throw ArchiveError.newer(path: path, migrations: unknown) }
      try migrator.migrate(queue)
    } catch {
      throw Archive.explained(error, path)
    }
  }

  /// Whether there is an archive at a path.
  package static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Moves an archive that cannot be read, with its log, to a name of its own; returns that name.
  package static func setAside(_ path: String) throws -> String {
    let folder = FolderPath.folder(of: path)
    var number = 1
    var kept: String { FolderPath.path(of: "archive-damaged-\(number).sqlite", in: folder) }
    while exists(at: kept) { number += 1 }
    try FileManager.default.moveItem(atPath: path, toPath: kept)
    for ending in ["-wal", "-shm"] where exists(at: path + ending) {
      try FileManager.default.moveItem(atPath: path + ending, toPath: kept + ending)
    }
    return kept
  }

  /// Reads under one view of the archive.
  func read<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      if isAtOnce.load(ordering: .acquiring) { return try queue.unsafeReentrantWrite(body) }
      return try queue.read(body)
    } catch {
      throw Archive.explained(error, path)
    }
  }

  /// Reads under one view of the archive on a connection of its own, while others read on theirs: write-ahead logging
  /// lets readers go side by side.
  func readBeside<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      var configuration = GRDB.Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)  // seconds
      // What is read once from begin to end needs no room for later.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY") }
      return try DatabaseQueue(path: path, configuration: configuration).read(body)
    } catch {
      throw Archive.explained(error, path)
    }
  }

  /// Changes all that `body` changes, or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      guard isAtOnce.load(ordering: .acquiring) else { return try queue.write(body) }
      return try queue.unsafeReentrantWrite { database in
        var result: T?
        try database.inSavepoint {
          result = try body(database)
          return .commit
        }
        guard let result else { throw ArchiveError.unusable(path: path, detail: "a change of it did not end") }
        return result
      }
    } catch {
      throw Archive.explained(error, path)
    }
  }

  /// Changes all that several calls from within `body` change, or nothing: where the process is killed or something fails
  /// in between, the archive is as it was. Nobody else uses this archive meanwhile; it is not called within itself.
  ///
  /// - Throws: what `body` throws, and `ArchiveError`.
  package func atOnce<T>(_ body: () throws -> T) throws -> T {
    isAtOnce.store(true, ordering: .releasing)
    defer { isAtOnce.store(false, ordering: .releasing) }
    return try queue.unsafeReentrantWrite { database in
      var result: Result<T, any Error>?
      try database.inTransaction {
        result = Result { try body() }
        if case .failure = result { return .rollback }
        return .commit
      }
      guard let result else { throw ArchiveError.unusable(path: path, detail: "a change of it did not end") }
      return try result.get()
    }
  }

  /// An error of SQLite in words of ours.
  static func explained(_ error: any Error, _ path: String) -> ArchiveError {
    switch error {
    case let error as ArchiveError: return error
    case is ByteReader.Malformed, is RowDecodingError:
      return .corrupt(path: path, detail: "a row does not read as it was written")
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
        return .corrupt(path: path, detail: error.message ?? "SQLite cannot read it")
      case .SQLITE_FULL:
        return .unusable(path: path, detail: fullDisk)
      case .SQLITE_IOERR:
        // SQLite does not say why.
        let other = "\(error.message ?? "disk I/O error"); look at the disk and at its cables"
        return .unusable(
          path: path, detail: isFull(path) ? fullDisk : isFileSizeLimited ? fileSizeLimit : other)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
        return .unusable(
          path: path, detail: "it cannot be opened or written; give write permission to it and its folder")
      case .SQLITE_ERROR, .SQLITE_CONSTRAINT:
        // The schema or a key is not what this program wrote.
        return .corrupt(path: path, detail: error.message ?? "a table is not what it was")
      default: return .unusable(path: path, detail: error.message ?? "\(error.resultCode)")
      }
    default: return .unusable(path: path, detail: "\(error)")
    }
  }

  private static let fullDisk = "No space left on device; free space on its disk"
  private static let fileSizeLimit =
    "File too large: the limit for the size of files stops it; raise it (ulimit -f)"

  /// Whether a file's disk has no room for another page of the archive.
  private static func isFull(_ path: String) -> Bool {
    var disk = statvfs()
    guard statvfs(FolderPath.folder(of: path), &disk) == 0 else { return false }
    return UInt64(disk.f_bavail) * UInt64(disk.f_frsize) < 1 << 16
  }

  /// Whether the process may write files of a limited size only, which SQLite tells as an error of the disk.
  private static var isFileSizeLimited: Bool {
    var limit = rlimit()
    #if os(Linux)
      guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return false }
    #else
      guard getrlimit(RLIMIT_FSIZE, &limit) == 0 else { return false }
    #endif
    return limit.rlim_cur != rlim_t.max
  }

  /// What a damaged row is told as.
  static func damaged(_ table: String) -> ArchiveError { .corrupt(path: table, detail: "a row's checksum is wrong") }
}
