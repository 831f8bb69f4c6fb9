import Foundation
import Testing

@testable import Read

@Suite("Damaged and hostile pages")
struct PageDamageTests {
  /// A page of our own with all that pages have.
  static let page = """
    <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le bac de Valbrune reprend | La Gazette</title>
    <meta property="og:title" content="Le bac de Valbrune reprend"><link rel="canonical" href="https://gazette.test/bac">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Le bac","datePublished":"2026-01-12"}</script>
    </head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/mer">Mer</a></li></ul></nav><main><article>
    <h1>Le bac de Valbrune reprend</h1><time datetime="2026-01-12">12 janvier</time>
    <p>Le bac a repris son service lundi, après six semaines de travaux &amp; d’essais sur la cale du port.</p>
    <blockquote><p>« Nous avons tenu le délai », a dit la maire, Odile Ferrand, devant la presse.</p></blockquote>
    <ul><li>Douze passages par jour.</li><li>Un passage le dimanche.</li></ul><table><tr><td>Tarif</td></tr></table>
    <figure><img src="a.jpg"><figcaption>La cale.</figcaption></figure></article></main><footer>© La Gazette</footer>
    </body></html>
    """

  /// A page of a scraper that kept little markup, and one in another encoding.
  private static let samples: [[UInt8]] = [
    Array(page.utf8),
    Array("<p>Une ligne.<br>Une autre ligne.<div>Encore <b>des <i>mots</b> croisés</i>.<table><tr><td>x".utf8),
    page.replacing("utf-8", with: "iso-8859-1").unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F },
  ]

  @Test("pages cut and flipped anywhere never make the reader fail, nor take a second", arguments: 0..<6)
  func damaged(part: Int) {
    let bytes = Self.samples[part % 3]
    let (read, slowest) = Hostile.read(bytes, as: "page.html", rounds: 350, sample: part)
    #expect(read > 150)
    #expect(slowest < .seconds(1), "\(slowest)")
  }

  @Test("pages of several kinds that nest or repeat without end take a time that grows with their length")
  func slow() {
    let pieces = ["<div>", "<p>", "<b>", "<table>", "<a href=x>", "<!--", "<meta name=a content=b>", "&amp;", "<li>"]
    for piece in pieces {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      let time = ContinuousClock().measure { _ = ArticleReader().articles(in: Array(text.utf8), file: "page.html") }
      #expect(time < .seconds(3), "\(piece): \(time)")
    }
  }
}
