import Foundation
import NewsModel
import Testing

@testable import Publish

@Suite("Publication")
struct SiteWriterTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test("Only files whose bytes changed are written")
  func unchanged() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: folder)
      let first = try writer.write([Page(path: "a/index.html", text: "1"), Page(path: "index.html", text: "1")])
      #expect(first.written == ["a/index.html", "index.html", "data/files.txt"])
      let before = try FileManager.default.attributesOfItem(atPath: "\(folder)/index.html")[.systemFileNumber] as? Int
      let second = try writer.write([Page(path: "a/index.html", text: "2"), Page(path: "index.html", text: "1")])
      #expect(second.written == ["a/index.html"])
      #expect(second.unchanged == 2)
      let after = try FileManager.default.attributesOfItem(atPath: "\(folder)/index.html")[.systemFileNumber] as? Int
      #expect(before == after)
    }
  }

  @Test("A page that is gone is removed with its folder; a file that is not ours stays")
  func stale() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: folder)
      _ = try writer.write([Page(path: "old/index.html", text: "1"), Page(path: "index.html", text: "1")])
      try "mine".write(toFile: "\(folder)/CNAME", atomically: true, encoding: .utf8)
      let report = try writer.write([Page(path: "index.html", text: "1")])
      #expect(report.removed == ["old/index.html"])
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/old"))
      #expect(text("\(folder)/CNAME") == "mine")
    }
  }

  @Test("Paths that lead out of the site are refused", arguments: ["../x", "/x", "a/../b", "", "a//b", ".git/x", "a/"])
  func unsafe(path: String) throws {
    try inFolder { folder in
      #expect(throws: PublishError.self) { try SiteWriter(root: folder).write([Page(path: path, text: "")]) }
    }
  }

  @Test("An inventory that was tampered with removes nothing outside the site")
  func tampered() throws {
    try inFolder { folder in
      let site = "\(folder)/site"
      try "keep".write(toFile: "\(folder)/keep", atomically: true, encoding: .utf8)
      _ = try SiteWriter(root: site).write([Page(path: "index.html", text: "1")])
      try "../keep\nindex.html\n".write(toFile: "\(site)/data/files.txt", atomically: true, encoding: .utf8)
      _ = try SiteWriter(root: site).write([Page(path: "index.html", text: "1")])
      #expect(text("\(folder)/keep") == "keep")
    }
  }

  @Test("A folder that cannot be written says which file and why")
  func unwritable() throws {
    try inFolder { folder in
      try "a file".write(toFile: "\(folder)/site", atomically: true, encoding: .utf8)
      let error = #expect(throws: PublishError.self) {
        try SiteWriter(root: "\(folder)/site").write([Page(path: "index.html", text: "1")])
      }
      #expect(error?.path.contains("site") == true)
      #expect(text("\(folder)/site") == "a file")
    }
  }
}
