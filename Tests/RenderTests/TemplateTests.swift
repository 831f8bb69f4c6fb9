import NewsModel
import Testing

@testable import Render

/// Mustache as templates here may use it: mustache(5) without delimiters, lambdas and inheritance.
struct TemplateTests {
  private func text(_ template: String, _ values: Record, parts: [String: String] = [:]) throws -> String {
    var files = try parts.mapValues { try TemplateParser.parts(of: $0) }
    files["page.md"] = try TemplateParser.parts(of: template)
    let set = TemplateSet(files, words: ["hello": "Good day", "mark": "a*b"])
    return String(decoding: try set.render("page.md", values), as: UTF8.self)
  }

  @Test("values, numbers and flags are printed; what is absent is not")
  func values() throws {
    let values: Record = Record(["title": "Dam", "count": 3, "open": true, "gone": .none])
    #expect(try text("{{title}}, {{ count }}, {{open}}, [{{gone}}{{never}}]", values) == "Dam, 3, true, []")
  }

  @Test("a section is printed for each part, once for a value, not for what is empty or false")
  func sections() throws {
    let values = Record(view: [
      "rows": [["n": 1], ["n": 2]], "none": [], "yes": true, "no": false, "who": ["name": "Ada"], "word": "x",
    ])
    #expect(try text("{{#rows}}<{{n}}>{{/rows}}{{^rows}}no{{/rows}}", values) == "<1><2>")
    #expect(try text("{{#none}}some{{/none}}{{^none}}empty{{/none}}", values) == "empty")
    #expect(try text("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}{{^never}}d{{/never}}", values) == "acd")
    #expect(try text("{{#who}}{{name}}{{/who}} {{who.name}} {{#word}}{{.}}{{/word}}", values) == "Ada Ada x")
  }

  @Test("names are looked for from the inside out, and an absent field hides the one further out")
  func scopes() throws {
    let values = Record(view: [
      "title": "outer", "rows": [["n": 1], ["title": "inner"], ["title": .none]],
    ])
    #expect(try text("{{#rows}}({{title}}){{/rows}}", values) == "(outer)(inner)()")
    // The first name decides; the rest is looked for in what it names.
    #expect(try text("{{#rows}}{{title.deeper}}{{/rows}}", values) == "")
  }

  @Test("a line with nothing but a section's tag, a comment or a partial is no line of the page")
  func standaloneLines() throws {
    let values = Record(view: ["rows": [["n": 1], ["n": 2]]])
    #expect(try text("a\n  {{#rows}}\n- {{n}}\n  {{/rows}}\nb", values) == "a\n- 1\n- 2\nb")
    #expect(try text("a\n{{! said to nobody }}\nb", values) == "a\nb")
    #expect(try text("a {{! said }} b", values) == "a  b")
    #expect(try text("x\n{{>part.md}}\ny", values, parts: ["part.md": "p\n"]) == "x\np\ny")
  }

  @Test("a partial that stands alone is indented as its tag is, one inside a line is not")
  func indentation() throws {
    let values = Record(view: ["rows": [["n": 1], ["n": 2]]])
    let parts = ["part.md": "one\n{{#rows}}\n- {{n}}\n{{/rows}}\ntwo\n", "line.md": "{{#rows}}{{n}} {{/rows}}"]
    #expect(try text("  {{>part.md}}\n", values, parts: parts) == "  one\n  - 1\n  - 2\n  two\n")
    #expect(try text("  {{>line.md}}\n", values, parts: parts) == "  1 2 ")
    #expect(try text("a {{>line.md}}b", values, parts: parts) == "a 1 2 b")
  }

  @Test("words of the interface are put in, escaped as values are")
  func words() throws {
    #expect(try text("{{words.hello}}: {{words.mark}}{{words.never}}", Record()) == "Good day: a\\*b")
    #expect(try text("{{#words.hello}}yes{{/words.hello}}{{^words.never}}no{{/words.never}}", Record()) == "yesno")
  }

  @Test(
    "what templates may not have is refused with its line",
    arguments: [
      ("a\n{{#rows}}\nb", 3), ("{{#a}}\n{{/b}}{{/a}}", 2), ("a\n\n{{/a}}", 3), ("{{=<% %>=}}", 1), ("{{<layout}}", 1),
      ("\n{{$block}}", 2), ("{{name", 1), ("a\n{{two words}}", 2), ("{{}}", 1),
    ])
  func faults(template: String, line: Int) {
    #expect {
      _ = try TemplateParser.parts(of: template)
    } throws: { error in
      (error as? TemplateParser.Fault)?.line == line
    }
  }

  @Test("a template that contains itself is refused")
  func cycles() {
    func error(_ files: [(path: String, text: String)]) -> RenderError? {
      do {
        _ = try TemplateLibrary(overrides: files)
        return nil
      } catch { return error }
    }
    #expect(error([("parts/card.md", "a\n{{>parts/card.md}}")])?.description.hasPrefix("parts/card.md:2:") == true)
    #expect(error([("parts/card.md", "{{>parts/squares.md}}"), ("parts/squares.md", "{{>parts/card.md}}")]) != nil)
  }

  @Test("values, words and files that no template of the program knows are found, with their lines")
  func slips() {
    let slips = Renderer.slips(in: [
      ("pages/story.md", "# {{title}}\n\n{{#quotes}}\n{{speakerLine.nmae}}{{.}} {{words.qoutes}}\n{{/quotes}}\n"),
      ("pages/stroy.md", "{{title}}"), ("parts/mine.md", "{{words.mine}}{{#words.never}}{{/words.never}}"),
      ("parts/card.md", "{{>parts/mine.md}}\n{{titel}} {{titel}}"), ("words/fr.txt", "mine\tNous\n"),
      ("themes/own/layout.html", "{{{body}}}{{titel}}"), ("README.md", "{{nothing}}"),
    ])
    #expect(
      slips.map(\.file) == [
        "pages/story.md", "pages/story.md", "pages/stroy.md", "parts/card.md", "themes/own/layout.html",
      ])
    #expect(slips.map(\.name) == ["nmae", "qoutes", "pages/stroy.md", "titel", "titel"])
    #expect(slips.map(\.line) == [4, 4, nil, 2, 1])
    #expect(slips.map(\.kind) == [.value, .word, .file, .value, .value])
    // The program's own name nothing that it does not know.
    #expect(Renderer.slips(in: Renderer.carried.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }).isEmpty)
  }

  @Test("data is written as JSON with its keys sorted, absent ones left out")
  func json() throws {
    let record = Record([
      "b": 2, "a": ["x", "y\"\n"], "none": .none, "empty": [], "c": .record(Record()), "score": .decimal(0.5),
    ])
    #expect(
      String(decoding: Field.record(record).line, as: UTF8.self)
        == #"{"a":["x","y\"\n"],"b":2,"c":{},"empty":[],"score":0.5}"#)
    #expect(
      String(decoding: Field.record(Record(["b": 1, "a": []])).document, as: UTF8.self)
        == "{\n  \"a\" : [\n\n  ],\n  \"b\" : 1\n}\n")
  }
}
