internal import Foundation
internal import NewsModel

/// What is kept of a site between runs, beside its journal: which state it is in, and what its targets hold.
package struct SiteState: Sendable {
  let path: String

  /// The state in a folder.
  package init(path: String) { self.path = path }

  /// A word that changes whenever the site does; nil before the first publication.
  package var stamp: String? {
    Disk.contents(of: "\(path)/stamp").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Says that the site is about to change.
  func renewStamp() throws(PublishError) {
    try Disk.makeFolder(path)
    try Disk.replace("\(path)/stamp", with: Array(UUID().uuidString.utf8))
  }

  /// The folder of what is kept for one target.
  func folder(of target: Target) -> String { "\(path)/targets/\(target.name)" }
}

/// What is known to be at a target: the stamp of the site that it holds, and the paths that were sent there.
struct SentRecord {
  private let file: String
  private let place: String
  /// Empty where the last sending did not arrive whole.
  private(set) var stamp = ""
  private(set) var paths: [String] = []

  /// The record of a target; empty where there is none, or where it is of another place of the same name.
  init(of target: Target, in state: SiteState) {
    file = "\(state.folder(of: target))/sent"
    place = "\(target.place) \(target.options)" + (target.sendsDrafts ? " drafts" : "")
    let lines = String(decoding: Disk.contents(of: file) ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 2, lines[1] == place else { return }
    stamp = lines[0]
    paths = lines.dropFirst(2).filter(SitePath.isSafe)
  }

  /// Writes it anew.
  func keep(stamp: String, paths: [String]) throws(PublishError) {
    try Disk.makeFolder(Disk.folder(of: file))
    let lines = [stamp, place] + Set(paths).sorted(by: SitePath.precedes)
    try Disk.replace(file, with: Array(lines.map { "\($0)\n" }.joined().utf8))
  }
}

/// The files of a published site.
enum SiteFiles {
  /// The paths below a folder, sorted; what is hidden and what is no regular file is passed over.
  static func paths(below root: String) -> [String] {
    var paths: [String] = []
    func collect(_ folder: String) {
      for name in Disk.names(in: "\(root)/\(folder)") {
        let path = FolderPath.path(of: name, in: folder)
        guard SitePath.isSafe(path) else { continue }
        switch Disk.kind(of: "\(root)/\(path)") {
        case .folder: collect(path)
        case .file: paths.append(path)
        case .link, .special, .missing: continue
        }
      }
    }
    collect("")
    return paths.sorted(by: SitePath.precedes)
  }
}
