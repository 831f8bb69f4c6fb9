internal import NewsModel

/// Finds outlets that have not been heard of for some days: a feed that died looks like a quiet one.
struct SilentOutlets {
  /// The newest day of each.
  let newest: [String: CivilDay]

  /// The outlets of some articles.
  init(_ digests: [Digest]) {
    var newest: [String: CivilDay] = [:]
    for article in digests.lazy.map(\.article) {
      guard let outlet = article.source, let day = article.trustedPublicationDay else { continue }
      newest[outlet] = max(newest[outlet] ?? day, day)
    }
    self.newest = newest
  }

  /// Outlets of which the newest days are known.
  init(newest: [String: String]) { self.newest = newest.compactMapValues { CivilDay(iso: $0) } }

  /// What to tell, by outlet.
  ///
  /// - Parameters:
  ///   - days: how many days of silence are told; nil tells none.
  ///   - today: the day to count from; the newest day of all where that is later, or where the clock knows none.
  func diagnostics(after days: Int?, today: CivilDay?) -> [Diagnostic] {
    guard let days, let latest = newest.values.max() else { return [] }
    let last = max(today ?? latest, latest)
    return newest.keys.sorted().compactMap { outlet in
      guard let day = newest[outlet], last.number - day.number > days else { return nil }
      return Diagnostic(
        .missingSource,
        "\(outlet): its newest article is of \(day), \(Count(last.number - day.number, "day")) ago; check its source")
    }
  }
}
