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
    #expect(titles("<rss><channel><item><title>One</title></item><item><title>Tw") == ["One", "Tw"])
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
