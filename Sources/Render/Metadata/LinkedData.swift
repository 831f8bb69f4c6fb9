internal import NewsModel

/// What a page is about, in the vocabulary of schema.org as JSON-LD: only what the page prints too, and only what is known.
/// A speaker who was worked out is left out, and so is a kind that nobody gave: a publisher has a name, and no more.
///
/// Addresses are whole where the site's own is known, else relative to the page.
struct LinkedData {
  let desk: Desk
  private static let listed = 10  // parts of a page, of many
  private static let quotes = 20

  private var site: SiteIndex { desk.site }

  /// What all pages are: of a type, with a name, on this site.
  private func page(_ type: String, _ name: String, _ more: Fields) -> Record {
    let settings = site.composition.settings
    let head: Fields = [
      "@context": "https://schema.org", "@type": .text(type), "name": .text(name), "url": .text(url(desk.path)),
    ]
    let whole: Fields = [
      "inLanguage": .text(desk.words.language),
      "isPartOf": ["@type": "WebSite", "name": .text(settings.title), "url": .text(url(""))],
      "publisher": settings.publisher.map { ["name": .text($0)] } ?? .none,
    ]
    return Record(head.merging(whole).merging(more))
  }

  private func url(_ folder: String) -> String {
    site.composition.settings.address.map { $0 + folder } ?? desk.href(folder)
  }

  /// A brief with its day alone: an edition stays as it was, and its stories may be called otherwise tomorrow.
  func brief(_ title: String, date: CivilDay?) -> Record {
    page("CollectionPage", title, ["datePublished": Field(date?.description)])
  }

  /// A thread with its stories.
  func thread(_ thread: ThreadReport) -> Record {
    page("CollectionPage", thread.title, ["mainEntity": list(thread.stories.compactMap { site.stories.link($0) })])
  }

  private func list(_ stories: [StoryReport]) -> Field {
    .record(
      Record([
        "@type": "ItemList", "numberOfItems": .number(stories.count),
        "itemListElement": stories.prefix(LinkedData.listed).enumerated().map { at, story in
          Record([
            "@type": "ListItem", "position": .number(at + 1), "name": .text(story.title),
            "url": .text(url(SiteIndex.path(story: story))),
          ])
        }.field,
      ]))
  }

  /// A story: which articles it is drawn from, who is in it, and words that were said.
  ///
  /// - Parameter quotes: as the page prints them.
  func story(_ story: StoryReport, quotes: [Record]) -> Record {
    page(
      "CollectionPage", story.title,
      [
        "datePublished": Field(story.firstSeen?.description), "dateModified": Field(story.lastSeen?.description),
        "citation": story.articles.prefix(Listing.shown).compactMap { site.articles[$0] }.map(source).field,
        "mentions": story.actors.prefix(LinkedData.listed).compactMap { site.actors.link($0) }.map(actor).field,
        "hasPart": quotes.compactMap(quotation).prefix(LinkedData.quotes).map(\.self).field,
      ])
  }

  /// The view of an article, which is drawn from the article itself.
  func article(_ report: ArticleReport, title: String) -> Record {
    page("WebPage", title, ["isBasedOn": .record(source(report))])
  }

  /// An article as its outlet published it.
  private func source(_ report: ArticleReport) -> Record {
    let article = report.digest.article
    return Record([
      "@type": "Article", "headline": Field(article.title), "url": Field(LinkAddress.outside(article.url)),
      "datePublished": Field(article.trustedPublicationDay?.description), "inLanguage": Field(article.language),
      "publisher": article.source.map { ["name": .text($0)] } ?? .none,
    ])
  }

  /// Words spoken as they stand, with who is named beside them; nil for words that are told in others'.
  private func quotation(_ quote: Record) -> Record? {
    guard quote.data["form"] == "direct", let text = quote.data["text"] else { return nil }
    var speaker: Field = .none
    if case .record(let said)? = quote.data["speaker"], said.data["basis"] == "stated",
      case .text(let id)? = said.data["actor"], let known = site.actors.link(id), known.identity.kind != .place
    {
      speaker = .record(actor(known))
    }
    return Record(["@type": "Quotation", "text": text, "spokenByCharacter": speaker])
  }

  private func actor(_ actor: ActorReport) -> Record {
    Record([
      "@type": .text(LinkedData.type(actor.identity.kind)), "name": .text(actor.identity.name),
      "url": .text(url(SiteIndex.path(actor: actor))),
    ])
  }

  /// An actor's page: who it is about, and the stories that it is in.
  func page(of actor: ActorReport) -> Record {
    let identity = actor.identity
    let others = identity.spellings.map(\.text).filter { $0 != identity.name }.prefix(LinkedData.listed)
    let about = Record([
      "@type": .text(LinkedData.type(identity.kind)), "name": .text(identity.name),
      "alternateName": others.isEmpty ? .none : Array(others).field,
    ])
    return page(
      identity.kind == .person || identity.kind == .organization ? "ProfilePage" : "WebPage", identity.name,
      [
        "mainEntity": .record(about),
        "hasPart": actor.stories.prefix(LinkedData.listed).compactMap { site.stories.link($0) }.map { story in
          Record([
            "@type": "CollectionPage", "name": .text(story.title), "url": .text(url(SiteIndex.path(story: story))),
          ])
        }.field,
      ])
  }

  private static func type(_ kind: Actor.Kind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    }
  }

  /// The data as it may stand in a script element: no "<" ends it or begins a comment.
  static func text(_ record: Record) -> String {
    let line = Neutral.text(String(decoding: Field.record(record).line, as: UTF8.self))
    return line.utf8.contains(UInt8(ascii: "<")) ? line.replacing("<", with: "\\u003c") : line
  }

  /// What networks show of a page (Open Graph): the kind of thing that it is.
  static func openGraphType(_ kind: String) -> String {
    ["brief", "story", "article"].contains(kind) ? "article" : "website"
  }
}
