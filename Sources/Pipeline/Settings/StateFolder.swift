internal import Archive
internal import Foundation
internal import NewsModel
package import Outside

/// The folder that a site keeps beside it: the archive, the lock, the report of the last run.
///
/// An archive serves one output. The first output built from a folder has `.daybrief/` there; others have folders of
/// their own below it, named for the output's path.
package struct StateFolder: Sendable {
  /// Its path.
  package let path: String
  /// The folder `.daybrief`, and the name of the output in it.
  private let base: String
  private let name: String

  /// The folder of an output: in `.daybrief/` beside `daybrief.yml` where the output lies below it, else beside the
  /// output.
  package init(output: String, configuration: String?) {
    let site = URL(fileURLWithPath: output).standardizedFileURL.path
    let parent = FolderPath.folder(of: site)
    let home = configuration.map { FolderPath.folder(of: URL(fileURLWithPath: $0).standardizedFileURL.path) }
    let folder = home.flatMap { site.hasPrefix($0 + "/") ? $0 : nil } ?? parent
    name = site.dropFirst(folder.count).split(separator: "/").joined(separator: "-")
    base = FolderPath.path(of: ".daybrief", in: folder)
    let owner = StateFolder.owner(of: base)
    path = owner == nil || owner == name ? base : "\(base)/\(name)"
  }

  /// Where an output's folder may be, the configured place first.
  package static func candidates(output: String, configuration: String?) -> [StateFolder] {
    [StateFolder(output: output, configuration: configuration), StateFolder(output: output, configuration: nil)]
  }

  /// The path of the archive.
  package var archivePath: String { "\(path)/\(Archive.fileName)" }
  /// The path of the report of the last run.
  package var reportPath: String { "\(path)/run.json" }
  /// The path of the redactions that were made without a configuration: one file for all outputs of a folder.
  var redactionsPath: String { "\(base)/\(RedactionRegister.fileName)" }

  /// Whether there is a file of no bytes where the archive should be.
  var isArchiveEmpty: Bool { FileTree.kind(of: archivePath) == .file && FileTree.size(of: archivePath) == 0 }

  /// Whether the archive of earlier runs is gone.
  var isArchiveLost: Bool {
    FileTree.kind(of: reportPath) == .file && (isArchiveEmpty || FileTree.kind(of: archivePath) == .missing)
  }

  /// Makes the folder; the first output to come has `.daybrief` itself.
  package func make() throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(path: path, reason: "the folder cannot be made; give write permission")
    }
    guard path == base, StateFolder.owner(of: base) == nil else { return }
    // A link is made or is not: of two runs that come together one has the folder.
    let mine = "\(base)/output.\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try Data((name + "\n").utf8).write(to: URL(fileURLWithPath: mine))
    } catch {
      throw FileError(path: base, reason: "it cannot be written; give write permission, or make room on the disk")
    }
    let made = link(mine, StateFolder.ownerPath(base)) == 0
    unlink(mine)
    guard made || StateFolder.owner(of: base) == name else {
      throw FileError(path: base, reason: "another output took this folder just now; run again")
    }
  }

  /// Takes the lock; nil where another run holds it.
  package func lock() throws(FileError) -> RunLock? { try RunLock(path: "\(path)/lock") }

  /// The texts of all versions of the articles by id, newest first; nil where there is no archive.
  package func texts() throws -> [String: [String]]? {
    guard Archive.exists(at: archivePath) else { return nil }
    return try Archive(path: archivePath).texts()
  }

  private static func ownerPath(_ base: String) -> String { "\(base)/output" }

  private static func owner(of base: String) -> String? {
    FileManager.default.contents(atPath: ownerPath(base)).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
