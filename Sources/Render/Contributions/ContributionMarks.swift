internal import NewsModel

/// What each part of a site gives to the search and to the tables is made from, in 128 bits each: where a mark is the
/// same, so are the words, the record and the rows.
///
/// The marks hold what is read, not what is printed, so nothing need be made to know that it stays. All hold the salt of
/// the site's pages: templates, words of the interface, settings, decisions.
struct ContributionMarks {
  typealias Mark = ContentMark

  /// Of articles, by their place: of their words, their quotes and who spoke them; nil where that is not known.
  let articles: [Mark?]
  /// Of what a row of another part says of a story: its title and its page.
  let storyLinks: [Mark]
  /// Of actors: all that their own record and row say.
  let actors: [Mark]
  /// Of what other parts say of an actor: its name, and whether it is left out of the search.
  private let actorLinks: [Mark]
  /// Asked without notes only: many threads ask it.
  private let site: SiteIndex
  private let salt: [UInt8]

  /// The marks of a site's parts; nil where it was composed without keys.
  init?(_ index: SiteIndex, words: InterfaceWords, salt: [UInt8], jobs: Int) {
    let composition = index.composition
    guard !composition.keys.stories.isEmpty else { return nil }
    var salted = ByteWriter()
    salted.put(Mark(salt))
    let salt = salted.bytes
    let desk = Desk(site: index, words: words, path: "data/")
    let links = Workers.map(composition.actors.count, jobs: jobs) { at in
      let actor = composition.actors[at]
      return ContributionMarks.mark(salt) { out in
        for text in [actor.identity.id, actor.identity.name, actor.slug] { out.put(text) }
        out.put(desk.isUnindexed(actor.identity))
      }
    }
    actors = Workers.map(composition.actors.count, jobs: jobs) { at in
      let actor = composition.actors[at]
      return ContributionMarks.mark(salt) { out in
        out.put(links[at])
        out.put(actor.identity.kind.rawValue)
        out.put(actor.roles.first?.text) { $0.put($1) }
        let quotes = actor.quotes.count { index.isShown($0) }
        for count in [actor.articles, actor.stories.count, actor.identity.references.count, quotes] { out.put(count) }
        for spelling in actor.identity.spellings.prefix(ActorPages.evidence) { out.put(spelling.text) }
      }
    }
    articles = Workers.map(composition.articles.count, jobs: jobs) { at in
      let report = composition.articles[at]
      let article = report.digest.article
      guard let content = composition.keys.contents[article.id] else { return nil }
      return ContributionMarks.mark(salt) { out in
        for text in [content, article.id, report.slug, report.story, article.publishedBasis.rawValue] { out.put(text) }
        for text in [article.title, article.source, article.published, article.language] {
          out.put(text) { $0.put($1) }
        }
        out.put(report.printable) { $0.put($1) }
        for named in report.actors {
          guard let place = index.actors.position(of: named.identity) else { continue }
          out.put(named.actor)
          out.put(links[place])
        }
      }
    }
    storyLinks = composition.stories.map { story in
      ContributionMarks.mark(salt) { out in
        out.put(story.title)
        out.put(story.slug)
      }
    }
    actorLinks = links
    site = index
    self.salt = salt
  }

  /// The mark of what the search has of a document, but for its number.
  func mark(of document: SearchDocument) -> Mark? {
    let composition = site.composition
    switch document.kind {
    case .actor: return actors[document.index]
    case .thread:
      let thread = composition.threads[document.index]
      return ContributionMarks.mark(salt) { out in
        for text in ["thread", thread.id, thread.slug, thread.title] { out.put(text) }
        out.put(thread.stories.count)
      }
    case .story: return mark(of: composition.stories[document.index])
    case .quote:
      guard let article = articles[document.index] else { return nil }
      return ContributionMarks.mark(salt) { out in
        out.put(article)
        out.put(document.quote)
      }
    case .article: return articles[document.index]
    }
  }

  private func mark(of story: StoryReport) -> Mark? {
    var isKnown = true
    let mark = ContributionMarks.mark(salt) { out in
      for text in ["story", story.id, story.slug, story.title] { out.put(text) }
      let language = site.articles.peek(story.titleArticle)?.digest.article.language
      out.put(story.sourceTitle == nil ? language : nil) { $0.put($1) }
      for count in [story.outlets, story.articles.count] { out.put(count) }
      for id in story.actors.prefix(StoryPage.names) {
        out.put(site.actors.position(of: id).map { actorLinks[$0] }) { $0.put($1) }
      }
      for point in story.keyPoints {
        guard let place = site.articles.position(of: point.passage.article) else { continue }
        guard let article = articles[place] else { return isKnown = false }
        out.put(article)
        out.put(point.passage.span)
      }
    }
    return isKnown ? mark : nil
  }

  /// The mark of the rows that a table has of an article's quotes.
  func quoteRows(_ place: Int) -> Mark? {
    let report = site.composition.articles[place]
    guard let article = articles[place] else { return nil }
    return ContributionMarks.mark(salt) { out in
      out.put(article)
      out.put(site.stories.position(of: report.story).map { storyLinks[$0] }) { $0.put($1) }
    }
  }

  /// The mark of the row that a table has of an event.
  func eventRow(_ event: TimelineEvent) -> Mark? {
    guard let place = site.articles.position(of: event.passage.article) else {
      return ContributionMarks.mark(salt) { $0.put("no article") }
    }
    guard let article = articles[place] else { return nil }
    return ContributionMarks.mark(salt) { out in
      out.put(article)
      out.put(site.stories.position(of: event.story).map { storyLinks[$0] }) { $0.put($1) }
      out.put(event.kind == .publication)
      out.put(event.passage.span)
      for text in [
        event.value?.text, event.value?.precision.rawValue, event.mention?.basis.rawValue,
        event.publishedBasis?.rawValue,
      ] {
        out.put(text) { $0.put($1) }
      }
    }
  }

  private static func mark(_ salt: [UInt8], _ put: (inout ByteWriter) -> Void) -> Mark {
    var out = ByteWriter()
    put(&out)
    return Mark(out.bytes + salt)
  }
}
