internal import Foundation
internal import NewsModel
internal import Outside
internal import Read

/// What the `articles.yml` files of the sources say.
struct SourceIndexes: Sendable {
  private var byPath: [String: ArticlesIndex] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [SourceList.File]) {
    for path in Set(files.compactMap(\.index)).sorted() {
      let (index, found) = SourceIndexes.index(at: path)
      byPath[path] = index
      diagnostics += found
    }
  }

  /// An `articles.yml`, and what is wrong with it: entries for files that are not there too.
  static func index(at path: String) -> (index: ArticlesIndex, diagnostics: [Diagnostic]) {
    do {
      let text = String(decoding: try FileTree.read(path), as: UTF8.self)
      var (index, diagnostics) = ArticlesIndex.parse(text, file: path)
      if index.isUnreadable || !index.incomplete.isEmpty {
        let held = index.isUnreadable ? "the files beside it" : index.incomplete.sorted().joined(separator: ", ")
        for at in diagnostics.indices.prefix(1) {
          diagnostics[at].detail +=
            (diagnostics[at].detail.hasSuffix(".") ? "" : ".")
            + " Until it is mended nothing new is read of \(held), since an outlet's rights may hang on it"
        }
      }
      let folder = FolderPath.folder(of: path)
      for (name, line) in index.lines.sorted(by: { $0.value < $1.value }) {
        guard FileTree.kind(of: FolderPath.path(of: name, in: folder)) == .missing else { continue }
        let detail = "there is no file \"\(name)\" beside it; correct the name, or take the entry out"
        diagnostics.append(Diagnostic(.badConfiguration, detail, file: path, line: line))
      }
      return (index, diagnostics)
    } catch {
      return (.unreadable, [Diagnostic(.unreadable, "\(error.reason); give read permission", file: path)])
    }
  }

  /// Whether what is known of a file cannot be read, so that the file is not either: what may be printed of it, and what
  /// it is called, may hang on it.
  func isHeldBack(_ file: SourceList.File) -> Bool {
    guard file.outlet == nil, let index = file.index.flatMap({ byPath[$0] }) else { return false }
    return index.isUnreadable || index.incomplete.contains(FolderPath.name(of: file.path))
  }

  func metadata(of file: SourceList.File) -> GivenMetadata? {
    if let outlet = file.outlet { return GivenMetadata(source: outlet) }
    guard let index = file.index.flatMap({ byPath[$0] }) else { return nil }
    return index.metadata(of: FolderPath.name(of: file.path))
  }
}
