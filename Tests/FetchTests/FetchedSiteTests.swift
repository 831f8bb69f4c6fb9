import Foundation
import NewsModel
import Outside
import Testing

@testable import Fetch
@testable import Pipeline

/// What a run tells, kept.
final class Notes: RunObserver, @unchecked Sendable {
  private let lock = NSLock()
  private var messages: [String] = []
  var told: [String] { lock.withLock { messages } }
  func begin(_ step: String) {}
  func advance(_ done: Int, of total: Int) {}
  func end(_ step: String, _ summary: String) {}
  func tell(_ diagnostic: Diagnostic) { lock.withLock { messages.append(diagnostic.message) } }
}

@Suite("From a list of feeds to a site", .serialized)
struct FetchedSiteTests {
  private static func words(_ subject: String) -> String {
    let sentence = "\(subject) opened again on Monday after six weeks of work on the quay, the town hall said. "
    return "<p>" + String(repeating: sentence, count: 3)
      + "</p><p>\u{201C}We kept to the plan,\u{201D} said Maud Kerbrat, the mayor.</p>"
  }

  private static func feed(_ title: String, _ items: [(String, String)], text: String = "In short\u{2026}") -> String {
    let entries = items.map { name, link in
      "<item><title>\(name)</title><link>\(link)</link><pubDate>Mon, 12 Jan 2026 07:30:00 +0000</pubDate>"
        + "<description>\(text.replacing("<", with: "&lt;"))</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>\(title)</title>\(entries.joined())</channel></rss>"
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "daybrief-fetched-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await body(folder)
  }

  private func build(_ configuration: Configuration, _ folder: String, _ notes: Notes) async -> Pipeline.ExitStatus {
    let request = SiteBuild.Request(
      configuration: configuration, configurationFile: "\(folder)/daybrief.yml", sources: configuration.sources,
      output: "\(folder)/site", jobs: 2)
    return await SiteBuild(request, progress: notes).run()
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("init --opml, fetch and build make a site of saved feeds; the next build needs no server and changes nothing")
  func wholePath() async throws {
    let server = try LocalServer([
      "/page-1?utm_source=rss": { _, connection in
        connection.answer(
          200, ["Content-Type: text/html"], "<html><body><article>\(Self.words("The ferry"))</article></body></html>")
      }
    ])
    defer { server.stop() }
    let feeds = try LocalServer([
      "/cut": { _, connection in
        connection.answer(
          200, [], Self.feed("Cut Feed", [("The ferry sails", server.address + "/page-1?utm_source=rss")]))
      },
      "/whole": { _, connection in
        connection.answer(
          200, [],
          Self.feed(
            "Whole Feed", [("The bridge opens", "https://quay.test/bridge")],
            text: String(repeating: Self.words("The bridge"), count: 3)))
      },
    ])
    defer { feeds.stop() }
    try await inFolder { folder in
      let opml = """
        <opml version="2.0"><body><outline text="The Morning Quay" xmlUrl="\(feeds.address)/cut"/>
        <outline text="Bridge Post" xmlUrl="\(feeds.address)/whole"/><outline text="Gone" xmlUrl="\(feeds.address)/gone"/></body></opml>
        """
      try opml.write(toFile: "\(folder)/list.opml", atomically: true, encoding: .utf8)
      let starter = StarterFiles(
        language: "en", folder: folder, program: "daybrief", feeds: try FeedSource.feeds(inOPML: "\(folder)/list.opml"))
      for file in starter.files { _ = try StarterFiles.write(file, into: folder) }
      var configuration = try Configuration(parsing: text("\(folder)/daybrief.yml"), file: "\(folder)/daybrief.yml")
      configuration.fetch.settings.allowedHosts = ["127.0.0.1"]
      configuration.fetch.settings.pause = 0
      let notes = Notes()
      let clock = Clock(secondsSince1970: 1_768_200_000)
      #expect(FetchJob(configuration, file: "\(folder)/daybrief.yml", progress: notes, clock: clock).run() == .partial)
      #expect(
        notes.told.count == 1 && notes.told.first?.contains("/gone: it is not there any more (status 404)") == true)
      #expect(await build(configuration, folder, notes) == .success)
      let sources = try text("\(folder)/site/sources/index.md")
      #expect(sources.contains("Bridge Post") && sources.contains("The Morning Quay"))
      #expect(
        sources.contains("last read on") && sources.contains("never had, tried since") && sources.contains("not found"))
      let data = try text("\(folder)/site/sources/index.json")
      #expect(data.contains("\"why\"") && data.contains("notFound"))
      #expect(try text("\(folder)/.daybrief/run.json").contains("\"failingSince\" : \"2026-01-12\""))
      // Another build looks at no server, and finds the site as it should be.
      feeds.stop()
      server.stop()
      let before = try Self.contents(of: "\(folder)/site")
      #expect(await build(configuration, folder, notes) == .success)
      try FileManager.default.removeItem(atPath: "\(folder)/site")
      #expect(await build(configuration, folder, notes) == .success)
      #expect(try Self.contents(of: "\(folder)/site") == before)
    }
  }

  private static func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") { contents[path] = data }
    }
    return contents
  }

  @Test("a feed that was empty once is told of until it fills, and no longer")
  func emptyOnce() async throws {
    let count = Counter()
    let server = try LocalServer([
      "/feed": { request, connection in
        let own = "http://\(request.header["host"] ?? "")/page"
        let items = count.next() > 1 ? [("The ferry sails", own)] : []
        connection.answer(200, [], Self.feed("Quay", items, text: Self.words("The ferry")))
      }
    ])
    defer { server.stop() }
    try await inFolder { folder in
      var configuration = Configuration()
      configuration.feeds = [FeedSource(url: server.address + "/feed", title: "The Quay")]
      configuration.fetch.settings.allowedHosts = ["127.0.0.1"]
      configuration.fetch.settings.pause = 0
      for round in 0..<2 {
        let notes = Notes()
        let clock = Clock(secondsSince1970: 1_768_200_000 + Double(round) * 3_600)
        _ = FetchJob(configuration, file: "\(folder)/daybrief.yml", progress: notes, clock: clock).run()
        let status = await build(configuration, folder, notes)
        #expect(notes.told.contains { $0.contains("a feed without entries") } == (round == 0), "\(notes.told)")
        #expect((status == .success) == (round == 1))
      }
    }
  }

  @Test("an entry that several bodies of a feed hold is one article, and its page stands for it")
  func bodies() async throws {
    let count = Counter()
    let server = try LocalServer([
      "/feed": { request, connection in
        let own = "http://\(request.header["host"] ?? "")/page"
        connection.answer(
          200, [],
          Self.feed("Quay", [("The ferry sails", own), ("Item \(count.next())", "http://127.0.0.1:1/\(count.value)")]))
      },
      "/page": { _, connection in
        connection.answer(
          200, ["Content-Type: text/html"], "<html><body><article>\(Self.words("The ferry"))</article></body></html>")
      },
    ])
    defer { server.stop() }
    try await inFolder { folder in
      var configuration = Configuration()
      configuration.feeds = [FeedSource(url: server.address + "/feed", title: "The Quay")]
      configuration.fetch.settings.allowedHosts = ["127.0.0.1"]
      configuration.fetch.settings.pause = 0
      let notes = Notes()
      for round in 0..<3 {
        let clock = Clock(secondsSince1970: 1_768_200_000 + Double(round) * 3_600)
        _ = FetchJob(configuration, file: "\(folder)/daybrief.yml", progress: notes, clock: clock).run()
        #expect(await build(configuration, folder, notes) == .success, "\(notes.told)")
      }
      let sources = try text("\(folder)/site/sources/index.json")
      #expect(try text("\(folder)/site/stories/the-ferry-sails/index.md").contains("We kept to the plan"))
      let page = try JSONSerialization.jsonObject(with: Data(sources.utf8)) as? [String: Any]
      let outlets = page?["outlets"] as? [[String: Any]]
      #expect(outlets?.compactMap { $0["name"] as? String } == ["The Quay"])
      #expect((outlets?.first?["articles"] as? [Any])?.count == 4)
    }
  }

  @Test("an entry that changed is a new wording of its article, also under a new address, and its page says so")
  func changed() async throws {
    let count = Counter()
    let server = try LocalServer([
      "/feed": { _, connection in
        let number = count.next()
        let text = Self.words(number == 1 ? "The ferry" : "The new ferry").replacing("<", with: "&lt;")
        connection.answer(
          200, [],
          "<rss><channel><title>Quay</title><item><title>The ferry sails</title><guid>quay-7</guid>"
            + "<link>https://quay.test/ferry-\(number)</link><pubDate>Mon, 12 Jan 2026 07:30:00 +0000</pubDate>"
            + "<description>\(text)</description></item></channel></rss>")
      }
    ])
    defer { server.stop() }
    try await inFolder { folder in
      var configuration = Configuration()
      configuration.settings.language = "en"
      configuration.feeds = [FeedSource(url: server.address + "/feed", title: "The Quay", followsPages: false)]
      configuration.fetch.settings.allowedHosts = ["127.0.0.1"]
      configuration.fetch.settings.pause = 0
      let notes = Notes()
      for round in 0..<2 {
        let clock = Clock(secondsSince1970: 1_768_200_000 + Double(round) * 3_600)
        #expect(
          FetchJob(configuration, file: "\(folder)/daybrief.yml", progress: notes, clock: clock).run() == .success)
        #expect(await build(configuration, folder, notes) == .success, "\(notes.told)")
        let page = try text("\(folder)/site/articles/the-ferry-sails/index.md")
        #expect(page.contains("2 wordings read") == (round == 1))
        #expect(page.contains("after the edition of 12 January 2026") == (round == 1))
      }
      let data = try text("\(folder)/site/articles/the-ferry-sails/index.json")
      #expect(data.contains("\"versions\"") && data.contains("\"seenAfter\" : \"2026-01-12\""), "\(data.prefix(800))")
      let articles = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site/articles")
      #expect(articles == ["the-ferry-sails"])
    }
  }

  @Test("keys of fetching are read, and what is wrong with them is told")
  func configuration() throws {
    let text = """
      feeds: [{url: "https://quay.test/feed", pages: false}]
      fetch: {pages: true, folder: in, contact: a@quay.test, pause: 0.5, timeout: 5, longest: 60, largest: 2, allow: [LocalHost], proxy: "http://p.test:3128"}
      """
    let read = try Configuration(parsing: text, file: "x/daybrief.yml")
    #expect(read.feeds.first?.followsPages == false)
    #expect(read.fetch.path(configurationFile: "x/daybrief.yml") == "x/in")
    #expect(read.fetch.settings.allowedHosts == ["localhost"] && read.fetch.settings.largestAnswer == 2 << 20)
    #expect(Configuration().fetch.path(configurationFile: "x/daybrief.yml") == "x/.daybrief/fetched")
    for wrong in [
      "fetch: 3", "fetch: {pause: -1}", "fetch: {pagse: true}", "fetch: {proxy: p}",
      "feeds: [{url: \"https://a.test\", pages: maybe}]",
    ] {
      #expect(throws: ConfigurationError.self, "\(wrong)") { try Configuration(parsing: wrong, file: "daybrief.yml") }
    }
    let readme = try String(
      contentsOfFile: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/README.md", encoding: .utf8)
    for key in FetchPlan.keys { #expect(readme.contains("\n  \(key.name): "), "\(key.name)") }
  }
}
