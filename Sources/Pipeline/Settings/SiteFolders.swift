internal import NewsModel
internal import Outside
internal import Publish

/// The folders that a site is written to and made with. Their files are no articles: a site that read its own pages would
/// grow with every run.
struct SiteFolders: Sendable {
  /// Where pages are written: what it is, for messages, and its path with all links followed.
  private let written: [(what: String, path: String)]
  /// Folders that a source may hold and that are not read with it.
  private let passedOver: [String]

  /// The folders of a request.
  init(_ request: SiteBuild.Request) {
    var written = [(what: "the folder of the site", path: FileTree.resolved(request.output))]
    var others: [String] = []
    for target in request.configuration.publication.targets {
      switch target.place {
      case .directory(let path): written.append(("the target \"\(target.name)\"", FileTree.resolved(path)))
      case .rsync(let path) where !path.contains(":"), .git(let path, _) where !path.contains(":"):
        others.append(FileTree.resolved(path))
      case .rsync, .git, .s3: continue
      }
    }
    if let templates = request.configuration.templates { others.append(FileTree.resolved(templates)) }
    if !request.configuration.feeds.isEmpty {
      others.append(FileTree.resolved(request.configuration.fetch.path(configurationFile: request.configurationFile)))
    }
    self.written = written
    passedOver = written.map(\.path) + others
  }

  /// Those that lie below a folder of sources, as paths below it.
  func paths(below source: String) -> Set<String> {
    let root = FileTree.resolved(source)
    let start = root == "/" ? root : root + "/"
    return Set(passedOver.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) })
  }

  /// Why a site cannot be written so; nil where it can.
  func refusal(of sources: [String]) -> FileError? {
    for source in sources {
      for (what, path) in written where SiteFolders.lies(FileTree.resolved(source), in: path) {
        return FileError(
          path: source,
          reason: "it lies in \(what), \(path), whose files daybrief writes; give the site a folder of its own")
      }
    }
    return nil
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }
}
