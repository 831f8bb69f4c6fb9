internal import Outside

/// Which files of some sources are the same as before, with the `articles.yml` beside each; looked at once.
struct SourceStamps: Sendable {
  private let stamps: [String: String]
  /// By the path of an `articles.yml`.
  private let indexes: [String: String]

  /// Looks at the files of a list.
  ///
  /// - Parameter stamp: what is equal for a path as long as its file is the same: how it looks from outside, or what
  ///   `FileContents` knows of its bytes.
  init(_ list: SourceList, stamp: (String) -> String = { FileTree.stamp(of: $0) ?? "" }) {
    var indexes: [String: String] = [:]
    for path in Set(list.files.compactMap(\.index)) { indexes[path] = stamp(path) }
    self.indexes = indexes
    stamps = Dictionary(list.files.map { ($0.path, stamp($0.path)) }) { first, _ in first }
  }

  /// The stamp of a file; a file that changed has another one, and so has one whose `articles.yml` did.
  subscript(file: SourceList.File) -> String {
    [stamps[file.path] ?? "", index(file), file.relative, file.outlet ?? ""].joined(separator: "|")
  }

  /// What reading a file depends on besides its bytes.
  func basis(_ file: SourceList.File) -> String {
    [index(file), file.relative, file.outlet ?? "", Revision.text].joined(separator: "|")
  }

  /// The stamp of an `articles.yml`.
  func index(at path: String) -> String { indexes[path] ?? "" }

  private func index(_ file: SourceList.File) -> String { file.index.map(index(at:)) ?? "" }
}
