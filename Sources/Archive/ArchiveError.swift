/// Why an archive cannot be used.
package enum ArchiveError: Error, Sendable, CustomStringConvertible, Equatable {
  /// Its bytes are not what was written.
  case corrupt(path: String, detail: String)
  /// A later version of the program made it.
  case newer(path: String, migrations: [String])
  /// The disk, its permissions, or another program stand in the way.
  case unusable(path: String, detail: String)
  /// A line of an export that cannot be taken in.
  case badLine(number: Int, detail: String)

  /// What was wrong, where, and what to do.
  package var description: String {
    switch self {
    case .corrupt(let path, let detail): "\(path): the archive is damaged (\(detail))"
    case .newer(let path, let migrations):
      "\(path): a newer version of daybrief made this archive (it knows \(migrations.joined(separator: ", "))); "
        + "use that version, or name another folder"
    case .unusable(let path, let detail): "\(path): the archive cannot be used: \(detail)"
    case .badLine(let number, let detail): "line \(number): \(detail)"
    }
  }
}
