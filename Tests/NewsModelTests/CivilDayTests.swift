import Testing

@testable import NewsModel

@Suite("Civil days")
struct CivilDayTests {
  @Test("A day survives the way to its number and back, over four centuries")
  func roundTrip() {
    var day = CivilDay(number: -200_000)
    while day.number < 60_000 {
      let (year, month, dayOfMonth) = day.parts
      #expect(CivilDay(year: year, month: month, day: dayOfMonth) == day)
      day = day.adding(days: 37)
    }
  }

  @Test("Known days have their known weekdays", arguments: [("2023-01-17", 2), ("2000-02-29", 2), ("1969-07-20", 7)])
  func weekday(iso: String, weekday: Int) throws {
    #expect(try #require(CivilDay(iso: iso)).weekday == weekday)
  }

  @Test(
    "Days that no calendar has are refused", arguments: ["2023-02-29", "2023-13-01", "2023-00-10", "20230117", "x"])
  func refused(iso: String) {
    #expect(CivilDay(iso: iso) == nil)
  }

  @Test("ISO weeks belong to the year of their Thursday")
  func weeks() throws {
    let first = try #require(CivilDay(iso: "2021-01-03"))
    #expect(first.week == (2020, 53))
    #expect(CivilDay.monday(ofWeek: 3, year: 2023) == CivilDay(iso: "2023-01-16"))
  }

  @Test("A month later is cut to the length of that month")
  func months() throws {
    let day = try #require(CivilDay(iso: "2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: -2).description == "2023-11-30")
  }
}
