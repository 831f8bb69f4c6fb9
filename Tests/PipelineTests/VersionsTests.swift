import Archive
import Foundation
import NewsModel
import Testing

@testable import Pipeline

@Suite("Which version of an article is shown")
struct VersionsTests {
  @Test("A headline that a later file corrects counts, though the text is the same, on any morning")
  func retitled() async throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try Archive(path: "\(folder)/archive.sqlite")
    let loader = ArchivedLoader(archive: archive, loader: ArticleLoader(jobs: 1, progress: SilentProgress()))
    func line(_ title: String) -> String { #"{"id": "a", "title": "\#(title)", "text": "Le bac reprend."}"# }
    func titles() async throws -> [String?] {
      let list = SourceList(["\(folder)/in"])
      let shown = try await loader.load(list, SourceStamps(list), digests: [], accumulates: true, day: nil)
      return shown.digests.map(\.article.title)
    }
    for (file, title, shown) in [
      ("2031-03-02", "Le bac repard", "Le bac repard"), ("2031-03-03", "Le bac repart", "Le bac repart"),
      ("2031-03-01", "Le bac", "Le bac repart"),
    ] {
      try line(title).write(toFile: "\(folder)/in/\(file).jsonl", atomically: true, encoding: .utf8)
      #expect(try await titles() == [shown])
      #expect(try await titles() == [shown])
    }
  }
}
