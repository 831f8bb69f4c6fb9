internal import NewsModel

/// What stands beside the stories of an edition and below them.
extension BriefPage {
  private static let quotes = 3  // a row of the grid
  private static let actors = 12  // four rows of three
  private static let editions = 7  // links to days of other months; their own page has all
  private static let before = 7, after = 14  // days around the edition
  private static let around = 4  // events of these days

  /// Direct speech in articles of the day; a story that the editor keeps on the front page may be older.
  ///
  /// One of each story first, then more of the first ones. Words that nobody is named for, or that the versions give to
  /// several, need the page of their story around them.
  var quotes: [Record] {
    let own = Set(brief.articles)
    var left = mainStories.map { story in
      story.quotes.lazy.compactMap { quote -> Record? in
        guard quote.speakers.count == 1, quote.versions.contains(where: { own.contains($0.article) }) else {
          return nil
        }
        return desk.quote(quote).flatMap { $0.data["form"] == "direct" ? $0 : nil }
      }.makeIterator()
    }
    var chosen: [[Record]] = left.map { _ in [] }
    for _ in 0..<BriefPage.quotes {
      for story in left.indices where chosen.joined().count < BriefPage.quotes {
        if let quote = left[story].next() { chosen[story].append(quote) }
      }
    }
    return chosen.flatMap(\.self)
  }

  /// The newest editions of other months.
  var editions: Field {
    let month = brief.date?.description.dropLast(3)
    let others = site.composition.briefs.lazy.compactMap { other -> Record? in
      guard let date = other.date, let path = SiteIndex.path(brief: other), date.description.dropLast(3) != month
      else { return nil }
      return Record(view: ["label": .text(desk.calendar.short(date)), "href": .text(desk.href(path))])
    }
    return Array(others.prefix(BriefPage.editions)).field
  }

  /// The edition before this one.
  var previous: Field {
    guard let day = brief.previous else { return .none }
    return .record(
      Record(view: ["label": .text(desk.calendar.short(day)), "href": .text(desk.href("briefs/\(day)/"))]))
  }

  /// The month of this edition.
  var calendar: Field {
    guard let date = brief.date else { return .none }
    let month = MonthCalendar(desk: desk, year: date.year, month: date.month, current: date)
    let editions = Set(site.composition.briefs.compactMap(\.date))
    return .record(
      Record(view: [
        "label": .text(month.label), "weekdays": month.weekdays.field, "days": month.days(editions).field,
      ]))
  }

  /// The events nearest to the day of the edition that are as exact as a week, in the order of time.
  /// What a story above says already is not said again.
  var around: [Record] {
    guard let date = brief.date else { return [] }
    let points = (mainStories + earlier + undated).flatMap(\.keyPoints)
    let told = Dictionary(grouping: points.map(\.passage), by: \.article)
    var found: [(distance: Int, at: Int)] = []
    for (at, event) in site.composition.timeline.enumerated() where event.kind == .event {
      guard let days = event.days, days.upperBound.number - days.lowerBound.number < 7 else { continue }
      let distance = days.lowerBound.number - date.number
      if (-BriefPage.before...BriefPage.after).contains(distance) { found.append((abs(distance), at)) }
    }
    var out: [(at: Int, record: Record)] = []
    for (_, at) in found.sorted(by: { ($0.distance, $0.at) < ($1.distance, $1.at) }) where out.count < BriefPage.around
    {
      let event = site.composition.timeline[at]
      let isTold = ([event.passage] + event.alsoIn).contains { place in
        told[place.article]?.contains { $0.span.overlaps(place.span) } == true
      }
      if !isTold, let record = desk.event(event) { out.append((at, record)) }
    }
    return out.sorted { $0.at < $1.at }.map(\.record)
  }

  /// What the whole site holds, for the bands below the stories.
  var whole: Fields {
    let rows = ActorPages(desk: desk).mostNamed(BriefPage.actors).map { ActorPages.row($0, desk) }
    let years = TimelinePages(site: site, words: words).years(at: desk)
    return [
      "actors": rows.field, "hasActors": .flag(!rows.isEmpty),
      "actorsCount": .text(words.text("actors", count: site.composition.actors.count)), "years": years.field,
      "hasYears": .flag(!years.isEmpty), "chart": chart,
      "coverage": CoverageWords(desk: desk).lines.field,
      "hasCoverage": true, "actorsHref": .text(desk.href("actors/")), "timelineHref": .text(desk.href("timeline/")),
      "quotesHref": .text(desk.href("quotes/")), "aboutHref": .text(desk.href("about/")),
    ]
  }

  /// All that is dated, with the day of this edition.
  private var chart: Field {
    desk.timelineChart(
      site.composition.timeline, marker: brief.date.map { ($0, words.text("this-edition")) })
  }
}
