import Archive
import Fetch
import Foundation
import NewsModel
import Testing

@testable import Pipeline

@Suite("Paths with the name of a redacted person")
struct HiddenPathsTests {
  @Test("A body of a feed that is gone leaves nothing in the archive, not even under a checksum")
  func gone() async throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let address = "https://anna-holm.example/feed"
    let bodies = "\(folder)/fetched/feeds/\(FetchFolder.name(of: address))"
    try FileManager.default.createDirectory(atPath: bodies, withIntermediateDirectories: true)
    let archive = try Archive(path: "\(folder)/archive.sqlite")
    let redaction = Redaction(subjects: Redaction.subjects(for: ["Anna Holm"]))
    let loader = ArchivedLoader(
      archive: archive, loader: ArticleLoader(jobs: 1, progress: SilentProgress()), prepare: redaction.redacted,
      paths: HiddenPaths(redaction))
    /// Reads the bodies that there are; answers how many were opened, and under which paths they are kept.
    func load() async throws -> (opened: Int, kept: Set<String>) {
      var list = SourceList([])
      list.add(fetched: FetchFolder("\(folder)/fetched"), of: [FeedSource(url: address)])
      let loaded = try await loader.load(list, SourceStamps(list), digests: [], accumulates: true, day: nil)
      return (loaded.opened, Set(try archive.sourceFiles().keys))
    }
    func write(_ name: String, _ title: String) throws {
      let text = "<rss><channel><item><title>\(title)</title><guid>\(title)</guid></item></channel></rss>"
      try text.write(toFile: "\(bodies)/\(name).xml", atomically: true, encoding: .utf8)
    }
    try write("20310302T060000Z", "Le bac repart")
    let first = try await load()
    #expect(first.opened == 1 && first.kept.count == 1 && first.kept.allSatisfy(HiddenPaths.isHidden))
    let same = try await load()
    #expect(same.opened == 0 && same.kept == first.kept)
    try FileManager.default.removeItem(atPath: "\(bodies)/20310302T060000Z.xml")
    try write("20310303T060000Z", "La digue tient")
    let second = try await load()
    #expect(second.opened == 1 && second.kept.count == 1 && second.kept.isDisjoint(with: first.kept))
  }
}
