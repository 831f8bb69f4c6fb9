import Foundation
import Testing

/// Keys of `daybrief.yml` that say how a site is put out: the next build follows them though no page changes.
@Suite("How a site is put out", .serialized)
struct PublicationKeysTests {
  private static let configuration = "title: Le quai\nlanguage: fr\nsources: [articles]\noutput: site\n"

  private func inFolder(_ body: (String, (String) throws -> Void) throws -> Void) throws {
    let article = """
      ---
      title: Le quai rouvre
      source: La Feuille
      published: 2026-03-02
      language: fr
      ---

      Le quai du port de Brestan a rouvert lundi après neuf mois de travaux menés par la commune. « Le chantier est
      fini », a déclaré Solène Abgrall, ingénieure.

      """
    try Program.inFolder(["articles/a.md": article]) { folder in
      try body(folder) { keys in
        try Data((PublicationKeysTests.configuration + keys).utf8).write(
          to: URL(fileURLWithPath: "\(folder)/daybrief.yml"))
        let built = try Program.run(["build", "--quiet"], in: folder, program: Program.quickest)
        #expect(built.status == 0, "\(keys): \(built.errors)")
        let checked = try Program.run(["check", "site", "--quiet"], in: folder, program: Program.quickest)
        #expect(checked.status == 0, "\(keys): \(checked.errors)")
      }
    }
  }

  /// The files of the site, which may be a link to a tree.
  private func site(_ folder: String) -> [String: Data] {
    Program.contents(of: URL(fileURLWithPath: "\(folder)/site").resolvingSymlinksInPath().path)
  }

  private func link(_ folder: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/site")
  }

  @Test("A site becomes a tree behind a link by publication: swap, and a plain folder again without it")
  func publication() throws {
    try inFolder { folder, build in
      try build("")
      let before = site(folder)
      #expect(before.count > 20)
      try build("publication: swap\n")
      #expect(link(folder) == ".site-2")
      #expect(site(folder) == before)
      try build("publication: in-place\n")
      #expect(link(folder) == nil)
      #expect(site(folder) == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == [".daybrief", "articles", "daybrief.yml", "site"])
      try build("publication: swap\n")
      #expect(link(folder) != nil)
      try build("")
      #expect(link(folder) == nil)
    }
  }

  @Test("Compressed forms come and go with their key, in place and by swap", arguments: ["in-place", "swap"])
  func compressed(mode: String) throws {
    try inFolder { folder, build in
      func forms() -> Set<String> {
        Set(site(folder).keys.map { ($0 as NSString).pathExtension }).intersection(["gz", "br"])
      }
      try build("publication: \(mode)\n")
      let plain = site(folder)
      for (key, wanted) in [("gz", ["gz"]), ("[gz, br]", ["gz", "br"]), ("br", ["br"])] as [(String, Set<String>)] {
        try build("publication: \(mode)\ncompress: \(key)\n")
        #expect(forms() == wanted, "\(key)")
        let pages = site(folder).keys.filter { $0.hasSuffix("/index.html") }
        for form in wanted { #expect(pages.allSatisfy { site(folder)["\($0).\(form)"] != nil }, "\(key)") }
      }
      try build("publication: \(mode)\n")
      #expect(site(folder) == plain)
    }
  }

  @Test("A target that is new gets the site, and drafts go to it and leave it with their key")
  func targets() throws {
    try inFolder { folder, build in
      func drafts() -> Bool { FileManager.default.fileExists(atPath: "\(folder)/there/drafts/2026-03-02/index.html") }
      try build("approve: true\n")
      try build("approve: true\ntargets: [{directory: there}]\n")
      #expect(FileManager.default.fileExists(atPath: "\(folder)/there/index.html") && !drafts())
      try build("approve: true\ntargets: [{directory: there}]\nsendDrafts: true\n")
      #expect(drafts())
      try build("approve: true\ntargets: [{directory: there}]\n")
      #expect(!drafts())
    }
  }

  @Test(
    "Keys that pages show reach all of them, and are gone again",
    arguments: [
      "noindex: true\n", "theme: gazette\n", "llms: true\n", "baseURL: https://quai.example.org/\n",
    ])
  func shown(key: String) throws {
    try inFolder { folder, build in
      try build("")
      let before = site(folder)
      try build(key)
      let made = site(folder)
      #expect(made != before)
      #expect(try Program.run(["build", "--quiet", "--force"], in: folder, program: Program.quickest).status == 0)
      #expect(site(folder) == made)
      try build("")
      #expect(site(folder) == before)
    }
  }
}
