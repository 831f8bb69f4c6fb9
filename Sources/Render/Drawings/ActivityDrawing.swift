internal import NewsModel

/// How much is told of something over time: in each month a dark column and, where there is a second series, a light one.
struct ActivityDrawing {
  let marks: [ChartMark]

  private static let height = 66  // pixels of the tallest column, with its number

  /// The picture; empty where nothing has a date.
  var svg: String {
    let dated = marks.compactMap { mark in mark.days.map { (days: $0, mark: mark) } }
    guard !dated.isEmpty else { return "" }
    let axis = ChartAxis(dated.map(\.days))
    let columns = ChartColumns(axis: axis, height: ActivityDrawing.height, base: ActivityDrawing.height)
    return Drawing.open("chart", width: "100%", height: ActivityDrawing.height + 24)
      + axis.svg(y: ActivityDrawing.height)
      + columns.pairs(dated.map { ($0.days, $0.mark.count, $0.mark.second ?? 0) }) + "</svg>"
  }
}
