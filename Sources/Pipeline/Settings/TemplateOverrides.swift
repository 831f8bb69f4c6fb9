internal import Foundation
internal import Outside

/// A user's own templates and interface words.
enum TemplateOverrides {
  /// The files of a folder, by path below it; empty where no folder is named.
  static func load(_ folder: String?) throws(FileError) -> [(path: String, text: String)] {
    guard let folder else { return [] }
    guard FileTree.kind(of: folder) == .folder else {
      throw FileError(path: folder, reason: "there is no such folder of templates; correct the path or make it")
    }
    var files: [(path: String, text: String)] = []
    for entry in try FileTree.files(below: folder) {
      files.append((entry.relative, String(decoding: try FileTree.read(entry.path), as: UTF8.self)))
    }
    return files
  }
}
