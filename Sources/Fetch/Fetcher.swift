internal import CCurl
internal import Foundation

/// Fetches feeds and the pages of their entries into a folder, politely and within limits.
///
/// Nothing a server does makes it fail or hang: what cannot be had is a failure of that feed or page, which is
/// remembered, and the others go on.
package struct Fetcher: Sendable {
  /// A feed to fetch.
  package struct Feed: Sendable {
    /// As the configuration says it.
    package var url: String
    /// Whether its cut entries are followed to their pages.
    package var followsPages: Bool

    /// A feed at an address.
    package init(url: String, followsPages: Bool) {
      self.url = url
      self.followsPages = followsPages
    }
  }

  let folder: FetchFolder
  let settings: FetchSettings
  let reading: FetchReading
  /// Seconds since 1970.
  let now: @Sendable () -> Double

  /// A fetcher into a folder.
  ///
  /// - Parameter now: the clock, in seconds since 1970.
  package init(
    folder: FetchFolder, settings: FetchSettings, reading: FetchReading, now: @escaping @Sendable () -> Double
  ) {
    self.folder = folder
    self.settings = settings
    self.reading = reading
    self.now = now
  }

  /// Whether the library that fetching needs is installed.
  package static var isPossible: Bool { ccurl_is_there() != 0 }

  /// Fetches what is due. Feeds of different hosts go side by side, those of one host one after another.
  ///
  /// - Parameter progress: told how many feeds are through, of how many; from any thread.
  package func run(_ feeds: [Feed], progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) -> FetchReport {
    let (state, isDamaged) = folder.state()
    let ledger = Ledger(state, now: now)
    let gate = HostGate(end: .now + .seconds(settings.longest))
    let client = PoliteClient(settings: settings, gate: gate, ledger: ledger)
    let run = FetchRun(
      folder: folder, settings: settings, reading: reading, client: client, ledger: ledger, started: now())
    let groups = Fetcher.groups(feeds)
    let board = Board(groups: groups, count: feeds.count)
    let workers = (0..<min(settings.hostsAtOnce, groups.count)).map { _ in
      let thread = Thread {
        // A server that closes while it is written to is an error of the request, and no end of the process.
        var pipes = sigset_t()
        sigemptyset(&pipes)
        sigaddset(&pipes, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipes, nil)
        while let group = board.next() {
          for index in group {
            let result = run.fetch(feeds[index])
            board.put(result, at: index)
            progress(board.done, feeds.count)
          }
        }
        board.leave()
      }
      thread.stackSize = Fetcher.stackSize
      return thread
    }
    for worker in workers { worker.start() }
    board.wait(for: workers.count)
    run.prunePages()
    run.keepState()
    var report = FetchReport(feeds: board.results, refusals: ledger.refusals, stateWasDamaged: isDamaged)
    report.trouble = run.trouble.value
    return report
  }

  /// Readers of feeds nest as deep as what they read.
  private static let stackSize = 8 << 20

  /// Indices of feeds by host, in order.
  static func groups(_ feeds: [Feed]) -> [[Int]] {
    var order: [String] = []
    var byHost: [String: [Int]] = [:]
    for (index, feed) in feeds.enumerated() {
      let host = WebURL(feed.url)?.host ?? ""
      if byHost[host] == nil { order.append(host) }
      byHost[host, default: []].append(index)
    }
    return order.compactMap { byHost[$0] }
  }
}

/// What is left to do and what was done, for several threads.
private final class Board: @unchecked Sendable {
  // Guarded by `changed`.
  private var groups: [[Int]]
  private var reports: [FetchReport.Feed?]
  private var left = 0
  private let changed = NSCondition()

  init(groups: [[Int]], count: Int) {
    self.groups = groups.reversed()
    reports = Array(repeating: nil, count: count)
  }

  func next() -> [Int]? {
    changed.lock()
    defer { changed.unlock() }
    return groups.popLast()
  }

  func put(_ report: FetchReport.Feed, at index: Int) {
    changed.lock()
    reports[index] = report
    changed.unlock()
  }

  func leave() {
    changed.lock()
    left += 1
    changed.broadcast()
    changed.unlock()
  }

  func wait(for count: Int) {
    changed.lock()
    while left < count { changed.wait() }
    changed.unlock()
  }

  var done: Int {
    changed.lock()
    defer { changed.unlock() }
    return reports.count { $0 != nil }
  }

  var results: [FetchReport.Feed] {
    changed.lock()
    defer { changed.unlock() }
    return reports.compactMap { $0 }
  }
}
