import Foundation
import NewsModel
import Outside
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

  @Test("Files that no reader reads are counted by their ending, but for what nobody takes for an article")
  func passedOver() throws {
    try inFolder { folder in
      #expect(SourceList(["\(folder)/a"]).remark == nil, "a README, a picture and a hidden file")
      let names = [
        "Une note.docx", "autre.DOCX", "drafts/vieux.odt", "crue.jsonl.gz", "sans-fin", ".hidden.docx", "articles.yml",
        "README.docx", "LICENSE", "page_files/style.css", "one.html",
      ]
      try FileManager.default.createDirectory(atPath: "\(folder)/a/page_files", withIntermediateDirectories: true)
      for name in names { try "x".write(toFile: "\(folder)/a/\(name)", atomically: true, encoding: .utf8) }
      let list = SourceList(["\(folder)/a", "\(folder)/a/drafts"])
      #expect(
        list.remark?.hasPrefix("5 files passed over (2 .docx, 1 .gz, 1 .odt, 1 without an ending): save them as text")
          == true, "\(list.remark ?? "")")
      #expect(list.diagnostics.isEmpty)
      #expect(list.files.count == 4)
      #expect(
        SourceList(["\(folder)/a"], leaveOut: ["*.docx", "*.DOCX", "drafts/*", "*.gz"]).remark?
          .hasPrefix("1 file passed over (1 without an ending): save it") == true)
    }
  }

  @Test("An entry of articles.yml for a file that is not there is told with its line, also when it is not read again")
  func missingEntry() throws {
    try inFolder { folder in
      let index = "\(folder)/a/articles.yml"
      try "one.txt:\n  source: Un\ntwoo.md:\n  source: Deux\n".write(toFile: index, atomically: true, encoding: .utf8)
      let list = SourceList(["\(folder)/a"])
      let first = SourceIndexStamps(list, SourceStamps(list), known: [:])
      #expect(first.diagnostics.map(\.line) == [3])
      #expect(first.diagnostics.first?.message.contains("\"twoo.md\"") == true)
      let again = SourceIndexStamps(list, SourceStamps(list), known: first.fresh)
      #expect(again.diagnostics == first.diagnostics && again.fresh.isEmpty)
      try "x".write(toFile: "\(folder)/a/twoo.md", atomically: true, encoding: .utf8)
      let mended = SourceList(["\(folder)/a"])
      #expect(SourceIndexStamps(mended, SourceStamps(mended), known: first.fresh).diagnostics.isEmpty)
    }
  }

  @Test("A watch tells of each change once: of a source, the configuration, a template, a decision")
  func watch() throws {
    try inFolder { folder in
      func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      try write("daybrief.yml", "title: Un\n")
      try write("mine/style.css", "a{}")
      var configuration = Configuration()
      configuration.templates = "\(folder)/mine"
      let request = SiteBuild.Request(
        configuration: configuration, configurationFile: "\(folder)/daybrief.yml", sources: ["\(folder)/a"],
        output: "\(folder)/site")
      var watch = ChangeWatch(request, configurationFile: "\(folder)/daybrief.yml")
      var has = watch.hasChanged()
      #expect(!has)
      for (name, text) in [
        ("a/three.txt", "x"), ("a/one.txt", "longer"), ("daybrief.yml", "title: Deux\n"), ("mine/style.css", "b{}  "),
        ("overrides.yml", "hide: []\n"),
      ] {
        try write(name, text)
        has = watch.hasChanged()
        #expect(has, "\(name)")
        has = watch.hasChanged()
        #expect(!has, "\(name)")
      }
      try write("secret.txt", "another")
      has = watch.hasChanged()
      #expect(!has)
    }
  }

  @Test("A configuration that is not UTF-8 is refused with its line; letters would be lost in silence")
  func notUTF8() throws {
    try inFolder { folder in
      let path = "\(folder)/daybrief.yml"
      try Data("title: Été\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(try FileTree.text(path) == "title: Été\n")
      try Data(Array("# un\ntitle: ".utf8) + [0xC9, 0x74, 0xE9, 0x0A]).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: FileError.self) { try FileTree.text(path) }
      #expect(error?.description == "\(path):2: this line is not UTF-8; save the file as UTF-8")
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

  @Test("Neither links nor pipes nor deeper links lead out of a folder, and no pattern follows them out")
  func links() throws {
    try inFolder { folder in
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/outside", withIntermediateDirectories: true)
      try "x".write(toFile: "\(folder)/outside/x.txt", atomically: true, encoding: .utf8)
      try files.createSymbolicLink(atPath: "\(folder)/a/below", withDestinationPath: "\(folder)/outside")
      try files.createSymbolicLink(atPath: "\(folder)/a/up.txt", withDestinationPath: "../secret.txt")
      try files.createSymbolicLink(atPath: "\(folder)/a/device.txt", withDestinationPath: "/dev/zero")
      try files.createSymbolicLink(atPath: "\(folder)/a/inside.txt", withDestinationPath: "one.txt")
      try files.createSymbolicLink(atPath: "\(folder)/a/loop", withDestinationPath: ".")
      let own = ["drafts/x.txt", "one.txt", "two.md"]
      #expect(SourceList(["\(folder)/a"]).files.map(\.relative) == own)
      let matched = SourceList(["\(folder)/a/*.txt", "\(folder)/a/below/*.txt", "\(folder)/a/b*"])
      #expect(matched.files.map(\.relative) == ["inside.txt", "one.txt", "x.txt"])
      #expect(matched.files.last?.path == "\(folder)/a/below/x.txt")
      #expect(matched.diagnostics.allSatisfy { $0.code == .unsafePath })
      #expect(matched.diagnostics.count == 5)
      // A list of what is known of files is the folder's own, or none.
      try "x.txt: {title: T}".write(toFile: "\(folder)/outside/articles.yml", atomically: true, encoding: .utf8)
      try files.createSymbolicLink(atPath: "\(folder)/a/articles.yml", withDestinationPath: "../outside/articles.yml")
      #expect(SourceList(["\(folder)/a"]).files.allSatisfy { $0.index == nil })
    }
  }

  @Test("Names in articles.yml that lead elsewhere say nothing of files there")
  func indexNames() throws {
    try inFolder { folder in
      let index = "../secret.txt: {title: No}\n/etc/passwd: {title: No}\none.txt: {title: Yes}\n"
      try index.write(toFile: "\(folder)/a/articles.yml", atomically: true, encoding: .utf8)
      let read = ArticleLoader(jobs: 1, progress: SilentRun()).articles(in: SourceList(["\(folder)/a"]))
      #expect(read.articles.compactMap(\.title) == ["Yes"])
    }
  }

  @Test("A pipe that is named is refused and not waited for")
  func pipe() throws {
    try inFolder { folder in
      #expect(SourceList(["\(folder)/a/pipe.txt"]).diagnostics.map(\.code) == [.unsafePath])
    }
  }
}

/// Says nothing.
private struct SilentRun: RunObserver {
  func begin(_ step: String) {}
  func advance(_ done: Int, of total: Int) {}
  func end(_ step: String, _ summary: String) {}
  func tell(_ diagnostic: Diagnostic) {}
}
