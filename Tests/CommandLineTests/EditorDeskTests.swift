import Foundation
import Testing

/// What the editor writes into `overrides.yml` and `daybrief.yml`, with the program as it is built.
@Suite("The editor's desk", .serialized)
struct EditorDeskTests {
  private static let ferry = """
    ---
    title: The ferry of Brestan sails again
    source: The Quay
    published: 2026-03-02
    language: en
    ---

    The ferry of Brestan sailed again on Monday after nine months of repairs. "The hull is sound," said Maud Kerbrat, \
    the harbour master of Brestan. Forty passengers were on board.

    """
  private static let mill = """
    ---
    title: Le moulin de Lestrac tourne
    source: La Feuille
    published: 2026-03-02
    language: fr
    ---

    Le moulin de Lestrac a tourné dimanche devant trois cents curieux. « La roue tient », a déclaré Basile Orvan, le \
    meunier. La farine sera vendue au marché.

    """

  /// A site of two stories that share nothing.
  private func desk(_ body: (Desk) throws -> Void) throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning, "articles/ferry.md": EditorDeskTests.ferry,
      "articles/mill.md": EditorDeskTests.mill,
    ]) { folder in
      let desk = Desk(folder: folder)
      #expect(try desk.build().status == 0)
      try body(desk)
    }
  }

  /// A site in a folder.
  private struct Desk {
    let folder: String
    static let ferry = "the-ferry-of-brestan-sails-again"
    static let mill = "le-moulin-de-lestrac-tourne"

    @discardableResult
    func build(_ more: String...) throws -> Program.Outcome {
      try Program.run(["build", "--quiet"] + more, in: folder, program: Program.quickest)
    }

    func write(_ text: String, _ path: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
    }

    func text(_ path: String) throws -> String {
      try String(contentsOfFile: "\(folder)/site/\(path)", encoding: .utf8)
    }

    /// Finds the site sound, and the same where everything is built anew.
    func check() throws {
      let checked = try Program.run(["check", "site", "--quiet"], in: folder, program: Program.quickest)
      #expect(checked.status == 0, "\(checked.errors)")
      let site = Program.contents(of: "\(folder)/site")
      #expect(try build("--force").status == 0)
      let whole = Program.contents(of: "\(folder)/site")
      #expect(Set(site.keys).union(whole.keys).filter { site[$0] != whole[$0] }.sorted() == [])
    }
  }

  @Test("A story that the editor joined says so and of what, on its page and in its data, until it is taken back")
  func joined() throws {
    try desk { desk in
      let before = try desk.text("stories/\(Desk.ferry)/index.json")
      #expect(!before.contains("\"joined\""))
      try desk.write("merge:\n  - stories: [\(Desk.ferry), \(Desk.mill)]\n", "overrides.yml")
      #expect(try desk.build().status == 0)
      let name = try #require(
        [Desk.ferry, Desk.mill].first { try desk.text("stories/\($0)/index.json").contains("\"origins\"") })
      let markdown = try desk.text("stories/\(name)/index.md")
      let line = try #require(markdown.split(separator: "\n").first { $0.contains("Ce sujet en réunit plusieurs") })
      #expect(line.contains("décision de la rédaction") && line.contains("[A1](") && line.contains("+ [B1]("))
      let html = try desk.text("stories/\(name)/index.html")
      #expect(html.contains("Ce sujet en réunit plusieurs"))
      let data = try JSONSerialization.jsonObject(with: Data(try desk.text("stories/\(name)/index.json").utf8))
      let groups = (data as? [String: Any])?["joined"] as? [[String: [String]]]
      #expect(groups?.map { $0["articles"] } == [["ferry"], ["mill"]])
      try desk.check()
      try desk.write("# nothing\n", "overrides.yml")
      #expect(try desk.build().status == 0)
      for name in [Desk.ferry, Desk.mill] {
        #expect(try !desk.text("stories/\(name)/index.md").contains("réunit plusieurs"))
      }
    }
  }

  @Test("What a decision names and nobody knows is told with its line and the near name, whatever the decision")
  func unknown() throws {
    try desk { desk in
      try desk.write(
        """
        hide:
          - article: fery
          - actor: Basile Orvant
        pin:
          - story: le-moulin-de-lestrac-tourn
        note:
          - {story: quelque-chose-de-tout-autre, text: Vu.}
        rename:
          - {actor: Maude Kerbrat, to: M. K.}
        merge:
          - stories:
              - \(Desk.ferry)
              - le-moulin-de-lestrac-tournent
          - actors: [Maud Kerbrat, Bazile Orvan]
          - actors: [maud kerbrat, Orvan]
        split:
          - {story: \(Desk.ferry), articles: [le-moulin-de-lestrac-tourne, ferryy]}
        noindex:
          - actor: Maud Kerbrat
          - article: le-moulin-de-lestrac-tourne
        """, "overrides.yml")
      let built = try desk.build()
      #expect(built.status == 0)
      let told = built.errors.split(separator: "\n").map(String.init)
      let expected = [
        "overrides.yml:2: there is no article \"fery\"; did you mean \"ferry\"?",
        "overrides.yml:3: there is no actor \"Basile Orvant\"; did you mean \"Basile Orvan\"?",
        "overrides.yml:5: there is no story \"le-moulin-de-lestrac-tourn\"; did you mean \"\(Desk.mill)\"?",
        "overrides.yml:7: there is no story \"quelque-chose-de-tout-autre\"; it goes by the name of its page or by id",
        "overrides.yml:9: there is no actor \"Maude Kerbrat\"; did you mean \"Maud Kerbrat\"?",
        "overrides.yml:13: there is no story \"le-moulin-de-lestrac-tournent\"; did you mean \"\(Desk.mill)\"?",
        "overrides.yml:14: there is no actor \"Bazile Orvan\"; did you mean \"Basile Orvan\"?",
        "overrides.yml:15: there is no actor \"Orvan\"; did you mean \"Basile Orvan\"?",
        "overrides.yml:17: there is no article \"ferryy\"; did you mean \"ferry\"?",
      ]
      #expect(told.map { String($0.drop { $0 != "o" }) } == expected, "\(built.errors)")
    }
  }

  @Test("Splits that leave nothing on one side and renames that a later one takes back are told with their lines")
  func idle() throws {
    try desk { desk in
      try desk.write(
        """
        rename:
          - {actor: Maud Kerbrat, to: M. K.}
          - {actor: Maud Kerbrat, to: Maud K.}
        split:
          - {actor: Maud Kerbrat, spellings: [Maud Kerbrat]}
          - {story: \(Desk.ferry), articles: [ferry]}
        """, "overrides.yml")
      let built = try desk.build()
      #expect(built.status == 0)
      let told = built.errors.split(separator: "\n").map { String($0.drop { $0 != "o" }) }
      #expect(
        told == [
          "overrides.yml:2: this rename of \"Maud Kerbrat\" does nothing: it is renamed to \"Maud K.\" below, which holds",
          "overrides.yml:5: this split of \"Maud Kerbrat\" does nothing: articles call it so alone, and nothing is left to "
            + "part that from",
          "overrides.yml:6: this split of \"\(Desk.ferry)\" does nothing: all its articles are named, and none is left to "
            + "part them from",
        ], "\(built.errors)")
    }
  }

  @Test("An actor of noindex is not found by any search, whatever it is called now; lists still have it")
  func unindexed() throws {
    try desk { desk in
      func isFound() -> Bool {
        Program.contents(of: "\(desk.folder)/site/search/documents").values.contains {
          String(decoding: $0, as: UTF8.self).contains("\"maud-kerbrat\"")
        }
      }
      #expect(isFound())
      try desk.write(
        """
        rename:
          - {actor: Maud Kerbrat, to: M. K.}
        noindex:
          - actor: Maud Kerbrat
        note:
          - {actor: Maud Kerbrat, text: Vu avec elle.}
        """, "overrides.yml")
      let built = try desk.build()
      #expect(built.status == 0 && built.errors.isEmpty, "\(built.errors)")
      #expect(!isFound())
      let page = try desk.text("actors/maud-kerbrat/index.html")
      #expect(page.contains("<meta name=\"robots\" content=\"noindex") && page.contains("Vu avec elle."))
      #expect(try desk.text("actors/index.html").contains("maud-kerbrat"))
      try desk.check()
    }
  }

  @Test("A slip in --date is refused with status 64, today and the newest article, and the old site stands")
  func slip() throws {
    try desk { desk in
      let site = Program.contents(of: "\(desk.folder)/site")
      let built = try desk.build("--date", "2962-11-22")
      #expect(built.status == 64)
      #expect(built.errors.contains("2962-11-22 lies after today (20"), "\(built.errors)")
      #expect(built.errors.contains("the newest dated article (2026-03-02)") && !built.errors.contains("Usage"))
      #expect(Program.contents(of: "\(desk.folder)/site") == site)
      try desk.build()
      #expect(Program.contents(of: "\(desk.folder)/site") == site)
    }
  }

  @Test("Articles are parted from their story by the names of their pages too")
  func parted() throws {
    try desk { desk in
      try desk.write("merge:\n  - stories: [\(Desk.ferry), \(Desk.mill)]\n", "overrides.yml")
      #expect(try desk.build().status == 0)
      try desk.write(
        "merge:\n  - stories: [\(Desk.ferry), \(Desk.mill)]\n"
          + "split:\n  - {story: \(Desk.ferry), articles: [\(Desk.mill)]}\n", "overrides.yml")
      #expect(try desk.build().status == 0)
      let pages = try [Desk.ferry, Desk.mill].map { try desk.text("stories/\($0)/index.md") }
      #expect(pages.allSatisfy { $0.contains("décision de la rédaction") && !$0.contains("réunit plusieurs") })
      try desk.check()
    }
  }

  @Test("A title of the editor's is in the language of the site, wherever it stands")
  func renamed() throws {
    try desk { desk in
      let pages = ["stories/\(Desk.ferry)/index.html", "index.html", "search/index.html", "briefs/index.html"]
      let title = "The ferry of Brestan sails again"
      for page in pages.prefix(3) {
        let lines = try desk.text(page).split(separator: "\n").filter { $0.contains(title) && !$0.contains("<title>") }
        #expect(lines.contains { $0.contains("lang=\"en\"") }, "\(page)")
      }
      let own = "Le bac repart de Brestan"
      try desk.write("rename:\n  - {story: \(Desk.ferry), to: \(own)}\n", "overrides.yml")
      #expect(try desk.build().status == 0)
      for page in pages {
        let places = try desk.text(page).components(separatedBy: own)
        for before in places.dropLast() {
          let element = before.suffix(while: { $0 != "<" })
          #expect(!element.contains("lang=\"en\""), "\(page): \(element)")
        }
      }
      #expect(try desk.text("stories/\(Desk.ferry)/index.html").contains(own))
      // The words of the article stay marked.
      #expect(try desk.text("stories/\(Desk.ferry)/index.html").contains("lang=\"en\""))
      let found = try desk.text("search/documents/s2026-03-02-0.js")
      #expect(found.contains(own) && !found.contains("\"en\""))
      try desk.check()
    }
  }
}

extension String {
  /// The longest end of which every character is fit.
  fileprivate func suffix(while isFit: (Character) -> Bool) -> Substring {
    let start = lastIndex { !isFit($0) }.map { index(after: $0) } ?? startIndex
    return self[start...]
  }
}
