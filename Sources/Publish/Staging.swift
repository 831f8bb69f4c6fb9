internal import Foundation

/// The folder in which a publication is made ready, on the file system of the site, so that a file goes from here to
/// there in one step.
///
/// `new/N` are files to be put in place, `old/N` those that they stand in for, until all is done.
struct Staging {
  let path: String
  /// The group for new files, where the folder of the site hands its own on.
  let group: gid_t?

  /// A staging folder that is there already.
  init(path: String) {
    self.path = path
    group = nil
  }

  /// Makes the first of some folders from which files can be renamed into a folder, which is made too.
  init(candidates: [String], into folder: String) throws(PublishError) {
    try Disk.makeFolder(folder)
    var status = stat()
    group = stat(folder, &status) == 0 && status.st_mode & S_ISGID != 0 ? status.st_gid : nil
    for candidate in candidates {
      for inner in ["new", "old"] { try Disk.makeFolder("\(candidate)/\(inner)") }
      let probe = "\(candidate)/new/probe"
      try Disk.store([], to: probe)
      let target = "\(folder)/.daybrief-probe"
      let number = rename(probe, target) == 0 ? 0 : errno
      unlink(number == 0 ? target : probe)
      if number == 0 {
        path = candidate
        return
      }
      Disk.removeTree(candidate)
      guard number == EXDEV else {
        throw PublishError(path: folder, doing: "nothing can be put into this folder", number: number)
      }
    }
    throw PublishError(
      path: folder, reason: "it lies on another file system than \(candidates.joined(separator: ", "))",
      remedy: "name an output beside its .daybrief folder")
  }

  /// Where a file waits to be put in place.
  func new(_ number: Int) -> String { "\(path)/new/\(number)" }

  /// Where a file is kept whose place was taken.
  func old(_ number: Int) -> String { "\(path)/old/\(number)" }

  /// The file that says what is to be put where.
  var journal: String { "\(path)/journal" }

  /// The journal's name while what it says is being undone.
  var undoing: String { "\(path)/undo" }

  /// Removes it with all that is in it.
  func clear() {
    // First, so that nothing half removed is ever taken for something to finish.
    unlink("\(path)/journal.new")
    unlink(undoing)
    unlink(journal)
    Disk.removeTree(path)
  }
}
