internal import NewsModel

/// All that is dated, by year and month, and what could not be dated.
struct TimelinePages {
  let site: SiteIndex
  let words: InterfaceWords
  /// More events than this make a page too heavy; the years and months have pages of their own.
  static let longestPage = 150  // events, about 1.2 KB each

  private static func year(_ event: TimelineEvent) -> Int? { event.days?.lowerBound.year }
  /// The month of an event that is at least that exact.
  private static func month(_ event: TimelineEvent) -> Int? {
    guard let days = event.days else { return nil }
    let (first, last) = (days.lowerBound.parts, days.upperBound.parts)
    return first.year == last.year && first.month == last.month || days.upperBound.number - days.lowerBound.number < 7
      ? first.month : nil
  }

  private var byYear: [(year: Int, events: [TimelineEvent])] { TimelinePages.byYear(site.composition.timeline) }
  private static func byYear(_ timeline: [TimelineEvent]) -> [(year: Int, events: [TimelineEvent])] {
    var out: [Int: [TimelineEvent]] = [:]
    for event in timeline {
      if let year = year(event) { out[year, default: []].append(event) }
    }
    return out.keys.sorted().map { ($0, out[$0] ?? []) }
  }
  private var unresolved: [TimelineEvent] { site.composition.timeline.filter { TimelinePages.year($0) == nil } }

  /// The years with how many events each has, as links.
  func years(at desk: Desk) -> [Record] {
    byYear.map { year, events in
      Record(view: [
        "year": .text(String(year)), "count": .text(words.number(events.count)),
        "href": .text(desk.href(SiteIndex.path(year: year))),
      ])
    }
  }

  /// A page of the timeline.
  enum Sheet: Sendable {
    case main
    case year(Int, [TimelineEvent])
    case month(Int, year: Int, [TimelineEvent])
  }

  /// "timeline/", and a page for each year and each month of it.
  static func sheets(of timeline: [TimelineEvent]) -> [Sheet] {
    var out = [Sheet.main]
    for (year, events) in byYear(timeline) {
      out.append(.year(year, events))
      for (month, list) in byMonth(events) where month > 0 { out.append(.month(month, year: year, list)) }
    }
    return out
  }

  /// The lists of the timeline that are too long for their pages.
  static func listings(_ site: SiteIndex) -> [Listing] {
    let timeline = site.composition.timeline
    var out = [site.events(timeline.filter { year($0) == nil }, at: "timeline/")]
    for (year, events) in byYear(timeline) where events.count > longestPage {
      out.append(site.events(events.filter { month($0) == nil }, at: SiteIndex.path(year: year)))
      for (month, list) in byMonth(events) where month > 0 && list.count > longestPage {
        out.append(site.events(list, at: SiteIndex.path(year: year, month: month)))
      }
    }
    return out
  }

  /// All that some events are, in bytes, besides what the parts of the site say of them.
  static func put(_ events: [TimelineEvent], _ out: inout ByteWriter) {
    out.put(events.count)
    for event in events {
      out.put(event.kind.rawValue)
      out.put(event.value) { $0.put($1) }
      out.put(event.mention) { $0.put($1) }
      for text in [event.publishedBasis?.rawValue, event.borrowedFrom, event.story] { out.put(text ?? "") }
      out.put(event.passage.article)
      out.put(event.passage.span)
      out.put(event.alsoIn) { out, passage in
        out.put(passage.article)
        out.put(passage.span)
      }
    }
  }

  /// The values of a page.
  func draft(_ sheet: Sheet) -> Draft {
    switch sheet {
    case .main: main
    case .year(let year, let events): page(year: year, events)
    case .month(let month, let year, let events): page(year: year, month, events)
    }
  }

  private var main: Draft {
    let desk = Desk(site: site, words: words, path: "timeline/")
    let all = site.composition.timeline
    let short = all.count <= TimelinePages.longestPage
    let groups = short ? byYear.map { group($0.year, $0.events, desk) } : []
    let unknown = site.events(unresolved, at: "timeline/")
    let missing = desk.events(Array(unresolved.prefix(unknown.isLong ? Listing.shown : .max)))
    return draft(
      desk, title: words.text("timeline-title"), events: short ? all : [],
      view: [
        "chart": desk.timelineChart(all), "facts": facts(all).field, "years": years(at: desk).field,
        "groups": groups.field,
        "unresolved": missing.field, "hasUnresolved": .flag(!missing.isEmpty),
        "unresolvedSheets": desk.sheets(of: unknown), "sheets": .none, "legend": legend.field, "up": .none,
      ])
  }

  private func page(year: Int, _ events: [TimelineEvent]) -> Draft {
    let desk = Desk(site: site, words: words, path: SiteIndex.path(year: year))
    let months = TimelinePages.byMonth(events).filter { $0.month > 0 }.map { month, list in
      Record(view: [
        "year": .text(desk.calendar.month(month, year: year)), "count": .text(words.number(list.count)),
        "href": .text(desk.href(SiteIndex.path(year: year, month: month))),
      ])
    }
    let short = events.count <= TimelinePages.longestPage
    let vague = events.filter { TimelinePages.month($0) == nil }
    let all = site.events(vague, at: desk.path)
    let shown = short ? events : Array(vague.prefix(all.isLong ? Listing.shown : .max))
    return draft(
      desk, title: words.text("timeline-year", ["year": String(year)]), events: shown,
      view: [
        "chart": desk.timelineChart(events), "facts": facts(events).field, "years": months.field,
        "groups": [.record(group(year, shown, desk))],
        "hasUnresolved": false, "unresolved": [], "legend": [], "unresolvedSheets": .none,
        "sheets": short ? .none : desk.sheets(of: all), "up": up(desk, "timeline/", words.text("timeline-title")),
      ])
  }

  private func page(year: Int, _ month: Int, _ events: [TimelineEvent]) -> Draft {
    let desk = Desk(site: site, words: words, path: SiteIndex.path(year: year, month: month))
    let name = desk.calendar.month(month, year: year)
    let all = site.events(events, at: desk.path)
    let short = events.count <= TimelinePages.longestPage
    let shown = short ? events : Array(events.prefix(Listing.shown))
    let label = BriefPage.capitalized(words.text("month.\(month)"))
    let rows = desk.events(shown)
    let group = Record(view: [
      "id": .text("m\(month)"), "label": .text(label),
      "months": [.record(Record(view: ["label": .none, "events": rows.field]))],
    ])
    return draft(
      desk, title: words.text("timeline-month", ["month": name]), events: shown,
      view: [
        "facts": facts(events).field, "years": [], "groups": [.record(group)], "hasUnresolved": false,
        "unresolved": [], "legend": [], "unresolvedSheets": .none, "sheets": short ? .none : desk.sheets(of: all),
        "up": up(desk, SiteIndex.path(year: year), words.text("timeline-year", ["year": String(year)])),
      ])
  }

  private func up(_ desk: Desk, _ path: String, _ label: String) -> Field {
    .record(Record(view: ["href": .text(desk.href(path)), "label": .text(label)]))
  }

  private func draft(_ desk: Desk, title: String, events: [TimelineEvent], view: Fields) -> Draft {
    Draft(
      "timeline", path: desk.path, id: desk.path.dropLast().split(separator: "/").joined(separator: "-"), title: title,
      section: "timeline",
      values: Record(
        ["events": desk.events(events).field],
        view: view.merging([
          "hasYearList": .flag(view["years"] != .list([]) || view["chart"] != nil),
          "hasLegend": .flag(view["legend"] != .list([])),
        ])))
  }

  private static func byMonth(_ events: [TimelineEvent]) -> [(month: Int, events: [TimelineEvent])] {
    var out: [Int: [TimelineEvent]] = [:]
    for event in events { out[month(event) ?? 0, default: []].append(event) }
    return out.keys.sorted().map { ($0, out[$0] ?? []) }
  }

  /// The events of a year: the less exact first, then by month.
  private func group(_ year: Int, _ events: [TimelineEvent], _ desk: Desk) -> Record {
    let months = TimelinePages.byMonth(events).map { month, list in
      Record(view: [
        "label": month == 0 ? .none : .text(BriefPage.capitalized(words.text("month.\(month)"))),
        "events": desk.events(list).field,
      ])
    }
    return Record(view: ["id": .text("y\(year)"), "label": .text(String(year)), "months": months.field])
  }

  /// How many dates were found in which way.
  private func facts(_ events: [TimelineEvent]) -> [Record] {
    let mentioned = events.filter { $0.kind == .event }
    let stated = mentioned.count { $0.value != nil && $0.mention?.basis == .stated }
    let unresolved = mentioned.count { $0.value == nil }
    let counts = [
      ("stated", stated), ("inferred", mentioned.count - stated - unresolved), ("unresolved", unresolved),
      ("publication", events.count - mentioned.count),
    ]
    return counts.map { key, count in
      Record(view: [
        "label": .text(words.text("timeline-fact.\(key)")), "count": .text(words.number(count)),
        "note": .text(words.text("timeline-fact-note.\(key)")),
      ])
    }
  }

  /// How to read the ribbon.
  private var legend: [Record] {
    let examples = [
      ("day", "2001-05-17"), ("week", "2001-W20"), ("month", "2001-05"), ("quarter", "2001-34"), ("year", "2001"),
      ("unknown", "?"),
    ]
    return examples.map { key, value in
      Record(view: ["edtf": .text(value), "label": .text(words.text("ribbon.\(key)"))])
    }
  }
}
