import NewsModel
import Testing

@testable import Compose

/// Stories are composed again only where something of them changed.
struct StoryMemoTests {
  /// A composition with a memo, and what was composed anew.
  private func composed(
    _ origins: [[Press]], before: [String: [UInt8]] = [:], contents: [String: String]? = nil,
    revision: String = "1", printed: SiteMemory = SiteMemory()
  ) -> (composition: Composition, memo: StoryMemo) {
    let digests = origins.flatMap(\.self).map(\.digest)
    let hashes = contents ?? Dictionary(uniqueKeysWithValues: digests.map { ($0.article.id, $0.article.text) })
    var memo = StoryMemo(before: before, contents: hashes, revision: revision)
    let made = Composer(settings: SiteSettings()).composition(
      digests: digests, clustering: Press.clustering(origins), runDiagnostics: [], memory: printed, moved: [],
      decisions: EditorialDecisions(), editions: EditionRequest(), memo: &memo, jobs: 2)
    return (made, memo)
  }

  @Test("a story in bytes is the same story")
  func coding() throws {
    let (_, memo) = composed([[try Visit.long(), try Visit.short()]])
    let bytes = try #require(memo.fresh.values.first)
    let story = try #require(ComposedStoryCoding.story(bytes))
    #expect(!story.keyPoints.isEmpty && !story.quotes.isEmpty && !story.differences.isEmpty && !story.actors.isEmpty)
    #expect(story.timeline.contains { $0.kind == .publication })
    #expect(ComposedStoryCoding.bytes(of: story) == bytes)
    // Bytes that were cut or changed are no story, or another one; they never end the run.
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(ComposedStoryCoding.story(Array(bytes.prefix(length))) == nil)
    }
    for at in stride(from: 0, to: bytes.count, by: 5) {
      var other = bytes
      other[at] ^= 0x55
      if let read = ComposedStoryCoding.story(other) { #expect(ComposedStoryCoding.bytes(of: read) != bytes) }
    }
  }

  @Test("a story that is known is not composed again, and says the same")
  func known() throws {
    let origins = [[try Visit.long(), try Visit.short()]]
    let (first, memo) = composed(origins)
    #expect(memo.fresh.count == 1)
    let (second, again) = composed(origins, before: memo.fresh)
    #expect(again.fresh.isEmpty)
    #expect(again.used == memo.used)
    #expect("\(second.stories)" == "\(first.stories)")
    #expect("\(second.actors)" == "\(first.actors)")
    #expect("\(second.articles)" == "\(first.articles)")
  }

  @Test("what a story was made from makes it anew when it changes")
  func changed() throws {
    let origins = [[try Visit.long(), try Visit.short()]]
    let ids = origins.flatMap(\.self).map(\.digest.article.id)
    let (_, memo) = composed(origins)
    var other = Dictionary(uniqueKeysWithValues: ids.map { ($0, "other") })
    #expect(composed(origins, before: memo.fresh, contents: other).memo.fresh.count == 1)
    #expect(composed(origins, before: memo.fresh, revision: "2").memo.fresh.count == 1)
    // Apart they are no longer one report.
    #expect(composed(origins[0].map { [$0] }, before: memo.fresh).memo.fresh.count == 1)
    // An article that nobody knows by content is no ground to stand on.
    other[ids[0]] = nil
    let (_, unknown) = composed(origins, before: memo.fresh, contents: other)
    #expect(unknown.fresh.isEmpty && unknown.used.isEmpty)
  }
}
