import NewsModel
import Testing

@testable import Compose

/// Under which of its spellings an actor is shown.
@Suite("Names shown")
struct DisplayNameTests {
  private func shown(_ kind: Actor.Kind, _ spellings: [(text: String, articles: [String])]) -> String? {
    let digests = ["a", "b", "c"].map { Digest(article: Article(id: $0, text: "", language: "en")) }
    let identity = ActorIdentity(
      id: "x", name: spellings[0].text, kind: kind,
      spellings: spellings.map {
        ActorIdentity.Spelling(
          text: $0.text, count: $0.articles.count, articles: $0.articles,
          why: $0.text == spellings[0].text ? .sameName : .typography)
      }, references: [], suggestions: [])
    return DisplayNames(digests: digests, language: "en").named([identity]).first?.name
  }

  @Test("a person's name has its diacritics where as many articles write them")
  func diacritics() {
    #expect(shown(.person, [("Jurgen Aaberg", ["a"]), ("Jürgen Aaberg", ["b"])]) == "Jürgen Aaberg")
    #expect(shown(.person, [("Jurgen Aaberg", ["a", "b"]), ("Jürgen Aaberg", ["c"])]) == "Jurgen Aaberg")
    #expect(shown(.person, [("Jurgen Aaberg", ["a"]), ("Jörg Aaberg", ["b"])]) == "Jurgen Aaberg")
  }

  @Test("a place keeps the name of the site's language")
  func places() { #expect(shown(.place, [("Brevanne", ["a"]), ("Brévanne", ["b"])]) == "Brevanne") }
}
