internal import Compose
internal import NewsModel
internal import Outside

/// Refuses a front page of a day that has not come and that no article reaches: it is a slip of the pen, and its edition
/// would stand before all others for as long.
///
/// The clock is looked at only where the day asked for lies after all articles, and decides only whether there is a site,
/// never what stands in it.
struct DayAhead {
  let request: SiteBuild.Request

  /// The days that a request asks for.
  init(_ request: SiteBuild.Request) { self.request = request }

  /// Why the day is refused; nil where it is not.
  func refusal(articles: [Article]) -> String? {
    let timeZone = request.configuration.settings.timeZone
    guard let day = request.day else { return nil }
    let newest = FutureDates(today: nil, timeZone: timeZone).newest(of: articles)
    if let newest, day <= newest { return nil }
    guard let today = request.today ?? request.clock.today(in: timeZone), day > today else { return nil }
    let last = newest.map { "the newest dated article (\($0))" } ?? "all articles (none is dated)"
    return "--date \(day) lies after today (\(today), \(timeZone)) and after \(last); correct the day. Nothing was "
      + "published, the old site stands"
  }
}
