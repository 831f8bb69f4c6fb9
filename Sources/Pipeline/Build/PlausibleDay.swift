internal import Compose
internal import NewsModel
internal import Outside

/// Refuses a front page of a day that has not come and that no article reaches, or that lies before all articles: it is a
/// slip of the pen. Its edition would stand before all others for as long, or all others would leave the site. New
/// editions that begin with a day that has not come and that no article reaches would be none.
///
/// The clock is looked at only where the day asked for lies after all articles, and decides only whether there is a site,
/// never what stands in it.
struct PlausibleDay {
  let request: SiteBuild.Request
  private var timeZone: String { request.configuration.settings.timeZone }

  /// The days that a request asks for.
  init(_ request: SiteBuild.Request) { self.request = request }

  /// Why the day is refused; nil where it is not.
  func refusal(_ digests: [Digest]) -> String? {
    guard request.day != nil || request.since != nil else { return nil }
    let days = FutureDates(today: nil, timeZone: timeZone).days(of: digests.map(\.article))
    let newest = days.max()
    if let since = request.since, let refusal = refusal("--since", since, newest: newest) { return refusal }
    guard let day = request.day else { return nil }
    if let oldest = days.min(), day < oldest {
      return
        "--date \(day) lies before the oldest dated article (\(oldest)); correct the day. Nothing was published, the "
        + "old site stands"
    }
    return refusal("--date", day, newest: newest)
  }

  /// Why a day is refused that lies after today and after all articles.
  private func refusal(_ option: String, _ day: CivilDay, newest: CivilDay?) -> String? {
    if let newest, day <= newest { return nil }
    guard let today = request.today ?? request.clock.today(in: timeZone), day > today else { return nil }
    let last = newest.map { "the newest dated article (\($0))" } ?? "all articles (none is dated)"
    return "\(option) \(day) lies after today (\(today), \(timeZone)) and after \(last); correct the day. Nothing was "
      + "published, the old site stands"
  }
}
