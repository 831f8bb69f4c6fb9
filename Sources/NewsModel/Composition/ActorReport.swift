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

  /// The first of its roles that one of some articles gives.
  package func role(in articles: [String]) -> Role? {
    roles.first { $0.passages.contains { articles.contains($0.article) } }
  }
}
