internal import NewsModel

/// What every part of a site is made of, in 128 bits each: where the marks of all that a page looked up are the same, so
/// is the page.
struct SiteMarks: Sendable {
  /// By part; a part of which it is not known has none.
  private var marks: [ReadRecorder.Read: Fingerprints.Mark] = [:]
  /// The place of a story in the newest brief that has it.
  private let places: [String: [UInt8]]

  /// The marks of a composition's parts; none where it was composed without keys.
  init(_ site: Composition) {
    var places: [String: [UInt8]] = [:]
    for brief in site.briefs {
      for (at, story) in (brief.stories + brief.earlier).enumerated() where places[story] == nil {
        places[story] = Array("\(brief.date?.description ?? "") \(at)".utf8)
      }
    }
    self.places = places
    guard !site.keys.stories.isEmpty else { return }
    marks.reserveCapacity(site.articles.count + site.stories.count + site.threads.count + site.actors.count)
    add(stories: site)
    add(articles: site)
    for thread in site.threads {
      guard let told = keys(of: thread.stories, site) else { continue }
      var out = ByteWriter()
      for text in [thread.id, thread.slug, thread.title] + told + thread.actors { out.put(text) }
      out.put("\(thread.why)")
      set(.thread, thread.id, out)
    }
    add(actors: site)
  }

  /// The mark of a part, or of its absence; nil where it is not known what the part is made of.
  func mark(of read: ReadRecorder.Read, isThere: Bool) -> Fingerprints.Mark? {
    isThere ? marks[read] : Fingerprints.Mark(high: 0, low: 0)
  }

  /// What the page of a story prints of the briefs.
  func place(ofStory id: String) -> [UInt8] { places[id] ?? [] }

  private mutating func set(_ kind: KnownEntity.Kind, _ id: String, _ out: ByteWriter) {
    marks[ReadRecorder.Read(kind: kind, id: id)] = Fingerprints.Mark(out.bytes)
  }

  private func keys(of stories: [String], _ site: Composition) -> [String]? {
    let known = stories.compactMap { site.keys.stories[$0] }
    return known.count == stories.count ? stories + known : nil
  }

  private mutating func add(stories site: Composition) {
    for story in site.stories {
      guard let key = site.keys.stories[story.id] else { continue }
      var out = ByteWriter()
      for text in [key, story.id, story.slug, story.title, story.thread] + story.related { out.put(text) }
      out.put(story.sourceTitle) { $0.put($1) }
      out.put("\(story.why) \(story.reasons)")
      for day in [story.firstSeen, story.lastSeen] { out.put(day?.number ?? .min / 4) }
      out.put(story.score)
      set(.story, story.id, out)
    }
  }

  private mutating func add(articles site: Composition) {
    // Which actors an article names that have pages.
    var named: [String: [String]] = [:]
    for actor in site.actors {
      for reference in actor.identity.references {
        named[reference.article, default: []].append("\(reference.actor) \(actor.identity.id)")
      }
    }
    for article in site.articles {
      let id = article.digest.article.id
      guard let content = site.keys.contents[id], let key = site.keys.stories[article.story] else { continue }
      var out = ByteWriter()
      for text in [content, key, article.slug, article.story, article.siglum] { out.put(text) }
      for text in (named[id] ?? []).sorted() { out.put(text) }
      set(.article, id, out)
    }
  }

  private mutating func add(actors site: Composition) {
    for actor in site.actors {
      guard let told = keys(of: actor.stories, site) else { continue }
      let identity = actor.identity
      var out = ByteWriter()
      for text in [identity.id, identity.name, identity.kind.rawValue, actor.slug] + told { out.put(text) }
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
      out.put(actor.related) { out, companion in
        out.put(companion.actor)
        out.put(companion.stories) { $0.put($1) }
      }
      set(.actor, identity.id, out)
    }
  }
}
