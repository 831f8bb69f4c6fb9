import NewsModel

@testable import Extract

/// The quotes of a text with the actors that the program itself finds in it, as tests ask for them.
struct SpokenSample {
  let digest: Digest
  let text: String

  init(_ text: String, _ language: String = "fr") {
    self.text = text
    digest = Extractor().digest(of: Article(id: "a", text: text, language: language))
  }

  /// Each quote as "words: actor", with "?" for nobody known.
  var lines: [String] { digest.quotes.map { "\(text[$0.span]): \(actor(of: $0) ?? "?")" } }

  /// The name of who said the words; nil where it is left open or they are no quote.
  func speaker(of words: String) -> String? {
    digest.quotes.first { text[$0.span].contains(words) }.flatMap(actor)
  }

  /// Whether some words are a quote, or part of one.
  func holds(_ words: String) -> Bool { digest.quotes.contains { text[$0.span].contains(words) } }

  /// The words that name who said something.
  func named(_ words: String) -> String? {
    digest.quotes.first { text[$0.span].contains(words) }?.speaker.map { String(text[$0.span]) }
  }

  private func actor(of quote: Quote) -> String? {
    digest.actors.first { $0.id == quote.speaker?.actor }?.name
  }
}
