import Foundation
import NewsModel
import Testing

@testable import Render

/// Whole sites: what is printed, in which words, and what is refused.
struct RendererTests {
  private func text(_ path: String, _ settings: SiteSettings = SiteSettings()) throws -> String {
    let pages = try Renderer().pages(of: SampleComposition.composition(settings))
    return String(decoding: try #require(pages.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("the same composition gives the same bytes twice")
  func deterministic() throws {
    let composition = SampleComposition.composition()
    #expect(try Renderer().pages(of: composition) == Renderer().pages(of: composition))
  }

  @Test("words that may not be printed stand on no page, in no data and in no feed")
  func withheldWords() throws {
    for page in try Renderer().pages(of: SampleComposition.composition()) {
      #expect(!String(decoding: page.bytes, as: UTF8.self).contains("Les riverains"), "\(page.path)")
    }
    #expect(try text("articles/barrage-b/index.md").contains("1 passage non publié"))
  }

  @Test("a story says how many articles, outlets and origins carry it, and what is inferred")
  func counts() throws {
    let french = try text("stories/story-s1/index.md")
    #expect(french.contains("2 articles · 1 média connu, 1 inconnu · 1 origine, déduite"))
    #expect(french.contains("locuteur déduit de"))
    #expect(
      french.contains(
        "« lundi », compté depuis la publication du 16 janvier 2024".replacing("« ", with: "«\u{A0}").replacing(
          " »", with: "\u{A0}»")))
    let english = try text("stories/story-s1/index.md", SiteSettings(language: "en"))
    #expect(english.contains("2 articles · 1 outlet named, 1 unknown · 1 origin, inferred"))
  }

  @Test("red words and ≠ stand only where origins contradict each other; other differences say in what")
  func conflictOnly() throws {
    let paths = ["index.md", "stories/story-s1/index.md", "threads/thread-t1/index.md"]
    for path in paths {
      let page = try text(path, SiteSettings(language: "en"))
      #expect(page.contains("[≈ 2 differences: precision, spelling]") && !page.contains("≠"), "\(path)")
      #expect(!page.contains(".rubric") && !page.contains(".conflict") && !page.contains("contradict"), "\(path)")
    }
    var composition = SampleComposition.composition(SiteSettings(language: "en"))
    var differences = composition.stories[0].differences
    differences[0].kind = .conflict
    composition.stories[0] = composition.stories[0].with(differences: differences)
    let pages = try Renderer().pages(of: composition)
    for path in paths {
      let page = String(decoding: try #require(pages.first { $0.path == path }).bytes, as: UTF8.self)
      #expect(page.contains("≠ 1 conflict between origins") && page.contains("[≈ 1 difference: spelling]"), "\(path)")
    }
    let front = String(decoding: try #require(pages.first { $0.path == "index.md" }).bytes, as: UTF8.self)
    #expect(front.contains("[≠ One story where origins contradict each other](stories/story-s1/index.html#differences"))
    #expect(front.contains("item.conflict") && front.contains("[≠](# \".sign .rubric\") The versions do not say"))
  }

  @Test("an article that says a key point with another value beside it is shown to differ")
  func differingCarrier() throws {
    let page = try text("stories/story-s1/index.md", SiteSettings(language: "en"))
    let carrier = try #require(page.split(separator: "\n").first { $0.contains("differs: duration") })
    #expect(carrier.contains("[A2](") && carrier.contains("[≈\u{A0}differs: duration](\\#differences"))
    #expect(page.components(separatedBy: "differs: ").count == 2)
    let json = try JSONSerialization.jsonObject(with: Data(text("stories/story-s1/index.json").utf8)) as? [String: Any]
    let also = (json?["keyPoints"] as? [[String: Any]])?.map { $0["alsoIn"] as? [[String: Any]] ?? [] }
    #expect(also?.first?.first?["differs"] as? [String] == ["duration"])
    #expect(also?.last?.isEmpty == true)
  }

  @Test("that no story is new and that a story brought something new are told apart")
  func newStoriesAndDevelopments() throws {
    var composition = SampleComposition.composition()
    composition.briefs[0].new = []
    composition.briefs[0].developments = [
      Development(story: "s1", articles: ["barrage-b"], keyPoints: [], differences: [])
    ]
    let pages = try Renderer().pages(of: composition)
    let front = String(decoding: try #require(pages.first { $0.path == "index.md" }).bytes, as: UTF8.self)
    let news = front.split(separator: "\n").filter { $0.contains("list.news") }
    #expect(news.first?.contains("[Nouveaux sujets depuis le 22 septembre 2023\u{A0}:](# \".strong\") aucun") == true)
    #expect(news.dropFirst().first?.contains("[Du nouveau dans\u{A0}:](# \".strong\") [À Sarmelle") == true)
  }

  @Test("words that several are named for, or nobody, are no quote of the day")
  func quotesOfDay() throws {
    let words = "Nous ne laisserons aucune vallée sans eau"
    func front(_ speakers: [String]) throws -> String {
      var composition = SampleComposition.composition()
      let quote = StoryQuote(versions: composition.stories[0].quotes[0].versions, speakers: speakers)
      composition.stories[0] = composition.stories[0].with(quotes: [quote])
      let pages = try Renderer().pages(of: composition)
      return String(decoding: try #require(pages.first { $0.path == "index.md" }).bytes, as: UTF8.self)
    }
    #expect(try front(["odile-varenne"]).contains(words))
    #expect(try !front(["odile-varenne", "sarmelle"]).contains(words))
    #expect(try !front([]).contains(words))
  }

  @Test("what has no date stands behind the stories that have one, on the front page and in a thread, which says so")
  func undatedLast() throws {
    let front = try text("index.md")
    let places = ["## [](# \"#stories", "## [](# \"#earlier", "## [](# \"#undated", "## [](# \"#quotes"].map {
      heading in
      front.firstRange(of: heading)?.lowerBound
    }
    #expect(front.contains("[Sans date, sur tout le site\u{A0}:](# \".strong\") 2 articles"))
    #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(try text("threads/thread-t1/index.md").contains("[](# \".note\")du plus ancien au plus récent\n"))
    var composition = SampleComposition.composition()
    composition.threads[0] = composition.threads[0].with(stories: composition.threads[0].stories + ["s3"])
    let pages = try Renderer().pages(of: composition)
    let thread = String(
      decoding: try #require(pages.first { $0.path == "threads/thread-t1/index.md" }).bytes, as: UTF8.self)
    #expect(thread.contains("du plus ancien au plus récent\u{202F}; ceux sans date suivent"))
  }

  @Test("data carries offsets in code points, and the words there")
  func offsets() throws {
    let json = try JSONSerialization.jsonObject(with: Data(text("stories/story-s1/index.json").utf8)) as? [String: Any]
    let points = try #require(json?["keyPoints"] as? [[String: Any]])
    let point = try #require(points.first)
    let start = try #require(point["start"] as? Int), end = try #require(point["end"] as? Int)
    let scalars = Array(SampleComposition.first.unicodeScalars)[start..<end]
    #expect(String(String.UnicodeScalarView(scalars)) == point["text"] as? String)
    #expect(point["article"] as? String == "barrage-a")
  }

  @Test("the front page lists what each entry of the watchlist matches, and says where one matches nothing")
  func watchlist() throws {
    #expect(try !text("index.md").contains("#watched"))
    var settings = SiteSettings(language: "en")
    settings.watch = ["Sarmelle", "*Tirval*"]
    var composition = SampleComposition.composition(settings)
    for at in composition.stories.indices where composition.stories[at].id == "s1" {
      composition.stories[at] = composition.stories[at].with(watched: ["Sarmelle"])
    }
    let pages = try Renderer().pages(of: composition)
    func page(_ path: String) throws -> String {
      String(decoding: try #require(pages.first { $0.path == path }).bytes, as: UTF8.self)
    }
    let lines = try page("index.md").split(separator: "\n").drop { !$0.contains("#watched") }
    #expect(lines.first?.hasSuffix("Watchlist") ?? false)
    let rows = lines.dropFirst().prefix { $0.hasPrefix("- ") }
    #expect(rows.count == 2)
    #expect(rows.first?.contains("[Sarmelle](# \".label\")") ?? false)
    #expect(rows.first?.contains("stories/story-s1/") ?? false)
    #expect(rows.last?.contains("\\*Tirval\\*") ?? false && rows.last?.hasSuffix("nothing") ?? false)
    let json = try JSONSerialization.jsonObject(with: Data(page("index.json").utf8)) as? [String: Any]
    let watched = try #require(json?["watched"] as? [[String: Any]])
    #expect(watched.map { $0["stories"] as? [String] } == [["s1"], []])
  }

  @Test("hostile titles, names and texts stay text on every page")
  func hostile() throws {
    var composition = SampleComposition.composition()
    let attack = "<script>x</script> ](javascript:x) {{title}} ![i](https://evil.example/i.png) \u{202E}"
    composition.articles = composition.articles.map { $0.with { $0.title = attack } }
    composition.stories = composition.stories.map { $0.with(title: attack) }
    composition.articles[0] = composition.articles[0].with { article in
      article.url = "javascript:alert(1)"
      article.source = "# \(attack)"
    }
    composition.actors[0] = composition.actors[0].with(identity: { $0.name = "1. \(attack)" })
    composition.threads[0] = composition.threads[0].with(title: attack)
    composition.settings.publisher = attack
    for page in try Renderer().pages(of: composition) where page.path.hasSuffix(".html") || page.path.hasSuffix(".xml")
    {
      #expect(!String(decoding: page.bytes, as: UTF8.self).contains("\u{202E}"), "\(page.path)")
      let text = String(decoding: page.bytes, as: UTF8.self).withoutOwnScripts
      #expect(!text.contains("<script") && !text.contains("<img"), "\(page.path)")
      #expect(!text.contains("href=\"javascript") && !text.contains("href=\"https://evil"), "\(page.path)")
    }
  }

  @Test("an override takes the place of a template, of a word, of the style")
  func overrides() throws {
    let renderer = try Renderer(overrides: [
      ("pages/about.md", "# mine\n"), ("words/fr.txt", "# words\nnav.brief\tUne\n"), ("style.css", "body{}"),
    ])
    let pages = try renderer.pages(of: SampleComposition.composition())
    func text(_ path: String) -> String? {
      pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(text("about/index.md") == "# mine\n")
    #expect(text("style.css") == "body{}")
    #expect(text("index.html")?.contains(">Une</a>") == true)
  }

  @Test("marks between two printed pieces are printed, so that no words run together")
  func marksBetweenPieces() throws {
    var composition = SampleComposition.composition()
    let at = try #require(composition.articles.firstIndex { $0.digest.article.id == "barrage-a" })
    let quote = SampleComposition.span("Nous ne laisserons aucune vallée sans eau", in: SampleComposition.first)
    let cue = SampleComposition.span("a déclaré Odile Varenne", in: SampleComposition.first)
    composition.articles[at] = composition.articles[at].with(printable: [quote, cue])
    let page = try #require(try Renderer().pages(of: composition).first { $0.path == "articles/barrage-a/index.html" })
    let words = String(decoding: page.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
    #expect(words.contains("sans eau »,"))
    #expect(!words.contains("eaua"))
  }

  @Test("a theme is a look above the first, and below the user's own files")
  func themes() throws {
    func site(_ renderer: Renderer) throws -> [String: String] {
      let pages = try renderer.pages(of: SampleComposition.composition())
      return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }
    let plain = try site(try Renderer())
    let gazette = try site(try Renderer(theme: "gazette"))
    let style = try #require(plain["style.css"])
    #expect(try #require(gazette["style.css"]).hasPrefix(style) && gazette["style.css"] != style)
    #expect(gazette["index.md"] != plain["index.md"] && gazette["about/index.html"] == plain["about/index.html"])
    let mine = try site(
      try Renderer(
        theme: "mine",
        overrides: [
          ("themes/mine/theme.css", "a{}"), ("themes/mine/style.css", "b{}"), ("style.css", "c{}"),
        ]))
    #expect(mine["style.css"] == "c{}a{}")
    #expect(throws: RenderError.unknownTheme("none", known: ["gazette"])) { try Renderer(theme: "none") }
  }

  @Test("a template with a fault is refused with file, line and what was expected")
  func badTemplates() {
    #expect(throws: RenderError.self) { try Renderer(overrides: [(path: "layout.html", text: "")]) }
    #expect(throws: RenderError.self) { try Renderer(overrides: [(path: "layout.html", text: "<p>{{title}}</p>")]) }
    func error(_ path: String, _ text: String) -> RenderError? {
      do {
        _ = try Renderer(overrides: [(path, text)])
        return nil
      } catch { return error }
    }
    #expect(error("pages/story.md", "a\n{{#points}}\nb")?.description.hasPrefix("pages/story.md:3: expected") == true)
    #expect(
      error("pages/story.md", "a\n{{#points}}\n{{/point}}")?.description.hasPrefix("pages/story.md:3: expected") == true
    )
    #expect(
      error("pages/story.md", "a\n{{>parts/none.md}}")
        == .badTemplate(file: "pages/story.md", line: 2, expected: "a template named parts/none.md"))
    #expect(error("pages/story.md", "a {{{title}}}")?.description.contains("always escaped") == true)
    #expect(error("layout.html", "\n{{&title}}")?.description.hasPrefix("layout.html:2:") == true)
  }

  @Test("what was read is what was used and what was left out; languages are those of the articles used")
  func coverage() throws {
    var composition = SampleComposition.composition()
    composition.coverage.leftOut = [Diagnostic(.badLine, "not JSON", file: "a.jsonl", line: 3)]
    composition.coverage.read = 5
    let pages = try Renderer().pages(of: composition)
    let front = String(decoding: try #require(pages.first { $0.path == "index.md" }).bytes, as: UTF8.self)
    let rows = front.split(separator: "\n").filter { $0.contains("list.facts-table") }.map { row in
      row.split(separator: "\".label\") ").last.map(String.init) ?? ""
    }
    #expect(rows.first == "5\u{A0}: 4 retenus, 1 écarté", "\(rows)")
    #expect(rows.contains("4 articles · 3 sujets\u{202F}; 3 en français, 1 en anglais"), "\(rows)")
    #expect(rows.contains { $0.hasPrefix("1 fichier ou ligne inutilisable\u{202F}; dans les textes retenus, 2 ") })
  }

  @Test("both languages of the interface have the same keys")
  func sameKeys() throws {
    let library = try TemplateLibrary(overrides: [])
    func keys(_ language: String) -> Set<String> {
      Set(
        InterfaceWords.table(library.text("words/\(language).txt") ?? "").keys.filter { key in
          !["typography.", "elision."].contains { key.hasPrefix($0) }
        })
    }
    #expect(keys("fr").subtracting(["day.1"]) == keys("en"))
  }

  @Test("“de” before a name is joined to its vowel as the language's words say, and nowhere else")
  func elision() throws {
    let library = try TemplateLibrary(overrides: [])
    let words = InterfaceWords(language: "fr", library: library)
    func reply(_ name: String) -> String { words.text("reply-of", ["name": name]) }
    #expect(reply("Odile Ferrand") == "Réponse d’Odile Ferrand")
    #expect(reply("Élise Orvan") == "Réponse d’Élise Orvan" && reply("ÉLISE") == "Réponse d’ÉLISE")
    #expect(reply("Yves Kerbrat") == "Réponse d’Yves Kerbrat" && reply("Yann Kerbrat") == "Réponse de Yann Kerbrat")
    #expect(reply("Hélène Abgrall") == "Réponse d’Hélène Abgrall" && reply("Hambourg") == "Réponse de Hambourg")
    #expect(reply("Basile Orvan") == "Réponse de Basile Orvan" && reply("« Odile »") == "Réponse de « Odile »")
    #expect(words.text("correction.rights", ["outlet": "Ouest-Soir"]).hasPrefix("Les droits d’Ouest-Soir ont changé"))
    #expect(words.text("evidence.relay", ["name": "Agence Nord"]).hasSuffix("leur texte d’Agence Nord"))
    #expect(words.text("timeline-year", ["year": "2031"]) == "Chronologie de 2031")
    #expect(
      InterfaceWords(language: "es", library: library).text("reply-of", ["name": "Odile"]) == "Respuesta de Odile")
    // A letter more before it, and it is another word.
    #expect(Elisions(["elision.de": "d’", "elision.before": "a"]).joined("mode ", "amer") == "mode amer")
  }

  @Test("French spaces do not break beside the marks that ask for one")
  func typography() {
    let table = InterfaceWords.table(
      "typography.narrow-before\t;!?\ntypography.wide-before\t:»\ntypography.wide-after\t«\nx\t« a » ; b ! c : d\n")
    #expect(table["x"] == "«\u{A0}a\u{A0}»\u{202F}; b\u{202F}! c\u{A0}: d")
  }

  @Test("dates are written no more exactly than they are known")
  func dates() throws {
    let words = InterfaceWords(language: "fr", library: try TemplateLibrary(overrides: []))
    let calendar = CalendarWords(words: words)
    func text(_ value: String, _ precision: Precision) -> String {
      calendar.text(CalendarValue(text: value, precision: precision))
    }
    #expect(text("2023-01-17", .day) == "mardi 17 janvier 2023")
    #expect(text("2023-03-01", .day) == "mercredi 1er mars 2023")
    #expect(text("2023-01", .month) == "janvier 2023")
    #expect(text("2023-21", .season) == "printemps 2023")
    #expect(text("2023-33", .quarter) == "premier trimestre 2023")
    #expect(text("2023-W03", .week) == "semaine du 16 janvier 2023")
    #expect(text("202X", .decade) == "années 2020")
    #expect(text("2023-01-10/2023-01-12", .range) == "du 10 au 12 janvier 2023")
    #expect(text("2023-01-30/2023-02-01", .range) == "du 30 janvier 2023 au 1er février 2023")
    #expect(text("2023-01-17T11:00", .minute) == "mardi 17 janvier 2023, 11:00")
  }
}
