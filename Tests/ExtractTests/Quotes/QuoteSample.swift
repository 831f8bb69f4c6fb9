import Languages
import NewsModel
import Prose

@testable import Extract

/// Quotes of a short text, as words, for tests.
struct QuoteSample {
  let text: String
  let quotes: [Quote]

  init(
    _ text: String, in code: String = "fr", actors: [(name: String, mentions: [String])] = [],
    organizations: [String] = []
  ) {
    let language = Language.named(code) ?? .unknown
    let segmented = Segmenter(language).segments(of: text)
    self.text = text
    let persons = actors.map { ($0.name, Actor.Kind.person, $0.mentions) }
    let known = (persons + organizations.map { ($0, .organization, [$0]) }).map { name, kind, mentions in
      Actor(
        id: name.lowercased(), name: name, kind: kind,
        mentions: mentions.flatMap { QuoteSample.spans(of: $0, in: text) }.sorted())
    }
    quotes = QuoteFinder(language: language, tokenizer: Tokenizer(language)).quotes(in: segmented, actors: known)
  }

  /// Each quote as "form: words (speaker, basis)".
  var lines: [String] {
    quotes.map { quote in
      let speaker = quote.speaker.map { "\(text[$0.span]), \($0.basis.rawValue)" } ?? "nobody"
      return "\(quote.form.rawValue): \(text[quote.span]) (\(speaker))"
    }
  }

  /// The words of the quotes between marks.
  var marked: [String] { quotes.filter { $0.form != .indirect }.map { String(text[$0.span]) } }

  private static func spans(of words: String, in text: String) -> [Span] {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    guard wanted.count <= bytes.count else { return [] }
    return (0...bytes.count - wanted.count).filter { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { Span($0, $0 + wanted.count) }
  }
}
