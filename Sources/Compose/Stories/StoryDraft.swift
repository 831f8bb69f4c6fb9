internal import NewsModel
internal import Prose

/// A story on its way to its report: all that its own articles say, before it is set among the others.
struct StoryDraft {
  let scope: StoryScope
  /// Whether what editions print changed what the story prints.
  var isCrowded = false
  /// For each of its actors the sentences about them.
  var statements: [Int: [Passage]] = [:]
  /// Holds what may be printed; statements about actors may still ask for room.
  var limit: ExcerptLimit
  var title: String
  var titleArticle: String
  var keyPoints: [StoryKeyPoint]
  var quotes: [StoryQuote]
  var differences: [Difference]
  var timeline: [TimelineEvent]
  /// Indices of identities, those of most articles and mentions first.
  var actors: [Int]

  /// How many outlets are named, whatever their capitals.
  var outlets: Int {
    Set(scope.witnesses.compactMap { $0.digest.article.source }.map { Fold.folded($0) }.filter { !$0.isEmpty }).count
  }

  /// Of how many articles the outlet is unknown.
  var unknownOutlets: Int { scope.witnesses.lazy.filter { ($0.digest.article.source ?? "").isEmpty }.count }

  /// Gives the room that is left to sentences about actors, then to the articles' own key points and the places that say
  /// the same.
  mutating func finish() {
    statements = ActorShares.statements(&self)
    limit.sources(keyPoints)
  }
}
