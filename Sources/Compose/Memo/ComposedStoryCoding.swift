internal import NewsModel

/// A composed story in bytes. Its articles are written once and named by their place.
enum ComposedStoryCoding {
  /// The bytes of a story.
  static func bytes(of story: ComposedStory) -> [UInt8] {
    var out = Writer(articles: story.sources.map(\.id) + others(story))
    out.bytes.put(story.id)
    out.bytes.put(out.articles) { $0.put($1) }
    out.bytes.put(story.origins) { $0.put($1) }
    out.put(story.sources) { $0.put(source: $1) }
    out.bytes.put(story.outlets)
    out.bytes.put(story.unknownOutlets)
    out.bytes.put(story.title)
    out.put(article: story.titleArticle)
    out.put(story.keyPoints) { out, point in
      out.put(point.passage)
      out.put(point.alsoIn) { $0.put($1) }
      out.bytes.put(point.origins)
      out.bytes.put(point.score)
    }
    out.put(story.quotes) { out, quote in
      out.put(quote.versions) { $0.put($1) }
      out.bytes.put(quote.speakers) { $0.put($1) }
    }
    out.put(story.differences) { $0.put(difference: $1) }
    out.put(story.timeline) { $0.put(event: $1) }
    out.put(story.actors) { $0.put(share: $1) }
    out.bytes.put(story.watched) { $0.put($1) }
    out.bytes.put(story.isCrowded)
    return out.bytes.bytes
  }

  /// The article of the title, should it be none of the sources.
  private static func others(_ story: ComposedStory) -> [String] {
    let known = Set(story.sources.map(\.id))
    return known.contains(story.titleArticle) ? [] : [story.titleArticle]
  }

  /// The story that some bytes are of; nil where they are of none.
  static func story(_ bytes: [UInt8]) -> ComposedStory? {
    bytes.withUnsafeBytes { raw in
      var input = Reader(bytes: ByteReader(raw))
      guard let story = try? input.story(), input.bytes.isAtEnd else { return nil }
      return story
    }
  }

  private struct Writer {
    var bytes = ByteWriter()
    let articles: [String]
    private let places: [String: Int]

    init(articles: [String]) {
      self.articles = articles
      places = Dictionary(zip(articles, articles.indices)) { first, _ in first }
    }

    mutating func put<T>(_ list: [T], _ body: (inout Writer, T) -> Void) {
      bytes.put(list.count)
      for value in list { body(&self, value) }
    }

    /// The place of an article; one that has none is spelt out.
    mutating func put(article: String) {
      bytes.put(places[article] ?? -1)
      if places[article] == nil { bytes.put(article) }
    }

    mutating func put(_ passage: Passage) {
      put(article: passage.article)
      bytes.put(passage.span)
    }

    mutating func put(_ version: StoryQuote.Version) {
      put(article: version.article)
      bytes.put(version.quote)
    }

    private mutating func put(_ numbers: Int...) { for number in numbers { bytes.put(number) } }

    mutating func put(source: ComposedStory.Source) {
      put(article: source.id)
      bytes.put(source.siglum)
      bytes.put(source.paragraphs) { $0.put($1) }
      bytes.put(source.printable) { $0.put($1) }
      put(source.withheld, source.printedWords, source.wordLimit)
      bytes.put(source.rights.rawValue)
      bytes.put(source.told) { $0.put($1) }
    }

    mutating func put(difference: Difference) {
      bytes.put(difference.slot.rawValue)
      bytes.put(difference.kind.rawValue)
      bytes.put(difference.note?.rawValue) { $0.put($1) }
      put(difference.versions) { out, version in
        out.put(article: version.article)
        out.bytes.put(version.context)
        out.bytes.put(version.variants) { $0.put($1) }
      }
    }

    mutating func put(event: TimelineEvent) {
      bytes.put(event.kind.rawValue)
      bytes.put(event.value) { $0.put($1) }
      put(event.passage)
      bytes.put(event.mention) { $0.put($1) }
      bytes.put(event.publishedBasis?.rawValue) { $0.put($1) }
      bytes.put(event.borrowedFrom) { $0.put($1) }
      put(event.alsoIn) { $0.put($1) }
    }

    mutating func put(share: ComposedStory.Share) {
      bytes.put(share.actor)
      put(share.roles) { out, role in
        out.bytes.put(role.key) { $0.put(Int(bitPattern: UInt(truncatingIfNeeded: $1))) }
        out.bytes.put(role.text)
        out.put(role.passage)
      }
      put(share.quotes) { out, quote in
        out.put(quote.version)
        out.bytes.put(quote.isInferred)
      }
      put(share.statements) { $0.put($1) }
      bytes.put(share.events) { $0.put($1) }
    }
  }

  private typealias Malformed = ByteReader.Malformed

  private struct Reader {
    var bytes: ByteReader
    var articles: [String] = []
    var storyID = ""

    mutating func list<T>(_ body: (inout Reader) throws(Malformed) -> T) throws(Malformed) -> [T] {
      let count = try bytes.count()
      var list: [T] = []
      list.reserveCapacity(count)
      for _ in 0..<count { list.append(try body(&self)) }
      return list
    }

    mutating func texts() throws(Malformed) -> [String] {
      try bytes.list { input throws(Malformed) in try input.text() }
    }

    mutating func spans() throws(Malformed) -> [Span] {
      try bytes.list { input throws(Malformed) in try input.span() }
    }

    mutating func value<T: RawRepresentable>() throws(Malformed) -> T where T.RawValue == String {
      try bytes.value()
    }

    mutating func optionalValue<T: RawRepresentable>() throws(Malformed) -> T? where T.RawValue == String {
      try bytes.optional { input throws(Malformed) in try input.value() }
    }

    mutating func article() throws(Malformed) -> String {
      let place = try bytes.int()
      if place == -1 { return try bytes.text() }
      guard articles.indices.contains(place) else { throw Malformed() }
      return articles[place]
    }

    mutating func passage() throws(Malformed) -> Passage {
      Passage(article: try article(), span: try bytes.span())
    }

    mutating func passages() throws(Malformed) -> [Passage] {
      try list { input throws(Malformed) in try input.passage() }
    }

    mutating func version() throws(Malformed) -> StoryQuote.Version {
      StoryQuote.Version(article: try article(), quote: try bytes.int())
    }

    mutating func story() throws(Malformed) -> ComposedStory {
      storyID = try bytes.text()
      articles = try texts()
      return ComposedStory(
        id: storyID, origins: try bytes.list { input throws(Malformed) in try input.origin() },
        sources: try list { input throws(Malformed) in try input.source() }, outlets: try bytes.int(),
        unknownOutlets: try bytes.int(), title: try bytes.text(), titleArticle: try article(),
        keyPoints: try list { input throws(Malformed) in
          StoryKeyPoint(
            passage: try input.passage(), alsoIn: try input.passages(), origins: try input.bytes.int(),
            score: try input.bytes.double())
        },
        quotes: try list { input throws(Malformed) in
          StoryQuote(
            versions: try input.list { input throws(Malformed) in try input.version() }, speakers: try input.texts())
        },
        differences: try list { input throws(Malformed) in try input.difference() },
        timeline: try list { input throws(Malformed) in try input.event() },
        actors: try list { input throws(Malformed) in try input.share() }, watched: try texts(),
        isCrowded: try bytes.flag())
    }

    mutating func source() throws(Malformed) -> ComposedStory.Source {
      ComposedStory.Source(
        id: try article(), siglum: try bytes.text(), paragraphs: try spans(), printable: try spans(),
        withheld: try bytes.int(), printedWords: try bytes.int(), wordLimit: try bytes.int(), rights: try value(),
        told: try spans())
    }

    mutating func difference() throws(Malformed) -> Difference {
      let slot: Difference.Slot = try value()
      let kind: Difference.Class = try value()
      let note: Difference.Note? = try optionalValue()
      let versions = try list { input throws(Malformed) in
        Difference.Version(article: try input.article(), context: try input.bytes.span(), variants: try input.spans())
      }
      return Difference(slot: slot, kind: kind, versions: versions, note: note)
    }

    mutating func event() throws(Malformed) -> TimelineEvent {
      TimelineEvent(
        kind: try value(), value: try bytes.optional { input throws(Malformed) in try input.calendarValue() },
        passage: try passage(), mention: try bytes.optional { input throws(Malformed) in try input.date() },
        publishedBasis: try optionalValue(), borrowedFrom: try bytes.optionalText(), alsoIn: try passages(),
        story: storyID)
    }

    mutating func share() throws(Malformed) -> ComposedStory.Share {
      ComposedStory.Share(
        actor: try bytes.text(),
        roles: try list { input throws(Malformed) in
          ComposedStory.Role(
            key: try input.bytes.list { input throws(Malformed) in UInt64(bitPattern: Int64(try input.int())) },
            text: try input.bytes.text(), passage: try input.passage())
        },
        quotes: try list { input throws(Malformed) in
          ComposedStory.Quote(version: try input.version(), isInferred: try input.bytes.flag())
        }, statements: try passages(), events: try bytes.list { input throws(Malformed) in try input.int() })
    }
  }
}
