import Foundation
import NewsModel
import Testing

@testable import Publish

/// The disk is copied before every change that a publication makes, as if the run had been killed there.
@Suite("A publication that is cut off")
struct InterruptionTests {
  private static let old = SampleSite(version: "old", articles: ["a", "b", "gone"])
  private static let new = SampleSite(version: "new", articles: ["a", "b", "fresh", "young"])

  /// Publishes the new site over the old one and calls back with a copy of the disk at each point.
  ///
  /// - Parameter earlier: how the old site was published; nil as the new one is.
  private func eachPoint(
    _ mode: SiteWriter.Mode, from earlier: SiteWriter.Mode? = nil, _ body: (String) throws -> Void
  ) throws -> Int {
    var points = 0
    try Scratch.run { scratch in
      let live = "\(scratch.path)/live"
      var writer = SiteWriter(root: "\(live)/site", state: "\(live)/.state", mode: mode)
      let before = SiteWriter(root: "\(live)/site", state: "\(live)/.state", mode: earlier ?? mode)
      _ = try before.write(InterruptionTests.old.pages)
      try "mine".write(toFile: "\(live)/site/CNAME", atomically: false, encoding: .utf8)
      writer.watch = {
        points += 1
        try? Scratch.copy(live, to: "\(scratch.path)/\(points)")
      }
      _ = try writer.write(InterruptionTests.new.pages)
      for point in 1...max(points, 1) { try body("\(scratch.path)/\(point)") }
    }
    return points
  }

  private func ours(_ root: String) -> [String: String] {
    Scratch.files(below: "\(root)/site").filter { $0.key != "CNAME" }
  }

  @Test("In place: no file is torn and no link dangles at any point, and recovery gives one site or the other")
  func inPlace() throws {
    var outcomes: Set<String> = []
    let points = try eachPoint(.inPlace) { root in
      for (path, text) in ours(root) {
        let versions = [InterruptionTests.old.files[path], InterruptionTests.new.files[path]]
        #expect(versions.contains(text), "\(path) is torn")
      }
      #expect(SampleSite.danglingLinks(in: "\(root)/site") == [])
      let writer = SiteWriter(root: "\(root)/site", state: "\(root)/.state")
      let recovery = try writer.recover()
      let isNew = ours(root) == InterruptionTests.new.files
      #expect(isNew || ours(root) == InterruptionTests.old.files, "\(recovery)")
      outcomes.insert(isNew ? "new" : "old")
      #expect(try writer.recover() == .nothing)
      #expect(Scratch.files(below: "\(root)/site")["CNAME"] == "mine")
      #expect(!FileManager.default.fileExists(atPath: "\(root)/.state/publication"))
    }
    #expect(points > 20 && outcomes == ["old", "new"])
  }

  @Test("Swap: the site is wholly old or wholly new at every point", arguments: [false, true])
  func swap(migrating: Bool) throws {
    var outcomes: Set<String> = []
    let points = try eachPoint(.swap, from: migrating ? .inPlace : .swap) { root in
      let isNew = ours(root) == InterruptionTests.new.files
      #expect(isNew || ours(root) == InterruptionTests.old.files)
      outcomes.insert(isNew ? "new" : "old")
      let writer = SiteWriter(root: "\(root)/site", state: "\(root)/.state", mode: .swap)
      _ = try writer.write(InterruptionTests.new.pages)
      #expect(ours(root) == InterruptionTests.new.files)
      #expect(Scratch.files(below: "\(root)/site")["CNAME"] == "mine")
      // The site, its state, the tree that it is and the one before: nothing half made stays.
      let names = Disk.names(in: root).filter { $0 != ".state" && $0 != "site" }
      #expect(names.count == 2 && names.allSatisfy { $0.hasPrefix(".site-") }, "\(names)")
      #expect(Disk.names(in: "\(root)/.state") == ["stamp", "trees"])
    }
    #expect(points > 20 && outcomes == ["old", "new"])
  }

  @Test("Back in place: the site is wholly old or wholly new until it is a folder, and the next run leaves no tree")
  func back() throws {
    var outcomes: Set<String> = []
    var kinds: Set<Bool> = []
    let points = try eachPoint(.inPlace, from: .swap) { root in
      kinds.insert(Disk.kind(of: "\(root)/site") == .folder)
      #expect(SampleSite.danglingLinks(in: "\(root)/site") == [])
      let writer = SiteWriter(root: "\(root)/site", state: "\(root)/.state")
      _ = try writer.recover()
      let isNew = ours(root) == InterruptionTests.new.files
      #expect(isNew || ours(root) == InterruptionTests.old.files)
      outcomes.insert(isNew ? "new" : "old")
      _ = try writer.write(InterruptionTests.new.pages)
      #expect(ours(root) == InterruptionTests.new.files)
      #expect(Scratch.files(below: "\(root)/site")["CNAME"] == "mine")
      #expect(Disk.kind(of: "\(root)/site") == .folder)
      #expect(Disk.names(in: root) == [".state", "site"])
      #expect(Disk.names(in: "\(root)/.state") == ["stamp"])
    }
    #expect(points > 20 && outcomes == ["old", "new"] && kinds == [true, false])
  }

  @Test("In place: the run after a cut gives the new site, whatever the point")
  func nextRun() throws {
    _ = try eachPoint(.inPlace) { root in
      _ = try SiteWriter(root: "\(root)/site", state: "\(root)/.state").write(InterruptionTests.new.pages)
      #expect(ours(root) == InterruptionTests.new.files)
    }
  }

  @Test("A recovery that is cut off itself is gone on with")
  func recoveryCutOff() throws {
    _ = try eachPoint(.inPlace) { root in
      guard FileManager.default.fileExists(atPath: "\(root)/.state/publication/journal") else { return }
      var copies = 0
      var writer = SiteWriter(root: "\(root)/site", state: "\(root)/.state")
      writer.watch = {
        copies += 1
        if copies == 3 { try? Scratch.copy(root, to: "\(root)-again") }
      }
      _ = try writer.recover()
      #expect(ours(root) == InterruptionTests.new.files)
      guard copies >= 3 else { return }
      _ = try SiteWriter(root: "\(root)-again/site", state: "\(root)-again/.state").recover()
      #expect(ours("\(root)-again") == InterruptionTests.new.files)
    }
  }

  @Test("A change that fails on its way is taken back: the old site stands, and the next run works", arguments: 0..<12)
  func takenBack(step: Int) throws {
    try Scratch.run { scratch in
      var writer = SiteWriter(root: "\(scratch.path)/site", state: "\(scratch.path)/.state")
      _ = try writer.write(InterruptionTests.old.pages)
      let plan = InterruptionTests.new.pages.count + 3
      var calls = 0
      writer.watch = {
        calls += 1
        // After staging, journal and as many renames, a folder with something in it stands where the front page goes.
        guard calls == plan + step else { return }
        unlink("\(scratch.path)/site/index.html")
        try? scratch.write("x", "site/index.html/obstacle")
      }
      let error = #expect(throws: PublishError.self) { _ = try writer.write(InterruptionTests.new.pages) }
      #expect(
        error?.path.hasSuffix("index.html") == true && error?.remedy?.contains("folder") == true, "\(error as Any)")
      writer.watch = nil
      try FileManager.default.removeItem(atPath: "\(scratch.path)/site/index.html")
      var expected = InterruptionTests.old.files
      expected["index.html"] = nil
      _ = try? writer.recover()
      var found = ours(scratch.path)
      found["index.html"] = nil
      #expect(found == expected)
      _ = try writer.write(InterruptionTests.new.pages)
      #expect(ours(scratch.path) == InterruptionTests.new.files)
    }
  }

  @Test("A run that is asked to stop leaves the old site and nothing else", arguments: SiteWriter.Mode.allCases)
  func stopped(mode: SiteWriter.Mode) throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      _ = try SiteWriter(root: root, state: "\(scratch.path)/.state", mode: mode).write(InterruptionTests.old.pages)
      var asked = 0
      let writer = SiteWriter(root: root, state: "\(scratch.path)/.state", mode: mode) {
        asked += 1
        return asked > 4
      }
      #expect(throws: PublicationStopped.self) { _ = try writer.write(InterruptionTests.new.pages) }
      #expect(ours(scratch.path) == InterruptionTests.old.files)
      #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/.state/publication"))
    }
  }

  @Test("A journal that is cut anywhere is no journal")
  func journal() throws {
    let journal = Journal([
      .create(number: 0, path: "a b/c.html"), .replace(number: 1, path: "index.html"), .remove(number: 2, path: "x"),
    ])
    let bytes = journal.bytes
    #expect(Journal(bytes) == journal)
    for length in 0..<(bytes.count - 1) { #expect(Journal(Array(bytes.prefix(length))) == nil, "\(length)") }
    #expect(Journal(Array("create 0 ../x\nend 1\n".utf8)) == nil)
  }
}
