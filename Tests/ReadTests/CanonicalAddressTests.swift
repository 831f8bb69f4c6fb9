import NewsModel
import Testing

@testable import Read

@Suite("Canonical addresses")
struct CanonicalAddressTests {
  @Test("ways that lead to one page have one form")
  func one() {
    for address in [
      "https://Quay.test/a/B?id=3", "HTTPS://quay.test:443/a/B?id=3#top", "https://quay.test/a/B?utm_source=rss&id=3",
      "https://quay.test/a/B?id=3&xtor=RSS-1&fbclid=x", "https://quay.test/a/B?at_medium=x&id=3&at_campaign=y",
    ] {
      #expect(CanonicalAddress.of(address) == "https://quay.test/a/B?id=3", "\(address)")
    }
    #expect(CanonicalAddress.of("http://quay.test:80/?utm_medium=feed") == "http://quay.test/")
    #expect(CanonicalAddress.of("http://quay.test?utm_medium=feed#x") == "http://quay.test")
  }

  @Test("what names another page stays")
  func others() {
    for address in [
      "https://quay.test:8443/a", "https://quay.test/a?page=2&b=1", "https://quay.test/A", "https://quay.test/a/",
      "https://quay.test/a?id=1&id=2", "mailto:a@quay.test", "",
    ] {
      #expect(CanonicalAddress.of(address) == address)
    }
  }

  @Test("an entry and its page, and one entry in two feeds, are one article")
  func identity() {
    func feed(_ link: String) -> String {
      "<rss><channel><title>Quay</title><item><title>T</title><link>\(link)</link><description>Words.</description></item></channel></rss>"
    }
    func ids(_ text: String, _ file: String) -> [String] {
      ArticleReader().articles(in: Array(text.utf8), file: file).articles.map(\.id)
    }
    let page =
      "<html><head><link rel='canonical' href='https://quay.test/a?id=3'></head><body><p>Words of it.</p></body></html>"
    let expected = ids(page, "saved.html")
    #expect(expected.count == 1)
    #expect(ids(feed("https://quay.test/a?id=3&amp;utm_source=rss"), "one.xml") == expected)
    #expect(ids(feed("https://QUAY.test:443/a?utm_campaign=x&amp;id=3#c"), "two.xml") == expected)
  }
}
