internal import NewsModel
internal import Outside

extension Shipment {
  /// The status by which rsync says that files named to it are not there: those that are to go.
  private static let someFilesVanished: Int32 = 24

  /// Runs rsync on the list of files.
  ///
  /// Files of earlier days that are gone are named too and removed there; what others put there is left alone, which
  /// `--delete` would not do. All updates wait until every file has arrived.
  func sendByRsync(_ destination: String) throws -> String {
    // The folders of vanished pages are named behind them, so that they go when they are empty.
    let folders = Set(vanished.flatMap(Shipment.foldersAbove)).filter { Disk.kind(of: "\(root)/\($0)") == .missing }
    let list = files + vanished + folders.sorted { SitePath.precedes($1, $0) }
    _ = try tool("rsync").run(
      [
        // A window of -1 compares fractions of seconds too: two builds may fall into one.
        "--files-from=-", "--from0", "--times", "--modify-window=-1", "--omit-dir-times", "--delay-updates",
        "--delete-missing-args",
        "--force", "--timeout=120",
      ] + options + ["--", "./", destination], input: Shipment.zeroClosed(list),
      accepting: [Shipment.someFilesVanished])
    return "\(Count(files.count, "file")) compared, \(vanished.count) removed"
  }

  /// The folders that a path lies in, the nearest first.
  static func foldersAbove(_ path: String) -> [String] {
    var folders: [String] = []
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      folders.append(parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
    return folders
  }
}
