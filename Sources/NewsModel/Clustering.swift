/// What many articles are together: stories, threads and the actors across them.
package struct Clustering: Sendable, Equatable {
  package var stories: [Story]
  package var threads: [Thread]
  package var actors: [ActorIdentity]

  /// A clustering of a set of digests.
  package init(stories: [Story], threads: [Thread], actors: [ActorIdentity]) {
    self.stories = stories
    self.threads = threads
    self.actors = actors
  }
}

/// The articles that report one event.
package struct Story: Sendable, Equatable {
  /// Made from the least article id of the story, so the order of input changes nothing.
  package var id: String
  /// Article ids, sorted.
  package var articles: [String]
  /// Families of articles that come from one report; a partition of `articles`.
  package var origins: [Origin]
  /// The id of its thread.
  package var thread: String
  /// What ties the articles together.
  package var why: [Tie]
  /// The groups of articles that the editor made this story of, each sorted; none where it was found so.
  package var joined: [[String]] = []

  /// A story with its origins.
  package init(id: String, articles: [String], origins: [Origin], thread: String, why: [Tie]) {
    self.id = id
    self.articles = articles
    self.origins = origins
    self.thread = thread
    self.why = why
  }
}

/// Articles of a story that go back to one report: copies, rewrites, translations.
package struct Origin: Sendable, Equatable {
  /// How the family is known.
  package enum Basis: String, Sendable {
    /// The articles credit the same report.
    case stated
    /// Their words run parallel.
    case inferred
  }
  /// Why articles are taken for one family.
  package enum Evidence: Sendable, Equatable {
    case identicalText
    /// Sentences of one that have their counterpart in the other.
    case parallelSentences(matched: Int, of: Int)
    case sameQuotes(Int)
    /// Names, figures and dates in the same order.
    case parallelFacts(matched: Int, of: Int)
    case sameRelay(String)
  }
  /// Unique over all stories.
  package var id: String
  /// Article ids, sorted.
  package var articles: [String]
  /// Empty for an article that stands alone.
  package var evidence: [Evidence]
  package var basis: Basis

  /// A family of articles.
  package init(id: String, articles: [String], evidence: [Evidence], basis: Basis) {
    self.id = id
    self.articles = articles
    self.evidence = evidence
    self.basis = basis
  }
}

/// Something that articles share, most telling first.
package enum Tie: Sendable, Equatable {
  case actors([String])
  case words([String])
  case figures([String])
  case dates([String])
}

/// Stories on one subject that goes on.
package struct Thread: Sendable, Equatable {
  /// Made from the least story id.
  package var id: String
  /// Story ids, sorted.
  package var stories: [String]
  /// What the stories share.
  package var why: [Tie]

  /// A thread of stories.
  package init(id: String, stories: [String], why: [Tie]) {
    self.id = id
    self.stories = stories
    self.why = why
  }
}

/// One person, organization or place across articles.
package struct ActorIdentity: Sendable, Equatable {
  /// A spelling and what attaches it.
  package struct Spelling: Sendable, Equatable {
    package var text: String
    /// How many mentions.
    package var count: Int
    /// Article ids, sorted.
    package var articles: [String]
    package var why: NameEvidence

    /// A spelling of a name.
    package init(text: String, count: Int, articles: [String], why: NameEvidence) {
      self.text = text
      self.count = count
      self.articles = articles
      self.why = why
    }
  }
  /// Where an article names this actor.
  package struct Reference: Sendable, Hashable, Comparable {
    package var article: String
    /// The id of the actor within that article's digest.
    package var actor: String

    /// A reference to an actor of a digest.
    package init(article: String, actor: String) {
      self.article = article
      self.actor = actor
    }
    /// Orders by article, then by actor.
    package static func < (a: Reference, b: Reference) -> Bool { (a.article, a.actor) < (b.article, b.actor) }
  }
  /// Somebody who may be the same.
  package struct Suggestion: Sendable, Equatable {
    /// The other actor's id.
    package var actor: String
    package var why: NameEvidence

    /// A suggestion that is not acted upon.
    package init(actor: String, why: NameEvidence) {
      self.actor = actor
      self.why = why
    }
  }
  /// Unique over all actors, made from the name; also the slug of its page.
  package var id: String
  /// The form most used among the fullest.
  package var name: String
  package var kind: Actor.Kind
  package var spellings: [Spelling]
  package var references: [Reference]
  package var suggestions: [Suggestion]

  /// An actor across articles.
  package init(
    id: String, name: String, kind: Actor.Kind, spellings: [Spelling], references: [Reference],
    suggestions: [Suggestion]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.spellings = spellings
    self.references = references
    self.suggestions = suggestions
  }
}

extension ActorIdentity {
  /// Whether the editor may mean it by a name: its id, the name that pages show, or one of its spellings.
  package func goes(by name: String) -> Bool {
    id == name || self.name == name || spellings.contains { $0.text == name }
  }
}

/// Why two spellings are taken for one name, or may be.
package enum NameEvidence: String, Sendable, CaseIterable {
  /// The same words.
  case sameName
  /// The family name alone, in an article that gives the whole.
  case shortForm
  /// Another romanization of the same name.
  case transliteration
  /// Accents, hyphens or capitals differ.
  case typography
  /// An initial, a middle name or a patronymic more or less.
  case initials
  /// Given and family name the other way round.
  case order
  /// A letter or two differ, and role or neighbours agree.
  case letterLost
  /// Same role at the same place of parallel texts.
  case sameRole
  /// The long form of an acronym.
  case acronym
  /// Another language's name for the place.
  case exonym
  /// The editor says so.
  case alias
  /// Family name alone agrees.
  case familyNameOnly
  /// Nothing speaks for it.
  case different
}
