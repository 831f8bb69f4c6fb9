/// What a site fixed on earlier mornings and later ones keep: names of pages, and editions as they were published.
package struct SiteMemory: Sendable, Equatable {
  /// Everything that ever had a page, sorted by kind and id.
  package var entities: [KnownEntity]
  /// By day.
  package var editions: [Edition]

  /// A memory; empty on the first morning.
  package init(entities: [KnownEntity] = [], editions: [Edition] = []) {
    self.entities = entities
    self.editions = editions
  }

  /// The edition of a day.
  package func edition(of day: CivilDay) -> Edition? { editions.first { $0.day == day } }

  /// The newest edition, if there is one.
  package var latest: Edition? { editions.last }
}

/// Something that has or had a page, and what is found at its address now.
package struct KnownEntity: Sendable, Equatable {
  /// What it is; the raw values stand in the archive.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case article, story, thread, actor
    /// Orders by name.
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }
  package var kind: Kind
  package var id: String
  /// The name of its page; never given to another.
  package var slug: String
  /// What it is known by: the articles of a story or a thread, the references of an actor
  /// ("article actor"); sorted.
  package var members: [String]
  /// Where it went: the id of what holds most of its members now; "" where nothing does; nil while it stands.
  package var successor: String?
  /// The day of the edition in which it first appeared; nil where nothing was dated.
  package var firstSeen: CivilDay?

  /// An entity that has or had a page.
  package init(
    kind: Kind, id: String, slug: String, members: [String], successor: String? = nil, firstSeen: CivilDay? = nil
  ) {
    self.kind = kind
    self.id = id
    self.slug = slug
    self.members = members
    self.successor = successor
    self.firstSeen = firstSeen
  }
}

extension ActorIdentity.Reference {
  /// How it stands among the members of a known actor.
  package var member: String { "\(article) \(actor)" }

  /// The id within its digest of the actor that a member stands for.
  package static func actor(ofMember member: String) -> String {
    member.split(separator: " ").last.map(String.init) ?? ""
  }
}

/// The brief of a day as it was published.
package struct Edition: Sendable, Equatable {
  /// Where an edition stands.
  package enum State: String, Sendable {
    /// The newest one: articles of its day still join it.
    case open
    /// A later one is out: its words stay.
    case closed
    /// It waits for an editor's approval.
    case draft
  }
  package var day: CivilDay
  /// From 1.
  package var number: Int
  package var state: State
  /// Ids of the articles that it was the first to know.
  package var articles: [String]
  /// Ids of its stories, in order.
  package var stories: [String]
  /// Ids of stories of earlier days that stood beside them.
  package var earlier: [String] = []
  package var summary: String
  /// The Markdown and the data of its page without corrections; nil while it is open.
  package var markdown: String?
  package var data: String?
  /// Words of articles that its page prints.
  package var passages: [Passage]
  /// Oldest first.
  package var corrections: [Correction]

  /// An edition of a day.
  package init(
    day: CivilDay, number: Int, state: State, articles: [String], stories: [String], summary: String,
    markdown: String? = nil, data: String? = nil, passages: [Passage] = [], corrections: [Correction] = []
  ) {
    self.day = day
    self.number = number
    self.state = state
    self.articles = articles
    self.stories = stories
    self.summary = summary
    self.markdown = markdown
    self.data = data
    self.passages = passages
    self.corrections = corrections
  }
}

/// Something that was noticed after an edition was out.
package struct Correction: Sendable, Hashable, Comparable {
  /// What changed.
  package enum Kind: String, Sendable, CaseIterable {
    /// Articles of its day that came later.
    case added
    /// An article that it used is no longer shown.
    case withdrawn
    /// An article that it used was changed by its outlet.
    case changed
    /// Words were removed at somebody's request.
    case redacted
  }
  /// The edition in which it was noticed.
  package var noted: CivilDay
  package var kind: Kind
  /// The id of the article concerned; nil where it may not be named.
  package var article: String?

  /// A correction.
  package init(noted: CivilDay, kind: Kind, article: String?) {
    self.noted = noted
    self.kind = kind
    self.article = article
  }

  /// Orders by day, kind and article.
  package static func < (a: Correction, b: Correction) -> Bool {
    (a.noted, a.kind.rawValue, a.article ?? "") < (b.noted, b.kind.rawValue, b.article ?? "")
  }
}
