internal import CCurl

/// How long an answer holds, and when to come back.
package enum Freshness {
  /// A feed that says it holds longer is asked once a day all the same.
  static let longest = 86_400.0  // seconds
  /// Nobody is put off for longer.
  static let longestWait = 7 * 86_400.0  // seconds

  /// Seconds for which an answer needs not be asked for again: `max-age` less its age (RFC 9111, §5.2); 0 where nothing
  /// is said or it is to be asked about each time.
  package static func seconds(_ header: HeaderFields) -> Double {
    var age = 0.0
    for part in header.all("cache-control").joined(separator: ",").split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        $0.filter { !$0.isWhitespace && $0 != "\"" }.lowercased()
      }
      switch pair.first {
      case "no-cache", "no-store": return 0
      case "max-age": age = pair.count > 1 ? Double(pair[1]) ?? 0 : 0
      default: break
      }
    }
    let spent = header["age"].flatMap(Double.init) ?? 0
    return min(max(0, age - max(0, spent)), longest)
  }

  /// Seconds that a server asks to wait (`Retry-After`, RFC 9110, §10.2.3): a number, or a date; nil where it asks for
  /// nothing.
  package static func retryAfter(_ header: HeaderFields, now: Double) -> Double? {
    guard let value = header["retry-after"] else { return nil }
    if let seconds = Double(value), seconds.isFinite { return min(max(0, seconds), longestWait) }
    let date = ccurl_date(value)
    return date < 0 ? nil : min(max(0, Double(date) - now), longestWait)
  }

  /// Seconds to leave what failed alone: a quarter of an hour after the first failure, twice as long after each
  /// further one, at most a day; what is gone is asked about once a week, what is reserved twice a day.
  package static func backOff(_ failure: FetchFailure, failures: Int) -> Double {
    switch failure {
    // Nothing was asked for, or the configuration has to change: the next run looks again.
    case .outOfTime, .privateAddress, .badAddress: 0
    case .gone: longestWait
    case .reserved, .robots: longest / 2
    default: min(longest, 900 * Double(1 << min(max(0, failures - 1), 10)))
    }
  }
}
