import Foundation
import Synchronization
import Testing

@testable import Fetch

@Suite("Fetching", .serialized)
struct FetcherTests {
  private static let feed = FetchFixture.feed(["The ferry sails again"])

  private func serving(
    _ behaviours: [String: LocalServer.Behaviour], _ body: (LocalServer, FetchFixture) throws -> Void
  ) throws {
    let server = try LocalServer(behaviours)
    defer { server.stop() }
    try body(server, FetchFixture())
  }

  @Test("validators come back, and only with what they are of")
  func conditional() throws {
    try serving([
      "/feed": { request, connection in
        if request.header["if-none-match"] == "\"v1\"" { return connection.answer(304) }
        connection.answer(200, ["ETag: \"v1\"", "Last-Modified: Sat, 21 Nov 2026 06:00:00 GMT"], Self.feed)
      }
    ]) { server, fixture in
      let address = server.address + "/feed"
      #expect(fixture.outcome(address) == .new)
      #expect(fixture.outcome(address) == .unchanged)
      #expect(server.requests.last?.header["if-modified-since"] == "Sat, 21 Nov 2026 06:00:00 GMT")
      #expect(fixture.body(address) == Self.feed)
      // Without the body the validators are worth nothing.
      try FileManager.default.removeItem(atPath: fixture.folder.path + "/feeds")
      #expect(fixture.outcome(address) == .new)
      #expect(server.requests.last?.header["if-none-match"] == nil)
    }
  }

  @Test("who asks says so, and takes compressed answers")
  func agent() throws {
    try serving([
      "/feed": { _, connection in
        connection.answer(200, ["Content-Encoding: gzip"], bytes: LocalServer.gzip(Array(Self.feed.utf8)))
      }
    ]) { server, fixture in
      fixture.settings.agent = FetchSettings.agent(version: "1.2", contact: "desk@quay.test\r\nX-Evil: 1")
      #expect(fixture.outcome(server.address + "/feed") == .new)
      #expect(fixture.body(server.address + "/feed") == Self.feed)
      let header = server.requests.first?.header ?? [:]
      #expect(header["user-agent"]?.hasPrefix("daybrief/1.2 (") == true)
      #expect(header["user-agent"]?.contains("desk@quay.test") == true)
      #expect(header["x-evil"] == nil)
      #expect(header["accept-encoding"]?.contains("gzip") == true)
    }
  }

  @Test("what holds longer is not asked for, what changed is kept beside what was")
  func freshness() throws {
    let count = Counter()
    try serving([
      "/feed": { _, connection in
        connection.answer(
          200, ["Cache-Control: public, max-age=600", "Age: 100"], FetchFixture.feed(["Edition \(count.next())"]))
      }
    ]) { server, fixture in
      let address = server.address + "/feed"
      #expect(fixture.outcome(address) == .new)
      fixture.now += 499
      #expect(fixture.outcome(address) == .fresh)
      fixture.now += 2
      #expect(fixture.outcome(address) == .new)
      #expect(fixture.folder.bodies(ofFeed: address).count == 2)
      #expect(fixture.body(address) == FetchFixture.feed(["Edition 2"]))
      // Old bodies go, the newest stays.
      fixture.now += 10 * 86_400
      #expect(fixture.outcome(address) == .new)
      #expect(fixture.folder.bodies(ofFeed: address).count == 1)
    }
  }

  @Test("what failed is left alone for longer each time, and that is remembered")
  func backOff() throws {
    try serving(["/feed": { _, connection in connection.answer(500) }]) { server, fixture in
      let address = server.address + "/feed"
      #expect(fixture.outcome(address) == .failed(.serverError, status: 500))
      #expect(fixture.outcome(address) == .waiting(until: fixture.now + 900))
      let first = fixture.now
      fixture.now += 901
      #expect(fixture.outcome(address) == .failed(.serverError, status: 500))
      #expect(fixture.outcome(address) == .waiting(until: fixture.now + 1800))
      #expect(fixture.folder.feeds()[address]?.failingSince == first)
      #expect(fixture.folder.feeds()[address]?.failure == .serverError)
      #expect(server.requests.count == 2)
    }
  }

  @Test("Retry-After is respected, as a number and as a date")
  func retryAfter() throws {
    try serving([
      "/number": { _, connection in connection.answer(429, ["Retry-After: 7200"]) },
      "/date": { _, connection in connection.answer(503, ["Retry-After: Fri, 15 Jan 2027 10:00:00 GMT"]) },
    ]) { server, fixture in
      #expect(fixture.outcome(server.address + "/number") == .failed(.tooManyRequests, status: 429))
      #expect(fixture.outcome(server.address + "/number") == .waiting(until: fixture.now + 7200))
      // 1,800,000,000 is 2027-01-15 08:00.
      #expect(fixture.outcome(server.address + "/date") == .failed(.serverError, status: 503))
      #expect(fixture.outcome(server.address + "/date") == .waiting(until: fixture.now + 7200))
    }
  }

  @Test("permanent redirects are remembered, others are not")
  func moved() throws {
    try serving([
      "/old": { _, connection in connection.answer(301, ["Location: /middle"]) },
      "/middle": { _, connection in connection.answer(308, ["Location: /new"]) },
      "/new": { _, connection in connection.answer(200, [], Self.feed) },
      "/today": { _, connection in connection.answer(302, ["Location: /new"]) },
    ]) { server, fixture in
      let report = fixture.run([server.address + "/old"])
      #expect(report.feeds.first?.movedTo == server.address + "/new")
      #expect(fixture.outcome(server.address + "/old") == .unchanged)
      #expect(server.requests.map(\.path) == ["/old", "/middle", "/new", "/new"])
      #expect(fixture.outcome(server.address + "/today") == .new)
      #expect(fixture.outcome(server.address + "/today") == .unchanged)
      #expect(server.requests.suffix(4).map(\.path) == ["/today", "/new", "/today", "/new"])
    }
  }

  @Test("robots.txt is asked for once a day and honoured")
  func robots() throws {
    try serving([
      "/robots.txt": { _, connection in
        connection.answer(200, [], "User-agent: *\nDisallow: /\n\nUser-agent: Daybrief\nDisallow: /private/\n")
      },
      "/feed": { _, connection in connection.answer(200, [], Self.feed) },
      "/private/feed": { _, connection in connection.answer(200, [], Self.feed) },
    ]) { server, fixture in
      let report = fixture.run([server.address + "/feed", server.address + "/private/feed"])
      #expect(report.feeds.map(\.outcome) == [.new, .failed(.robots, status: nil)])
      #expect(report.refusals == [FetchReport.Refusal(url: server.address + "/private/feed", why: .robots)])
      _ = fixture.run([server.address + "/feed"])
      #expect(server.allPaths.count { $0 == "/robots.txt" } == 1)
      fixture.now += 86_401
      _ = fixture.run([server.address + "/feed"])
      #expect(server.allPaths.count { $0 == "/robots.txt" } == 2)
      #expect(!server.allPaths.contains("/private/feed"))
    }
  }

  @Test("a robots.txt that a fault keeps back closes the site, one that is refused opens it")
  func robotsFaults() throws {
    for (status, outcome) in [(503, FetchReport.Outcome.failed(.robots, status: nil)), (403, .new), (404, .new)] {
      try serving([
        "/robots.txt": { _, connection in connection.answer(status) },
        "/feed": { _, connection in connection.answer(200, [], Self.feed) },
      ]) { server, fixture in #expect(fixture.outcome(server.address + "/feed") == outcome, "\(status)") }
    }
  }

  @Test("reservations against mining are honoured, wherever they stand, and noted")
  func reservations() throws {
    try serving([
      "/.well-known/tdmrep.json": { _, connection in
        connection.answer(200, [], "[{\"location\": \"/listed/\", \"tdm-reservation\": 1}]")
      },
      "/listed/feed": { _, connection in connection.answer(200, [], Self.feed) },
      "/header": { _, connection in connection.answer(200, ["TDM-Reservation: 1"], Self.feed) },
      "/noai": { _, connection in connection.answer(200, ["X-Robots-Tag: noarchive, noai"], Self.feed) },
      "/noindex": { _, connection in connection.answer(200, ["X-Robots-Tag: noindex"], Self.feed) },
    ]) { server, fixture in
      let paths = ["/listed/feed", "/header", "/noai", "/noindex"]
      let report = fixture.run(paths.map { server.address + $0 })
      #expect(
        report.feeds.map(\.outcome) == [
          .failed(.reserved, status: nil), .failed(.reserved, status: 200), .failed(.reserved, status: 200), .new,
        ])
      #expect(report.refusals.map(\.url) == ["/header", "/listed/feed", "/noai"].map { server.address + $0 })
      #expect(!server.allPaths.contains("/listed/feed"))
      #expect(fixture.body(server.address + "/header") == nil)
    }
  }

  @Test("entries whose text is cut are followed once, and again when they change")
  func pages() throws {
    let version = Counter()
    let state = Mutex("A first summary")
    let html = "<html><body><article><p>The whole text of the page.</p></article></body></html>"
    try serving([
      "/page-1": { _, connection in
        _ = version.next()
        connection.answer(200, ["Content-Type: text/html; charset=utf-8"], html)
      },
      "/page-2": { _, connection in
        connection.answer(
          200, ["Content-Type: text/html"], "<html><head><META NAME='robots' content='noAI'></head><p>No.</p></html>")
      },
      "/page-3": { _, connection in connection.answer(200, ["Content-Type: application/pdf"], "%PDF") },
    ]) { server, fixture in
      let feeds = try LocalServer([
        "/feed": { _, connection in
          connection.answer(
            200, [],
            FetchFixture.feed(["One", "Two", "Three"], pages: server.address, text: state.withLock { $0 }))
        }
      ])
      defer { feeds.stop() }
      let address = feeds.address + "/feed"
      let first = fixture.run([address], pages: true)
      #expect(first.feeds.first?.pages == 1)
      #expect(first.feeds.first?.failedPages == 2)
      #expect(first.refusals.map(\.url) == [server.address + "/page-2"])
      let file = fixture.folder.path + "/" + FetchFolder.page(server.address + "/page-1", ofFeed: address)
      let record =
        try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file))) as? [String: String]
      #expect(record?["html"] == html && record?["title"] == "One" && record?["source"] == "The Quay")
      #expect(record?["guid"] == "g0" && record?["url"] == server.address + "/page-1")
      #expect(fixture.run([address], pages: true).feeds.first?.pages == 0)
      state.withLock { $0 = "A second summary" }
      #expect(fixture.run([address], pages: true).feeds.first?.pages == 1)
      #expect(version.value == 2)
      // What was refused is left alone for longer than that.
      #expect(server.requests.count { $0.path == "/page-2" } == 1)
    }
  }

  @Test("an entry that brings its whole text is not followed")
  func wholeText() throws {
    let text = String(repeating: "Many words that tell it all. ", count: 40)
    try serving(["/page-1": { _, connection in connection.answer(200, [], "<html></html>") }]) { server, fixture in
      let feeds = try LocalServer([
        "/feed": { _, connection in
          connection.answer(200, [], FetchFixture.feed(["One"], pages: server.address, text: text))
        }
      ])
      defer { feeds.stop() }
      #expect(fixture.run([feeds.address + "/feed"], pages: true).feeds.first?.pages == 0)
      #expect(server.allPaths.isEmpty)
    }
  }

  @Test("one request at a time goes to a host, with a pause, and hosts go side by side")
  func politeness() throws {
    let busy = Mutex((now: 0, most: 0))
    let slow: LocalServer.Behaviour = { _, connection in
      busy.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      Thread.sleep(forTimeInterval: 0.15)
      busy.withLock { $0.now -= 1 }
      connection.answer(200, [], Self.feed)
    }
    try serving(["/a": slow, "/b": slow]) { server, fixture in
      fixture.settings.allowedHosts.insert("localhost")
      fixture.settings.pause = 0.1
      let other = "http://localhost:\(server.port)"
      let start = ContinuousClock.now
      _ = fixture.run([server.address + "/a", server.address + "/b"])
      #expect(busy.withLock { $0.most } == 1)
      // robots.txt, reservations and two feeds, a pause between each two.
      #expect(start.duration(to: .now) >= .seconds(0.3 + 0.3))
      _ = fixture.run([other + "/b"])
      _ = fixture.run([server.address + "/a", other + "/b"])
      #expect(busy.withLock { $0.most } == 2)
    }
  }

  @Test("a state that is damaged is told, put aside and made anew")
  func damagedState() throws {
    try serving(["/feed": { _, connection in connection.answer(200, [], Self.feed) }]) { server, fixture in
      let path = fixture.folder.path + "/.state.json"
      #expect(fixture.outcome(server.address + "/feed") == .new)
      var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      bytes[bytes.count / 2] ^= 4
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let report = fixture.run([server.address + "/feed"])
      #expect(report.stateWasDamaged && report.feeds.first?.outcome == .unchanged)
      #expect(FileManager.default.fileExists(atPath: fixture.folder.path + "/.state-damaged.json"))
      #expect(!fixture.run([server.address + "/feed"]).stateWasDamaged)
      try Data("not a state".utf8).write(to: URL(fileURLWithPath: path))
      #expect(fixture.run([server.address + "/feed"]).stateWasDamaged)
    }
  }

  @Test("private addresses are refused unless their host is allowed by name")
  func allowed() throws {
    try serving(["/feed": { _, connection in connection.answer(200, [], Self.feed) }]) { server, fixture in
      fixture.settings.allowedHosts = []
      #expect(fixture.outcome(server.address + "/feed") == .failed(.privateAddress, status: nil))
      #expect(fixture.outcome("http://localhost:\(server.port)/feed") == .failed(.privateAddress, status: nil))
      #expect(fixture.outcome("http://2130706433:\(server.port)/feed") == .failed(.privateAddress, status: nil))
      #expect(fixture.outcome("http://0x7f.1:\(server.port)/feed") == .failed(.privateAddress, status: nil))
      #expect(fixture.outcome("ftp://127.0.0.1/feed") == .failed(.badAddress, status: nil))
      #expect(server.allPaths.isEmpty)
      fixture.settings.allowedHosts = ["localhost"]
      #expect(fixture.outcome("http://localhost:\(server.port)/feed") == .new)
      fixture.settings.proxy = "http://127.0.0.1:\(server.port)"
      #expect(fixture.outcome("http://10.1.2.3/feed") == .failed(.privateAddress, status: nil))
    }
  }

  @Test("the environment's proxies are not used, and credentials go nowhere else")
  func proxiesAndCredentials() throws {
    setenv("http_proxy", "http://127.0.0.1:9", 1)
    defer { unsetenv("http_proxy") }
    let elsewhere = Mutex("")
    try serving([
      "/feed": { _, connection in connection.answer(302, ["Location: \(elsewhere.withLock { $0 })"]) },
      "/own": { _, connection in connection.answer(200, [], Self.feed) },
    ]) { server, fixture in
      fixture.settings.allowedHosts.insert("localhost")
      elsewhere.withLock { $0 = "http://localhost:\(server.port)/own" }
      let secret = "http://reader:geheim@127.0.0.1:\(server.port)"
      #expect(fixture.outcome(secret + "/feed") == .new)
      #expect(server.requests.map { $0.header["authorization"] != nil } == [true, false])
      #expect(WebURL.shown(secret + "/own?a=1&token=abc") == server.address + "/own?a=1&token=…")
    }
  }
}

/// Counts, from several threads.
final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
