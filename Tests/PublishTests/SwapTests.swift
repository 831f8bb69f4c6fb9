import Foundation
import NewsModel
import Testing

@testable import Publish

@Suite("Publication by swap")
struct SwapTests {
  private func site(_ version: String) -> SampleSite { SampleSite(version: version, articles: ["a", "b"]) }

  @Test("Unchanged files are second names of the old ones; the tree before stays, older ones go")
  func trees() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let writer = SiteWriter(root: root + "/", state: "\(scratch.path)/.state", mode: .swap)
      for version in ["1", "2", "3", "4"] {
        let inode = Scratch.inode("\(root)/daybrief.css")
        let report = try writer.write(site(version).pages)
        #expect(Scratch.files(below: root) == site(version).files)
        if version != "1" {
          #expect(Scratch.inode("\(root)/daybrief.css") == inode)
          #expect(!report.written.contains("daybrief.css"))
        }
      }
      #expect(Disk.linkTarget(of: root) == ".site-4")
      #expect(Disk.names(in: scratch.path) == [".site-3", ".site-4", ".state", "site"])
      #expect(Scratch.files(below: "\(scratch.path)/.site-3") == site("3").files)
    }
  }

  @Test("A build that changes nothing makes no new tree")
  func nothingNew() throws {
    try Scratch.run { scratch in
      let writer = SiteWriter(root: "\(scratch.path)/site", state: "\(scratch.path)/.state", mode: .swap)
      _ = try writer.write(site("1").pages)
      #expect(try writer.write(site("1").pages).isEmpty)
      #expect(Disk.linkTarget(of: "\(scratch.path)/site") == ".site-1")
    }
  }

  @Test("A plain folder becomes the tree before in one step, and what others put there comes along")
  func migration() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      _ = try SiteWriter(root: root, state: "\(scratch.path)/.state").write(site("1").pages)
      try scratch.write("mine", "site/.well-known/note")
      symlink("index.html", "\(root)/start.html")
      mkdir("\(root)/empty", 0o777)
      _ = try SiteWriter(root: root, state: "\(scratch.path)/.state", mode: .swap).write(site("2").pages)
      #expect(Disk.kind(of: root) == .link)
      #expect(scratch.text("site/.well-known/note") == "mine")
      #expect(Disk.linkTarget(of: "\(root)/start.html") == "index.html")
      #expect(Disk.kind(of: "\(root)/empty") == .folder)
      #expect(Disk.names(in: scratch.path) == [".site-1", ".site-2", ".state", "site"])
    }
  }

  @Test("A link that somebody else made is refused with what to do, and so is a file")
  func foreign() throws {
    try Scratch.run { scratch in
      mkdir("\(scratch.path)/elsewhere", 0o777)
      symlink("elsewhere", "\(scratch.path)/site")
      try scratch.write("x", "file")
      for name in ["site", "file"] {
        let writer = SiteWriter(root: "\(scratch.path)/\(name)", state: "\(scratch.path)/.state", mode: .swap)
        let error = #expect(throws: PublishError.self) { _ = try writer.write(site("1").pages) }
        #expect(error?.remedy?.contains("output") == true)
      }
      #expect(Disk.names(in: "\(scratch.path)/elsewhere") == [])
    }
  }

  @Test("Folders beside the site that only look like its trees are never removed")
  func bystanders() throws {
    try Scratch.run { scratch in
      try scratch.write("mine", ".site-2/note")
      try scratch.write("mine", ".site-old/note")
      let writer = SiteWriter(root: "\(scratch.path)/site", state: "\(scratch.path)/.state", mode: .swap)
      for version in ["1", "2", "3"] { _ = try writer.write(site(version).pages) }
      #expect(scratch.text(".site-2/note") == "mine" && scratch.text(".site-old/note") == "mine")
      #expect(Disk.linkTarget(of: "\(scratch.path)/site") == ".site-5")
    }
  }

  @Test("A site becomes a tree and a plain folder again where no page of it changed, and its time stays")
  func formAlone() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let inPlace = SiteWriter(root: root, state: "\(scratch.path)/.state")
      let swap = SiteWriter(root: root, state: "\(scratch.path)/.state", mode: .swap)
      _ = try inPlace.write(site("1").pages)
      try scratch.write("mine", "site/CNAME")
      let (inode, stamp) = (Scratch.inode("\(root)/index.html"), SiteState(path: "\(scratch.path)/.state").stamp)
      for _ in 0..<2 {
        #expect(try swap.write(site("1").pages).isEmpty)
        #expect(Disk.linkTarget(of: root) == ".site-2" && scratch.text("site/CNAME") == "mine")
        #expect(Scratch.inode("\(root)/index.html") == inode)
      }
      for _ in 0..<2 {
        #expect(try inPlace.write(site("1").pages).isEmpty)
        #expect(Disk.kind(of: root) == .folder && scratch.text("site/CNAME") == "mine")
        #expect(Scratch.inode("\(root)/index.html") == inode)
        #expect(Disk.names(in: scratch.path) == [".state", "site"])
      }
      #expect(Disk.names(in: "\(scratch.path)/.state") == ["stamp"])
      #expect(SiteState(path: "\(scratch.path)/.state").stamp == stamp)
    }
  }

  @Test("Back to publication in place, the tree becomes a plain folder, and no other tree stays")
  func backInPlace() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let swap = SiteWriter(root: root, state: "\(scratch.path)/.state", mode: .swap)
      for version in ["1", "2"] { _ = try swap.write(site(version).pages) }
      _ = try SiteWriter(root: root, state: "\(scratch.path)/.state").write(site("3").pages)
      #expect(Disk.kind(of: root) == .folder)
      #expect(Scratch.files(below: root) == site("3").files)
      #expect(Disk.names(in: scratch.path) == [".state", "site"])
    }
  }

  @Test("A link that somebody else made is followed in place, and stays")
  func foreignInPlace() throws {
    try Scratch.run { scratch in
      for name in ["elsewhere", ".site-7"] {
        mkdir("\(scratch.path)/\(name)", 0o777)
        unlink("\(scratch.path)/site")
        symlink(name, "\(scratch.path)/site")
        _ = try SiteWriter(root: "\(scratch.path)/site", state: "\(scratch.path)/.state").write(site("1").pages)
        #expect(Disk.linkTarget(of: "\(scratch.path)/site") == name)
        #expect(Scratch.files(below: "\(scratch.path)/\(name)") == site("1").files)
      }
    }
  }
}
