internal import Archive
internal import Foundation
internal import NewsModel

/// What is wrong with the `articles.yml` files of some sources: each is read again only where it changed, or where a file
/// beside it came or went.
struct SourceIndexStamps {
  /// In the order of paths.
  private(set) var diagnostics: [Diagnostic] = []
  /// What was read now, by path, to be kept.
  private(set) var fresh: [String: Archive.SourceFile] = [:]

  /// Looks at the indexes of a list.
  ///
  /// - Parameters:
  ///   - stamps: of the files of the list.
  ///   - known: what was read on earlier runs, by path.
  init(_ list: SourceList, _ stamps: SourceStamps, known: [String: Archive.SourceFile]) {
    var names: [String: [String]] = [:]
    for file in list.files {
      if let index = file.index { names[index, default: []].append(file.path) }
    }
    for (path, files) in names.sorted(by: { $0.key < $1.key }) {
      let stamp = "\(stamps.index(at: path))|\(Checksum.hex(of: files))|\(Revision.text)"
      if let same = known[path], same.stamp == stamp {
        diagnostics += same.diagnostics
      } else {
        let found = SourceIndexes.index(at: path).diagnostics
        fresh[path] = Archive.SourceFile(stamp: stamp, versions: [], diagnostics: found)
        diagnostics += found
      }
    }
  }
}
