import Foundation
import Testing

/// What becomes of editions that are out, with the program as it is built.
@Suite("Editions that are out, day after day", .serialized)
struct EditionKeepingTests {
  /// Behind each text sentences about nothing, so that a quarter of the words gives room for the others.
  private static func article(_ day: String, _ title: String, _ source: String, _ text: String) -> String {
    "---\ntitle: \(title)\nsource: \(source)\npublished: \(day)\n---\n\n\(text)\n"
  }

  private static let dam = """
    Le barrage de Valbrune a été fermé mardi par la préfecture, a annoncé Odile Ferrand, préfète de la Sarine. Deux \
    cents habitants ont été évacués vers le gymnase de Lestrac. « Nous ne prendrons aucun risque », a déclaré Odile \
    Ferrand.

    Sur la place, les marchands rangeaient leurs étals en parlant du temps qu’il ferait au mois d’avril. Une radio \
    jouait une valse ancienne derrière une fenêtre ouverte, et personne ne songeait à la fermer. Plus tard, quand la \
    lumière baissa, on alluma des lampions entre les platanes et l’on sortit quelques chaises de paille.
    """
  private static let fair = """
    La foire aux laines de Montcelle a ouvert ses portes mercredi sous une pluie battante. Le maire Basile Orvan attend \
    vingt mille visiteurs. « Il ne manque que le soleil », a déclaré le maire Basile Orvan devant les éleveurs.

    Des gamins couraient d’un enclos à l’autre avec des cerfs-volants de papier, sans regarder ni les chiens ni les \
    passants. Une odeur de foin mouillé flottait au-dessus des bancs, mêlée à celle des crêpes et du cidre chaud. Les \
    plus vieux comparaient les hivers, les toisons, les routes d’autrefois, et riaient fort de leurs propres histoires.
    """
  private static let bridge = """
    Le pont de Castelroc rouvrira samedi après deux ans de travaux, a annoncé la maire Sidonie Blanc. Les bus passeront \
    dès dimanche. « Nous avons tenu le calendrier », a déclaré Sidonie Blanc.

    Un héron attendait sous l’arche, immobile, pendant que deux pêcheurs démêlaient leurs lignes en silence. Au loin \
    sonnait la cloche d’une école, puis plus rien que l’eau contre les pierres et le vent dans les roseaux jaunes. Trois \
    péniches passèrent l’une derrière l’autre, chargées de sable, et leurs mariniers saluèrent d’un geste lent.
    """

  /// Two articles of one day, and one of the next: the first day's edition is closed.
  private func twoMornings(_ body: (Morning) throws -> Void) throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": EditionKeepingTests.article(
        "2026-03-04", "Le barrage de Valbrune : fermé", "Le Phare", EditionKeepingTests.dam),
      "articles/fair.md": EditionKeepingTests.article(
        "2026-03-04", "La foire sous la pluie", "La Digue", EditionKeepingTests.fair),
    ]) { folder in
      let morning = Morning(folder: folder)
      try morning.build()
      try morning.write(
        EditionKeepingTests.article("2026-03-05", "Le pont rouvre", "La Digue", EditionKeepingTests.bridge),
        "articles/bridge.md")
      try morning.build()
      try body(morning)
    }
  }

  /// A site in a folder.
  private struct Morning {
    let folder: String
    static let edition = "site/briefs/2026-03-04/index.md"

    @discardableResult
    func build(_ more: String..., status: Int32 = 0) throws -> Program.Outcome {
      let outcome = try Program.run(["build", "--quiet"] + more, in: folder, program: Program.quickest)
      #expect(outcome.status == status, "\(outcome.errors)")
      return outcome
    }

    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, in: folder, program: Program.quickest)
    }

    func check() throws {
      let checked = try run("check", "site", "--quiet")
      #expect(checked.status == 0, "\(checked.errors)")
    }

    func write(_ text: String, _ path: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8) }

    /// The lines of the first edition, without its corrections.
    func edition() throws -> [Substring] {
      let text = try text(Morning.edition)
      let end = text.range(of: "## [](# \"#corrections")?.lowerBound ?? text.endIndex
      return text[..<end].split(separator: "\n")
    }

    /// Builds everything anew and finds the same bytes.
    func isSameByForce() throws {
      let site = Program.contents(of: "\(folder)/site")
      try build("--force")
      let whole = Program.contents(of: "\(folder)/site")
      #expect(Set(site.keys).union(whole.keys).filter { site[$0] != whole[$0] }.sorted() == [])
    }
  }

  @Test("Rights that become stricter reach an edition that is out, which says so and keeps its other words")
  func rights() throws {
    try twoMornings { morning in
      let before = try morning.edition()
      #expect(before.contains { $0.contains("fermé mardi") } && before.contains { $0.contains("aucun risque") })
      try morning.write(Program.morning + "\nrights: {Le Phare: link-only}\n", "daybrief.yml")
      try morning.build()
      let after = try morning.edition()
      #expect(Set(after).isSubset(of: Set(before)) && after.count < before.count)
      let text = try morning.text(Morning.edition)
      #expect(!text.contains("fermé mardi") && !text.contains("aucun risque"))
      #expect(text.contains("Le barrage de Valbrune : fermé") && text.contains("que le soleil"))
      #expect(text.contains("Les droits de Le Phare ont changé") && text.contains("passages retirés"))
      try morning.check()
      try morning.isSameByForce()
      // Rights that are loosened again bring nothing back.
      try morning.write(Program.morning, "daybrief.yml")
      try morning.build()
      #expect(try morning.edition() == after)
    }
  }

  @Test("An article that its outlet changed is told with the words that left and those that came")
  func changed() throws {
    try twoMornings { morning in
      let before = try morning.edition()
      let text = EditionKeepingTests.dam.replacingOccurrences(of: "fermé mardi", with: "fermé lundi soir")
      try morning.write(
        EditionKeepingTests.article("2026-03-04", "Le barrage de Valbrune : fermé", "Le Phare", text),
        "articles/dam.md")
      try morning.build()
      #expect(try morning.edition() == before)
      let told = try morning.text(Morning.edition).split(separator: "\n").filter { $0.contains("Maintenant") }
      #expect(told.count == 1 && told[0].contains("fermé mardi") && told[0].contains("fermé lundi soir"), "\(told)")
      #expect(try morning.text("site/briefs/2026-03-04/index.json").contains("\"before\" : {"))
      try morning.check()
      try morning.isSameByForce()
    }
  }

  @Test("A redaction takes the name out of an edition that is out, and no later news comes in")
  func redactedPerson() throws {
    try twoMornings { morning in
      let before = try morning.edition()
      let done = try morning.run("redact", "--person", "Odile Ferrand", "--quiet")
      #expect(done.status == 0, "\(done.errors)")
      let after = try morning.edition()
      #expect(after.count == before.count)
      for (old, new) in zip(before, after) where old != new {
        #expect(old.contains("Ferrand") && new.contains("█████"), "\(old)")
      }
      #expect(!after.contains { $0.lowercased().contains("ferrand") } && !after.contains { $0.contains("Castelroc") })
      let page = try morning.text(Morning.edition)
      #expect(page.contains("à la demande d’une personne concernée") && !page.contains("Un article a été retiré"))
      try morning.check()
      try morning.isSameByForce()
    }
  }

  @Test("An article that is redacted leaves an edition that is out with its story, and all else stays")
  func redactedArticle() throws {
    try twoMornings { morning in
      let before = try morning.edition()
      let done = try morning.run("redact", "--article", "fair", "--quiet")
      #expect(done.status == 0, "\(done.errors)")
      let after = try morning.edition()
      #expect(after.allSatisfy { before.contains($0) || $0.contains("█████") })
      #expect(before.contains { $0.contains("soleil") } && !after.contains { $0.contains("soleil") })
      #expect(after.contains { $0.contains("aucun risque") } && !after.contains { $0.contains("Castelroc") })
      let page = try morning.text(Morning.edition)
      #expect(page.contains("Un article a été retiré, avec ce que") && !page.contains("personne concernée"))
      #expect(try morning.text("site/briefs/2026-03-04/index.json").contains("\"kind\" : \"redacted-article\""))
      #expect(try morning.text("site/articles/la-foire-sous-la-pluie/index.md").contains("a été retiré"))
      try morning.check()
    }
  }

  @Test("A day in the past is shown as its edition is out")
  func past() throws {
    try twoMornings { morning in
      let latest = try morning.text("site/index.md")
      try morning.build("--date", "2026-03-04")
      let front = try morning.text("site/index.md")
      #expect(front == (try morning.text(Morning.edition)).replacingOccurrences(of: "(\\../../", with: "("))
      #expect(front.contains("barrage") && !front.contains("pont"))
      try morning.check()
      try morning.build()
      #expect(try morning.text("site/index.md") == latest)
    }
  }

  @Test("A slip of the pen in a date takes no front page, and is told until it is corrected")
  func slip() throws {
    try twoMornings { morning in
      let wrong = EditionKeepingTests.article(
        "2062-03-05", "Une course en sac", "La Digue", "Douze enfants ont couru en sac hier à Montcelle.")
      try morning.write(wrong, "articles/race.md")
      for _ in 0..<2 {
        let built = try morning.build(status: 1)
        #expect(built.errors.contains("race.md") && built.errors.contains("2062-03-05"), "\(built.errors)")
        #expect(try morning.text("site/index.md").contains("Jeudi 5 mars 2026"))
        #expect(try morning.text("site/undated/index.md").contains("Une course en sac"))
      }
      #expect(!FileManager.default.fileExists(atPath: "\(morning.folder)/site/briefs/2062-03-05"))
      #expect(try !morning.text("site/timeline/index.md").contains("2062"))
      try morning.write(wrong.replacingOccurrences(of: "2062", with: "2026"), "articles/race.md")
      try morning.build()
      #expect(try morning.text("site/index.md").contains("Une course en sac"))
      try morning.check()
    }
  }

  @Test("A pinned story of an earlier day is on the front page until its pin ends")
  func pinned() throws {
    try twoMornings { morning in
      let stories = try FileManager.default.contentsOfDirectory(atPath: "\(morning.folder)/site/stories")
      let dam = try #require(stories.first { $0.contains("barrage") })
      #expect(try !morning.text("site/index.md").contains("aucun risque"))
      try morning.write("pin:\n  - {story: \(dam), until: 2026-03-05}\n", "overrides.yml")
      try morning.build()
      let front = try morning.text("site/index.md")
      #expect(front.contains("Le barrage de Valbrune : fermé") && front.contains("En tête (rédaction)"))
      // The quotes of the day are of the day, whatever the editor puts first.
      #expect(front.contains("tenu le calendrier") && !front.contains("aucun risque"))
      try morning.check()
      try morning.isSameByForce()
      try morning.write(
        EditionKeepingTests.article(
          "2026-03-06", "Une fête au port", "La Digue", "Le port de Lestrac fête ses marins."),
        "articles/feast.md")
      try morning.build()
      #expect(try !morning.text("site/index.md").contains("En tête (rédaction)"))
    }
  }

  @Test("A source file whose path has the name of a redacted person is read, and the archive keeps no such path")
  func redactedPath() throws {
    try twoMornings { morning in
      try FileManager.default.createDirectory(
        atPath: "\(morning.folder)/articles/odile-ferrand", withIntermediateDirectories: true)
      try morning.write(
        EditionKeepingTests.article("2026-03-05", "Une autre", "La Digue", "Le port de Lestrac fête ses marins."),
        "articles/odile-ferrand/feast.md")
      try morning.write("{not a line}\n", "articles/odile-ferrand/broken.jsonl")
      try morning.build(status: 1)
      #expect(try morning.run("redact", "--person", "Odile Ferrand", "--quiet").status == 0)
      for arguments in [[], ["--force"], []] {
        let built = try Program.run(
          ["build"] + arguments, in: morning.folder, program: Program.quickest)
        #expect(built.status == 1 && built.errors.contains("█████/broken.jsonl:1"), "\(built.errors)")
        #expect(try morning.text("site/index.md").contains("Une autre"))
        // Neither what is published nor what is kept has the path.
        for (path, data) in Program.contents(of: "\(morning.folder)/.daybrief")
          .merging(Program.contents(of: "\(morning.folder)/site"), uniquingKeysWith: { $1 })
        {
          #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("odile-ferrand"), "\(path)")
        }
      }
      // A file that did not change is not read again, by whatever it is known.
      let again = try morning.run("build", "--since", "2026-03-05")
      #expect(again.errors.contains("from 5 files; 0 files read"), "\(again.errors)")
      try morning.write(
        EditionKeepingTests.article("2026-03-05", "Une autre fête", "La Digue", "Le port de Lestrac fête ses marins."),
        "articles/odile-ferrand/feast.md")
      try morning.build(status: 1)
      #expect(try morning.text("site/index.md").contains("Une autre fête"))
    }
  }

  @Test("A known story of which a headline or a figure changed is not told as unchanged")
  func revised() throws {
    try twoMornings { morning in
      let stories = try FileManager.default.contentsOfDirectory(atPath: "\(morning.folder)/site/stories")
      let dam = try #require(stories.first { $0.contains("barrage") })
      try morning.write("pin:\n  - {story: \(dam), until: 2026-03-05}\n", "overrides.yml")
      try morning.build()
      func news() throws -> [Substring] {
        try morning.text("site/index.md").split(separator: "\n")
          .filter { $0.contains("list.news") && $0.contains("/\(dam)/") }
      }
      #expect(try news().map { $0.contains("Inchangé") } == [true])
      let text = EditionKeepingTests.dam.replacingOccurrences(of: "Deux cents habitants", with: "Trois cents habitants")
      #expect(text != EditionKeepingTests.dam)
      func write(_ title: String) throws {
        try morning.write(EditionKeepingTests.article("2026-03-04", title, "Le Phare", text), "articles/dam.md")
        try morning.build()
      }
      try write("Le barrage de Valbrune : fermé")
      #expect(try news().map { $0.contains("Du nouveau dans") && $0.contains("(1 article modifié)") } == [true])
      #expect(try morning.text("site/index.json").contains("\"revised\""))
      try morning.build("--force")
      #expect(try news().map { $0.contains("(1 article modifié)") } == [true])
      try write("Le barrage de Valbrune évacué")
      #expect(try news().map { $0.contains("(titre modifié, 1 article modifié)") } == [true])
      try morning.check()
      try morning.isSameByForce()
    }
  }

  @Test("The page of an article says what its outlet's rights allow, not that all are excerpts")
  func rightsOfPages() throws {
    try twoMornings { morning in
      func line(_ page: String) throws -> Substring? {
        try morning.text("site/articles/\(page)/index.md").split(separator: "\n").first { $0.contains("\".editor\")[") }
      }
      let (dam, fair) = ("le-barrage-de-valbrune-ferme", "la-foire-sous-la-pluie")
      #expect(try line(dam)?.contains("Extraits.") == true && line(dam)?.contains("tient la place") == true)
      try morning.write(Program.morning + "\nrights: {Le Phare: full, La Digue: link-only}\n", "daybrief.yml")
      try morning.build()
      let (full, link) = (try #require(try line(dam)), try #require(try line(fair)))
      #expect(full.contains("[Texte intégral.]") && !full.contains("Extraits") && !full.contains("tient la place"))
      #expect(link.contains("[Titre et lien.]") && !link.contains("Extraits") && !link.contains("mots publiés"))
      try morning.check()
    }
  }

  @Test("An article that the editor hides is told beside the edition with its words, and its page says that it went")
  func hidden() throws {
    try twoMornings { morning in
      let before = try morning.edition()
      try morning.write("hide:\n  - article: fair\n", "overrides.yml")
      try morning.build()
      #expect(try morning.edition() == before)
      let told = try morning.text(Morning.edition).dropFirst(before.joined(separator: "\n").count)
      #expect(told.contains("a été retiré") && told.contains("que le soleil"))
      let gone = try morning.text("site/articles/la-foire-sous-la-pluie/index.md")
      #expect(gone.contains("a été retiré") && gone.contains("décision de la rédaction"))
      try morning.check()
      try morning.isSameByForce()
      try morning.write("# nothing\n", "overrides.yml")
      try morning.build()
      #expect(try morning.text("site/articles/la-foire-sous-la-pluie/index.md").contains("Montcelle"))
      #expect(try !morning.text(Morning.edition).contains("a été retiré"))
      try morning.check()
      // Of an outlet that may be printed in full the edition holds more than an excerpt: nothing says so any more.
      let settings = try morning.text("daybrief.yml")
      try morning.write(settings + "\nrights: {default: full}\n", "daybrief.yml")
      try morning.write(
        EditionKeepingTests.article("2026-03-05", "Le port fête", "La Digue", "Le port de Lestrac fête ses marins."),
        "articles/port.md")
      try morning.build()
      try morning.write("hide:\n  - article: port\n", "overrides.yml")
      try morning.write(
        EditionKeepingTests.article("2026-03-06", "Après la fête", "La Digue", "Le port de Lestrac est vide."),
        "articles/empty.md")
      try morning.build()
      try morning.check()
    }
  }

  @Test("What an outlet corrects is told beside each edition that printed it, not the first alone")
  func correctedInEach() throws {
    func article(_ number: String) -> String {
      EditionKeepingTests.article(
        "2026-03-02", "Le quai de Brestan", "La Digue",
        "Le quai de Brestan compte \(number) anneaux, selon la mairie. La mairie de Brestan attend les marins.")
    }
    func follow(_ day: String) -> String {
      EditionKeepingTests.article(
        day, "Le quai de Brestan, suite", "Le Phare du \(day)",
        "Le quai de Brestan compte douze anneaux, selon la mairie. La mairie de Brestan attend les marins du \(day).")
    }
    try twoMornings { morning in
      let settings = try morning.text("daybrief.yml")
      try morning.write(settings + "\nrights: {default: full}\n", "daybrief.yml")
      try morning.write(article("douze"), "articles/quay.md")
      try morning.build("--backfill")
      for day in ["2026-03-06", "2026-03-07"] {
        try morning.write(follow(day), "articles/quay-\(day).md")
        try morning.build()
      }
      try morning.write(
        EditionKeepingTests.article("2026-03-08", "Autre chose", "La Digue", "Le port de Lestrac est vide."),
        "articles/empty.md")
      try morning.build()
      try morning.write(article("quinze"), "articles/quay.md")
      try morning.build()
      let printing = try ["2026-03-06", "2026-03-07"].filter {
        try morning.text("site/briefs/\($0)/index.json").contains("\"article\" : \"quay\"")
      }
      #expect(!printing.isEmpty)
      for day in printing {
        #expect(try morning.text("site/briefs/\(day)/index.md").contains("modifié depuis"), "\(day)")
      }
      try morning.check()
      try morning.isSameByForce()
    }
  }

  @Test("Links of editions to pages and anchors hold when stories merge, and when they part both say so")
  func mergedAndParted() throws {
    try twoMornings { morning in
      let stories = try FileManager.default.contentsOfDirectory(atPath: "\(morning.folder)/site/stories").sorted()
      let dam = try #require(stories.first { $0.contains("barrage") })
      let fair = try #require(stories.first { $0.contains("foire") })
      try morning.write("merge:\n  - stories: [\(dam), \(fair)]\n", "overrides.yml")
      try morning.build()
      try morning.check()
      #expect(try morning.text("site/stories/\(fair)/index.md").contains("a rejoint une autre page"))
      // An editor who takes a decision back finds the pages as they were.
      try morning.write("# nothing\n", "overrides.yml")
      try morning.build()
      let parts = try [dam, fair].map { try morning.text("site/stories/\($0)/index.md") }
      #expect(
        parts.contains { $0.contains("s’est détaché de") } && parts.contains { $0.contains("a désormais sa page") })
      try morning.check()
      try morning.isSameByForce()
    }
  }

  @Test("A build of some articles leaves no link of an earlier edition without a page")
  func someSources() throws {
    try twoMornings { morning in
      try morning.build("articles/dam.md", "--output", "part")
      try morning.build("articles/bridge.md", "--output", "part")
      #expect(FileManager.default.fileExists(atPath: "\(morning.folder)/part/briefs/2026-03-04/index.html"))
      let checked = try morning.run("check", "part", "--quiet")
      #expect(checked.status == 0, "\(checked.errors)")
    }
  }

  @Test("Messages count in words that fit, and a configuration that is wrong is told without a usage text")
  func messages() throws {
    try Program.inFolder([
      "daybrief.yml": Program.morning,
      "articles/dam.md": EditionKeepingTests.article("2026-03-04", "Le barrage", "Le Phare", EditionKeepingTests.dam),
    ]) { folder in
      let morning = Morning(folder: folder)
      let built = try morning.run("build")
      #expect(built.errors.contains("1 story, 1 thread") && built.errors.contains("1 article from 1 file;"))
      #expect(try morning.run("archive", "backup", "copy.sqlite").status == 0)
      let copy = FileManager.default.contents(atPath: "\(folder)/copy.sqlite")
      let again = try morning.run("archive", "backup", "copy.sqlite")
      #expect(again.status == 1 && again.errors.contains("--force") && again.errors.contains("copy.sqlite"))
      #expect(FileManager.default.contents(atPath: "\(folder)/copy.sqlite") == copy)
      #expect(try morning.run("archive", "backup", "copy.sqlite", "--force").status == 0)
      try morning.write("title: [x\nsources: [articles]\n", "daybrief.yml")
      let wrong = try morning.run("build")
      #expect(wrong.status == 64 && wrong.errors.hasPrefix("daybrief: daybrief.yml:"), "\(wrong.errors)")
      #expect(!wrong.errors.contains("Usage") && wrong.errors.contains("quotes"))
    }
  }

  @Test("A run that is asked to end as soon as it begins ends in good order")
  func asSoonAsItBegins() throws {
    try twoMornings { morning in
      // The loader's own time before the program begins cannot be its own, and takes longer on a busy machine: there a
      // run ends by the signal itself (143). One that has begun says how it ended.
      let outcome = try Program.shell(
        """
        for delay in 0.01 0.02 0.03 0.05 0.08 0.5; do
          "$0" build --quiet --force 2>/dev/null & process=$!
          sleep $delay; kill -TERM $process; wait $process; echo $?
        done
        """, in: morning.folder)
      let statuses = outcome.output.split(separator: "\n").compactMap { Int32($0) }
      #expect(statuses.count == 6 && statuses.allSatisfy { [0, 1, 2, 143].contains($0) }, "\(statuses)")
      #expect(statuses.last != 143)
      try morning.build()
      try morning.check()
    }
  }
}
