import Foundation
import NewsModel
import Outside
import Testing

@testable import Pipeline

@Suite("Feeds of a configuration")
struct FeedSourceTests {
  @Test("feeds are addresses, or addresses with titles")
  func configured() throws {
    let text = "feeds:\n  - https://a.test/feed\n  - {url: \"https://b.test/f?x=1\", title: B & C}\n"
    #expect(
      try Configuration(parsing: text, file: "daybrief.yml").feeds == [
        FeedSource(url: "https://a.test/feed"), FeedSource(url: "https://b.test/f?x=1", title: "B & C"),
      ])
    for wrong in ["feeds: 3\n", "feeds: [file:///etc/passwd]\n", "feeds: [{title: A}]\n"] {
      #expect(throws: ConfigurationError.self) { try Configuration(parsing: wrong, file: "daybrief.yml") }
    }
  }

  @Test("a list from a feed reader becomes a configuration that says the same, and a list again")
  func starter() throws {
    let folder = NSTemporaryDirectory() + "daybrief-opml-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let list = """
      <opml version="2.0"><body><outline text="Le &quot;Phare&quot; \\ &amp; co" xmlUrl="https://phare.test/feed?a=1&amp;b=2"/>
      <outline xmlUrl="http://b.test/"/></body></opml>
      """
    try list.write(toFile: "\(folder)/list.opml", atomically: true, encoding: .utf8)
    let feeds = try FeedSource.feeds(inOPML: "\(folder)/list.opml")
    #expect(
      feeds == [
        FeedSource(url: "https://phare.test/feed?a=1&b=2", title: "Le \"Phare\" \\ & co"),
        FeedSource(url: "http://b.test/"),
      ])
    let text = ConfigurationText(language: "fr", feeds: feeds).text
    #expect(try Configuration(parsing: text, file: "daybrief.yml").feeds == feeds)
    let again = FeedSource.opml(feeds, title: "Brief")
    try again.write(toFile: "\(folder)/again.opml", atomically: true, encoding: .utf8)
    #expect(try FeedSource.feeds(inOPML: "\(folder)/again.opml").map(\.url) == feeds.map(\.url))
    #expect(try FeedSource.feeds(inOPML: "\(folder)/again.opml").first?.title == feeds.first?.title)
  }

  @Test("what is no list, or lists nothing, is told")
  func refused() throws {
    let file = NSTemporaryDirectory() + "daybrief-no-list-\(UUID().uuidString).opml"
    defer { try? FileManager.default.removeItem(atPath: file) }
    for text in ["<rss><channel/></rss>", "<opml><body><outline text=\"x\"/></body></opml>"] {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(throws: FileError.self) { try FeedSource.feeds(inOPML: file) }
    }
    #expect(throws: FileError.self) { try FeedSource.feeds(inOPML: file + ".none") }
  }
}
