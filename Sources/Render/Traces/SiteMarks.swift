internal import NewsModel

/// What every part of a site is made of, in 128 bits each: where the marks of all that a page looked up are the same, so
/// is the page.
struct SiteMarks: Sendable {
  /// By part; a part of which it is not known has none.
  private var marks: [ReadRecorder.Read: Fingerprints.Mark] = [:]
  /// The place of a story in the newest brief that has it.
  private let places: BriefPlaces
  /// The role under which a story shows each of its actors, by story and actor.
  private var rolesByStory: [String: [String: String]] = [:]

  /// The marks of a composition's parts; none where it was composed without keys.
  init(_ index: SiteIndex) {
    let site = index.composition
    places = index.places
    guard !site.keys.stories.isEmpty else { return }
    marks.reserveCapacity(site.articles.count + 2 * site.stories.count + site.threads.count + site.actors.count)
    add(stories: site)
    add(articles: site, index)
    for thread in site.threads { set(.thread, thread.id, [thread.slug, thread.title, "\(thread.stories.count)"]) }
    for actor in site.actors {
      let identity = actor.identity
      let link = [actor.slug, identity.name, identity.kind.rawValue, actor.roles.first?.text ?? ""]
      set(.actor, identity.id, link, isLink: true)
      set(.actor, identity.id, link + ["\(actor.articles)"])
    }
  }

  /// The mark of a part, or of its absence; nil where it is not known what the part is made of.
  func mark(of read: ReadRecorder.Read, isThere: Bool) -> Fingerprints.Mark? {
    isThere ? marks[read] : Fingerprints.Mark(high: 0, low: 0)
  }

  // MARK: What a page is of

  /// What the page of a story prints of it besides what its articles say.
  func own(_ story: StoryReport) -> [UInt8] {
    var out = ByteWriter()
    for text in [story.id, story.thread] + story.related { out.put(text) }
    SiteMarks.put(story.why, &out)
    SiteMarks.put(story.reasons, &out)
    // Of few stories there is anything to say.
    if !story.partings.isEmpty || !story.joined.isEmpty { out.put("\(story.partings) \(story.joined)") }
    let roles = rolesByStory[story.id] ?? [:]
    for actor in story.actors.prefix(StoryPage.names) { out.put(roles[actor] ?? "") }
    for number in [places[story.id]?.date.number, places[story.id]?.number] { out.put(number) { $0.put($1) } }
    return out.bytes
  }

  /// What the page of a thread prints of it besides its stories.
  static func own(_ thread: ThreadReport) -> [UInt8] {
    var out = ByteWriter()
    for text in [thread.id] + thread.stories + thread.actors { out.put(text) }
    put(thread.why, &out)
    return out.bytes + TimelinePages.key(of: thread.timeline)
  }

  /// What the page of an actor prints of it.
  static func own(_ actor: ActorReport) -> [UInt8] {
    let identity = actor.identity
    var out = ByteWriter()
    for text in [identity.id] + actor.stories { out.put(text) }
    out.put(identity.spellings) { out, spelling in
      out.put(spelling.text)
      out.put(spelling.count)
      out.put(spelling.articles) { $0.put($1) }
      out.put(spelling.why.rawValue)
    }
    out.put(identity.references) { out, reference in
      out.put(reference.article)
      out.put(reference.actor)
    }
    out.put(identity.suggestions) { out, suggestion in
      out.put(suggestion.actor)
      out.put(suggestion.why.rawValue)
    }
    for role in actor.roles {
      out.put(role.text)
      for day in [role.first, role.last] { out.put(day?.number) { $0.put($1) } }
      put(role.passages, &out)
    }
    for quote in actor.quotes { out.put(quote) }
    put(actor.statements, &out)
    out.put(actor.related) { out, companion in
      out.put(companion.actor)
      out.put(companion.stories) { $0.put($1) }
    }
    out.put(actor.activity) { out, month in
      out.put(month.value.text)
      out.put(month.articles)
      out.put(month.quotes)
    }
    return out.bytes + TimelinePages.key(of: actor.timeline)
  }

  private static func put(_ ties: [Tie], _ out: inout ByteWriter) {
    out.put(ties) { out, tie in
      switch tie {
      case .actors(let shared): put("actors", shared, &out)
      case .words(let shared): put("words", shared, &out)
      case .figures(let shared): put("figures", shared, &out)
      case .dates(let shared): put("dates", shared, &out)
      }
    }
  }

  private static func put(_ reasons: [RankReason], _ out: inout ByteWriter) {
    out.put(reasons) { out, reason in
      switch reason {
      case .origins(let count): put("origins", count, &out)
      case .outlets(let count): put("outlets", count, &out)
      case .articles(let count): put("articles", count, &out)
      case .actors(let count): put("actors", count, &out)
      case .differences(let count): put("differences", count, &out)
      case .newest: out.put("newest")
      case .new: out.put("new")
      case .watched(let entries): put("watched", entries, &out)
      case .pinned: out.put("pinned")
      }
    }
  }

  private static func put(_ name: String, _ count: Int, _ out: inout ByteWriter) {
    out.put(name)
    out.put(count)
  }

  private static func put(_ name: String, _ texts: [String], _ out: inout ByteWriter) {
    out.put(name)
    out.put(texts) { $0.put($1) }
  }

  private static func put(_ passages: [Passage], _ out: inout ByteWriter) {
    out.put(passages) { out, passage in
      out.put(passage.article)
      out.put(passage.span)
    }
  }

  // MARK: What pages look up

  private mutating func set(_ kind: KnownEntity.Kind, _ id: String, _ texts: [String], isLink: Bool = false) {
    var out = ByteWriter()
    for text in texts { out.put(text) }
    marks[ReadRecorder.Read(kind: kind, id: id, isLink: isLink)] = Fingerprints.Mark(out.bytes)
  }

  private mutating func add(stories site: Composition) {
    let articles = Dictionary(site.articles.map { ($0.digest.article.id, $0.digest.article) }) { first, _ in first }
    for story in site.stories {
      guard let key = site.keys.stories[story.id] else { continue }
      let published = story.articles.compactMap { articles[$0]?.trustedPublicationDay }
      let link = [
        story.slug, story.title, story.sourceTitle ?? "", story.titleArticle,
        articles[story.titleArticle]?.language ?? "", published.min()?.description ?? "",
        published.max()?.description ?? "",
      ]
      set(.story, story.id, link, isLink: true)
      let days = [story.firstSeen, story.lastSeen].map { $0?.description ?? "" }
      set(.story, story.id, link + days + [key, story.thread])
    }
  }

  private mutating func add(articles site: Composition, _ index: SiteIndex) {
    // Which roles actors have in an article, and which origin it has.
    var given = [ByteWriter](repeating: ByteWriter(), count: site.articles.count)
    for actor in site.actors {
      for role in actor.roles {
        for passage in role.passages {
          guard let place = index.articles.position(of: passage.article) else { continue }
          given[place].put(actor.identity.id)
          given[place].put(passage.span)
          let story = site.articles[place].story
          guard rolesByStory[story]?[actor.identity.id] == nil else { continue }
          rolesByStory[story, default: [:]][actor.identity.id] = role.text
        }
      }
    }
    var origins: [String: String] = [:]
    for story in site.stories {
      for origin in story.origins {
        for article in origin.articles { origins[article] = origin.id }
      }
    }
    for (place, article) in site.articles.enumerated() {
      let id = article.digest.article.id
      guard let content = site.keys.contents[id] else { continue }
      var out = ByteWriter()
      for text in [content, article.slug, article.story, article.siglum, origins[id] ?? "", article.rights.rawValue] {
        out.put(text)
      }
      for count in [article.withheld, article.printedWords, article.wordLimit, article.lastLinked] { out.put(count) }
      out.put(article.printable) { $0.put($1) }
      if !article.versions.isEmpty { out.put("\(article.versions)") }
      // Which of its actors have pages.
      for named in article.actors where index.actors.position(of: named.identity) != nil {
        out.put(named.actor)
        out.put(named.identity)
      }
      marks[ReadRecorder.Read(kind: .article, id: id)] = Fingerprints.Mark(out.bytes + given[place].bytes)
    }
  }
}
