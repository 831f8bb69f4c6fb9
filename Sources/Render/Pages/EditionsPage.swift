internal import NewsModel

/// "briefs/": all editions by month, the newest first.
struct EditionsPage {
  let desk: Desk

  /// The values of the page.
  var draft: Draft {
    let briefs = desk.site.composition.briefs.compactMap { brief in brief.date.map { (day: $0, brief: brief) } }
    var months: [(year: Int, month: Int, days: [Record])] = []
    for (day, brief) in briefs {
      let parts = day.parts
      let record = Record(
        [
          "date": .text(day.description), "edition": .number(brief.edition),
          "path": Field(SiteIndex.path(brief: brief)),
        ],
        view: [
          "label": .text(desk.calendar.short(day)), "href": Field(SiteIndex.path(brief: brief).map { desk.href($0) }),
        ])
      if let last = months.last, last.year == parts.year, last.month == parts.month {
        months[months.count - 1].days.append(record)
      } else {
        months.append((parts.year, parts.month, [record]))
      }
    }
    let rows = months.map { month in
      Record(view: [
        "id": .text("m\(month.year)-\(CivilDay.padded(month.month, to: 2))"),
        "label": .text(BriefPage.capitalized(desk.calendar.month(month.month, year: month.year))),
        "days": month.days.field,
      ])
    }
    return Draft(
      "briefs", path: desk.path, title: desk.words.text("briefs-title"), section: "brief",
      values: Record(["briefs": months.flatMap(\.days).field], view: ["months": rows.field]))
  }
}
