import Foundation
import Testing

@testable import Serve

@Suite("Preview server")
final class PreviewTests: Sendable {
  private let folder = NSTemporaryDirectory() + "daybrief-serve-\(UUID().uuidString)"

  init() throws {
    try write("index.html", Self.page)
    try write("stories/a b/index.html", Self.page)
    try write("404.html", "<html><body>lost</body></html>")
    try write("style.css", "p { margin: 0 }")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let page = """
    <html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'"></head>
    <body><p>Barrage</p></body></html>
    """

  private func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func answer(_ target: String, method: String = "GET", host: String = "localhost:8000") -> PreviewAnswer? {
    let request = PreviewRequest(head: "\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\nAccept: */*")
    return request.map { PreviewSite(folder: folder, hosts: ["localhost", "127.0.0.1"]).answer($0) }
  }

  @Test("A folder's page, a file, and what is not there")
  func files() throws {
    let page = try #require(answer("/stories/a%20b/"))
    #expect(page.status == 200 && page.type == "text/html; charset=utf-8")
    #expect(try #require(answer("/style.css")).type == "text/css; charset=utf-8")
    let moved = try #require(answer("/stories/a%20b"))
    #expect(moved.status == 301 && moved.location == "/stories/a%20b/")
    let missing = try #require(answer("/nothing"))
    #expect(missing.status == 404 && String(decoding: missing.body, as: UTF8.self).contains("lost"))
    #expect(try #require(answer("/style.css/")).status == 404)
  }

  @Test("A page gets the script and leave for it; a style sheet stays as it is")
  func reloading() throws {
    let text = String(decoding: try #require(answer("/")).body, as: UTF8.self)
    #expect(text.contains("<script src=\"/-/reload.js\" defer></script>\n</body>"))
    #expect(text.contains("content=\"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'\""))
    #expect(String(decoding: try #require(answer("/style.css")).body, as: UTF8.self) == "p { margin: 0 }")
    #expect(try #require(answer("/-/reload.js")).status == 200)
  }

  @Test(
    "What leads out of the site is no request",
    arguments: ["/../secret", "/%2e%2e/secret", "/a%2fb", "/a%00b", "//etc/passwd", "secret", "/stories//x"])
  func refused(_ target: String) { #expect(answer(target) == nil) }

  @Test("Only GET and HEAD, and only names of this machine")
  func methods() throws {
    #expect(answer("/", method: "POST") == nil)
    let head = try #require(answer("/", method: "HEAD"))
    #expect(head.isHead && String(decoding: head.bytes, as: UTF8.self).hasSuffix("\r\n\r\n"))
    #expect(try #require(answer("/", host: "elsewhere.example:8000")).status == 403)
    #expect(try #require(answer("/", host: "127.0.0.1")).status == 200)
  }

  @Test(
    "A page hears of its own change and of the style's as soon as it comes", arguments: ["index.html", "style.css"])
  func changes(_ file: String) throws {
    func ask(_ seen: String) throws -> String {
      String(decoding: try #require(answer("/-/changes/?\(seen)")).body, as: UTF8.self)
    }
    let now = try ask("")
    let begun = ContinuousClock.now
    // The page asks first, and the file changes while it waits.
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: 0.3)
      try? write(file, "another")
    }
    #expect(try ask(now) != now)
    let waited = begun.duration(to: .now)
    #expect(waited > .milliseconds(250) && waited < .seconds(15))
  }

  @Test("It answers over a socket, and says when a port is taken")
  func socket() async throws {
    let server = try PreviewServer(folder: folder, host: "127.0.0.1", port: 0)
    server.run()
    #expect(server.address.hasPrefix("http://127.0.0.1:"))
    let port = try #require(UInt16(server.address.dropFirst(17).dropLast()))
    #expect(throws: ServeError.self) { try PreviewServer(folder: folder, host: "127.0.0.1", port: port) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["curl", "-s", "-i", server.address + "style.css"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("p { margin: 0 }"))
  }

  @Test("A host that is none of this machine is refused with words")
  func host() {
    #expect(throws: ServeError.self) { try PreviewServer(folder: folder, host: "no such host.invalid", port: 0) }
  }
}
