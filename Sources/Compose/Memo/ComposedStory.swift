internal import NewsModel
internal import Prose

/// All that one story's own articles say, before it is set among the other stories: a pure value of these articles, so
/// that a morning composes only the stories that changed.
struct ComposedStory: Sendable, Equatable {
  /// An article and what may be printed of it.
  struct Source: Sendable, Equatable {
    var id: String
    var siglum: String
    var paragraphs: [Span]
    var printable: [Span]
    var withheld: Int
    var printedWords: Int
    var wordLimit: Int
    var rights: Rights
    /// What editions that were out printed of it when the story was composed.
    var told: [Span]
  }
  /// A role that an article gives an actor.
  struct Role: Sendable, Equatable {
    /// The hashes of its words; roles of the same key are one.
    var key: [UInt64]
    var text: String
    var passage: Passage
  }
  /// A quote by an actor.
  struct Quote: Sendable, Equatable {
    var version: StoryQuote.Version
    var isInferred: Bool
  }
  /// What the story says of an actor.
  struct Share: Sendable, Equatable {
    /// The id of the actor's identity.
    var actor: String
    var roles: [Role]
    var quotes: [Quote]
    var statements: [Passage]
    /// Places in the story's timeline.
    var events: [Int]
  }

  /// The story's id.
  var id: String
  /// In the order of their letters.
  var origins: [Origin]
  /// In the order of sigla.
  var sources: [Source]
  /// How many outlets are named, and of how many articles the outlet is unknown.
  var outlets: Int
  var unknownOutlets: Int
  var title: String
  var titleArticle: String
  var keyPoints: [StoryKeyPoint]
  var quotes: [StoryQuote]
  var differences: [Difference]
  var timeline: [TimelineEvent]
  /// Those of most articles and mentions first.
  var actors: [Share]
  /// The entries of the watchlist that it matches.
  var watched: [String]
  /// Whether what editions print left it less room than it would take.
  var isCrowded: Bool
}

extension ComposedStory {
  /// Composes a story from its articles.
  ///
  /// - Parameter printed: what editions that are out print already, by article.
  init(scope: StoryScope, settings: SiteSettings, printed: [String: [Passage]]) {
    let draft = StoryComposer(scope: scope, settings: settings, printed: printed).draft()
    let shares = ActorShares(draft: draft)
    id = scope.story.id
    origins = scope.origins
    sources = scope.witnesses.enumerated().compactMap { index, witness -> Source? in
      guard let budget = draft.limit.budget(of: witness.id) else { return nil }
      return Source(
        id: witness.id, siglum: scope.sigla[index], paragraphs: witness.text.paragraphs.map(\.span),
        printable: budget.printable, withheld: budget.withheld, printedWords: budget.printed,
        wordLimit: budget.limit, rights: budget.rights, told: ComposedStory.told(printed[witness.id]))
    }
    outlets = draft.outlets
    unknownOutlets = draft.unknownOutlets
    title = draft.title
    titleArticle = draft.titleArticle
    keyPoints = draft.keyPoints
    quotes = draft.quotes
    differences = draft.differences
    timeline = draft.timeline
    watched = WatchList(settings.watch).matches(scope, actors: draft.actors)
    actors = draft.actors.map { shares.share(of: $0, statements: draft.statements[$0] ?? []) }
    isCrowded = draft.isCrowded
  }
}

extension ComposedStory {
  /// Whether the story would be composed the same with what editions print by now.
  ///
  /// Where it has the room that it takes, passages that it prints too change nothing; others do, and passages that are
  /// told no more.
  ///
  /// - Parameters:
  ///   - printed: what editions that are out print, by article.
  ///   - texts: of its articles, by id; passages that lie outside were printed of an earlier wording.
  func stands(besides printed: [String: [Passage]], texts: (String) -> String?) -> Bool {
    sources.allSatisfy { source in
      let now = ComposedStory.told(printed[source.id])
      if now == source.told { return true }
      guard !isCrowded, let text = texts(source.id) else { return false }
      let before = Set(source.told)
      return before.isSubset(of: now)
        && now.allSatisfy { span in
          before.contains(span) || !text.holds(span) || source.printable.contains { $0.contains(span) }
        }
    }
  }

  /// The spans of passages, each once, in order.
  private static func told(_ passages: [Passage]?) -> [Span] { Set((passages ?? []).map(\.span)).sorted() }

  /// What was told when the story was composed, for the mark of what it was made from.
  var told: String {
    sources.filter { !$0.told.isEmpty }.map { source in
      "\(source.id) " + source.told.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}

/// A composed story at its place among the others.
final class PlacedStory: Sendable {
  let story: Story
  let part: ComposedStory
  /// The days of its articles that can be trusted.
  let days: [CivilDay]
  /// Indices of identities, in the order of the part's actors.
  let actors: [Int]

  /// A story at its place.
  init(story: Story, part: ComposedStory, days: [CivilDay], actors: [Int]) {
    self.story = story
    self.part = part
    self.days = days
    self.actors = actors
  }
}
