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
    #expect(everything(in: second.stories) == everything(in: first.stories))
    #expect(everything(in: second.actors) == everything(in: first.actors))
    #expect(everything(in: second.articles) == everything(in: first.articles))
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

  @Test("what editions print of what a story prints too makes it no other story, other words do")
  func printed() throws {
    let origins = [[try Visit.long(), try Visit.short()]]
    let (first, memo) = composed(origins)
    let part = try #require(memo.fresh.values.first.flatMap(ComposedStoryCoding.story))
    let text = try #require(origins[0].first { $0.digest.article.id == part.sources[0].id }).digest.article.text
    func edition(_ spans: [Span]) throws -> SiteMemory {
      let day = try #require(CivilDay(iso: "2031-05-08"))
      let passages = spans.map { Passage(article: part.sources[0].id, span: $0) }
      return SiteMemory(editions: [
        Edition(
          day: day, number: 1, state: .closed, articles: [part.sources[0].id], stories: [part.id], summary: "one",
          markdown: "# One\n", data: "{}", passages: passages)
      ])
    }
    let told = try #require(part.keyPoints.first { $0.passage.article == part.sources[0].id }).passage.span
    let same = try edition([told])
    let (second, again) = composed(origins, before: memo.fresh, printed: same)
    #expect(again.fresh.isEmpty, "the story prints these words itself")
    // And composing it would have given the same.
    let (third, anew) = composed(origins, printed: same)
    #expect(
      everything(in: second.stories) == everything(in: third.stories)
        && everything(in: second.articles) == everything(in: third.articles))
    #expect(everything(in: second.stories) == everything(in: first.stories))
    // Words that it left out count, and so does that they are told no more.
    let left = try #require(
      part.sources[0].paragraphs.first { paragraph in
        !part.sources[0].printable.contains { $0.contains(paragraph) }
      })
    #expect(text.holds(left))
    let (_, more) = composed(origins, before: memo.fresh, printed: try edition([told, left]))
    #expect(more.fresh.count == 1)
    #expect(composed(origins, before: more.fresh, printed: try edition([told, left])).memo.fresh.isEmpty)
    #expect(composed(origins, before: more.fresh, printed: same).memo.fresh.count == 1)
    // Told before and now, a story is what it was, and its pages stay.
    #expect(composed(origins, before: anew.fresh, printed: same).memo.keys.stories == anew.keys.stories)
    #expect(anew.keys.stories != memo.keys.stories)
  }
}
