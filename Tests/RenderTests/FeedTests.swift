import Foundation
import NewsModel
import Testing

@testable import Render

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Feeds, the sitemap and the catalogue.
struct FeedTests {
  private func pages(_ settings: SiteSettings = SiteSettings()) throws -> [String: String] {
    let pages = try Renderer().pages(of: SampleComposition.composition(settings))
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test(
    "Atom feeds have what RFC 4287 asks of a feed and of each entry", arguments: [nil, "https://news.example.org/x/"])
  func atom(base: String?) throws {
    let pages = try pages(SiteSettings(baseURL: base))
    let feeds = pages.filter { $0.key.hasSuffix("feed.xml") }
    #expect(feeds.count == 5)
    for (path, text) in feeds {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(path)")
      let parts = text.split(separator: "<entry>", omittingEmptySubsequences: false).map(String.init)
      #expect(parts[0].contains("<author>") && parts[0].contains("rel=\"self\""), "\(path)")
      for part in parts {
        #expect(part.components(between: "<id>", and: "</id>").count == 1, "\(path)")
        #expect(part.components(between: "<title>", and: "</title>").count == 1, "\(path)")
        let updated = part.components(between: "<updated>", and: "</updated>")
        #expect(updated.count == 1 && updated[0].hasSuffix("T00:00:00Z") && updated[0].count == 20, "\(path)")
      }
      let ids = text.components(between: "<id>", and: "</id>")
      #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix(base ?? "urn:uuid:") }, "\(path)")
    }
  }

  @Test("JSON feeds have the version, a title, and an id and content for each item")
  func jsonFeed() throws {
    for (path, text) in try pages() where path.hasSuffix("feed.json") {
      let feed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1" && feed["title"] is String, "\(path)")
      let items = try #require(feed["items"] as? [[String: Any]])
      #expect(items.allSatisfy { $0["id"] is String && $0["content_html"] is String }, "\(path)")
    }
  }

  @Test("a sitemap is there only where the site's address is known")
  func sitemap() throws {
    #expect(try pages()["sitemap.xml"] == nil)
    let pages = try pages(SiteSettings(baseURL: "https://news.example.org/"))
    #expect(pages["sitemap.xml"]?.contains("<loc>https://news.example.org/stories/story-s1/</loc>") == true)
    #expect(pages["robots.txt"]?.contains("Sitemap: https://news.example.org/sitemap.xml") == true)
  }

  @Test("the catalogue has a line for each page")
  func catalogue() throws {
    let pages = try pages()
    let lines = try #require(pages["data/catalogue.jsonl"]).split(separator: "\n")
    #expect(lines.count == pages.keys.count { $0.hasSuffix("index.html") })
    #expect(lines[0].contains("\"kind\":\"brief\"") && lines[0].contains("\"path\":\"\""))
  }
}
