internal import Fetch
internal import Foundation
internal import NewsModel
package import Outside

/// Fetches the feeds of a configuration into its folder, and tells what came of it.
package struct FetchJob: Sendable {
  let configuration: Configuration
  let folder: FetchFolder
  let progress: any RunObserver
  let clock: Clock

  /// The fetching that a configuration asks for.
  package init(_ configuration: Configuration, file: String?, progress: any RunObserver, clock: Clock = .system) {
    self.configuration = configuration
    folder = FetchFolder(configuration.fetch.path(configurationFile: file))
    self.progress = progress
    self.clock = clock
  }

  /// Fetches what is due. A feed that cannot be had costs itself.
  ///
  /// - Returns: success; partial where a feed failed; locked where another run fetches into the folder.
  package func run() -> ExitStatus {
    guard Fetcher.isPossible else {
      progress.tell(Diagnostic(.unreadable, "libcurl is not installed; install it (libcurl4) to fetch feeds"))
      return .partial
    }
    do {
      guard let lock = try folder.lock() else {
        progress.tell(
          Diagnostic(.unreadable, "another run is fetching into this folder; wait for its end", file: folder.path))
        return .locked
      }
      defer { withExtendedLifetime(lock) {} }
      progress.begin("fetch")
      let report = fetcher.run(feeds) { progress.advance($0, of: $1) }
      tell(report)
      store(report)
      let isWhole = report.count { if case .failed = $0 { true } else { false } } == 0 && report.trouble == nil
      return isWhole && !report.stateWasDamaged ? .success : .partial
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error); nothing was fetched"))
      return .partial
    }
  }

  private var feeds: [Fetcher.Feed] {
    configuration.feeds.map {
      Fetcher.Feed(url: $0.url, followsPages: $0.followsPages ?? configuration.fetch.settings.followsPages)
    }
  }

  private var fetcher: Fetcher {
    var settings = configuration.fetch.settings
    let site = configuration.settings
    let contact = configuration.fetch.contact ?? site.contact ?? site.baseURL
    settings.agent = FetchSettings.agent(version: SiteBuild.version, contact: contact)
    let clock = clock
    return Fetcher(folder: folder, settings: settings, reading: .articles, now: { clock.secondsSince1970 })
  }

  // MARK: What came of it

  private func tell(_ report: FetchReport) {
    if report.stateWasDamaged {
      progress.tell(
        Diagnostic(
          .unreadable,
          "what fetching knew of earlier runs was damaged; it is kept as .state-damaged.json and made anew: every feed "
            + "was asked for whole", file: folder.path))
    }
    if let trouble = report.trouble { progress.tell(Diagnostic(.unreadable, trouble)) }
    for feed in report.feeds {
      let shown = WebURL.shown(feed.url)
      if case .failed(let why, let status) = feed.outcome {
        let answer = status.map { " (status \($0))" } ?? ""
        progress.tell(Diagnostic(.unreadable, "\(why.words)\(answer)", file: shown))
      }
      if let moved = feed.movedTo {
        progress.tell(Diagnostic(.unreadable, "it moved for good to \(moved); correct \"feeds\"", file: shown))
      }
    }
    progress.end("fetch", summary(report))
  }

  private func summary(_ report: FetchReport) -> String {
    let fresh = report.count { if case .new = $0 { true } else { false } }
    let same = report.count { $0 == .unchanged || $0 == .fresh }
    let waiting = report.count { if case .waiting = $0 { true } else { false } }
    let failed = report.count { if case .failed = $0 { true } else { false } }
    var parts = ["\(Count(report.feeds.count, "feed"))", "\(fresh) new", "\(same) unchanged"]
    if waiting > 0 { parts.append("\(waiting) not asked after earlier failures") }
    if failed > 0 { parts.append("\(failed) failed") }
    let pages = report.feeds.reduce(0) { $0 + $1.pages }
    if pages > 0 { parts.append("\(Count(pages, "page")) of entries") }
    let missed = report.feeds.reduce(0) { $0 + $1.failedPages }
    if missed > 0 { parts.append("\(Count(missed, "page")) not had") }
    if !report.refusals.isEmpty {
      parts.append("\(report.refusals.count) left alone as their publishers ask (report.json)")
    }
    return parts.joined(separator: ", ")
  }

  /// Writes `report.json` into the folder; a report that cannot be written costs nothing.
  private func store(_ report: FetchReport) {
    let state = folder.feeds()
    let record = FetchRecord(
      startedAt: clock.instant,
      feeds: report.feeds.map { FetchRecord.Feed($0, state[$0.url]) },
      leftAlone: report.refusals.map { FetchRecord.Refusal(url: $0.url, why: $0.why.rawValue) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else { return }
    try? data.write(to: URL(fileURLWithPath: "\(folder.path)/report.json"), options: .atomic)
  }
}

/// The report of a run of fetching, for operators.
private struct FetchRecord: Encodable {
  struct Feed: Encodable {
    var url: String
    var outcome: String
    var status: Int?
    var pages: Int
    var pagesNotHad: Int
    var movedTo: String?
    var lastGood: String?
    var failingSince: String?
    var why: String?
    var notBefore: String?

    init(_ feed: FetchReport.Feed, _ state: FetchState.Feed?) {
      url = WebURL.shown(feed.url)
      pages = feed.pages
      pagesNotHad = feed.failedPages
      movedTo = feed.movedTo
      switch feed.outcome {
      case .new: outcome = "new"
      case .unchanged: outcome = "unchanged"
      case .fresh: outcome = "fresh"
      case .waiting: outcome = "waiting"
      case .failed(let failure, let code):
        outcome = "failed"
        why = failure.rawValue
        status = code
      }
      why = why ?? state?.failure?.rawValue
      lastGood = state?.lastGood.map { Clock(secondsSince1970: $0).instant }
      failingSince = state?.failingSince.map { Clock(secondsSince1970: $0).instant }
      notBefore = state?.notBefore.map { Clock(secondsSince1970: $0).instant }
    }
  }

  struct Refusal: Encodable {
    var url: String
    var why: String
  }
  var program = "daybrief \(SiteBuild.version)"
  var startedAt: String
  var feeds: [Feed]
  var leftAlone: [Refusal]
}
