import Foundation
import NewsModel
import Testing

@testable import Archive

@Suite("Feeds and wordings in the archive")
struct FeedAndVersionTests {
  private func day(_ text: String) -> CivilDay? { CivilDay(iso: text) }

  @Test("how feeds fare comes back in order, and what is no longer listed is forgotten")
  func feeds() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    let first = [
      FeedReport(url: "https://z.test/", title: "Z", lastGood: day("2031-03-01")),
      FeedReport(url: "https://a.test/", lastGood: nil, failingSince: day("2031-02-28"), why: "notFound"),
    ]
    try archive.keep(first)
    #expect(try archive.feeds() == first)
    try archive.keep([first[1]])
    #expect(try Archive(path: bench.path).feeds() == [first[1]])
    #expect(try archive.verify() == 1)
    var lines: [Data] = []
    try archive.export { lines.append($0) }
    let other = try Bench()
    defer { other.clear() }
    let copy = try Archive(path: other.path)
    _ = try copy.take(lines.enumerated().map { (number: $0.offset + 1, line: $0.element) })
    #expect(try copy.feeds() == [first[1]])
  }

  @Test("wordings are told oldest first, of articles that have several; other changes are none")
  func versions() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    var renamed = Bench.digest("b")
    renamed.article.author = "C. D."
    let batches: [([Digest], String)] = [
      ([Bench.digest("a"), Bench.digest("b")], "2031-03-01"),
      ([Bench.digest("a", "Douze élus ont voté."), renamed], "2031-03-02"),
      ([Bench.digest("a", "Treize élus ont voté.")], "2031-03-04"),
    ]
    for (digests, noted) in batches { _ = try archive.keep(digests, extractor: "1", day: day(noted)) }
    let history = try archive.versionHistory()
    #expect(history.keys.sorted() == ["a"])
    #expect(history["a"]?.map(\.seenAfter) == ["2031-03-01", "2031-03-02", "2031-03-04"].map(day))
    #expect(history["a"]?.first?.updated == "2031-03-02T08:00:00Z")
    #expect(try archive.remove(article: "a"))
    #expect(try archive.versionHistory().isEmpty)
  }
}
