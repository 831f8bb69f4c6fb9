internal import NewsModel

/// What every part of a site is made of, in 128 bits each: where the marks of all that a page looked up are the same, so
/// is the page.
struct SiteMarks: Sendable {
  /// A part of a site.
  struct Part: Sendable {
    /// Which it is: kind, id, and whether only its link is meant.
    var identity: ContentMark
    /// What it is made of; nil where that is not known.
    var mark: ContentMark?
  }

  /// The mark of a part that is not there.
  static let absent = ContentMark(high: 0, low: 0)
  /// Stands for a mark that is not known, and is the same as none.
  static let unknown = ContentMark(high: .max, low: .max)

  /// By kind and whether they are links, each in the order of the composition.
  private(set) var parts = [[Part]](repeating: [], count: 8)
  /// The place of a story in the newest brief that has it.
  let places: BriefPlaces
  /// The role under which a story shows each of its actors, by story and actor.
  private(set) var rolesByStory: [String: [String: String]] = [:]

  /// The marks of a composition's parts; none where it was composed without keys.
  init(_ index: SiteIndex) {
    let site = index.composition
    places = index.places
    guard !site.keys.stories.isEmpty else { return }
    var out = ByteWriter()
    add(stories: site, &out)
    add(articles: site, index, &out)
    for thread in site.threads {
      set(.thread, thread.id, [thread.slug, thread.title, "\(thread.stories.count)"], &out)
    }
    for actor in site.actors {
      let identity = actor.identity
      let link = [actor.slug, identity.name, identity.kind.rawValue, actor.roles.first?.text ?? ""]
      set(.actor, identity.id, link, isLink: true, &out)
      set(.actor, identity.id, link + ["\(actor.articles)"], &out)
    }
  }

  /// Something that was looked up, or that it is not there.
  ///
  /// - Parameter position: where it stands in the composition; nil where it is not there.
  func part(of read: ReadRecorder.Read, at position: Int?) -> Part {
    let identity = SiteMarks.identity(read.kind, read.id, isLink: read.isLink)
    guard let position else { return Part(identity: identity, mark: SiteMarks.absent) }
    let list = parts[SiteMarks.place(read.kind, isLink: read.isLink)]
    return Part(identity: identity, mark: list.indices.contains(position) ? list[position].mark : nil)
  }

  private static func place(_ kind: KnownEntity.Kind, isLink: Bool) -> Int {
    let kind =
      switch kind {
      case .article: 0
      case .story: 1
      case .thread: 2
      case .actor: 3
      }
    return 2 * kind + (isLink ? 1 : 0)
  }

  private static func identity(_ kind: KnownEntity.Kind, _ id: String, isLink: Bool) -> ContentMark {
    var id = id
    return id.withUTF8 { text in
      withUnsafeTemporaryAllocation(byteCount: text.count + 1, alignment: 1) { room in
        room.copyMemory(from: UnsafeRawBufferPointer(text))
        room[text.count] = UInt8(place(kind, isLink: isLink))
        return ContentMark(UnsafeRawBufferPointer(room))
      }
    }
  }

  // MARK: What pages look up

  private mutating func set(
    _ kind: KnownEntity.Kind, _ id: String, _ texts: [String], isLink: Bool = false, _ out: inout ByteWriter
  ) {
    out.removeAll()
    for text in texts { out.put(text) }
    set(kind, id, isLink: isLink, ContentMark(out))
  }

  private mutating func set(_ kind: KnownEntity.Kind, _ id: String, isLink: Bool = false, _ mark: ContentMark?) {
    parts[SiteMarks.place(kind, isLink: isLink)].append(
      Part(identity: SiteMarks.identity(kind, id, isLink: isLink), mark: mark))
  }

  private mutating func add(stories site: Composition, _ out: inout ByteWriter) {
    let articles = Dictionary(site.articles.map { ($0.digest.article.id, $0.digest.article) }) { first, _ in first }
    for story in site.stories {
      guard let key = site.keys.stories[story.id] else {
        for isLink in [false, true] { set(.story, story.id, isLink: isLink, nil) }
        continue
      }
      let published = story.articles.compactMap { articles[$0]?.trustedPublicationDay }
      let link = [
        story.slug, story.title, story.sourceTitle ?? "", story.titleArticle,
        articles[story.titleArticle]?.language ?? "", published.min()?.description ?? "",
        published.max()?.description ?? "",
      ]
      set(.story, story.id, link, isLink: true, &out)
      let days = [story.firstSeen, story.lastSeen].map { $0?.description ?? "" }
      set(.story, story.id, link + days + [key, story.thread], &out)
    }
  }

  private mutating func add(articles site: Composition, _ index: SiteIndex, _ out: inout ByteWriter) {
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
      guard let content = site.keys.contents[id] else {
        set(.article, id, nil)
        continue
      }
      out.removeAll()
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
      given[place].bytes.withUnsafeBytes { out.append($0) }
      set(.article, id, ContentMark(out))
    }
  }
}
