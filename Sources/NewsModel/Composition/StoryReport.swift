/// A story as its page tells it.
package final class StoryReport: Sendable {
  package let id: String
  package let slug: String
  /// The most central headline, verbatim, and its article; a key point's words where no article has a headline.
  package let title: String
  package let titleArticle: String
  /// Ids, in the order of their sigla.
  package let articles: [String]
  /// How many outlets are named, and of how many articles the outlet is unknown.
  package let outlets: Int
  package let unknownOutlets: Int
  package let origins: [Origin]
  package let keyPoints: [StoryKeyPoint]
  package let quotes: [StoryQuote]
  package let differences: [Difference]
  package let timeline: [TimelineEvent]
  /// Actor ids, those of most articles and mentions first.
  package let actors: [String]
  package let thread: String
  /// Story ids.
  package let related: [String]
  package let why: [Tie]
  /// Editions in which it first and last appeared.
  package let firstSeen: CivilDay?
  package let lastSeen: CivilDay?
  /// Higher comes first in a brief.
  package let score: Double
  /// What the score is made of, greatest part first.
  package let reasons: [RankReason]
  /// The entries of the watchlist that it matches, in the order of the list.
  package let watched: [String]
  /// The title of the sources where the editor gave another.
  package let sourceTitle: String?
  /// The stories that it was one page with once.
  package let partings: [Relative]
  /// The groups of articles that the editor made it of; none where it was found so.
  package let joined: [[String]]

  /// A story that was on the same page once.
  package struct Relative: Sendable, Equatable {
    /// The other story's id.
    package var story: String
    /// Whether this one left the other; else the other left this one.
    package var isOrigin: Bool
    /// Whether the editor parted them.
    package var isEditors: Bool
    /// The edition in which it was noticed.
    package var noted: CivilDay?

    /// A story that was on the same page once.
    package init(story: String, isOrigin: Bool, isEditors: Bool, noted: CivilDay?) {
      self.story = story
      self.isOrigin = isOrigin
      self.isEditors = isEditors
      self.noted = noted
    }
  }

  /// A story's report.
  package init(
    id: String, slug: String, title: String, titleArticle: String, articles: [String], outlets: Int,
    unknownOutlets: Int, origins: [Origin], keyPoints: [StoryKeyPoint], quotes: [StoryQuote],
    differences: [Difference], timeline: [TimelineEvent], actors: [String], thread: String, related: [String],
    why: [Tie], firstSeen: CivilDay?, lastSeen: CivilDay?, score: Double, reasons: [RankReason],
    watched: [String] = [], sourceTitle: String? = nil, partings: [Relative] = [], joined: [[String]] = []
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.titleArticle = titleArticle
    self.articles = articles
    self.outlets = outlets
    self.unknownOutlets = unknownOutlets
    self.origins = origins
    self.keyPoints = keyPoints
    self.quotes = quotes
    self.differences = differences
    self.timeline = timeline
    self.actors = actors
    self.thread = thread
    self.related = related
    self.why = why
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.score = score
    self.reasons = reasons
    self.watched = watched
    self.sourceTitle = sourceTitle
    self.partings = partings
    self.joined = joined
  }

  /// Whether origins contradict each other in it.
  package var isDisputed: Bool { differences.contains { $0.kind == .conflict } }

  /// The report with some of it changed.
  package func with(
    title: String? = nil, keyPoints: [StoryKeyPoint]? = nil, differences: [Difference]? = nil,
    related: [String]? = nil, reasons: [RankReason]? = nil, watched: [String]? = nil,
    sourceTitle: String? = nil, partings: [Relative]? = nil
  ) -> StoryReport {
    StoryReport(
      id: id, slug: slug, title: title ?? self.title, titleArticle: titleArticle, articles: articles, outlets: outlets,
      unknownOutlets: unknownOutlets, origins: origins, keyPoints: keyPoints ?? self.keyPoints, quotes: quotes,
      differences: differences ?? self.differences, timeline: timeline, actors: actors, thread: thread,
      related: related ?? self.related, why: why, firstSeen: firstSeen, lastSeen: lastSeen, score: score,
      reasons: reasons ?? self.reasons, watched: watched ?? self.watched,
      sourceTitle: sourceTitle ?? self.sourceTitle, partings: partings ?? self.partings, joined: joined)
  }
}

/// A part of a story's rank, for the reader.
package enum RankReason: Sendable, Equatable {
  case origins(Int)
  case outlets(Int)
  case articles(Int)
  case actors(Int)
  case differences(Int)
  case newest
  /// Nothing of it was known before the newest day.
  case new
  /// Entries of the watchlist, as the editor wrote them.
  case watched([String])
  /// The editor put it first.
  case pinned
}

/// A sentence and the other articles that say it too.
package struct StoryKeyPoint: Sendable, Equatable {
  package var passage: Passage
  /// Where else it stands: places to link to, printed only where they lie within `ArticleReport.printable`.
  package var alsoIn: [Passage]
  /// How many origins carry it.
  package var origins: Int
  package var score: Double

  /// A key point of a story.
  package init(passage: Passage, alsoIn: [Passage], origins: Int, score: Double) {
    self.passage = passage
    self.alsoIn = alsoIn
    self.origins = origins
    self.score = score
  }
}

/// The same words of a speaker, in one or several articles.
package struct StoryQuote: Sendable, Equatable {
  /// A quote of a digest, by its index there.
  package struct Version: Sendable, Equatable {
    package var article: String
    package var quote: Int

    /// A quote of an article.
    package init(article: String, quote: Int) {
      self.article = article
      self.quote = quote
    }
  }
  /// The fullest version first.
  package var versions: [Version]
  /// The actors' identities that the versions name, if they do; more than one is a disagreement on who said it.
  package var speakers: [String]

  /// A quote of a story.
  package init(versions: [Version], speakers: [String]) {
    self.versions = versions
    self.speakers = speakers
  }
}
