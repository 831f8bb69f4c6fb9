/// A wording in which an article was read.
package struct ArticleVersion: Sendable, Equatable {
  /// The edition that was the newest when it was read; nil where there was none.
  package var seenAfter: CivilDay?
  /// When its publisher says that it was changed, as an article's `updated`.
  package var updated: String?

  /// A wording with what is known of it.
  package init(seenAfter: CivilDay?, updated: String?) {
    self.seenAfter = seenAfter
    self.updated = updated
  }
}

/// An article with its place among the others and what may be printed of it.
///
/// Reports are shared, not copied: pages look them up by the thousand, on all threads.
package final class ArticleReport: Sendable {
  package let digest: Digest
  package let slug: String
  /// The story's id.
  package let story: String
  /// "A1": origin A of its story, first article.
  package let siglum: String
  /// Paragraphs of the text, for "¶ n"; the first is 1.
  package let paragraphs: [Span]
  /// What may be printed of it, direct quotes included; disjoint and sorted.
  package let printable: [Span]
  /// How many passages that were to be printed are withheld by the outlet's rights.
  package let withheld: Int
  /// Words printed besides direct quotes, and the words that may be.
  package let printedWords: Int
  package let wordLimit: Int
  package let rights: Rights
  /// The last paragraph, from 1, that an edition links to; 0 where none does. It may lie behind the end of a text that
  /// was changed since.
  package let lastLinked: Int
  /// The wordings in which it was read, oldest first; none where there is but one.
  package let versions: [ArticleVersion]
  /// The actors of its digest that clustering gave an identity.
  package let actors: [NamedActor]

  /// An actor of an article and who it is over all articles.
  package struct NamedActor: Sendable, Equatable {
    /// Its id in the digest.
    package let actor: String
    /// The id of its identity, which need not have a page.
    package let identity: String

    /// An actor with its identity.
    package init(actor: String, identity: String) {
      self.actor = actor
      self.identity = identity
    }
  }

  /// An article's report.
  package init(
    digest: Digest, slug: String, story: String, siglum: String, paragraphs: [Span], printable: [Span], withheld: Int,
    printedWords: Int, wordLimit: Int, rights: Rights = .excerpt, lastLinked: Int = 0, versions: [ArticleVersion] = [],
    actors: [NamedActor] = []
  ) {
    self.digest = digest
    self.slug = slug
    self.story = story
    self.siglum = siglum
    self.paragraphs = paragraphs
    self.printable = printable
    self.withheld = withheld
    self.printedWords = printedWords
    self.wordLimit = wordLimit
    self.rights = rights
    self.lastLinked = lastLinked
    self.versions = versions
    self.actors = actors
  }

  /// The report with some of it changed.
  package func with(
    digest: Digest? = nil, slug: String? = nil, printable: [Span]? = nil, lastLinked: Int? = nil,
    versions: [ArticleVersion]? = nil, actors: [NamedActor]? = nil
  ) -> ArticleReport {
    ArticleReport(
      digest: digest ?? self.digest, slug: slug ?? self.slug, story: story, siglum: siglum, paragraphs: paragraphs,
      printable: printable ?? self.printable, withheld: withheld, printedWords: printedWords, wordLimit: wordLimit,
      rights: rights, lastLinked: lastLinked ?? self.lastLinked, versions: versions ?? self.versions,
      actors: actors ?? self.actors)
  }

  /// The number of the paragraph that holds a byte offset, from 1.
  package func paragraph(at offset: Int) -> Int {
    (paragraphs.firstIndex { offset < $0.end } ?? max(0, paragraphs.count - 1)) + 1
  }
}

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

/// Versions that differ, set side by side without a verdict.
package struct Difference: Sendable, Equatable {
  /// What differs.
  package enum Slot: String, Sendable, CaseIterable {
    case figure, date, time, duration, age, name, place, role, attribution, statement
  }
  /// How it differs, by weight: a contradiction first, the way a name is spelt last. `conflict` only between independent
  /// origins.
  package enum Class: String, Sendable, CaseIterable {
    case conflict
    /// Values that exclude each other and are no conflict of sources: versions of one report, counts of two days.
    case discrepancy
    /// One lies within the rounding, the bound or the range of the other.
    case precision
    case onlyIn = "only-in"
    case translation, spelling

    /// Its place where differences are told by weight.
    package var rank: Int { Class.allCases.firstIndex(of: self) ?? 0 }
  }
  /// Why it is so classed; the interface has words for each.
  package enum Note: String, Sendable, CaseIterable {
    case sameRole, vagueBesideExact, knownFalseFriend, nameBesideNoun, sameSentence, independentOrigins, oneVersionOnly
    /// Two versions of one report give values that exclude each other: one of them changed it on the way.
    case changedInCopy
    /// Two numbers that are both said to be about so many, further apart than their last digits.
    case bothRounded
    /// Independent reports of different days: what they count may have changed meanwhile.
    case otherDay
  }
  /// One side.
  package struct Version: Sendable, Equatable {
    package var article: String
    /// The clause or sentence shown.
    package var context: Span
    /// The words in it that differ.
    package var variants: [Span]

    /// One side of a difference.
    package init(article: String, context: Span, variants: [Span]) {
      self.article = article
      self.context = context
      self.variants = variants
    }
  }
  package var slot: Slot
  package var kind: Class
  package var versions: [Version]
  package var note: Note?

  /// A difference between versions.
  package init(slot: Slot, kind: Class, versions: [Version], note: Note?) {
    self.slot = slot
    self.kind = kind
    self.versions = versions
    self.note = note
  }
}

/// Something that happened or will, or the publication of an article, with how its date is known.
///
/// An object, since lists of events are sorted, cut and handed on for every page that shows some.
package final class TimelineEvent: Sendable {
  /// Event time and publication time are never confused.
  package enum Kind: String, Sendable { case event, publication }
  package let kind: Kind
  /// Nil where the expression could not be resolved.
  package let value: CalendarValue?
  /// The first and the last day of the value; nil where there is none, or where it is malformed.
  package let days: ClosedRange<CivilDay>?
  /// The dated clause; for a publication an empty span at the start.
  package let passage: Passage
  /// The expression of time in it; nil for a publication.
  package let mention: DateMention?
  /// How a publication's date is known.
  package let publishedBasis: PublishedBasis?
  /// The value is that of another version of the story, which has a date to count from.
  package let borrowedFrom: String?
  package let alsoIn: [Passage]
  /// The story's id.
  package let story: String

  /// An event.
  package init(
    kind: Kind, value: CalendarValue?, passage: Passage, mention: DateMention? = nil,
    publishedBasis: PublishedBasis? = nil, borrowedFrom: String? = nil, alsoIn: [Passage] = [], story: String
  ) {
    self.kind = kind
    self.value = value
    days = value?.days
    self.passage = passage
    self.mention = mention
    self.publishedBasis = publishedBasis
    self.borrowedFrom = borrowedFrom
    self.alsoIn = alsoIn
    self.story = story
  }

  /// The same event as other words tell it.
  ///
  /// - Parameters:
  ///   - passage: the words; nil leaves them.
  ///   - mention: the expression of time in them; nil leaves it.
  ///   - borrowedFrom: the article that has the value; nil leaves it.
  ///   - alsoIn: all other words that tell it.
  package func told(
    by passage: Passage? = nil, mention: DateMention? = nil, borrowedFrom: String? = nil, alsoIn: [Passage]
  ) -> TimelineEvent {
    TimelineEvent(
      kind: kind, value: value, passage: passage ?? self.passage, mention: mention ?? self.mention,
      publishedBasis: publishedBasis, borrowedFrom: borrowedFrom ?? self.borrowedFrom, alsoIn: alsoIn, story: story)
  }
}

extension TimelineEvent: Equatable {
  /// Whether both say the same in the same words.
  package static func == (a: TimelineEvent, b: TimelineEvent) -> Bool {
    a === b
      || a.kind == b.kind && a.value == b.value && a.passage == b.passage && a.mention == b.mention
        && a.publishedBasis == b.publishedBasis && a.borrowedFrom == b.borrowedFrom && a.alsoIn == b.alsoIn
        && a.story == b.story
  }
}
