package import NewsModel
internal import Fetch
internal import Foundation
internal import Outside
internal import Publish

/// The files that some sources name.
package struct SourceList: Sendable {
  /// A file to read.
  package struct File: Sendable, Equatable {
    /// The path to open.
    package var path: String
    /// The path below its source, which makes the article's id.
    package var relative: String
    /// The `articles.yml` of its folder, if there is one.
    package var index: String?
    /// The outlet that the editor names for all in it, if one is named.
    package var outlet: String?
    /// Whether some reader reads files of its ending.
    var isRead = true
    /// Whether it holds the whole text of an article that feeds give in part: of two versions the whole one stands.
    package var isWhole = false
    /// Whether it is a body of a feed that a later one has replaced: that it holds nothing is no trouble any more.
    var isReplaced = false
  }
  /// Sorted by path below the source, then by path.
  package private(set) var files: [File] = []
  /// Sources that name nothing, and what could not be listed.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The folders that the site is written to and made with.
  private var own: SiteFolders?

  /// What folders hold besides.
  private var passedOver = PassedOver()

  /// How many files of folders no reader reads, and what to do about them; nil where there is none.
  package var remark: String? { passedOver.words }

  /// The folder of what was fetched, if that is read.
  private var fetchedFolder: String?

  /// Whether a path is of a file that was fetched: such files come and go.
  func isFetched(_ path: String) -> Bool { fetchedFolder.map { path.hasPrefix($0 + "/") } ?? false }

  /// The name of a folder's own list of what is known of its files.
  package static let indexName = "articles.yml"

  /// Endings of files that are read where a folder is named. A file that is named itself is read whatever its ending.
  package static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "xml", "rss", "atom", "rdf",
    "eml", "pdf",
  ]

  /// The files of some sources: files, folders, and patterns with `*`, `?` or `[…]`.
  ///
  /// A folder's README is about the folder and not an article; `leaveOut` holds patterns of paths below the source.
  package init(_ sources: [String], leaveOut: [String] = []) { self.init(sources, leaveOut: leaveOut, besides: nil) }

  /// The files of the sources of a request, without those of the site itself.
  init(_ request: SiteBuild.Request) {
    self.init(request.sources, leaveOut: request.configuration.leaveOut, besides: SiteFolders(request))
  }

  private init(_ sources: [String], leaveOut: [String], besides own: SiteFolders?) {
    self.own = own
    var seen: Set<String> = []
    for source in sources {
      for file in list(source) where seen.insert(file.path).inserted {
        guard !leaveOut.contains(where: { fnmatch($0, file.relative, 0) == 0 }) else { continue }
        if file.isRead { files.append(file) } else { passedOver.note(file.path) }
      }
    }
    files.sort { ($0.relative, $0.path) < ($1.relative, $1.path) }
  }

  /// Adds what was fetched of some feeds: every body that is kept, under one name for each feed, and the pages of
  /// entries.
  mutating func add(fetched folder: FetchFolder, of feeds: [FeedSource]) {
    fetchedFolder = folder.path
    for feed in feeds {
      let name = FetchFolder.name(of: feed.url)
      let bodies = folder.bodies(ofFeed: feed.url)
      for body in bodies {
        files.append(
          File(
            path: "\(folder.path)/\(body)", relative: "feeds/\(name).xml", outlet: feed.title,
            isReplaced: body != bodies.last))
      }
      let pages = (try? FileTree.files(below: "\(folder.path)/pages/\(name)")) ?? []
      for page in pages where page.relative.hasSuffix(".json") {
        files.append(
          File(path: page.path, relative: "pages/\(name)/\(page.relative)", outlet: feed.title, isWhole: true))
      }
    }
    files.sort { ($0.relative, $0.path) < ($1.relative, $1.path) }
  }

  private mutating func list(_ source: String) -> [File] {
    switch FileTree.kind(of: source) {
    case .file:
      let folder = FolderPath.folder(of: source)
      return [File(path: source, relative: FolderPath.name(of: source), index: index(in: folder))]
    case .folder: return files(below: source)
    case .special:
      diagnostics.append(
        Diagnostic(.unsafePath, "this is neither a file nor a folder; name one that is", file: source))
      return []
    case .missing:
      let matches = FileTree.paths(matching: source)
      if matches.isEmpty {
        diagnostics.append(
          Diagnostic(.missingSource, "there is no such file or folder; check the path", file: source))
      }
      // Who writes a pattern does not know the names: a link among them must not lead out of its folder.
      let fixed = source.prefix { !"*?[".contains($0) }
      let folder = fixed.lastIndex(of: "/").map { $0 == fixed.startIndex ? "/" : String(fixed[..<$0]) } ?? ""
      return matches.flatMap { match -> [File] in
        guard FileTree.lies(match, below: folder) else {
          diagnostics.append(
            Diagnostic(
              .unsafePath, "this link leads out of its folder; name what it leads to, if it is meant", file: match))
          return []
        }
        return list(match)
      }
    }
  }

  private mutating func files(below folder: String) -> [File] {
    do {
      let own = own?.paths(below: folder) ?? []
      // Pages of a site, of another output too, are no articles.
      let entries = try FileTree.files(below: folder) { own.contains($0) || Inventory.lists($1) }
      return entries.compactMap { entry in
        let name = FolderPath.name(of: entry.relative)
        let ending = (name as NSString).pathExtension.lowercased()
        if PassedOver.isOfFolder(name) { return nil }
        guard SourceList.endings.contains(ending) else {
          return File(path: entry.path, relative: entry.relative, isRead: false)
        }
        return File(
          path: entry.path, relative: entry.relative,
          index: index(in: FolderPath.folder(of: entry.path)))
      }
    } catch {
      diagnostics.append(Diagnostic(.unreadable, "\(error.reason); give read permission", file: error.path))
      return []
    }
  }

  private func index(in folder: String) -> String? {
    let path = FolderPath.path(of: SourceList.indexName, in: folder)
    return FileTree.isPlainFile(path) ? path : nil
  }
}
