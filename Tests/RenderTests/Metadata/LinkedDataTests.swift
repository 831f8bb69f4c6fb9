import Foundation
import NewsModel
import Testing

@testable import Render

/// What pages say of themselves for machines.
struct LinkedDataTests {
  private func pages(_ settings: SiteSettings) throws -> [String: String] {
    let pages = try Renderer().pages(of: SampleComposition.composition(settings))
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func linked(_ page: String?) throws -> [String: Any] {
    let page = try #require(page)
    let start = try #require(page.firstRange(of: "<script type=\"application/ld+json\">")?.upperBound)
    let end = try #require(page[start...].firstRange(of: "</script>")?.lowerBound)
    return try #require(try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any])
  }

  @Test("A story cites its articles, and a stated speaker alone is named beside the words")
  func story() throws {
    let pages = try pages(SiteSettings(baseURL: "https://news.example.org/x/"))
    let path = try #require(
      pages.keys.first { $0.hasPrefix("stories/") && $0.hasSuffix(".html") && pages[$0]?.contains("Quotation") == true }
    )
    let data = try linked(pages[path])
    #expect(data["@context"] as? String == "https://schema.org")
    #expect((data["url"] as? String)?.hasPrefix("https://news.example.org/x/stories/") == true)
    let cited = try #require(data["citation"] as? [[String: Any]])
    #expect(cited.allSatisfy { $0["@type"] as? String == "Article" } && !cited.isEmpty)
    let quotes = try #require(data["hasPart"] as? [[String: Any]])
    #expect(quotes.contains { ($0["text"] as? String)?.contains("vallée sans eau") == true })
  }

  @Test("No text ends the element that holds the data, and all of it is told")
  func escape() throws {
    let text = LinkedData.text(Record(["name": "</script><!-- <b>"]))
    #expect(!text.contains("<"))
    let data = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    #expect(data?["name"] == "</script><!-- <b>")
  }

  @Test("A sitemap with too many addresses is cut, and listed")
  func sitemap() throws {
    var catalogue = Catalogue()
    for number in 1...5 {
      catalogue.add(
        Catalogue.Entry(Draft("story", path: "stories/\(number)/", title: "", section: "", values: Record())))
    }
    let settings = SiteSettings(baseURL: "https://news.example.org/")
    #expect(catalogue.sitemaps(settings).map(\.path) == ["sitemap.xml"])
    let cut = catalogue.sitemaps(settings, most: 2)
    #expect(cut.map(\.path) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"])
    let texts = cut.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.prefix(3).map { $0.components(separatedBy: "<loc>").count - 1 } == [2, 2, 1])
    #expect(texts[3].contains("<sitemap><loc>https://news.example.org/sitemap-3.xml</loc></sitemap>"))
  }

  @Test("Feeds are listed where the site's address is known, and language models are guided only where asked for")
  func guides() throws {
    let plain = try pages(SiteSettings())
    #expect(plain["feeds.opml"] == nil && plain["llms.txt"] == nil)
    var settings = SiteSettings(baseURL: "https://news.example.org/")
    settings.guidesModels = true
    let pages = try pages(settings)
    #expect(pages["feeds.opml"]?.contains("xmlUrl=\"https://news.example.org/feed.xml\"") == true)
    #expect(pages["llms.txt"]?.contains("https://news.example.org/index.md") == true)
  }
}
