import Foundation
import Testing

/// Slips around the sources, day after day, with the program as it is built: a site among its own sources, an
/// `articles.yml` that does not read, files that were renamed or got an address.
@Suite("Slips around the sources", .serialized)
struct SourceSlipTests {
  private static let crane = """
    La grue du port de Brestan a cédé lundi sous le vent. « Personne ne passait dessous », a déclaré Solène Abgrall, \
    directrice du port. Les experts sont attendus mardi.
    """
  private static let market = """
    Le marché de Lestrac a fermé mercredi à cause de la grêle. Trente étals ont été renversés, selon la mairie. « Nous \
    rouvrirons samedi », a promis le maire Gildas Orvan.
    """
  private static let index = """
    crane.txt:
      title: La grue a cédé
      source: La Digue
      url: https://digue.example/grue
      published: 2026-03-02
    market.txt:
      title: Le marché ferme
      source: Le Phare
      published: 2026-03-03

    """
  private static let files = [
    "articles/crane.txt": crane, "articles/market.txt": market, "articles/articles.yml": index,
  ]

  private func run(_ folder: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, program: Program.quickest)
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func articles(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/articles").sorted()
  }

  @Test("Sources that hold the site, another site and a target read none of their pages")
  func ownPages() throws {
    let settings = "title: x\nlanguage: fr\nsources: [.]\noutput: site\ntargets: [{directory: public}]\n"
    try Program.inFolder(SourceSlipTests.files.merging(["daybrief.yml": settings]) { $1 }) { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      let before = Program.contents(of: "\(folder)/site")
      // The pages of the first run stand now, as the site and as its copy.
      #expect(try run(folder, "build", "--quiet", "--force").status == 0)
      let isSame = Program.contents(of: "\(folder)/site") == before
      #expect(isSame)
      let other = try run(folder, "build", ".", "--output", "other")
      #expect(other.status == 0 && other.errors.contains("2 articles from 2 files"), "\(other.errors)")
      #expect(try run(folder, "build", "--quiet", "--force").status == 0)
      let isStillSame = Program.contents(of: "\(folder)/site") == before
      #expect(isStillSame)
    }
  }

  @Test("What a new site says of its publisher is asked for until somebody writes it; a lost style is made again")
  func starter() throws {
    try Program.inFolder { folder in
      #expect(try run(folder, "init").status == 0)
      let built = try run(folder, "build", "--quiet")
      #expect(built.status == 0 && built.errors.contains("\"publisher\"") && built.errors.contains("\"contact\""))
      #expect(try run(folder, "build", "--quiet").errors == built.errors, "on every run")
      let settings = try String(contentsOfFile: "\(folder)/daybrief.yml", encoding: .utf8)
      let own = settings.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("publisher:")
          ? "publisher: La Feuille" : line.hasPrefix("contact:") ? "contact: a@feuille.example" : String(line)
      }
      try write(own.joined(separator: "\n"), "\(folder)/daybrief.yml")
      #expect(try run(folder, "build", "--quiet").errors.isEmpty)
      let style = "\(folder)/site/style.css"
      try FileManager.default.removeItem(atPath: style)
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(FileManager.default.fileExists(atPath: style))
      // The example is told of where it stands among others, and how it goes.
      let text = "---\ntitle: Le bac de Portlevé\npublished: 2026-01-13\n---\n\nLe bac de Portlevé repart mardi.\n"
      try write(text, "\(folder)/articles/bac.md")
      let among = try run(folder, "build", "--quiet")
      #expect(among.status == 0 && among.errors.contains("the example of daybrief init"), "\(among.errors)")
      let words = among.errors.split(separator: " ").map { $0.trimmingCharacters(in: .newlines) }
      let redacted = try run(folder, "redact", "--article", try #require(words.last))
      #expect(redacted.status == 0, "\(redacted.errors)")
      #expect(try run(folder, "build", "--quiet").errors.isEmpty)
    }
  }

  @Test("What a user's templates name and nobody knows is told with its line; the site is made all the same")
  func templates() throws {
    let settings = "title: x\nlanguage: fr\nsources: [articles]\noutput: site\ntemplates: own\n"
    try Program.inFolder(SourceSlipTests.files.merging(["daybrief.yml": settings]) { $1 }) { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/own/pages", withIntermediateDirectories: true)
      try write("# {{title}}\n\n{{titel}} {{words.nav.qoutes}}\n", "\(folder)/own/pages/quotes.md")
      try write("{{title}}\n", "\(folder)/own/pages/qotes.md")
      let built = try run(folder, "build", "--quiet")
      #expect(built.status == 0)
      for told in [
        "own/pages/quotes.md:3: no template of the program has a value \"titel\"",
        "own/pages/quotes.md:3: there is no word \"nav.qoutes\" in words/", "did you mean \"nav.quotes\"?",
        "own/pages/qotes.md: no page is made of a template of this name", "did you mean \"pages/quotes.md\"?",
      ] { #expect(built.errors.contains(told), "\(built.errors)") }
      #expect(try run(folder, "build", "--quiet").errors == built.errors, "on every run")
      try FileManager.default.removeItem(atPath: "\(folder)/own/pages/qotes.md")
      try write("# {{title}}\n\n{{words.nav.quotes}}\n", "\(folder)/own/pages/quotes.md")
      #expect(try run(folder, "build", "--quiet").errors.isEmpty)
    }
  }

  @Test("An output that holds the sources is refused, and a target in the site is not sent to")
  func nested() throws {
    let settings = "title: x\nlanguage: fr\nsources: [articles]\noutput: site\ntargets: [{directory: site/copy}]\n"
    try Program.inFolder(SourceSlipTests.files.merging(["daybrief.yml": settings]) { $1 }) { folder in
      for output in ["articles", ".", "./articles/../articles"] {
        let refused = try run(folder, "build", "articles", "--output", output, "--quiet")
        #expect(refused.status == 2 && refused.errors.contains("a folder of its own"), "\(refused.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/articles").count == 3)
      let told = try run(folder, "build", "--quiet")
      #expect(told.status == 1 && told.errors.contains("it lies in the folder of the site"), "\(told.errors)")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/copy"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/index.html"))
    }
  }

  @Test("A slip in articles.yml leaves the site as it was, and what is new waits until it is mended")
  func index() throws {
    let settings = Program.morning + "\nrights:\n  La Digue: link-only\n"
    try Program.inFolder(SourceSlipTests.files.merging(["daybrief.yml": settings]) { $1 }) { folder in
      let path = "\(folder)/articles/articles.yml"
      #expect(try run(folder, "build", "--quiet").status == 0)
      let before = Program.contents(of: "\(folder)/site")
      let slips = [
        ("no YAML", SourceSlipTests.index + "  [x\n", "articles.yml:10:"),
        ("a key", SourceSlipTests.index.replacing("source: La Digue", with: "sorce: La Digue"), "articles.yml:3:"),
        ("an address", SourceSlipTests.index.replacing("https://digue", with: "digue"), "articles.yml:4:"),
        ("no text", SourceSlipTests.index.replacing("source: La Digue", with: "source: [La Digue]"), "articles.yml:3:"),
      ]
      for (name, text, place) in slips {
        try write(text, path)
        for _ in 1...2 {
          let told = try run(folder, "build", "--quiet")
          #expect(told.status == 1 && told.errors.contains(place), "\(name): \(told.errors)")
          #expect(told.errors.contains("Until it is mended"), "\(name): \(told.errors)")
        }
        let pages = Program.contents(of: "\(folder)/site").filter { $0.key.hasPrefix("articles/") }
        let isSame = pages == before.filter { $0.key.hasPrefix("articles/") }
        #expect(isSame, "\(name)")
      }
      // Where nothing is known of it yet, it waits.
      try write(slips[0].1, path)
      try write("Le bac de Sornac a repris ses traversées jeudi, a annoncé la commune.", "\(folder)/articles/ferry.txt")
      let waits = try run(folder, "build", "--quiet")
      #expect(waits.status == 1)
      #expect(try !articles(folder).contains { $0.contains("ferry") })
      try write(SourceSlipTests.index + "ferry.txt:\n  title: Le bac repart\n  published: 2026-03-04\n", path)
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(try articles(folder).contains("le-bac-repart"))
      #expect(try articles(folder).filter { $0.contains("crane") }.isEmpty)
      #expect(try run(folder, "check", "site", "--quiet").status == 0)
    }
  }

  @Test(
    "A file that is renamed, or of which the address becomes known, is the article that it was; a removed one stays away"
  )
  func renamed() throws {
    try Program.inFolder(SourceSlipTests.files.merging(["daybrief.yml": Program.morning]) { $1 }) { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      let names = try articles(folder)
      func rename(_ old: String, _ new: String, _ index: String) throws {
        if old != new {
          try FileManager.default.moveItem(atPath: "\(folder)/articles/\(old)", toPath: "\(folder)/articles/\(new)")
        }
        try write(index, "\(folder)/articles/articles.yml")
        let built = try run(folder, "build", "--quiet")
        #expect(built.status == 0, "\(built.errors)")
      }
      var index = SourceSlipTests.index.replacing("market.txt", with: "grele.txt")
      try rename("market.txt", "grele.txt", index)
      #expect(try articles(folder) == names)
      index += "  url: https://phare.example/grele\n"
      try rename("grele.txt", "grele.txt", index)
      #expect(try articles(folder) == names)
      // It changes under its new name and address, and stays one article.
      try write(SourceSlipTests.market + " La grêle est revenue jeudi.", "\(folder)/articles/grele.txt")
      #expect(try run(folder, "build", "--quiet").status == 0)
      #expect(try articles(folder) == names)
      let page = try String(contentsOfFile: "\(folder)/site/articles/le-marche-ferme/index.md", encoding: .utf8)
      #expect(page.contains("phare.example/grele"))
      // Another text under that path without an address is still the file's article, one with another address is not.
      try write(SourceSlipTests.crane + " Rien d’autre.", "\(folder)/articles/grele.txt")
      try rename("grele.txt", "grele.txt", index.replacing("phare.example/grele", with: "phare.example/autre"))
      #expect(try articles(folder).count == names.count + 1)
      #expect(try run(folder, "redact", "--article", "la-grue-a-cede", "--quiet").status == 0)
      try rename(
        "crane.txt", "again.txt",
        index.replacing("crane.txt", with: "again.txt").replacing("digue.example/grue", with: "digue.example/encore"))
      #expect(try articles(folder).count == names.count + 1)
      #expect(try run(folder, "check", "site", "--quiet").status == 0)
    }
  }
}
