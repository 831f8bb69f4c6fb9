import Foundation
import NewsModel
import Testing

@testable import Publish

@Suite("Publication")
struct SiteWriterTests {
  /// The folder of a site, gone after `body` with what is kept beside it.
  private func inFolder(_ body: (String) throws -> Void) throws {
    try Scratch.run { scratch in
      let folder = "\(scratch.path)/site"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try body(folder)
    }
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test("Only files whose bytes changed are written")
  func unchanged() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: folder)
      let first = try writer.write([Page(path: "a/index.html", text: "1"), Page(path: "index.html", text: "1")])
      #expect(first.written == ["a/index.html", "data/files.txt", "index.html"])
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

  @Test(
    "Paths that lead out of the site are refused",
    arguments: ["../x", "/x", "a/../b", "", "a//b", ".git/x", "a/", "a\nb"])
  func unsafe(path: String) throws {
    try inFolder { folder in
      #expect(throws: PublishError.self) { _ = try SiteWriter(root: folder).write([Page(path: path, text: "")]) }
    }
  }

  @Test("files that begin alike are kept at once, where the site has them all")
  func keptAtOnce() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: "\(folder)/site")
      _ = try writer.write(["a/index.html", "a/index.md", "b.txt", "c.txt"].map { Page(path: $0, text: $0) })
      let publication = writer.begin()
      #expect(publication.isPublished("a/", ["index.html", "index.md"]))
      #expect(!publication.isPublished("a/", ["index.html", "index.json"]))
      #expect(throws: PublishError.self) { try publication.keep("a/", ["index.json"]) }
      try publication.keep("a/", ["index.html", "index.md"])
      try publication.keep("b", [".txt"])
      try publication.add(Page(path: "aa.txt", text: "aa"))
      let report = try publication.commit()
      #expect(report.removed == ["c.txt"] && report.unchanged == 3)
      #expect(text("\(folder)/site/data/files.txt") == "a/index.html\na/index.md\naa.txt\nb.txt\ndata/files.txt\n")
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
        _ = try SiteWriter(root: "\(folder)/site").write([Page(path: "index.html", text: "1")])
      }
      #expect(error?.path.contains("site") == true)
      #expect(text("\(folder)/site") == "a file")
    }
  }

  @Test("Pages come before what points to them, new ones before changed ones, and the front page last")
  func order() throws {
    let paths = [
      "index.html", "index.html.gz", "sitemap.xml", "data/catalogue.jsonl", "feed.xml", "actors/x/feed.xml",
      "actors/index.html", "quotes/index.html", "briefs/2026-01-13/index.html", "timeline/2026/index.html",
      "actors/x/index.html", "threads/x/index.html", "stories/x/index.html", "articles/x/index.html", "daybrief.css",
    ]
    let sorted = paths.sorted { (SitePath.rank($0), $0) < (SitePath.rank($1), $1) }
    #expect(
      sorted == [
        "daybrief.css", "articles/x/index.html", "stories/x/index.html", "threads/x/index.html", "actors/x/index.html",
        "timeline/2026/index.html", "briefs/2026-01-13/index.html", "actors/index.html", "quotes/index.html",
        "actors/x/feed.xml", "feed.xml", "data/catalogue.jsonl", "sitemap.xml", "index.html", "index.html.gz",
      ])
    let plan = PublicationPlan(
      puts: [("index.html", false), ("stories/x/index.html", false), ("sitemap.xml", true), ("articles/y/a", true)]
        .enumerated().map { .init(path: $1.0, number: $0, isNew: $1.1) },
      removals: ["articles/x/index.html", "articles/x/index.html.gz", "quotes/index.html"], rank: SitePath.rank)
    #expect(plan.puts.map(\.path) == ["articles/y/a", "sitemap.xml", "stories/x/index.html", "index.html"])
    #expect(plan.removals == ["quotes/index.html", "articles/x/index.html.gz", "articles/x/index.html"])
  }

  @Test("Pages that are kept are neither read nor touched, and what is neither given nor kept goes")
  func kept() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: folder)
      let names = ["a/index.html", "b/index.html", "index.html"]
      _ = try writer.write(names.map { Page(path: $0, text: "1") })
      try "2".write(toFile: "\(folder)/a/index.html", atomically: true, encoding: .utf8)
      let report = try writer.write([Page(path: "index.html", text: "3")], keeping: ["a/index.html"])
      #expect(report.written == ["data/files.txt", "index.html"] && report.removed == ["b/index.html"])
      #expect(text("\(folder)/a/index.html") == "2")
      #expect(text("\(folder)/data/files.txt") == "a/index.html\ndata/files.txt\nindex.html\n")
      let error = #expect(throws: PublishError.self) {
        _ = try writer.write([Page(path: "index.html", text: "4")], keeping: ["never/index.html"])
      }
      #expect(error?.remedy?.contains("--force") == true && text("\(folder)/index.html") == "3")
      #expect(!writer.begin().isPublished("never/index.html") && writer.begin().isPublished("a/index.html"))
    }
  }

  @Test("A file in the way that somebody else made is kept aside and told")
  func setAside() throws {
    try inFolder { folder in
      let site = "\(folder)/site"
      try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
      try "mine".write(toFile: "\(site)/robots.txt", atomically: true, encoding: .utf8)
      let report = try SiteWriter(root: site, state: "\(folder)/.state").write([Page(path: "robots.txt", text: "1")])
      #expect(report.setAside == ["robots.txt"] && text("\(site)/robots.txt") == "1")
      #expect(text("\(folder)/.state/set-aside/robots.txt") == "mine")
    }
  }

  @Test("A build that changes nothing touches nothing, not even a folder's time")
  func untouched() throws {
    try inFolder { folder in
      let writer = SiteWriter(root: "\(folder)/site", state: "\(folder)/.state")
      let sample = SampleSite(version: "1", articles: ["a"])
      _ = try writer.write(sample.pages)
      func times() -> [Int] {
        ["", "/a", "/site", "/site/data", "/site/index.html", "/site/stories/a"].map {
          var status = stat()
          return lstat(folder + $0, &status) == 0 ? status.st_mtim.tv_nsec : 0
        }
      }
      let before = times()
      #expect(try writer.write(sample.pages.reversed()).isEmpty)
      #expect(times() == before)
    }
  }
}
