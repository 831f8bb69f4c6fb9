import Archive
import Cluster
import Foundation
import NewsModel
import Testing

@testable import Pipeline

@Suite("What a build finds in its archive")
struct StoredVersionsTests {
  /// An archive in a folder that is gone afterwards.
  private static func inArchive<T>(_ body: (Archive) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(try Archive(path: "\(folder)/archive.sqlite"))
  }

  private static func digest(_ id: String) -> Digest {
    Digest(article: Article(id: id, text: "Le port de \(id) ferme.", title: "Le port", file: "day.jsonl"))
  }

  @Test("An article is known only with all that is known of it; those of the archive come in the order of their ids")
  func holding() throws {
    try StoredVersionsTests.inArchive { archive in
      let digests = ["c", "a", "b"].map(StoredVersionsTests.digest)
      _ = try archive.keep(digests, extractor: "now", day: nil)
      let stored = StoredVersions(try archive.current(extractor: "now"))
      #expect(stored.all.map(\.article.id) == ["a", "b", "c"])
      #expect(digests.map { stored.place(holding: $0.article) } == [2, 0, 1])
      #expect(stored.all.indices.allSatisfy { stored.place(ofNumber: stored.all[$0].number) == $0 })
      #expect(stored.contents == Dictionary(uniqueKeysWithValues: stored.all.map { ($0.article.id, $0.hash) }))
      var changed = digests[1].article
      changed.author = "C. D."
      #expect(stored.place(holding: changed) == nil && stored.place(of: "a") == 0)
      changed = digests[1].article
      changed.diagnostics = [Diagnostic(.truncated, "cut")]
      #expect(stored.place(holding: changed) == nil, "how it was read counts too")
      changed = digests[1].article
      changed.id = "d"
      #expect(stored.place(holding: changed) == nil)
    }
  }

  @Test("Sketches are read ahead; one that is damaged, or of another program, is not taken")
  func sketches() throws {
    try StoredVersionsTests.inArchive { archive in
      let sketch = Sketcher().sketch(of: StoredVersionsTests.digest("a"))
      let key = "sketch \(Revision.program) "
      try archive.keep(
        derived: [
          key + "1": sketch.encoded, key + "2": Array(sketch.encoded.dropLast(3)), key + "3": [],
          "sketch other 4": sketch.encoded, "story": [7],
        ], forgetting: [])
      let read = try DerivedRows(archive, jobs: 2)
      #expect(read.sketches == [key + "1": sketch])
      #expect(Set(read.bytes.keys) == [key + "1", key + "2", key + "3", "sketch other 4", "story"])
      #expect(read.bytes["story"] == [7])
      var memo = ClusterMemo(before: read, contents: ["a": "2"], jobs: 1)
      let made = memo.clustering(of: [StoredVersionsTests.digest("a")], by: Clusterer(aliases: [], jobs: 1))
      #expect(memo.fresh[key + "2"] == sketch.encoded, "made anew where it was damaged")
      #expect(made.stories.flatMap(\.articles) == ["a"])
    }
  }

  @Test("What was read ahead is handed over once")
  func taken() {
    let ahead = ReadAhead([1])
    #expect(ahead.take() == [1] && ahead.take() == nil)
  }
}
