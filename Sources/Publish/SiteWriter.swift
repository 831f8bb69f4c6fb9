internal import Foundation
package import NewsModel

/// Brings a folder to hold a site: only files whose bytes changed are written, and a reader never meets a torn one.
///
/// What lies in the folder and was not written by a build is left alone: `data/files.txt` lists what is ours.
package struct SiteWriter {
  /// How a new site takes the place of the old.
  package enum Mode: String, Sendable, CaseIterable {
    /// File by file in one folder, pages before what points to them, with a journal that the next run finishes.
    case inPlace = "in-place"
    /// A tree beside, put in place whole by renaming one link.
    case swap
  }

  /// The path of the list of all files of a site.
  package static let inventoryPath = "data/files.txt"

  let root: String
  let mode: Mode
  let compressions: [Compression]
  /// Whether compressed forms are made anew that stand already: one that was damaged is then mended.
  let renewsForms: Bool
  let isStopping: () -> Bool
  /// Called before each change on the disk; tests look at the disk there.
  var watch: (() -> Void)?
  private let state: String

  /// A writer for a folder, made where it is missing.
  ///
  /// - Parameters:
  ///   - state: the folder that keeps what is needed between runs; nil takes a hidden one beside the site.
  ///   - compressions: the forms in which pages of text stand ready beside themselves.
  ///   - renewsForms: whether these are made anew where they stand already.
  ///   - isStopping: whether the run was asked to end; looked at until the change of the site begins.
  package init(
    root: String, state: String? = nil, mode: Mode = .inPlace, compressions: [Compression] = [],
    renewsForms: Bool = false, isStopping: @escaping () -> Bool = { false }
  ) {
    var root = root
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    self.root = root
    self.mode = mode
    self.compressions = compressions
    self.renewsForms = renewsForms
    self.isStopping = isStopping
    self.state = state ?? "\(Disk.folder(of: root))/.\(FolderPath.name(of: root)).daybrief"
  }

  /// Finishes or takes back what an earlier run left half done; to be called before the site is looked at.
  package func recover() throws(PublishError) -> Recovery {
    var recovery = Recovery.nothing
    for place in stagingPlaces {
      let found = try InPlaceChange.recover(root: root, staging: Staging(path: place), watch: watch)
      if found != .nothing { recovery = found }
    }
    if mode == .swap || trees.isListed && (trees.isOwnTree || Disk.kind(of: root) == .folder) { try trees.tidy() }
    return recovery
  }

  /// Removes the tree before the site, where publication by swap keeps one: something was taken out that is not to stay.
  package func forgetBefore() throws(PublishError) {
    if mode == .swap { try trees.tidy(keepsBefore: false) }
  }

  /// What the site holds, after `recover`; of a large one it takes a while to read.
  package var inventory: Inventory { Inventory(of: root) }

  /// Begins a new state of the site, after `recover`.
  ///
  /// - Parameter inventory: what the site holds, where that was read since.
  package func begin(over inventory: Inventory? = nil) -> Publication {
    Publication(self, over: inventory ?? self.inventory)
  }

  /// Publishes a whole site.
  ///
  /// - Parameters:
  ///   - pages: those that may have changed, in any order; each is let go of once it is on the disk.
  ///   - kept: the paths of pages that stay as they were published.
  package func write(_ pages: some Sequence<Page>, keeping kept: some Sequence<String> = []) throws
    -> Publication.Report
  {
    _ = try recover()
    let publication = begin()
    do {
      for page in pages { try publication.add(page) }
      for path in kept { try publication.keep(path) }
    } catch {
      publication.abandon()
      throw error
    }
    return try publication.commit()
  }

  /// Whether a path stays below the site: relative, on one line, without "..", hidden or empty components.
  package static func isSafe(_ path: String) -> Bool { SitePath.isSafe(path) }

  /// Where files that were in the way are kept.
  var setAsideFolder: String { "\(state)/set-aside" }

  private var trees: SwapTrees { SwapTrees(site: root, list: "\(state)/trees", watch: watch) }

  /// Where files may wait: in the state folder, or else where the file system is surely that of the site.
  private var stagingPlaces: [String] {
    let near = mode == .swap ? Disk.folder(of: root) : root
    return ["\(state)/publication", "\(near)/.daybrief-publication"]
  }

  /// Whether the site is a plain folder and is to be a tree, so that it changes its form even where no page changes.
  func isToBecomeTree() throws(PublishError) -> Bool { mode == .swap ? try trees.present() == .folder : false }

  /// Makes a site that was published by swap a plain folder again, where it is to be one.
  func becomeFolder() throws(PublishError) {
    if mode == .inPlace, trees.isOwnTree { try trees.dissolve() }
  }

  func makeStaging() throws(PublishError) -> Staging {
    if mode == .swap { _ = try trees.present() }
    return try Staging(candidates: stagingPlaces, into: mode == .swap ? Disk.folder(of: root) : root)
  }

  func put(_ plan: PublicationPlan, _ staging: Staging) throws(PublishError) {
    try Disk.sync(plan.puts.map { staging.new($0.number) }, on: staging.path)
    // What only changes its form is the same to whoever has a copy.
    if !plan.isEmpty { try SiteState(path: state).renewStamp() }
    if mode == .swap { return try trees.put(plan, staging) }
    let journal = plan.journal
    for case .replace(let number, let path) in journal.steps {
      try Disk.duplicate("\(root)/\(path)", to: staging.old(number))
    }
    watch?()
    try Disk.store(journal.bytes, to: "\(staging.journal).new", synchronously: true)
    watch?()
    try Disk.move("\(staging.journal).new", to: staging.journal)
    try Disk.sync([staging.path], on: staging.path)
    try InPlaceChange(root: root, staging: staging, journal: journal, watch: watch).apply()
  }
}
