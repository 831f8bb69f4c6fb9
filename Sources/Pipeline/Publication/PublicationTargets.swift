internal import Foundation
internal import Publish
internal import Yams

extension KeyReading {
  /// The keys of one target beside the one that says its kind.
  private static let furtherKeys = ["name", "options", "branch", "endpoint"]
  private static let kinds = ["directory", "rsync", "git", "s3"]

  /// The list of targets, each with a name of its own.
  func targets() throws(ConfigurationError) -> [Target] {
    guard let entries = value.sequence else { throw error("\"\(key)\" has to be a list, such as [{rsync: …}]") }
    var targets: [Target] = []
    for entry in entries {
      var target = try TargetReading(list: self, entry: entry).target()
      let taken = targets.map(\.name)
      if entry.mapping?["name"] != nil, taken.contains(target.name) {
        throw error("two targets are named \"\(target.name)\"")
      }
      var number = 2
      while taken.contains(target.name) {
        target.name = "\(target.place.kind)-\(number)"
        number += 1
      }
      targets.append(target)
    }
    return targets
  }

  /// One entry of the list.
  private struct TargetReading {
    let list: KeyReading
    let entry: Node

    private func error(_ reason: String) -> ConfigurationError {
      ConfigurationError(file: list.file, line: entry.mark?.line ?? list.line, reason: reason)
    }

    func target() throws(ConfigurationError) -> Target {
      let keys = (entry.mapping?.keys).map { $0.compactMap { $0.scalar?.string } } ?? []
      let kind = keys.filter(KeyReading.kinds.contains)
      guard kind.count == 1, let kind = kind.first else {
        throw error("each target has to have one of \(KeyReading.kinds.joined(separator: ", "))")
      }
      let allowed = KeyReading.kinds + KeyReading.furtherKeys
      if let unknown = keys.first(where: { !allowed.contains($0) }) {
        let near = Suggestion.nearest(to: unknown, in: allowed)
        throw error("unknown key \"\(unknown)\" of a target" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      for (key, only) in [("branch", "git"), ("endpoint", "s3")] where keys.contains(key) && kind != only {
        throw error("\"\(key)\" belongs to a target of kind \(only)")
      }
      let options = try options()
      if kind == "directory", !options.isEmpty { throw error("a directory takes no \"options\"") }
      return Target(name: try name() ?? kind, place: try place(kind), options: options)
    }

    /// A value of the entry; one that begins with a dash would be taken for an option by the tool.
    private func text(_ key: String) throws(ConfigurationError) -> String? {
      guard let node = entry.mapping?[key] else { return nil }
      guard let text = node.scalar?.string, !text.isEmpty, !text.hasPrefix("-") else {
        throw error("\"\(key)\" of a target has to be a word that does not begin with a dash")
      }
      if let url = URL(string: text), url.password != nil {
        throw error("\"\(key)\" of a target holds a password; give it to the tool itself, not to this file")
      }
      return text
    }

    private func name() throws(ConfigurationError) -> String? {
      guard let name = try text("name") else { return nil }
      // It is the name of a folder too.
      guard name.utf8.allSatisfy({ $0 < 0x80 && (isalnum(Int32($0)) != 0 || $0 == UInt8(ascii: "-")) }) else {
        throw error("the name of a target has to be of letters, digits and dashes, not \"\(name)\"")
      }
      return name
    }

    private func options() throws(ConfigurationError) -> [String] {
      guard let node = entry.mapping?["options"] else { return [] }
      let texts = node.sequence?.compactMap { $0.scalar?.string } ?? []
      guard let sequence = node.sequence, texts.count == sequence.count else {
        throw error("\"options\" of a target has to be a list of words")
      }
      return texts
    }

    private func place(_ kind: String) throws(ConfigurationError) -> Target.Place {
      let text = try text(kind) ?? ""
      switch kind {
      case "directory": return .directory(local(text))
      case "rsync": return .rsync(text.contains(":") ? text : local(text))
      case "git":
        let branch = try self.text("branch") ?? "pages"
        guard !branch.contains(where: { " :~^?*[\\".contains($0) }), !branch.contains("..") else {
          throw error("\"\(branch)\" is no name of a branch")
        }
        return .git(text.contains(":") ? text : local(text), branch: branch)
      default: return try bucket(text)
      }
    }

    private func bucket(_ text: String) throws(ConfigurationError) -> Target.Place {
      let parts = text.dropFirst("s3://".count).split(separator: "/").map(String.init)
      guard text.hasPrefix("s3://"), let bucket = parts.first else {
        throw error("\"s3\" has to be a bucket such as s3://name or s3://name/folder, not \"\(text)\"")
      }
      let endpoint = try self.text("endpoint")
      if let endpoint, !endpoint.hasPrefix("http://"), !endpoint.hasPrefix("https://") {
        throw error("\"endpoint\" has to begin with https:// or http://, not \"\(endpoint)\"")
      }
      return .s3(bucket: bucket, prefix: parts.dropFirst().map { "\($0)/" }.joined(), endpoint: endpoint)
    }

    /// A path of this machine, wherever the tool is run.
    private func local(_ path: String) -> String {
      let absolute = URL(fileURLWithPath: list.path(path)).standardizedFileURL.path
      return path.hasSuffix("/") ? absolute + "/" : absolute
    }
  }
}
