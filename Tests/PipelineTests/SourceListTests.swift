import Foundation
import NewsModel
import Testing

@testable import Pipeline

@Suite("Sources")
struct SourceListTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: "\(folder)/a/drafts", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in [
      "a/one.txt", "a/two.md", "a/README.md", "a/photo.jpg", "a/.hidden.txt", "a/drafts/x.txt", "secret.txt",
    ] {
      try "x".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/a/link.txt", withDestinationPath: "\(folder)/secret.txt")
    mkfifo("\(folder)/a/pipe.txt", 0o644)
    try body(folder)
  }

  @Test("A folder gives its articles and nothing that leads out of it")
  func folder() throws {
    try inFolder { folder in
      #expect(SourceList(["\(folder)/a"]).files.map(\.relative) == ["drafts/x.txt", "one.txt", "two.md"])
    }
  }

  @Test("An entry of articles.yml for a file that is not there is told with its line, also when it is not read again")
  func missingEntry() throws {
    try inFolder { folder in
      let index = "\(folder)/a/articles.yml"
      try "one.txt:\n  source: Un\ntwoo.md:\n  source: Deux\n".write(toFile: index, atomically: true, encoding: .utf8)
      let list = SourceList(["\(folder)/a"])
      let first = SourceIndexStamps(list, known: [:])
      #expect(first.diagnostics.map(\.line) == [3])
      #expect(first.diagnostics.first?.message.contains("\"twoo.md\"") == true)
      let again = SourceIndexStamps(list, known: first.fresh)
      #expect(again.diagnostics == first.diagnostics && again.fresh.isEmpty)
      try "x".write(toFile: "\(folder)/a/twoo.md", atomically: true, encoding: .utf8)
      #expect(SourceIndexStamps(SourceList(["\(folder)/a"]), known: first.fresh).diagnostics.isEmpty)
    }
  }

  @Test("What the configuration leaves out is left out")
  func leaveOut() throws {
    try inFolder { folder in
      #expect(SourceList(["\(folder)/a"], leaveOut: ["drafts/*"]).files.map(\.relative) == ["one.txt", "two.md"])
    }
  }

  @Test("Files, folders and patterns may be mixed; a file comes once")
  func mixed() throws {
    try inFolder { folder in
      let list = SourceList(["\(folder)/a/*.txt", "\(folder)/a/one.txt"])
      #expect(list.files.filter { $0.relative == "one.txt" }.count == 1)
    }
  }

  @Test("A source that is missing is told with its name")
  func missing() {
    let list = SourceList(["no/such/folder"])
    #expect(list.files.isEmpty)
    #expect(list.diagnostics.first?.file == "no/such/folder")
  }

  @Test("A pipe that is named is refused and not waited for")
  func pipe() throws {
    try inFolder { folder in
      #expect(SourceList(["\(folder)/a/pipe.txt"]).diagnostics.map(\.code) == [.unsafePath])
    }
  }
}
