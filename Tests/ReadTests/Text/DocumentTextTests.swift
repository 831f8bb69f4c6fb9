import Testing

@testable import Read

@Suite("Text of printed documents")
struct DocumentTextTests {
  private func paragraphs(_ text: String) -> [String] {
    String(decoding: DocumentText.paragraphs(Array(text.utf8)), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("lines that fill their column go on in the next, over pages too")
  func joined() {
    let text = """
      A heading

      The pier is safe, says the town of
      the estuary, and boats may leave it
      on Monday.

      Another paragraph begins at the very
      end of a page and goes\u{C}on at the top of the next one.
      """
    #expect(
      paragraphs(text) == [
        "A heading", "The pier is safe, says the town of the estuary, and boats may leave it on Monday.",
        "Another paragraph begins at the very end of a page and goes", "on at the top of the next one.",
      ])
  }

  @Test("heads and feet that stand on every page are left out, numbers aside")
  func heads() {
    let pages = (1...4).map {
      "The Gazette, page \($0)\n\nWords number \(["one", "two", "three", "four"][$0 - 1]) end here.\n\n\($0)\n"
    }
    #expect(
      paragraphs(pages.joined(separator: "\u{C}")) == [
        "Words number one end here.", "Words number two end here.", "Words number three end here.",
        "Words number four end here.",
      ])
  }

  @Test("a text of two pages keeps what stands twice; an empty one is empty")
  func few() {
    #expect(paragraphs("Same.\u{C}Same.") == ["Same.", "Same."])
    #expect(paragraphs("") == [])
    #expect(paragraphs("\u{C}\u{C}\n") == [])
  }
}
