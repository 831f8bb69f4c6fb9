internal import Languages
internal import NewsModel

/// A story: what is said and by how many, where versions differ, who speaks, when, and whose words these are.
struct StoryPage {
  let desk: Desk
  let story: StoryReport

  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  static let sigla = 24  // articles named at the top
  static let names = 30  // actors listed; more are on the article pages

  /// The page.
  var draft: Draft {
    let counts = desk.counts(story)
    var description = ""
    if case .text(let summary)? = counts["summary"] { description = summary }
    let parts = Parts(
      points: desk.keyPoints(story), quotes: quotes, events: events, differences: desk.differences(story),
      origins: origins)
    var draft = Draft(
      "story", path: desk.path, id: story.id, title: story.title, date: desk.day(story), section: "brief",
      description: description, values: Record(data(parts), view: view(parts).merging(counts)))
    draft.linked = LinkedData(desk: desk).story(story, quotes: parts.quotes)
    if case .text(let language) = desk.titleLang(of: story) { draft.titleLanguage = language }
    draft.isUnindexed = desk.isUnindexed(.story, [story.id, story.slug])
    return draft
  }

  private var quotes: [Record] {
    story.quotes.prefix(Listing.shown).compactMap { desk.quote($0) }.enumerated().map {
      $1.viewing(["n": .number($0 + 1)])
    }
  }
  private var events: [Record] { desk.events(Array(story.timeline.prefix(Listing.shown))) }

  /// What stands both in the data and on the page.
  private struct Parts {
    var points: [Record]
    var quotes: [Record]
    var events: [Record]
    var differences: [Record]
    var origins: [Record]
  }

  private func data(_ parts: Parts) -> Fields {
    [
      "id": .text(story.id), "title": .text(story.title), "articles": story.articles.field,
      "outlets": .number(story.outlets), "unknownOutlets": .number(story.unknownOutlets),
      "origins": parts.origins.field, "keyPoints": parts.points.field, "quotes": parts.quotes.field,
      "differences": parts.differences.field, "timeline": parts.events.field, "actors": story.actors.field,
      "thread": .text(story.thread), "related": story.related.field, "why": desk.ties(story.why),
      "firstSeen": Field(story.firstSeen?.description), "lastSeen": Field(story.lastSeen?.description),
      "withheld": .number(withheld), "sourceTitle": Field(story.sourceTitle), "notes": notes,
      "partings": story.partings.isEmpty ? .none : desk.partings(story).field,
      "joined": story.joined.isEmpty ? .none : desk.joined(story).field,
    ]
  }

  private func view(_ parts: Parts) -> Fields {
    let (points, quotes, events, differences) = (parts.points, parts.quotes, parts.events, parts.differences)
    let whens = desk.day(story)
    let sources = sources
    let allQuotes = site.quotes(of: story)
    return [
      "lang": desk.titleLang(of: story),
      "brief": briefLink, "points": points.field, "hasPoints": .flag(!points.isEmpty),
      "when": .text(whens.map(desk.calendar.long) ?? words.text("date-unknown")),
      "edtf": .text(whens?.description ?? "?"),
      "whenNote": .text(words.text(whens == nil ? "story-when-unknown" : "story-when-known")),
      "sources": sources.field, "firstSources": Array(sources.prefix(StoryPage.sigla)).field,
      "sourcesSheets": desk.sheets(of: site.articles(of: story)),
      "quotesSheets": desk.sheets(of: allQuotes), "eventsSheets": desk.sheets(of: site.events(of: story)),
      "differenceRows": differences.field, "hasDifferences": .flag(!differences.isEmpty),
      "differencesNote": .text(differencesNote), "quoteRows": quotes.field, "hasQuotes": .flag(!quotes.isEmpty),
      "quotesNote": .text(
        words.text("quotes", count: allQuotes.isLong ? story.quotes.count : quotes.count)),
      "events": events.field,
      "hasEvents": .flag(!events.isEmpty), "who": actorRows.field, "hasWho": .flag(!story.actors.isEmpty),
      "originRows": parts.origins.field, "ties": desk.ties(story.why), "hasTies": .flag(!story.why.isEmpty),
      "relatedStories": story.related.compactMap { site.stories.link($0) }.map(desk.story).field,
      "hasRelated": .flag(!story.related.isEmpty),
      "threadLink": site.threads[story.thread].map { .record(desk.thread($0)) } ?? .none,
      "threadStories": site.threads[story.thread].map { .text(words.text("stories", count: $0.stories.count)) }
        ?? .none,
      "hasJoined": .flag(!story.joined.isEmpty), "reasons": desk.reasons(story), "withheldNote": withheldNote,
      "editorNotes": notes,
      "titleNote": story.sourceTitle.map { .text(words.text("renamed-note", ["name": $0])) } ?? .none,
    ]
  }

  private var notes: Field { desk.editorNotes(.story, [story.id, story.slug]) }
  private var withheld: Int { story.articles.reduce(0) { $0 + (site.articles[$1]?.withheld ?? 0) } }
  private var withheldNote: Field {
    withheld == 0 ? .none : .text(words.text("withheld", count: withheld))
  }

  private var differencesNote: String {
    if story.isDisputed { return words.text("differences-note.conflict") }
    return words.text(story.origins.count == 1 ? "differences-note.one-origin" : "differences-note.no-conflict")
  }

  /// The newest brief that has the story, with its place there.
  private var briefLink: Field {
    guard let place = site.places[story.id] else { return .none }
    return .record(
      Record(view: [
        "label": .text(words.text("brief-of", ["date": desk.calendar.short(place.date)])),
        "href": .text(desk.href("briefs/\(place.date)/")),
        "place": place.number.map { .text(words.text("story-number", ["n": String($0)])) } ?? .none,
      ]))
  }

  /// Families of articles, with the letter that their sigla begin with.
  private var origins: [Record] {
    story.origins.map { origin in
      let members = origin.articles.compactMap { site.articles[$0] }
      let letter = members.first.map { String($0.siglum.prefix { !$0.isNumber }) } ?? ""
      let evidence = origin.evidence.map {
        EvidenceWords.text($0, words) { relay in
          // Names are compared in small letters; they are shown as an article writes them.
          let names = members.flatMap(\.digest.relays).compactMap(\.name) + members.compactMap(\.digest.article.source)
          return names.first { $0.lowercased() == relay } ?? relay
        }
      }
      return Record(
        [
          "id": .text(origin.id), "articles": origin.articles.field, "basis": .text(origin.basis.rawValue),
          "evidence": evidence.field,
        ],
        view: [
          "letter": .text(letter), "alone": .flag(members.count == 1),
          "basisLabel": .text(words.text("origin-basis.\(origin.basis.rawValue)")),
          "why": .text(evidence.isEmpty ? words.text("origin-alone") : words.list(evidence)),
          "sigla": members.map {
            Record(view: [
              "siglum": .text($0.siglum), "href": .text(desk.href(SiteIndex.path(article: $0))),
            ])
          }.field,
        ])
    }
  }

  /// The articles in the order of their sigla.
  private var sources: [Record] {
    story.articles.prefix(Listing.shown).compactMap { site.articles[$0] }.map { report in
      let article = report.digest.article
      let language = article.language.map { LocaleNames.language($0, in: words.language) ?? $0 }
      return Record(view: [
        "siglum": .text(report.siglum), "href": .text(desk.href(SiteIndex.path(article: report))),
        "outlet": .text(desk.outlet(report)), "title": .text(article.title ?? words.text("untitled")),
        "lang": desk.lang(of: article.id), "language": .text(language ?? words.text("language-unknown")),
        "published": .text(desk.published(article)),
        "basis": .text(words.text("published-basis.\(article.publishedBasis.rawValue)")),
        "url": Field(LinkAddress.outside(article.url)),
      ])
    }
  }

  private var actorRows: [Record] {
    story.actors.prefix(StoryPage.names).compactMap { site.actors.link($0) }.map { actor in
      desk.actor(actor).viewing(["role": Field(actor.role(in: story.articles)?.text)])
    }
  }
}

/// Why articles are one family, in words.
enum EvidenceWords {
  /// One piece of evidence.
  ///
  /// - Parameter written: a relay's name as it is written.
  static func text(
    _ evidence: Origin.Evidence, _ words: InterfaceWords, written: (String) -> String = { $0 }
  ) -> String {
    switch evidence {
    case .identicalText: words.text("evidence.identical")
    case .parallelSentences(let matched, let of):
      words.text("evidence.parallel", count: matched, ["of": words.number(of)])
    case .sameQuotes(let n): words.text("evidence.quotes", count: n)
    case .parallelFacts(let matched, let of):
      words.text("evidence.facts", ["n": words.number(matched), "of": words.number(of)])
    case .sameRelay(let name): words.text("evidence.relay", ["name": written(name)])
    }
  }
}
