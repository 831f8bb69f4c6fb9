internal import Compose
internal import NewsModel

/// Puts articles on the undated shelf whose date has not come yet, and says so.
struct DoubtedDates {
  /// The day of the run in the configured time zone; nil where nobody asked the clock.
  let today: CivilDay?
  let timeZone: String
  let loader: ArticleLoader

  /// Takes such dates out of what was loaded: nothing is counted from them, and no edition is of them.
  ///
  /// - Parameter editions: the days that have editions.
  /// - Returns: the days of editions that are slips of earlier runs.
  func apply(to loaded: inout ArchivedLoader.Outcome, editions: [CivilDay]) async -> Set<CivilDay> {
    let judge = FutureDates(today: today, timeZone: timeZone)
    let judgement = judge.judgement(of: loaded.digests.map(\.article), editions: editions)
    let doubtful = loaded.digests.indices.filter { judgement.doubtful[loaded.digests[$0].article.id] != nil }
    let articles = doubtful.map { index -> Article in
      var article = loaded.digests[index].article
      article.publishedBasis = .unknown
      article.diagnostics.append(Diagnostic(.futureDate, article.published ?? ""))
      return article
    }
    // What was counted from the date is found again without it.
    for (index, digest) in zip(doubtful, await loader.digests(of: articles)) {
      let article = digest.article
      loaded.digests[index] = digest
      loaded.contents[article.id]? += " \(Diagnostic.Code.futureDate.rawValue)"
      loaded.diagnostics.append(
        Diagnostic(
          .futureDate,
          "published \(article.published ?? ""): \(reason); the article stands on the undated shelf; correct the date",
          file: article.file ?? article.id))
    }
    return judgement.empty
  }

  private var reason: String {
    today.map { "that day has not come yet, it is \($0) now" }
      ?? "that is more than ten years after every other article"
  }
}
