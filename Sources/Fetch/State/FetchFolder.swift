internal import Foundation
internal import NewsModel
package import Outside

/// The folder that fetched feeds and pages lie in, with what fetching keeps between runs.
///
/// `feeds/NAME/INSTANT.xml` is a feed as it came, `pages/NAME/HASH.json` the page of an entry as a line that
/// `daybrief read` takes. Files are put in place by rename. The state stands in `.state.json`, which no build reads as an
/// article: its first line is a checksum of the second.
package struct FetchFolder: Sendable {
  package let path: String

  /// A folder, which need not be there yet.
  package init(_ path: String) { self.path = path }

  /// Bodies of a feed stay so long, so that a build which comes rarely misses no entry, but no more than so many.
  static let keptFor = 3 * 86_400.0  // seconds
  static let mostKept = 24
  /// A page stays so long after no feed leads to it.
  static let pagesKeptFor = 7 * 86_400.0  // seconds

  /// The name of a feed's folder: its host, and a hash of its address.
  package static func name(of address: String) -> String {
    // No library of addresses is asked: a build has to find the folder without.
    let authority = address.split(separator: "/", maxSplits: 2).dropFirst().first?.prefix { $0 != "?" && $0 != "#" }
    let host = (authority ?? "").split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    let plain = host.utf8.map { byte -> UInt8 in
      let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D
      return isPlain ? byte : 0x2D
    }
    let start = String(decoding: plain.prefix(60).drop { $0 == 0x2E }, as: UTF8.self)
    return "\(start)-\(hash(Array(address.utf8)))"
  }

  /// A page's file, below the folder.
  package static func page(_ address: String, ofFeed feed: String) -> String {
    "pages/\(name(of: feed))/\(hash(Array(address.utf8))).json"
  }

  /// The 64-bit FNV-1a hash (Fowler, Noll, Vo) in sixteen hexadecimal digits.
  package static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Feeds

  /// The files of a feed below the folder, oldest first.
  package func bodies(ofFeed address: String) -> [String] {
    let folder = "feeds/\(FetchFolder.name(of: address))"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    return names.filter { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The newest body of a feed.
  package func newestBody(ofFeed address: String) -> [UInt8]? {
    bodies(ofFeed: address).last.flatMap { try? FileTree.read("\(path)/\($0)") }.map { Array($0) }
  }

  /// Keeps a body of a feed; false where it is the same as the newest.
  func keep(_ body: [UInt8], ofFeed address: String, now: Double) throws(FileError) -> Bool {
    if let newest = newestBody(ofFeed: address), newest == body { return false }
    let folder = "feeds/\(FetchFolder.name(of: address))"
    let taken = Set(bodies(ofFeed: address))
    let instant = FetchFolder.instant(now)
    var file = "\(folder)/\(instant).xml"
    var number = 2
    while taken.contains(file) {
      // Sorts behind the one without.
      file = "\(folder)/\(instant)_\(String(1_000 + number).dropFirst()).xml"
      number += 1
    }
    try store(body, at: file)
    let oldest = "\(folder)/\(FetchFolder.instant(now - FetchFolder.keptFor)).xml"
    let all = bodies(ofFeed: address)
    for (at, old) in all.enumerated() where old < oldest && at < all.count - 1 || all.count - at > FetchFolder.mostKept
    {
      unlink("\(path)/\(old)")
    }
    return true
  }

  /// Removes a page that no feed leads to any more.
  func forget(page file: String) { unlink("\(path)/\(file)") }

  // MARK: State

  private var statePath: String { "\(path)/.state.json" }

  /// What earlier runs kept, and whether what stands there is damaged; that is put aside.
  func state() -> (state: FetchState, isDamaged: Bool) {
    guard FileTree.kind(of: statePath) == .file, let data = try? FileTree.read(statePath) else {
      return (FetchState(), false)
    }
    if let state = FetchFolder.state(in: data) { return (state, false) }
    rename(statePath, "\(path)/.state-damaged.json")
    return (FetchState(), true)
  }

  /// The state of a file; nil where it is damaged.
  private static func state(in data: Data) -> FetchState? {
    guard let end = data.firstIndex(of: 0x0A) else { return nil }
    let rest = data[(end + 1)...]
    guard String(decoding: data[..<end], as: UTF8.self) == hash(Array(rest)) else { return nil }
    return try? JSONDecoder().decode(FetchState.self, from: rest)
  }

  /// Keeps the state for the next run.
  func keep(_ state: FetchState) throws(FileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(state) else {
      throw FileError(path: statePath, reason: "it cannot be written")
    }
    let rest = Array(data)
    try store(Array((FetchFolder.hash(rest) + "\n").utf8) + rest, at: ".state.json")
  }

  /// What is known of each feed, for a build: it changes nothing.
  package func feeds() -> [String: FetchState.Feed] {
    guard FileTree.kind(of: statePath) == .file, let data = try? FileTree.read(statePath) else { return [:] }
    return FetchFolder.state(in: data)?.feeds ?? [:]
  }

  /// Takes the lock of the folder, which is made where it is missing; nil where another run holds it.
  package func lock() throws(FileError) -> RunLock? {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(path: path, reason: "the folder cannot be made; give write permission")
    }
    return try RunLock(path: "\(path)/.lock")
  }

  /// Writes a file below the folder, put in place by rename.
  func store(_ bytes: [UInt8], at file: String) throws(FileError) {
    let target = "\(path)/\(file)"
    do {
      try FileManager.default.createDirectory(
        atPath: FolderPath.folder(of: target), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw FileError(path: target, reason: "it cannot be written; give write permission, or make room on the disk")
    }
  }

  /// "20261121T060000Z": instants that sort as they follow.
  static func instant(_ seconds: Double) -> String {
    let text = Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    return text.filter { $0 != "-" && $0 != ":" }
  }
}
