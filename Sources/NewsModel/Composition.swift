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

/// What the editor decided about the site.
package struct SiteSettings: Sendable, Equatable {
  package var title: String
  /// BCP 47 of the interface.
  package var language: String
  /// Absolute, ending with "/"; nil keeps feeds and sitemap relative where the standard allows it.
  package var baseURL: String?
  /// IANA name.
  package var timeZone: String
  package var publisher: String?
  package var contact: String?
  /// Rights by outlet, in lower case; an outlet that is not here has `defaultRights`.
  package var rights: [String: Rights] = [:]
  package var defaultRights = Rights.excerpt
  /// Actors and words that the editor watches: stories that match rise and are marked. The word order of a name or
  /// phrase counts, capitals and diacritics do not.
  package var watch: [String] = []
  /// Whether search engines are asked to leave the whole site out.
  package var isUnindexed = false
  /// Whether the site has a guide for language models.
  package var guidesModels = false

  /// What may be printed of an outlet's articles.
  package func rights(of outlet: String?) -> Rights {
    outlet.flatMap { rights[$0.lowercased()] } ?? defaultRights
  }

  /// Whether of some outlets nothing but links may be printed.
  package var hasLinksOnly: Bool { defaultRights == .linkOnly || rights.values.contains(.linkOnly) }

  /// Settings of a site.
  package init(
    title: String = "Daybrief", language: String = "fr", baseURL: String? = nil, timeZone: String = "UTC",
    publisher: String? = nil, contact: String? = nil
  ) {
    self.title = title
    self.language = language
    self.baseURL = baseURL
    self.timeZone = timeZone
    self.publisher = publisher
    self.contact = contact
  }
}

/// Words of one article.
package struct Passage: Sendable, Hashable, Comparable {
  /// The article's id.
  package var article: String
  package var span: Span

  /// A run of words in an article.
  package init(article: String, span: Span) {
    self.article = article
    self.span = span
  }
  /// Orders by article, then by place.
  package static func < (a: Passage, b: Passage) -> Bool { (a.article, a.span) < (b.article, b.span) }
}

/// A thread as its page tells it.
package final class ThreadReport: Sendable {
  package let id: String
  package let slug: String
  /// What its stories share: names and words of the sources, most telling first.
  package let title: String
  /// Story ids, oldest first, undated last.
  package let stories: [String]
  package let timeline: [TimelineEvent]
  /// Actor ids, those of most stories first.
  package let actors: [String]
  package let why: [Tie]

  /// A thread's report.
  package init(
    id: String, slug: String, title: String, stories: [String], timeline: [TimelineEvent], actors: [String],
    why: [Tie]
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.stories = stories
    self.timeline = timeline
    self.actors = actors
    self.why = why
  }
}

/// An actor as its page tells it.
package final class ActorReport: Sendable {
  /// A role and who gives it.
  package struct Role: Sendable, Equatable {
    /// The fullest wording, verbatim.
    package var text: String
    /// Days of publication of the first and the last article that gives it.
    package var first: CivilDay?
    package var last: CivilDay?
    package var passages: [Passage]

    /// A role of an actor.
    package init(text: String, first: CivilDay?, last: CivilDay?, passages: [Passage]) {
      self.text = text
      self.first = first
      self.last = last
      self.passages = passages
    }
  }
  /// Another actor in the same stories.
  package struct Companion: Sendable, Equatable {
    /// The other actor's id.
    package var actor: String
    /// The ids of the stories that both are in.
    package var stories: [String]

    /// An actor that appears with another.
    package init(actor: String, stories: [String]) {
      self.actor = actor
      self.stories = stories
    }
  }
  /// What a month's articles hold of an actor.
  package struct Month: Sendable, Equatable {
    /// The month of publication.
    package var value: CalendarValue
    /// How many articles name the actor.
    package var articles: Int
    /// How many quotes by the actor they have.
    package var quotes: Int

    /// A month with its counts.
    package init(value: CalendarValue, articles: Int, quotes: Int) {
      self.value = value
      self.articles = articles
      self.quotes = quotes
    }
  }
  package let identity: ActorIdentity
  package let slug: String
  package let roles: [Role]
  /// Quotes by this actor, stated speakers first.
  package let quotes: [StoryQuote.Version]
  /// Sentences that are printable and name this actor.
  package let statements: [Passage]
  /// Story ids, newest first.
  package let stories: [String]
  package let related: [Companion]
  package let timeline: [TimelineEvent]
  /// Its months, oldest first; articles whose date is not known are in none.
  package let activity: [Month]
  /// How many articles name it.
  package let articles: Int

  /// An actor's report.
  package init(
    identity: ActorIdentity, slug: String, roles: [Role], quotes: [StoryQuote.Version], statements: [Passage],
    stories: [String], related: [Companion], timeline: [TimelineEvent], activity: [Month] = []
  ) {
    self.identity = identity
    self.slug = slug
    self.roles = roles
    self.quotes = quotes
    self.statements = statements
    self.stories = stories
    self.related = related
    self.timeline = timeline
    self.activity = activity
    articles = Set(identity.references.map(\.article)).count
  }
}

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

/// An outlet and what it carried.
package struct OutletReport: Sendable, Equatable {
  /// Nil gathers the articles whose outlet is unknown.
  package var name: String?
  /// Its part of addresses: ASCII, none twice.
  package var slug: String
  /// Article ids.
  package var articles: [String]

  /// An outlet's report.
  package init(name: String?, slug: String, articles: [String]) {
    self.name = name
    self.slug = slug
    self.articles = articles
  }
}

/// What was read and what was not.
package struct Coverage: Sendable, Equatable {
  /// Articles read and used.
  package var read: Int
  package var used: Int
  /// What could not be used, and why.
  package var leftOut: [Diagnostic]
  /// How many lines were left out of articles, by reason, in the order of `LeftOut.Reason`.
  package var lines: [LineCount]
  /// How many articles there are by language, most first.
  package var languages: [LanguageCount]
  /// The first and last trusted day of publication.
  package var oldest: CivilDay?
  package var newest: CivilDay?
  package var undated: Int

  /// Lines left out for one reason.
  package struct LineCount: Sendable, Equatable {
    package var reason: LeftOut.Reason
    package var count: Int

    /// A count of lines.
    package init(reason: LeftOut.Reason, count: Int) {
      self.reason = reason
      self.count = count
    }
  }
  /// Articles in one language.
  package struct LanguageCount: Sendable, Equatable {
    /// BCP 47, or nil where unknown.
    package var language: String?
    package var count: Int

    /// A count of articles.
    package init(language: String?, count: Int) {
      self.language = language
      self.count = count
    }
  }

  /// A coverage report.
  package init(
    read: Int, used: Int, leftOut: [Diagnostic], lines: [LineCount], languages: [LanguageCount], oldest: CivilDay?,
    newest: CivilDay?, undated: Int
  ) {
    self.read = read
    self.used = used
    self.leftOut = leftOut
    self.lines = lines
    self.languages = languages
    self.oldest = oldest
    self.newest = newest
    self.undated = undated
  }
}
