internal import Synchronization

/// The state of a run, which several hosts' requests change side by side, and what is told of it.
final class Ledger: Sendable {
  private let state: Mutex<FetchState>
  private let told: Mutex<[FetchReport.Refusal]>
  /// Seconds since 1970.
  let now: @Sendable () -> Double

  init(_ state: FetchState, now: @escaping @Sendable () -> Double) {
    self.state = Mutex(state)
    told = Mutex([])
    self.now = now
  }

  /// A copy of the state as it is.
  var snapshot: FetchState { state.withLock { $0 } }

  /// Refusals so far, in the order of addresses.
  var refusals: [FetchReport.Refusal] {
    told.withLock { $0 }.sorted { ($0.url, $0.why.rawValue) < ($1.url, $1.why.rawValue) }
  }

  func feed(_ address: String) -> FetchState.Feed { state.withLock { $0.feeds[address] ?? FetchState.Feed() } }

  func set(_ address: String, _ feed: FetchState.Feed) { state.withLock { $0.feeds[address] = feed } }

  func page(_ address: String) -> FetchState.Page? { state.withLock { $0.pages[address] } }

  func set(page address: String, _ page: FetchState.Page) { state.withLock { $0.pages[address] = page } }

  /// Forgets pages that no feed led to since an instant; answers them.
  func forgetPages(before instant: Double) -> [String: FetchState.Page] {
    state.withLock { state in
      let old = state.pages.filter { $0.value.listed < instant }
      for address in old.keys { state.pages[address] = nil }
      return old
    }
  }

  func site(_ origin: String) -> FetchState.Site? { state.withLock { $0.sites[origin] } }

  func set(site origin: String, _ site: FetchState.Site) { state.withLock { $0.sites[origin] = site } }

  /// Notes that something was left alone because its publisher asks for that.
  func note(_ url: WebURL, _ why: FetchFailure) {
    told.withLock { $0.append(FetchReport.Refusal(url: url.shown, why: why)) }
  }
}
