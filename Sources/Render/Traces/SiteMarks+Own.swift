internal import NewsModel

/// What a page is of, besides what it looks up.
extension SiteMarks {
  /// What the page of a story prints of it besides what its articles say.
  func put(_ story: StoryReport, _ out: inout ByteWriter) {
    out.put(story.id)
    out.put(story.thread)
    out.put(story.related) { $0.put($1) }
    SiteMarks.put(story.why, &out)
    SiteMarks.put(story.reasons, &out)
    // Of few stories there is anything to say.
    if !story.partings.isEmpty || !story.joined.isEmpty { out.put("\(story.partings) \(story.joined)") }
    let roles = rolesByStory[story.id] ?? [:]
    for actor in story.actors.prefix(StoryPage.names) { out.put(roles[actor] ?? "") }
    let place = places[story.id]
    for number in [place?.date.number, place?.number] { out.put(number) { $0.put($1) } }
  }

  /// What the page of a thread prints of it besides its stories.
  static func put(_ thread: ThreadReport, _ out: inout ByteWriter) {
    out.put(thread.id)
    out.put(thread.stories) { $0.put($1) }
    out.put(thread.actors) { $0.put($1) }
    put(thread.why, &out)
    TimelinePages.put(thread.timeline, &out)
  }

  /// What the page of an actor prints of it.
  static func put(_ actor: ActorReport, _ out: inout ByteWriter) {
    let identity = actor.identity
    out.put(identity.id)
    out.put(actor.stories) { $0.put($1) }
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
    out.put(actor.roles) { out, role in
      out.put(role.text)
      out.put(role.first?.number) { $0.put($1) }
      out.put(role.last?.number) { $0.put($1) }
      put(role.passages, &out)
    }
    out.put(actor.quotes) { $0.put($1) }
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
    TimelinePages.put(actor.timeline, &out)
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
}
