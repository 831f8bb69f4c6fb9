import Foundation
import NewsModel
import Testing

@testable import Publish

@Suite("Compressed pages")
struct CompressionTests {
  private let long = String(repeating: "A page with some words. ", count: 100)

  private func unpacked(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("Pages of text above a packet's size have their forms; small ones and pictures have none")
  func which() throws {
    try Scratch.run { scratch in
      let root = "\(scratch.path)/site"
      let pages = [
        Page(path: "index.html", text: long), Page(path: "small.html", text: "x"), Page(path: "a.png", text: long),
      ]
      _ = try SiteWriter(root: root, state: "\(scratch.path)/.state", compressions: [.gz, .br]).write(pages)
      #expect(
        Disk.names(in: root) == ["a.png", "data", "index.html", "index.html.br", "index.html.gz", "small.html"])
      #expect(try unpacked("\(root)/index.html.gz") == long)
      let list = try #require(scratch.text("site/data/files.txt"))
      #expect(list.contains("index.html.br\nindex.html.gz\n"))
    }
  }

  @Test("The header of a .gz has no time and no name, so the same page gives the same bytes")
  func header() throws {
    let bytes = try #require(Compression.gz.bytes(of: Array(long.utf8)))
    #expect(Array(bytes.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    #expect(Compression.gz.bytes(of: Array(long.utf8)) == bytes)
    #expect(Compression.br.bytes(of: Array(long.utf8)) == Compression.br.bytes(of: Array(long.utf8)))
  }

  @Test("A form that is gone is made again, and one that was damaged where all is made anew")
  func mended() throws {
    try Scratch.run { scratch in
      func writer(renews: Bool) -> SiteWriter {
        SiteWriter(
          root: "\(scratch.path)/site", state: "\(scratch.path)/.state", compressions: [.gz], renewsForms: renews)
      }
      let page = Page(path: "index.html", text: long)
      let path = "\(scratch.path)/site/index.html.gz"
      _ = try writer(renews: false).write([page])
      try FileManager.default.removeItem(atPath: path)
      #expect(try writer(renews: false).write([], keeping: ["index.html"]).written == ["index.html.gz"])
      try Data("no gzip".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try writer(renews: true).write([page]).written == ["index.html.gz"])
      #expect(try unpacked(path) == long)
      #expect(try writer(renews: true).write([page]).isEmpty)
    }
  }

  @Test("A form is made anew only with its page, goes with it, and goes when none is asked for")
  func life() throws {
    try Scratch.run { scratch in
      func writer(_ compressions: [Compression]) -> SiteWriter {
        SiteWriter(root: "\(scratch.path)/site", state: "\(scratch.path)/.state", compressions: compressions)
      }
      let pages = ["a.html", "b.html", "index.html"].map { Page(path: $0, text: $0 + long) }
      _ = try writer([]).write(pages)
      // Asked for later, pages that stay get theirs too.
      let first = try writer([.gz]).write([pages[2]], keeping: ["a.html", "b.html"])
      #expect(first.written == ["a.html.gz", "b.html.gz", "index.html.gz", "data/files.txt"])
      let inode = Scratch.inode("\(scratch.path)/site/a.html.gz")
      let second = try writer([.gz]).write([pages[0], Page(path: "index.html", text: "new" + long)])
      #expect(second.written == ["data/files.txt", "index.html", "index.html.gz"])
      #expect(second.removed == ["b.html.gz", "b.html"])
      #expect(Scratch.inode("\(scratch.path)/site/a.html.gz") == inode)
      #expect(try unpacked("\(scratch.path)/site/index.html.gz") == "new" + long)
      let third = try writer([.gz]).write([pages[0], Page(path: "index.html", text: "short")])
      #expect(third.removed == ["index.html.gz"])
      #expect(try writer([]).write([pages[0]], keeping: ["index.html"]).removed == ["a.html.gz"])
    }
  }
}
