import NewsModel
import Testing

@testable import Read

@Suite("Marked bodies of pages")
struct MarkedBodyTests {
  private func text(_ body: String) -> [String] {
    let html = "<html><body>\(body)</body></html>"
    let article = ArticleReader().articles(in: Array(html.utf8), file: "a.html").articles.first
    return article?.text.split(separator: "\n").map(String.init) ?? []
  }

  @Test("short lines in what the markup calls the body belong to it")
  func shortLines() {
    let rows = (1...9).map { "Row \($0)" }
    let list = rows.map { "<p>\($0)</p>" }.joined()
    #expect(
      text("<div itemprop=\"articleBody\"><p>\(Scrapes.first)</p>\(list)<p>\(Scrapes.third)</p></div>")
        == [Scrapes.first] + rows + [Scrapes.third])
  }

  @Test("a body in parts is read in all of them")
  func parts() {
    let parts = [Scrapes.first, Scrapes.second, Scrapes.third].map { "<div class=\"article-body\"><p>\($0)</p></div>" }
    #expect(text("<div>\(parts.joined())</div>") == [Scrapes.first, Scrapes.second, Scrapes.third])
  }

  @Test("comments are left out where they are longer than the article")
  func comments() {
    let comment =
      "<p>What a reader wrote below the article, at some length, and which is no part of what was printed.</p>"
    let page = "<div><p>\(Scrapes.first)</p><p>\(Scrapes.third)</p></div>"
    #expect(
      text("\(page)<div class=\"comments\">\(String(repeating: comment, count: 9))</div>")
        == [Scrapes.first, Scrapes.third])
  }
}
