import Foundation
import NewsModel
import Testing

@testable import Read

@Suite("JSON lines and arrays, front matter, articles.yml")
struct RecordTests {
  private func read(_ text: String, _ file: String, given: GivenMetadata? = nil) -> ArticleReader.Result {
    ArticleReader().articles(in: Array(text.utf8), file: file, given: given)
  }

  @Test("a line of JSON that cannot be used costs itself, and is told with its number")
  func lines() {
    let result = read(
      """
      {"id":"Un","text":"Le port rouvre lundi matin après les travaux.","published":"2023-01-17"}
      {"id": broken
      {"title":"Rien que le titre"}

      {"title":"Rien que cet autre titre"}
      """, "day.jsonl")
    #expect(result.articles.map(\.title) == [nil, "Rien que le titre", "Rien que cet autre titre"])
    #expect(result.articles.first?.id == "Un")
    #expect(result.articles.first?.publishedBasis == .given)
    #expect(result.diagnostics.map(\.line) == [2])
    #expect(result.diagnostics.map(\.code) == [.badLine])
  }

  @Test("the html of a record is read as a page")
  func html() {
    let result = read(#"[{"id":"1","html":"<p>Le port rouvre lundi matin après les travaux.</p>"},7]"#, "day.json")
    #expect(result.articles.map(\.text) == ["Le port rouvre lundi matin après les travaux."])
    #expect(result.diagnostics.map(\.code) == [.badLine])
  }

  @Test("a line that repeats another is no second article, and is told with the number of both")
  func repeated() {
    let line = #"{"url":"https://echo.test/a?p=1","text":"Le port rouvre.","author":"A"}"#
    let same = #"{ "author": "A", "text": "Le port rouvre.", "url": "https://echo.test/a?p=1&utm_source=x#y" }"#
    let other = line.replacingOccurrences(of: "rouvre", with: "ferme")
    let result = read([other, line, "", line, same, other].joined(separator: "\n"), "x.jsonl")
    #expect(result.articles.map(\.id) == ["echo-test-a-p-1", "echo-test-a-p-1"], "two versions of one article")
    #expect(result.articles.map(\.text) == ["Le port ferme.", "Le port rouvre."])
    #expect(result.lines.map(\.number) == [1, 2])
    #expect(result.diagnostics.map(\.code) == [.duplicateIdentifier, .duplicateIdentifier, .duplicateIdentifier])
    #expect(
      result.diagnostics.map(\.message).map { $0.prefix { $0 != "," } } == [
        "x.jsonl:4: this line repeats line 2", "x.jsonl:5: this line repeats line 2",
        "x.jsonl:6: this line repeats line 1",
      ])
    let array = read("[\(line),7,\(other),\(same)]", "x.json")
    #expect(array.articles.map(\.text) == ["Le port rouvre.", "Le port ferme."])
    #expect(array.diagnostics.map(\.code) == [.badLine, .duplicateIdentifier])
    #expect(array.diagnostics.last?.detail.hasPrefix("article 4 repeats article 1,") == true)
  }

  @Test("an article without id and address is known by what it says, wherever it stands")
  func nameless() {
    let one = #"{"title":"Le bac","text":"Le bac reprend.","published":"2026-02-03"}"#
    let two = #"{"title":"Le bac","text":"Le bac reprend.","published":"2026-02-04"}"#
    let outlet = one.replacingOccurrences(of: "{", with: #"{"source":"Le Phare","#)
    let ids = read([one, two, outlet].joined(separator: "\n"), "d/day.jsonl").articles.map(\.id)
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0.hasPrefix("d-day-") && $0.count <= "d-day-".count + 13 })
    let moved = read(
      [two, "{}", one.replacingOccurrences(of: ":", with: " : "), one].joined(separator: "\n"), "d/day.jsonl")
    #expect(moved.articles.map(\.id) == [ids[1], ids[0]])
    #expect(moved.diagnostics.map(\.line) == [2, 4])
    #expect(read("[\(one),\(two)]", "d/day.json").articles.map(\.id) == Array(ids.prefix(2)))
    #expect(read(one, "d/day.json").articles.map(\.id) == ["d-day-1"], "a file of one article is that article")
    let page = #"{"html":"<title>Le bac</title><p>Le bac reprend mardi matin.</p>"}"#
    let pages = [page, page.replacingOccurrences(of: "mardi", with: "jeudi")].joined(separator: "\n")
    #expect(Set(read(pages, "day.jsonl").articles.map(\.id)).count == 2)
  }

  @Test("what only one of two lines of an id knows is no repeat")
  func notRepeated() {
    let lines = [
      #"{"id":"a","text":"Le port rouvre."}"#, #"{"id":"a","text":"Le port rouvre.","published":"2026-02-03"}"#,
    ]
    let result = read(lines.joined(separator: "\n"), "x.jsonl")
    #expect(result.articles.map(\.published) == [nil, "2026-02-03"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a date that is none is told with the remedy, and unknown")
  func badDate() {
    let result = read("Le port rouvre lundi matin.", "a.txt", given: GivenMetadata(published: "17 janvier"))
    #expect(result.diagnostics.map(\.code) == [.badDate])
    #expect(result.diagnostics.first?.detail.contains("2023-01-17") == true)
    #expect(result.articles.first?.published == nil)
    #expect(result.articles.first?.publishedBasis == .unknown)
  }

  @Test(
    "dates as the contract writes them",
    arguments: [
      ("2023", "2023"), ("2023-01", "2023-01"), ("2023-01-17", "2023-01-17"), ("2023-01-17 08:30", "2023-01-17T08:30"),
      ("2023-01-17T08:30:00.5+0100", "2023-01-17T08:30:00.5+01:00"), ("2023-01-17T08:30:00z", "2023-01-17T08:30:00Z"),
    ])
  func dates(_ text: String, _ value: String) { #expect(PublicationDate.iso(text) == value) }

  @Test("front matter gives what it says, and lines are counted from the top of the file")
  func frontMatter() {
    let result = read(
      """
      ---
      title: "Le port : rouvert"
      published: 2023-01-17
      titel: x
      ---
      # Autre titre

      \(Scrapes.first)
      [Un lien](https://echo.test) vers *la suite* de l'histoire du port.

      Lire aussi : le phare
      """, "a.md")
    let article = result.articles.first
    #expect(article?.title == "Le port : rouvert")
    #expect(article?.published == "2023-01-17")
    #expect(article?.text.hasSuffix("du nord. Un lien vers la suite de l'histoire du port.") == true)
    #expect(article?.leftOut.last == LeftOut(line: 11, text: "Lire aussi : le phare", reason: .related))
    #expect(result.diagnostics.map(\.line) == [4])
    #expect(result.diagnostics.first?.detail.contains("\"title\"") == true)
  }

  @Test("what other programs call date and language is taken as such, unless it is said twice")
  func otherNames() {
    let result = read("---\ntitle: Le port\ndate: 2023-01-17\nlang: fr\n---\n\(Scrapes.first)", "a.md")
    #expect(result.articles.first?.published == "2023-01-17")
    #expect(result.articles.first?.language == "fr")
    #expect(result.diagnostics.isEmpty)
    for order in ["date: 2022-01-01\npublished: 2023-01-17", "published: 2023-01-17\ndate: 2022-01-01"] {
      #expect(read("---\n\(order)\n---\n\(Scrapes.first)", "a.md").articles.first?.published == "2023-01-17")
    }
    let unknown = read("---\nlayout: post\n---\n\(Scrapes.first)", "a.md").diagnostics.first?.detail
    #expect(unknown?.contains("unknown key \"layout\". Known are") == true)
  }

  @Test(
    "a headline that YAML would not take is read as it stands",
    arguments: [
      ("Le port : rouvert", "Le port : rouvert"), ("Port: the quay reopens", "Port: the quay reopens"),
      ("Marché: l'œuf: \"cher\"", "Marché: l'œuf: \"cher\""), ("[Vidéo] Le port rouvre", "[Vidéo] Le port rouvre"),
      ("\"Nous partons\": le maire", "\"Nous partons\": le maire"), ("@port rouvre", "@port rouvre"),
      ("\"Le port: rouvert\"", "Le port: rouvert"), ("Le port  ", "Le port"),
    ])
  func headlines(written: String, title: String) {
    let result = read("---\ntitle: \(written)\npublished: 2023-01-17\n---\n\(Scrapes.first)", "a.md")
    #expect(result.articles.first?.title == title)
    #expect(result.articles.first?.published == "2023-01-17")
    #expect(result.diagnostics.isEmpty)
    let (index, diagnostics) = ArticlesIndex.parse("a.txt:\n  title: \(written)\nb.txt:\n  title: b\n", file: "x.yml")
    #expect(index.metadata(of: "a.txt")?.title == title)
    #expect(index.lines == ["a.txt": 1, "b.txt": 3])
    #expect(diagnostics.isEmpty)
  }

  @Test("what is no YAML is told with file, line and remedy")
  func remedy() {
    let result = read("---\nsource: Le Phare\ntitle: \"Le port\n---\n\(Scrapes.first)", "a.md")
    let message = result.diagnostics.first?.message ?? ""
    #expect(message.hasPrefix("a.md:") && message.contains("into quotes"), "\(message)")
  }

  @Test("of front matter that is no YAML what stands on lines of their own counts: the article stays what it is")
  func plainLines() {
    let result = read(
      "---\nurl: https://phare.example/port\nsource: \"Le Phare\npublished: 2023-01-17\nurl: https://x.example/\nsorce: y\n"
        + "---\n\(Scrapes.first)", "a.md")
    let article = result.articles.first
    #expect(result.diagnostics.map(\.code) == [.badFrontMatter])
    #expect(article?.url == "https://phare.example/port" && article?.source == "Le Phare")
    #expect(article?.published == "2023-01-17")
    #expect(
      article?.id == read("---\nurl: https://phare.example/port\n---\n\(Scrapes.first)", "a.md").articles.first?.id)
  }

  @Test("front matter that is no YAML costs only itself")
  func brokenFrontMatter() {
    let result = read("---\ntitle: [x\n---\n\(Scrapes.first)", "a.md")
    #expect(result.diagnostics.map(\.code) == [.badFrontMatter])
    #expect(result.articles.first?.text == Scrapes.first)
  }

  @Test("marks of Markdown go, words and lone stars stay")
  func markdown() {
    func plain(_ text: String) -> String {
      String(decoding: MarkdownText(Array(text.utf8)[...], linesAbove: 0).bytes, as: UTF8.self)
    }
    #expect(
      plain("## Un *titre* ##\n\ntexte `code` et [lien](http://a.b)![image](c)") == "Un titre\ntexte code et lien")
    #expect(plain("2 * 3 et a_b_c, 5 \\* 6\n- un\n- deux") == "2 * 3 et a_b_c, 5 * 6\n- un\n- deux")
    #expect(plain("<b>gras</b> <https://a.test> [x") == "gras https://a.test [x")
    _ = plain(String(repeating: "[", count: 100_000) + String(repeating: "](", count: 20_000))
  }

  @Test("an index names its files; an unknown key is told with its line and the near one")
  func index() {
    let (index, diagnostics) = ArticlesIndex.parse(
      "a.txt:\n  title: Le port\n  published: 2023-01-17\n  autor: X\nb.txt: 3\n", file: "articles.yml")
    #expect(index.metadata(of: "a.txt") == GivenMetadata(title: "Le port", published: "2023-01-17"))
    #expect(diagnostics.map(\.line) == [4, 5])
    #expect(diagnostics.first?.detail.contains("\"author\"") == true)
    let (none, broken) = ArticlesIndex.parse("a.txt:\n  title: [x\n", file: "d/articles.yml")
    #expect(none.entries.isEmpty)
    #expect(broken.map(\.file) == ["d/articles.yml"])
    #expect(broken.first?.line != nil)
  }

  @Test("what is given beside a file wins over what it says")
  func given() {
    let text = "Un titre\n\nPar Jeanne Exemple\n\n\(Scrapes.first)\n\(Scrapes.second)"
    let article = read(text, "d/Un Fichier.txt", given: GivenMetadata(title: "Donné", source: "Écho", url: "ftp://x"))
      .articles.first
    #expect(article?.title == "Donné")
    #expect(article?.source == "Écho")
    #expect(article?.url == nil)
    #expect(article?.id == "d-un-fichier")
    #expect(article?.author == "Jeanne Exemple")
  }
}
