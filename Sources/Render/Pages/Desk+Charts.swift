internal import NewsModel

/// What charts are drawn from, as it stands in the Markdown.
extension Desk {
  /// As many dates a reader can still tell apart; of more, months are counted.
  private static let mostMarks = 320  // events

  /// Events, publications and what has no date, for `timeline-chart`; none where nothing has a date.
  ///
  /// - Parameter marker: a day to be marked, with its words.
  func timelineChart(_ events: [TimelineEvent], marker: (day: CivilDay, label: String)? = nil) -> Field {
    let areMany = events.count > Desk.mostMarks
    var counts: [ChartMark.Key: Int] = [:]
    var unknown = 0
    for event in events {
      guard let value = event.value, let days = value.days else {
        unknown += 1
        continue
      }
      let kind: ChartMark.Kind = event.kind == .publication ? .publication : .event
      counts[ChartMark.Key(kind: kind, days: days, value: Desk.value(value, days, coarse: areMany)), default: 0] += 1
    }
    guard !counts.isEmpty else { return .none }
    var marks = counts.sorted { $0.key < $1.key }.map { key, count in
      ChartMark(key.kind, value: key.value, count: count)
    }
    if unknown > 0 { marks.append(ChartMark(value: "?", count: unknown, label: words.text("timeline-undated"))) }
    if let marker { marks.append(ChartMark(.marker, value: marker.day.description, label: marker.label)) }
    return .text(marks.map(\.token).joined(separator: " "))
  }

  /// Stories on an axis, numbered as in the list below it.
  func storiesChart(_ stories: [StoryReport]) -> Field {
    let marks = stories.enumerated().compactMap { at, story in
      day(story).map { ChartMark(value: $0.description, label: "\(at + 1)") }
    }
    return Set(marks.map(\.value)).count < 2 ? .none : .text(marks.map(\.token).joined(separator: " "))
  }

  /// Articles and quotes by month, for `activity-chart`; none where one month is all, which other words tell.
  func activityChart(_ activity: [ActorReport.Month]) -> Field {
    guard activity.count > 1 else { return .none }
    return .text(
      activity.map { ChartMark(value: $0.value.text, count: $0.articles, second: $0.quotes).token }
        .joined(separator: " "))
  }

  /// A value as the chart needs it: of an instant its day, and where there are many, of a day its month.
  private static func value(_ value: CalendarValue, _ days: ClosedRange<CivilDay>, coarse: Bool) -> String {
    let first = days.lowerBound
    if coarse, days.upperBound.number - first.number < 31 { return String(first.description.dropLast(3)) }
    return days.upperBound == first ? first.description : value.text
  }
}

extension ChartMark {
  /// What marks of one place have in common, in the order of time.
  fileprivate struct Key: Hashable, Comparable {
    var kind: ChartMark.Kind
    var days: ClosedRange<CivilDay>
    var value: String

    static func < (a: Key, b: Key) -> Bool {
      if a.kind != b.kind { return a.kind == .event }
      if a.days.lowerBound != b.days.lowerBound { return a.days.lowerBound < b.days.lowerBound }
      if a.days.upperBound != b.days.upperBound { return a.days.upperBound < b.days.upperBound }
      return a.value < b.value
    }
  }
}
