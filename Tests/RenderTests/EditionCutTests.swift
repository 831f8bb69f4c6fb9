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
        {"article" : "b", "text" : "La digue tient bon depuis mardi.", "start" : 0, "end" : 19}]}],
      "stories" : [{"id" : "s-phare", "title" : "Le phare", "path" : "stories/le-phare/"},
        {"id" : "s-foire", "title" : "La foire", "path" : "stories/la-foire/"}]
    }
    """

  private func edition() throws -> Edition {
    Edition(
      day: try #require(CivilDay(iso: "2031-03-04")), number: 1, state: .closed, articles: ["a", "b"],
      stories: ["s-phare", "s-foire"], summary: "Deux sujets.", markdown: EditionCutTests.markdown,
      data: EditionCutTests.data,
      passages: [Passage(article: "a", span: Span(0, 26)), Passage(article: "b", span: Span(0, 19))])
  }

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
    cut.words = ["La digue tient bon depuis mardi."]
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
    #expect(data.contains("La digue tient bon depuis mardi.") && data.contains("\"end\" : 19"))
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
