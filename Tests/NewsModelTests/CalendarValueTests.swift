import Testing

@testable import NewsModel

@Suite("Calendar values")
struct CalendarValueTests {
  @Test(
    "An EDTF value covers its days",
    arguments: [
      ("2023-01-17", Precision.day, "2023-01-17", "2023-01-17"),
      ("2023-02", .month, "2023-02-01", "2023-02-28"),
      ("2023", .year, "2023-01-01", "2023-12-31"),
      ("2023-W03", .week, "2023-01-16", "2023-01-22"),
      ("2023-21", .season, "2023-03-01", "2023-05-31"),
      ("2023-24", .season, "2023-12-01", "2024-02-29"),
      ("2023-33", .quarter, "2023-01-01", "2023-03-31"),
      ("202X", .decade, "2020-01-01", "2029-12-31"),
      ("2023-01-10/2023-01-12", .range, "2023-01-10", "2023-01-12"),
      ("2023-01-17T11:00", .minute, "2023-01-17", "2023-01-17"),
    ])
  func days(text: String, precision: Precision, first: String, last: String) throws {
    let days = try #require(CalendarValue(text: text, precision: precision).days)
    #expect(days.lowerBound.description == first)
    #expect(days.upperBound.description == last)
  }

  @Test("Malformed values cover nothing", arguments: ["", "2023-", "2023-99", "abcd", "2023-01-12/2023-01-10"])
  func malformed(text: String) {
    #expect(CalendarValue(text: text, precision: text.contains("/") ? .range : .day).days == nil)
  }

  @Test("Values are ordered by their first day, the more exact first")
  func order() {
    let values = [
      CalendarValue(text: "2023", precision: .year), CalendarValue(text: "2023-01-01", precision: .day),
      CalendarValue(text: "2022-12", precision: .month), CalendarValue(text: "2023-01", precision: .month),
    ]
    #expect(values.sorted().map(\.text) == ["2022-12", "2023-01-01", "2023-01", "2023"])
  }
}
