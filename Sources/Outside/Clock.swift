internal import Foundation
package import NewsModel

/// The clock, read only where the user asks for "today", for a day that no article reaches and that may not have come, or to
/// be told of outlets that fell silent.
package struct Clock: Sendable {
  private let now: @Sendable () -> Date

  /// The system's clock.
  package static let system = Clock(now: { Date() })

  /// A clock that always says the same, in seconds since 1970, for tests.
  package init(secondsSince1970: Double) { now = { Date(timeIntervalSince1970: secondsSince1970) } }

  private init(now: @escaping @Sendable () -> Date) { self.now = now }

  /// Seconds of processor time that this process used so far, on all threads.
  package static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// The instant now (RFC 3339, UTC), for reports to operators.
  package var instant: String { now().formatted(.iso8601) }

  /// Seconds since 1970.
  package var secondsSince1970: Double { now().timeIntervalSince1970 }

  /// The civil day in an IANA time zone, or nil where there is no such zone.
  package func today(in timeZone: String) -> CivilDay? {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: now())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }
}
