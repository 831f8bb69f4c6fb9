/// What the editor decided about what stands on the site; each decision is shown as the editor's.
package struct EditorialDecisions: Sendable, Equatable {
  /// What a decision is about.
  package struct Target: Sendable, Hashable {
    package var kind: KnownEntity.Kind
    /// The id or the name of its page ("stories/NAME/"); for an actor also one of the spellings.
    package var name: String

    /// Something with a page.
    package init(_ kind: KnownEntity.Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }
  /// Words that the editor sets beside those of the sources.
  package struct Note: Sendable, Equatable {
    package var target: Target
    package var text: String
    /// Whose words they are: nil for the editor, else whoever asked for a reply.
    package var by: String?
    package var date: CivilDay?

    /// A note, or a reply of somebody concerned.
    package init(target: Target, text: String, by: String? = nil, date: CivilDay? = nil) {
      self.target = target
      self.text = text
      self.by = by
      self.date = date
    }
  }
  /// A story that comes first.
  package struct Pin: Sendable, Equatable {
    package var target: Target
    /// The last edition in which it does; nil for good.
    package var until: CivilDay?

    /// A story that comes first.
    package init(target: Target, until: CivilDay?) {
      self.target = target
      self.until = until
    }
  }
  /// Another name for something.
  package struct Rename: Sendable, Equatable {
    package var target: Target
    package var name: String

    /// Another name for something.
    package init(target: Target, name: String) {
      self.target = target
      self.name = name
    }
  }
  /// Parts that belong elsewhere: articles of a story, spellings of an actor.
  package struct Split: Sendable, Equatable {
    package var target: Target
    package var parts: [String]

    /// Parts that belong elsewhere.
    package init(target: Target, parts: [String]) {
      self.target = target
      self.parts = parts
    }
  }
  package var hidden: [Target] = []
  package var pins: [Pin] = []
  package var notes: [Note] = []
  package var renames: [Rename] = []
  /// Each list is one story, or one actor by its spellings.
  package var merges: [[Target]] = []
  package var splits: [Split] = []
  /// Pages that search engines are asked to leave out.
  package var unindexed: [Target] = []

  /// No decision.
  package init() {}

  /// Lists of spellings that are one actor.
  package var aliases: [[String]] {
    merges.filter { $0.first?.kind == .actor }.map { $0.map(\.name) }
  }
}

/// What may be printed of an outlet's articles.
package enum Rights: String, Sendable, CaseIterable {
  /// A quarter of an article's words and 300 at most, besides direct quotes.
  case excerpt
  /// The headline and the link.
  case linkOnly = "link-only"
  /// All of it.
  case full
}

/// Which editions a build is to make, and what it knows of its articles.
package struct EditionRequest: Sendable, Equatable {
  /// The day of the front page; nil takes the newest.
  package var day: CivilDay?
  /// New editions begin with this day.
  package var since: CivilDay?
  /// Whether days that were passed over get editions too.
  package var backfill = false
  /// Articles that their outlets changed since the run before.
  package var changed: Set<String> = []
  /// Articles that were shown and are no more, by a decision.
  package var withdrawn: Set<String> = []
  /// The texts of the versions of changed and withdrawn articles, the newest first.
  package var texts: [String: [String]] = [:]
  /// The texts of the versions of articles that editions print and that were read in more than one wording, the newest
  /// first.
  package var wordings: [String: [String]] = [:]
  /// The titles of these versions, in the same order, without those that have none.
  package var titles: [String: [String]] = [:]
  /// Whether outlets' rights may be others than when editions were last held to them.
  package var areRightsNew = false
  /// Whether the newest edition waits for approval.
  package var isDraft = false

  /// The newest edition.
  package init() {}
}

/// An address that was published and where its reader finds more.
package struct Redirect: Sendable, Equatable {
  package var kind: KnownEntity.Kind
  /// The name of the page that was.
  package var slug: String
  /// The name of the page of the same kind that took its place; nil where none did.
  package var target: String?
  /// Anchors that editions link to there, so that their links still lead somewhere.
  package var anchors: [String] = []
  /// Whether it still has what it was about, of which the site has no page any more.
  package var isUnlisted = false
  /// Whether it is gone because the editor hides it.
  package var isHidden = false

  /// A redirect between pages of one kind.
  package init(kind: KnownEntity.Kind, slug: String, target: String?) {
    self.kind = kind
    self.slug = slug
    self.target = target
  }
}
