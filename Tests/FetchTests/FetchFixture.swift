import Foundation
import Outside

@testable import Fetch
@testable import Pipeline

/// A folder, a clock and settings for tests of fetching: this machine is allowed, nobody waits, limits are small.
final class FetchFixture {
  let folder: FetchFolder
  var settings = FetchSettings()
  /// Seconds since 1970.
  var now = 1_800_000_000.0

  init() {
    folder = FetchFolder(NSTemporaryDirectory() + "daybrief-fetch-" + UUID().uuidString)
    settings.allowedHosts = ["127.0.0.1"]
    settings.pause = 0
    settings.timeout = 1
    settings.longest = 8
    settings.largestTransfer = 64 << 10
    settings.largestAnswer = 256 << 10
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  /// Fetches some feeds.
  func run(_ addresses: [String], pages: Bool = false) -> FetchReport {
    let instant = now
    let fetcher = Fetcher(folder: folder, settings: settings, reading: .articles, now: { instant })
    return fetcher.run(addresses.map { Fetcher.Feed(url: $0, followsPages: pages) })
  }

  /// What came of one feed.
  func outcome(_ address: String, pages: Bool = false) -> FetchReport.Outcome? {
    run([address], pages: pages).feeds.first?.outcome
  }

  /// The newest body of a feed that is kept.
  func body(_ address: String) -> String? {
    folder.newestBody(ofFeed: address).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A feed of some entries, each with a page of its own at `address` where one is given.
  static func feed(_ titles: [String], pages address: String? = nil, text: String = "A short summary.") -> String {
    let items = titles.enumerated().map { index, title in
      let link = address.map { "<link>\($0)/page-\(index + 1)</link>" } ?? ""
      return "<item><title>\(title)</title>\(link)<guid>g\(index)</guid><description>\(text)</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>The Quay</title>\(items.joined())</channel></rss>"
  }
}
