import Foundation
import NewsModel
import Testing

@testable import Cluster

/// Reports of some events, a few each, in words of a made-up vocabulary.
private func reports(events: Int, each: Int) -> [ArticleSketch] {
  var state: UInt64 = 20_261_121
  func next(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(below))
  }
  let syllables = ["ba", "cor", "di", "fal", "ge", "lum", "mi", "nor", "pe", "ras", "su", "tol", "vé", "zan"]
  func word() -> String { (0..<3).map { _ in syllables[next(syllables.count)] }.joined() }
  let common = (0..<120).map { _ in word() }
  let sketcher = Sketcher()
  return (0..<events).flatMap { event -> [ArticleSketch] in
    let own = (0..<25).map { _ in word() }
    let name = [word(), word()].map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    let day = 1 + next(9)
    return (0..<each).map { number in
      let words = (0..<60).map { _ in next(3) == 0 ? common[next(common.count)] : own[next(own.count)] }
      let text = "\(name) " + words.joined(separator: " ") + "."
      var digest = Digest(
        article: Article(id: "a\(event)-\(number)", text: text, published: "2024-05-0\(day)", language: "fr"))
      digest.actors = [
        Actor(id: "n", name: name, kind: .person, mentions: [Span(0, name.utf8.count)])
      ]
      return sketcher.sketch(of: digest)
    }
  }
}

@Suite("Order of input")
struct InputOrderTests {
  private func alone(_ ids: [String]) -> [Origin] {
    ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }
  }

  @Test("however several hundred articles come, stories, threads and actors are the same")
  func shuffled() {
    let sketches = reports(events: 60, each: 5)
    let expected = Clusterer().clustering(of: sketches, origins: alone)
    let whole = expected.stories.filter { $0.articles.count == 5 }
    #expect(whole.count > 50, "the events are told apart")
    var state: UInt64 = 5
    for _ in 0..<3 {
      var order = sketches
      for place in order.indices.dropFirst() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(place, Int((state >> 33) % UInt64(place + 1)))
      }
      let found = Clusterer().clustering(of: order, origins: alone)
      #expect(found.stories == expected.stories)
      #expect(found.threads == expected.threads)
      #expect(found.actors == expected.actors)
    }
  }
}
