internal import Foundation

/// Lets one request at a time to a host, with a pause between two.
final class HostGate: @unchecked Sendable {
  // Guarded by `changed`.
  private var busy: Set<String> = []
  private var freeFrom: [String: ContinuousClock.Instant] = [:]
  private let changed = NSCondition()
  private let end: ContinuousClock.Instant

  /// A gate that closes at an instant.
  init(end: ContinuousClock.Instant) { self.end = end }

  /// Seconds until the gate closes.
  var secondsLeft: Double { HostGate.seconds(.now, end) }

  /// Does work once the host is free; nil where the gate closed before.
  ///
  /// - Parameter pause: seconds that the next request to this host has to wait after this one.
  func pass<T>(_ host: String, pause: Double, _ work: () -> T) -> T? {
    changed.lock()
    while true {
      let now = ContinuousClock.now
      guard now < end else {
        changed.unlock()
        return nil
      }
      let isBusy = busy.contains(host)
      let from = freeFrom[host] ?? now
      if !isBusy && from <= now { break }
      let wait = isBusy ? HostGate.seconds(now, end) : min(HostGate.seconds(now, from), HostGate.seconds(now, end))
      _ = changed.wait(until: Date(timeIntervalSinceNow: wait))
    }
    busy.insert(host)
    changed.unlock()
    defer {
      changed.lock()
      busy.remove(host)
      freeFrom[host] = .now + .seconds(pause)
      changed.broadcast()
      changed.unlock()
    }
    return work()
  }

  private static func seconds(_ a: ContinuousClock.Instant, _ b: ContinuousClock.Instant) -> Double {
    let parts = a.duration(to: b).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
