internal import Foundation
package import NewsModel

/// One new state of a site on its way: pages come in one after another, and nothing of the site changes before
/// `commit`.
///
/// A page waits on the disk, not in memory. A page that the site holds already, byte for byte, is left alone.
package final class Publication {
  /// What was done.
  package struct Report: Sendable, Equatable {
    /// Paths below the site, in the order in which they were put in place.
    package var written: [String] = []
    package var unchanged = 0
    package var removed: [String] = []
    /// Files that stood in the way and were not Daybrief's: kept in the state folder under `set-aside/`.
    package var setAside: [String] = []

    /// Whether the site was left as it is.
    package var isEmpty: Bool { written.isEmpty && removed.isEmpty }
  }

  private let writer: SiteWriter
  private let before: Inventory
  /// Of each path of the inventory, whether the new site has it too.
  private var stays: [Bool]
  private var staging: Staging?
  private var puts: [PublicationPlan.Put] = []
  private var unchanged = 0
  private var foreign: [String] = []
  /// Paths that the site did not have.
  private var added: Set<String> = []

  init(_ writer: SiteWriter, over before: Inventory) {
    self.writer = writer
    self.before = before
    stays = Array(repeating: false, count: before.count)
  }

  /// Whether the last publication put a page at a path, so that it can be kept as it is.
  package func isPublished(_ path: String) -> Bool { before.place(of: path) != nil }

  /// The bytes of a file of the site as it stands; nil where it cannot be read.
  package func published(_ path: String) -> [UInt8]? { Disk.contents(of: "\(writer.root)/\(path)") }

  /// Whether the last publication put files at all paths that begin so and end so.
  package func isPublished(_ base: String, _ names: [String]) -> Bool {
    names.allSatisfy { before.place(of: base, $0) != nil }
  }

  /// Makes a page ready.
  package func add(_ page: Page) throws {
    guard SitePath.isSafe(page.path) else {
      throw PublishError(path: page.path, reason: "it leads out of the site")
    }
    guard page.path != SiteWriter.inventoryPath, take(page.path) else {
      throw PublishError(path: page.path, reason: "two pages have this path")
    }
    let isChanged = try stage(page)
    for form in writer.compressions where Compression.suits(page.path) {
      try addForm(form, of: page.path, isChanged: isChanged) { page.bytes }
    }
  }

  /// Says that a page stays as it was published.
  package func keep(_ path: String) throws { try keep(path, "") }

  /// Says that the files stay that begin so and end so.
  package func keep(_ base: String, _ names: [String]) throws {
    for name in names { try keep(base, name) }
  }

  private func keep(_ base: String, _ rest: String) throws {
    if writer.compressions.isEmpty, let place = before.place(of: base, rest) {
      if !stays[place] { unchanged += 1 }
      stays[place] = true
      return
    }
    let path = base + rest
    guard isPublished(path) else {
      throw PublishError(
        path: path, reason: "it was to stay as it is, and the site does not have it", remedy: "build with --force")
    }
    guard take(path) else { return }
    unchanged += 1
    for form in writer.compressions where Compression.suits(path) {
      try addForm(form, of: path, isChanged: false) { Disk.contents(of: "\(writer.root)/\(path)") ?? [] }
    }
  }

  /// Makes a compressed form of a page ready where the page changed, or has none.
  private func addForm(
    _ form: Compression, of path: String, isChanged: Bool, _ bytes: () -> [UInt8]
  ) throws {
    let formPath = form.path(of: path)
    if !isChanged, !writer.renewsForms, isPublished(formPath), Disk.kind(of: "\(writer.root)/\(formPath)") == .file {
      if take(formPath) { unchanged += 1 }
      return
    }
    guard let compressed = form.bytes(of: bytes()), take(formPath) else { return }
    try stage(Page(path: formPath, bytes: compressed))
  }

  /// Notes that the new site has a path; false where that was known.
  private func take(_ path: String) -> Bool {
    guard let index = before.place(of: path) else { return added.insert(path).inserted }
    defer { stays[index] = true }
    return !stays[index]
  }

  /// Puts the new state in place. Pages that were neither added nor kept are removed.
  ///
  /// - Throws: `PublishError` where something failed, `PublicationStopped` where the run was asked to stop; the old
  ///   site stands then.
  package func commit() throws -> Report {
    do {
      if let own = before.place(of: SiteWriter.inventoryPath) { stays[own] = true }
      let removals = stays.indices.filter { !stays[$0] }.map(before.path)
      try stageInventory(isShorter: !removals.isEmpty)
      let plan = PublicationPlan(puts: puts, removals: removals, rank: SitePath.rank)
      if writer.isStopping() { throw PublicationStopped() }
      try writer.becomeFolder()
      if let staging = try plan.isEmpty && !writer.isToBecomeTree() ? nil : makeReady() {
        try setAside(staging)
        try writer.put(plan, staging)
        self.staging = nil
      }
      return Report(
        written: plan.puts.map(\.path), unchanged: unchanged, removed: plan.removals, setAside: foreign)
    } catch {
      abandon()
      throw error
    }
  }

  /// Lets go of what was made ready; the site stays as it is.
  package func abandon() {
    // A journal means that the change has begun: it belongs to the next run.
    if let staging, Disk.kind(of: staging.journal) == .missing, Disk.kind(of: staging.undoing) == .missing {
      staging.clear()
    }
    staging = nil
  }

  /// Puts a page among those to be written, or leaves it alone.
  ///
  /// - Returns: whether the site does not hold it already.
  @discardableResult
  private func stage(_ page: Page) throws -> Bool {
    let target = "\(writer.root)/\(page.path)"
    if Disk.holds(page.bytes, at: target) {
      unchanged += 1
      return false
    }
    if writer.isStopping() { throw PublicationStopped() }
    let kind = Disk.kind(of: target)
    guard kind != .folder else {
      throw PublishError(path: target, doing: "it cannot be put in place", number: EISDIR)
    }
    let staging = try makeReady()
    writer.watch?()
    try Disk.store(page.bytes, to: staging.new(puts.count), group: staging.group, name: target)
    if kind != .missing, !isPublished(page.path) { foreign.append(page.path) }
    puts.append(PublicationPlan.Put(path: page.path, number: puts.count, isNew: kind == .missing))
    return true
  }

  private func stageInventory(isShorter: Bool) throws {
    let isListed = isPublished(SiteWriter.inventoryPath)
    if added.isEmpty && !isShorter && isListed {
      unchanged += 1
      return
    }
    let new = Array(added) + (isListed ? [] : [SiteWriter.inventoryPath])
    try stage(Page(path: SiteWriter.inventoryPath, bytes: before.bytes(adding: new, keeping: stays)))
  }

  private func makeReady() throws(PublishError) -> Staging {
    if let staging { return staging }
    let made = try writer.makeStaging()
    staging = made
    return made
  }

  /// Keeps what was not Daybrief's and is in the way.
  private func setAside(_ staging: Staging) throws(PublishError) {
    foreign.removeAll { $0 == SiteWriter.inventoryPath }
    for path in foreign {
      let kept = "\(writer.setAsideFolder)/\(path)"
      try Disk.makeFolder(Disk.folder(of: kept))
      try Disk.copy("\(writer.root)/\(path)", to: kept)
    }
  }
}
