import Foundation
import Testing

@Suite("Command line", .serialized)
struct CommandLineTests {
  private static let article = """
    ---
    title: Le phare de la Pointe rallumé
    source: L’Écho de l’Estuaire
    published: 2026-01-13
    language: fr
    ---

    Le phare de la Pointe a été rallumé lundi soir, après deux ans de travaux menés par la commune.

    « La lampe porte désormais à trente kilomètres », a déclaré Solène Abgrall, ingénieure en chef du syndicat.

    Le chantier a coûté 2,4 millions d’euros et a employé une quarantaine de personnes pendant deux ans.
    """

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("build writes a site that check proves, and a second build writes nothing")
  func buildAndCheck() throws {
    try Program.inFolder(["articles/phare.md": CommandLineTests.article]) { folder in
      let built = try Program.run(["build", "articles", "--output", "site"], in: folder)
      #expect(built.status == 0, "\(built.errors)")
      let site = Program.contents(of: "\(folder)/site")
      for path in ["index.html", "index.md", "index.json", "feed.xml", "feed.json", "data/catalogue.jsonl"] {
        #expect(site[path]?.isEmpty == false, "\(path)")
      }
      let checked = try Program.run(["check", "site"], in: folder)
      #expect(checked.status == 0, "\(checked.errors)")
      let again = try Program.run(["build", "articles", "--output", "site"], in: folder)
      #expect(again.errors.contains("nothing changed"))
      #expect(Program.contents(of: "\(folder)/site") == site)
    }
  }

  @Test("check finds a quote that was changed on the page's data")
  func tampered() throws {
    try Program.inFolder(["articles/phare.md": CommandLineTests.article]) { folder in
      _ = try Program.run(["build", "articles", "--output", "site", "--quiet"], in: folder)
      let article = try #require(
        Program.contents(of: "\(folder)/site").first {
          $0.key.hasPrefix("articles/") && $0.key.hasSuffix("/index.json")
        })
      let changed = String(decoding: article.value, as: UTF8.self).replacingOccurrences(of: "trente", with: "vingt")
      #expect(changed.utf8.count != article.value.count)
      try changed.write(toFile: "\(folder)/site/\(article.key)", atomically: true, encoding: .utf8)
      let checked = try Program.run(["check", "site"], in: folder)
      #expect(checked.status == 1)
      #expect(checked.errors.contains(article.key))
    }
  }

  @Test("The same bytes come out on one job and on two, in any order of sources")
  func sameBytes() throws {
    try Program.inFolder { folder in
      let seeds = "\(Program.root)/seeds"
      let files = try FileManager.default.contentsOfDirectory(atPath: seeds).sorted()
        .filter { $0 != "articles.yml" && !$0.hasPrefix("README") }.map { "\(seeds)/\($0)" }
      let one = try Program.run(
        ["build"] + files + ["--output", "\(folder)/one/site", "--jobs", "1", "-q"], in: folder)
      let two = try Program.run(
        ["build"] + files.reversed() + ["--output", "\(folder)/two/site", "--jobs", "2", "-q"], in: folder)
      #expect(one.status == two.status && one.status != 2, "\(one.errors)\(two.errors)")
      let first = Program.contents(of: "\(folder)/one/site")
      #expect(first.count > 50)
      #expect(first == Program.contents(of: "\(folder)/two/site"))
    }
  }

  @Test("An empty build leaves the old site and says so with status 2")
  func emptyBuild() throws {
    try Program.inFolder(["articles/phare.md": CommandLineTests.article, "empty/.keep": ""]) { folder in
      _ = try Program.run(["build", "articles", "--output", "site", "-q"], in: folder)
      let before = Program.contents(of: "\(folder)/site")
      let outcome = try Program.run(["build", "empty", "--output", "site"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("the old site stands"))
      #expect(Program.contents(of: "\(folder)/site") == before)
    }
  }

  @Test("A bad article costs that article, with its name, and status 1")
  func badArticle() throws {
    try Program.inFolder(["a/phare.md": CommandLineTests.article, "a/lines.jsonl": "{\"id\": 1}\nnot json\n"]) {
      folder in
      let outcome = try Program.run(["build", "a", "--output", "site"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("lines.jsonl:2"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/site/index.html"))
    }
  }

  @Test("Files that no reader reads are told once with their ending, and cost no status; -q is silent")
  func passedOver() throws {
    let files = ["articles/phare.md": CommandLineTests.article, "articles/a.docx": "x", "articles/b.docx": "x"]
    try Program.inFolder(files) { folder in
      let words = "2 files passed over (2 .docx): save them as text or HTML to have them read"
      let build = ["build", "articles", "--output", "site"]
      let built = try Program.run(build, in: folder)
      #expect(built.status == 0)
      #expect(built.errors.split(separator: "\n").filter { $0.contains(words) }.count == 1, "\(built.errors)")
      #expect(try Program.run(build + ["-q", "--force"], in: folder).errors.isEmpty)
      let read = try Program.run(["read", "articles"], in: folder)
      #expect(read.status == 0 && read.output.split(separator: "\n").count == 1)
      #expect(read.errors.hasPrefix("daybrief: \(words)"))
    }
  }

  @Test("A template with an error publishes nothing and names its file")
  func badTemplate() throws {
    let files = ["a/phare.md": CommandLineTests.article, "mine/layout.html": "<html>{{#open}}</html>"]
    try Program.inFolder(files) { folder in
      let outcome = try Program.run(["build", "a", "--output", "site", "--templates", "mine"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("layout.html"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/index.html"))
    }
  }

  @Test("A user's words stand in for those of the interface")
  func ownWords() throws {
    let site = try Program.inFolder(["a/phare.md": CommandLineTests.article]) { folder in
      _ = try Program.run(["build", "a", "--output", "site", "--language", "en", "-q"], in: folder)
      return String(decoding: Program.contents(of: "\(folder)/site")["index.html"] ?? Data(), as: UTF8.self)
    }
    #expect(site.contains("lang=\"en\""))
  }

  @Test("init writes what build and check then take, and overwrites nothing")
  func initialise() throws {
    try Program.inFolder(["daybrief.yml.note": ""]) { folder in
      let made = try Program.run(["init"], in: folder)
      #expect(made.status == 0 && made.output.contains("wrote daybrief.yml"), "\(made.errors)")
      // But for what is asked of everybody who begins.
      let told = try Program.run(["build", "--quiet"], in: folder).errors.split(separator: "\n")
      #expect(told.count == 2 && told.allSatisfy { $0.contains("the one of daybrief init") }, "\(told)")
      let checked = try Program.run(["check"], in: folder)
      #expect(checked.status == 0, "\(checked.errors)")
      try "title: Mien\nsources: [articles]\n".write(
        toFile: "\(folder)/daybrief.yml", atomically: true, encoding: .utf8)
      #expect(try Program.run(["init"], in: folder).output.contains("kept  daybrief.yml"))
      #expect(try String(contentsOfFile: "\(folder)/daybrief.yml", encoding: .utf8).contains("Mien"))
    }
  }

  @Test("An unknown key is refused with the line and the near key")
  func unknownKey() throws {
    try Program.inFolder(["daybrief.yml": "title: x\nsuorces: [a]\n"]) { folder in
      let outcome = try Program.run(["build"], in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("daybrief.yml:2") && outcome.errors.contains("sources"))
    }
  }

  @Test(
    "Wrong usage ends with 64",
    arguments: [
      ["build"], ["build", "--jobs", "0", "a"], ["build", "--nonsense"], ["nonsense"], ["read"],
      ["build", "a", "--date", "yesterday"], ["build", "a", "--quiet", "--verbose"], ["init", "--language", "xx"],
    ])
  func usage(arguments: [String]) throws {
    try Program.inFolder { folder in
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test("Another run on the same output ends with 75")
  func locked() throws {
    try Program.inFolder(["a/phare.md": CommandLineTests.article]) { folder in
      _ = try Program.run(["build", "a", "--output", "site", "-q"], in: folder)
      let lock = open("\(folder)/.daybrief/lock", O_RDWR | O_CLOEXEC)
      defer { close(lock) }
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      #expect(try Program.run(["build", "a", "--output", "site"], in: folder).status == 75)
      // Who asks by hand is told that nothing was done.
      for command in [["redact", "--person", "Odile Brun"], ["approve", "2026-03-02"], ["archive", "vacuum"]] {
        let outcome = try Program.run(command, in: folder)
        #expect(outcome.status == 75 && outcome.errors.contains("nothing was done"), "\(command): \(outcome.errors)")
      }
    }
  }

  @Test("The filters chain: read, extract, cluster; offsets count code points")
  func filters() throws {
    try Program.inFolder(["a/phare.md": CommandLineTests.article]) { folder in
      let read = try Program.run(["read", "a"], in: folder)
      #expect(read.status == 0 && read.output.split(separator: "\n").count == 1)
      let extracted = try Program.run(["extract"], input: read.output)
      let digest = try object(extracted.output)
      let text = try #require(digest["text"] as? String)
      let quotes = try #require(digest["quotes"] as? [[String: Any]])
      let quote = try #require(quotes.first { $0["form"] as? String == "direct" })
      let start = try #require(quote["start"] as? Int)
      let end = try #require(quote["end"] as? Int)
      let scalars = Array(text.unicodeScalars)[start..<end]
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars)
      #expect(String(words) == quote["text"] as? String)
      let clustered = try Program.run(["cluster"], input: extracted.output)
      let group = try object(clustered.output)
      #expect(Set(group.keys) == ["id", "story", "thread", "origin"])
    }
  }

  @Test("A line that cannot be used is told by number; the others go on in order")
  func badLine() throws {
    let input = "{\"id\":\"a\",\"text\":\"Un.\"}\n{oops\n{\"id\":\"b\",\"text\":\"Deux.\"}\n"
    let outcome = try Program.run(["extract", "--as-is"], input: input)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(":2:"))
    #expect(try outcome.output.split(separator: "\n").map { try object($0)["id"] as? String } == ["a", "b"])
  }

  @Test("A title alone is an article, and each article has a story and a thread")
  func titlesAlone() throws {
    let outcome = try Program.run(
      ["cluster", "--as-is"], input: "{\"id\":\"a\",\"title\":\"Un pont rouvre\"}\n{\"id\":\"b\",\"title\":\"Pluie\"}\n"
    )
    let groups = try outcome.output.split(separator: "\n").map { try object($0) }
    #expect(groups.count == 2 && groups.allSatisfy { $0["story"] is String && $0["thread"] is String })
  }

  @Test("match-names answers same, different or perhaps, and why")
  func matchNames() throws {
    let outcome = try Program.run(
      ["match-names"],
      input:
        "{\"id\":\"1\",\"a\":\"Anna Petrova\",\"b\":\"Anna Petrova\"}\n{\"id\":\"2\",\"a\":\"Anna Petrova\",\"b\":\"Luc Martin\"}\n"
    )
    let answers = try outcome.output.split(separator: "\n").map { try object($0) }
    #expect(answers.map { $0["verdict"] as? String } == ["same", "different"])
    #expect(answers.map { $0["same"] as? Bool } == [true, false])
  }

  @Test("inspect shows what was found and why the rest was left out, without colours in a pipe")
  func inspect() throws {
    let text = "Un pont rouvre\n\nLe pont a rouvert lundi, a déclaré la mairie.\n\nLaisser un commentaire\n"
    try Program.inFolder(["pont.txt": text]) { folder in
      let shown = try Program.run(["inspect", "pont.txt"], in: folder)
      #expect(shown.status == 0 && shown.output.contains("comments"), "\(shown.output)")
      #expect(!shown.output.contains("\u{1B}"))
      let json = try object(try Program.run(["inspect", "pont.txt", "--json"], in: folder).output)
      #expect((json["leftOut"] as? [[String: Any]])?.contains { $0["reason"] as? String == "comments" } == true)
    }
  }

  @Test("Help teaches, and the version is told")
  func help() throws {
    #expect(try Program.run(["--help"]).output.contains("daybrief init"))
    #expect(try Program.run(["--version"]).output.split(separator: ".").count == 3)
    for command in ["build", "inspect", "check", "init", "read", "extract", "cluster", "match-names"] {
      let help = try Program.run(["help", command])
      #expect(help.status == 0 && help.output.contains("OVERVIEW"), "\(command)")
    }
  }
}
