internal import NewsModel

/// The year in twelve cells, with what a date covers of it: a tick for a day, part of a cell for a week, a cell for a
/// month, a grey run for more, dashes where nothing is known.
///
/// Attributes of SVG place the marks, since the site's policy refuses style attributes.
struct Ribbon {
  /// An EDTF value, or empty where the date is unknown.
  let value: String

  private static let cell = 7.0  // pixels wide: the unit of the page's spacing
  private static let height = 11  // pixels: the digits of the label beside it
  /// More than a month of days is drawn as a run: it is less exact than a cell says.
  private static let longestCell = 31  // days

  /// The inline picture. Words beside it say the same, so it is hidden from readers that speak.
  var svg: String {
    let open =
      "<svg class=\"ribbon\" width=\"85\" height=\"13\" viewBox=\"-.5 -1 85 13\" aria-hidden=\"true\" focusable=\"false\">"
    guard let days = CalendarValue.days(edtf: value) else {
      return open + "<rect class=\"u\" width=\"84\" height=\"\(Ribbon.height)\"/></svg>"
    }
    return open
      + "<path class=\"c\" d=\"M0 0h84v11H0zM7 0v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11m7-11v11\"/>"
      + shape(of: days) + "</svg>"
  }

  private func shape(of days: ClosedRange<CivilDay>) -> String {
    let first = days.lowerBound
    let lastOfYear = CivilDay(year: first.year, month: 12, day: 31) ?? days.upperBound
    let last = min(days.upperBound, lastOfYear)
    let count = days.upperBound.number - first.number + 1
    let x = Ribbon.place(first)
    if count == 1 { return "<rect class=\"d\" x=\"\(Tenths(x))\" y=\"-1\" width=\"2\" height=\"13\"/>" }
    let width = max(Ribbon.place(last.adding(days: 1), inYear: first.year) - x, 1.5)
    let kind = count <= Ribbon.longestCell ? "m" : "r"
    return "<rect class=\"\(kind)\" x=\"\(Tenths(x))\" width=\"\(Tenths(width))\" height=\"11\"/>"
  }

  /// Where a day starts, in pixels from the start of its year.
  private static func place(_ day: CivilDay, inYear year: Int? = nil) -> Double {
    if let year, day.year > year { return 12 * cell }
    return day.monthsIntoYear * cell
  }
}
