internal import NewsModel

/// "sources/": outlets and what they carried.
struct SourcesPage {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }

  /// The values of the page. An outlet of many articles shows its newest.
  var draft: Draft {
    let outlets = site.composition.outlets.map(record)
    return Draft(
      "sources", path: desk.path, title: words.text("sources-title"), section: "sources",
      values: Record(
        Fields(dictionaryLiteral: ("outlets", outlets.field)).merging(feedData),
        view: [
          "feeds": feeds.field, "hasFeeds": .flag(!feeds.isEmpty),
          "rows": outlets.field, "coverage": CoverageWords(desk: desk).lines.field,
          "troubles": CoverageWords(desk: desk).troubles,
          "hasTroubles": .flag(!site.composition.coverage.leftOut.isEmpty),
        ]))
  }

  /// The feeds that are fetched, each with how it fares.
  private var feeds: [Record] {
    site.composition.feeds.map { feed in
      let why = words.text("feed-why.\(feed.why ?? "other")")
      let since = feed.failingSince.map {
        words.text(
          feed.lastGood == nil ? "feed-never" : "feed-failing", ["day": desk.calendar.short($0), "why": why])
      }
      let good = feed.lastGood.map { words.text("feed-good", ["day": desk.calendar.short($0)]) }
      let states = [since, good].compactMap { $0 }
      return Record(view: [
        "label": .text(feed.title ?? SourcesPage.host(of: feed.url)), "url": Field(LinkAddress.outside(feed.url)),
        "state": .text(
          states.isEmpty ? words.text("feed-waiting") : states.joined(separator: words.text("list.separator"))),
      ])
    }
  }

  private var feedData: Fields {
    let feeds = site.composition.feeds
    guard !feeds.isEmpty else { return [:] }
    return [
      "feeds": feeds.map {
        Record([
          "url": .text($0.url), "title": Field($0.title), "lastGood": Field($0.lastGood?.description),
          "failingSince": Field($0.failingSince?.description), "why": Field($0.why),
        ])
      }.field
    ]
  }

  private static func host(of url: String) -> String {
    String(url.split(separator: "/").dropFirst().first ?? Substring(url))
  }

  private func record(_ outlet: OutletReport) -> Record {
    let articles = outlet.articles.compactMap { site.articles[$0] }
    let copies = articles.count { report in
      site.stories[report.story]?.origins.first { $0.articles.contains(report.digest.article.id) }?.articles.count
        ?? 1 > 1
    }
    let listing = site.articles(of: outlet)
    var shown = outlet.articles
    if listing.isLong, case .articles(let all) = listing.rows { shown = all.suffix(listing.shown).reversed() }
    return Record(
      ["name": Field(outlet.name), "articles": shown.field],
      view: [
        "label": .text(outlet.name ?? words.text("outlet-unknown")),
        "rows": shown.compactMap { site.articles[$0] }.map { SourcesPage.row($0, desk) }.field,
        "count": .text(words.text("articles", count: articles.count)), "sheets": desk.sheets(of: listing),
        "shared": copies == 0 ? .none : .text(words.text("articles-sharing-origin", count: copies)),
      ])
  }

  /// A line of an outlet: an article with its day and its story.
  static func row(_ report: ArticleReport, _ desk: Desk) -> Record {
    let article = report.digest.article
    let words = desk.words
    return Record(
      ["id": .text(article.id), "path": .text(SiteIndex.path(article: report))],
      view: [
        "href": .text(desk.href(SiteIndex.path(article: report))),
        "title": .text(article.title ?? words.text("untitled")), "lang": desk.lang(of: article.id),
        "published": .text(desk.published(article)), "siglum": .text(report.siglum),
        "basis": .text(words.text("published-basis.\(article.publishedBasis.rawValue)")),
        "story": desk.site.stories[report.story].map { .record(link(to: $0, beside: article.title, desk)) } ?? .none,
      ])
  }

  /// A story as a link: its title, or a word where that stands beside the link already.
  private static func link(to story: StoryReport, beside title: String?, _ desk: Desk) -> Record {
    guard story.title == title else { return desk.story(story) }
    return Record(view: [
      "title": .text(desk.words.text("see-story")), "href": .text(desk.href(SiteIndex.path(story: story))),
    ])
  }
}
