internal import NewsModel

/// "quotes/": by speaker, those with most quotes first, quotes without a known speaker last.
struct QuotesPage {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  /// More quotes than this make a page too heavy; the actors' pages have them all.
  private static let longest = 150  // quotes, about 1 KB each
  private static let mostSpeakers = 300  // named after them, with a link to their quotes

  /// What one speaker said.
  private struct Speaker {
    /// The id of the actor; "" for quotes without a known one.
    var id: String
    var quotes: [StoryQuote.Version] = []
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
    var bySpeaker: [String: Speaker] = [:]
    var forms: [Quote.Form: Int] = [:]
    var open = 0
    for report in site.composition.articles {
      let article = report.digest.article.id
      for (at, quote) in report.digest.quotes.enumerated() {
        let version = StoryQuote.Version(article: article, quote: at)
        guard site.isShown(version) else { continue }
        forms[quote.form, default: 0] += 1
        if quote.leftOpen { open += 1 }
        let speaker = site.actor(quote.speaker?.actor, in: article)?.identity.id ?? ""
        bySpeaker[speaker, default: Speaker(id: speaker)].quotes.append(version)
      }
    }
    let speakers = bySpeaker.values.sorted { a, b in
      if a.id.isEmpty != b.id.isEmpty { return b.id.isEmpty }
      return a.quotes.count != b.quotes.count ? a.quotes.count > b.quotes.count : a.id < b.id
    }
    let facts = [
      ("direct", forms[.direct] ?? 0), ("partial", forms[.partial] ?? 0), ("indirect", forms[.indirect] ?? 0),
      ("open", open),
    ]
    return (speakers, facts)
  }

  private func group(_ speaker: Speaker, _ quotes: [Record]) -> Record {
    let actor = site.actors[speaker.id]
    return line(speaker).viewing([
      "id": .text(actor.map { "s-\($0.slug)" } ?? "unnamed"),
      "href": actor.map { .text(desk.href(SiteIndex.path(actor: $0))) } ?? .none,
      "role": Field(actor?.roles.first?.text), "rows": quotes.field,
      "rest": speaker.quotes.count > quotes.count ? hrefOfQuotes(speaker) : .none,
    ])
  }

  /// Who speaks, and how often.
  private func line(_ speaker: Speaker) -> Record {
    Record(view: [
      "name": .text(site.actors[speaker.id]?.identity.name ?? words.text("speaker-unnamed")),
      "count": .text(words.text("quotes", count: speaker.quotes.count)),
    ])
  }

  /// The way to all quotes of a speaker with a page.
  private func hrefOfQuotes(_ speaker: Speaker) -> Field {
    site.actors[speaker.id].map { .text(desk.href(SiteIndex.path(actor: $0), "quotes")) } ?? .none
  }
}
