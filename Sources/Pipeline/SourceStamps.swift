internal import Outside

/// How the files of some sources look from outside, with the `articles.yml` beside each; looked at once.
struct SourceStamps: Sendable {
  private let stamps: [String: String]

  /// Looks at the files of a list.
  init(_ list: SourceList) {
    var indexes: [String: String] = [:]
    var stamps: [String: String] = [:]
    for file in list.files {
      var index = ""
      if let path = file.index {
        index = indexes[path] ?? FileTree.stamp(of: path) ?? ""
        indexes[path] = index
      }
      stamps[file.path] = [FileTree.stamp(of: file.path) ?? "", index, file.relative, file.outlet ?? ""].joined(
        separator: "|")
    }
    self.stamps = stamps
  }

  /// How a file looks; a file that was written since looks otherwise, and so does one whose `articles.yml` was.
  subscript(file: SourceList.File) -> String { stamps[file.path] ?? "" }
}
