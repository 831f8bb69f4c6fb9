internal import Archive
internal import Foundation
internal import NewsModel

/// All that a site depends on, in one line: where it is the same, there is nothing to do.
struct BuildFingerprint {
  let request: SiteBuild.Request
  let list: SourceList
  let stamps: SourceStamps
  /// The files of digests with their stamps.
  let digests: [(path: String, stamp: String)]
  let templates: [(path: String, text: String)]
  /// The text of the editor's decisions.
  let overrides: String
  /// How the feeds fare, which the page of sources says.
  let feeds: [FeedReport]

  /// The line.
  var text: String {
    var parts = [SiteBuild.version, Revision.text, request.output, overrides, "\(request.fromArchive)"]
    parts += [request.day?.description ?? "", request.since?.description ?? "", "\(request.backfill)"]
    parts.append(BuildFingerprint.text(of: request.configuration))
    parts.append("\(feeds)")
    for (path, text) in templates { parts += [path, text] }
    for file in list.files { parts += [file.path, stamps[file]] }
    for diagnostic in list.diagnostics { parts.append(diagnostic.message) }
    for (path, stamp) in digests { parts += [path, stamp] }
    return Checksum.hex(of: parts)
  }

  /// A configuration as text, its dictionaries in order.
  private static func text(of configuration: Configuration) -> String {
    var rest = configuration
    let rights = rest.settings.rights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
    rest.settings.rights = [:]
    rest.rightsLines = [:]
    // How feeds were fetched changes nothing but the files that came.
    rest.fetch = FetchPlan()
    return "\(rest) \(rights)"
  }
}
