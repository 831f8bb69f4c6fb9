import NewsModel
import Testing

@testable import Render

@Suite("Charts")
struct DrawingTests {
  private func days(_ text: String) throws -> ClosedRange<CivilDay> {
    try #require(ChartMark(token: text)?.days)
  }

  /// The values of an attribute, in order.
  private func values(_ name: String, of element: String, in svg: String) -> [Double] {
    svg.split(separator: "<").filter { $0.hasPrefix(element) }.compactMap { tag in
      guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
      return Double(tag[start.upperBound...].prefix { $0 != "\"" && $0 != "%" })
    }
  }

  @Test(
    "A mark is written as it was read",
    arguments: [
      "2022-01-22", "2022-01×3", "p2022-21", "@2025-03-31=cette\u{A0}édition", "2022-04×11/10", "?×4=sans\u{A0}date",
    ])
  func tokens(_ token: String) throws {
    #expect(try #require(ChartMark(token: token)).token == token)
  }

  @Test("What is no date is no mark", arguments: ["soon", "2022-13", "2022×many", "×3", ""])
  func noTokens(_ token: String) { #expect(ChartMark(token: token) == nil) }

  @Test("The newest years are shown, three of them by month, and all older ones as one")
  func axis() throws {
    let years = ["1950", "1961", "1970-05-01", "1990", "2001", "2014", "2019-02-03", "2021", "2022-04", "2023-01-17"]
    let axis = ChartAxis(try years.map(days))
    #expect(
      axis.segments.map(\.years) == [
        1950...1970, 1990...1990, 2001...2001, 2014...2014, 2019...2019, 2021...2021, 2022...2022, 2023...2023,
      ])
    #expect(axis.segments.filter(\.isWide).map(\.years.lowerBound) == [2019, 2022, 2023])
    #expect(axis.segments.filter(\.followsGap).map(\.years.lowerBound) == [1990, 2001, 2014, 2019, 2021])
    for (a, b) in zip(axis.segments, axis.segments.dropFirst()) { #expect(a.end <= b.start) }
    #expect(axis.end <= 1.000_001)
  }

  @Test("A day stands within its month, a month within its year, and later is further right")
  func places() throws {
    let axis = ChartAxis([try days("2022-02-01"), try days("2023-11-30")])
    let year = try #require(axis.span(of: try days("2022")))
    let month = try #require(axis.span(of: try days("2022-04")))
    let day = try #require(axis.span(of: try days("2022-04-30")))
    #expect(year.start < month.start && month.end < year.end)
    #expect(month.start < day.start && abs(day.end - month.end) < 1e-9)
    #expect(abs((month.end - month.start) - (year.end - year.start) / 12) < 1e-9)
    let later = try #require(axis.span(of: try days("2023-01-01")))
    #expect(day.end <= later.start)
    #expect(axis.span(of: try days("1999")) == nil)
  }

  @Test("Each event is drawn as wide as it is exact, and none hides another")
  func lanes() throws {
    let svg = TimelineDrawing(marks: ChartMark.all(in: "2022 2022-04 2022-04-26×2 2022-04-27 p2022-04-26 ?×2=undated"))
      .svg
    let dots = svg.split(separator: "<").filter { $0.hasPrefix("circle class=\"d\"") }.map(String.init)
    #expect(dots.count == 3)
    #expect(Set(values("cy", of: "circle class=\"d\"", in: svg)).count == 3)
    #expect(values("width", of: "rect class=\"r\"", in: svg).count == 1)
    #expect(values("width", of: "rect class=\"m\"", in: svg).count == 1)
    let wide = try #require(values("width", of: "rect class=\"r\"", in: svg).first)
    let narrow = try #require(values("width", of: "rect class=\"m\"", in: svg).first)
    #expect(wide > 8 * narrow)
    #expect(values("cx", of: "circle class=\"p\"", in: svg).count == 1)
    #expect(values("x", of: "rect class=\"u\"", in: svg).count == 2)
    #expect(svg.contains(">undated</text>"))
  }

  @Test("Too many events to tell apart are counted by columns, the tallest with its number")
  func columns() throws {
    let svg = TimelineDrawing(marks: ChartMark.all(in: "2022-01×300 2022-02×150 2022×30 p2022-01×90 p2022-03×45")).svg
    #expect(!svg.contains("<circle"))
    let heights = values("height", of: "rect class=\"m\"", in: svg)
    #expect(heights.count == 2)
    #expect(abs(heights[0] - 2 * heights[1]) <= 1)
    #expect(values("height", of: "rect class=\"r\"", in: svg).count == 1)
    let hanging = values("height", of: "rect class=\"o\"", in: svg)
    #expect(hanging.count == 2 && hanging[0] == 2 * hanging[1])
    #expect(svg.contains(">300</text>"))
  }

  @Test("Activity is two columns a month, each with its number")
  func activity() throws {
    let svg = ActivityDrawing(marks: ChartMark.all(in: "2022-04×8/4 2023-01×2/0")).svg
    let dark = values("height", of: "rect class=\"m\"", in: svg)
    let light = values("height", of: "rect class=\"r\"", in: svg)
    #expect(dark.count == 2 && light.count == 1)
    #expect(abs(dark[0] - 4 * dark[1]) <= 2)
    #expect(abs(dark[0] - 2 * light[0]) <= 1)
    for number in ["8", "4", "2"] { #expect(svg.contains(">\(number)</text>")) }
    #expect(ActivityDrawing(marks: []).svg.isEmpty)
  }

  @Test("Arcs lead from the first row to each other, thickest where most is shared")
  func arcs() throws {
    let svg = ArcsDrawing(text: "3 2 1").svg
    #expect(values("stroke-width", of: "path", in: svg) == [4, 3, 1])
    #expect(values("cy", of: "circle class=\"p\"", in: svg) == [42, 70, 98])
    #expect(values("height", of: "svg", in: svg) == [112])
    #expect(ArcsDrawing(text: "").svg.isEmpty)
  }

  @Test("Words in a chart are text")
  func escaping() throws {
    let html = try #require(MarkdownDocument.html(of: "[2022-01-22=\\<b>&](# \".timeline-chart\")\n"))
    #expect(html.contains("&lt;b&gt;&amp;</text>"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("aria-hidden=\"true\""))
  }

  @Test("A chart that shows nothing leaves nothing")
  func nothing() throws {
    #expect(TimelineDrawing(marks: ChartMark.all(in: "?×3")).svg.isEmpty)
    #expect(try #require(MarkdownDocument.html(of: "[](# \".x\")[none](# \".arcs\") words\n")).contains("words"))
  }
}
