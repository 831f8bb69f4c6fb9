import NewsModel
import Testing

@Suite("Work on several threads")
struct WorkersTests {
  @Test("results come in their order, on any number of threads", arguments: [1, 2, 5])
  func order(jobs: Int) {
    #expect(Workers.map(100, jobs: jobs) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(Workers.map(0, jobs: jobs) { $0 }.isEmpty)
  }

  @Test("two pieces of work give each its own", arguments: [1, 2])
  func both(jobs: Int) {
    let (number, text) = Workers.both(jobs: jobs) {
      7
    } _: {
      "seven"
    }
    #expect(number == 7 && text == "seven")
  }
}

@Suite("Lines of bytes")
struct NumberedLinesTests {
  @Test("lines that hold nothing have numbers and are left out")
  func numbers() {
    let bytes = Array("one\n\n \t\r\ntwo\nthree".utf8)
    let lines = NumberedLines(bytes)
    #expect(lines.map(\.number) == [1, 4, 5])
    #expect(lines.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["one", "two", "three"])
    #expect(NumberedLines([]).isEmpty)
    #expect(NumberedLines(Array("\n\n".utf8)).isEmpty)
  }
}
