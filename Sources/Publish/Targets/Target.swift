internal import Foundation
internal import Outside

/// A place that a finished site is sent to, by the tool that is known for it.
package struct Target: Sendable, Equatable {
  /// Where, and by which way.
  package enum Place: Sendable, Equatable {
    /// Another folder of this machine.
    case directory(String)
    /// A destination as rsync takes it.
    case rsync(String)
    /// A repository as git takes it, and the branch that holds the site.
    case git(String, branch: String)
    /// A bucket, a prefix in it that is empty or ends with a slash, and the address of the service where it is not
    /// Amazon's.
    case s3(bucket: String, prefix: String, endpoint: String?)

    /// The key that it has in `daybrief.yml`.
    package var kind: String {
      switch self {
      case .directory: "directory"
      case .rsync: "rsync"
      case .git: "git"
      case .s3: "s3"
      }
    }
  }

  /// What it is told by, one for each target of a site.
  package var name: String
  package var place: Place
  /// Given to the tool as they are.
  package var options: [String]
  /// Whether editions that wait for approval go there too; else they stay in the site's own folder.
  package var sendsDrafts = false

  /// A target.
  package init(name: String, place: Place, options: [String] = []) {
    self.name = name
    self.place = place
    self.options = options
  }

  /// Whether a server there can hand out compressed forms of pages.
  private var servesForms: Bool {
    switch place {
    case .directory, .rsync: true
    case .git, .s3: false
    }
  }

  /// The folder of editions that wait for approval.
  private static let drafts = "drafts/"

  /// The files of a site that belong there: all but hidden ones, which stay where they are put, and drafts.
  private func files(of root: String) -> [String] {
    SiteFiles.paths(below: root).filter { path in
      (sendsDrafts || !path.hasPrefix(Target.drafts)) && (servesForms || Compression.original(of: path) == nil)
    }
  }

  /// Sends a site there; only what changed goes over the wire.
  ///
  /// - Parameters:
  ///   - root: the folder of the site.
  ///   - state: the folder that keeps what is known of the site's targets.
  ///   - always: whether to send even what is known to be there.
  /// - Returns: what was done, in a few words.
  package func send(_ root: String, state: SiteState, always: Bool) throws -> String {
    // A swapped site is a link; the tree that it stands for now is what is sent, whole.
    guard
      let root = realpath(root, nil).map({ path in
        defer { free(path) }
        return String(cString: path)
      })
    else { throw PublishError(path: root, reason: "there is no site", remedy: "run: daybrief build") }
    let record = SentRecord(of: self, in: state)
    if !always, let stamp = state.stamp, record.stamp == stamp { return "up to date" }
    let files = files(of: root)
    let stamp = state.stamp
    let present = Set(files)
    let shipment = Shipment(
      root: root, files: files, vanished: record.paths.filter { !present.contains($0) },
      folder: state.folder(of: self), options: options)
    // Until it has arrived, what was there before counts too, so that nothing is forgotten there.
    try record.keep(stamp: "", paths: files + shipment.vanished)
    let words = try shipment.send(to: place)
    try record.keep(stamp: stamp ?? "", paths: files)
    return words
  }
}

/// One sending of a site to a place.
struct Shipment {
  let root: String
  /// Paths below the site, sorted.
  let files: [String]
  /// Paths that were sent earlier and are gone.
  let vanished: [String]
  /// A folder of its own, kept from one time to the next.
  let folder: String
  let options: [String]

  /// Runs the tool.
  func send(to place: Target.Place) throws -> String {
    switch place {
    case .directory(let path): try sendToDirectory(path)
    case .rsync(let destination): try sendByRsync(destination)
    case .git(let repository, let branch): try sendByGit(repository, branch)
    case .s3(let bucket, let prefix, let endpoint): try sendToBucket(bucket, prefix, endpoint)
    }
  }

  /// A tool whose words are English, so that its errors can be looked up.
  func tool(_ name: String, environment: [String: String] = [:]) -> ExternalTool {
    ExternalTool(
      name, scratch: "\(folder)/run", environment: environment.merging(["LC_ALL": "C"]) { $1 }, folder: root)
  }

  /// Paths one after another, each closed by a zero byte.
  static func zeroClosed(_ paths: [String]) -> [UInt8] { paths.flatMap { Array($0.utf8) + [0] } }
}
