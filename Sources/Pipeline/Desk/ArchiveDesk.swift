internal import Archive
package import Foundation
package import NewsModel
package import Outside

/// What an operator and an editor do with the archive of a site: copies, proofs, approvals, redactions.
package struct ArchiveDesk: Sendable {
  let state: StateFolder
  let configuration: Configuration

  /// The archive of an output, where a build left it.
  ///
  /// - Parameter file: where the configuration is from, if there is one.
  /// - Throws: `FileError` where there is none, or nothing but an empty file.
  package init(output: String, configuration: Configuration, file: String?) throws(FileError) {
    let candidates = StateFolder.candidates(output: output, configuration: file)
    guard let found = candidates.first(where: { Archive.exists(at: $0.archivePath) }) else {
      throw FileError(path: candidates[0].archivePath, reason: "there is no archive yet; run: daybrief build")
    }
    guard !found.isArchiveEmpty else {
      throw FileError(
        path: found.archivePath,
        reason: "the archive is empty, 0 bytes; put a backup in its place, or make a new one from the sources: "
          + "daybrief build")
    }
    state = found
    self.configuration = configuration
  }

  /// Takes the lock of the site for the time of some work; nil where a build holds it.
  func locked<T>(_ work: (Archive) throws -> T) throws -> T? {
    guard let lock = try state.lock() else { return nil }
    defer { withExtendedLifetime(lock) {} }
    return try work(Archive(path: state.archivePath))
  }

  /// Copies the archive to a file, also while a build runs.
  ///
  /// - Parameter replaces: whether a file that is there already makes room.
  package func backup(to target: String, replaces: Bool) throws {
    if !replaces, FileTree.kind(of: target) != .missing {
      throw FileError(path: target, reason: "there is such a file already; name another, or give --force to replace it")
    }
    try Archive(path: state.archivePath).backup(to: target)
  }

  /// Reads all of it; answers the number of rows.
  package func verify() throws -> Int { try Archive(path: state.archivePath).verify() }

  /// Gives back room; answers the bytes before and after, or nil where a build runs.
  package func vacuum() throws -> (before: Int, after: Int)? {
    func size() -> Int { FileTree.size(of: state.archivePath) ?? 0 }
    let before = size()
    return try locked { archive in
      try archive.vacuum()
      return (before, size())
    }
  }

  /// Writes what cannot be made again, one JSON object a line.
  package func export(_ write: (Data) throws -> Void) throws { try Archive(path: state.archivePath).export(write) }

  /// Makes an archive from the lines of an export; answers the number of rows.
  package static func take(_ data: Data, output: String, configuration: String?) throws -> Int {
    let state = StateFolder(output: output, configuration: configuration)
    try state.make()
    let archive = try Archive(path: state.archivePath)
    let lines = JSONLines(data).map { (number: $0.number, line: $0.line) }
    let rows = try archive.take(lines)
    _ = try archive.verify()
    return rows
  }

  /// Approves the edition of a day; nil where a build runs.
  package func approve(_ day: CivilDay) throws -> Approvals.Outcome? {
    try locked { archive in
      let outcome = try Approvals(archive: archive).approve(day)
      try BuildMemo.forgetOutcome(in: archive)
      return outcome
    }
  }
}
