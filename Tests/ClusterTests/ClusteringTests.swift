import Languages
import NewsModel
import Testing

@testable import Cluster

/// Articles written for these tests: two reports of a flood, one of a strike, one of a match.
private let flood = [
  (
    "a1", "Crue de la Vesle : trois ponts fermés à Reims",
    "La Vesle a débordé mardi à Reims. La préfecture de la Marne a fermé trois ponts et évacué 240 habitants du quartier de Courlancy."
  ),
  (
    "a2", "Reims : 240 habitants évacués après la crue de la Vesle",
    "Après le débordement de la Vesle, 240 habitants de Courlancy ont quitté leur logement. Trois ponts restent fermés, selon la préfecture de la Marne."
  ),
]
private let others = [
  (
    "b1", "Grève des dockers au Havre",
    "Les dockers du port du Havre ont voté la grève contre la réforme des retraites. Aucun cargo ne sera déchargé avant lundi."
  ),
  (
    "b2", "Le Stade brestois bat Lorient",
    "Brest a battu Lorient sur le score de deux buts à zéro devant quinze mille spectateurs, grâce à un doublé de son capitaine."
  ),
]

private func digest(_ id: String, _ title: String?, _ text: String, published: String? = nil) -> Digest {
  Digest(article: Article(id: id, text: text, title: title, published: published, language: "fr"))
}

@Suite("Clustering")
struct ClusteringTests {
  private let digests = (flood + others).map { digest($0.0, $0.1, $0.2) }

  @Test("two reports of one event are one story, other events stand alone")
  func oneEventIsOneStory() {
    let stories = Clusterer().clustering(of: digests).stories.map(\.articles)
    #expect(stories == [["a1", "a2"], ["b1"], ["b2"]])
  }

  @Test("the number of threads changes nothing")
  func threads() {
    let one = Clusterer().clustering(of: digests)
    #expect(one.stories.count == 3)
    #expect(Clusterer(jobs: 3).clustering(of: digests) == one)
  }

  @Test("the order of input changes nothing")
  func orderOfInput() {
    let clusterer = Clusterer()
    let expected = clusterer.clustering(of: digests)
    var random = SplitMix(state: 7)
    for _ in 0..<5 { #expect(clusterer.clustering(of: digests.shuffled(using: &random)) == expected) }
  }

  @Test("stories, origins and threads are partitions of the articles")
  func partition() {
    let clustering = Clusterer().clustering(of: digests)
    let ids = digests.map(\.article.id).sorted()
    #expect(clustering.stories.flatMap(\.articles).sorted() == ids)
    #expect(clustering.stories.flatMap(\.origins).flatMap(\.articles).sorted() == ids)
    #expect(clustering.threads.flatMap(\.stories).sorted() == clustering.stories.map(\.id).sorted())
    for story in clustering.stories {
      #expect(clustering.threads.filter { $0.id == story.thread }.flatMap(\.stories).contains(story.id))
    }
  }

  @Test("no article and an empty article make no trouble")
  func emptyInput() {
    #expect(Clusterer().clustering(of: []).stories.isEmpty)
    #expect(Clusterer().clustering(of: [digest("x", nil, "")]).stories.map(\.articles) == [["x"]])
  }

  @Test("the same words months apart are two stories of one thread")
  func monthsApart() {
    let dated = [("2023-01-10", "a1"), ("2023-06-20", "a2")].map { day, id in
      let row = flood.first { $0.0 == id } ?? flood[0]
      return digest(id, row.1, row.2, published: day)
    }
    let clustering = Clusterer().clustering(of: dated + others.map { digest($0.0, $0.1, $0.2) })
    let pair = clustering.stories.filter { $0.articles.first?.hasPrefix("a") ?? false }
    #expect(pair.count == 2)
    #expect(Set(pair.map(\.thread)).count == 1)
  }

  @Test("a story says in the articles' words what ties it")
  func ties() {
    let story = Clusterer().clustering(of: digests).stories.first
    let words: [String] = (story?.why ?? []).flatMap { tie -> [String] in
      guard case .words(let words) = tie else { return [] }
      return words
    }
    #expect(words.contains("Vesle"))
  }
}

/// A small generator with a fixed seed (Steele et al. 2014), so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
