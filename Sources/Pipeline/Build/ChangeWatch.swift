internal import Outside

/// Tells when what a site is made from looks otherwise than before: its configuration, sources, templates, decisions.
package struct ChangeWatch: Sendable {
  /// The files beside the sources: configuration, decisions.
  private let files: [String]
  private let request: SiteBuild.Request
  private var seen: String

  /// A watch that begins with how things look now.
  ///
  /// - Parameter configurationFile: the file that the request was read from, where there is one.
  package init(_ request: SiteBuild.Request, configurationFile: String?) {
    self.request = request
    let overrides = request.configuration.overrides ?? configurationFile.map(Overrides.path(besideConfiguration:))
    files = ([configurationFile, overrides].compactMap(\.self) + request.digestFiles)
    seen = ""
    seen = look
  }

  /// Whether anything looks otherwise than at the last call; what is still being written may change once more.
  package mutating func hasChanged() -> Bool {
    let now = look
    defer { seen = now }
    return now != seen
  }

  private var look: String {
    let list = SourceList(request)
    let stamps = SourceStamps(list)
    var out = list.files.map { $0.path + stamps[$0] }
    out += files.map { $0 + (FileTree.stamp(of: $0) ?? "") }
    if let folder = request.configuration.templates {
      for entry in (try? FileTree.files(below: folder)) ?? [] {
        out.append(entry.path + (FileTree.stamp(of: entry.path) ?? ""))
      }
    }
    return out.joined(separator: "\n")
  }
}
