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
