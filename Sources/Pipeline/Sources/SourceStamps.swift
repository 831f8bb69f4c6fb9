internal import Outside

/// How the files of some sources look from outside, with the `articles.yml` beside each; looked at once.
struct SourceStamps: Sendable {
  private let stamps: [String: String]
  /// By the path of an `articles.yml`.
  private let indexes: [String: String]

  /// Looks at the files of a list.
  init(_ list: SourceList) {
    var indexes: [String: String] = [:]
    for path in Set(list.files.compactMap(\.index)) { indexes[path] = FileTree.stamp(of: path) ?? "" }
    self.indexes = indexes
    stamps = Dictionary(list.files.map { ($0.path, FileTree.stamp(of: $0.path) ?? "") }) { first, _ in first }
  }

  /// How a file looks; a file that was written since looks otherwise, and so does one whose `articles.yml` was.
  subscript(file: SourceList.File) -> String {
    [stamps[file.path] ?? "", index(file), file.relative, file.outlet ?? ""].joined(separator: "|")
  }

  /// What reading a file depends on besides its bytes.
  func basis(_ file: SourceList.File) -> String {
    [index(file), file.relative, file.outlet ?? "", Revision.text].joined(separator: "|")
  }

  private func index(_ file: SourceList.File) -> String { file.index.flatMap { indexes[$0] } ?? "" }
}
