import NewsModel
import Testing

@testable import Cluster

@Suite("Identities over mornings")
struct StableIdentityTests {
  private func story(_ id: String, _ articles: String...) -> Story {
    Story(id: id, articles: articles, origins: [], thread: "t-\(id)", why: [])
  }

  private func clustering(_ stories: [Story]) -> Clustering {
    Clustering(
      stories: stories, threads: stories.map { Thread(id: $0.thread, stories: [$0.id], why: []) }, actors: [])
  }

  private func known(_ id: String, _ members: String..., day: Int = 0, successor: String? = nil) -> KnownEntity {
    KnownEntity(
      kind: .story, id: id, slug: id, members: members, successor: successor, firstSeen: CivilDay(number: day))
  }

  @Test("A story that grows keeps its identity, whatever article is its least now")
  func growth() {
    let made = StableIdentities(known: [known("s-m", "m", "n")], isWhole: true)
      .settled(clustering([story("s-a", "a", "m", "n"), story("s-z", "z")]))
    #expect(made.clustering.stories.map(\.id) == ["s-m", "s-z"])
    #expect(made.clustering.stories[0].articles == ["a", "m", "n"])
    #expect(made.clustering.threads.map(\.stories) == [["s-m"], ["s-z"]])
    #expect(made.moved.isEmpty)
  }

  @Test("Of stories that merge the one with most articles stays, and the other points to it for good")
  func merge() {
    let old = [known("s-a", "a"), known("s-b", "b", "c")]
    let made = StableIdentities(known: old, isWhole: true).settled(clustering([story("s-a", "a", "b", "c")]))
    #expect(made.clustering.stories.map(\.id) == ["s-b"])
    #expect(made.moved == [known("s-a", "a", successor: "s-b")])
    let again = StableIdentities(
      known: [known("s-a", "a", successor: "s-b"), known("s-b", "a", "b", "c")], isWhole: true
    )
    .settled(clustering([story("s-a", "a", "b", "c")]))
    #expect(again.clustering.stories.map(\.id) == ["s-b"])
    #expect(again.moved.isEmpty)
  }

  @Test("Of a story that splits the larger part keeps the identity; an id is never given twice")
  func split() {
    let old = [known("s-a", "a", "b", "c")]
    let made = StableIdentities(known: old, isWhole: true)
      .settled(clustering([story("s-a", "a"), story("s-b", "b", "c")]))
    #expect(made.clustering.stories.map { [$0.id] + $0.articles } == [["s-a", "b", "c"], ["s-a-2", "a"]])
  }

  @Test("A part that leaves a story is told from a story that is new")
  func parted() {
    let old = [known("s-a", "a", "b", "c"), known("s-x", "x")]
    let now = clustering([story("s-b", "b", "c"), story("s-a", "a"), story("s-n", "n"), story("s-x", "x")])
    let made = StableIdentities(known: old, isWhole: true).settled(now)
    #expect(made.parted == [Parting(story: "s-a-2", origin: "s-a")])
    let later = [known("s-a", "b", "c"), known("s-a-2", "a"), known("s-n", "n"), known("s-x", "x")]
    #expect(StableIdentities(known: later, isWhole: true).settled(now).parted.isEmpty)
  }

  @Test("What went into another story and is parted from it again has its page again")
  func revived() {
    let old = [known("s-a", "a", "b", "c"), known("s-c", "c", successor: "s-a")]
    let made = StableIdentities(known: old, isWhole: true)
      .settled(clustering([story("s-a", "a", "b"), story("s-c", "c")]))
    #expect(made.clustering.stories.map(\.id) == ["s-a", "s-c"])
    #expect(made.moved == [known("s-c", "c")])
    #expect(made.parted == [Parting(story: "s-c", origin: "s-a")])
  }

  @Test("Where a merging is taken back each part has its own page again, also the larger part that had gone")
  func takenBack() {
    let one = [known("s-w", "t", "w"), known("s-t", "t", successor: "s-w")]
    let parts = clustering([story("s-t", "t"), story("s-w", "w")])
    let made = StableIdentities(known: one, isWhole: true).settled(parts)
    #expect(made.clustering.stories.map { [$0.id] + $0.articles } == [["s-t", "t"], ["s-w", "w"]])
    #expect(made.moved == [known("s-t", "t")])
    let larger = [known("s-w", "t", "u", "w"), known("s-t", "t", "u", successor: "s-w")]
    let both = StableIdentities(known: larger, isWhole: true)
      .settled(clustering([story("s-t", "t", "u"), story("s-w", "w")]))
    #expect(both.clustering.stories.map { [$0.id] + $0.articles } == [["s-t", "t", "u"], ["s-w", "w"]])
  }

  @Test("What vanished is gone where all is shown, and only waits where sources were named")
  func vanished() {
    let old = [known("s-a", "a"), known("s-b", "b")]
    let now = clustering([story("s-b", "b")])
    #expect(StableIdentities(known: old, isWhole: true).settled(now).moved == [known("s-a", "a", successor: "")])
    #expect(StableIdentities(known: old, isWhole: false).settled(now).moved.isEmpty)
  }

  @Test("Between equal claims the older story wins")
  func age() {
    let old = [known("s-a", "a", day: 5), known("s-b", "b", day: 2)]
    let made = StableIdentities(known: old, isWhole: true).settled(clustering([story("s-a", "a", "b")]))
    #expect(made.clustering.stories.map(\.id) == ["s-b"])
  }

  @Test("What the editor joined and parted holds for the articles that came since")
  func editor() {
    var decisions = EditorialDecisions()
    decisions.merges = [[.init(.story, "s-a"), .init(.story, "s-b")]]
    decisions.splits = [.init(target: .init(.story, "s-c"), parts: ["d"])]
    let old = [known("s-a", "a"), known("s-b", "b", successor: "s-a"), known("s-c", "c", "d", "e")]
    let made = EditorialClustering(decisions: decisions, known: old)
      .applied(to: clustering([story("s-a", "a", "x"), story("s-b", "b"), story("s-c", "c", "d", "e")]), digests: [])
    #expect(made.stories.map(\.articles) == [["a", "b", "x"], ["c", "e"], ["d"]])
    #expect(made.threads.flatMap(\.stories).sorted() == made.stories.map(\.id).sorted())
  }
}
