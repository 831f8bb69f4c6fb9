/// Everything the site says, as values: what `Compose` makes and `Render` prints.
///
/// Words of the sources appear in it as spans only, so nothing can be printed that does not stand in an article.
package struct Composition: Sendable {
  package var settings: SiteSettings
  /// Sorted by id.
  package var articles: [ArticleReport]
  /// In order of importance.
  package var stories: [StoryReport]
  package var threads: [ThreadReport]
  /// Sorted by name.
  package var actors: [ActorReport]
  /// Newest first; the first one is the front page.
  package var briefs: [Brief]
  /// Editions of days after the front page's, where it is asked for an earlier day: only their own pages show them.
  package var laterBriefs: [Brief] = []
  /// All events and publications, oldest first; those without a value last.
  package var timeline: [TimelineEvent]
  /// Ids of stories of which no article has a trusted date.
  package var undated: [String]
  package var outlets: [OutletReport]
  package var coverage: Coverage
  /// Feeds that are fetched, in the order of the configuration.
  package var feeds: [FeedReport] = []
  /// Pages that were and are no more.
  package var redirects: [Redirect] = []
  /// What later mornings keep of this one.
  package var memory = SiteMemory()
  /// What the editor decided.
  package var decisions = EditorialDecisions()
  /// What its parts were made from, where that is known.
  package var keys = Keys()

  /// What the parts of a composition were made from: where a key is the same as on another morning, so is the part.
  package struct Keys: Sendable, Equatable {
    /// Of stories, by id: all that their own articles say.
    package var stories: [String: String] = [:]
    /// Of articles, by id: their content.
    package var contents: [String: String] = [:]

    /// No key is known.
    package init() {}
  }

  /// A composition of all parts.
  package init(
    settings: SiteSettings, articles: [ArticleReport], stories: [StoryReport], threads: [ThreadReport],
    actors: [ActorReport], briefs: [Brief], timeline: [TimelineEvent], undated: [String], outlets: [OutletReport],
    coverage: Coverage
  ) {
    self.settings = settings
    self.articles = articles
    self.stories = stories
    self.threads = threads
    self.actors = actors
    self.briefs = briefs
    self.timeline = timeline
    self.undated = undated
    self.outlets = outlets
    self.coverage = coverage
  }

  /// Notes the wordings in which articles were read, by article id.
  package mutating func put(_ versions: [String: [ArticleVersion]]) {
    if versions.isEmpty { return }
    for index in articles.indices {
      if let own = versions[articles[index].digest.article.id] { articles[index] = articles[index].with(versions: own) }
    }
  }
}
