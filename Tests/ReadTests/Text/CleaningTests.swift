import Languages
import NewsModel
import Testing

@testable import Read

/// Texts of our own, in the disorder of real scrapes.
enum Scrapes {
  static let first = "Le port de Brévanne a rouvert lundi matin après trois semaines de travaux sur la jetée du nord."
  static let second = "La mairie assure que les bateaux de pêche pourront sortir dès que la météo le permettra."
  static let third = "« Nous avons perdu vingt jours, mais personne n'a été blessé », a dit la directrice du port."

  static let blog = """
    Accueil RégionLe port de Brévanne rouvre plus tôt que prévu

    Le port de Brévanne rouvre plus tôt que prévu

    by Odile
    Société

    \(first)

    Une jetée refaite

    \(second)

    Lire aussi  Un phare vendu aux enchères à un inconnu

    \(third)

    Le port de Brévanne rouvre

    Port | Pêche | Travaux | Région
    source:https://exemple.test/port

    You may also like

    Leave a Comment
    """
}

@Suite("Cleaning of scraped text")
struct CleaningTests {
  private func cleaned(_ text: String, title: String? = nil) -> Article {
    ArticleReader().cleaned(Article(id: "a", text: text, title: title))
  }
  private func reason(_ article: Article, _ start: String) -> LeftOut.Reason? {
    article.leftOut.first { $0.text.hasPrefix(start) }?.reason
  }

  @Test("of a blog, the paragraphs, the subheading and the source stay")
  func blog() {
    let article = cleaned(Scrapes.blog)
    #expect(
      article.text.split(separator: "\n").map(String.init) == [
        Scrapes.first, "Une jetée refaite", Scrapes.second, Scrapes.third, "source:https://exemple.test/port",
      ])
    #expect(article.title == "Le port de Brévanne rouvre plus tôt que prévu")
    #expect(article.author == "Odile")
    #expect(article.foundInText == ["title", "author"])
    #expect(article.language == "fr")
  }

  @Test("each line that goes has its reason and its place in the file")
  func reasons() {
    let article = cleaned(Scrapes.blog)
    #expect(reason(article, "Accueil Région") == .navigation)
    #expect(reason(article, "by Odile") == .byline)
    #expect(reason(article, "Société") == .tags)
    #expect(reason(article, "Lire aussi") == .related)
    #expect(reason(article, "Le port de Brévanne rouvre plus") == .title)
    #expect(article.leftOut.contains { $0.text == "Le port de Brévanne rouvre" && $0.reason == .caption })
    #expect(reason(article, "Port |") == .tags)
    #expect(reason(article, "You may") == .related)
    #expect(reason(article, "Leave a") == .comments)
    #expect(article.leftOut.first { $0.reason == .byline }?.line == 5)
    #expect(article.leftOut.map(\.line) == article.leftOut.map(\.line).sorted())
  }

  @Test("a text that starts with a sentence has no title, and nothing is cut")
  func noTitle() {
    let text = "BRÉVANNE – \(Scrapes.first)\n\(Scrapes.second)\n\(Scrapes.third)"
    let article = cleaned(text)
    #expect(article.title == nil && article.source == nil && article.author == nil)
    #expect(article.text == text)
    #expect(article.leftOut.isEmpty)
  }

  @Test("a name in capitals at the top is the outlet, a bare date the masthead's")
  func masthead() {
    let article = cleaned(
      "LA GAZETTE DU NORD\n\n| 14 February 2022, Monday |\n\nLe port de Brévanne rouvre\n\n"
        + "\(Scrapes.first)\n\(Scrapes.second)"
    )
    #expect(article.source == "LA GAZETTE DU NORD")
    #expect(article.published == "2022-02-14")
    #expect(article.publishedBasis == .masthead)
    #expect(article.trustedPublicationDay == nil)
    #expect(article.title == "Le port de Brévanne rouvre")
    #expect(article.diagnostics.map(\.code) == [.mastheadDateUnused])
  }

  @Test("a line that says when the article came out dates it; in French and Spanish the day comes first")
  func published() {
    func dated(_ line: String) -> Article {
      cleaned("Le port de Brévanne rouvre\n\n\(line)\n\n\(Scrapes.first)\n\(Scrapes.second)")
    }
    let lines = [
      "Publié le 03/02/2022 à 18h42", "Publicado el 03/02/2022", "Published: 3 February 2022, 17:02",
      "Mis en ligne le 3 février 2022",
    ]
    for line in lines {
      let article = dated(line)
      #expect(article.published == "2022-02-03" && article.publishedBasis == .page, "\(line)")
      #expect(article.text == "\(Scrapes.first)\n\(Scrapes.second)", "\(line)")
      #expect(article.diagnostics.isEmpty)
    }
    #expect(dated("Date : 3 février 2022").publishedBasis == .masthead)
    #expect(dated("Published 03/02/2022").published == nil)
    let updated = dated("Mis à jour le 03/02/2022")
    #expect(updated.published == nil && updated.text == "\(Scrapes.first)\n\(Scrapes.second)")
  }

  @Test("the outlet behind a title is no part of it")
  func suffix() {
    let line = "Le port de Brévanne rouvre plus tôt – ECHONORD"
    let article = cleaned("\(line)\n\n\(line)\n\n\(Scrapes.first)\n\(Scrapes.second)")
    #expect(article.title == "Le port de Brévanne rouvre plus tôt")
    #expect(article.source == "ECHONORD")
    #expect(article.leftOut.map(\.reason) == [.title, .repeatedTitle])
  }

  @Test("a person behind a dash is no outlet")
  func dashInTitle() {
    let article = cleaned("Le port de Brévanne – La colère\n\n\(Scrapes.first)\n\(Scrapes.second)")
    #expect(article.title == "Le port de Brévanne – La colère")
    #expect(article.source == nil)
  }

  @Test("what is given wins, and its line is left out all the same")
  func given() {
    let text = "Le port rouvre\n\nPar Jeanne Exemple\n\n\(Scrapes.first)\n\(Scrapes.second)"
    var article = Article(id: "a", text: text, title: "Le port rouvre", author: "Une autre")
    article = ArticleReader().cleaned(article)
    #expect(article.author == "Une autre")
    #expect(article.text == "\(Scrapes.first)\n\(Scrapes.second)")
    #expect(article.foundInText.isEmpty)
  }

  @Test("who contributed is not the author")
  func contributor() {
    let article = cleaned("\(Scrapes.first)\n\(Scrapes.second)\nKarl Muster a contribué à cet article.")
    #expect(article.author == nil)
    #expect(article.leftOut.map(\.reason) == [.contributor])
  }

  @Test("the credit at the end stays with what it introduces")
  func credit() {
    let article = cleaned("\(Scrapes.first)\n\(Scrapes.second)\n\n    la source :\n  • unjournal")
    #expect(article.text.hasSuffix("la source :\n• unjournal"))
  }

  @Test("a paragraph that speaks of cookies, shares or newsletters is news")
  func spared() {
    let text = [
      "Share prices fell on Monday after the central bank said that it would not change its rates before summer.",
      "The regulator fined the company because its site uses cookies without asking the people who visit it first.",
      "Comments by the minister that the newsletter had been sent by mistake were not repeated on Tuesday evening.",
    ].joined(separator: "\n")
    #expect(cleaned(text).text == text)
  }

  @Test("a list of its own stays in a text without a page around it")
  func list() {
    let text =
      "\(Scrapes.first)\nTrois chantiers attendent :\n- la jetée du sud\n- le phare\n- la criée\n- le quai\n- la grue\n"
      + Scrapes.second
    #expect(cleaned(text).text == text)
  }

  @Test("menus around an article go, however long")
  func menus() {
    let menu = (1...40).map { "Rubrique numéro \($0) du site" }.joined(separator: "\n")
    let article = cleaned("\(menu)\n\(Scrapes.first)\n\(Scrapes.second)\n\(Scrapes.third)\n\(menu)")
    #expect(article.text == "\(Scrapes.first)\n\(Scrapes.second)\n\(Scrapes.third)")
    #expect(article.leftOut.count == 80)
  }

  @Test("a text given twice is read once")
  func twice() {
    let text = "\(Scrapes.first)\n\(Scrapes.second)\n\(Scrapes.third)"
    #expect(cleaned("\(text)\n\(text)").text == text)
  }

  @Test("cleaning what is clean changes nothing")
  func idempotent() {
    let once = cleaned(Scrapes.blog)
    var again = once
    again.leftOut = []
    #expect(ArticleReader().cleaned(again).text == once.text)
    #expect(ArticleReader().cleaned(again).title == once.title)
  }

  @Test("lines that stay are letter for letter in the text, in order, wherever it is cut")
  func verbatim() {
    let scalars = Array(Scrapes.blog.unicodeScalars)
    for end in stride(from: 0, through: scalars.count, by: 7) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[..<end])
      let all = String(text).split(separator: "\n").map { $0.drop { $0 == " " } }
      var at = 0
      for line in cleaned(String(text)).text.split(separator: "\n") {
        while at < all.count, !all[at].hasPrefix(line) { at += 1 }
        #expect(at < all.count, "\(line)")
        at += 1
      }
    }
  }

  @Test("a language without words is read by shape")
  func withoutTables() {
    let reader = ArticleReader(languages: [])
    let article = reader.cleaned(Article(id: "a", text: "Titre du jour\n\n\(Scrapes.first)\n\(Scrapes.second)"))
    #expect(article.title == "Titre du jour")
    #expect(article.text == "\(Scrapes.first)\n\(Scrapes.second)")
  }

  @Test("hostile texts take linear time", .timeLimit(.minutes(1)))
  func hostile() {
    for text in [
      String(repeating: "«", count: 50_000), String(repeating: "a ", count: 200_000),
      String(repeating: "| ", count: 50_000), String(repeating: "Menu\n", count: 20_000),
      String(repeating: "by A - ", count: 20_000),
    ] { _ = cleaned(text) }
  }
}

@Suite("Lines that say who and when")
struct LineTests {
  private let words = ReadingWords(Language.all)

  @Test(
    "dates of one line, in French and English",
    arguments: [
      ("| 30 January 2023, Monday |", "2023-01-30"), ("Publié le 3 mars 2025 à 10h12", "2025-03-03"),
      ("Mar. 14 janv. 2025", "2025-01-14"), ("Le 1er août 2024", "2024-08-01"),
      ("May 4th, 2021 8:03 am ET", "2021-05-04"),
      ("2023-01-17", "2023-01-17"), ("17/01/2023", "2023-01-17"), ("Posted: Fri 6:45 PM, Feb 16, 2018 |", "2018-02-16"),
    ])
  func dates(_ line: String, _ value: String) {
    #expect(DateLine(line.utf8, words: words)?.day.description == value)
  }

  @Test(
    "what is no date of one day has none",
    arguments: ["03/04/2023", "mars 2025", "Le 3 mars", "30 février 2023", "En mars 2023, la ville a voté", "2023", ""])
  func noDates(_ line: String) { #expect(DateLine(line.utf8, words: words) == nil) }

  @Test("an update is not a publication")
  func updated() {
    #expect(DateLine("Mis à jour le 3 mars 2025".utf8, words: words)?.isUpdate == true)
    #expect(DateLine("Publié le 3 mars 2025".utf8, words: words)?.isUpdate == false)
  }

  @Test(
    "bylines name the author",
    arguments: [
      ("by Sara", "Sara"), ("Par Jeanne Exemple", "Jeanne Exemple"),
      ("By A. Writer and B. Other", "A. Writer and B. Other"),
      ("Par Jeanne Exemple, envoyée spéciale", "Jeanne Exemple"), ("Written by Ann Sample | 3 May 2022", "Ann Sample"),
      ("Par : Jeanne Exemple", "Jeanne Exemple"), ("Par Jeanne Exemple avec AFP", "Jeanne Exemple"),
      ("By Ann Sample with Reuters", "Ann Sample"),
    ])
  func bylines(_ line: String, _ author: String) { #expect(Byline(line, words: words)?.author == author) }

  @Test("a byline that was given with the article is a name")
  func given() {
    func author(_ given: String) -> String? {
      ArticleReader().cleaned(Article(id: "a", text: Scrapes.first, author: given)).author
    }
    #expect(author("By Ann Sample and Paul Essai") == "Ann Sample and Paul Essai")
    #expect(author("Ann Sample") == "Ann Sample")
  }

  @Test("a byline of the staff names nobody")
  func staff() {
    #expect(Byline("Par La rédaction", words: words) != nil)
    #expect(Byline("Par La rédaction", words: words)?.author == nil)
  }

  @Test("what goes on in lower case is no byline", arguments: ["By the lake", "Par ailleurs", "Paris", "Standby Mode"])
  func noBylines(_ line: String) { #expect(Byline(line, words: words) == nil) }
}

@Suite("Notes on the article itself")
struct RevisionTests {
  private func reason(_ note: String) -> LeftOut.Reason? {
    let article = ArticleReader().cleaned(
      Article(id: "a", text: [Scrapes.first, Scrapes.second, Scrapes.third, note].joined(separator: "\n\n")))
    return article.text.contains(note) ? nil : article.leftOut.first { $0.text == note }?.reason
  }

  @Test(
    "what was wrong in an article is none of its facts",
    arguments: [
      "Correction : une première version de cet article indiquait à tort que les travaux avaient coûté 45 millions.",
      "Cet article a été modifié le 12 mars à 10 h 30 : la jetée mesure 230 mètres, et non 320 mètres.",
      "(This story has been corrected to say that the pier costs 40 million francs, not 45 million, in paragraph 1)",
      "Correction: The pier costs 40 million francs, not 45 million.",
      "Esta noticia ha sido actualizada para añadir las palabras de la alcaldesa.",
    ])
  func left(_ note: String) { #expect(reason(note) == .revision) }

  @Test(
    "a sentence on a correction is news",
    arguments: [
      "Le ministère a publié une correction : la jetée mesure 230 mètres.",
      "The statistics office said that an earlier version of the report had been corrected in May.",
    ])
  func stays(_ sentence: String) { #expect(reason(sentence) == nil) }

  @Test("a notice of rights is left out with its full stop")
  func rights() {
    #expect(reason("Copyright 2025 The Sample Press. All rights reserved. It may not be rewritten.") == .legal)
  }
}

@Suite("Hard-wrapped text")
struct HardWrapTests {
  @Test("paragraphs that were wrapped at a width are put on one line")
  func wrapped() {
    let text = """
      The harbour of Brevanne opened again on Monday after three weeks of
      work on its northern pier, which a storm had damaged in the autumn of
      last year. Nobody was hurt, and fishing boats may leave when weather
      allows.

      The town will pay.
      """
    let (bytes, numbers) = HardWrap.unwrapped(Array(text.utf8))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("boats may leave when weather allows.") == true)
    #expect(numbers == [1, 6])
  }

  @Test("a menu and a poem are not wrapped text")
  func notWrapped() {
    let text = "Home\nWorld\nPolitics and society in the region of the north of the country\nSport\nCulture"
    #expect(HardWrap.unwrapped(Array(text.utf8)).bytes == Array(text.utf8))
  }
}
