internal import Foundation
internal import Outside
internal import Synchronization

/// One run: what is done with each feed and each page.
struct FetchRun: Sendable {
  let folder: FetchFolder
  let settings: FetchSettings
  let reading: FetchReading
  let client: PoliteClient
  let ledger: Ledger
  /// Seconds since 1970.
  let started: Double
  let trouble = Trouble()

  /// The first thing that could not be written.
  final class Trouble: Sendable {
    private let words = Mutex<String?>(nil)
    var value: String? { words.withLock { $0 } }
    func note(_ error: FileError) { words.withLock { $0 = $0 ?? "\(error)" } }
  }

  private static let feedTypes =
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
    + "application/json;q=0.8, */*;q=0.5"

  // MARK: Feeds

  /// Fetches a feed where it is due, then the pages of its cut entries.
  func fetch(_ feed: Fetcher.Feed) -> FetchReport.Feed {
    var report = FetchReport.Feed(url: feed.url, outcome: .fresh)
    var state = ledger.feed(feed.url)
    if let notBefore = state.notBefore, notBefore > started {
      report.outcome = state.failures > 0 ? .waiting(until: notBefore) : .fresh
    } else {
      report.outcome = ask(feed.url, &state, &report)
      ledger.set(feed.url, state)
    }
    if feed.followsPages, state.failure != .reserved, let body = folder.newestBody(ofFeed: feed.url),
      let outline = reading.outline(body, state.movedTo ?? feed.url)
    {
      follow(outline, of: feed.url, &report)
    }
    keepState()
    return report
  }

  private func ask(
    _ address: String, _ state: inout FetchState.Feed, _ report: inout FetchReport.Feed
  ) -> FetchReport.Outcome {
    guard let original = WebURL(address) else { return fail(PoliteClient.Failure(why: .badAddress), &state) }
    let start = state.movedTo.flatMap { WebURL($0) } ?? original
    var question = PoliteClient.Question(accept: FetchRun.feedTypes, validated: state.validated)
    // Validators are worth nothing without what they are of.
    if !folder.bodies(ofFeed: address).isEmpty {
      if let etag = state.etag { question.validators.append("If-None-Match: \(etag)") }
      if let date = state.lastModified { question.validators.append("If-Modified-Since: \(date)") }
    }
    if question.validators.isEmpty { question.validated = nil }
    switch client.arrival(at: start, question) {
    case .failure(let failure):
      if failure.why == .notFound || failure.why == .gone { state.movedTo = nil }
      return fail(failure, &state)
    case .success(let arrival):
      return take(arrival, of: address, from: original, &state, &report)
    }
  }

  private func take(
    _ arrival: PoliteClient.Arrival, of address: String, from original: WebURL, _ state: inout FetchState.Feed,
    _ report: inout FetchReport.Feed
  ) -> FetchReport.Outcome {
    let answer = arrival.answer
    if UsageTerms(header: answer.header).forbid(.feed) {
      ledger.note(answer.url, .reserved)
      return fail(PoliteClient.Failure(why: .reserved, status: answer.status), &state)
    }
    var minutes: Int?
    var isNew = false
    if answer.status != 304 {
      guard let outline = reading.outline(answer.body, answer.url.text) else {
        return fail(PoliteClient.Failure(why: .wrongType, status: answer.status), &state)
      }
      minutes = outline.minutes
      do {
        isNew = try folder.keep(answer.body, ofFeed: address, now: started)
      } catch {
        trouble.note(error)
        return fail(PoliteClient.Failure(why: .other), &state)
      }
      state.etag = answer.header["etag"]
      state.lastModified = answer.header["last-modified"]
      state.validated = answer.url.text
    }
    if let moved = arrival.movedTo, original.user == nil, moved.text != state.movedTo, moved.text != original.text {
      state.movedTo = moved.text
      report.movedTo = moved.shown
    }
    let holds = max(Freshness.seconds(answer.header), min(Double(minutes ?? 0) * 60, FetchRun.longestInterval))
    state.notBefore = holds > 0 ? started + holds : nil
    state.lastGood = started
    state.failingSince = nil
    state.failures = 0
    state.failure = nil
    state.status = nil
    return isNew ? .new : .unchanged
  }

  /// A feed's own word on how often it changes is followed up to this: some say a day and mean their archive.
  private static let longestInterval = 3_600.0  // seconds

  private func fail(_ failure: PoliteClient.Failure, _ state: inout FetchState.Feed) -> FetchReport.Outcome {
    if failure.why != .outOfTime {
      state.failures += 1
      state.failingSince = state.failingSince ?? started
      state.failure = failure.why
      state.status = failure.status
      state.notBefore = started + max(failure.wait ?? 0, Freshness.backOff(failure.why, failures: state.failures))
    }
    return .failed(failure.why, status: failure.status)
  }

  // MARK: Pages

  private func follow(_ outline: FeedOutline, of feed: String, _ report: inout FetchReport.Feed) {
    var asked = 0
    for entry in outline.entries where entry.isCut {
      guard let url = WebURL(entry.link) else { continue }
      var page = ledger.page(url.text) ?? FetchState.Page(mark: "", feed: feed, listed: started)
      guard page.feed == feed else { continue }
      page.listed = started
      let isDue = !page.isKept || page.mark != entry.mark
      let isWaiting = (page.notBefore ?? 0) > started
      if isDue, !isWaiting, asked < settings.mostPages {
        asked += 1
        switch fetch(entry, at: url, of: feed) {
        case nil:
          page.isKept = true
          page.mark = entry.mark
          page.failures = 0
          page.failure = nil
          page.notBefore = nil
          report.pages += 1
        case let failure?:
          report.failedPages += 1
          guard failure.why != .outOfTime else { return }
          page.failures += 1
          page.failure = failure.why
          page.notBefore = started + max(failure.wait ?? 0, Freshness.backOff(failure.why, failures: page.failures))
          // A host that is overrun is left alone with all that it has.
          if failure.why == .tooManyRequests { asked = settings.mostPages }
        }
      }
      ledger.set(page: url.text, page)
    }
  }

  /// Fetches the page of an entry and keeps it as a record; nil where all went well.
  private func fetch(_ entry: FeedOutline.Entry, at url: WebURL, of feed: String) -> PoliteClient.Failure? {
    let question = PoliteClient.Question(kind: .page, accept: "text/html, application/xhtml+xml;q=0.9")
    switch client.arrival(at: url, question) {
    case .failure(let failure): return failure
    case .success(let arrival):
      let answer = arrival.answer
      if UsageTerms(header: answer.header, page: answer.body).forbid(.page) {
        ledger.note(answer.url, .reserved)
        return PoliteClient.Failure(why: .reserved, status: answer.status)
      }
      let type = answer.header.mediaType
      let isPage = type.map { ["text/html", "application/xhtml+xml", "application/xml", "text/xml"].contains($0) }
      guard isPage ?? true, let html = reading.page(answer.body, answer.header.charset) else {
        return PoliteClient.Failure(why: .wrongType, status: answer.status)
      }
      var record = entry.fields
      record["html"] = html
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let data = try? encoder.encode(record) else { return PoliteClient.Failure(why: .other) }
      do {
        try folder.store(Array(data), at: FetchFolder.page(url.text, ofFeed: feed))
      } catch {
        trouble.note(error)
        return PoliteClient.Failure(why: .other)
      }
      return nil
    }
  }

  // MARK: State

  /// Keeps what is known now, so that a run that is cut off loses nothing.
  func keepState() {
    do { try folder.keep(ledger.snapshot) } catch { trouble.note(error) }
  }

  /// Removes pages that no feed has led to for a while.
  func prunePages() {
    for (address, page) in ledger.forgetPages(before: started - FetchFolder.pagesKeptFor) {
      folder.forget(page: FetchFolder.page(address, ofFeed: page.feed))
    }
  }
}
