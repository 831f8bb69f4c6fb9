/// What a site fixed on earlier mornings and later ones keep: names of pages, and editions as they were published.
package struct SiteMemory: Sendable, Equatable {
  /// Everything that ever had a page, sorted by kind and id.
  package var entities: [KnownEntity]
  /// By day.
  package var editions: [Edition]
  /// Stories that were one page once, sorted.
  package var partings: [Parting]
  /// What a draft showed and the site never had: the same things get the same names.
  package var promised: [KnownEntity] = []

  /// A memory; empty on the first morning.
  package init(entities: [KnownEntity] = [], editions: [Edition] = [], partings: [Parting] = []) {
    self.entities = entities
    self.editions = editions
    self.partings = partings
  }

  /// The edition of a day.
  package func edition(of day: CivilDay) -> Edition? { editions.first { $0.day == day } }

  /// The newest edition, if there is one.
  package var latest: Edition? { editions.last }

  /// Everything that has an id, published or promised.
  package var named: [KnownEntity] {
    guard !promised.isEmpty else { return entities }
    let known = Set(entities.map(\.target))
    return entities + promised.filter { !known.contains($0.target) }
  }

  /// The names of the pages of articles, by id.
  package var articlePages: [String: String] {
    Dictionary(entities.lazy.filter { $0.kind == .article }.map { ($0.id, $0.slug) }) { first, _ in first }
  }
}

/// Something that has or had a page, and what is found at its address now.
package struct KnownEntity: Sendable, Equatable {
  /// What it is; the raw values stand in the archive.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case article, story, thread, actor
    /// Orders by name.
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    /// The folder of a page by its name: "articles/NAME/".
    package func path(_ slug: String) -> String {
      switch self {
      case .article: "articles/\(slug)/"
      case .story: "stories/\(slug)/"
      case .thread: "threads/\(slug)/"
      case .actor: "actors/\(slug)/"
      }
    }
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

  /// What it is and its id, by which it is told from all others.
  package var target: EditorialDecisions.Target { EditorialDecisions.Target(kind, id) }

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

/// A story that left another: the larger part kept the page, and both say so.
package struct Parting: Sendable, Hashable, Comparable {
  /// The id of the story that got a page of its own.
  package var story: String
  /// The id of the story that it was a part of.
  package var origin: String
  /// The newest edition when it was noticed; nil where nothing was dated.
  package var noted: CivilDay?

  /// A story that left another.
  package init(story: String, origin: String, noted: CivilDay? = nil) {
    self.story = story
    self.origin = origin
    self.noted = noted
  }

  /// Orders by the story, then by where it came from.
  package static func < (a: Parting, b: Parting) -> Bool { (a.story, a.origin) < (b.story, b.origin) }
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
  /// From 1; 0 where it was made when later ones were out.
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
