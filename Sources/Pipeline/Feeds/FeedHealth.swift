internal import Fetch
internal import NewsModel
internal import Outside

/// How the feeds of a configuration fare, by what fetching left in its folder.
enum FeedHealth {
  /// A report of each feed, in the order of the configuration; days are those of the site's time zone.
  static func reports(_ configuration: Configuration, file: String?) -> [FeedReport] {
    guard !configuration.feeds.isEmpty, let file else { return [] }
    let known = FetchFolder(configuration.fetch.path(configurationFile: file)).feeds()
    guard !known.isEmpty else { return [] }
    func day(_ seconds: Double?) -> CivilDay? {
      seconds.flatMap { Clock(secondsSince1970: $0).today(in: configuration.settings.timeZone) }
    }
    var seen: Set<String> = []
    return configuration.feeds.compactMap { feed in
      let url = WebURL.shown(feed.url)
      guard seen.insert(url).inserted else { return nil }
      let state = known[feed.url]
      return FeedReport(
        url: url, title: feed.title, lastGood: day(state?.lastGood), failingSince: day(state?.failingSince),
        why: state?.failure?.rawValue)
    }
  }

}
