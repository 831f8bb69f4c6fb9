import Languages
import NewsModel
import Prose
import Testing

@testable import Extract

/// Who an article has its news from.
struct RelayFinderTests {
  private func relays(_ text: String, in code: String = "fr") -> [Relay] {
    let language = Language.named(code) ?? .unknown
    return RelayFinder(language: language, tokenizer: Tokenizer(language))
      .relays(in: Segmenter(language).segments(of: text))
  }

  @Test(
    "outlets with words of relaying by them are credited",
    arguments: [
      ("fr", "Le pont a cédé lundi, selon le Washington Post américain.", "Washington Post"),
      ("fr", "Le pont a cédé lundi, rapporte Le Monde.", "Le Monde"),
      ("fr", "Un rapport approfondi du New York Times décrit la crue.", "New York Times"),
      ("fr", "PARIS (AFP) - Le pont a cédé.", "AFP"),
      ("fr", "« Tout va bien », a déclaré à l’AFP la maire.", "AFP"),
      ("en", "The bridge fell on Monday, the mayor told Reuters.", "Reuters"),
      ("en", "The bridge fell, according to the New York Times.", "New York Times"),
      ("en", "The New York Post reports that the bridge fell.", "New York Post"),
    ])
  func outlets(_ code: String, _ text: String, _ name: String) {
    #expect(relays(text, in: code).compactMap(\.name) == [name])
  }

  @Test("a source line credits an address or any name")
  func sourceLines() {
    #expect(relays("La crue recule.\nsource:https://example.org/crue/1").map(\.url) == ["https://example.org/crue/1"])
    #expect(relays("La crue recule.\n    la source :\n  • vallee info").compactMap(\.name) == ["vallee info"])
    #expect(relays("La crue recule.\nSource : Le Petit Vallon").compactMap(\.name) == ["Le Petit Vallon"])
  }

  @Test("an embassy, a river's source and a paper talked about are no relays")
  func others() {
    #expect(relays("Le pont a cédé, selon l’ambassade américaine.").isEmpty)
    #expect(relays("La source de la rivière est à sec depuis le printemps.").isEmpty)
    #expect(relays("Le monde change vite et le temps passe.").isEmpty)
    #expect(relays("The Guardian moved to a new building.", in: "en").isEmpty)
  }

  @Test("an outlet credited twice is one relay")
  func once() {
    #expect(relays("Selon Reuters, le pont a cédé. Reuters rapporte une panne.").count == 1)
  }
}
