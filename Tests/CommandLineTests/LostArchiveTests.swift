import Foundation
import Testing

/// What holds where the archive of a site is gone, empty, another one or of an older copy, with the program as it is built.
@Suite("A lost archive", .serialized)
struct LostArchiveTests {
  private static func article(_ title: String, _ day: String, _ text: String) -> String {
    "---\ntitle: \(title)\nsource: La Feuille\npublished: \(day)\nlanguage: fr\n---\n\n\(text)\n"
  }

  private static let named = """
    La grue du port de Brestan a cédé lundi sous le vent. « Personne ne passait dessous », a déclaré Solène Abgrall, \
    directrice du port. Solène Abgrall attend les experts mardi.
    """
  private static let other = """
    Le marché de Lestrac a fermé mercredi à cause de la grêle. Trente étals ont été renversés, selon la mairie. « Nous \
    rouvrirons samedi », a promis le maire Gildas Orvan.
    """
  private static let lost: [(name: String, script: String)] = [
    ("gone", "rm .daybrief/archive.sqlite*"),
    ("empty", "rm .daybrief/archive.sqlite* && : > .daybrief/archive.sqlite"),
    ("with all that is kept", "rm -r .daybrief"),
    ("damaged", "rm -f .daybrief/archive.sqlite-* && printf 'no database' > .daybrief/archive.sqlite"),
  ]

  private func inFolder(_ more: String = "", _ body: (String) throws -> Void) throws {
    try Program.inFolder(
      [
        "daybrief.yml": Program.morning + more,
        "articles/crane.md": LostArchiveTests.article("La grue a cédé", "2026-03-02", LostArchiveTests.named),
        "articles/market.md": LostArchiveTests.article("Le marché ferme", "2026-03-03", LostArchiveTests.other),
      ], body)
  }

  private func run(_ folder: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, program: Program.quickest)
  }

  /// The files of a site that hold a word.
  private func files(_ site: String, with word: String) -> [String] {
    Program.contents(of: site).filter { String(decoding: $0.value, as: UTF8.self).contains(word) }.keys.sorted()
  }

  @Test("A redaction holds with a new archive, another output and an older copy")
  func redactions() throws {
    try inFolder { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(!files("\(folder)/site", with: "Abgrall").isEmpty)
      #expect(try run(folder, "archive", "backup", "before.sqlite").status == 0)
      #expect(try run(folder, "redact", "--article", "market", "--quiet").status == 0)
      let done = try run(folder, "redact", "--person", "Solène Abgrall", "--quiet")
      #expect(done.status == 0 && done.errors.contains("redactions.yml"), "\(done.errors)")
      let register = try String(contentsOfFile: "\(folder)/redactions.yml", encoding: .utf8)
      #expect(!register.lowercased().contains("abgrall") && !register.contains("market"))
      func check(_ site: String, _ name: String) throws {
        #expect(files("\(folder)/\(site)", with: "Abgrall").isEmpty, "\(name)")
        #expect(files("\(folder)/\(site)", with: "Lestrac").isEmpty, "\(name)")
        #expect(!files("\(folder)/\(site)", with: "Brestan").isEmpty, "\(name)")
        let checked = try run(folder, "check", site, "--quiet")
        #expect(checked.status == 0, "\(name): \(checked.errors)")
      }
      try check("site", "at once")
      for (name, script) in LostArchiveTests.lost {
        #expect(try Program.shell(script, in: folder).status == 0)
        let built = try run(folder, "build", "--quiet")
        // Of a folder that is gone as a whole nobody can tell whether it was lost.
        #expect(built.status == (name.hasPrefix("with") ? 0 : 1), "\(name): \(built.errors)")
        try check("site", name)
        #expect(try run(folder, "build", "--quiet").errors.isEmpty, "\(name)")
      }
      #expect(try run(folder, "build", "--quiet", "--output", "elsewhere").status == 0)
      try check("elsewhere", "another output")
      #expect(
        try Program.shell("cp before.sqlite .daybrief/archive.sqlite && rm -f .daybrief/archive.sqlite-*", in: folder)
          .status == 0)
      let restored = try run(folder, "build")
      #expect(restored.status == 0 && restored.errors.contains("that the archive did not know"), "\(restored.errors)")
      try check("site", "an older copy")
      #expect(try run(folder, "build", "--quiet", "--from-archive").status == 0)
      try check("site", "from the older copy alone")
      #expect(try String(contentsOfFile: "\(folder)/redactions.yml", encoding: .utf8) == register)
    }
  }

  @Test("Where the site is swapped, no tree of before keeps what was removed", arguments: [true, false])
  func swapped(isLost: Bool) throws {
    try inFolder("\npublication: swap\ncompress: gz\n") { folder in
      func holding() -> Int { files(folder, with: "Abgrall").filter { !$0.hasPrefix("articles/") }.count }
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(holding() > 0)
      if isLost {
        // The redaction comes with a register, as into a folder under version control.
        try Program.inFolder { other in
          let copied = try Program.shell("cp -r '\(folder)/.' . && rm -r .daybrief site .site-*", in: other)
          #expect(copied.status == 0)
          #expect(try run(other, "build", "--quiet").status == 0)
          #expect(try run(other, "redact", "--person", "Solène Abgrall", "--quiet").status == 0)
          #expect(try Program.shell("cp redactions.yml '\(folder)'", in: other).status == 0)
        }
        #expect(try run(folder, "build", "--quiet").status == 0)
      } else {
        #expect(try run(folder, "redact", "--person", "Solène Abgrall", "--quiet").status == 0)
      }
      #expect(holding() == 0)
      #expect(try run(folder, "check", "site", "--quiet").status == 0)
    }
  }

  @Test(
    "What an archive knows of redactions is written down; a line that does not read stops the build, and says where")
  func register() throws {
    try inFolder { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(try run(folder, "redact", "--person", "Solène Abgrall", "--quiet").status == 0)
      let path = "\(folder)/redactions.yml"
      let register = try String(contentsOfFile: path, encoding: .utf8)
      try FileManager.default.removeItem(atPath: path)
      #expect(try run(folder, "build", "--quiet").errors.isEmpty)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == register)
      try Data((register + "- Solène Abgrall\n").utf8).write(to: URL(fileURLWithPath: path))
      let before = Program.contents(of: "\(folder)/site")
      let refused = try run(folder, "build", "--quiet")
      #expect(refused.status == 2)
      #expect(
        refused.errors.contains("redactions.yml:\(register.split(separator: "\n").count + 1): "), "\(refused.errors)")
      let isSame = Program.contents(of: "\(folder)/site") == before
      #expect(isSame)
    }
  }

  @Test("The editor's own words, the watch list and a name that nobody has")
  func ownWords() throws {
    try inFolder("\nwatch: [Abgrall, Lestrac]\n") { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      let stories = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/stories")
      let story = try #require(stories.first { $0.contains("grue") })
      let notes = "note:\n  - {story: \(story), text: \"Mme Abgrall a été jointe.\"}\nhide:\n  - article: nobody\n"
      try Data(notes.utf8).write(to: URL(fileURLWithPath: "\(folder)/overrides.yml"))
      let near = try run(folder, "redact", "--person", "Abgrall Solène", "--quiet")
      #expect(near.errors.contains("it holds \"Solène Abgrall\""), "\(near.errors)")
      #expect(try run(folder, "redact", "--person", "Solène Abgrall", "--quiet").status == 0)
      // Told on every run until somebody mends it.
      for _ in 1...2 {
        let told = try run(folder, "build", "--quiet").errors
        for place in ["daybrief.yml:6: ", "overrides.yml:2: ", "overrides.yml:4: "] {
          #expect(told.contains(place), "\(told)")
        }
      }
      #expect(files("\(folder)/site", with: "a été jointe").contains("stories/\(story)/index.html"))
      #expect(files("\(folder)/site", with: "Mme Abgrall").isEmpty)
      #expect(try String(contentsOfFile: "\(folder)/site/index.md", encoding: .utf8).contains("[Lestrac]"))
      #expect(try !String(contentsOfFile: "\(folder)/site/index.md", encoding: .utf8).contains("Abgrall"))
    }
  }

  @Test("Where approvals are lost the site stands, until what it shows is approved again")
  func approvals() throws {
    try inFolder("\napprove: true\n") { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      let first = try String(contentsOfFile: "\(folder)/site/index.md", encoding: .utf8)
      #expect(first.contains("Aucune édition") && !first.contains("0 sujet"), "\(first)")
      #expect(try run(folder, "approve", "2026-03-02", "--quiet").status == 0)
      for (name, script) in LostArchiveTests.lost {
        let before = Program.contents(of: "\(folder)/site")
        #expect(try Program.shell(script, in: folder).status == 0)
        for _ in 1...2 {
          let refused = try run(folder, "build", "--quiet")
          #expect(
            refused.status == 2 && refused.errors.contains("daybrief approve 2026-03-02"), "\(name): \(refused.errors)")
          let isSame = Program.contents(of: "\(folder)/site") == before
          #expect(isSame, "\(name)")
        }
        #expect(try run(folder, "approve", "2026-03-02", "--quiet").status == 0)
        #expect(try run(folder, "build", "--quiet").status == 0)
        #expect(Program.contents(of: "\(folder)/site").keys.contains("briefs/2026-03-02/index.html"), "\(name)")
        #expect(try run(folder, "check", "site", "--quiet").status == 0)
      }
    }
  }

  @Test("An empty archive is no archive for those who ask for it")
  func empty() throws {
    try inFolder { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(try Program.shell(LostArchiveTests.lost[1].script, in: folder).status == 0)
      let verified = try run(folder, "archive", "verify")
      #expect(verified.status == 1 && verified.errors.contains("0 bytes"), "\(verified.errors)")
    }
  }
}
