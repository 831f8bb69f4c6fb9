internal import Fetch
internal import Foundation
internal import NewsModel

/// How the feeds of a configuration fare, by what fetching left in its folder.
enum FeedHealth {
  /// A report of each feed, in the order of the configuration; days are those of the site's time zone.
  static func reports(_ configuration: Configuration, file: String?) -> [FeedReport] {
    guard !configuration.feeds.isEmpty, let file else { return [] }
    let known = FetchFolder(configuration.fetch.path(configurationFile: file)).feeds()
    guard !known.isEmpty else { return [] }
    let zone = TimeZone(identifier: configuration.settings.timeZone)
    var seen: Set<String> = []
    return configuration.feeds.compactMap { feed in
      let url = WebURL.shown(feed.url)
      guard seen.insert(url).inserted else { return nil }
      let state = known[feed.url]
      return FeedReport(
        url: url, title: feed.title, lastGood: day(state?.lastGood, zone), failingSince: day(state?.failingSince, zone),
        why: state?.failure?.rawValue)
    }
  }

  private static func day(_ seconds: Double?, _ zone: TimeZone?) -> CivilDay? {
    guard let seconds, let zone else { return nil }
    let instant = Date(timeIntervalSince1970: seconds)
    let local = Int((seconds + Double(zone.secondsFromGMT(for: instant))).rounded(.down))
    return CivilDay(number: (local - (local % 86_400 + 86_400) % 86_400) / 86_400)
  }
}
