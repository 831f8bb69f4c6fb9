import NewsModel
import Testing

@testable import Read

@Suite("Articles of feeds")
struct FeedArticleTests {
  @Test("each entry is an article with what the feed says of it")
  func articles() throws {
    let result = FeedSample.articles(FeedSample.rss)
    #expect(result.diagnostics == [])
    #expect(result.articles.map(\.id) == ["phare-test-port", "phare-test-gare", "phare-test-rien"])
    let first = try #require(result.articles.first)
    #expect(first.text == "La jetée est sûre, dit la mairie, et les bateaux de pêche pourront sortir dès lundi.")
    #expect(first.source == "Le Phare & la Jetée")
    #expect(first.author == "Maud Kerbrat")
    #expect(first.publishedBasis == .given)
    #expect(first.guid == "phare-1")
    #expect(first.language == "fr-FR")
    #expect(first.file == "a/feed.xml")
    #expect(first.foundInText == [])
    #expect(first.leftOut.map(\.reason) == [.share])
    #expect(result.articles[1].text == "Une seule phrase.")
    #expect(result.articles[2].text == "" && result.articles[2].title == nil)
  }

  @Test("an entry without an address is named by its own identifier, within its feed")
  func identifiers() {
    let text =
      "<rss><channel><item><guid isPermaLink=\"false\">12</guid><title>A</title></item><item><title>B</title></item>"
      + "<item><title>B</title></item></channel></rss>"
    #expect(FeedSample.articles(text).articles.map(\.id) == ["a-feed-12", "a-feed-b", "a-feed-b-2"])
  }

  @Test("what an entry took from another outlet is that outlet's")
  func source() {
    let text =
      "<rss><channel><title>Reader</title><item><title>A</title><source url=\"https://o.test\">Other</source></item></channel></rss>"
    #expect(FeedSample.articles(text).articles.first?.source == "Other")
  }

  @Test("an address that is not of the web is not kept; a date that cannot be read is told")
  func refused() {
    let text =
      "<rss><channel><item><title>A</title><link>javascript:alert(1)</link><pubDate>soon</pubDate></item></channel></rss>"
    let result = FeedSample.articles(text)
    #expect(result.articles.first?.url == nil)
    #expect(result.articles.first?.published == nil)
    #expect(result.articles.first?.publishedBasis == .unknown)
    #expect(result.diagnostics.map(\.code) == [.badDate])
  }

  @Test("a feed without entries, a list of feeds and other XML are told for what they are")
  func empty() {
    for text in ["<rss><channel><title>A</title></channel></rss>", "<opml><body/></opml>", "<urlset/>"] {
      let result = FeedSample.articles(text)
      #expect(result.articles.isEmpty)
      #expect(result.diagnostics.map(\.code) == [.empty])
    }
  }

  @Test("a feed is told by what it holds, whatever its file is called")
  func sniffing() {
    #expect(FeedSample.articles(FeedSample.atom, file: "saved").articles.count == 2)
    #expect(FeedSample.articles(FeedSample.json, file: "feed.json").articles.count == 2)
    #expect(
      FeedSample.articles("<!-- a page --><html><body><p>Words of a page.</p></body></html>", file: "a.html").articles
        .count == 1)
  }
}
