import NewsModel
import Testing

@testable import Compose

@Suite("Dates that have not come yet")
struct FutureDateTests {
  private func doubtful(_ days: [String], today: String?, editions: [String] = []) throws -> FutureDates.Judgement {
    let articles = days.enumerated().map { Article(id: "a\($0)", text: "x", published: $1) }
    let judge = FutureDates(today: today.flatMap { CivilDay(iso: $0) }, timeZone: "Europe/Paris")
    return judge.judgement(of: articles, editions: editions.compactMap { CivilDay(iso: $0) })
  }

  @Test("A lone date far ahead is doubted, one of tomorrow is not")
  func slip() throws {
    let found = try doubtful(["2026-01-10", "2062-01-10", "2026-01-13", "2027-01-11"], today: "2026-01-11")
    #expect(found.doubtful == ["a1": CivilDay(iso: "2062-01-10"), "a3": CivilDay(iso: "2027-01-11")])
    // The day begins in the configured zone: in Paris it is the 14th already.
    #expect(try doubtful(["2026-01-10", "2026-01-13T23:30:00Z"], today: "2026-01-11").doubtful.count == 1)
    #expect(try doubtful(["2026-01-10", "2026-01-13T22:30:00Z"], today: "2026-01-11").doubtful.isEmpty)
  }

  @Test("Without a clock a lone date is doubted that is more than ten years after all others, and no other")
  func noClock() throws {
    #expect(try doubtful(["2026-01-10", "2062-01-10"], today: nil).doubtful == ["a1": CivilDay(iso: "2062-01-10")])
    #expect(try doubtful(["2022-01-10", "2031-01-10"], today: nil).doubtful.isEmpty)
    #expect(try doubtful(["2022-01-10", "2062-01-10", "2062-01-12"], today: nil).doubtful.isEmpty)
    #expect(try doubtful(["2062-01-10"], today: nil).doubtful.isEmpty)
    let found = try doubtful(["2022-01-10", "2062-01-10", "2099-01-10"], today: nil)
    #expect(found.doubtful.count == 2)
    // An edition whose articles are gone stays; one of a slip does not.
    let editions = ["2022-03-01", "2062-01-10"]
    let empty = try doubtful(["2022-01-10"], today: nil, editions: editions).empty
    #expect(empty == Set([CivilDay(iso: "2062-01-10")].compactMap { $0 }))
  }

  @Test("A clock that no article agrees with is not believed")
  func wrongClock() throws {
    #expect(try doubtful(["2031-03-04", "2031-06-06"], today: "1970-01-01").doubtful.isEmpty)
    #expect(try doubtful(["2031-03-04"], today: "2026-01-11", editions: ["2031-03-04"]).empty.isEmpty)
  }

  @Test("Days that others share or that go on from day to day are not doubted")
  func company() throws {
    #expect(try doubtful(["2026-01-10", "2026-09-01", "2026-09-04"], today: "2026-01-11").doubtful.isEmpty)
    #expect(try doubtful(["2026-01-13", "2026-01-14"], today: "2026-01-11").doubtful.isEmpty)
  }

  @Test("An edition of such a day that an earlier run made is no edition any more")
  func emptyEditions() throws {
    let found = try doubtful(
      ["2026-01-10", "2062-01-10"], today: "2026-01-11", editions: ["2026-01-10", "2026-01-12", "2062-01-10"])
    #expect(found.empty == Set([CivilDay(iso: "2062-01-10")].compactMap { $0 }))
  }
}
