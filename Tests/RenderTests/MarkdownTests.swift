import Testing

@testable import Render

/// Markdown from templates: text stays text, marks become structure.
struct MarkdownTests {
  static let hostile = [
    "<script>alert(1)</script>", "x](javascript:alert(1))", "[x](javascript:alert(1))", "{{words.skip}}", "{{{body}}}",
    "# not a heading", "1. not a list", "2024) not a list", "- nor this", "+ nor this", "* nor this", "> no quote",
    "```\nno code\n```", "&lt;b&gt; &amp;", "![no image](https://example.org/x.png)", "    no code", "\ttab",
    "two  \nlines", "a\n\n<b>bold</b>", "===", "---", "***", "[](# \".conflict\")", "\\", "ends with \\", "`code`",
    "_a_ __b__ *c* **d**", "<https://example.org>", "\u{202E}reversed\u{202C}", "~~x~~ | y |", "x!", "(y)",
    "\" .rubric",
    "nul \u{0} bell \u{7}", "﻿bom", "",
  ]

  /// A value as templates put it into Markdown.
  static func escaped(_ value: String) -> String {
    var out: [UInt8] = []
    Array(value.utf8).withUnsafeBufferPointer { MarkdownEscaping.append($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  @Test("a value renders to itself wherever a template puts it", arguments: hostile)
  func valueStaysText(value: String) throws {
    let escaped = MarkdownTests.escaped(value)
    let expected = HTMLEscaping.text(value)
    #expect(MarkdownDocument.html(of: "x \(escaped)y") == "<p>x \(expected)y</p>\n")
    let alone = try #require(MarkdownDocument.html(of: escaped + "\n"))
    #expect(!alone.contains("<h") && !alone.contains("<li") && !alone.contains("<a") && !alone.contains("<code"))
    #expect(
      !alone.contains("<blockquote") && !alone.contains("<hr") && !alone.contains("<script") && !alone.contains("<img"))
    #expect(!alone.contains("<em") && !alone.contains("<strong") && !alone.contains("<br"))
  }

  @Test("two values side by side do not make markup together")
  func neighbours() throws {
    for first in MarkdownTests.hostile {
      for second in MarkdownTests.hostile {
        let text = MarkdownTests.escaped(first) + MarkdownTests.escaped(second)
        let html = try #require(MarkdownDocument.html(of: "x " + text))
        #expect(!html.contains("<a") && !html.contains("<img") && !html.contains("<em"), "\(first) \(second)")
      }
    }
  }

  @Test("a document is the same whatever stood before in its memory, however long, and while another is read")
  func memory() throws {
    let table = MarkTable()
    let short = Array("> [one](two \"three\")\n> - four `five`\n".utf8)
    let html = try #require(MarkdownDocument.html(of: short, marks: table))
    // More than a block of memory, and more than what is kept of it.
    for count in [10_000, 200_000] {
      let long = Array(String(repeating: "a *word* and\n\n", count: count).utf8)
      let paragraphs = String(repeating: "<p>a <em>word</em> and</p>\n", count: count)
      #expect(MarkdownDocument.html(of: long, marks: table) == paragraphs)
      #expect(MarkdownDocument.html(of: short, marks: table) == html)
    }
    let both = table.memory.withDocument(of: short) { outer in
      MarkdownDocument.html(of: short, marks: MarkTable()).map { ($0, outer.plainText) }
    }
    #expect(both?.0 == html && both?.1 == "onefour five")
  }

  @Test("a link to # with a mark is words with a class, and one that leads somewhere keeps its address")
  func inlineMarks() {
    #expect(
      MarkdownDocument.html(of: "x [two hours](# \".variant #d1\") y")
        == "<p>x <mark id=\"d1\" class=\"variant\">two hours</mark> y</p>\n")
    #expect(
      MarkdownDocument.html(of: "x [A1](a/index.html \".siglum lang=en\")")
        == "<p>x <a class=\"siglum\" lang=\"en\" href=\"a/index.html\">A1</a></p>\n")
    #expect(MarkdownDocument.html(of: "[x](y \"a title\")") == "<p><a href=\"y\" title=\"a title\">x</a></p>\n")
  }

  @Test("links lead only within the site, to http, https and mailto")
  func addresses() throws {
    for address in ["javascript:alert(1)", "data:text/html,x", "//example.org/x", "JaVaScRiPt:x", "vbscript:x"] {
      for title in ["", " \".siglum\"", " \"title\""] {
        let html = try #require(MarkdownDocument.html(of: "x [y](\(address)\(title))"))
        #expect(!html.contains("href"), "\(address)\(title)")
      }
    }
    #expect(LinkAddress.outside("https://example.org/a (b)") == nil)
    #expect(LinkAddress.outside("https://example.org/a(b)\"é") == "https://example.org/a%28b%29%22%C3%A9")
    #expect(LinkAddress.outside("ftp://example.org") == nil)
  }

  @Test("a named heading opens a section up to the next of its level, its notes beside it")
  func sections() throws {
    let html = try #require(
      MarkdownDocument.html(
        of:
          "# [](# \".x\") T\n\nintro\n\n## [](# \"#a .band\") A\n\n[](# \".note\")n\n\ntext\n\n### B\n\nc\n\n## D\n\ne")
    )
    let lines = html.split(separator: "\n").map { $0.replacing("> ", with: ">") }
    #expect(
      lines == [
        "<header class=\"opening x\">", "<h1>T</h1>", "<p>intro</p>", "</header>", "<section id=\"a\" class=\"band\">",
        "<header>", "<h2>A</h2>", "<p class=\"note\">", "n", "</p>", "</header>", "<div class=\"body\">", "<p>text</p>",
        "<h3>B</h3>", "<p>c</p>", "</div>", "</section>", "<h2>D</h2>", "<p>e</p>",
      ])
  }

  @Test("an empty link names its block, the list around it and the item")
  func blockMarks() throws {
    let html = try #require(MarkdownDocument.html(of: "- [](# \".words list.rows item.new\")[](# \"#k1\")a\n- b\n"))
    #expect(html.contains("<ul class=\"rows\" role=\"list\">") && html.contains("<li class=\"new\">"))
    #expect(html.contains("<p class=\"words\">\n<span id=\"k1\"></span>a"))
  }

  @Test("neighbouring sections that name one box share it")
  func boxes() throws {
    let html = try #require(
      MarkdownDocument.html(of: "## [](# \".m\") A\n\n## [](# \".s in.box\") B\n\n## [](# \".s in.box\") C\n"))
    #expect(html.components(between: "<div class=\"", and: "\"").filter { $0 == "box" }.count == 1)
  }

  @Test("a mark is made of its tokens only")
  func marks() {
    #expect(Mark(title: ".a #b lang=fr list.c item.d in.e")?.attributes == " id=\"b\" class=\"a\" lang=\"fr\"")
    for title in ["", "a", ".a b", ".\"x", "#", ".1a", "style=x"] { #expect(Mark(title: title) == nil, "\(title)") }
  }

  @Test("the ribbon shows as much of the year as the date covers")
  func ribbon() {
    #expect(Ribbon(value: "2023-01-17").svg.contains("class=\"d\" x=\"3.6\""))
    #expect(Ribbon(value: "2023-03").svg.contains("<rect class=\"m\" x=\"14\" width=\"7\""))
    #expect(Ribbon(value: "2023-34").svg.contains("<rect class=\"r\" x=\"21\" width=\"21\""))
    #expect(Ribbon(value: "2023").svg.contains("<rect class=\"r\" x=\"0\" width=\"84\""))
    #expect(Ribbon(value: "2022-12-25/2023-01-05").svg.contains("width=\"1.6\""))
    #expect(Ribbon(value: "?").svg.contains("class=\"u\""))
  }
}
