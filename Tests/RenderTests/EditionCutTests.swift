import NewsModel
import Testing

@testable import Render

@Suite("Editions that are out")
struct EditionCutTests {
  private static let markdown = """
    # [](# "#top .machine") Mardi

    [](# ".summary")Deux sujets.

    - [](# "list.news")[\\+](# ".sign") Nouveau : [Le phare](\\../../stories/le-phare/index.html)

    ## [](# "#stories .main") Sujets du jour

    ### [](# ".story .lead") [Le phare](\\../../stories/le-phare/index.html)

    [](# ".kicker")Fil : [Port](\\../../threads/port/index.html)

    - [](# "list.points .words")Le phare éclaire le [port](# ".variant"). [¶ 1](\\../../articles/phare/index.html#p1 ".where")
    - [](# "list.points .words")La digue tient bon depuis mardi. [¶ 2](\\../../articles/digue/index.html#p2 ".where")

    [](# ".versions-title")[≠](# ".sign") Les versions ne disent pas la même chose

    - [](# "list.rows .label")Lieu
      - [](# "list.cells .words")Le phare de Zoé Brandelune
      - [](# "list.cells .words")Le phare de Brandelune

    ### [](# ".story") [La foire](\\../../stories/la-foire/index.html)

    [](# ".foot")Avec [Zoé Brandelune](\\../../actors/zoe-brandelune/index.html ".strong")

    ## [](# "#quotes .band") Citations

    - [](# ".words .quote")« Tout va bien »

      [](# ".by")[Zoé Brandelune](\\../../actors/zoe-brandelune/index.html)

      [](# ".places")[¶ 3](\\../../articles/phare/index.html#p3 ".where")

    """

  private static let data = """
    {
      "developments" : [{"keyPoints" : [
        {"article" : "a", "text" : "Le phare éclaire le port.", "start" : 0, "end" : 25},
        {"article" : "b", "text" : "La digue tient bon depuis mardi.", "start" : 0, "end" : 32}]}],
      "stories" : [{"id" : "s-phare", "title" : "Le phare", "path" : "stories/le-phare/"},
        {"id" : "s-foire", "title" : "La foire", "path" : "stories/la-foire/"}]
    }
    """

  private func edition() throws -> Edition {
    Edition(
      day: try #require(CivilDay(iso: "2031-03-04")), number: 1, state: .closed, articles: ["a", "b"],
      stories: ["s-phare", "s-foire"], summary: "Deux sujets.", markdown: EditionCutTests.markdown,
      data: EditionCutTests.data,
      passages: [Passage(article: "a", span: Span(0, 26)), Passage(article: "b", span: Span(0, 32))])
  }

  private static let texts = ["a": ["Le phare éclaire le port."], "b": ["La digue tient bon depuis mardi."]]

  private func lines(_ text: String?) -> [Substring] { (text ?? "").split(separator: "\n") }

  @Test("An edition from which nothing is taken keeps its bytes")
  func nothing() throws {
    let made = try EditionCut().applied(to: try edition())
    #expect(made.markdown == EditionCutTests.markdown)
    #expect(made.passages == (try edition()).passages)
  }

  @Test("A passage leaves with its list item, and nothing else does")
  func passage() throws {
    var cut = EditionCut()
    cut.passages = [Passage(article: "b", span: Span(0, 32))]
    cut.texts = EditionCutTests.texts
    let made = try cut.applied(to: try edition())
    #expect(lines(made.markdown) == lines(EditionCutTests.markdown).filter { !$0.contains("digue") })
    let data = try #require(made.data)
    #expect(!data.contains("digue") && data.contains("Le phare éclaire le port."))
  }

  @Test("Of an article that may not be printed every passage leaves, its headline stays")
  func article() throws {
    var cut = EditionCut()
    cut.articles = ["a": "phare"]
    let made = try cut.applied(to: try edition())
    let text = try #require(made.markdown)
    #expect(!text.contains("éclaire") && !text.contains("Tout va bien") && !text.contains("Citations"))
    #expect(text.contains("### [](# \".story .lead\") [Le phare]") && text.contains("La digue tient bon depuis mardi."))
    #expect(made.passages.map(\.article) == ["b"])
    #expect(made.data?.contains("éclaire") == false && made.data?.contains("digue") == true)
  }

  @Test("A story that is gone leaves with all that stands about it; a mark stands for its headline elsewhere")
  func story() throws {
    var cut = EditionCut()
    cut.articles = ["a": "phare"]
    cut.stories = ["s-phare": "le-phare"]
    cut.titles = ["Le phare"]
    let made = try cut.applied(to: try edition())
    let text = try #require(made.markdown)
    #expect(!text.contains("Le phare") && !text.contains("digue") && !text.contains("versions"))
    #expect(text.contains("Nouveau : [█████](") && text.contains("[La foire]"))
    #expect(made.data?.contains("s-phare") == false && made.data?.contains("s-foire") == true)
  }

  @Test("Actors that are known from a removed article alone leave the lines that name actors, with what joined them")
  func actors() throws {
    func link(_ name: String) -> String { "[\(name)](\\../../actors/\(name.lowercased())/index.html)" }
    let (anna, bela, cora) = (link("Anna"), link("Bela"), link("Cora"))
    let lines = [
      ("[](# \".foot\")Avec \(anna), \(bela) et \(cora)", "[](# \".foot\")Avec \(anna) et \(cora)"),
      ("[](# \".foot\")Avec \(bela), \(cora) et 2 autres", "[](# \".foot\")Avec \(cora) et 2 autres"),
      ("[](# \".foot\")Avec \(anna), \(bela) et 2 autres", "[](# \".foot\")Avec \(anna) et 2 autres"),
      ("[](# \".foot\")Avec \(bela)", ""),
      ("- [](# \"list.index\")\(bela) [1 article](# \".soft\")", ""),
      (
        "- [](# \"list.index\")\(anna) [1 article](# \".soft\")",
        "- [](# \"list.index\")\(anna) [1 article](# \".soft\")"
      ),
    ]
    var cut = EditionCut()
    cut.actors = ["a-bela": "bela"]
    cut.removed = ["a"]
    for (before, after) in lines {
      var edition = try edition()
      edition.markdown = "# Mardi\n\n\(before)\n"
      edition.data =
        #"{"developments": [{"articles": ["a", "b"]}], "named": [{"actor": "a-bela"}, {"article": "a"}], "page": "a"}"#
      let made = try cut.applied(to: edition)
      #expect(made.markdown == "# Mardi\n" + (after.isEmpty ? "" : "\n\(after)\n"))
      let data = try #require(made.data).filter { !$0.isWhitespace }
      #expect(data == #"{"developments":[{"articles":["b"]}],"named":[],"page":"a"}"#)
    }
  }

  /// Two outlets have one sentence; the first one's rights become stricter.
  private func shared(_ markdown: String, data: String? = nil) throws -> (cut: EditionCut, edition: Edition) {
    var edition = try edition()
    edition.markdown = markdown
    edition.data = data
    let words = "Le bac de Lestrac part à sept heures."
    #expect(words.utf8.count == 38)
    edition.passages = [Passage(article: "a", span: Span(0, 38)), Passage(article: "b", span: Span(9, 47))]
    var cut = EditionCut()
    cut.texts = ["a": [words], "b": ["Au port. \(words)"]]
    cut.pages = ["a": "bac", "b": "port"]
    cut.passages = [edition.passages[0]]
    return (cut, edition)
  }

  private static let ferry = """
    ## [](# "#stories .main") Sujets du jour

    - [](# "list.points .words")Le bac de Lestrac part à sept heures. [¶ 1](\\../../articles/bac/index.html#p1 ".where")
    - [](# "list.points .words")Au port. Le bac de Lestrac part à sept heures. [¶ 2](\\../../articles/port/index.html#p2 ".where")

    """

  @Test("Words that another article has too, in passages that stay, stay where they lead to it")
  func sharedWords() throws {
    for isWhole in [false, true] {
      var (cut, edition) = try shared(EditionCutTests.ferry)
      if isWhole { cut.articles = ["a": "bac"] }
      let made = try cut.applied(to: edition)
      let left = lines(made.markdown)
      #expect(left.contains { $0.contains("Au port. Le bac de Lestrac") && $0.contains("/port/index.html#p2") })
      // The edition printed them of the first one alone there: they lead to the other now.
      #expect(
        left.contains { $0.hasSuffix("sept heures. [¶](\\../../articles/port/index.html \".where\")") }, "\(left)")
      #expect(made.markdown?.contains("/bac/") == false)
      #expect(made.passages.map { $0.article } == ["b"])
      // Where the other leaves too, nothing stays.
      cut.passages.formUnion(edition.passages)
      #expect(try cut.applied(to: edition).markdown?.contains("Lestrac") == false)
    }
  }

  @Test("Of a quote that two outlets print, the place of one leaves with its name and the words stay")
  func sharedQuote() throws {
    let (cut, edition) = try shared(
      """
      - [](# ".words .quote")« Le bac de Lestrac part à sept heures »

        [](# ".places")[Le Bac](# ".outlet") [¶ 1](\\../../articles/bac/index.html#p1 ".where") [Le Port](# ".outlet") \
      [¶ 2](\\../../articles/port/index.html#p2 ".where")

      """)
    let text = try #require(try cut.applied(to: edition).markdown)
    #expect(text.contains("part à sept heures") && text.contains("[Le Port]") && text.contains("/port/index.html#p2"))
    #expect(!text.contains("Le Bac]") && !text.contains("/bac/"))
  }

  @Test("The data gives words that stay to the article that may print them")
  func sharedData() throws {
    let (cut, edition) = try shared(
      EditionCutTests.ferry,
      data: """
        {"points" : [{"article" : "a", "path" : "articles/bac/", "text" : "Le bac de Lestrac part à sept heures.",
          "start" : 0, "end" : 37, "origins" : 2, "alsoIn" : [{"article" : "b", "path" : "articles/port/",
          "text" : "Le bac de Lestrac part à sept heures.", "start" : 9, "end" : 46}]}]}
        """)
    let data = try #require(try cut.applied(to: edition).data)
    #expect(data.contains("articles/port/") && data.contains("\"start\" : 9") && data.contains("\"origins\" : 2"))
    #expect(!data.contains("articles/bac/") && data.contains("\"alsoIn\" : [\n\n"))
  }

  @Test("A story whose versions left counts none, and no heading stays without what stood below it")
  func counts() throws {
    var edition = try edition()
    edition.markdown = """
      [](# ".summary")Deux sujets. [≠ Un sujet se contredit](\\../../stories/le-phare/index.html#differences ".rubric")

      ### [](# ".story .lead") [Le phare](\\../../stories/le-phare/index.html)

      [](# ".versions-title")[≠](# ".sign .rubric") Les versions ne disent pas la même chose

      - [](# "list.rows .label item.conflict")Lieu
        - [](# "list.cells .words")[A1](\\../../articles/phare/index.html ".siglum") [Le phare éclaire le port](# ".variant")
        - [](# "list.cells .words")[B1](\\../../articles/digue/index.html ".siglum") la digue

      [](# ".foot")[■](# ".squares") 2 origines, [≠ 1 conflit](\\../../stories/le-phare/index.html#differences ".conflict"), \
      [≈ 1 différence](\\../../stories/le-phare/index.html#differences)

      ### [](# ".story") [La foire](\\../../stories/la-foire/index.html)

      [](# ".foot")[■](# ".squares") 1 origine, [≠ 2 conflits](\\../../stories/la-foire/index.html#differences ".conflict")

      ## [](# "#quotes .band .day-quotes") Citations du jour

      [](# ".note")[toutes les citations](\\../../quotes/index.html)

      - [](# ".words .quote")« Le phare éclaire le port. » [¶ 1](\\../../articles/phare/index.html#p1 ".where")

      ## [](# "#coverage .band") Couverture

      [](# ".note")[comment](\\../../about/index.html)

      """
    var cut = EditionCut()
    cut.articles = ["a": "phare"]
    cut.texts = EditionCutTests.texts
    let text = try #require(try cut.applied(to: edition).markdown)
    #expect(!text.contains("versions-title") && !text.contains("1 conflit") && !text.contains("1 différence"))
    #expect(!text.contains("se contredit") && text.contains("2 origines\n") && text.contains("Deux sujets.\n"))
    #expect(text.contains("2 conflits") && text.contains("La foire") && text.contains("Le phare]("))
    #expect(!text.contains("Citations du jour") && !text.contains("toutes les citations") && text.contains("comment"))
  }

  @Test("Rows that are left without a contradiction stand below no line that says there is one")
  func lesserRows() throws {
    var edition = try edition()
    edition.markdown = """
      ### [](# ".story .lead") [Le phare](\\../../stories/le-phare/index.html)

      [](# ".versions-title")[≠](# ".sign .rubric") Les versions ne disent pas la même chose

      - [](# "list.rows .label item.conflict")Chiffre
        - [](# "list.cells .words")[La digue tient bon depuis mardi](# ".variant")
      - [](# "list.rows .label")Lieu
        - [](# "list.cells .words")[Kervad](# ".variant")

      """
    var cut = EditionCut()
    cut.passages = [Passage(article: "b", span: Span(0, 32))]
    cut.texts = EditionCutTests.texts
    let text = try #require(try cut.applied(to: edition).markdown)
    #expect(!text.contains("≠") && !text.contains("Chiffre") && text.contains("Kervad"))
  }

  @Test("A difference of which one side leaves is none")
  func difference() throws {
    var edition = try edition()
    edition.data = """
      {"differences" : [
        {"slot" : "place", "versions" : [
          {"article" : "a", "text" : "au port", "start" : 0, "end" : 7},
          {"article" : "b", "text" : "à quai", "start" : 0, "end" : 6}]},
        {"slot" : "figure", "versions" : [{"article" : "b", "text" : "trois", "start" : 0, "end" : 5}]}]}
      """
    var cut = EditionCut()
    cut.articles = ["a": "phare"]
    let data = try #require(try cut.applied(to: edition).data)
    #expect(!data.contains("à quai") && data.contains("trois"))
  }

  @Test("A name is blacked out wherever it stands, with the links to its page, and all other words stay")
  func name() throws {
    func without(_ names: [String]) -> (String) -> String {
      { text in names.reduce(text) { $0.replacing($1, with: EditionCut.mark) } }
    }
    let blackening = EditionBlackening(
      full: without(["Zoé Brandelune"]), any: without(["Zoé Brandelune", "Brandelune"]),
      tells: { $0.contains("brandelune") }, others: ["Le phare de Brandelune"], renamed: { _ in nil },
      page: { _ in nil },
      moved: { _, _ in nil })
    let made = try blackening.applied(to: try edition())
    let text = try #require(made.markdown)
    #expect(!text.contains("Zoé") && !text.contains("zoe-brandelune"))
    #expect(text.contains("Avec [█████](# \".strong\")"))
    #expect(text.contains("[](# \".by\")█████\n"))
    let changed = zip(lines(text), lines(EditionCutTests.markdown)).filter { $0 != $1 }
    #expect(changed.count == 3 && lines(text).count == lines(EditionCutTests.markdown).count)
  }

  @Test("Words of an article that has the name are set where they stand without it")
  func movedPassages() throws {
    let blackening = EditionBlackening(
      full: { $0 }, any: { $0 }, tells: { _ in false }, others: [], renamed: { $0 == "a" ? "article-1" : nil },
      page: { $0 == "stories/le-phare/" ? "la-tour" : nil },
      moved: { article, place in
        article == "a" ? .init(text: "Le █████.", start: place.start + 2, end: place.end + 1) : nil
      })
    let data = try #require(try blackening.applied(to: try edition()).data)
    #expect(data.contains("\"article-1\"") && !data.contains("\"a\"") && data.contains("\"b\""))
    #expect(data.contains("stories/la-tour/") && !data.contains("le-phare/"))
    #expect(data.contains("Le █████.") && data.contains("\"start\" : 2") && data.contains("\"end\" : 26"))
    #expect(data.contains("La digue tient bon depuis mardi.") && data.contains("\"end\" : 32"))
  }

  @Test("A page moved up leads where it led")
  func movedUp() {
    let text = EditionMarkdown.moved(
      "[a](\\../../stories/x/index.html#y \".rubric\") [b](../../index.html) [c](#d) [e](https://example.org/) \\[f](g)",
      up: 2)
    #expect(
      text
        == "[a](stories/x/index.html#y \".rubric\") [b](index.html) [c](#d) [e](https://example.org/) \\[f](g)")
  }

  @Test("The anchors that editions link to are known by page")
  func links() {
    let links = EditionLinks([
      EditionCutTests.markdown, "[≠](../../stories/le-phare/index.html#differences) [x](# \".a\") [y](#top)",
    ])
    #expect(links.lastParagraph(slug: "phare") == 3)
    #expect(links.lastParagraph(slug: "autre") == 0)
    #expect(links.anchors(kind: .story, slug: "le-phare") == ["differences"])
    #expect(links.anchors(kind: .article, slug: "phare") == ["p1", "p2", "p3"])
    #expect(links.leadTo(kind: .actor, slug: "zoe-brandelune") && links.leadTo(kind: .thread, slug: "port"))
    #expect(!links.leadTo(kind: .story, slug: "port") && !links.leadTo(kind: .thread, slug: "por"))
  }
}
