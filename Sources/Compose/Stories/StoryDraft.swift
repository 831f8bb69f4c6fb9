internal import NewsModel
internal import Prose

/// A story on its way to its report: all that its own articles say, before it is set among the others.
struct StoryDraft {
  let scope: StoryScope
  /// What the story itself prints of its articles, by article; none where editions left it no room of its own.
  var granted: [String: [Span]] = [:]
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
}
