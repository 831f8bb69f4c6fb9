internal import Foundation
internal import NewsModel
internal import Outside

extension Shipment {
  /// Copies what changed into another folder, with the same care as the site itself; size and time tell what changed.
  ///
  /// - Throws: `PublishError`, also for a folder in the site itself, which would be sent with it the next time.
  func sendToDirectory(_ path: String) throws -> String {
    let (site, target) = (FileTree.resolved(root), FileTree.resolved(path))
    guard target != site, !target.hasPrefix(site + "/") else {
      throw PublishError(
        path: path, reason: "it lies in the folder of the site", remedy: "name a folder outside of \(root)")
    }
    let writer = SiteWriter(root: path, state: "\(folder)/publication") { Interruption.isRequested }
    _ = try writer.recover()
    let publication = writer.begin()
    do {
      for file in files where file != SiteWriter.inventoryPath {
        if publication.isPublished(file), isSame(file, in: path) {
          try publication.keep(file)
        } else if let bytes = Disk.contents(of: "\(root)/\(file)") {
          try publication.add(Page(path: file, bytes: bytes))
        }
      }
    } catch {
      publication.abandon()
      throw error
    }
    let report = try publication.commit()
    for file in files { copyTime(of: file, to: path) }
    return "\(Count(report.written.count, "file")) written, \(report.removed.count) removed"
  }

  private func isSame(_ file: String, in path: String) -> Bool {
    var here = stat()
    var there = stat()
    guard stat("\(root)/\(file)", &here) == 0, lstat("\(path)/\(file)", &there) == 0 else { return false }
    return here.st_size == there.st_size && here.st_mtim.tv_sec == there.st_mtim.tv_sec
      && here.st_mtim.tv_nsec == there.st_mtim.tv_nsec && there.st_mode & S_IFMT == S_IFREG
  }

  /// Gives a copy the time of its original; where that cannot be, it is only compared again next time.
  private func copyTime(of file: String, to path: String) {
    guard !isSame(file, in: path) else { return }
    var status = stat()
    guard stat("\(root)/\(file)", &status) == 0 else { return }
    let times = [status.st_mtim, status.st_mtim]
    _ = utimensat(AT_FDCWD, "\(path)/\(file)", times, AT_SYMLINK_NOFOLLOW)
  }
}
