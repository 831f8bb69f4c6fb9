internal import NewsModel

/// Events over time, each as wide as it is exact: a dot for a day, a bar for a week, a month, a season, a year; below the
/// axis the publications, at its end what has no date. Where there are too many to tell apart, columns count them.
struct TimelineDrawing {
  let marks: [ChartMark]

  private static let lanes = 12  // marks above each other, until columns count them
  private static let pitch = 9  // pixels from one lane to the next
  private static let top = 18  // pixels for what marks a place
  private static let least = 0.02  // of the width: a dot on the narrowest screen
  private static let shelf = 0.13  // of the width, for what has no date
  private static let mostBoxes = 4

  /// The picture; empty where there is nothing to show.
  var svg: String {
    let dated = marks.compactMap { mark in mark.days.map { (mark: mark, days: $0) } }
    let unknown = marks.filter { $0.value == "?" }
    guard !dated.isEmpty else { return "" }
    let shown = dated.filter { $0.mark.kind != .marker }
    let axis = ChartAxis(
      (shown.isEmpty ? dated : shown).map(\.days), width: unknown.isEmpty ? 1 : 1 - TimelineDrawing.shelf)
    let events = shown.filter { $0.mark.kind == .event }
    let published = shown.filter { $0.mark.kind == .publication }
    let packed = TimelineDrawing.packed(events, on: axis)
    let isLabelled = events.contains { $0.mark.label != nil }
    let below = published.isEmpty ? 0 : packed == nil ? 26 : 20  // pixels
    let rows = packed.map { ($0.map(\.lane).max() ?? 0) + 1 } ?? TimelineDrawing.lanes
    let pitch = isLabelled ? 2 * TimelineDrawing.pitch + 3 : TimelineDrawing.pitch
    let y = TimelineDrawing.top + max(rows, 2) * pitch + 4
    var out = Drawing.open("chart", width: "100%", height: y + 24 + below)
    out += axis.svg(y: y)
    for mark in dated where mark.mark.kind == .marker { out += marker(mark.mark, mark.days, axis, y) }
    if let packed {
      for item in packed { out += TimelineDrawing.shape(item, base: y, pitch: pitch) }
      for place in published.compactMap({ axis.span(of: $0.days) }) {
        out += "<circle class=\"p\" cx=\"\(Percent((place.start + place.end) / 2))\" cy=\"\(y + 32)\" r=\"3.5\"/>"
      }
    } else {
      let columns = ChartColumns(axis: axis, height: y - TimelineDrawing.top, base: y)
      out += columns.svg(events.map { ($0.days, $0.mark.count) })
      out += columns.hanging(published.map { ($0.days, $0.mark.count) }, top: y + 24, height: 20)
    }
    return out + shelf(unknown, y) + "</svg>"
  }

  // MARK: Marks in lanes

  private struct Item {
    var mark: ChartMark
    var start: Double
    var end: Double
    var days: Int
    var lane = 0
  }

  /// Each event in the lowest lane where there is room, the least exact first; nil where it takes too many lanes.
  private static func packed(_ events: [(mark: ChartMark, days: ClosedRange<CivilDay>)], on axis: ChartAxis) -> [Item]?
  {
    let count = events.reduce(0) { $0 + $1.mark.count }
    guard count <= lanes * 40 else { return nil }
    var items: [Item] = []
    for (mark, days) in events {
      guard let span = axis.span(of: days) else { continue }
      let item = Item(
        mark: mark, start: span.start, end: span.end, days: days.upperBound.number - days.lowerBound.number + 1)
      items += Array(repeating: item, count: mark.count)
    }
    items.sort { a, b in
      let (x, y) = (a.end - a.start, b.end - b.start)
      if (x > least) != (y > least) { return x > least }
      return x > least && x != y ? x > y : a.start < b.start
    }
    var ends: [[(start: Double, end: Double)]] = []
    for at in items.indices {
      let middle = (items[at].start + items[at].end) / 2
      let width = max(items[at].end - items[at].start, items[at].mark.label == nil ? least : 3 * least)
      let span = (start: middle - width / 2, end: middle + width / 2)
      let lane = ends.firstIndex { lane in
        lane.allSatisfy { $0.end <= span.start + 0.001 || span.end <= $0.start + 0.001 }
      }
      if lane == nil { ends.append([]) }
      items[at].lane = lane ?? ends.count - 1
      ends[items[at].lane].append(span)
      if ends.count > lanes { return nil }
    }
    return items
  }

  private static func shape(_ item: Item, base: Int, pitch: Int) -> String {
    let middle = base - item.lane * pitch - pitch / 2 - 3
    let center = Percent((item.start + item.end) / 2)
    if let label = item.mark.label {
      return "<circle class=\"n\" cx=\"\(center)\" cy=\"\(middle)\" r=\"9\"/>"
        + "<text class=\"in\" x=\"\(center)\" y=\"\(middle + 4)\">\(HTMLEscaping.text(label))</text>"
    }
    if item.days == 1, item.end - item.start < least {
      return "<circle class=\"d\" cx=\"\(center)\" cy=\"\(middle)\" r=\"3\"/>"
    }
    let kind = item.days <= 31 ? "m" : "r"
    let width = Percent(max(item.end - item.start - 0.002, 0.006))
    return
      "<rect class=\"\(kind)\" x=\"\(Percent(item.start + 0.001))\" y=\"\(middle - 3)\" width=\"\(width)\" height=\"6\"/>"
  }

  // MARK: What stands beside

  private func marker(_ mark: ChartMark, _ days: ClosedRange<CivilDay>, _ axis: ChartAxis, _ y: Int) -> String {
    guard let place = axis.span(of: days) else { return "" }
    let x = Percent(place.start)
    let isLate = place.start > 0.6
    let line = "<line class=\"here\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"\(y)\"/>"
    guard let label = mark.label else { return line }
    return line
      + "<text class=\"soft\" x=\"\(x)\" dx=\"\(isLate ? -5 : 5)\" y=\"11\" text-anchor=\"\(isLate ? "end" : "start")\">\(HTMLEscaping.text(label))</text>"
  }

  private func shelf(_ unknown: [ChartMark], _ y: Int) -> String {
    let count = unknown.reduce(0) { $0 + $1.count }
    guard count > 0 else { return "" }
    var out = ""
    for at in 0..<min(count, TimelineDrawing.mostBoxes) {
      let x = Percent(1 - TimelineDrawing.shelf * (at % 2 == 0 ? 0.45 : 0.95))
      out +=
        "<rect class=\"u\" x=\"\(x)\" y=\"\(y - 9 - at / 2 * 11)\" width=\"\(Percent(TimelineDrawing.shelf * 0.4))\" height=\"7\"/>"
    }
    if let label = unknown.compactMap(\.label).first {
      out += "<text class=\"year\" x=\"99.5%\" y=\"\(y + 17)\" text-anchor=\"end\">\(HTMLEscaping.text(label))</text>"
    }
    return out
  }
}
