import Foundation
import Testing

/// What waits for approval, what an approval takes, and what it leaves alone, with the program as it is built.
@Suite("Approval, day after day", .serialized)
struct ApprovalTests {
  private static func article(_ title: String, _ day: String?, _ number: Int) -> String {
    let published = day.map { "published: \($0)\n" } ?? ""
    return """
      ---
      title: \(title)
      source: La Feuille
      \(published)language: fr
      ---

      Le quai \(number) du port de Brestan a rouvert après \(number + 3) mois de travaux menés par la commune. Les
      bateaux y accostent de nouveau. « Le chantier \(number) est fini », a déclaré Solène Abgrall, ingénieure.

      """
  }

  private func inFolder(approve: Bool, _ body: (_ write: (String, String) throws -> Void, String) throws -> Void) throws
  {
    let settings = "title: Le port\nlanguage: fr\nsources: [articles]\noutput: site\napprove: \(approve)\n"
    try Program.inFolder([
      "daybrief.yml": settings, "articles/a.md": ApprovalTests.article("Le quai rouvre", "2026-03-02", 1),
      "articles/b.md": ApprovalTests.article("La digue tient", "2026-03-02", 7),
    ]) { folder in
      try body({ try Data($0.utf8).write(to: URL(fileURLWithPath: "\(folder)/articles/\($1)")) }, folder)
    }
  }

  private func run(_ folder: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments + ["--quiet"], in: folder, program: Program.quickest)
  }

  private func page(_ folder: String, _ day: String) throws -> String {
    try String(contentsOfFile: "\(folder)/site/briefs/\(day)/index.md", encoding: .utf8)
  }

  @Test("An approved edition keeps its words, through builds that do not print it and through the next approval")
  func keeps() throws {
    try inFolder(approve: true) { write, folder in
      #expect(try run(folder, "build").status == 0)
      #expect(try run(folder, "approve", "2026-03-02").status == 0)
      #expect(try run(folder, "build").status == 0)
      let first = try page(folder, "2026-03-02")
      try write(ApprovalTests.article("Le bac repart", "2026-03-03", 9), "c.md")
      #expect(try run(folder, "build").status == 0)
      #expect(try page(folder, "2026-03-02") == first)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/briefs/2026-03-03"))
      #expect(try run(folder, "approve", "2026-03-03").status == 0)
      #expect(try page(folder, "2026-03-03").contains("chantier 9"))
      #expect(try page(folder, "2026-03-02") == first)
      #expect(try run(folder, "check", "site").status == 0)
    }
  }

  @Test("What comes late or without a day waits, and the next approval of the day takes it")
  func late() throws {
    try inFolder(approve: true) { write, folder in
      #expect(try run(folder, "build").status == 0)
      #expect(try run(folder, "approve", "2026-03-02").status == 0)
      try write(ApprovalTests.article("Le phare éteint", nil, 12), "d.md")
      try write(ApprovalTests.article("Le gardien part", "2026-03-02", 15), "e.md")
      #expect(try run(folder, "build").status == 0)
      let texts = {
        Program.contents(of: "\(folder)/site").filter { !$0.key.hasPrefix("drafts/") && $0.key.hasSuffix(".md") }
      }
      func shows(_ words: String) -> Bool {
        texts().values.contains { String(decoding: $0, as: UTF8.self).contains(words) }
      }
      #expect(!shows("Le phare éteint") && !shows("Le gardien part"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/drafts/2026-03-02/index.md"))
      #expect(try run(folder, "approve", "2026-03-02").status == 0)
      #expect(shows("Le phare éteint") && shows("Le gardien part"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/drafts"))
    }
  }

  @Test("Pages keep the names that the draft showed, on the site and in the drafts that follow")
  func names() throws {
    try inFolder(approve: true) { write, folder in
      // Two articles of one headline, and a story that a later day's article joins and gives its name.
      try write(ApprovalTests.article("Le quai rouvre", "2026-03-02", 1), "z.md")
      try write(
        ApprovalTests.article("Le quai rouvre", "2026-03-03", 21).replacingOccurrences(of: "quai", with: "musée"),
        "a.md")
      try write(ApprovalTests.article("Le quai de Brestan accueille les bateaux", "2026-03-03", 1), "b.md")
      /// The names of pages by what their data says they are.
      func names(_ root: String) -> [String: String] {
        var found: [String: String] = [:]
        for (path, data) in Program.contents(of: "\(folder)/site/\(root)") where path.hasSuffix("index.json") {
          let parts = path.split(separator: "/")
          guard parts.count == 3, ["articles", "stories", "threads"].contains(parts[0]),
            let page = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            page["page"] as? String != "moved",
            let id = page["id"] as? String
          else { continue }
          found["\(parts[0]) \(id)"] = String(parts[1])
        }
        return found
      }
      /// What of some names is otherwise in others.
      func changed(_ before: [String: String], _ after: [String: String]) -> [String] {
        before.keys.sorted().filter { after[$0] != nil && after[$0] != before[$0] }
      }
      #expect(try run(folder, "build").status == 0)
      let first = names("drafts/2026-03-03")
      #expect(first.count > 4)
      #expect(try run(folder, "approve", "2026-03-02").status == 0)
      let (site, second) = (names(""), names("drafts/2026-03-03"))
      #expect(site.keys.contains("articles z") && changed(first, site) == [] && changed(first, second) == [])
      #expect(try run(folder, "build", "--force").status == 0)
      #expect(names("") == site && names("drafts/2026-03-03") == second)
      #expect(try run(folder, "approve", "2026-03-03").status == 0)
      #expect(changed(first, names("")) == [] && names("").keys.contains("articles b"))
      #expect(Set(first.keys).subtracting(names("").keys) == [])
      #expect(try run(folder, "check", "site").status == 0)
      #expect(try run(folder, "build").status == 0)
      #expect(changed(first, names("")) == [])
    }
  }

  @Test("A site that asks for approval no more has the names that its draft showed, though a run failed in between")
  func unasked() throws {
    try inFolder(approve: true) { write, folder in
      func names(_ root: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/\(root)").sorted()
      }
      #expect(try run(folder, "build").status == 0)
      let shown = try names("drafts/2026-03-02/articles")
      #expect(shown.count == 2)
      try write(ApprovalTests.article("La passe est libre", "2026-03-02", 1), "a.md")
      let file = URL(fileURLWithPath: "\(folder)/daybrief.yml")
      let settings = try String(contentsOf: file, encoding: .utf8)
      try Data(settings.replacing("approve: true", with: "approve: false").utf8).write(to: file)
      // A folder stands where the front page is to be.
      try FileManager.default.removeItem(atPath: "\(folder)/site/index.html")
      try FileManager.default.createDirectory(atPath: "\(folder)/site/index.html/x", withIntermediateDirectories: true)
      #expect(try run(folder, "build").status == 2)
      try FileManager.default.removeItem(atPath: "\(folder)/site/index.html")
      #expect(try run(folder, "build").status == 0)
      #expect(try Set(names("articles")).isSuperset(of: shown))
    }
  }

  @Test("An approval says what goes out; one of a day without a draft is refused, and says what waits")
  func told() throws {
    try inFolder(approve: true) { write, folder in
      #expect(try run(folder, "build").status == 0)
      try write(ApprovalTests.article("Le bac repart", "2026-03-04", 9), "c.md")
      try write(ApprovalTests.article("Le phare éteint", nil, 12), "d.md")
      #expect(try run(folder, "build").status == 0)
      let slip = try run(folder, "approve", "2026-03-30")
      #expect(slip.status == 64)
      #expect(slip.errors.contains("no draft and no edition of 2026-03-30; nothing was approved"))
      #expect(slip.errors.contains("2 articles of 2026-03-02, 1 article of 2026-03-04, 1 article without a date"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/drafts/2026-03-04/briefs/2026-03-02/index.md"))
      func approve(_ day: String) throws -> String {
        try Program.run(["approve", day], in: folder, program: Program.quickest).errors
      }
      #expect(try approve("2026-03-02").contains("out: 2 articles of 2026-03-02, 1 article without a date"))
      #expect(try page(folder, "2026-03-02").contains("chantier 1"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/briefs/2026-03-04"))
      #expect(try approve("2026-03-04").contains("out: 1 article of 2026-03-04"))
      #expect(try approve("2026-03-04").contains("nothing waited of 2026-03-04 or earlier"))
      #expect(try run(folder, "check", "site").status == 0)
    }
  }

  @Test("A front page of an earlier day leaves later editions where they are; one before all articles is refused")
  func past() throws {
    try inFolder(approve: false) { write, folder in
      #expect(try run(folder, "build").status == 0)
      try write(ApprovalTests.article("Le bac repart", "2026-03-03", 9), "c.md")
      #expect(try run(folder, "build").status == 0)
      let later = try page(folder, "2026-03-03")
      #expect(try run(folder, "build", "--date", "2026-03-02").status == 0)
      #expect(try page(folder, "2026-03-03") == later)
      #expect(try run(folder, "check", "site").status == 0)
      let slip = try run(folder, "build", "--date", "2026-01-01")
      #expect(slip.status == 64 && slip.errors.contains("before the oldest dated article (2026-03-02)"))
      #expect(try page(folder, "2026-03-03") == later)
      #expect(try run(folder, "build").status == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/briefs/2026-01-01"))
      #expect(try page(folder, "2026-03-03") == later)
    }
  }

  @Test("An edition of a day without an article waits as well, and goes out when it is approved")
  func quietDay() throws {
    try inFolder(approve: true) { _, folder in
      let built = try run(folder, "build")
      #expect(built.status == 0)
      #expect(try run(folder, "approve", "2026-03-02").status == 0)
      #expect(try run(folder, "build", "--date", "2026-03-04").status == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/briefs/2026-03-04"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/drafts/2026-03-04/index.html"))
      #expect(try run(folder, "approve", "2026-03-04").status == 0)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/briefs/2026-03-04/index.html"))
      #expect(try run(folder, "check", "site").status == 0)
    }
  }
}
