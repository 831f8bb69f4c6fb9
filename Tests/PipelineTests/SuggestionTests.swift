import Testing

@testable import Pipeline

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "The near word is found",
    arguments: [("tilte", "title"), ("base_url", "baseURL"), ("Sources", "sources"), ("source", "sources")])
  func near(word: String, expected: String) {
    #expect(Suggestion.nearest(to: word, in: Configuration.keys.map(\.name)) == expected)
  }

  @Test("A swap of neighbours counts once")
  func swap() { #expect(Suggestion.distance("tilte", "title") == 1) }

  @Test("What is far from everything has no suggestion")
  func far() { #expect(Suggestion.nearest(to: "xyzzy", in: ["title", "sources"]) == nil) }
}
