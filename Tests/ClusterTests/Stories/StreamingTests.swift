import NewsModel
import Testing

@testable import Cluster

/// Invented events: each with names, places and matters of its own, told by several articles over two days.
private struct InventedPress {
  private static let syllables = [
    "ba", "cro", "dil", "fen", "gar", "lou", "mir", "nep", "pon", "rus", "tev", "vil", "zan",
  ]
  private static let common = [
    "le conseil a voté la mesure dans la soirée", "la préfecture a publié un communiqué",
    "les riverains attendent une réponse",
    "le chantier reprendra au printemps", "une enquête est ouverte", "la mairie promet un rapport",
    "le syndicat appelle à la grève",
  ]
  private var random = SplitMix(state: 42)

  private mutating func word(_ count: Int) -> String {
    let word = (0..<count).map { _ in InventedPress.syllables.randomElement(using: &random) ?? "" }.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Digests with their days, and for each the event that it reports.
  mutating func articles(events: Int, days: Int) -> (digests: [Digest], days: [Int], events: [Int]) {
    var out: (digests: [Digest], days: [Int], events: [Int]) = ([], [], [])
    for event in 0..<events {
      let first = Int.random(in: 0..<(days - 1), using: &random)
      let facts = (0..<8).map { _ in "\(word(3)) \(word(2)) \(InventedPress.common.randomElement(using: &random) ?? "")"
      }
      for number in 0..<Int.random(in: 1...6, using: &random) {
        let day = first + Int.random(in: 0...1, using: &random)
        let text = facts.shuffled(using: &random).prefix(5).joined(separator: ". ") + "."
        let article = Article(
          id: "e\(event)-\(number)", text: text, published: "\(CivilDay(number: 20_000 + day))", language: "fr")
        out.digests.append(Digest(article: article))
        out.days.append(day)
        out.events.append(event)
      }
    }
    return out
  }
}

@Suite("Stories as articles arrive")
struct StreamingTests {
  /// Pairwise F of two groupings of the same articles, 0 to 100.
  private func pairwise(_ a: [String], _ b: [String]) -> Double {
    var both = 0.0
    var (inA, inB) = (0.0, 0.0)
    for x in a.indices {
      for y in a.indices where y > x {
        inA += a[x] == a[y] ? 1 : 0
        inB += b[x] == b[y] ? 1 : 0
        both += a[x] == a[y] && b[x] == b[y] ? 1 : 0
      }
    }
    return inA + inB == 0 ? 100 : 200 * both / (inA + inB)
  }

  private func stories(_ sketches: [ArticleSketch]) -> [String] {
    let clustering = Clusterer().clustering(of: sketches) { ids in
      ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }
    }
    var storyOf: [String: String] = [:]
    for story in clustering.stories { for id in story.articles { storyOf[id] = story.id } }
    return sketches.map { storyOf[$0.article] ?? "" }
  }

  @Test("the last morning's stories are those of one batch; those of the first few, which know less, are near them")
  func mornings() {
    var press = InventedPress()
    let (digests, days, events) = press.articles(events: 120, days: 10)
    let sketcher = Sketcher()
    let sketches = digests.map { sketcher.sketch(of: $0) }
    let whole = stories(sketches)
    #expect(pairwise(whole, events.map(String.init)) >= 97)
    for morning in 1..<10 {
      let known = sketches.indices.filter { days[$0] <= morning }.sorted { days[$0] < days[$1] }
      let then = stories(known.map { sketches[$0] })
      // 94.3 to 99 were measured: rarity is little known while articles are few.
      #expect(pairwise(then, known.map { whole[$0] }) >= (morning == 9 ? 100 : 93), "day \(morning)")
    }
  }
}
