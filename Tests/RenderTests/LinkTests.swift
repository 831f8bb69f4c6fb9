import NewsModel
import Testing

@testable import Render

/// The links and anchors of rendered pages.
struct LinkTests {
  /// Values of an attribute in HTML that this renderer wrote.
  static func values(of name: String, in html: String) -> [String] {
    html.components(between: " \(name)=\"", and: "\"")
  }

  @Test("every internal link and anchor of every page resolves")
  func linksResolve() throws {
    let pages = try Renderer().pages(of: SampleComposition.composition())
    let paths = Set(pages.map(\.path))
    var ids: [String: [String]] = [:]
    let html = pages.filter { $0.path.hasSuffix(".html") }.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    for (path, text) in html { ids[path] = LinkTests.values(of: "id", in: text) }
    for (path, list) in ids { #expect(Set(list).count == list.count, "an id twice in \(path)") }
    for (path, text) in html {
      for href in LinkTests.values(of: "href", in: text) where !href.hasPrefix("https://") {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : LinkTests.resolve(parts[0], from: path)
        #expect(paths.contains(target), "\(path) leads to \(href)")
        if parts.count == 2 { #expect(ids[target]?.contains(parts[1]) == true, "\(path) leads to \(href)") }
      }
    }
    #expect(html.count > 20)
  }

  @Test("every page has its Markdown and its data beside it")
  func siblings() throws {
    let paths = Set(try Renderer().pages(of: SampleComposition.composition()).map(\.path))
    for path in paths where path.hasSuffix("index.html") {
      let folder = path.dropLast("index.html".count)
      #expect(paths.contains(folder + "index.md") && paths.contains(folder + "index.json"), "\(path)")
    }
  }

  @Test("no page asks for anything from elsewhere, nor carries scripts or style attributes")
  func nothingFromElsewhere() throws {
    for page in try Renderer().pages(of: SampleComposition.composition()) where page.path.hasSuffix(".html") {
      let text = String(decoding: page.bytes, as: UTF8.self).withoutOwnScripts
      #expect(!text.contains("<script") && !text.contains(" style=") && !text.contains("<img"), "\(page.path)")
      #expect(!text.contains(" src="), "\(page.path)")
      #expect(text.contains("default-src 'none'"), "\(page.path)")
    }
  }

  @Test("no key of the interface is missing, in French and in English", arguments: ["fr", "en"])
  func wordsAreThere(language: String) throws {
    for page in try Renderer().pages(of: SampleComposition.composition(SiteSettings(language: language)))
    where page.path.hasSuffix(".md") {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(
        !text.contains("\\[") || !text.components(between: "\\[", and: "\\]").contains { $0 != "…" && $0 != "\\…" },
        "\(page.path)")
      #expect(!text.contains("{n}"), "\(page.path)")
    }
  }

  @Test("Words of an original are named whole, or by their first and last")
  func textFragments() {
    func address(_ words: String, _ url: String? = "https://example.org/a") -> String? {
      TextFragment.address(of: words[...], at: url)
    }
    #expect(
      address("l’eau, d’abord-là & après")
        == "https://example.org/a#:~:text=l%E2%80%99eau%2C%20d%E2%80%99abord%2Dl%C3%A0%20%26%20apr%C3%A8s")
    #expect(address("a b c d e f g h i j k l") == "https://example.org/a#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l")
    #expect(address("x", "https://example.org/a#part") == "https://example.org/a#part:~:text=x")
    #expect(
      address("un\u{00A0}deux\u{202F}trois\nquatre \u{2009} cinq")
        == "https://example.org/a#:~:text=un%20deux%20trois%20quatre%20cinq")
    #expect(address("x", nil) == nil && address("x", "file:///etc") == nil && address(" ") == nil)
  }

  @Test("A source view leads to the words that it prints, and to none that it withholds")
  func originals() throws {
    let pages = try Renderer().pages(of: SampleComposition.composition())
    let page = try #require(pages.first { $0.path == "articles/barrage-a/index.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.components(between: "#:~:text=", and: "\"").contains { $0.hasPrefix("Nous%20ne%20laisserons") })
    let other = try #require(pages.first { $0.path == "articles/barrage-b/index.html" })
    #expect(!String(decoding: other.bytes, as: UTF8.self).contains(":~:text="))
  }

  /// A relative address from a page's folder.
  static func resolve(_ href: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in href.split(separator: "/", omittingEmptySubsequences: true) {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// The texts between two marks, each up to the nearest closing one.
  func components(between open: String, and close: String) -> [String] {
    var out: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { break }
      out.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return out
  }
}
