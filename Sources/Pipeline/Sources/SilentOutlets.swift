internal import NewsModel

/// Finds outlets that have not been heard of for some days: a feed that died looks like a quiet one.
struct SilentOutlets {
  /// How many days of silence are told; nil tells none.
  let days: Int?

  /// What to tell, by outlet.
  ///
  /// - Parameter today: the day to count from; where the clock was not asked, the newest day among the articles.
  func diagnostics(_ digests: [Digest], _ today: CivilDay?) -> [Diagnostic] {
    guard let days else { return [] }
    var newest: [String: CivilDay] = [:]
    for article in digests.lazy.map(\.article) {
      guard let outlet = article.source, let day = article.trustedPublicationDay else { continue }
      newest[outlet] = max(newest[outlet] ?? day, day)
    }
    guard let last = today ?? newest.values.max() else { return [] }
    return newest.keys.sorted().compactMap { outlet in
      guard let day = newest[outlet], last.number - day.number > days else { return nil }
      return Diagnostic(
        .missingSource,
        "\(outlet): its newest article is of \(day), \(Count(last.number - day.number, "day")) ago; check its source")
    }
  }
}
