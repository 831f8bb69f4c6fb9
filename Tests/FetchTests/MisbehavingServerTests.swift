import Foundation
import Testing

@testable import Fetch

@Suite("Servers that misbehave", .serialized)
struct MisbehavingServerTests {
  private static let good = FetchFixture.feed(["The ferry sails again"])

  /// Runs a feed that misbehaves beside one that does not: the other comes through, and the run keeps to its time.
  private func failure(
    within seconds: Double = 3, _ change: (FetchFixture) -> Void = { _ in },
    _ behaviour: @escaping LocalServer.Behaviour
  ) throws -> FetchFailure? {
    let server = try LocalServer([
      "/bad": behaviour, "/good": { _, connection in connection.answer(200, [], Self.good) },
      "/loop": { _, connection in connection.answer(302, ["Location: /bad"]) },
    ])
    defer { server.stop() }
    let fixture = FetchFixture()
    change(fixture)
    let start = ContinuousClock.now
    let report = fixture.run([server.address + "/bad", server.address + "/good"])
    #expect(start.duration(to: .now) < .seconds(seconds))
    #expect(report.feeds.last?.outcome == .new)
    #expect(fixture.body(server.address + "/good") == Self.good)
    #expect(fixture.body(server.address + "/bad") == nil)
    guard case .failed(let why, _) = report.feeds.first?.outcome else { return nil }
    return why
  }

  @Test("a body without an end is given up at the limit")
  func endless() throws {
    #expect(
      try failure { _, connection in
        connection.send(Array("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".utf8))
        while connection.send([UInt8](repeating: 0x20, count: 8192)) {}
      } == .tooLarge)
  }

  @Test("a body that is announced too long is not waited for")
  func announced() throws {
    #expect(
      try failure { _, connection in
        connection.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss>".utf8))
        Thread.sleep(forTimeInterval: 0.5)
      } == .tooLarge)
  }

  @Test("a header without an end is given up")
  func endlessHeader() throws {
    #expect(
      try failure { _, connection in
        connection.send(Array("HTTP/1.1 200 OK\r\n".utf8))
        let line = Array("X-Words: \(String(repeating: "a", count: 4000))\r\n".utf8)
        while connection.send(line) {}
      } == .tooLarge)
  }

  @Test("a slow drip is given up in time")
  func drip() throws {
    #expect(
      try failure { _, connection in
        connection.send(Array("HTTP/1.1 200 OK\r\n\r\n<rss>".utf8))
        while connection.send([0x20]) { Thread.sleep(forTimeInterval: 0.1) }
      } == .tooSlow)
  }

  @Test("a server that says nothing is given up in time")
  func silent() throws {
    #expect(try failure { _, _ in Thread.sleep(forTimeInterval: 2) } == .tooSlow)
  }

  @Test("a compressed body that swells is stopped while it swells")
  func bomb() throws {
    let bomb = LocalServer.gzip([UInt8](repeating: 0x20, count: 20 << 20))
    #expect(bomb.count < 64 << 10)
    #expect(
      try failure { _, connection in connection.answer(200, ["Content-Encoding: gzip"], bytes: bomb) } == .tooLarge)
  }

  @Test("compression that is damaged or unknown is told")
  func badCompression() throws {
    // The checksum at its end is wrong.
    let damaged = Array(LocalServer.gzip(Array(Self.good.utf8)).dropLast(8)) + [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(
      try failure { _, connection in connection.answer(200, ["Content-Encoding: gzip"], bytes: damaged) }
        == .badEncoding)
    #expect(
      try failure { _, connection in connection.answer(200, ["Content-Encoding: gzip"], Self.good) } == .badEncoding)
  }

  @Test("redirects in a circle, and without an end, are left")
  func loops() throws {
    #expect(try failure { _, connection in connection.answer(302, ["Location: /loop"]) } == .redirectLoop)
    #expect(try failure { _, connection in connection.answer(301, ["Location: /bad"]) } == .redirectLoop)
    #expect(try failure { _, connection in connection.answer(302, []) } == .badAddress)
  }

  @Test("redirects to private addresses and to other schemes are refused")
  func elsewhere() throws {
    for target in [
      "http://localhost:1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.0.0.1/",
      "http://169.254.169.254/",
      "http://0.0.0.0/", "http://[fd00::1]/",
    ] {
      #expect(
        try failure { _, connection in connection.answer(302, ["Location: \(target)"]) } == .privateAddress, "\(target)"
      )
    }
    for target in ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:1"] {
      #expect(
        try failure { _, connection in connection.answer(302, ["Location: \(target)"]) } == .badAddress, "\(target)")
    }
  }

  @Test("what is no feed is told and not kept, whatever type it claims")
  func wrongType() throws {
    #expect(
      try failure { _, connection in
        connection.answer(200, ["Content-Type: application/rss+xml"], "<!doctype html><html><p>Log in</p></html>")
      } == .wrongType)
    #expect(try failure { _, connection in connection.answer(200, ["Content-Type: text/xml"], "") } == .wrongType)
    #expect(
      try failure { _, connection in
        connection.answer(200, ["Content-Type: image/png"], bytes: [0x89, 0x50, 0x4E, 0x47, 0, 0, 1])
      } == .wrongType)
  }

  @Test("statuses say why")
  func statuses() throws {
    let expected: [Int: FetchFailure] = [
      304: .unexpectedAnswer, 401: .refused, 403: .refused, 404: .notFound, 410: .gone, 429: .tooManyRequests,
      500: .serverError, 503: .serverError,
    ]
    for (status, why) in expected {
      #expect(try failure { _, connection in connection.answer(status) } == why, "\(status)")
    }
  }

  @Test("an answer that is cut off in the middle is not taken for whole")
  func cutOff() throws {
    #expect(
      try failure { _, connection in connection.answer(200, ["Content-Length: 5000"], Self.good) } == .cutOff)
    #expect(
      try failure { _, connection in
        connection.send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<rss>".utf8))
      } == .cutOff)
    #expect(try failure { _, connection in connection.send(Array("no HTTP at all\r\n\r\n".utf8)) } != nil)
    #expect(try failure { _, _ in } == .cutOff)
  }

  @Test("a run ends when its time is over, and tells what had no turn")
  func outOfTime() throws {
    let server = try LocalServer([
      "/a": { _, _ in Thread.sleep(forTimeInterval: 2) },
      "/b": { _, connection in connection.answer(200, [], Self.good) },
    ])
    defer { server.stop() }
    let fixture = FetchFixture()
    fixture.settings.timeout = 30
    fixture.settings.longest = 0.6
    let start = ContinuousClock.now
    let report = fixture.run([server.address + "/a", server.address + "/b"])
    #expect(start.duration(to: .now) < .seconds(1.8))
    #expect(report.feeds.map(\.outcome) == Array(repeating: .failed(.outOfTime, status: nil), count: 2))
    // Nobody is blamed for that.
    #expect(fixture.folder.feeds()[server.address + "/b"]?.failures == 0)
  }

  @Test("a feed in an encoding that its header denies is kept as it came")
  func wrongEncoding() throws {
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>".utf8) + [0xE9, 0x74, 0xE9]
      + Array("</title></item></channel></rss>".utf8)
    let server = try LocalServer([
      "/latin": { _, connection in connection.answer(200, ["Content-Type: text/xml; charset=utf-8"], bytes: latin) }
    ])
    defer { server.stop() }
    let fixture = FetchFixture()
    #expect(fixture.outcome(server.address + "/latin") == .new)
    #expect(fixture.folder.newestBody(ofFeed: server.address + "/latin") == latin)
  }
}
