internal import Archive
internal import Foundation
internal import NewsModel
internal import Outside
internal import Publish
internal import Render

/// What a build keeps so that the next one does only what changed.
struct BuildMemo {
  /// How a build ended.
  struct Outcome: Codable {
    var status: ExitStatus
    /// What could not be used.
    var diagnostics: [Diagnostic]
    /// What the operator and the editor should look at, and what costs nothing.
    var reminders: [Diagnostic]
    /// The day of the newest article of each outlet, as "2023-01-17".
    var newest: [String: String]
    /// How many articles are shown, and the day of the front page.
    var articles: Int
    var edition: String?
  }

  let archive: Archive
  let output: String
  private static let tracesKey = "traces"
  private static let contributionsKey = "contributions"
  private static let completeKey = "complete"
  /// What is kept of the search is a thousand bytes for each article; a row of SQLite holds a thousand million.
  private static let longestRow = 512 << 20

  init(archive: Archive, output: String) {
    self.archive = archive
    self.output = output
  }

  /// How the last build ended, where it was of the same fingerprint and its site stands.
  func outcome(of fingerprint: String) throws -> Outcome? {
    // All files are looked at only by builds that change something; without these no page is one.
    guard FileTree.areFiles("\(output)/", ["index.html", "style.css", "search/search.js", "data/files.txt"]),
      let bytes = try archive.state(BuildMemo.completeKey)
    else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
    guard parts.count == 2, parts[0] == fingerprint else { return nil }
    return try? JSONDecoder().decode(Outcome.self, from: Data(parts[1].utf8))
  }

  /// Keeps that a build is done.
  func keep(_ fingerprint: String, _ outcome: Outcome) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try archive.setState(
      BuildMemo.completeKey, Array("\(fingerprint)\n".utf8) + Array(try encoder.encode(outcome)))
  }

  /// The site as it stands before a build.
  struct Standing {
    /// What its pages were made from; nothing where the site is not the one of the last build.
    var traces = PageTraces()
    /// What its parts gave to its search and its tables; nothing where another program made it.
    var contributions = KeptContributions()
    /// Its files.
    var inventory: Inventory
  }

  /// The site as it stands.
  ///
  /// - Parameter isForgotten: whether all pages are to be made anew.
  func standing(_ writer: SiteWriter, isForgotten: Bool) throws -> Standing {
    guard !isForgotten else { return Standing(inventory: writer.inventory) }
    let isThere = FileTree.kind(of: "\(output)/index.html") == .file
    let looks = isThere ? try archive.state(BuildMemo.tracesKey) : nil
    return Standing(
      traces: looks.flatMap(PageTraces.init) ?? PageTraces(), contributions: try contributions(),
      inventory: writer.inventory)
  }

  private func contributions() throws -> KeptContributions {
    guard let row = try archive.state(BuildMemo.contributionsKey), row.starts(with: BuildMemo.program) else {
      return KeptContributions()
    }
    return KeptContributions(Array(row.dropFirst(BuildMemo.program.count))) ?? KeptContributions()
  }

  private static let program = Array("\(Revision.program)\n".utf8)

  /// Keeps what the site's pages were made from, and what its parts gave to search and tables.
  func keep(_ traces: [UInt8], _ contributions: KeptContributions) throws {
    let contributions = BuildMemo.program + contributions.bytes
    if contributions.count <= BuildMemo.longestRow {
      try archive.setState(BuildMemo.contributionsKey, contributions)
    }
    try archive.setState(BuildMemo.tracesKey, traces)
  }

  /// Forgets what is known of the site, which is about to change.
  static func forget(in archive: Archive) throws {
    // Where earlier programs kept a part of it.
    try archive.setState("pages", nil)
    try archive.setState(tracesKey, nil)
    try archive.setState(contributionsKey, nil)
    try forgetOutcome(in: archive)
  }

  /// Forgets how the last build ended, so that the next looks at everything.
  static func forgetOutcome(in archive: Archive) throws { try archive.setState(completeKey, nil) }
}
