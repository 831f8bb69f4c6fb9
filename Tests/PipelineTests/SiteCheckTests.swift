import Foundation
import NewsModel
import Render
import Testing

@testable import Pipeline

@Suite("Check")
struct SiteCheckTests {
  /// A small sound site, with some files in place of others, checked against one article.
  private func report(_ files: [String: String], texts: [String: [String]]? = ["a": ["Été : « oui »."]]) throws
    -> SiteCheck.Report
  {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sound = [
      "index.html":
        "<html><head><link rel=stylesheet href=style.css></head><body id=top><a href=b/index.html#x>b</a></body></html>",
      "b/index.html":
        "<html><body><p id=x><a href='../index.html#top'>up</a> <a href='https://example.org'>out</a></body></html>",
      "b/index.json": #"{"article":"a","quotes":[{"text":"oui","start":8,"end":11}]}"#,
      "style.css": "p { color: red }",
    ]
    for (path, text) in sound.merging(files, uniquingKeysWith: { $1 }) {
      let file = "\(folder)/\(path)"
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    return try SiteCheck(root: folder, texts: texts).run()
  }

  @Test("A sound site has no fault, and says how much was proved")
  func sound() throws {
    let found = try report([:])
    #expect(found.faults.isEmpty, "\(found.faults)")
    #expect(found.pages == 2 && found.passages == 1 && found.links >= 3)
  }

  @Test("The page that is served at any depth may load the site's own files by their whole addresses, and no others")
  func anyDepth() throws {
    let front = "<html><head><link rel=canonical href='https://own.example/brief/'></head><body id=top></body></html>"
    func notFound(_ file: String) -> [String: String] {
      ["index.html": front, "404.html": "<html><head><link rel=stylesheet href='\(file)'></head></html>"]
    }
    #expect(try report(notFound("https://own.example/brief/style.css")).faults.isEmpty)
    #expect(try report(notFound("https://own.example/brief/gone.css")).faults.count == 1)
    #expect(try report(notFound("https://elsewhere.example/style.css")).faults.count == 1)
  }

  @Test(
    "Each kind of fault is found, with its file",
    arguments: [
      ("b/index.json", #"{"article":"a","quotes":[{"text":"non","start":8,"end":11}]}"#),
      ("b/index.json", #"{"article":"a","quotes":[{"text":"oui","start":7,"end":10}]}"#),
      ("b/index.json", #"{"article":"z","quotes":[{"text":"oui","start":8,"end":11}]}"#),
      ("b/index.json", #"{"quotes":[{"text":"oui","start":8,"end":11}]}"#),
      ("b/index.json", "{"),
      ("data/catalogue.jsonl", "{}\n{"),
      ("b/index.html", "<p id=y>the anchor is gone</p>"),
      ("index.html", "<a href=missing.html>x</a>"),
      ("index.html", "<a href='../outside.html'>x</a>"),
      ("index.html", "<img src='https://elsewhere.example/x.png'>"),
      ("index.html", "<script src='//elsewhere.example/x.js'></script>"),
      ("index.html", "<p style='color:red'>x</p>"),
      ("index.html", "<script>alert(1)</script>"),
      ("style.css", "@import url(https://elsewhere.example/x.css);"),
      ("404.html", "<link rel=stylesheet href='https://own.example/style.css'>"),
      ("feed.xml", "<feed><title>x</feed>"),
      ("feed.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>"),
      ("feed.json", #"{"title":"x"}"#),
    ])
  func faults(path: String, text: String) throws {
    let found = try report([path: text])
    #expect(!found.faults.isEmpty)
    #expect(found.faults.allSatisfy { $0.file != nil })
  }

  /// A page of one sentence of an article, as its Markdown gives it.
  private func page(_ markdown: String, data: String = #"{"article":"a"}"#, html: String? = nil) throws -> [String:
    String]
  {
    let body = try #require(PrintedMarkdown(Array(markdown.utf8)).html)
    return ["c/index.md": markdown, "c/index.html": html ?? "<main>\(body)</main>", "c/index.json": data]
  }

  @Test("Words of sources in a page's Markdown stand in an article that its data names or that it leads to")
  func printed() throws {
    let quote = "[](# \".words\")[« ](# \".hang\")Été : oui [\\[…\\]](# \".cut\") [3 fois](# \".count\")\n"
    let sound = try report(try page(quote))
    #expect(sound.faults.isEmpty && sound.runs == 1, "\(sound.faults)")
    // Words of the machine are nobody's.
    #expect(try report(try page("[](# \".note\")Rien de cela n'est dans l'article.\n")).faults.isEmpty)
    #expect(
      try report(try page(quote.replacingOccurrences(of: "oui", with: "non"))).faults.map(\.file) == ["c/index.md"])
    #expect(try !report(try page(quote, data: "{}")).faults.isEmpty)
    var linked = try page(quote + "\n[¶](../articles/x/index.html)\n", data: "{}")
    linked["articles/x/index.md"] = "# x\n"
    linked["articles/x/index.html"] = "<h1>x</h1>\n"
    linked["articles/x/index.json"] = #"{"id":"a"}"#
    #expect(try report(linked).faults.isEmpty)
  }

  @Test("A page whose HTML was changed by hand does not say what its Markdown says")
  func changedByHand() throws {
    let found = try report(try page("Un mot.\n", html: "<main><p>Un autre mot.</p></main>"))
    #expect(found.faults.map(\.file) == ["c/index.html"])
  }

  @Test("Without the sources nothing is said to be proved")
  func withoutSources() throws {
    #expect(try report([:], texts: nil).withoutSources)
  }

  @Test("A folder that is no site is refused")
  func noSite() {
    #expect(throws: (any Error).self) {
      try SiteCheck(root: NSTemporaryDirectory() + UUID().uuidString, texts: nil).run()
    }
  }
}
