import Archive
import Foundation
import NewsModel
import Read
import Testing

@testable import Pipeline

@Suite("Ids that were made from the place of a line")
struct FormerIdentitiesTests {
  /// An archive as the program before left it: ids by the number of the line, and by the rank among lines of one id.
  private static func identities(_ articles: [Article]) throws -> FormerIdentities {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try Archive(path: "\(folder)/archive.sqlite")
    _ = try archive.keep(articles.map { Digest(article: $0) }, extractor: "before", day: nil)
    return FormerIdentities(try archive.current(extractor: "now"))
  }

  private static func article(
    _ id: String, _ text: String, file: String = "sub/day.jsonl", url: String? = nil
  ) -> Article {
    Article(id: id, text: text, title: "T", url: url, file: file)
  }

  /// The ids under which lines of now are known, with what the program before left.
  private static func ids(_ lines: [String], after articles: [Article], file: String = "sub/day.jsonl") throws
    -> [String]
  {
    let formers = try identities(articles)
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return ArticleReader().articles(in: bytes, file: file).articles.map { formers.identified($0).id }
  }

  private static func line(_ text: String, id: String? = nil) -> String {
    "{\(id.map { "\"id\":\"\($0)\"," } ?? "")\"title\":\"T\",\"text\":\"\(text)\"}"
  }

  @Test("A line that moved keeps the id of its number; a line that stands there now does not get it")
  func nameless() throws {
    let known = [Self.article("sub-day-1", "Le bac reprend."), Self.article("sub-day-2", "La digue tient.")]
    let lines = ["Un navire arrive.", "Le bac reprend.", "La digue tient."].map { Self.line($0) }
    let ids = try Self.ids(lines, after: known)
    #expect(ids.suffix(2) == ["sub-day-1", "sub-day-2"])
    #expect(try ids[0] == Self.ids(lines, after: [])[0])
    #expect(!ids[0].hasSuffix("-1"))
    #expect(try Self.ids(lines, after: known, file: "day.jsonl").allSatisfy { !$0.hasPrefix("sub-") })
  }

  @Test("A line of an id that stands in its file twice keeps the number that it had")
  func numbered() throws {
    let known = [Self.article("a", "Un."), Self.article("a-2", "Deux."), Self.article("a-3", "Un.")]
    let lines = [Self.line("Trois.", id: "a"), Self.line("Deux.", id: "a"), Self.line("Un.", id: "a")]
    #expect(try Self.ids(lines, after: known) == ["a", "a-2", "a"])
  }

  @Test("What was removed under an id of its place does not come back under the one of its words")
  func removed() async throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lines = [
      Self.line("Un.", id: "a"), Self.line("Un.", id: "a"), Self.line("Sans nom."), Self.line("Deux.", id: "a"),
      Self.line("Encore."),
    ]
    try lines.joined(separator: "\n").write(toFile: "\(folder)/in/day.jsonl", atomically: true, encoding: .utf8)
    let archive = try Archive(path: "\(folder)/archive.sqlite")
    let before = [("a", "Un."), ("a-2", "Un."), ("day-3", "Sans nom."), ("a-3", "Deux."), ("day-5", "Encore.")]
    _ = try archive.keep(
      before.map { Digest(article: Self.article($0, $1, file: "day.jsonl")) }, extractor: "before", day: nil)
    for id in ["day-3", "a-3"] { #expect(try archive.remove(article: id)) }
    let loader = ArchivedLoader(archive: archive, loader: ArticleLoader(jobs: 1, progress: SilentProgress()))
    let list = SourceList(["\(folder)/in"])
    let shown = try await loader.load(list, SourceStamps(list), digests: [], accumulates: false, day: nil)
    #expect(shown.digests.map(\.article.id) == ["a", "day-5"])
    #expect(shown.digests.map(\.article.text) == ["Un.", "Encore."])
  }

  @Test("An id that a line has of its own is given to no other line, though that says what was known under it")
  func ownIds() async throws {
    let folder = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try Archive(path: "\(folder)/archive.sqlite")
    let loader = ArchivedLoader(archive: archive, loader: ArticleLoader(jobs: 1, progress: SilentProgress()))
    for (first, second) in [("Un.", "Deux."), ("Deux.", "Autrement.")] {
      let lines = [Self.line(first, id: "flood"), Self.line(second, id: "flood-2")]
      try lines.joined(separator: "\n").write(toFile: "\(folder)/in/day.jsonl", atomically: true, encoding: .utf8)
      let list = SourceList(["\(folder)/in"])
      let shown = try await loader.load(list, SourceStamps(list), digests: [], accumulates: false, day: nil)
      #expect(shown.digests.map(\.article.id) == ["flood", "flood-2"])
      #expect(shown.digests.map(\.article.text) == [first, second])
    }
  }

  @Test("Ids that only look like it are left alone")
  func others() throws {
    let known = [
      Self.article("flood", "Un.", url: "https://e.test/flood"),
      Self.article("flood-2", "Deux.", url: "https://e.test/flood-2"), Self.article("2026-02", "Trois.", file: "x.txt"),
    ]
    let formers = try Self.identities(known)
    for article in [
      Self.article("flood", "Deux.", url: "https://e.test/flood"), Self.article("2026", "Trois.", file: "x.txt"),
      Self.article("other", "Deux.", url: "https://e.test/flood-2"),
    ] {
      #expect(formers.identified(article).id == article.id)
    }
  }
}
