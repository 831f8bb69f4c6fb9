import Foundation
import Testing

/// What cron does morning after morning, with the program as it is built.
@Suite("Mornings", .serialized)
struct MorningTests {
  private static func article(_ day: String, _ title: String, _ text: String) -> String {
    "---\ntitle: \"\(title)\"\nsource: Le Phare\npublished: \(day)\n---\n\n\(text)\n"
  }

  private static let dam = """
    Le barrage de Valbrune a été fermé mardi par la préfecture, a annoncé Odile Ferrand, préfète de la Sarine. Deux \
    cents habitants ont été évacués vers le gymnase de Lestrac. « Nous ne prendrons aucun risque », a déclaré Odile \
    Ferrand. Les ingénieurs de la Compagnie des eaux inspectent la paroi depuis lundi soir.
    """
  private static let damLater = """
    Le barrage de Valbrune reste fermé, a indiqué mercredi Odile Ferrand, préfète de la Sarine. Trois cents habitants \
    ont été évacués vers le gymnase de Lestrac. La Compagnie des eaux a découvert une fissure de quatre mètres dans la \
    paroi. « Nous rouvrirons quand ce sera sûr », a déclaré Odile Ferrand.
    """
  private static let fair = """
    La foire aux laines de Montcelle a ouvert ses portes jeudi sous la pluie. Le maire Basile Orvan attend vingt mille \
    visiteurs. « Il ne manque que le soleil », a déclaré le maire Basile Orvan devant les premiers éleveurs.
    """

  private func build(_ folder: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(["build", "--quiet"] + more, in: folder, program: Program.quickest)
  }

  private func text(_ path: String, in folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  private func write(_ text: String, _ path: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
  }

  /// A line of JSON; short articles leave a story little room beside what editions told of it.
  private static func line(_ id: String, _ source: String, _ day: String, _ title: String, _ text: String) -> String {
    #"{"id": "\#(id)", "source": "\#(source)", "published": "\#(day)", "title": "\#(title)", "text": "\#(text)"}"#
  }

  @Test(
    "What editions told leaves the pages as they are: all made again gives the same bytes, within what rights allow")
  func toldOnce() throws {
    var lines = [
      MorningTests.line(
        "quai-1", "Le Phare", "2031-03-04", "Le quai de Lestrac s’effondre : 150 habitants évacués",
        "Le quai de Lestrac s’est effondré mardi matin pendant la crue ; 150 habitants ont été évacués. « Tout a cédé en "
          + "dix minutes », a dit Odile Ferrand, la maire de Lestrac. Selon les pompiers, 45 maisons sont inondées."),
      MorningTests.line(
        "quai-2", "La Vigie", "2031-03-04", "Crue à Lestrac : le quai cède, 120 évacués",
        "À Lestrac, le quai s’est effondré mardi matin pendant la crue et 120 habitants ont été évacués vers le gymnase. "
          + "Les pompiers ont compté 40 maisons inondées. Odile Ferrand, maire de Lestrac, demande de l’aide."),
      MorningTests.line(
        "budget", "Le Phare", "2031-03-05", "Le conseil de la Sarine vote 12 millions pour les digues",
        "Le conseil de la Sarine a voté mercredi 12 millions d’euros pour les digues. « Il était temps », a déclaré "
          + "Basile Orvan, son président. Les travaux commenceront en avril."),
    ]
    let configuration = Program.morning.replacingOccurrences(of: "[articles]", with: "[day.jsonl]")
    try Program.inFolder(["daybrief.yml": configuration]) { folder in
      func morning() throws {
        try write(lines.joined(separator: "\n"), "day.jsonl", in: folder)
        #expect(try build(folder).status == 0)
        let first = Program.contents(of: "\(folder)/site")
        #expect(try build(folder, "--force").status == 0)
        let again = Program.contents(of: "\(folder)/site")
        #expect(first.keys.sorted() == again.keys.sorted())
        #expect(first.filter { again[$0.key] != $0.value }.keys.sorted() == [])
        let check = try Program.run(["check", "site"], in: folder, program: Program.quickest)
        #expect(check.status == 0, "\(check.errors)")
      }
      try morning()
      lines.append(
        MorningTests.line(
          "quai-3", "La Vigie", "2031-03-06", "Quai de Lestrac : 160 évacués, l’enquête commence",
          "Le quai de Lestrac, effondré mardi matin pendant la crue, est fermé ; 160 habitants restent évacués. Une "
            + "enquête commence jeudi, a indiqué Odile Ferrand, maire de Lestrac. Les pompiers comptent 47 maisons "
            + "inondées."))
      try morning()
    }
  }

  @Test("Three mornings: editions stay, links stay, and the archive alone gives the same bytes")
  func mornings() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let first = try text("site/briefs/2031-03-04/index.html", in: folder)
      let pages = Program.contents(of: "\(folder)/site").keys.filter { $0.hasSuffix("index.html") }
      #expect(first.contains("barrage de Valbrune"))

      try write(
        MorningTests.article("2031-03-05", "Valbrune : une fissure dans le barrage", MorningTests.damLater),
        "articles/dam-later.md", in: folder)
      #expect(try build(folder).status == 0)
      try write(
        MorningTests.article("2031-03-06", "La foire de Montcelle sous la pluie", MorningTests.fair),
        "articles/fair.md",
        in: folder)
      // What a source lets go of stays on the site.
      try FileManager.default.removeItem(atPath: "\(folder)/articles/dam.md")
      #expect(try build(folder).status == 0)

      #expect(try text("site/briefs/2031-03-04/index.html", in: folder) == first)
      let site = Program.contents(of: "\(folder)/site")
      for page in pages { #expect(site[page] != nil, "\(page) is gone") }
      let second = try text("site/briefs/2031-03-05/index.json", in: folder)
      #expect(second.contains("\"developments\""))
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)

      let rebuilt = try build(folder, "--from-archive", "--force")
      #expect(rebuilt.status == 0, "\(rebuilt.errors)")
      #expect(Program.contents(of: "\(folder)/site") == site)
      try FileManager.default.removeItem(atPath: "\(folder)/site")
      #expect(try build(folder, "--from-archive").status == 0)
      #expect(Program.contents(of: "\(folder)/site") == site)
    }
  }

  @Test("After each change of any kind the site is the one that a build of everything gives")
  func changes() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      "articles/fair.md": MorningTests.article("2031-03-06", "La foire de Montcelle sous la pluie", MorningTests.fair),
    ]) { folder in
      let later = MorningTests.article("2031-03-06", "Valbrune : une fissure", MorningTests.damLater)
      let changes: [(what: String, path: String, text: String)] = [
        ("the first build", "note.txt", ""),
        ("an article that joins a story", "articles/later.md", later),
        ("an article that changes", "articles/later.md", later.replacingOccurrences(of: "quatre", with: "cinq")),
        (
          "an outlet's name", "articles/fair.md",
          MorningTests.article("2031-03-06", "La foire sous la pluie", MorningTests.fair)
            .replacingOccurrences(of: "Le Phare", with: "La Vigie")
        ),
        ("a title of the editor's", "overrides.yml", "rename:\n  - {actor: Odile Ferrand, to: Odile F.}\n"),
        (
          "a note of the editor's", "overrides.yml", "note:\n  - {actor: Odile Ferrand, text: En congé depuis lundi.}\n"
        ),
        (
          "an article of another day", "articles/dry.md",
          MorningTests.article("2031-03-07", "Valbrune à sec", MorningTests.dam)
        ),
        ("an actor that is hidden", "overrides.yml", "hide:\n  - {actor: Odile Ferrand}\n"),
        ("rights", "daybrief.yml", Program.morning + "\nrights: {Le Phare: link-only}\n"),
      ]
      for change in changes {
        try write(change.text, change.path, in: folder)
        let built = try build(folder)
        #expect(built.status == 0, "\(change.what): \(built.errors)")
        let site = Program.contents(of: "\(folder)/site")
        #expect(try build(folder, "--force").status == 0)
        let whole = Program.contents(of: "\(folder)/site")
        let differing = Set(site.keys).union(whole.keys).filter { site[$0] != whole[$0] }.sorted()
        #expect(differing.isEmpty, "\(change.what)")
      }
    }
  }

  @Test("Where nothing changed nothing is touched, and one article more touches only what it changes")
  func unchanged() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      func stamps() throws -> [String: Date] {
        try Program.contents(of: "\(folder)/site").keys.reduce(into: [:]) { found, path in
          let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/site/\(path)")
          found[path] = attributes[.modificationDate] as? Date
        }
      }
      #expect(try build(folder).status == 0)
      let before = try stamps()
      #expect(try build(folder).status == 0)
      #expect(try stamps() == before)
      // A file that was written anew with the same bytes is the same file.
      let same = try text("articles/dam.md", in: folder)
      try FileManager.default.removeItem(atPath: "\(folder)/articles/dam.md")
      try write(same, "articles/dam.md", in: folder)
      let rewritten = try Program.run(["build"], in: folder, program: Program.quickest)
      #expect(rewritten.status == 0)
      #expect(rewritten.errors.contains("nothing changed since the last build"))
      #expect(try stamps() == before)
      try write(
        MorningTests.article("2031-03-04", "La foire de Montcelle sous la pluie", MorningTests.fair),
        "articles/fair.md",
        in: folder)
      #expect(try build(folder).status == 0)
      let after = try stamps()
      let story = try #require(before.keys.first { $0.hasPrefix("stories/") && $0.hasSuffix("index.html") })
      #expect(after[story] == before[story])
      #expect(after["index.html"] != before["index.html"])
    }
  }

  @Test("An article that its outlet changed is noted beside the edition that used it")
  func changed() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      "articles/fair.md": MorningTests.article("2031-03-06", "La foire sous la pluie", MorningTests.fair),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let before = try text("site/briefs/2031-03-04/index.md", in: folder)
      try write(
        MorningTests.article(
          "2031-03-04", "Le barrage de Valbrune fermé",
          MorningTests.dam.replacingOccurrences(of: "Deux cents", with: "Deux cent vingt")), "articles/dam.md",
        in: folder)
      #expect(try build(folder).status == 0)
      let after = try text("site/briefs/2031-03-04/index.md", in: folder)
      #expect(after.hasPrefix(before.trimmingCharacters(in: .newlines)))
      #expect(after.contains("#corrections"))
      #expect(try text("site/briefs/2031-03-04/index.json", in: folder).contains("\"noted\" : \"2031-03-06\""))
      // The edition quotes the version that it was made from, and that still is proved.
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }

  @Test("A draft stays out of the site until it is approved")
  func approval() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning + "\napprove: true\n",
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      #expect(try build(folder).status == 0)
      #expect(try text("site/drafts/2031-03-04/index.html", in: folder).contains("barrage"))
      #expect(try text("site/drafts/2031-03-04/index.html", in: folder).contains("noindex"))
      for path in ["site/index.html", "site/feed.xml", "site/data/catalogue.jsonl"] {
        #expect(try !text(path, in: folder).contains("barrage"))
      }
      let approved = try Program.run(["approve", "2031-03-04", "--quiet"], in: folder, program: Program.quickest)
      #expect(approved.status == 0, "\(approved.errors)")
      #expect(try text("site/index.html", in: folder).contains("barrage"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/drafts/2031-03-04/index.html"))
      try write(
        MorningTests.article("2031-03-06", "La foire sous la pluie", MorningTests.fair), "articles/fair.md", in: folder)
      #expect(try build(folder).status == 0)
      #expect(try text("site/drafts/2031-03-06/index.html", in: folder).contains("foire"))
      #expect(try !text("site/index.html", in: folder).contains("foire"))
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }

  @Test("An editor's decisions are shown as such and survive new days")
  func overrides() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      "articles/fair.md": MorningTests.article("2031-03-04", "La foire sous la pluie", MorningTests.fair),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let stories = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/stories").sorted()
      let dam = try #require(stories.first { $0.contains("barrage") })
      let fair = try #require(stories.first { $0.contains("foire") })
      try write(
        """
        pin:
          - story: \(fair)
        rename:
          - {story: \(dam), to: "Le barrage, suite"}
        note:
          - {story: \(dam), text: "Relu par la *rédaction*."}
        noindex:
          - story: \(dam)
        merge:
          - stories: [\(dam), \(fair)]
        """, "overrides.yml", in: folder)
      #expect(try build(folder).status == 0)
      try write(
        MorningTests.article("2031-03-05", "Valbrune : une fissure dans le barrage", MorningTests.damLater),
        "articles/dam-later.md", in: folder)
      let later = try build(folder)
      #expect(later.status == 0, "\(later.errors)")
      let pages = Program.contents(of: "\(folder)/site").filter {
        $0.key.hasPrefix("stories/") && $0.key.hasSuffix("index.md")
      }
      let texts = pages.values.map { String(decoding: $0, as: UTF8.self) }
      let story = try #require(texts.first { $0.contains("Le barrage, suite") })
      #expect(story.contains("Relu par la \\*rédaction\\*."))
      #expect(story.contains("Le Phare"))
      #expect(texts.contains { $0.contains("a rejoint une autre page") })
      try write("pin:\n  - {story: x, until: demain}\n", "overrides.yml", in: folder)
      let wrong = try build(folder)
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("overrides.yml:2:"))
    }
  }

  @Test("A redacted person is in no page, no feed and not in the archive")
  func redaction() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      "articles/fair.md": MorningTests.article("2031-03-06", "La foire sous la pluie", MorningTests.fair),
      "articles/named.jsonl": [
        MorningTests.line("", "La Digue", "2031-03-04", "La préfète ferme le barrage", MorningTests.dam)
          .replacing(#""id": """#, with: #""url": "https://digue.example/odile-ferrand-ferme-le-barrage""#),
        MorningTests.line("avis-odileferrand", "La Digue", "2031-03-05", "La préfète", MorningTests.damLater),
        MorningTests.line("sous", "La Digue", "2031-03-05", "Odile Ferrand ne cède pas", MorningTests.dam),
        MorningTests.line("seul", "La Digue", "2031-03-05", "Ferrand sous pression", MorningTests.damLater),
      ].joined(separator: "\n"),
    ]) { folder in
      #expect(try build(folder, "--backfill").status == 0)
      #expect(
        Program.contents(of: "\(folder)/site").values.contains {
          String(decoding: $0, as: UTF8.self).contains("odile-ferrand-ferme")
        })
      let done = try Program.run(
        ["redact", "--person", "Odile Ferrand", "--quiet"], in: folder, program: Program.quickest)
      #expect(done.status == 0, "\(done.errors)")
      #expect(done.errors.contains("cannot reach"))
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
      func check() throws {
        for (path, data) in Program.contents(of: "\(folder)/site") {
          #expect(!path.contains("ferrand"))
          #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("ferrand"), "\(path)")
        }
        for name in ["archive.sqlite", "archive.sqlite-wal"] {
          let data = FileManager.default.contents(atPath: "\(folder)/.daybrief/\(name)") ?? Data()
          for name in ["Ferrand", "ferrand"] { #expect(data.range(of: Data(name.utf8)) == nil) }
        }
      }
      try check()
      // The source has the name still; the next morning does not bring it back, nor the article as another one.
      let articles = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/articles").count
      #expect(try build(folder, "--force").status == 0)
      try check()
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/articles").count == articles)
      let verified = try Program.run(["archive", "verify"], in: folder, program: Program.quickest)
      #expect(verified.status == 0, "\(verified.errors)")
      let gone = try Program.run(["redact", "--article", "fair", "--quiet"], in: folder, program: Program.quickest)
      #expect(gone.status == 0, "\(gone.errors)")
      #expect(try build(folder, "--force").status == 0)
      for (path, data) in Program.contents(of: "\(folder)/site") where path.hasSuffix(".html") {
        #expect(!String(decoding: data, as: UTF8.self).contains("Montcelle"), "\(path)")
      }
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }

  @Test("Rights: of an outlet of links nothing but the headline is printed, of a free one all")
  func rights() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning + "\nrights:\n  Le Phare: link-only\n  La Digue: full\n",
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      "articles/fair.md": MorningTests.article("2031-03-04", "La foire sous la pluie", MorningTests.fair)
        .replacingOccurrences(of: "Le Phare", with: "La Digue"),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let pages = Program.contents(of: "\(folder)/site").filter {
        $0.key.hasSuffix(".html") || $0.key.hasSuffix(".xml")
      }
      .mapValues { String(decoding: $0, as: UTF8.self) }
      for (path, page) in pages { #expect(!page.contains("aucun risque") && !page.contains("gymnase"), "\(path)") }
      let fair = try #require(pages.first { $0.key.hasPrefix("articles/") && $0.key.contains("foire") }?.value)
      for words in ["vingt mille", "devant les premiers", "sous la pluie"] { #expect(fair.contains(words)) }
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }

  @Test("Rights that were made stricter leave no more in editions than they allow, and no trace of what left")
  func stricterRights() throws {
    let days = [
      ("dam", "2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
      ("fair", "2031-03-05", "La foire sous la pluie", MorningTests.fair),
      ("later", "2031-03-05", "Le barrage de Valbrune reste fermé", MorningTests.damLater),
      ("fair2", "2031-03-06", "Montcelle : la foire finit", MorningTests.fair.replacing("vingt", with: "trente")),
    ]
    var files = ["daybrief.yml": Program.morning + "\nrights: {default: full}\n"]
    for (name, day, title, text) in days { files["articles/\(name).md"] = MorningTests.article(day, title, text) }
    for strict in ["", "rights: {Le Phare: link-only}"] {
      try Program.inFolder(files) { folder in
        #expect(try build(folder, "--backfill").status == 0)
        let before = try text("site/briefs/2031-03-05/index.md", in: folder)
        try write(Program.morning + "\n\(strict)\n", "daybrief.yml", in: folder)
        #expect(try build(folder).status == 0)
        let after = try text("site/briefs/2031-03-05/index.md", in: folder)
        #expect(after.utf8.count < before.utf8.count)
        #expect(after.contains("droits de Le Phare") || after.contains("droits du Phare"), "\(after)")
        let check = try Program.run(["check", "site"], in: folder, program: Program.quickest)
        #expect(check.status == 0, "\(check.errors)")
        let built = Program.contents(of: "\(folder)/site")
        #expect(try build(folder, "--force").status == 0)
        let forced = Program.contents(of: "\(folder)/site")
        #expect(forced.keys.sorted() == built.keys.sorted())
        for (path, file) in built { #expect(forced[path] == file, "\(path)") }
      }
    }
  }

  @Test("A damaged archive is kept aside, and the site is made from its sources")
  func damaged() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let site = Program.contents(of: "\(folder)/site")
      try write(
        "this is no database, whatever its name says; it is long enough to be looked at", ".daybrief/archive.sqlite",
        in: folder)
      let made = try build(folder)
      #expect(made.status == 1)
      #expect(made.errors.contains("archive-damaged-1.sqlite"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/.daybrief/archive-damaged-1.sqlite"))
      #expect(Program.contents(of: "\(folder)/site") == site)
      #expect(try Program.run(["archive", "verify"], in: folder).status == 0)
    }
  }

  @Test("Where the sources are gone the good site stands, and the message says what to do")
  func sourcesGone() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let site = Program.contents(of: "\(folder)/site")
      try FileManager.default.removeItem(atPath: "\(folder)/articles")
      let made = try build(folder)
      #expect(made.status == 2)
      #expect(made.errors.contains("--from-archive") && made.errors.contains("articles"))
      #expect(Program.contents(of: "\(folder)/site") == site)
      #expect(try build(folder, "--from-archive").status == 0)
      #expect(Program.contents(of: "\(folder)/site") == site)
    }
  }

  @Test("A build that takes too long publishes nothing")
  func tooLong() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      let made = try build(folder, "--max-duration", "0.000001")
      #expect(made.status == 2)
      #expect(made.errors.contains("--max-duration"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/site/index.html"))
      #expect(try build(folder, "--max-duration", "600").status == 0)
      let report = try text(".daybrief/run.json", in: folder)
      #expect(report.contains("\"articles\" : 1") && report.contains("\"status\" : 0"))
    }
  }

  @Test("Days begin and end in the configured time zone, also when clocks change")
  func summerTime() throws {
    func instant(_ time: String) -> String { MorningTests.article(time, "Titre de \(time)", MorningTests.fair) }
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      // Paris goes to summer time on 2031-03-30, and back on 2031-10-26.
      "articles/a.md": instant("2031-03-29T22:59:00Z"), "articles/b.md": instant("2031-03-29T23:00:00Z"),
      "articles/c.md": instant("2031-03-30T21:59:00Z"), "articles/d.md": instant("2031-03-30T22:00:00Z"),
      "articles/e.md": instant("2031-10-26T22:59:00Z"), "articles/f.md": instant("2031-10-26T23:00:00Z"),
    ]) { folder in
      #expect(try build(folder).status == 0)
      let days = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/briefs").sorted()
      #expect(
        days == [
          "2031-03-29", "2031-03-30", "2031-03-31", "2031-10-26", "2031-10-27", "index.html", "index.json", "index.md",
        ])
    }
  }

  @Test("Of runs that start together one works, and the others say 75 at once")
  func together() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": MorningTests.article("2031-03-04", "Le barrage de Valbrune fermé", MorningTests.dam),
    ]) { folder in
      var rounds: [[Int32]] = []
      for _ in 0..<10 {
        let runs = try (0..<2).map { _ in
          let process = Process()
          process.executableURL = URL(fileURLWithPath: Program.quickest)
          process.arguments = ["build", "--quiet", "--force"]
          process.currentDirectoryURL = URL(fileURLWithPath: folder)
          process.standardError = FileHandle.nullDevice
          try process.run()
          return process
        }
        rounds.append(
          runs.map { run in
            run.waitUntilExit()
            return run.terminationStatus
          }.sorted())
      }
      #expect(rounds.allSatisfy { $0 == [0, 75] || $0 == [0, 0] }, "\(rounds)")
      #expect(rounds.contains([0, 75]))
      #expect(try Program.run(["check", "site", "--quiet"], in: folder).status == 0)
    }
  }
}
