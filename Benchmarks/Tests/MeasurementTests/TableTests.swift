internal import Measurement
internal import Testing

@Suite("Tables and numbers")
struct TableTests {
  @Test("Columns have one width, missing cells are empty, pipes are escaped")
  func table() {
    var table = Table(["work", "é"])
    table.rows = [["a|b", "1"], ["c"]]
    #expect(
      table.markdown == """
        | work | é |
        |------|---|
        | a\\|b | 1 |
        | c    |   |

        """)
  }

  @Test("Three digits count")
  func short() {
    #expect(
      [12_345, 999.6, 41.23, 1.5, 0.08214, 0, 1_234_567].map(Numbers.short)
        == ["12,300", "1,000", "41.2", "1.50", "0.0821", "0", "1,230,000"])
    #expect(Numbers.grouped(-1_234_567) == "-1,234,567")
    #expect([0.0123, 2.5].map(Numbers.seconds) == ["12.3 ms", "2.50 s"])
  }
}
