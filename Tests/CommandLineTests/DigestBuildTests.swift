import Foundation
import Testing

/// A site from digests is the site from their articles, wherever and in however many parts the digests were made.
@Suite("Building from digests", .serialized)
struct DigestBuildTests {
  /// Lines that ask for everything: ids that are missing or stand twice, a page, lines that are none, dates that are
  /// none, a text with what is not the article.
  private static let first = """
    {"id":"digue","title":"La digue de Kervran tiendra","source":"Le Phare","published":"2026-02-03","language":"fr",\
    "text":"La digue de Kervran a tenu dans la nuit de lundi à mardi, a annoncé la préfecture.\\nLire aussi : la marée\\n\
    « Nous avons eu peur jusqu’à quatre heures », a déclaré Nolwenn Tanguy, maire de Kervran.\\nAbonnez-vous pour lire la \
    suite."}
    {"title":"Le bac reprend","published":"2026-02-03T07:30:00+01:00","text":"Le bac de l’île a repris mardi ses \
    traversées, avec 240 passagers."}
    {"url":"https://exemple.test/port?utm_source=x","title":"Le port compte ses dégâts","source":"L’Écho",\
    "text":"Le port de Kervran estime les dégâts à 1,2 million d’euros, selon la capitainerie."}
    {"id": "broken

    {"id":"empty"}
    {"id":"digue","title":"Une autre digue","published":"3 février","url":"javascript:alert(1)","text":"À Lannoz, une \
    autre digue a cédé sur douze mètres."}
    {"url":"https://exemple.test/pont","html":"<html><head><title>Le pont rouvre</title><meta \
    property='article:published_time' content='2026-02-04T06:00:00Z'></head><body><nav>Accueil</nav><article><h1>Le \
    pont rouvre</h1><p>Le pont de Lannoz a rouvert mercredi matin, après deux jours de contrôle.</p><p>« Rien n’a \
    bougé », a assuré Paol Le Bihan, ingénieur du département.</p></article></body></html>"}
    """
  private static let second = """
    {"title":"  The dyke \\t held ","source":"Harbour News","published":"2026-02-04","text":"The dyke at Kervran held \
    overnight, officials said. \\"We were lucky,\\" said Nolwenn Tanguy, the mayor."}
    {"id":"digue","source":"Le Phare","published":"2026-02-05","text":"La digue de Kervran sera relevée de 80 \
    centimètres, a promis le préfet."}
    {"id":"far","title":"Bien plus tard","published":"2062-02-03","text":"Mardi, la digue sera oubliée. Abonnez-vous \
    pour lire la suite."}
    """
  private static let articles = ["in/a.jsonl": first, "in/sub/b.jsonl": second]

  /// The lines of articles as `extract --placed` takes them.
  private static let placed = [("a.jsonl", first), ("sub/b.jsonl", second)].flatMap { file, text in
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { "\(file)\t\($0 + 1)\t\($1)" }
  }

  private func site(_ arguments: [String], in folder: String) throws -> [String: Data] {
    let output = "\(folder)/\(UUID().uuidString)/site"
    let built = try Program.run(["build"] + arguments + ["--output", output, "-q"], in: folder)
    #expect(built.status == 1, "\(built.errors)")
    return Program.contents(of: output)
  }

  @Test("Digests spread over files and folders in any order, compressed or not, give the same bytes")
  func spread() throws {
    try Program.inFolder(Self.articles) { folder in
      let expected = try site(["in"], in: folder)
      #expect(expected.count > 30)
      let made = try Program.run(
        ["extract", "--placed", "--rejected", "side.jsonl"], in: folder,
        input: Self.placed.reversed().joined(separator: "\n"))
      #expect(made.status == 1)
      let digests = made.output.split(separator: "\n")
      #expect(digests.count == 8)
      // Dealt out as an engine would.
      try FileManager.default.createDirectory(atPath: "\(folder)/out/day=1", withIntermediateDirectories: true)
      for part in 0..<3 {
        let mine = digests.indices.filter { $0 % 3 == part }.map { digests[$0] + "\n" }.joined()
        try mine.write(
          toFile: "\(folder)/out/day=1/000001-0000\(part).jsonl", atomically: true, encoding: .utf8)
      }
      _ = try Program.shell(
        "gzip out/day=1/000001-00001.jsonl; mkdir out/_staging; echo x > out/_staging/y.jsonl", in: folder)
      #expect(try site(["--digests", "side.jsonl", "--digests", "out"], in: folder) == expected)
    }
  }

  @Test("Lines under one id are one article: a repeat is told of, the last of the newest words stands")
  func repeated() throws {
    func line(_ id: String, _ text: String, _ published: String = "2026-02-03") -> String {
      "{\"id\":\"\(id)\",\"title\":\"\(text)\",\"published\":\"\(published)\",\"text\":\"\(text)\"}"
    }
    let lines = [
      line("a", "La digue de Kervran a tenu."), line("b", "Le bac de Lannoz reste à quai."),
      line("a", "La digue de Kervran a tenu."), line("a", "La digue de Kervran a cédé sur douze mètres."),
      line("b", "Le bac de Lannoz a repris.", "2026-02-02"), line("a", "La digue de Kervran a tenu."),
    ]
    try Program.inFolder(["in/day.jsonl": lines.joined(separator: "\n")]) { folder in
      let expected = try site(["in"], in: folder)
      let articles = expected.keys.filter { $0.hasPrefix("articles/") && $0.hasSuffix("/index.json") }
      #expect(articles.count == 2)
      let words = articles.compactMap { expected[$0] }.map { String(decoding: $0, as: UTF8.self) }.joined()
      #expect(words.contains("a cédé sur douze mètres") && words.contains("reste à quai"))
      let built = try Program.run(["build", "in", "--output", "again/site"], in: folder)
      #expect(built.errors.contains("daybrief: day.jsonl:3: this line repeats line 1"))
      #expect(built.errors.contains("daybrief: day.jsonl:6: this line repeats line 1"))
      let placed = lines.enumerated().map { "day.jsonl\t\($0.offset + 1)\t\($0.element)" }
      let made = try Program.run(["extract", "--placed"], in: folder, input: placed.reversed().joined(separator: "\n"))
      #expect(made.status == 0)
      let digests = made.output.split(separator: "\n")
      #expect(digests.count == 6)
      try digests.dropFirst(2).joined(separator: "\n").write(
        toFile: "\(folder)/000001-00000.jsonl", atomically: true, encoding: .utf8)
      try digests.prefix(2).joined(separator: "\n").write(
        toFile: "\(folder)/000001-00001.jsonl", atomically: true, encoding: .utf8)
      let parts = ["--digests", "000001-00001.jsonl", "--digests", "000001-00000.jsonl"]
      #expect(try site(parts, in: folder) == expected)
      // The next morning brings other words: the page stays, and knows of both.
      let both = (lines + [line("b", "Le bac de Lannoz a repris.", "2026-02-04")]).joined(separator: "\n")
      try both.write(toFile: "\(folder)/in/day.jsonl", atomically: true, encoding: .utf8)
      _ = try Program.run(["build", "in", "--output", "again/site", "-q"], in: folder)
      let next = Program.contents(of: "\(folder)/again/site")
      #expect(Set(next.keys.filter { $0.hasPrefix("articles/") && $0.hasSuffix("/index.json") }) == Set(articles))
      #expect(next.values.contains { String(decoding: $0, as: UTF8.self).contains("a repris") })
    }
  }

  @Test("Digests that extract makes of named files give the same bytes")
  func named() throws {
    try Program.inFolder(Self.articles) { folder in
      let expected = try site(["in/a.jsonl", "in/sub/b.jsonl"], in: folder)
      let made = try Program.shell(
        "\"$0\" extract --rejected side.jsonl in/a.jsonl in/sub/b.jsonl > digests.jsonl 2>/dev/null", in: folder)
      #expect(made.status == 1)
      // An article without words has a digest, which a build tells of; the side file tells of the others.
      #expect(try site(["--digests", "digests.jsonl", "--digests", "side.jsonl"], in: folder) == expected)
    }
  }

  @Test("What read and extract pass on gives the bytes of the folder")
  func piped() throws {
    try Program.inFolder { folder in
      let seeds = "\(Program.root)/seeds"
      _ = try Program.run(["build", seeds, "--output", "\(folder)/one/site", "-q"], in: folder)
      let made = try Program.shell(
        "\"$0\" read '\(seeds)' | \"$0\" extract --as-is | gzip > digests.jsonl.gz", in: folder)
      #expect(made.status == 0)
      _ = try Program.run(
        ["build", "--digests", "digests.jsonl.gz", "--output", "\(folder)/two/site", "-q"], in: folder)
      let expected = Program.contents(of: "\(folder)/one/site")
      #expect(expected.count > 50)
      #expect(Program.contents(of: "\(folder)/two/site") == expected)
    }
  }

  @Test("With what read rejected, the site of what it passes on is that of a folder of faults")
  func rejectedByRead() throws {
    let files = [
      "in/day.jsonl": Self.first + "\n{\"title\":\"Le bac reprend\",\"published\":\"2026-02-03T07:30:00+01:00\","
        + "\"text\":\"Le bac de l’île a repris mardi ses traversées, avec 240 passagers.\"}",
      "in/list.json": "[{\"title\":\"Un\"},7,{\"title\":\"Un\"}]", "in/empty.txt": "",
      "in/x.md": "---\ntitle: [x\n---\nUn.",
      "in/articles.yml": "gone.txt:\n  title: Parti\n", "in/old.docx": "x",
    ]
    try Program.inFolder(files) { folder in
      let expected = try site(["in"], in: folder)
      let made = try Program.shell(
        "\"$0\" read --rejected side.jsonl in | \"$0\" extract --as-is > digests.jsonl", in: folder)
      #expect(made.errors.contains("day.jsonl:9: this line repeats line 2"))
      #expect(made.errors.contains("article 3 repeats article 1"))
      let side = try String(contentsOfFile: "\(folder)/side.jsonl", encoding: .utf8)
      #expect(
        side.split(separator: "\n").count == made.errors.split(separator: "\n").count - 1, "\(made.errors)\(side)")
      #expect(try site(["--digests", "digests.jsonl", "--digests", "side.jsonl"], in: folder) == expected)
      let without = try Program.run(["build", "--digests", "digests.jsonl", "-o", "without/site", "-q"], in: folder)
      #expect(without.status == 0)
      #expect(Program.contents(of: "\(folder)/without/site") != expected)
    }
  }

  @Test("Of a line that a later run read again, only what that run made of it stays")
  func laterRun() throws {
    try Program.inFolder(Self.articles) { folder in
      let stale = Self.placed.map { $0.replacingOccurrences(of: "Kervran", with: "Ploumor") }
      // The line that was damaged is whole now.
      let fixed = Self.placed.map { $0.hasPrefix("a.jsonl\t4") ? "a.jsonl\t4\t{\"title\":\"Bref\"}" : $0 }
      _ = try Program.shell("mkdir -p rejected digests", in: folder)
      for (run, lines) in [(1, stale), (2, fixed)] {
        let made = try Program.run(
          ["extract", "--placed", "--rejected", "rejected/00000\(run)-00000.jsonl"], in: folder,
          input: lines.joined(separator: "\n"))
        #expect(made.status == 1)
        try made.output.write(
          toFile: "\(folder)/digests/00000\(run)-00007.jsonl", atomically: true, encoding: .utf8)
      }
      try Self.first.replacingOccurrences(of: "{\"id\": \"broken", with: "{\"title\":\"Bref\"}")
        .write(toFile: "\(folder)/in/a.jsonl", atomically: true, encoding: .utf8)
      #expect(try site(["--digests", "digests", "--digests", "rejected"], in: folder) == site(["in"], in: folder))
    }
  }

  @Test("A second build of digests adds what is new, and one of the same digests has nothing to do")
  func nextMorning() throws {
    try Program.inFolder(Self.articles) { folder in
      let made = try Program.run(["extract", "--placed"], in: folder, input: Self.placed.joined(separator: "\n"))
      let digests = made.output.split(separator: "\n").map { $0 + "\n" }
      _ = try Program.shell("mkdir out", in: folder)
      try digests.prefix(3).joined().write(toFile: "\(folder)/out/1.jsonl", atomically: true, encoding: .utf8)
      let build = ["build", "--digests", "out", "--output", "site", "--verbose"]
      #expect(try Program.run(build, in: folder).errors.contains("3 articles new or changed"))
      #expect(try Program.run(build, in: folder).errors.contains("nothing changed"))
      try digests.dropFirst(3).joined().write(toFile: "\(folder)/out/2.jsonl", atomically: true, encoding: .utf8)
      #expect(try Program.run(build, in: folder).errors.contains("4 articles new or changed"))
    }
  }

  @Test("A digest of an article that names a person who was redacted is made again without the name")
  func redacted() throws {
    try Program.inFolder(Self.articles) { folder in
      _ = try Program.shell("\"$0\" extract in/a.jsonl > digests.jsonl 2>/dev/null", in: folder)
      _ = try Program.run(["build", "in/a.jsonl", "-o", "site", "-q"], in: folder)
      let redacted = try Program.run(["redact", "--person", "Nolwenn Tanguy", "-o", "site"], in: folder)
      #expect(redacted.status <= 1, "\(redacted.errors)")
      _ = try Program.run(["build", "--digests", "digests.jsonl", "-o", "site", "-q", "--force"], in: folder)
      let pages = Program.contents(of: "\(folder)/site")
      #expect(pages.values.contains { String(decoding: $0, as: UTF8.self).contains("Kervran") })
      for (path, data) in pages where !path.hasPrefix("data/") {
        #expect(!String(decoding: data, as: UTF8.self).contains("Tanguy"), "\(path)")
      }
    }
  }

  @Test("A compressed file that is cut off is told, and its whole lines are shown; one that is missing stops the build")
  func damaged() throws {
    try Program.inFolder(Self.articles) { folder in
      _ = try Program.shell(
        "\"$0\" extract in/a.jsonl in/sub/b.jsonl 2>/dev/null | gzip > whole.gz; "
          + "head -c $(($(wc -c < whole.gz) * 3 / 4)) whole.gz > cut.jsonl.gz", in: folder)
      let cut = try Program.run(["build", "--digests", "cut.jsonl.gz", "-o", "site"], in: folder)
      #expect(cut.status == 1)
      #expect(cut.errors.contains("cut.jsonl.gz: it is damaged or cut off"))
      let before = Program.contents(of: "\(folder)/site")
      #expect(before.count > 10)
      let missing = try Program.run(
        ["build", "--digests", "cut.jsonl.gz", "--digests", "nowhere", "-o", "site"], in: folder)
      #expect(missing.status == 2)
      #expect(missing.errors.contains("nowhere: there are no digests"))
      #expect(Program.contents(of: "\(folder)/site") == before)
    }
  }
}
