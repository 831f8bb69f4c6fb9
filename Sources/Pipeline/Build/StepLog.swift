internal import Foundation
internal import NewsModel
internal import Outside
internal import Publish
internal import Synchronization

/// Passes on what a run tells, and keeps it for the report of the run.
final class StepLog: RunObserver {
  private struct Notes {
    var started: [String: ContinuousClock.Instant] = [:]
    var report = RunRecord()
  }
  private let inner: any RunObserver
  private let notes = Mutex(Notes())

  init(_ inner: any RunObserver) { self.inner = inner }

  func begin(_ step: String) {
    notes.withLock { $0.started[step] = ContinuousClock.now }
    inner.begin(step)
  }

  func advance(_ done: Int, of total: Int) { inner.advance(done, of: total) }

  func end(_ step: String, _ summary: String) {
    notes.withLock { notes in
      let elapsed = notes.started[step].map { $0.duration(to: ContinuousClock.now) } ?? .zero
      notes.report.steps.append(RunRecord.Step(name: step, seconds: elapsed.seconds, summary: summary))
    }
    inner.end(step, summary)
  }

  func tell(_ diagnostic: Diagnostic) {
    notes.withLock { $0.report.diagnostics.append(diagnostic.message) }
    inner.tell(diagnostic)
  }

  /// Notes what a build read and wrote.
  func note(_ loaded: ArchivedLoader.Outcome, _ sites: [EditionPlan.Site], _ published: Publication.Report) {
    notes.withLock { notes in
      let coverage = sites.first?.composition.coverage
      notes.report.articles = loaded.digests.count
      notes.report.newArticles = loaded.extracted
      notes.report.filesRead = loaded.opened
      notes.report.edition = sites.first?.composition.briefs.first?.date?.description
      notes.report.oldest = coverage?.oldest?.description
      notes.report.newest = coverage?.newest?.description
      notes.report.leftOut = coverage?.leftOut.count ?? 0
      notes.report.written = published.written.count
      notes.report.unchanged = published.unchanged
      notes.report.removed = published.removed.count
    }
  }

  /// Notes what the site holds that a build left as it stands.
  func note(_ outcome: BuildMemo.Outcome) {
    notes.withLock { notes in
      notes.report.articles = outcome.articles
      notes.report.edition = outcome.edition
      notes.report.leftOut = outcome.diagnostics.count
    }
  }

  /// Notes how the feeds fare.
  func note(_ feeds: [FeedReport]) {
    notes.withLock { notes in
      notes.report.feeds = feeds.map {
        RunRecord.Feed(
          url: $0.url, lastGood: $0.lastGood?.description, failingSince: $0.failingSince?.description, why: $0.why)
      }
    }
  }

  /// The report of the run so far.
  func report(_ status: ExitStatus, request: SiteBuild.Request) -> RunRecord {
    notes.withLock { notes in
      notes.report.status = Int(status.rawValue)
      notes.report.output = request.output
      notes.report.seconds = notes.report.started.duration(to: ContinuousClock.now).seconds
      return notes.report
    }
  }
}

/// The report of a run: `run.json` in the state folder, and a row of the archive.
struct RunRecord: Encodable {
  /// A step of the run.
  struct Step: Encodable {
    var name: String
    var seconds: Double
    var summary: String
  }
  /// How a feed fares.
  struct Feed: Encodable {
    var url: String
    var lastGood: String?
    var failingSince: String?
    var why: String?
  }
  var program = "daybrief \(SiteBuild.version)"
  /// RFC 3339, by the system's clock: for operators, never for the site.
  var startedAt = Clock.system.instant
  var status = 0
  var output = ""
  var seconds = 0.0
  var edition: String?
  var articles = 0
  var newArticles = 0
  var filesRead = 0
  var leftOut = 0
  var oldest: String?
  var newest: String?
  var written = 0
  var unchanged = 0
  var removed = 0
  var steps: [Step] = []
  var diagnostics: [String] = []
  var feeds: [Feed] = []
  let started = ContinuousClock.now

  private enum CodingKeys: String, CodingKey {
    case program, startedAt, status, output, seconds, edition, articles, newArticles, filesRead, leftOut, oldest
    case newest, written, unchanged, removed, steps, diagnostics, feeds
  }

  /// The report on one line.
  var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Keeps the report; a report that cannot be kept costs no site.
  func store(_ state: StateFolder) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    try? data.write(to: URL(fileURLWithPath: state.reportPath), options: .atomic)
  }
}

extension Duration {
  /// As a number of seconds, to the millisecond.
  fileprivate var seconds: Double {
    let parts = components
    return (Double(parts.seconds) * 1000 + (Double(parts.attoseconds) / 1e15).rounded()) / 1000
  }
}
