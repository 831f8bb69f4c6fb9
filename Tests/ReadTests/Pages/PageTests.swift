import NewsModel
import Testing

@testable import Read

@Suite("Web pages")
struct PageTests {
  static let page = """
    <!DOCTYPE html><html lang="fr-FR"><head><title>Le port rouvre - L'Écho du Nord</title>
    <meta property="og:title" content="Le port rouvre plus tôt"><meta property="og:site_name" content="L'Écho du Nord">
    <link rel="canonical" href="https://echo.test/port.html">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2023-02-14T08:00:00+01:00",
    "author":[{"name":"Jeanne Exemple"}]}]}</script></head>
    <body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/r">Région</a></li></ul></nav>
    <article><header><h1>Le port rouvre plus tôt</h1></header>
    <p>\(Scrapes.first)</p><figure><img src="x.jpg"><figcaption>Le port vu du phare.</figcaption></figure>
    <h2>Une jetée refaite</h2><p>La mairie assure que les <b>bateaux</b> de pêche pourront
    sortir dès que la météo le permettra.</p>
    <div class="related-posts"><p>Un phare vendu aux enchères à un inconnu qui ne dit pas son nom.</p></div>
    <p>\(Scrapes.third)</p></article>
    <footer><p>Tous droits réservés par la société éditrice de ce journal.</p></footer></body></html>
    """

  private func read(_ html: String) -> Article? {
    ArticleReader().articles(in: Array(html.utf8), file: "a/b.html").articles.first
  }

  @Test("the markup says title, outlet, author, date, language and address")
  func metadata() {
    let article = read(PageTests.page)
    #expect(article?.title == "Le port rouvre plus tôt")
    #expect(article?.source == "L'Écho du Nord")
    #expect(article?.author == "Jeanne Exemple")
    #expect(article?.published == "2023-02-14T08:00:00+01:00")
    #expect(article?.publishedBasis == .page)
    #expect(article?.language == "fr-FR")
    #expect(article?.url == "https://echo.test/port.html")
    #expect(article?.id == "echo-test-port-html")
    #expect(article?.foundInText == [])
  }

  @Test("a byline that only its class tells is read; several names are a list of articles")
  func bylines() {
    func author(_ markup: String) -> String? {
      read("<html><body><article><h1>Le port rouvre</h1>\(markup)<p>\(Scrapes.first)</p></article></body></html>")?
        .author
    }
    #expect(author("<p class=\"byline\">Maud Kerbrat — <time>2023-02-14</time></p>") == "Maud Kerbrat")
    #expect(author("<div class=\"meta author\">Par <a rel=\"author\">Maud Kerbrat</a></div>") == "Maud Kerbrat")
    #expect(author("<p class=\"byline\">Le 14 février 2023 à 8 heures</p>") == nil)
    #expect(author("<p class=\"byline\">Maud Kerbrat</p><p class=\"byline\">Yann Corre</p>") == nil)
  }

  @Test("menus, captions, related links and the foot are no part of the text; headings are")
  func text() {
    #expect(
      read(PageTests.page)?.text.split(separator: "\n").map(String.init) == [
        Scrapes.first, "Une jetée refaite", Scrapes.second, Scrapes.third,
      ])
  }

  @Test("an address that is not of the web is not kept")
  func address() {
    let html = PageTests.page.replacing("https://echo.test/port.html", with: "javascript:alert(1)")
    #expect(read(html)?.url == nil)
    #expect(read(html)?.id == "a-b")
  }

  @Test("a page in another encoding is read by its declaration")
  func encoding() {
    let head = Array("<html><head><meta charset=\"windows-1251\"></head><body><p>".utf8)
    let words: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]  // Привет
    let result = ArticleReader().articles(in: head + words + Array(".</p></body></html>".utf8), file: "a.html")
    #expect(result.articles.first?.text == "Привет.")
  }

  @Test("a page cut anywhere never fails")
  func cut() {
    let bytes = Array(PageTests.page.utf8)
    for end in stride(from: 0, to: bytes.count, by: 13) {
      _ = ArticleReader().articles(in: Array(bytes[..<end]), file: "a.html")
    }
  }

  @Test("nesting and open tags take linear time", .timeLimit(.minutes(1)))
  func hostile() {
    for html in [String(repeating: "<div>", count: 100_000), String(repeating: "<a href=x>", count: 50_000)] {
      _ = read("<html><body>\(html)text")
    }
  }
}
