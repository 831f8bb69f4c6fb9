import Fetch
import NewsModel
import Publish
import Testing

@testable import Pipeline

@Suite("Configuration")
struct ConfigurationTests {
  private func error(_ text: String) -> ConfigurationError? {
    do {
      _ = try Configuration(parsing: text, file: "daybrief.yml")
      return nil
    } catch {
      return error
    }
  }

  @Test("Every key is read")
  func all() throws {
    let text = """
      title: Le brief
      language: en
      baseURL: https://example.org/brief
      timeZone: Europe/Paris
      publisher: Nous
      contact: nous@example.org
      emailFrom: brief@example.org
      llms: true
      sources: [inbox, more/*.txt]
      feeds: [https://phare.test/feed]
      fetch: {pages: false, pause: 2}
      leaveOut: ["drafts/*"]
      aliases: [[Kyiv, Kiev]]
      output: out
      templates: mine
      theme: gazette
      overrides: ours.yml
      rights: {default: full, Le Phare: link-only}
      noindex: true
      approve: yes
      sendDrafts: true
      watch: [Odile Brun, barrage]
      staleAfter: 4
      publication: swap
      compress: [br, gz]
      targets: [{rsync: "me@example.org:/srv/", options: [--bwlimit=9]}, {git: pages.git, name: p}, {s3: "s3://b/c/d"}]
      """
    let configuration = try Configuration(parsing: text, file: "there/daybrief.yml")
    #expect(configuration.settings.title == "Le brief")
    #expect(configuration.settings.language == "en")
    #expect(configuration.settings.baseURL == "https://example.org/brief/")
    #expect(configuration.settings.timeZone == "Europe/Paris")
    #expect(configuration.settings.publisher == "Nous")
    #expect(configuration.settings.contact == "nous@example.org")
    #expect(configuration.emailFrom == "brief@example.org" && configuration.settings.guidesModels)
    #expect(configuration.sources == ["there/inbox", "there/more/*.txt"])
    #expect(configuration.feeds == [FeedSource(url: "https://phare.test/feed")])
    #expect(!configuration.fetch.settings.followsPages && configuration.fetch.settings.pause == 2)
    #expect(configuration.leaveOut == ["drafts/*"])
    #expect(configuration.aliases == [["Kyiv", "Kiev"]])
    #expect(configuration.output == "there/out")
    #expect(configuration.templates == "there/mine")
    #expect(configuration.theme == "gazette")
    #expect(configuration.overrides == "there/ours.yml")
    #expect(configuration.settings.rights(of: "LE PHARE") == .linkOnly)
    #expect(configuration.settings.rights(of: nil) == .full)
    #expect(configuration.settings.isUnindexed && configuration.approve)
    #expect(configuration.publication.sendsDrafts && !PublicationSettings().sendsDrafts)
    #expect(configuration.staleAfter == 4)
    #expect(configuration.settings.watch == ["Odile Brun", "barrage"])
    #expect(configuration.publication.mode == .swap)
    #expect(configuration.publication.compressions == [.gz, .br])
    let targets = configuration.publication.targets
    #expect(targets.map(\.name) == ["rsync", "p", "s3"])
    #expect(targets.first == Target(name: "rsync", place: .rsync("me@example.org:/srv/"), options: ["--bwlimit=9"]))
    #expect(targets.last?.place == .s3(bucket: "b", prefix: "c/d/", endpoint: nil))
    #expect(text.split(separator: "\n").count == Configuration.keys.count, "a key has no test")
  }

  @Test("An unknown key names the line and the near key")
  func unknown() {
    let found = error("title: x\nsuorces: [a]\n")
    #expect(found?.line == 2)
    #expect(found?.reason.contains("did you mean \"sources\"?") == true)
    #expect(error("zzzzzzzz: 1")?.reason.contains("did you mean") == false)
  }

  @Test("Rights that are none are told with the line of their outlet, and the near word")
  func wrongRights() {
    let found = error("title: x\nrights:\n  Le Phare: full\n  La Digue: linkonly\n")
    #expect(found?.line == 4)
    #expect(found?.reason.contains("\"La Digue\"") == true)
    #expect(found?.reason.contains("not \"linkonly\"; did you mean \"link-only\"?") == true)
    #expect(error("title: x\nrights: {Le Phare: linkonly}\n")?.line == 2)
    let lines = try? Configuration(parsing: "rights:\n  Le Phare: full\n  La Digue: full\n", file: "daybrief.yml")
      .rightsLines
    #expect(lines == ["le phare": 2, "la digue": 3])
  }

  @Test(
    "A wrong value says what is expected",
    arguments: [
      ("publication: magic", "in-place"), ("compress: [gz, zip]", "br"),
      ("targets: x", "list"), ("targets: [{ftp: x}]", "rsync"), ("targets: [{rsync: --delete}]", "dash"),
      ("targets: [{git: 'https://me:secret@example.org/x'}]", "password"), ("targets: [{s3: bucket}]", "s3://"),
      ("targets: [{rsync: a, branch: b}]", "git"), ("targets: [{rsync: a, name: ../x}]", "letters"),
      ("targets: [{rsync: a, name: x}, {git: b, name: x}]", "two targets"), ("targets: [{rsync: a, nam: x}]", "name"),
      ("language: de", "fr"),
      ("baseURL: example.org", "https://"), ("timeZone: Mars/Olympus", "Europe/Paris"),
      ("sources: {a: b}", "list"), ("aliases: [Kyiv]", "two names"), ("title: [x]", "title"), ("- a", "key: value"),
      ("title: \"x", "YAML"),
    ])
  func wrong(text: String, expected: String) {
    #expect(error(text)?.reason.contains(expected) == true)
    #expect(error(text)?.line != nil)
  }

  @Test("The starter configuration is one, in both languages", arguments: ["fr", "en"])
  func starter(language: String) throws {
    let text = ConfigurationText(language: language).text
    let configuration = try Configuration(parsing: text, file: "daybrief.yml")
    #expect(configuration.sources == ["articles"])
    for key in Configuration.keys { #expect(text.contains("\(key.name): ")) }
    // What stands behind a comment sign is right too.
    let whole = text.split(separator: "\n").map { line in
      line.hasPrefix("# ") && Configuration.keys.contains { line.hasPrefix("# \($0.name): ") }
        ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    let complete = try Configuration(parsing: whole, file: "daybrief.yml")
    #expect(complete.aliases == [["Kyiv", "Kiev"]])
  }
}
