internal import Foundation
internal import NewsModel

/// The trees that a swapped site is made of: the site is a symbolic link to `.NAME-N` beside it, and a new site is a
/// new tree, put in place by renaming one link.
///
/// A reader therefore meets the old site or the new one, never something between. The tree before stays, for readers
/// on their way and for people; older ones go.
struct SwapTrees {
  /// The link that is the site, without a slash at its end.
  let site: String
  /// The file that lists the trees in the order in which they were begun, so that no other folder is ever removed.
  let list: String
  let watch: (() -> Void)?

  private var parent: String { Disk.folder(of: site) }
  private var prefix: String { ".\(FolderPath.name(of: site))-" }
  /// Where the next link waits, and after an exchange the folder that it stands in for.
  private var waiting: String { "\(parent)/\(prefix)next" }

  /// What stands at the path of the site.
  enum Present: Equatable {
    case nothing
    /// A folder of files, from publication in place.
    case folder
    /// A link to a tree, by the tree's name.
    case tree(String)
  }

  /// What stands there; anything that is not ours to replace is an error.
  func present() throws(PublishError) -> Present {
    switch Disk.kind(of: site) {
    case .missing: return .nothing
    case .folder: return .folder
    case .link:
      let target = Disk.linkTarget(of: site) ?? ""
      guard number(of: target) != nil else {
        throw PublishError(
          path: site, reason: "it is a symbolic link to \(target), which daybrief did not make",
          remedy: "name that folder itself as output, or take `publication: swap` out of daybrief.yml")
      }
      return .tree(target)
    case .file, .special:
      throw PublishError(path: site, reason: "it is not a folder", remedy: "move it away, or name another output")
    }
  }

  private func number(of name: String) -> Int? {
    name.hasPrefix(prefix) && !name.contains("/") ? Int(name.dropFirst(prefix.count)) : nil
  }

  /// Puts a plan in place, as a new tree.
  func put(_ plan: PublicationPlan, _ staging: Staging) throws(PublishError) {
    let present = try present()
    let highest = Disk.names(in: parent).compactMap(number).max() ?? 0
    let isFolder = present == .folder
    let tree = "\(prefix)\(highest + (isFolder ? 2 : 1))"
    // The folder that a first swap finds becomes the tree before.
    try append(isFolder ? ["\(prefix)\(highest + 1)", tree] : [tree])
    do throws(PublishError) {
      try fill("\(parent)/\(tree)", plan, staging)
      unlink(waiting)
      guard symlink(tree, waiting) == 0 else {
        throw PublishError(path: waiting, doing: "the link cannot be made", number: errno)
      }
      watch?()
      if isFolder { try exchange() } else { try Disk.move(waiting, to: site) }
    } catch {
      unlink(waiting)
      Disk.removeTree("\(parent)/\(tree)")
      throw error
    }
    watch?()
    try Disk.sync([parent], on: parent)
    staging.clear()
    watch?()
    try tidy()
  }

  private func fill(_ tree: String, _ plan: PublicationPlan, _ staging: Staging) throws(PublishError) {
    watch?()
    try Disk.makeFolder(tree)
    let gone = Set(plan.puts.map(\.path)).union(plan.removals)
    if Disk.kind(of: site) != .missing { _ = try carry("", to: tree, without: gone) }
    for put in plan.puts {
      watch?()
      try Disk.makeFolder(Disk.folder(of: "\(tree)/\(put.path)"))
      try Disk.move(staging.new(put.number), to: "\(tree)/\(put.path)")
    }
    try Disk.syncAll(on: tree)
  }

  /// Gives all that stands in a folder of the present site a place in the new tree: files by a second name, so that
  /// they cost no space and keep their time; what somebody else put there too.
  ///
  /// - Returns: whether anything was carried.
  private func carry(_ folder: String, to tree: String, without gone: Set<String>) throws(PublishError) -> Bool {
    let names = Disk.names(in: "\(site)/\(folder)")
    var isEmpty = !names.isEmpty
    for name in names where name != ".daybrief-probe" {
      let path = FolderPath.path(of: name, in: folder)
      if gone.contains(path) { continue }
      switch Disk.kind(of: "\(site)/\(path)") {
      case .file: try Disk.duplicate("\(site)/\(path)", to: "\(tree)/\(path)")
      case .link: try Disk.copy("\(site)/\(path)", to: "\(tree)/\(path)")
      case .folder:
        try Disk.makeFolder("\(tree)/\(path)")
        guard try carry(path, to: tree, without: gone) else {
          rmdir("\(tree)/\(path)")
          continue
        }
      case .special, .missing: continue
      }
      isEmpty = false
    }
    return !isEmpty
  }

  /// Lets the waiting link and a plain folder change places; `tidy` gives the folder its name.
  private func exchange() throws(PublishError) {
    guard try Disk.exchange(waiting, site) else {
      throw PublishError(
        path: site, reason: "it is a plain folder, and this file system cannot exchange it for a link in one step",
        remedy: "move it away once, for instance: mv '\(site)' '\(site).before'")
    }
  }

  /// Whether the site is a tree of the list, so that it was put there by this site's publication.
  var isOwnTree: Bool {
    guard let target = Disk.linkTarget(of: site) else { return false }
    return number(of: target) != nil && listed.contains(target)
  }

  /// Whether trees are listed, so that there is something to tidy.
  var isListed: Bool { Disk.kind(of: list) == .file }

  /// Makes the site a plain folder: the tree that it is and the link to it change places, and all other trees go.
  func dissolve() throws(PublishError) {
    guard case .tree(let name) = try present() else { return }
    watch?()
    guard try Disk.exchange("\(parent)/\(name)", site) else {
      throw PublishError(
        path: site, reason: "it is a link to \(name), and this file system cannot exchange it for a folder in one step",
        remedy: "do so once, for instance: rm '\(site)' && mv '\(parent)/\(name)' '\(site)'")
    }
    watch?()
    try Disk.sync([parent], on: parent)
    try tidy()
  }

  /// Removes what an earlier run left: a tree that was not finished, and trees older than the one before.
  ///
  /// - Parameter keepsBefore: whether the tree before the present one stays.
  func tidy(keepsBefore: Bool = true) throws(PublishError) {
    let present = try present()
    var trees = listed
    if case .folder = Disk.kind(of: waiting) {
      // A run ended between exchanging a plain folder for the link and giving the folder its name.
      if case .tree(let name) = present, let index = trees.firstIndex(of: name), index > 0 {
        try Disk.move(waiting, to: "\(parent)/\(trees[index - 1])")
      }
    } else {
      unlink(waiting)
    }
    switch present {
    case .nothing: return
    case .folder:
      // Of a tree that became the site, the link to it is left.
      for name in trees.map({ "\(parent)/\($0)" }) {
        if Disk.kind(of: name) == .link { unlink(name) } else { Disk.removeTree(name) }
      }
      trees = []
    case .tree(let name):
      let index = trees.lastIndex(of: name)
      let before = index.flatMap { $0 > 0 && keepsBefore ? trees[$0 - 1] : nil }
      for other in trees where other != name && other != before { Disk.removeTree("\(parent)/\(other)") }
      trees = [before, name].compactMap { $0 }
    }
    if trees.isEmpty {
      try Disk.remove(list)
    } else if trees != listed {
      try write(trees)
    }
  }

  private var listed: [String] {
    let bytes = Disk.contents(of: list) ?? []
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .filter { number(of: $0) != nil }
  }

  private func append(_ names: [String]) throws(PublishError) {
    var trees = listed
    if case .tree(let name) = try present(), !trees.contains(name) { trees.append(name) }
    try write(trees + names)
  }

  private func write(_ trees: [String]) throws(PublishError) {
    try Disk.makeFolder(Disk.folder(of: list))
    try Disk.replace(list, with: Array(trees.map { "\($0)\n" }.joined().utf8))
  }
}
