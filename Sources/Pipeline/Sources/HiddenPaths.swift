internal import Archive
internal import NewsModel

/// Keeps paths that have the name of a redacted person in them out of the archive: a checksum stands in their place.
///
/// A file is still known by it, and read again only where it changed; whoever guesses the path can confirm the guess.
struct HiddenPaths: Sendable {
  private let redaction: Redaction

  /// Hides what has one of the names of a redaction in it.
  init(_ redaction: Redaction = Redaction(subjects: [])) { self.redaction = redaction }

  /// What was read of files as the archive keeps it.
  func hidden(_ rows: [String: Archive.SourceFile]) -> [String: Archive.SourceFile] {
    guard !redaction.isEmpty else { return rows }
    var kept: [String: Archive.SourceFile] = [:]
    for (path, row) in rows {
      let isHidden = redaction.tells(path)
      var row = row
      for index in row.diagnostics.indices {
        if isHidden, row.diagnostics[index].file == path { row.diagnostics[index].file = nil }
        row.diagnostics[index] = told(row.diagnostics[index])
      }
      kept[isHidden ? HiddenPaths.key(of: path) : path] = row
    }
    return kept
  }

  /// What the archive keeps of files, by the paths that they have; what stays under a checksum is of files that are in
  /// the list no more.
  func restored(_ rows: [String: Archive.SourceFile], of list: SourceList) -> [String: Archive.SourceFile] {
    guard !redaction.isEmpty else { return rows }
    var known = rows
    for path in Set(list.files.flatMap { [$0.path, $0.index].compactMap(\.self) }) where redaction.tells(path) {
      guard var row = known.removeValue(forKey: HiddenPaths.key(of: path)) else { continue }
      for index in row.diagnostics.indices where row.diagnostics[index].file == nil {
        row.diagnostics[index].file = path
      }
      known[path] = row
    }
    return known
  }

  /// A text about a file that may have its path in it, as the archive keeps it.
  func kept(_ text: String, of path: String) -> String {
    redaction.isEmpty || !redaction.tells(path) ? text : HiddenPaths.key(of: text)
  }

  /// What is told of a file, without the names.
  func told(_ diagnostic: Diagnostic) -> Diagnostic {
    guard !redaction.isEmpty else { return diagnostic }
    var told = diagnostic
    told.detail = redaction.withoutFullName(diagnostic.detail)
    if redaction.tells(diagnostic.file) { told.file = diagnostic.file.map(redaction.redacted) }
    return told
  }

  /// Whether a path of the archive is a checksum.
  static func isHidden(_ path: String) -> Bool { path.hasPrefix(mark) }

  private static let mark = "checksum "
  private static func key(of text: String) -> String { mark + Checksum.hex(of: [text]) }
}
