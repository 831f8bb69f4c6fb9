internal import Foundation

/// Carries the steps of a journal out on a site, one rename after another, or takes them back.
///
/// Each step can be told from the disk to be done or not, so both ways may be gone again from any point.
struct InPlaceChange {
  let root: String
  let staging: Staging
  let journal: Journal
  /// Called before each change on the disk; tests look at the disk there.
  let watch: (() -> Void)?

  /// Carries all out; where a step fails, takes all back and throws that error.
  func apply() throws(PublishError) {
    do throws(PublishError) {
      for step in journal.steps {
        watch?()
        try perform(step)
      }
    } catch {
      try takeBack(after: error)
      throw error
    }
    watch?()
    try Disk.sync(folders, on: root)
    watch?()
    staging.clear()
  }

  /// Takes back what was done of the steps.
  func undo() throws(PublishError) {
    for step in journal.steps.reversed() {
      watch?()
      try takeBack(step)
    }
    staging.clear()
  }

  private func takeBack(after error: PublishError) throws(PublishError) {
    do throws(PublishError) {
      try Disk.move(staging.journal, to: staging.undoing)
      try undo()
    } catch let second {
      throw PublishError(
        path: error.path, reason: "\(error.reason); and what was begun could not be taken back (\(second))",
        remedy: [error.remedy, "the next run goes on from here"].compactMap { $0 }.joined(separator: "; "))
    }
  }

  private func perform(_ step: Journal.Step) throws(PublishError) {
    switch step {
    case .create(let number, let path), .replace(let number, let path):
      guard Disk.kind(of: staging.new(number)) == .file else { return }
      let target = "\(root)/\(path)"
      if rename(staging.new(number), target) == 0 { return }
      try Disk.makeFolder(Disk.folder(of: target))
      try Disk.move(staging.new(number), to: target)
    case .remove(let number, let path):
      guard rename("\(root)/\(path)", staging.old(number)) != 0 else { return pruneFolders(above: path) }
      guard errno == ENOENT || errno == ENOTDIR else {
        throw PublishError(path: "\(root)/\(path)", doing: "it cannot be removed", number: errno)
      }
    }
  }

  private func takeBack(_ step: Journal.Step) throws(PublishError) {
    switch step {
    case .create(let number, let path):
      guard Disk.kind(of: staging.new(number)) == .missing else { return }
      try Disk.remove("\(root)/\(path)")
      pruneFolders(above: path)
    case .replace(let number, let path), .remove(let number, let path):
      guard Disk.kind(of: staging.old(number)) != .missing else { return }
      let target = "\(root)/\(path)"
      try Disk.makeFolder(Disk.folder(of: target))
      try Disk.move(staging.old(number), to: target)
    }
  }

  /// Removes the folders that a removed file leaves empty.
  private func pruneFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir("\(root)/\(parts.joined(separator: "/"))") == 0 { parts = parts.dropLast() }
  }

  /// The folders whose entries the steps change.
  private var folders: [String] {
    var folders: Set<String> = []
    for step in journal.steps {
      switch step {
      case .create(_, let path), .replace(_, let path), .remove(_, let path):
        folders.insert(Disk.folder(of: "\(root)/\(path)"))
      }
    }
    return folders.sorted()
  }
}

/// What an earlier run left of a publication, and what became of it.
package enum Recovery: Sendable, Equatable {
  /// Nothing was left.
  case nothing
  /// The new site was ready; so many of its changes were carried out, the rest had been.
  case finished(changes: Int)
  /// The new site was not ready; what was there of it is gone, the old one stands.
  case undone
}

extension InPlaceChange {
  /// Finishes or takes back what an earlier run left in a staging folder.
  static func recover(root: String, staging: Staging, watch: (() -> Void)?) throws(PublishError) -> Recovery {
    guard Disk.kind(of: staging.path) == .folder else { return .nothing }
    if let journal = Disk.contents(of: staging.undoing).flatMap(Journal.init) {
      try InPlaceChange(root: root, staging: staging, journal: journal, watch: watch).undo()
      return .undone
    }
    if let journal = Disk.contents(of: staging.journal).flatMap(Journal.init) {
      try InPlaceChange(root: root, staging: staging, journal: journal, watch: watch).apply()
      return .finished(changes: journal.steps.count)
    }
    staging.clear()
    return .undone
  }
}
