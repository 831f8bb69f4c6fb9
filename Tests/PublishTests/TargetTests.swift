import Foundation
import NewsModel
import Outside
import Testing

@testable import Publish

/// Each target is tried against a local one; a test whose tool is not installed says so and is passed over.
@Suite("Targets", .serialized)
struct TargetTests {
  private func site(_ version: String, _ articles: [String]) -> SampleSite {
    SampleSite(version: version, articles: articles)
  }

  private func isInstalled(_ tools: String...) -> Bool {
    let missing = tools.filter { ExternalTool.path(of: $0) == nil }
    if !missing.isEmpty { print("skipped: not installed: \(missing.joined(separator: ", "))") }
    return missing.isEmpty
  }

  /// A port that is likely free.
  private func port(_ offset: Int32) -> Int32 { 20_000 + getpid() % 20_000 + offset }

  /// Runs a server while `body` runs.
  private func serving(_ tool: String, _ arguments: [String], in folder: String, _ body: () throws -> Void) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(ExternalTool.path(of: tool)))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try ExternalTool.withAllSignals { try process.run() }
    defer { process.terminate() }
    try body()
  }

  /// Publishes three mornings and sends each; `look` sees what is at the target then.
  private func mornings(
    _ scratch: Scratch, _ target: Target, _ mornings: [[String]] = [["a", "b"], ["a", "b", "c"], ["b"]],
    ownFile: () throws -> Void, look: () throws -> [String: String]
  ) throws {
    let root = "\(scratch.path)/site"
    let state = SiteState(path: "\(scratch.path)/.state")
    for (number, articles) in mornings.enumerated() {
      let sample = site("morning \(number)", articles)
      _ = try SiteWriter(root: root, state: state.path, compressions: [.gz]).write(sample.pages)
      _ = try target.send(root, state: state, always: false)
      if number == 0 { try ownFile() }
      let found = try look().filter { $0.key != ".nojekyll" && !$0.key.hasSuffix(".gz") }
      var expected = Scratch.files(below: root).filter { !$0.key.hasSuffix(".gz") }
      expected["CNAME"] = number == 0 ? found["CNAME"] : "mine"
      if case .directory = target.place { expected["data/files.txt"] = found["data/files.txt"] }
      let differing = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
      #expect(differing.sorted() == [], "morning \(number)")
      #expect(try target.send(root, state: state, always: false) == "up to date")
    }
  }

  @Test("Drafts stay here unless it is said otherwise, and leave a target that had them")
  func drafts() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let state = SiteState(path: "\(scratch.path)/.state")
      var pages = site("one", ["a"]).pages
      pages.append(Page(path: "drafts/2031-03-04/index.html", text: "wait"))
      _ = try SiteWriter(root: root, state: state.path).write(pages)
      var target = Target(name: "copy", place: .directory("\(scratch.path)/copy"))
      func sent() throws -> Bool {
        _ = try target.send(root, state: state, always: false)
        #expect(Scratch.files(below: "\(scratch.path)/copy")["index.html"] != nil)
        return Scratch.files(below: "\(scratch.path)/copy")["drafts/2031-03-04/index.html"] != nil
      }
      #expect(try !sent())
      target.sendsDrafts = true
      #expect(try sent())
      target.sendsDrafts = false
      #expect(try !sent())
    }
  }

  @Test("A directory gets what changed and loses what went; what others put there stays")
  func directory() throws {
    try Scratch.run { scratch in
      let copy = "\(scratch.path)/copy"
      let target = Target(name: "copy", place: .directory(copy))
      try mornings(scratch, target, ownFile: { try scratch.write("mine", "copy/CNAME") }) {
        Scratch.files(below: copy)
      }
      let inode = Scratch.inode("\(copy)/index.html")
      #expect(
        try target.send("\(scratch.path)/site", state: SiteState(path: "\(scratch.path)/.state"), always: true)
          == "0 files written, 0 removed")
      #expect(Scratch.inode("\(copy)/index.html") == inode)
      #expect(!FileManager.default.fileExists(atPath: "\(copy)/articles/a"))
    }
  }

  @Test("rsync sends to a daemon")
  func rsync() throws {
    guard isInstalled("rsync") else { return }
    try Scratch.run { scratch in
      let remote = "\(scratch.path)/remote"
      try scratch.write("", "remote/.keep")
      unlink("\(remote)/.keep")
      let port = port(0)
      try scratch.write(
        """
        use chroot = no
        port = \(port)
        address = 127.0.0.1
        pid file = \(scratch.path)/rsyncd.pid
        [brief]
        uid = \(getuid())
        gid = \(getgid())
        path = \(remote)
        read only = no

        """, "rsyncd.conf")
      try serving("rsync", ["--daemon", "--no-detach", "--config=rsyncd.conf"], in: scratch.path) {
        Thread.sleep(forTimeInterval: 0.5)
        let target = Target(name: "web", place: .rsync("rsync://127.0.0.1:\(port)/brief/"))
        try mornings(scratch, target, ownFile: { try scratch.write("mine", "remote/CNAME") }) {
          Scratch.files(below: remote)
        }
        #expect(!FileManager.default.fileExists(atPath: "\(remote)/articles/a"))
      }
    }
  }

  @Test("git puts the site on a branch, as one commit for a morning, on top of what others put there")
  func git() throws {
    guard isInstalled("git") else { return }
    try Scratch.run { scratch in
      func git(_ arguments: String...) throws -> String {
        try ExternalTool(
          "git", scratch: "\(scratch.path)/run",
          environment: [
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b",
          ]
        ).run(arguments)
      }
      let bare = "\(scratch.path)/pages.git"
      let clone = "\(scratch.path)/clone"
      _ = try git("init", "--quiet", "--bare", bare)
      let target = Target(name: "pages", place: .git(bare, branch: "gh-pages"))
      func look() throws -> [String: String] {
        try? FileManager.default.removeItem(atPath: clone)
        _ = try git("clone", "--quiet", "--branch", "gh-pages", bare, clone)
        return Scratch.files(below: clone).filter { !$0.key.hasPrefix(".git/") }
      }
      func ownFile() throws {
        _ = try look()
        try scratch.write("mine", "clone/CNAME")
        _ = try git("-C", clone, "add", "CNAME")
        _ = try git("-C", clone, "commit", "--quiet", "-m", "Our name")
        _ = try git("-C", clone, "push", "--quiet")
      }
      try mornings(scratch, target, ownFile: ownFile, look: look)
      #expect(try look().keys.contains(".nojekyll"))
      #expect(try git("-C", bare, "rev-list", "--count", "gh-pages") == "4\n")
    }
  }

  @Test("The aws client sends to a bucket")
  func bucket() throws {
    guard isInstalled("aws", "moto_server") else { return }
    try Scratch.run { scratch in
      for (name, value) in [
        ("AWS_ACCESS_KEY_ID", "x"), ("AWS_SECRET_ACCESS_KEY", "y"), ("AWS_DEFAULT_REGION", "us-east-1"),
      ] { setenv(name, value, 1) }
      let service = "http://127.0.0.1:\(port(1))"
      func aws(_ arguments: String...) throws -> String {
        try ExternalTool("aws", scratch: "\(scratch.path)/run").run(["--endpoint-url", service] + arguments)
      }
      try serving("moto_server", ["-H", "127.0.0.1", "-p", "\(port(1))"], in: scratch.path) {
        var tries = 0
        while (try? aws("s3", "mb", "s3://press")) == nil, tries < 20 {
          Thread.sleep(forTimeInterval: 0.5)
          tries += 1
        }
        guard tries < 20 else { return print("skipped: the moto server did not start") }
        let target = Target(name: "s3", place: .s3(bucket: "press", prefix: "brief/", endpoint: service))
        try mornings(
          scratch, target, [["a", "b"], ["b"]],
          ownFile: {
            try scratch.write("mine", "own")
            _ = try aws("s3", "cp", "--quiet", "\(scratch.path)/own", "s3://press/brief/CNAME")
          }
        ) {
          let copy = "\(scratch.path)/fetched"
          try? FileManager.default.removeItem(atPath: copy)
          _ = try aws("s3", "cp", "--quiet", "--recursive", "s3://press/brief/", copy)
          return Scratch.files(below: copy)
        }
      }
    }
  }

  @Test("What did not arrive is sent again in full, and removals are not forgotten meanwhile")
  func failure() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let state = SiteState(path: "\(scratch.path)/.state")
      let target = Target(name: "copy", place: .directory("\(scratch.path)/copy"))
      func publish(_ articles: [String]) throws {
        _ = try SiteWriter(root: root, state: state.path).write(site("x", articles).pages)
      }
      try publish(["a", "b"])
      _ = try target.send(root, state: state, always: false)
      try publish(["b"])
      // A folder in the way lets it fail.
      unlink("\(scratch.path)/copy/index.html")
      try scratch.write("x", "copy/index.html/obstacle")
      let error = #expect(throws: PublishError.self) { _ = try target.send(root, state: state, always: false) }
      #expect(error?.path.contains("copy") == true)
      #expect(SentRecord(of: target, in: state).stamp.isEmpty)
      #expect(SentRecord(of: target, in: state).paths.contains("articles/a/index.html"))
      try FileManager.default.removeItem(atPath: "\(scratch.path)/copy/index.html")
      _ = try target.send(root, state: state, always: false)
      #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/copy/articles/a"))
    }
  }

  @Test("A tool that is missing, and one that fails, are told in words")
  func tools() throws {
    try Scratch.run { scratch in
      let missing = #expect(throws: ToolError.self) {
        _ = try ExternalTool("no-such-tool", scratch: scratch.path).run([])
      }
      #expect(missing?.description.contains("install") == true)
      let failed = #expect(throws: ToolError.self) {
        _ = try ExternalTool("sh", scratch: scratch.path).run(["-c", "echo one; echo no room >&2; exit 3"])
      }
      #expect(failed?.problem == .failed(3, "no room"))
      let copied = try ExternalTool("cat", scratch: scratch.path).run(["--", "-"], input: [0x61])
      let printed = try ExternalTool("printf", scratch: scratch.path).run(["%s", "$HOME; x"])
      #expect(copied == "a" && printed == "$HOME; x")
    }
  }
}
