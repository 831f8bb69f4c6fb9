internal import Languages
internal import NewsModel

/// The pages that list: sources, quotes, search, the undated shelf; and the two that explain.
struct IndexPages {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }
  /// More quotes than this make a page too heavy; the actors' pages have them all.
  private static let longestQuotes = 250  // quotes, about 0.8 KB each

  /// "sources/": outlets and what they carried.
  var sources: Draft {
    let outlets = site.composition.outlets.map { outlet -> Record in
      let articles = outlet.articles.compactMap { site.articles[$0] }
      let copies = articles.count { report in
        site.stories[report.story]?.origins.first { $0.articles.contains(report.digest.article.id) }?.articles.count
          ?? 1 > 1
      }
      return Record(
        ["name": Field(outlet.name), "articles": outlet.articles.field],
        view: [
          "label": .text(outlet.name ?? words.text("outlet-unknown")), "rows": articles.map(source).field,
          "count": .text(words.text("articles", count: articles.count)),
          "shared": copies == 0 ? .none : .text(words.text("articles-sharing-origin", count: copies)),
        ])
    }
    return Draft(
      "sources", path: desk.path, title: words.text("sources-title"), section: "sources",
      values: Record(
        ["outlets": outlets.field],
        view: [
          "rows": outlets.field, "coverage": CoverageWords(desk: desk).lines.field,
          "troubles": CoverageWords(desk: desk).troubles,
          "hasTroubles": .flag(!site.composition.coverage.leftOut.isEmpty),
        ]))
  }

  private func source(_ report: ArticleReport) -> Record {
    let article = report.digest.article
    let day = article.published.flatMap { CivilDay(iso: $0) }.map(desk.calendar.short) ?? article.published
    return Record(
      view: [
        "href": .text(desk.href(SiteIndex.path(article: report))),
        "title": .text(article.title ?? words.text("untitled")), "lang": desk.lang(of: article.id),
        "published": .text(day ?? words.text("date-unknown")), "siglum": .text(report.siglum),
        "basis": .text(words.text("published-basis.\(article.publishedBasis.rawValue)")),
        "story": site.stories[report.story].map { .record(desk.story($0)) } ?? .none,
      ])
  }

  /// "quotes/": by speaker, those with most quotes first, quotes without a known speaker last.
  var quotes: Draft {
    var bySpeaker: [String: [Record]] = [:]
    var forms: [Quote.Form: Int] = [:]
    var open = 0
    for report in site.composition.articles {
      for (at, quote) in report.digest.quotes.enumerated() {
        let article = report.digest.article.id
        guard let record = desk.quote(StoryQuote.Version(article: article, quote: at)) else { continue }
        forms[quote.form, default: 0] += 1
        if quote.leftOpen { open += 1 }
        let speaker = site.actor(quote.speaker?.actor, in: article)?.identity.id ?? ""
        bySpeaker[speaker, default: []].append(record)
      }
    }
    let order = bySpeaker.keys.sorted {
      if ($0 == "") != ($1 == "") { return $1 == "" }
      let (a, b) = (bySpeaker[$0]?.count ?? 0, bySpeaker[$1]?.count ?? 0)
      return a != b ? a > b : $0 < $1
    }
    var left = IndexPages.longestQuotes
    let groups = order.compactMap { id -> Record? in
      let all = bySpeaker[id] ?? []
      let shown = all.prefix(max(0, left))
      left -= shown.count
      return shown.isEmpty ? nil : speaker(id, all.count, Array(shown))
    }
    let facts = [
      ("direct", forms[.direct] ?? 0), ("partial", forms[.partial] ?? 0), ("indirect", forms[.indirect] ?? 0),
      ("open", open),
    ]
    let data = order.flatMap { bySpeaker[$0] ?? [] }
    return Draft(
      "quotes", path: desk.path, title: words.text("quotes-title"), section: "quotes",
      values: Record(
        ["quotes": data.prefix(IndexPages.longestQuotes).map { $0 }.field],
        view: [
          "groups": groups.field,
          "facts": facts.map { key, count in
            Record(view: [
              "label": .text(words.text("quote-fact.\(key)")), "count": .text(words.number(count)),
              "note": .text(words.text("quote-fact-note.\(key)")),
            ])
          }.field,
        ]))
  }

  private func speaker(_ id: String, _ count: Int, _ quotes: [Record]) -> Record {
    let actor = site.actors[id]
    return Record(view: [
      "id": .text(actor.map { "s-\($0.slug)" } ?? "unnamed"),
      "name": .text(actor?.identity.name ?? words.text("speaker-unnamed")),
      "href": actor.map { .text(desk.href(SiteIndex.path(actor: $0))) } ?? .none,
      "role": Field(actor?.roles.first?.text), "count": .text(words.text("quotes", count: count)), "rows": quotes.field,
    ])
  }

  /// "search/": all stories, and all actors by letter.
  var search: Draft {
    let stories = site.composition.stories.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { desk.story($0) }
    let letters = ActorPages(desk: desk).letters(site.composition.actors)
    return Draft(
      "search", path: desk.path, title: words.text("search-title"), section: "search",
      values: Record(["stories": stories.field], view: ["stories": stories.field, "letters": letters.field]))
  }

  /// "undated/": stories of which no article has a date to trust.
  var undated: Draft {
    let stories = site.composition.undated.compactMap { site.stories[$0] }.map { story in
      desk.story(story).viewing(desk.counts(story)).viewing(["points": desk.keyPoints(story, limit: 2).field])
    }
    return Draft(
      "undated", path: desk.path, title: words.text("undated-shelf"), section: "brief",
      values: Record(["stories": stories.field], view: ["rows": stories.field, "hasRows": .flag(!stories.isEmpty)]))
  }

  /// "about/": how the brief is made and what it covers.
  var about: Draft {
    let settings = site.composition.settings
    let contact = settings.contact
    let address =
      contact.map { $0.contains("@") && !$0.contains("/") ? "mailto:\($0)" : LinkAddress.outside($0) ?? "#" } ?? "#"
    return Draft(
      "about", path: desk.path, title: words.text("about-title"), section: "about",
      values: Record(
        [
          "coverage": .record(CoverageWords(desk: desk).data), "publisher": Field(settings.publisher),
          "contact": Field(contact),
        ],
        view: [
          "coverage": CoverageWords(desk: desk).lines.field, "publisher": Field(settings.publisher),
          "contact": Field(contact), "contactHref": .text(address), "timeZone": .text(settings.timeZone),
          "legend": ribbonLegend.field,
        ]))
  }

  private var ribbonLegend: [Record] {
    [("day", "2001-05-17"), ("month", "2001-05"), ("year", "2001"), ("unknown", "?")].map { key, value in
      Record(view: ["edtf": .text(value), "label": .text(words.text("ribbon.\(key)"))])
    }
  }

  /// "404.html".
  var notFound: Draft {
    Draft(
      "not-found", path: desk.path, title: words.text("not-found-title"), section: "",
      values: Record([:], view: ["home": .text(desk.href("")), "search": .text(desk.href("search/"))]))
  }
}
