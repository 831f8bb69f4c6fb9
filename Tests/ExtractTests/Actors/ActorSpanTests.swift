import Languages
import NewsModel
import Prose
import Testing

@testable import Extract

@Suite("Actors as a whole")
struct ActorSpanTests {
  @Test("every mention and role is a span of the text, and identifiers are plain and unique")
  func spans() {
    let found = ActorFixture("À Kyiv, Володимир и Łukasz Żak, ministre, ont parlé à l’UE. Łukasz Żak est parti.")
    var ids: Set<String> = []
    for actor in found.actors {
      #expect(ids.insert(actor.id).inserted)
      #expect(actor.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
      for span in actor.mentions + actor.roles { #expect(found.text.holds(span)) }
    }
    #expect(found.names(.person).contains("Łukasz Żak"))
  }

  @Test("a language without tables finds names by their form alone and does not fail")
  func unknownLanguage() {
    let segmented = Segmenter(Language.unknown).segments(of: "Anna Berg went home.")
    let finder = ActorFinder(language: .unknown, tokenizer: Tokenizer())
    #expect(finder.actors(in: segmented, title: nil, relays: []).allSatisfy { $0.kind == .person })
  }

  @Test("the same text gives the same actors twice")
  func deterministic() {
    let text = "Paul Harding, Anna Berg et Luc Morel ont quitté Oslo. Morel, Berg et Harding reviendront."
    #expect(ActorFixture(text).actors == ActorFixture(text).actors)
  }

  @Test("slugs of equal names are numbered")
  func slugs() {
    var slugs = ActorSlugs()
    #expect(slugs.slug(for: "Éva Müller") == "eva-muller")
    #expect(slugs.slug(for: "Eva Muller") == "eva-muller-2")
    #expect(slugs.slug(for: "U.S.") == "us")
  }

  @Test("a long line of capitals stays linear", .timeLimit(.minutes(1)))
  func linear() {
    let text = String(repeating: "Le Ministre Anna De La ( Berg, ", count: 4_000)
    #expect(!ActorFixture(text).actors.isEmpty)
  }
}
