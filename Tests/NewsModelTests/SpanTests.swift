import Testing

@testable import NewsModel

@Suite("Spans")
struct SpanTests {
  @Test("A span gives back its words, whatever their bytes")
  func words() {
    let text = "« Été » à Przemyśl, 10 €"
    let range = text.utf8.startIndex
    for word in ["Été", "à", "Przemyśl", "€"] {
      guard let found = text.firstRange(of: word) else { continue }
      let start = text.utf8.distance(from: range, to: found.lowerBound)
      let span = Span(start, start + word.utf8.count)
      #expect(text[span] == word)
      #expect(text.holds(span))
    }
  }

  @Test(
    "A span that cuts a letter or leaves the text does not hold", arguments: [(0, 1), (1, 2), (-1, 0), (0, 99), (3, 2)])
  func refused(start: Int, end: Int) {
    #expect(!"éa".holds(Span(start, end)))
  }
}
