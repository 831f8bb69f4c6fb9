internal import Measurement
internal import Testing

@Suite("What several runs gave")
struct SpreadTests {
  @Test("The median is the middle one, or the mean of the two in the middle")
  func median() throws {
    let odd = try #require(Spread([9, 1, 4]))
    #expect([odd.median, odd.least, odd.most] == [4, 1, 9])
    #expect(try #require(Spread([8, 2, 4, 3])).median == 3.5)
  }

  @Test("No run has no spread, and one run is told without one")
  func few() {
    #expect(Spread([]) == nil)
    #expect(Spread([2.5])?.text { "\($0)" } == "2.5")
    #expect(Spread([2, 1, 3])?.text { "\(Int($0))" } == "2 (1–3)")
  }
}
