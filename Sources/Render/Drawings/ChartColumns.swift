internal import NewsModel

/// Columns that count what falls into each cell of an axis: months of its newest years, older years whole.
struct ChartColumns {
  let axis: ChartAxis
  /// The tallest column, in pixels.
  let height: Int
  /// Where columns stand, in pixels from the top.
  let base: Int

  /// A cell, by the places where it starts and ends.
  private struct Cell: Hashable {
    var start: Int
    var end: Int
  }

  /// The columns; what is less exact than a month is a wide one behind the others. The tallest says how many it is.
  func svg(_ counted: [(days: ClosedRange<CivilDay>, count: Int)]) -> String {
    let cells = cells(counted)
    guard let most = cells.map(\.count).max(), most > 0 else { return "" }
    var out = ""
    for (cell, count) in cells {
      let tall = max(1, Int((Double(count) / Double(most) * Double(height - 14)).rounded()))
      out += rect(cell, y: base - tall, height: tall, kind: isVague(cell) ? "r" : "m")
    }
    if let peak = cells.first(where: { $0.count == most })?.cell {
      let isLate = peak.end > 900
      let x = Percent(Double(isLate ? peak.end : peak.start) / 1000)
      out +=
        "<text class=\"soft\" x=\"\(x)\" y=\"\(base - height + 10)\" text-anchor=\"\(isLate ? "end" : "start")\">\(most)</text>"
    }
    return out
  }

  /// Smaller columns that hang, for what is set back.
  func hanging(_ counted: [(days: ClosedRange<CivilDay>, count: Int)], top: Int, height: Int) -> String {
    let cells = cells(counted)
    guard let most = cells.map(\.count).max(), most > 0 else { return "" }
    return cells.map { cell, count in
      rect(cell, y: top, height: max(2, Int((Double(count) / Double(most) * Double(height)).rounded())), kind: "o")
    }.joined()
  }

  /// Two columns in each cell: the first dark, the second light.
  func pairs(_ counted: [(days: ClosedRange<CivilDay>, first: Int, second: Int)]) -> String {
    let firsts = cells(counted.map { ($0.days, $0.first) })
    let seconds = cells(counted.map { ($0.days, $0.second) })
    guard let most = (firsts + seconds).map(\.count).max(), most > 0 else { return "" }
    func columns(_ cells: [(cell: Cell, count: Int)], kind: String, isSecond: Bool) -> String {
      cells.filter { $0.count > 0 }.map { cell, count in
        let half = (cell.end - cell.start) / 2
        let place =
          isSecond ? Cell(start: cell.start + half, end: cell.end) : Cell(start: cell.start, end: cell.start + half)
        let tall = max(2, Int((Double(count) / Double(most) * Double(height - 14)).rounded()))
        return rect(place, y: base - tall, height: tall, kind: kind)
          + "<text class=\"soft small\" x=\"\(Percent(Double(place.start + place.end) / 2000))\" y=\"\(base - tall - 3)\" text-anchor=\"middle\">\(count)</text>"
      }.joined()
    }
    return columns(firsts, kind: "m", isSecond: false) + columns(seconds, kind: "r", isSecond: true)
  }

  /// Counts by cell, wide cells first so that the exact ones stand before them.
  private func cells(_ counted: [(days: ClosedRange<CivilDay>, count: Int)]) -> [(cell: Cell, count: Int)] {
    var counts: [Cell: Int] = [:]
    for (days, count) in counted {
      if let cell = cell(of: days) { counts[cell, default: 0] += count }
    }
    return counts.map { (cell: $0.key, count: $0.value) }.sorted {
      ($1.cell.end - $1.cell.start, $0.cell.start) < ($0.cell.end - $0.cell.start, $1.cell.start)
    }
  }

  private func cell(of days: ClosedRange<CivilDay>) -> Cell? {
    var covered = days
    let first = days.lowerBound.parts
    if days.upperBound.number - days.lowerBound.number < 31,
      let month = CivilDay(year: first.year, month: first.month, day: 1)
    {
      covered = month...month.adding(months: 1).adding(days: -1)
    }
    return axis.span(of: covered).map {
      Cell(start: Int(($0.start * 1000).rounded()), end: Int(($0.end * 1000).rounded()))
    }
  }

  private func isVague(_ cell: Cell) -> Bool {
    guard
      let segment = axis.segments.first(where: {
        Int(($0.start * 1000).rounded()) <= cell.start && cell.start < Int(($0.end * 1000).rounded())
      })
    else { return false }
    return segment.isWide && Double(cell.end - cell.start) > (segment.end - segment.start) * 1000 / 12 * 1.5
  }

  private func rect(_ cell: Cell, y: Int, height: Int, kind: String) -> String {
    let (x, width) = (Percent(Double(cell.start + 1) / 1000), Percent(Double(max(cell.end - cell.start - 2, 2)) / 1000))
    return "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
  }
}
