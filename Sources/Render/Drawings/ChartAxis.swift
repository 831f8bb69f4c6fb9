internal import NewsModel

/// Where days stand on an axis that has only the years in which something is: the newest in months, older ones as one
/// cell each, and all before them as one.
///
/// Places are parts of the chart's width, so a chart fits any screen while its words keep their size.
struct ChartAxis {
  /// A year, or all years up to one.
  struct Segment {
    var years: ClosedRange<Int>
    /// Whether it has a cell for each month.
    var isWide: Bool
    /// From 0 to 1, of the chart's width.
    var start: Double
    var end: Double
    /// Whether years without anything lie before it.
    var followsGap: Bool
  }
  private(set) var segments: [Segment] = []

  /// What fits a narrow screen: a label of four digits takes 30 of 350 pixels.
  private static let most = 7, mostWide = 3  // years
  /// Shares of the width.
  private static let wide = 8.0, narrow = 3.0, gap = 0.6

  /// An axis for some days.
  ///
  /// - Parameter width: how much of the chart it may take, from 0 to 1.
  init(_ ranges: [ClosedRange<CivilDay>], width: Double = 1) {
    var exact: Set<Int> = []
    var years: Set<Int> = []
    for range in ranges {
      let (first, last) = (range.lowerBound.year, range.upperBound.year)
      // A decade is no reason to show ten years: where it begins is one.
      for year in first...(last - first > 1 ? first : last) { years.insert(year) }
      if range.upperBound.number - range.lowerBound.number < 93 { exact.formUnion([first, last]) }
    }
    let ordered = years.sorted()
    let shown = ordered.suffix(ChartAxis.most)
    let merged = ordered.dropLast(shown.count)
    let wide = Set(shown.filter { exact.contains($0) }.suffix(ChartAxis.mostWide))
    var made: [Segment] = []
    if let first = merged.first, let last = merged.last {
      made.append(Segment(years: first...last, isWide: false, start: 0, end: 0, followsGap: false))
    }
    for year in shown {
      let isAfterGap = made.last.map { $0.years.upperBound + 1 < year } ?? false
      made.append(Segment(years: year...year, isWide: wide.contains(year), start: 0, end: 0, followsGap: isAfterGap))
    }
    place(made, width: width)
  }

  private mutating func place(_ made: [Segment], width: Double) {
    let total = made.reduce(0.0) {
      $0 + ($1.isWide ? ChartAxis.wide : ChartAxis.narrow) + ($1.followsGap ? ChartAxis.gap : 0)
    }
    // Few segments are not stretched over the whole width.
    let unit = width / max(total, ChartAxis.wide + ChartAxis.narrow)
    var x = 0.0
    for var segment in made {
      if segment.followsGap { x += ChartAxis.gap * unit }
      segment.start = x
      x += (segment.isWide ? ChartAxis.wide : ChartAxis.narrow) * unit
      segment.end = x
      segments.append(segment)
    }
  }

  /// Where the axis ends, from 0 to 1.
  var end: Double { segments.last?.end ?? 0 }

  /// The segment of a year.
  func segment(of year: Int) -> Segment? { segments.first { $0.years.contains(year) } }

  /// From where to where some days reach, from 0 to 1; nil where the axis does not show them.
  func span(of days: ClosedRange<CivilDay>) -> (start: Double, end: Double)? {
    let first = days.lowerBound
    guard let segment = segment(of: first.year) else { return nil }
    guard segment.isWide else { return (segment.start, segment.end) }
    let start = place(first, in: segment)
    let next = days.upperBound.adding(days: 1)
    guard let last = self.segment(of: days.upperBound.year), last.isWide else { return (start, segment.end) }
    // The day after the last one may lie in a year that is not shown.
    let end = last.years.contains(next.year) ? place(next, in: last) : last.end
    return (start, max(start, end))
  }

  private func place(_ day: CivilDay, in segment: Segment) -> Double {
    segment.start + (segment.end - segment.start) * day.monthsIntoYear / 12
  }

  /// The line, the months' ticks and the years' labels.
  ///
  /// - Parameter y: where the line is, in pixels from the top.
  func svg(y: Int) -> String {
    var out = ""
    for segment in segments {
      let (start, end) = (Percent(segment.start), Percent(segment.end))
      if segment.followsGap, let before = segments.last(where: { $0.end < segment.start }) {
        out += "<line class=\"gap\" x1=\"\(Percent(before.end))\" x2=\"\(start)\" y1=\"\(y)\" y2=\"\(y)\"/>"
      }
      out += "<line x1=\"\(start)\" x2=\"\(end)\" y1=\"\(y)\" y2=\"\(y)\"/>"
      if segment.isWide {
        out += "<line x1=\"\(start)\" x2=\"\(start)\" y1=\"\(y)\" y2=\"\(y + 18)\"/>"
        for month in 1..<12 {
          let x = Percent(segment.start + (segment.end - segment.start) * Double(month) / 12)
          out += "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(y)\" y2=\"\(y + 4)\"/>"
        }
      }
      let years = segment.years
      let label = years.count > 1 ? "≤\u{202F}\(years.upperBound)" : "\(years.upperBound)"
      out += "<text class=\"year\" x=\"\(start)\" dx=\"\(segment.isWide ? 4 : 0)\" y=\"\(y + 17)\">\(label)</text>"
    }
    return out
  }
}

/// A part of a width: "12.5%".
struct Percent: CustomStringConvertible {
  let description: String

  /// A part from 0 to 1.
  init(_ part: Double) { description = "\(Tenths(count: Int((part * 1000).rounded())))%" }
}
