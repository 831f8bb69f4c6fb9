import NewsModel
import Testing

@testable import Read

@Suite("Feeds")
struct FeedReaderTests {
  @Test("an RSS feed says what it is and what each item holds")
  func rss() throws {
    let feed = try #require(FeedSample.feed(FeedSample.rss))
    #expect(feed.format == .rss)
    #expect(feed.title == "Le Phare & la Jetée")
    #expect(feed.link == "https://phare.test/")
    #expect(feed.address == "https://phare.test/feed.xml")
    #expect(feed.language == "fr-FR")
    #expect(feed.minutesBetweenChanges == 45)
    #expect(feed.entries.count == 3)
    let first = try #require(feed.entries.first)
    #expect(first.title == "Le port rouvre lundi & sans pluie")
    #expect(first.link == "https://phare.test/port")
    #expect(first.guid == "phare-1")
    #expect(first.authors == ["Maud Kerbrat"])
    #expect(first.published == "2023-02-14T08:30:00+01:00")
    #expect(first.categories == ["Mer"])
    #expect(first.media == [FeedMedia(url: "https://phare.test/son.mp3", type: "audio/mpeg")])
    #expect(first.summary?.plain == "La jetée est sûre.")
    #expect(first.text == first.content)
    #expect(feed.entries[1].link == "https://phare.test/gare")
    #expect(feed.entries[1].title == "La gare attend")
    #expect(feed.entries[1].media.map(\.type) == ["image"])
    #expect(
      feed.entries[2]
        == {
          var entry = FeedEntry(); entry.link = "https://phare.test/rien"; entry.language = "fr-FR"; return entry
        }())
  }

  @Test("an Atom feed counts addresses from its base and knows its kinds of text")
  func atom() throws {
    let feed = try #require(FeedSample.feed(FeedSample.atom))
    #expect(feed.format == .atom)
    #expect(feed.title == "Gazette <3")
    #expect(feed.link == "https://gazette.test/blog/")
    #expect(feed.address == "https://gazette.test/blog/feed.atom")
    #expect(feed.next == "https://gazette.test/blog/feed.atom?page=2")
    #expect(feed.updated == "2023-02-15T00:00:00Z")
    let (first, second) = (feed.entries[0], feed.entries[1])
    #expect(first.title == "A bold step")
    #expect(first.link == "https://gazette.test/p/1")
    #expect(first.guid == "tag:gazette.test,2023:1")
    #expect(first.published == "2023-02-13T09:00:00-05:00")
    #expect(first.updated == "2023-02-14T10:00:00Z")
    #expect(first.authors == ["Ann Example"])
    #expect(first.content?.plain == "The first line ends here. So does the second.")
    #expect(first.media == [FeedMedia(url: "https://gazette.test/blog/a.ogg", type: "audio/ogg")])
    #expect(second.title == "1 < 2")
    #expect(second.published == "2023-02-14")
    #expect(second.authors == ["The Desk"])
    #expect(second.sourceTitle == "Another Paper")
    #expect(second.language == "en")
  }

  @Test("an RDF feed has its items beside the channel, and a period of its own")
  func rdf() throws {
    let feed = try #require(FeedSample.feed(FeedSample.rdf))
    #expect(feed.format == .rdf)
    #expect(feed.title == "R")
    #expect(feed.link == "https://r.test/")
    #expect(feed.minutesBetweenChanges == 720)
    #expect(feed.entries.map(\.title) == ["Uno"])
    #expect(feed.entries.first?.guid == "https://r.test/1")
    #expect(feed.entries.first?.published == "2023-02-14T10:00:00+01:00")
    #expect(feed.entries.first?.language == "es")
  }

  @Test("a JSON feed is read, and one that was cut off as far as it goes")
  func json() throws {
    let feed = try #require(FeedSample.feed(FeedSample.json))
    #expect(feed.format == .json)
    #expect(feed.isExpired)
    #expect(feed.next == "https://j.test/feed?page=2" || feed.next == "/feed?page=2")
    let first = feed.entries[0]
    #expect(first.guid == "7")
    #expect(first.link == "https://j.test/seven")
    #expect(first.authors == ["Ann", "Bob"])
    #expect(first.published == "2023-02-14T10:00:00-05:00")
    #expect(first.updated == "2023-02-15T10:00:00Z")
    #expect(first.content == FeedText("One short line.\n\nAnd another.", isMarkup: false))
    #expect(feed.entries[1].link == "https://j.test/8")
    #expect(feed.entries[1].authors == ["The Desk"])
    #expect(feed.entries[1].content?.plain == "Markup here.")
    let cut = String(FeedSample.json.prefix(FeedSample.json.count - 40))
    #expect(FeedSample.feed(cut)?.entries.count == 2)
  }

  @Test("Atom 0.3 has its own names for dates, and modes for text")
  func oldAtom() throws {
    let feed = try #require(
      FeedSample.feed(
        """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">O &lt;b&gt;K&lt;/b&gt;</title>
        <tagline>x</tagline><modified>2004-01-02T00:00:00Z</modified>
        <entry><title mode="base64">UG9ydCBvdXZlcnQ=</title><id>a</id><issued>2004-01-01T19:48:21Z</issued>
        <modified>2004-01-02T19:48:21Z</modified><created>2003-01-01T00:00:00Z</created>
        <link rel="alternate" type="text/html" href="https://o.test/1"/></entry></feed>
        """))
    #expect(feed.title == "O K")
    #expect(feed.updated == "2004-01-02T00:00:00Z")
    #expect(feed.entries[0].title == "Port ouvert")
    #expect(feed.entries[0].published == "2004-01-01T19:48:21Z")
    #expect(feed.entries[0].updated == "2004-01-02T19:48:21Z")
    #expect(feed.entries[0].link == "https://o.test/1")
  }

  @Test("what other vocabularies say counts where the format's own says nothing")
  func precedence() {
    let entry = FeedSample.entry(
      """
      <media:title>Photo</media:title><itunes:title>Podcast</itunes:title><dc:title>Dublin</dc:title>
      <itunes:author>I</itunes:author><dc:creator>D</dc:creator><dc:date>2023-02-14</dc:date>
      """)
    #expect(entry?.title == "Dublin")
    #expect(entry?.authors == ["D"])
    #expect(entry?.published == "2023-02-14")
    #expect(entry?.updated == "2023-02-14")
    #expect(FeedSample.entry("<media:title>Photo</media:title><title>Own</title>")?.title == "Own")
  }

  @Test("the link of an item is its own, then an Atom link's, then its permalink")
  func links() {
    #expect(
      FeedSample.entry("<link>https://a.test/1</link><atom:link rel=\"self\" href=\"https://a.test/2\"/>")?.link
        == "https://a.test/1")
    #expect(FeedSample.entry("<link/><atom:link href=\"https://a.test/2\"/>")?.link == "https://a.test/2")
    #expect(FeedSample.entry("<guid>https://a.test/3</guid>")?.link == "https://a.test/3")
    #expect(FeedSample.entry("<guid isPermaLink=\"false\">https://a.test/3</guid>")?.link == nil)
    #expect(FeedSample.entry("<link> /4\n</link>", head: "<link>https://a.test/x/</link>")?.link == "https://a.test/4")
  }

  @Test("authors are names; an address of mail beside one is left out, and alone is none")
  func authors() {
    #expect(FeedSample.entry("<author>ann@a.test (Ann Example)</author>")?.authors == ["Ann Example"])
    #expect(FeedSample.entry("<author>Ann Example &lt;ann@a.test&gt;</author>")?.authors == ["Ann Example"])
    #expect(FeedSample.entry("<author>ann@a.test</author>")?.authors == [])
    #expect(FeedSample.entry("<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>")?.authors == ["Ann", "Bob"])
  }

  @Test("a channel of 1997 says in attributes what others say in elements")
  func channelDefinition() {
    let text =
      "<CHANNEL HREF='http://c.test/'><TITLE>C</TITLE><ITEM HREF='/1' LASTMOD='1997-11-05T10:00Z'><TITLE>One</TITLE></ITEM></CHANNEL>"
    let entry = FeedSample.feed(text, address: "http://c.test/c.cdf")?.entries.first
    #expect(entry?.title == "One")
    #expect(entry?.link == "http://c.test/1")
    #expect(entry?.updated == "1997-11-05T10:00:00Z")
  }

  @Test("other XML and other JSON are no feeds")
  func others() {
    #expect(FeedSample.feed("<urlset><url><loc>https://a.test/</loc></url></urlset>") == nil)
    #expect(FeedSample.feed("<html><body><p>No feed.</p></body></html>") == nil)
    #expect(FeedSample.feed("{\"title\":\"an article\",\"text\":\"words\"}") == nil)
    #expect(FeedSample.feed("plain words") == nil)
    #expect(FeedSample.feed("") == nil)
  }

  @Test(
    "a feed is read in the encoding that it is in",
    arguments: [
      ("UTF-16LE", "\u{FEFF}<rss><channel><item><title>été</title></item></channel></rss>"),
      ("UTF-16BE", "<rss><channel><item><title>été</title></item></channel></rss>"),
      (
        "ISO-8859-15",
        "<?xml version='1.0' encoding='iso-8859-15'?><rss><channel><item><title>été</title></item></channel></rss>"
      ),
      (
        "UTF-8",
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>été</title></item></channel></rss>"
      ),
      ("windows-1252", "<rss><channel><item><title>été</title></item></channel></rss>"),
    ])
  func encodings(name: String, text: String) {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      switch name {
      case "UTF-16LE": bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      case "UTF-16BE": bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      case "UTF-8": bytes = Array(text.utf8)
      default: bytes.append(UInt8(unit & 0xFF))
      }
    }
    #expect(FeedReader.feed(bytes)?.entries.first?.title == "été")
  }
}
