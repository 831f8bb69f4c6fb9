internal import Measurement
internal import Testing

@Suite("Times that are told")
struct ToldTimesTests {
  @Test("Ticks are found after a name with blanks and parentheses")
  func ticks() {
    let line = "4711 (a (b) c 9) S 1 2 3 4 5 6 7 8 9 10 250 31 0 0 20 0 1 0 99 0 0"
    #expect(ToldTimes.ticks(inStat: line) == 281)
    #expect(ToldTimes.ticks(inStat: "4711 (x) S 1 2") == nil)
    #expect(ToldTimes.ticks(inStat: "") == nil)
  }

  @Test("The end of a step names it; other lines end none")
  func steps() {
    #expect(ToldTimes.step(in: "cluster: 3 stories, 1 thread (17 ms)") ?? ("", 0) == ("cluster", 0.017))
    #expect(
      ToldTimes.step(in: "render and publish: 9 files written (1520 ms)") ?? ("", 0) == ("render and publish", 1.52))
    #expect(ToldTimes.step(in: "cluster: 3 stories (some ms)") == nil)
    #expect(ToldTimes.step(in: "daybrief: page.html has no text (17 ms)") == nil)
    #expect(ToldTimes.step(in: "cluster: 3 stories, 1 thread") == nil)
  }

  @Test("Parts of clustering are told apart, also those with commas in their names")
  func timings() throws {
    let line =
      "daybrief: 10 articles, processor seconds: 0.38 reading, 1.80 stories, threads and actors, 0.03 origins, 0.00 writing"
    #expect(
      try #require(ToldTimes.timings(in: line))
        == ["reading": 0.38, "stories, threads and actors": 1.8, "origins": 0.03, "writing": 0])
    #expect(ToldTimes.timings(in: "daybrief: line 3 has no text") == nil)
  }
}
