internal import Foundation
package import NewsModel

/// Brings a folder to hold a site: only files whose bytes changed are written, each by rename.
///
/// Deeper paths come first, so that a page is there before the index that points to it, and what the last build wrote
/// and this one does not is removed at the very end. A reader never meets a torn file. What lies in the folder and was not written
/// by a build is left alone: `data/files.txt` lists what is ours.
package struct SiteWriter {
  /// What was done.
  package struct Report: Sendable, Equatable {
    /// Paths below the site, in order.
    package var written: [String]
    package var unchanged: Int
    package var removed: [String]
  }

  /// The path of the list of all files of a site.
  package static let inventoryPath = "data/files.txt"

  private let root: String

  /// A writer for a folder, made where it is missing.
  package init(root: String) { self.root = root }

  /// Writes a whole site.
  package func write(_ pages: [Page]) throws(PublishError) -> Report {
    var report = Report(written: [], unchanged: 0, removed: [])
    var paths: Set<String> = [SiteWriter.inventoryPath]
    for page in pages {
      guard SiteWriter.isSafe(page.path) else {
        throw PublishError(path: page.path, reason: "it leads out of the site")
      }
      guard paths.insert(page.path).inserted else {
        throw PublishError(path: page.path, reason: "two pages have this path")
      }
    }
    let before = inventory()
    for page in SiteWriter.deepestFirst(pages) { try write(page, &report) }
    let list = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try write(Page(path: SiteWriter.inventoryPath, text: list.joined(separator: "\n") + "\n"), &report)
    for path in before where !paths.contains(path) {
      if remove(path) { report.removed.append(path) }
    }
    return report
  }

  /// Whether a path stays below the site: relative, without "..", hidden or empty components.
  package static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }

  /// Pages by falling depth of their paths, in the order given where that is equal.
  private static func deepestFirst(_ pages: [Page]) -> [Page] {
    let ranked = pages.enumerated().map { ($0.element.path.utf8.count { $0 == 0x2F }, $0.offset) }
    return ranked.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { pages[$0.1] }
  }

  /// What the last build says it wrote.
  private func inventory() -> [String] {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(SiteWriter.inventoryPath)") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init).filter(SiteWriter.isSafe)
  }

  private func write(_ page: Page, _ report: inout Report) throws(PublishError) {
    let path = "\(root)/\(page.path)"
    let data = Data(page.bytes)
    if isRegularFile(path), FileManager.default.contents(atPath: path) == data {
      report.unchanged += 1
      return
    }
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw PublishError(path: folder, reason: "the folder cannot be made: \(SiteWriter.reason(error))")
    }
    let temporary = "\(folder)/.\((path as NSString).lastPathComponent).new"
    do {
      try data.write(to: URL(fileURLWithPath: temporary))
    } catch {
      unlink(temporary)
      throw PublishError(path: path, reason: "it cannot be written: \(SiteWriter.reason(error))")
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw PublishError(path: path, reason: "it cannot be put in place: \(reason)")
    }
    report.written.append(page.path)
  }

  private func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Removes a file and the folders that this leaves empty.
  private func remove(_ path: String) -> Bool {
    guard unlink("\(root)/\(path)") == 0 else { return false }
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir("\(root)/\(parts.joined(separator: "/"))") == 0 { parts = parts.dropLast() }
    return true
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}

/// A file of the site that could not be published; the files before it in order were.
package struct PublishError: Error, Sendable, CustomStringConvertible {
  package var path: String
  /// What was wrong, in words.
  package var reason: String

  /// "path: reason".
  package var description: String { "\(path): \(reason)" }
}
