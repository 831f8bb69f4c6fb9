internal import NewsModel

/// "quotes/": by speaker, those with most quotes first; behind those with a page those without one, then whoever is told
/// without a name, and quotes without a known speaker last.
struct QuotesPage {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  /// More quotes than this make a page too heavy; the actors' pages have them all.
  private static let longest = 150  // quotes, about 1 KB each
  private static let mostSpeakers = 300  // named after them, with a link to their quotes

  /// What one speaker said.
  private struct Speaker {
    var who: Who
    var quotes: [StoryQuote.Version] = []
  }

  /// Who a quote is of, in the order of the page.
  private enum Who: Hashable, Comparable {
    /// An actor with a page, by its id.
    case known(String)
    /// Somebody without a page, by name.
    case named(String)
    /// Words that name nobody ("the ministry", "a source").
    case told
    case unknown

    /// The place of its kind.
    var rank: Int {
      switch self {
      case .known: 0
      case .named: 1
      case .told: 2
      case .unknown: 3
      }
    }
  }

  /// The values of the page.
  var draft: Draft {
    let (speakers, facts) = speakers()
    var left = QuotesPage.longest
    var data: [Record] = []
    var groups: [Record] = []
    for speaker in speakers where left > 0 {
      let shown = speaker.quotes.prefix(left).compactMap { desk.quote($0) }
      left -= shown.count
      data += shown
      groups.append(group(speaker, shown))
    }
    let rest = speakers.dropFirst(groups.count).prefix(QuotesPage.mostSpeakers).map { speaker in
      line(speaker).viewing(["href": hrefOfQuotes(speaker)])
    }
    return Draft(
      "quotes", path: desk.path, title: words.text("quotes-title"), section: "quotes",
      values: Record(
        ["quotes": data.field],
        view: [
          "groups": groups.field, "others": rest.field,
          "facts": facts.map { key, count in
            Record(view: [
              "label": .text(words.text("quote-fact.\(key)")), "count": .text(words.number(count)),
              "note": .text(words.text("quote-fact-note.\(key)")),
            ])
          }.field,
        ]))
  }

  /// All quotes that can be printed, by speaker, and how many there are of each kind.
  private func speakers() -> (speakers: [Speaker], facts: [(key: String, count: Int)]) {
    var bySpeaker: [Who: Speaker] = [:]
    var forms: [Quote.Form: Int] = [:]
    var open = 0
    for report in site.composition.articles {
      let article = report.digest.article.id
      for (at, quote) in report.digest.quotes.enumerated() {
        let version = StoryQuote.Version(article: article, quote: at)
        guard site.isShown(version) else { continue }
        forms[quote.form, default: 0] += 1
        if quote.leftOpen { open += 1 }
        let who = who(speaks: quote, in: report)
        bySpeaker[who, default: Speaker(who: who)].quotes.append(version)
      }
    }
    let speakers = bySpeaker.values.sorted { a, b in
      if a.who.rank != b.who.rank { return a.who.rank < b.who.rank }
      return a.quotes.count != b.quotes.count ? a.quotes.count > b.quotes.count : a.who < b.who
    }
    let facts = [
      ("direct", forms[.direct] ?? 0), ("partial", forms[.partial] ?? 0), ("indirect", forms[.indirect] ?? 0),
      ("open", open),
    ]
    return (speakers, facts)
  }

  private func who(speaks quote: Quote, in report: ArticleReport) -> Who {
    guard let speaker = quote.speaker else { return .unknown }
    if let actor = site.actor(speaker.actor, in: report.digest.article.id) { return .known(actor.identity.id) }
    return speaker.actor.flatMap { report.digest.actor($0) }.map { .named($0.name) } ?? .told
  }

  private func actor(_ speaker: Speaker) -> ActorReport? {
    if case .known(let id) = speaker.who { site.actors[id] } else { nil }
  }

  private func group(_ speaker: Speaker, _ quotes: [Record]) -> Record {
    let actor = actor(speaker)
    return line(speaker).viewing([
      "id": .text(anchor(speaker)),
      "href": actor.map { .text(desk.href(SiteIndex.path(actor: $0))) } ?? .none,
      "role": Field(actor?.roles.first?.text), "rows": quotes.field,
      "rest": speaker.quotes.count > quotes.count ? hrefOfQuotes(speaker) : .none,
    ])
  }

  /// Who speaks, and how often.
  private func line(_ speaker: Speaker) -> Record {
    let name =
      switch speaker.who {
      case .known(let id): site.actors[id]?.identity.name ?? id
      case .named(let name): name
      case .told: words.text("speaker-told")
      case .unknown: words.text("speaker-unnamed")
      }
    return Record(view: [
      "name": .text(name),
      "count": .text(words.text("quotes", count: speaker.quotes.count)),
    ])
  }

  /// The way to all quotes of a speaker with a page.
  private func hrefOfQuotes(_ speaker: Speaker) -> Field {
    actor(speaker).map { .text(desk.href(SiteIndex.path(actor: $0), "quotes")) } ?? .none
  }

  /// The anchor of a speaker's quotes; no two names have one.
  private func anchor(_ speaker: Speaker) -> String {
    switch speaker.who {
    case .known: actor(speaker).map { "s-\($0.slug)" } ?? "unnamed"
    case .named(let name): "n-\(String(Name.hash(name.utf8), radix: 36))"
    case .told: "told"
    case .unknown: "unnamed"
    }
  }
}
