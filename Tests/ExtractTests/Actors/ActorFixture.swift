@testable import Extract
import Languages
import NewsModel
import Prose

/// Finds the actors of a short text, as tests ask for them.
struct ActorFixture {
  /// Making a finder costs more than using it, so tests share them.
  private static let finders: [String: ActorFinder] = Dictionary(
    uniqueKeysWithValues: Language.all.map { ($0.code, ActorFinder(language: $0, tokenizer: Tokenizer($0))) })

  let text: String
  let actors: [Actor]

  /// Reads a text in a language.
  init(_ text: String, _ code: String = "fr") {
    self.text = text
    let segmented = Segmenter(Language.named(code) ?? .unknown).segments(of: text)
    actors = ActorFixture.finders[code]?.actors(in: segmented, title: nil, relays: []) ?? []
  }

  /// The names of a kind, in the order of the text.
  func names(_ kind: Actor.Kind) -> [String] { actors.filter { $0.kind == kind }.map(\.name) }
  /// The roles of an actor, letter for letter.
  func roles(of name: String) -> [String] {
    actors.filter { $0.name == name }.flatMap { $0.roles.map { String(text[$0]) } }
  }
  /// The mentions of an actor, letter for letter.
  func mentions(of name: String) -> [String] {
    actors.filter { $0.name == name }.flatMap { $0.mentions.map { String(text[$0]) } }
  }
}
