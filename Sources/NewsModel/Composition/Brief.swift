/// The edition of one day.
package struct Brief: Sendable, Equatable {
  /// The day of its newest article in the configured time zone; nil where nothing is dated.
  package var date: CivilDay?
  /// 1 for the first brief of the site, counted by day; 0 for one that was made when later ones were out.
  package var edition: Int
  /// Story ids of this day, in order of importance.
  package var stories: [String]
  /// Story ids of earlier days that the same threads hold.
  package var earlier: [String]
  /// Ids of stories of which no earlier edition knew an article.
  package var new: [String]
  /// What is new in stories known before.
  package var developments: [Development] = []
  /// What changed in stories known before without a new article.
  package var revisions: [Revision] = []
  /// Ids of articles of earlier days that this edition is the first to know.
  package var late: [String] = []
  /// Ids of the articles of this day, with those that came late; all where nothing is dated.
  package var articles: [String] = []
  /// The edition as it was published, where later ones are out.
  package var published: Edition?
  /// What was noticed after it was out, oldest first.
  package var corrections: [Correction] = []
  /// The day of the edition before.
  package var previous: CivilDay?
  /// The day of the newest article of its stories where that is a later one than its own: it was made when more was
  /// known than on its day, as the first build of a site makes editions of all days that it knows of.
  package var knownUntil: CivilDay?

  /// A brief of a day.
  package init(
    date: CivilDay?, edition: Int, stories: [String], earlier: [String], new: [String], previous: CivilDay?,
    articles: [String] = []
  ) {
    self.date = date
    self.edition = edition
    self.stories = stories
    self.earlier = earlier
    self.new = new
    self.previous = previous
    self.articles = articles
  }
}

/// What an edition tells that the one before it could not: of a story known before, what its new articles bring.
package struct Development: Sendable, Equatable {
  /// The story's id.
  package var story: String
  /// Ids of its new articles.
  package var articles: [String]
  /// Key points that only new articles carry, by their index in the story.
  package var keyPoints: [Int]
  /// Differences of figures, dates or durations between old and new articles, by their index in the story.
  package var differences: [Int]

  /// What is new in a story.
  package init(story: String, articles: [String], keyPoints: [Int], differences: [Int]) {
    self.story = story
    self.articles = articles
    self.keyPoints = keyPoints
    self.differences = differences
  }
}

/// What changed in a story that an earlier edition told, while no article joined it.
package struct Revision: Sendable, Equatable {
  /// The story's id.
  package var story: String
  /// Ids of its articles that their outlets changed since an edition used them.
  package var articles: [String]
  /// Whether its headline is another.
  package var isRetitled: Bool

  /// A revision of a story.
  package init(story: String, articles: [String], isRetitled: Bool) {
    self.story = story
    self.articles = articles
    self.isRetitled = isRetitled
  }
}
