import NewsModel
import Testing

@testable import Read

@Suite("Damaged and hostile feeds")
struct FeedDamageTests {
  private func titles(_ text: String) -> [String?] { FeedSample.feed(text)?.entries.map(\.title) ?? [] }

  @Test("marks that nobody escaped are text")
  func unescaped() {
    #expect(
      titles("<rss><channel><item><title>A & B < C &c; &#x41;&eacute;</title></item></channel></rss>") == [
        "A & B < C &c; Aé"
      ])
    #expect(FeedSample.entry("<link>https://a.test/?a=1&b=2</link>")?.link == "https://a.test/?a=1&b=2")
  }

  @Test("elements that are never closed, or never opened, cost nothing beside them")
  func unclosed() {
    #expect(
      titles("<rss><channel><item><title>One<link>https://a.test/1</link><item><title>Two</title></channel>") == [
        "One", "Two",
      ])
    #expect(titles("<rss><channel></p><item></b><title>One</i></title></item></rss>") == ["One"])
    let entry = FeedSample.entry("<description>First line<br>second <img src=x>line</description><title>After</title>")
    #expect(entry?.summary?.plain == "First line second line")
    #expect(entry?.title == "After")
  }

  @Test("what a server printed above the feed is passed over")
  func warnings() {
    #expect(
      titles(
        "Warning: no such thing in line 3\n<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>"
      ) == ["One"])
  }

  @Test("prefixes that nobody declared mean what they usually do")
  func prefixes() {
    let entry = FeedSample.entry(
      "<content:encoded>&lt;p&gt;Words.&lt;/p&gt;</content:encoded><geo:lat>1</geo:lat><dc:date>2023-02-14</dc:date>")
    #expect(entry?.content?.plain == "Words.")
    #expect(entry?.published == "2023-02-14")
  }

  @Test("a feed that was cut off has what stood before")
  func cut() {
    #expect(titles("<rss><channel><item><title>One</title></item><item><title>Tw") == ["One", nil])
    #expect(titles("<rss><channel><item><title>One</title></item><item><title>Two</ti") == ["One", "Two"])
    let open =
      "<rss><channel><item><description><![CDATA[Never closed</description></item><item><title>Two</title></item></channel></rss>"
    #expect(titles(open) == [nil, "Two"])
    #expect(
      titles("<!DOCTYPE rss [ <!ELEMENT rss ANY> <rss><channel><item><title>One</title></item></channel></rss>") == [
        "One"
      ])
  }

  @Test("an entry that a feed is cut off in says so, and keeps its whole sentences alone")
  func cutEntry() {
    let text =
      "<rss><channel><title>Quay</title><item><title>One</title><description>A first line, whole as it is.</description></item>"
      + "<item><title>Two</title><description>The ferry sails again. \u{201C}We kept the pl"
    let result = FeedSample.articles(text)
    #expect(result.articles.map(\.text) == ["A first line, whole as it is.", "The ferry sails again."])
    #expect(result.articles.map { $0.diagnostics.contains { $0.code == .truncated } } == [false, true])
    #expect(result.diagnostics.map(\.code) == [.truncated])

    #expect(FeedSample.articles(FeedSample.rss).diagnostics.isEmpty)
    #expect(FeedSample.articles(FeedSample.rdf).diagnostics.isEmpty)
    #expect(FeedSample.articles(FeedSample.atom + "\n<!-- served in 3 ms -->").diagnostics.isEmpty)
  }

  @Test("of an address, a date or a name that a feed is cut off in nothing is kept")
  func cutLeaf() {
    let head = "<rss><channel><title>Quay</title><item><title>One</title><description>A line.</description>"
    let kept = FeedSample.entry("<title>One</title><description>A line.</description>")
    for end in ["<link>https://f.test/art", "<link>https://f.test/art</l", "<pubDate>2023-02-1", "<guid isPermaLi"] {
      let feed = FeedSample.feed(head + end)
      #expect(feed?.isCutOff == true && feed?.endsInsideEntry == true, "\(end)")
      #expect(feed?.entries.first?.title == kept?.title)
      #expect(feed?.entries.first?.summary == kept?.summary)
      #expect(feed?.entries.first?.published == nil)
      #expect(feed?.entries.first?.link == (end.hasSuffix("</l") ? "https://f.test/art" : nil), "\(end)")
    }
    let item = #"{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{"content_text":"A line.","#
    let cut = [
      #""url":"https://f.test/art"#, #""date_published":"2023-02-1"#, #""title":"On"#, #""id":12"#,
      #""authors":[{"name":"An"#, #""tags":["harb"#,
    ]
    for end in cut {
      let entry = FeedSample.feed(item + end)?.entries.first
      #expect(entry?.content?.plain == "A line.", "\(end)")
      #expect(entry?.link == nil && entry?.published == nil && entry?.title == nil && entry?.guid == nil, "\(end)")
      #expect(entry?.authors == [] && entry?.categories == [], "\(end)")
    }
  }

  @Test("a JSON feed that is cut off says so, and an entry without a word of its own left is none")
  func cutJSON() {
    let start =
      #"{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{"id":"1","title":"One","content_text":"#
      + #""A first line, whole as it is."},"#
    func read(_ end: String) -> ArticleReader.Result {
      FeedSample.articles(start + end, file: "f.json")
    }
    let within = read(#"{"id":"2","title":"Two","content_text":"The ferry sails again. We kept the pl"#)
    #expect(within.articles.map(\.text) == ["A first line, whole as it is.", "The ferry sails again."])
    #expect(within.articles.map { $0.diagnostics.contains { $0.code == .truncated } } == [false, true])
    #expect(within.diagnostics.map(\.code) == [.truncated])
    let bare = read(#"{"id":"2","title":"Tw"#)
    #expect(bare.articles.map(\.title) == ["One"])
    #expect(bare.diagnostics.map(\.code) == [.truncated])
    let behind = read(#"{"id":"2","title":"Two","content_text":"No stop"}],"authors":[{"name":"An"#)
    #expect(behind.articles.map(\.text) == ["A first line, whole as it is.", "No stop"])
    #expect(read("]}").diagnostics.isEmpty)
  }

  @Test("a page or a text where a feed is expected is told, and no article; a page in XML is one")
  func noFeed() {
    let words = "<body><p>The page that you ask for is not here, or no longer. Look for it in the archive.</p></body>"
    func read(_ text: String, _ file: String) -> ArticleReader.Result {
      FeedSample.articles(text, file: file)
    }
    for text in [
      "<!DOCTYPE html><html>\(words)</html>", "<html>\(words)</html>", "The feed has moved to another place.",
    ] {
      for file in ["a.xml", "a.rss", "a.atom"] {
        let result = read(text, file)
        #expect(result.articles.isEmpty && result.diagnostics.map(\.code) == [.empty], "\(text) \(file)")
      }
    }
    #expect(read("<!DOCTYPE html><html>\(words)</html>", "a.html").articles.count == 1)
    let xhtml = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">\(words)</html>"
    #expect(read(xhtml, "a.xml").articles.count == 1)
    #expect(read("  ", "a.rss").diagnostics.map(\.code) == [.empty])
  }

  @Test("entities of a document's own are short and plain, or nothing")
  func entities() {
    #expect(
      titles("<!DOCTYPE rss [<!ENTITY o 'Le Phare'>]><rss><channel><item><title>&o;</title></item></channel></rss>")
        == ["Le Phare"])
    let bomb = """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&c;&x;</title></item></channel></rss>
      """
    #expect(titles(bomb) == ["&c;&x;"])
    let many =
      "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "a", count: 250))\">]><rss><channel><item><description>"
      + String(repeating: "&a;", count: 50_000) + "</description></item></channel></rss>"
    let size = FeedSample.feed(many)?.entries.first?.summary?.value.utf8.count ?? 0
    #expect(size > 0 && size < 1_000_000)
  }

  @Test("control characters and overrides of direction are gone from titles")
  func hygiene() {
    #expect(
      titles("<rss><channel><item><title>a\u{1}b\u{202E}c&#8238;d&#0;</title></item></channel></rss>") == ["abcd"])
  }

  /// Bytes that make a careless reader slow.
  private static let slow: [(String, String)] = [
    ("<a>", ""), ("<a><b></a>", ""), ("<item>", ""), ("<!--", ""), ("<![CDATA[", ""), ("<a b=\"", ""), ("<a b='", "'"),
    ("&#", ""), ("<!DOCTYPE [", ""), ("</a>", ""), ("<a xmlns:b=\"c\">", ""), ("<description><p ", ""),
    ("<item><title>&lt;!--", ""), ("<item><description>&lt;p \"", ""), ("<title>", "</title>"), ("<?", ""),
    ("<media:content>", ""), ("<item><link>../", "</link>"), ("<a b=c ", ">"), ("<item xml:base='x/'>", ""),
    ("<![CDATA[a</item", ""), ("<![CDATA[a</item", "</entry"),
  ]

  @Test("input made to be slow is read in a time that grows with its length", arguments: slow.indices)
  func linear(index: Int) {
    let (start, end) = FeedDamageTests.slow[index]
    let text =
      "<rss><channel>" + String(repeating: start, count: 120_000 / start.utf8.count)
      + String(repeating: end, count: 2_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = FeedSample.articles(text) }
    #expect(time < .seconds(5), "\(start): \(time)")
  }

  @Test("of a feed that never ends the first entries are read, and the others counted")
  func countless() {
    let feed = FeedSample.feed("<rss>" + String(repeating: "<item>", count: FeedDocument.mostEntries + 7))
    #expect(feed?.entries.count == FeedDocument.mostEntries)
    #expect(feed?.entriesPassedOver == 7)
  }

  @Test("JSON that nests without end is read as far as it goes")
  func deepJSON() {
    let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + String(repeating: "[", count: 200_000)
    #expect(FeedSample.feed(text)?.entries == [])
    #expect(FeedSample.feed(String(repeating: "{\"a\":", count: 100_000)) == nil)
  }

  @Test("feeds cut and flipped anywhere never make the reader fail, nor take a second", arguments: 0..<4)
  func damaged(sample: Int) {
    let text = [FeedSample.rss, FeedSample.atom, FeedSample.rdf, FeedSample.json][sample]
    let bytes = Array(text.utf8)
    let (read, slowest) = Hostile.read(bytes, as: "feed.xml", rounds: 500, sample: sample)
    #expect(read > 200)
    #expect(slowest < .seconds(1), "\(slowest)")
  }
}
