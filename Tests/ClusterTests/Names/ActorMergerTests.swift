import NewsModel
import Testing

@testable import Cluster

/// A digest whose text is a list of names, each an actor of its own.
private func digest(_ id: String, _ names: [(String, Actor.Kind)]) -> Digest {
  var digest = Digest(article: Article(id: id, text: names.map(\.0).joined(separator: "\n"), language: "fr"))
  var start = 0
  for (number, (name, kind)) in names.enumerated() {
    let span = Span(start, start + name.utf8.count)
    digest.actors.append(Actor(id: "p\(number)", name: name, kind: kind, mentions: [span]))
    start = span.end + 1
  }
  return digest
}

@Suite("Actors across articles")
struct ActorMergerTests {
  private func identities(_ digests: [Digest], aliases: [[String]] = []) -> [ActorIdentity] {
    let sketcher = Sketcher()
    var merger = ActorMerger(digests.map { sketcher.sketch(of: $0) }, matcher: NameMatcher(), aliases: aliases)
    return merger.named()
  }

  @Test("a family name joins the one who bears it")
  func familyName() {
    let found = identities([digest("a", [("Vladimir Poutine", .person)]), digest("b", [("Poutine", .person)])])
    #expect(found.map(\.id) == ["vladimir-poutine"])
    #expect(found.first?.spellings.first { $0.text == "Poutine" }?.why == .familyNameOnly)
  }

  @Test("a family name that two bear joins neither and suggests both")
  func sharedFamilyName() {
    let found = identities([
      digest("a", [("Vitali Klitschko", .person)]), digest("b", [("Volodymyr Klitschko", .person)]),
      digest("c", [("Klitschko", .person)]),
    ])
    #expect(found.map(\.id) == ["klitschko", "vitali-klitschko", "volodymyr-klitschko"])
    #expect(found.first?.suggestions.map(\.actor) == ["vitali-klitschko", "volodymyr-klitschko"])
  }

  @Test("an initial that two given names fit joins neither")
  func ambiguousInitial() {
    let found = identities([
      digest("a", [("Marie Durand", .person)]), digest("b", [("Michel Durand", .person)]),
      digest("c", [("M. Durand", .person)]),
    ])
    #expect(found.count == 3)
  }

  @Test("exonyms of a place are one, with the evidence")
  func exonyms() {
    let found = identities([digest("a", [("Kyiv", .place)]), digest("b", [("Kiev", .place)])])
    #expect(found.count == 1)
    #expect(found.first?.spellings.map(\.why).contains(.exonym) == true)
  }

  @Test("the editor's alias is obeyed, and names the actor")
  func alias() {
    let found = identities(
      [digest("a", [("Jean Moulard", .person)]), digest("b", [("Capitaine Fracas", .person)])],
      aliases: [["Jean Moulard", "Capitaine Fracas"]])
    #expect(found.map(\.name) == ["Jean Moulard"])
    #expect(found.first?.spellings.map(\.why) == [.alias, .alias])
  }

  @Test("two spellings with one role in two articles of one report are one person")
  func sameRole() {
    let made = ["Anton Meril", "Anton Mevil"].map { name in
      var digest = Digest(article: Article(id: name, text: "Le général \(name) parle.", language: "fr"))
      digest.actors = [Actor(id: "p", name: name, kind: .person, roles: [Span(3, 12)], mentions: [Span(13, 24)])]
      return digest
    }
    let sketcher = Sketcher()
    let sketches = made.map { sketcher.sketch(of: $0) }
    var apart = ActorMerger(sketches, matcher: NameMatcher(), aliases: [])
    #expect(apart.named().count == 2)
    apart.join(families: [0, 0])
    #expect(apart.named().count == 1)
    #expect(apart.named().first?.spellings.map(\.why).contains(.sameRole) == true)
  }
}
