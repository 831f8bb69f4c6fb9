import NewsModel
import Testing

@testable import Read

@Suite("What stands around an article in plain text")
struct MastheadTests {
  private func read(_ text: String, file: String = "a.txt") -> Article {
    ArticleReader().articles(in: Array(text.utf8), file: file).articles.first ?? Article(id: "", text: "")
  }
  private func lines(_ article: Article) -> [String] { article.text.split(separator: "\n").map(String.init) }

  @Test(
    "a row of menu entries is neither title nor text, and a date line is no paragraph",
    arguments: [
      "Home  World  UK  Business  Opinion", "Home\tWorld\tUK\tBusiness", "Home | World | UK", "Home · World News · UK",
    ])
  func menus(row: String) {
    let article = read(
      """
      \(row)

      The harbour wall at Brinmouth held, say engineers

      By Nia Vaughan
      Wednesday 4 February 2026 09.30 GMT

      The harbour wall at Brinmouth held through the night, the engineers of the county said on Tuesday.

      The ferry to the island will sail again as soon as the wind has dropped below the limit.
      """)
    #expect(article.title == "The harbour wall at Brinmouth held, say engineers")
    #expect(article.author == "Nia Vaughan")
    #expect(article.published == "2026-02-04" && article.publishedBasis == .masthead)
    #expect(lines(article).count == 2)
  }

  @Test("a table within a text and a title with a double space stay")
  func rowsThatStay() {
    let article = read(
      "The tide  at Brinmouth\n\n\(Scrapes.first)\n\nNord  Sud  Est\n\n\(Scrapes.second)\n\n\(Scrapes.third)")
    #expect(article.title == "The tide  at Brinmouth")
    #expect(article.text.contains("Nord  Sud  Est"))
  }

  @Test("points part hours and minutes beside a month, and days and months elsewhere")
  func pointedTimes() {
    let words = ArticleReader().words
    func day(_ line: String) -> String? { DateLine(line.utf8, words: words).map { $0.day.description } }
    #expect(day("Wednesday 4 February 2026 09.30 GMT") == "2026-02-04")
    #expect(day("18.05, 4 February 2026") == "2026-02-04")
    #expect(day("30.01.2026") == "2026-01-30")
    #expect(day("4 February 2026 99.30") == nil)
  }

  @Test(
    "invitations to write, initials of a desk and a byline below the text are no text",
    arguments: [
      "Vous avez une question ? Écrivez-nous", "abc/de/fgh", "bur-abc/de", "Maud Kerbrat",
    ])
  func endings(line: String) {
    let text =
      "Le port rouvre lundi\n\nPar Maud Kerbrat\n\n\(Scrapes.first)\n\n\(Scrapes.second)\n\n\(Scrapes.third)\n\n\(line)"
    let article = read(text)
    #expect(article.author == "Maud Kerbrat")
    #expect(lines(article) == [Scrapes.first, Scrapes.second, Scrapes.third])
  }

  @Test("other names and words with a slash below the text stay")
  func endingsThatStay() {
    for line in ["Yann Kervel", "Nord/Sud", "km/h"] {
      let article = read("Le port rouvre lundi\n\nPar Maud Kerbrat\n\n\(Scrapes.first)\n\n\(Scrapes.second)\n\n\(line)")
      #expect(lines(article).last == line)
    }
  }

  @Test("only a sign that this article goes on says that a part is for subscribers")
  func subscribers() {
    func isPartial(_ line: String) -> Bool {
      read("Le port rouvre lundi\n\n\(Scrapes.first)\n\n\(Scrapes.second)\n\n\(line)").diagnostics
        .contains { $0.code == .paywalled }
    }
    for line in [
      "Il vous reste 70 % de cet article à lire.", "La suite est réservée aux abonnés.",
      "Pour lire la suite, abonnez-vous",
      "Cet article est réservé aux abonnés.", "Subscribe to read the full article", "This article is for subscribers.",
      "Suscríbete para seguir leyendo", "Abonnez-vous pour lire la suite de cet article",
    ] {
      #expect(isPartial(line), "\(line)")
    }
    for line in [
      "S’abonner", "Se connecter", "Sign in", "Abonnez-vous pour lire la suite de nos enquêtes.", "Subscribe today",
      "Déjà abonné ?", "Already a subscriber? Log in", "Hazte suscriptor", "Subscribe to read more stories like this",
    ] {
      #expect(!isPartial(line), "\(line)")
    }
  }

  @Test("a heading that begins with the words of the page’s title is the title")
  func headings() {
    func page(_ title: String, _ heading: String) -> Article {
      read(
        "<html><head><title>\(title)</title><meta property=\"og:site_name\" content=\"The Coast\"></head><body><article>"
          + "<h1>\(heading)</h1><p>\(Scrapes.first)</p><p>\(Scrapes.second)</p></article></body></html>", file: "a.html"
      )
    }
    let cut = page("Harbour wall holds – The Coast", "Harbour wall holds as engineers plead for money")
    #expect(cut.title == "Harbour wall holds as engineers plead for money")
    #expect(lines(cut) == [Scrapes.first, Scrapes.second])
    #expect(page("Harbour wall holds – The Coast", "A night of wind").title == "Harbour wall holds")
    #expect(page("The Coast", "The Coast guards its wall").title != "The Coast guards its wall – The Coast")
  }
}
