internal import Foundation
internal import NewsModel
internal import Outside
internal import Render

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

  /// What the files name and no template of the program knows, which prints nothing.
  ///
  /// - Parameter folder: where they are.
  static func diagnostics(_ files: [(path: String, text: String)], folder: String?) -> [Diagnostic] {
    Renderer.slips(in: files).map { slip in
      let near = Suggestion.nearest(to: slip.name, in: Array(slip.known)).map { "; did you mean \"\($0)\"?" }
      let text =
        switch slip.kind {
        case .value:
          "no template of the program has a value \"\(slip.name)\", and none is printed, unless the page's index.json has "
            + "one\(near ?? "")"
        case .word: "there is no word \"\(slip.name)\" in words/, and none is printed\(near ?? "")"
        case .file:
          "no page is made of a template of this name, and none contains it\(near ?? "; see templates/README.md")"
        }
      return Diagnostic(.badConfiguration, text, file: (folder.map { "\($0)/" } ?? "") + slip.file, line: slip.line)
    }
  }
}
