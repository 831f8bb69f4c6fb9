internal import Foundation
internal import NewsModel
internal import Outside

extension Shipment {
  /// A file that is there, and empty.
  private static let noJekyll = ".nojekyll"

  /// Puts the site on a branch, as a commit on top of what is there; files of others on it stay.
  ///
  /// No working copy is made: a bare repository of its own reads the site's folder. A branch that holds these files
  /// already gets no commit.
  func sendByGit(_ repository: String, _ branch: String) throws -> String {
    let bare = "\(folder)/repository.git"
    if Disk.kind(of: bare) != .folder { _ = try git(bare, ["init", "--bare", "--quiet", bare], outside: true) }
    let reference = "refs/heads/\(branch)"
    let listed = try git(bare, ["ls-remote", "--", repository, reference])
    let tip = listed.split(separator: "\t").first.map(String.init)
    if try tip != known(bare) { try take(tip, repository, reference, bare) }
    let paths = files + vanished
    _ = try git(bare, ["update-index", "-z", "--add", "--remove", "--stdin"], input: Shipment.zeroClosed(paths))
    try addNoJekyll(bare)
    let tree = try line(git(bare, ["write-tree"]))
    if let tip, try line(git(bare, ["rev-parse", "\(tip)^{tree}"])) == tree {
      _ = try git(bare, ["update-ref", "refs/daybrief/sent", tip])
      return "nothing new for \(branch)"
    }
    let commit = try line(
      git(bare, ["commit-tree", tree, "-m", "Publish \(Count(files.count, "file"))"] + parent(tip)))
    _ = try git(bare, ["push", "--quiet"] + options + ["--", repository, "\(commit):\(reference)"])
    _ = try git(bare, ["update-ref", "refs/daybrief/sent", commit])
    _ = try git(bare, ["gc", "--auto", "--quiet"])
    return "commit \(commit.prefix(12)) on \(branch)"
  }

  private func parent(_ tip: String?) -> [String] { tip.map { ["-p", $0] } ?? [] }

  private func line(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  /// The commit that the index stands for, or nil.
  private func known(_ bare: String) throws -> String? {
    let found = try line(git(bare, ["rev-parse", "--quiet", "--verify", "refs/daybrief/sent"], accepting: [1]))
    return found.isEmpty ? nil : found
  }

  /// Starts from what is on the branch now: somebody else may have put something there.
  private func take(_ tip: String?, _ repository: String, _ reference: String, _ bare: String) throws {
    guard let tip else {
      _ = try git(bare, ["read-tree", "--empty"])
      return
    }
    _ = try git(bare, ["fetch", "--quiet", "--no-tags", "--depth=1", "--", repository, reference])
    _ = try git(bare, ["read-tree", tip])
  }

  /// Keeps hosts that run Jekyll from making pages of the Markdown, over the pages that are there.
  private func addNoJekyll(_ bare: String) throws {
    let empty = try line(git(bare, ["hash-object", "-w", "--stdin"]))
    _ = try git(bare, ["update-index", "--add", "--cacheinfo", "100644,\(empty),\(Shipment.noJekyll)"])
  }

  private func git(
    _ bare: String, _ arguments: [String], input: [UInt8] = [], accepting: Set<Int32> = [], outside: Bool = false
  ) throws -> String {
    // Asking for a password would wait for nobody until the morning after.
    var environment = ["GIT_TERMINAL_PROMPT": "0"]
    // Cron's environment often has no name to sign a commit with.
    for role in ["AUTHOR", "COMMITTER"] where ProcessInfo.processInfo.environment["GIT_\(role)_NAME"] == nil {
      environment["GIT_\(role)_NAME"] = "Daybrief"
      environment["GIT_\(role)_EMAIL"] = "daybrief@localhost"
    }
    let place = outside ? [] : ["--git-dir=\(bare)", "--work-tree=\(root)"]
    // The bytes of the site are what goes there, whatever the user's settings for texts are.
    let settings = ["-c", "core.autocrlf=false", "-c", "core.fileMode=false", "-c", "core.quotePath=false"]
    return try tool("git", environment: environment).run(
      place + settings + arguments, input: input, accepting: accepting)
  }
}
