internal import Foundation
internal import NewsModel
internal import Outside

extension Shipment {
  /// What everything else is reached by, as the client's patterns; it follows in a second pass.
  private static let entrances = ["index.*", "feed.*", "sitemap.xml", "data/*", "briefs/*"]
  /// The most keys that one request may delete, by the protocol.
  private static let deletedAtOnce = 1000

  /// Runs the `aws` client, which compares sizes and times: pages first, then what points to them, then removals.
  ///
  /// Only what was sent from here is removed there; `--delete` would also remove what others put into the bucket.
  func sendToBucket(_ bucket: String, _ prefix: String, _ endpoint: String?) throws -> String {
    let service = endpoint.map { ["--endpoint-url", $0] } ?? []
    let hidden = [".*", "*/.*"] + Compression.allCases.map { "*.\($0.rawValue)" }
    for later in [Shipment.entrances, []] {
      let left = (hidden + later).flatMap { ["--exclude", $0] }
      _ = try aws(["s3", "sync", ".", "s3://\(bucket)/\(prefix)", "--only-show-errors"] + left + service + options)
    }
    for start in stride(from: 0, to: vanished.count, by: Shipment.deletedAtOnce) {
      let keys = vanished[start..<min(start + Shipment.deletedAtOnce, vanished.count)].map { ["Key": prefix + $0] }
      let list = "\(folder)/delete.json"
      let json = try JSONSerialization.data(withJSONObject: ["Objects": keys, "Quiet": true])
      try Disk.replace(list, with: Array(json))
      _ = try aws(["s3api", "delete-objects", "--bucket", bucket, "--delete", "file://\(list)"] + service)
    }
    return "\(Count(files.count, "file")) compared, \(vanished.count) removed"
  }

  private func aws(_ arguments: [String]) throws -> String {
    try tool("aws", environment: ["AWS_PAGER": ""]).run(arguments)
  }
}
