import NewsModel

/// Reports with some of it changed, as a test needs them.
extension ArticleReport {
  /// The report of an article of which something else is known.
  func with(article change: (inout Article) -> Void) -> ArticleReport {
    var digest = digest
    change(&digest.article)
    return with(digest: digest)
  }
}

extension StoryReport {
  /// The report with other quotes.
  func with(quotes: [StoryQuote]) -> StoryReport {
    StoryReport(
      id: id, slug: slug, title: title, titleArticle: titleArticle, articles: articles, outlets: outlets,
      unknownOutlets: unknownOutlets, origins: origins, keyPoints: keyPoints, quotes: quotes, differences: differences,
      timeline: timeline, actors: actors, thread: thread, related: related, why: why, firstSeen: firstSeen,
      lastSeen: lastSeen, score: score, reasons: reasons)
  }
}

extension ThreadReport {
  /// The report under another title, or of other stories.
  func with(title: String? = nil, stories: [String]? = nil) -> ThreadReport {
    ThreadReport(
      id: id, slug: slug, title: title ?? self.title, stories: stories ?? self.stories, timeline: timeline,
      actors: actors, why: why)
  }
}

extension ActorReport {
  /// The report with some of it changed.
  func with(
    stories: [String]? = nil, related: [Companion]? = nil, activity: [Month]? = nil,
    identity change: (inout ActorIdentity) -> Void = { _ in }, roles changeRoles: (inout [Role]) -> Void = { _ in }
  ) -> ActorReport {
    var identity = identity
    var roles = roles
    change(&identity)
    changeRoles(&roles)
    return ActorReport(
      identity: identity, slug: slug, roles: roles, quotes: quotes, statements: statements,
      stories: stories ?? self.stories, related: related ?? self.related, timeline: timeline,
      activity: activity ?? self.activity)
  }
}

extension Composition {
  /// The composition in which articles know the actors that refer to them, as `Compose` makes it.
  func namingActors() -> Composition {
    var named: [String: [ArticleReport.NamedActor]] = [:]
    for actor in actors {
      for reference in actor.identity.references {
        named[reference.article, default: []].append(.init(actor: reference.actor, identity: actor.identity.id))
      }
    }
    var made = self
    made.articles = articles.map { $0.with(actors: named[$0.digest.article.id] ?? []) }
    return made
  }
}
