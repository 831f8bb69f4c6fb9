internal import NewsModel

/// "briefs/": all editions by month, the newest first.
struct EditionsPage {
  let desk: Desk

  /// The values of the page.
  var draft: Draft {
    let briefs = desk.site.composition.briefs.compactMap { brief in brief.date.map { (day: $0, brief: brief) } }
    let days = Set(briefs.map(\.day))
    var months: [(first: CivilDay, editions: [Record])] = []
    for (day, brief) in briefs {
      let record = edition(day, brief)
      if let last = months.last, last.first.year == day.year, last.first.month == day.month {
        months[months.count - 1].editions.append(record)
      } else {
        months.append((day, [record]))
      }
    }
    let rows = months.map { first, editions in
      let (year, month, _) = first.parts
      let calendar = MonthCalendar(desk: desk, year: year, month: month)
      return Record(view: [
        "id": .text("m\(year)-\(CivilDay.padded(month, to: 2))"), "label": .text(calendar.label),
        "weekdays": calendar.weekdays.field, "days": calendar.days(days).field, "editions": editions.field,
        "count": .text(desk.words.text("editions", count: editions.count)),
      ])
    }
    return Draft(
      "briefs", path: desk.path, title: desk.words.text("briefs-title"), section: "brief",
      values: Record(["briefs": months.flatMap(\.editions).field], view: ["months": rows.field]))
  }

  /// A day with the story that led it.
  private func edition(_ day: CivilDay, _ brief: Brief) -> Record {
    let lead = (brief.stories + brief.earlier).lazy.compactMap { desk.site.stories.link($0) }.first
    let stories = brief.stories.count + brief.earlier.count
    return Record(
      [
        "date": .text(day.description), "edition": desk.edition(of: brief), "path": Field(SiteIndex.path(brief: brief)),
      ],
      view: [
        "label": .text(desk.calendar.short(day)), "href": Field(SiteIndex.path(brief: brief).map { desk.href($0) }),
        "title": Field(lead?.title), "lang": lead.map(desk.titleLang) ?? .none,
        "summary": .text(desk.words.text("stories", count: stories)),
      ])
  }
}

extension Desk {
  /// The number of an edition; one that was made when later ones were out has none.
  func edition(of brief: Brief) -> Field { brief.edition == 0 ? .none : .number(brief.edition) }
}
