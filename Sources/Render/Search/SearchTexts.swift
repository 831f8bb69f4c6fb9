internal import NewsModel

/// What of the site can be found, and by which of its words: no other words than its pages print.
///
/// The weight of a word is 3 in a title, 2 in a name, 1 in spoken words and 0 in other words of a source. An actor's
/// names weigh by how often it is named, so that of two with one name the better known comes first. Pages that search
/// engines are asked to leave out are left out here too.
struct SearchTexts {
  let site: SiteIndex
  let words: InterfaceWords
  private let desk: Desk

  private static let title: UInt32 = 3
  private static let name: UInt32 = 2
  private static let spoken: UInt32 = 1
  private static let plain: UInt32 = 0
  /// An actor of so many articles is well known, and of so many known.
  private static let wellKnown = 32
  private static let known = 4

  init(site: SiteIndex, words: InterfaceWords) {
    self.site = site
    self.words = words
    desk = Desk(site: site, words: words, path: "search/")
  }

  // MARK: What can be found

  /// All documents, in no order of meaning: those of stories, and all others.
  func documents(jobs: Int = 1) -> [SearchDocument] {
    // Neither notes anything.
    let (others, ofStories) = Workers.both(jobs: jobs) {
      documentsBesideStories
    } _: {
      documentsOfStories
    }
    return others + ofStories
  }

  private var documentsBesideStories: [SearchDocument] {
    var out: [SearchDocument] = []
    let composition = site.composition
    for (index, actor) in composition.actors.enumerated() where !isLeftOut(actor) {
      out.append(SearchDocument(kind: .actor, index: index, key: SearchTexts.key("a", actor.identity.id)))
    }
    // A story that nothing continues is a thread too, of which its own page says all.
    for (index, thread) in composition.threads.enumerated() where thread.stories.count > 1 {
      out.append(SearchDocument(kind: .thread, index: index, key: SearchTexts.key("t", thread.id)))
    }
    for (index, report) in composition.articles.enumerated() where !isLeftOut(report) {
      let article = report.digest.article
      out.append(
        SearchDocument(
          kind: .article, index: index, day: article.trustedPublicationDay, key: SearchTexts.key("p", article.id)))
    }
    return out
  }

  private var documentsOfStories: [SearchDocument] {
    var out: [SearchDocument] = []
    let composition = site.composition
    for (index, story) in composition.stories.enumerated() {
      if !desk.isUnindexed(.story, [story.id, story.slug]) {
        out.append(
          SearchDocument(kind: .story, index: index, day: desk.day(story), key: SearchTexts.key("s", story.id)))
      }
      for quote in story.quotes {
        guard let version = quote.versions.first(where: site.isShown),
          let place = site.articles.position(of: version.article)
        else { continue }
        let article = composition.articles[place]
        if isLeftOut(article) { continue }
        out.append(
          SearchDocument(
            kind: .quote, index: place, quote: version.quote, story: index,
            day: article.digest.article.trustedPublicationDay,
            key: SearchTexts.key("q\(version.quote)", version.article)))
      }
    }
    return out
  }

  private func isLeftOut(_ actor: ActorReport) -> Bool { desk.isUnindexed(actor.identity) }

  private func isLeftOut(_ report: ArticleReport) -> Bool {
    desk.isUnindexed(.article, [report.digest.article.id, report.slug])
  }

  private static func key(_ kind: String, _ id: String) -> UInt64 {
    let hash = Name.hash("\(kind) \(id)".utf8)
    return hash ^ hash >> 32
  }

  // MARK: By which words

  /// Adds the words of a document.
  func collect(_ document: SearchDocument, into collector: TermCollector) {
    let number = document.number
    switch document.kind {
    case .actor:
      let identity = site.composition.actors[document.index].identity
      let count = identity.references.count
      let weight: UInt32 = count >= SearchTexts.wellKnown ? 3 : count >= SearchTexts.known ? 2 : 1
      collector.add(identity.name, to: number, weight: weight)
      for spelling in identity.spellings.prefix(ActorPages.evidence) {
        collector.add(spelling.text, to: number, weight: weight)
      }
    case .thread:
      collector.add(site.composition.threads[document.index].title, to: number, weight: SearchTexts.title)
    case .story: collect(site.composition.stories[document.index], number, collector)
    case .quote:
      let report = site.composition.articles[document.index]
      let quote = report.digest.quotes[document.quote]
      for run in report.digest.quotes where run.utterance == quote.utterance {
        collect([run.span], of: report, number, SearchTexts.spoken, collector)
      }
      if let speaker = speaker(of: quote, in: report) {
        collector.add(speaker, to: number, weight: SearchTexts.name)
      }
    case .article:
      let report = site.composition.articles[document.index]
      if let title = report.digest.article.title { collector.add(title, to: number, weight: SearchTexts.title) }
      if let source = report.digest.article.source { collector.add(source, to: number, weight: SearchTexts.name) }
      collect(report.printable, of: report, number, SearchTexts.plain, collector)
    }
  }

  private func collect(_ story: StoryReport, _ number: UInt32, _ collector: TermCollector) {
    collector.add(story.title, to: number, weight: SearchTexts.title)
    for id in story.actors.prefix(StoryPage.names) {
      guard let actor = site.actors.peek(id), !isLeftOut(actor) else { continue }
      collector.add(actor.identity.name, to: number, weight: SearchTexts.name)
    }
    for point in story.keyPoints {
      guard let report = site.articles.peek(point.passage.article) else { continue }
      collect([point.passage.span], of: report, number, SearchTexts.plain, collector)
    }
  }

  /// Adds what may be printed of some spans.
  private func collect(
    _ spans: [Span], of report: ArticleReport, _ number: UInt32, _ weight: UInt32, _ collector: TermCollector
  ) {
    var text = report.digest.article.text
    text.withUTF8 { bytes in
      for span in spans {
        for allowed in report.printable where allowed.overlaps(span) {
          let range = max(allowed.start, span.start)..<min(allowed.end, span.end)
          collector.add(UnsafeBufferPointer(rebasing: bytes[range]), to: number, weight: weight)
        }
      }
    }
  }

  /// Who spoke, as the page of the quote says it; nil where that is nobody's name, or one that is left out.
  private func speaker(of quote: Quote, in report: ArticleReport) -> String? {
    guard let speaker = quote.speaker else { return nil }
    if let actor = site.actor(speaker.actor, in: report.digest.article.id) {
      return isLeftOut(actor) ? nil : actor.identity.name
    }
    if let name = speaker.actor.flatMap({ report.digest.actor($0)?.name }) { return name }
    // "She" tells nobody who it was.
    return speaker.basis == .stated ? String(report.digest.article[speaker.span]) : nil
  }

  // MARK: How it is shown

  /// Who spoke, and that it was inferred where it was.
  private func shownSpeaker(of quote: Quote, in report: ArticleReport) -> String? {
    guard let name = speaker(of: quote, in: report) else { return nil }
    return quote.speaker?.basis == .inferred ? words.text("search-inferred", ["name": name]) : name
  }

  /// What the script shows of a document: its place in its file, its page, a title, a line below it, and the language of
  /// the title where it is not the interface's.
  func record(_ document: SearchDocument, place: Int) -> [Field] {
    func row(_ slug: String, _ title: String, _ details: [String?], _ language: Field = .none) -> [Field] {
      let head: [Field] = [
        .number(place), .text(slug), .text(Neutral.text(title)),
        .text(Neutral.text(words.list(details.compactMap(\.self)))),
      ]
      if case .none = language { return head }
      return head + [language]
    }
    switch document.kind {
    case .actor:
      let actor = site.composition.actors[document.index]
      return row(
        actor.slug, actor.identity.name,
        [
          actor.roles.first?.text ?? words.text("kind.\(actor.identity.kind.rawValue)"),
          ActorPages.articleCount(actor, desk),
        ])
    case .thread:
      let thread = site.composition.threads[document.index]
      return row(thread.slug, thread.title, [words.text("stories", count: thread.stories.count)])
    case .story:
      let story = site.composition.stories[document.index]
      let outlets = story.outlets == 0 ? nil : words.text("outlets", count: story.outlets)
      return row(
        story.slug, story.title, [words.text("articles", count: story.articles.count), outlets],
        desk.titleLang(of: story))
    case .quote:
      let report = site.composition.articles[document.index]
      let quote = report.digest.quotes[document.quote]
      let isMarked = report.printable.contains { $0.start <= quote.span.start && quote.span.start < $0.end }
      let anchor = isMarked ? "q\(document.quote + 1)" : "p\(report.paragraph(at: quote.span.start))"
      // Whose words these are is told by marks, and said where there are none.
      let isIndirect = quote.form == .indirect
      let shown = shown(quote, in: report)
      return row(
        "\(report.slug)#\(anchor)", isIndirect ? shown : words.text("quoted", ["words": shown]),
        [
          shownSpeaker(of: quote, in: report), desk.outlet(report), isIndirect ? words.text("search-indirect") : nil,
        ], desk.lang(of: report))
    case .article:
      let report = site.composition.articles[document.index]
      let title = report.digest.article.title
      return row(
        report.slug, title ?? words.text("untitled"), [desk.outlet(report)],
        title == nil ? .none : desk.lang(of: report))
    }
  }

  private static let longest = 240  // characters of a quote that are shown

  /// The words of a quote as they may be printed, cut where they are many.
  private func shown(_ quote: Quote, in report: ArticleReport) -> String {
    let text = report.digest.article.text
    let runs = report.digest.quotes.filter { $0.utterance == quote.utterance }
    let pieces = runs.flatMap { desk.printable($0.span, of: report) }.map { String(text[$0]) }
    let all = pieces.joined(separator: " […] ")
    guard all.count > SearchTexts.longest else { return all }
    let head = all.prefix(SearchTexts.longest)
    return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + " […]"
  }
}
