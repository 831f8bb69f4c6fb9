import Testing

@testable import Read

@Suite("Lists of feeds")
struct OPMLTests {
  @Test("a list gives its feeds once each, with titles and folders")
  func outlines() {
    let text = """
      <?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
      <outline text="Mer"><outline text="Le Phare &amp; co" type="rss" xmlUrl="https://phare.test/feed" htmlUrl="https://phare.test/"/>
      <outline title="Again" xmlUrl="https://phare.test/feed"/></outline>
      <outline xmlUrl="feed://gazette.test/f"/><outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="A note"/>
      <outline text="Unclosed & bare" xmlUrl="http://a.test/?a=1&b=2">
      """
    #expect(
      OPML.outlines(Array(text.utf8)) == [
        OPML.Outline(
          address: "https://phare.test/feed", title: "Le Phare & co", link: "https://phare.test/", folder: "Mer"),
        OPML.Outline(address: "http://gazette.test/f"),
        OPML.Outline(address: "http://a.test/?a=1&b=2", title: "Unclosed & bare"),
      ])
  }

  @Test("what is written is read again")
  func roundTrip() {
    let outlines = [
      OPML.Outline(
        address: "https://a.test/?a=1&b=\"2\"".replacing("\"", with: "%22"), title: "A < B & \"C\"",
        link: "https://a.test/"),
      OPML.Outline(address: "https://b.test/"),
    ]
    var expected = outlines
    expected[1].title = "https://b.test/"
    #expect(OPML.outlines(Array(OPML.text(outlines, title: "T & t").utf8)) == expected)
  }

  @Test("other XML is no list")
  func others() { #expect(OPML.outlines(Array("<rss><channel/></rss>".utf8)) == nil) }
}
