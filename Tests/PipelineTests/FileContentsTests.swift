import Foundation
import Testing

@testable import Pipeline

@Suite("What files hold")
struct FileContentsTests {
  /// Three files of two texts.
  private static let texts = ["a.txt": "le pont", "b.txt": "le pont", "c.txt": "la gare"]

  private func inFolder(_ body: ([String: String]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String: String] = [:]
    for (name, text) in FileContentsTests.texts {
      paths[name] = folder.appendingPathComponent(name).path
      try write(text, paths[name])
    }
    try body(paths)
  }

  private func write(_ text: String, _ path: String?) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: try #require(path)))
  }

  @Test("The stamp of a file is that of its bytes, whenever they were written")
  func stamps() throws {
    try inFolder { paths in
      let all = paths.values.sorted()
      let before = FileContents(of: all, known: FileContents(), jobs: 2)
      let stamps = all.map(before.stamp)
      #expect(stamps[0] == stamps[1])
      #expect(stamps[0] != stamps[2])
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: all[0])
      try write("la gare", all[1])
      let after = FileContents(of: all, known: before, jobs: 1)
      #expect(all.map(after.stamp) == [stamps[0], stamps[2], stamps[2]])
      #expect(after != before)
      #expect(FileContents(of: all, known: after, jobs: 1) == after)
    }
  }

  @Test("A file that looks as before is not read")
  func looks() throws {
    try inFolder { paths in
      let path = try #require(paths["a.txt"])
      let moment = Date(timeIntervalSince1970: 1_000_000_000)
      try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: path)
      let before = FileContents(of: [path], known: FileContents(), jobs: 1)
      // As many bytes at the same place and moment: from outside nothing tells.
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      file.write(Data("un pont".utf8))
      try file.close()
      try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: path)
      #expect(FileContents(of: [path], known: before, jobs: 1).stamp(of: path) == before.stamp(of: path))
      #expect(FileContents(of: [path], known: FileContents(), jobs: 1).stamp(of: path) != before.stamp(of: path))
    }
  }

  @Test("What is kept is read back whole; of other bytes nothing is known")
  func kept() throws {
    try inFolder { paths in
      let known = FileContents(of: paths.values.sorted(), known: FileContents(), jobs: 1)
      #expect(FileContents(known.bytes) == known)
      #expect(FileContents(Array(known.bytes.dropLast())) == nil)
      #expect(FileContents([]) == FileContents())
    }
  }

  @Test("Bytes beyond one piece count, and a file that is not there has no stamp")
  func edges() throws {
    try inFolder { paths in
      let path = try #require(paths["a.txt"])
      let long = String(repeating: "0123456789abcdef", count: 1 << 17)
      try write(long + "1", path)
      let one = FileContents(of: [path], known: FileContents(), jobs: 1).stamp(of: path)
      try write(long + "2", path)
      #expect(FileContents(of: [path], known: FileContents(), jobs: 1).stamp(of: path) != one)
      #expect(FileContents(of: [path + "x"], known: FileContents(), jobs: 1).stamp(of: path + "x").isEmpty)
    }
  }
}
