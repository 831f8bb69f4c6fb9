import NewsModel
import Testing

@testable import Cluster

@Suite("Why two articles are together or apart")
struct PairExplanationTests {
  private static func sketch(_ id: String, _ day: String, _ text: String) -> ArticleSketch {
    Sketcher().sketch(of: Digest(article: Article(id: id, text: text, published: day, language: "fr")))
  }
  private let sketches = [
    sketch(
      "a", "2024-03-02", "Le phare de Kerzoual a brûlé samedi. Les pompiers de Kerzoual ont sauvé la lanterne du phare."
    ),
    sketch("b", "2024-03-03", "Incendie du phare de Kerzoual : la lanterne est sauvée, disent les pompiers."),
    sketch(
      "c", "2024-09-20", "Le phare de Kerzoual a brûlé samedi. Les pompiers de Kerzoual ont sauvé la lanterne du phare."
    ),
    sketch("d", "2024-03-02", "Le marché aux fleurs de Grandlieu déménage au printemps, place des Halles."),
  ]

  @Test("two reports of one event: likeness above the threshold, and what they share")
  func together() throws {
    let pair = try #require(Clusterer().explanation("a", "b", in: sketches))
    #expect(pair.stories[0] == pair.stories[1])
    #expect(pair.meanLikeness >= pair.threshold)
    #expect(pair.days == 1 && pair.nearness == 1 && pair.veto == nil)
    let words = pair.shared.flatMap { tie -> [String] in if case .words(let words) = tie { words } else { [] } }
    #expect(words.contains("Kerzoual"))
  }

  @Test("the same words half a year apart: the veto of when")
  func vetoed() throws {
    let pair = try #require(Clusterer().explanation("a", "c", in: sketches))
    #expect(pair.stories[0] != pair.stories[1])
    #expect(pair.veto == .when && pair.likeness == 0 && pair.words > 0.9)
  }

  @Test("two events of one day: below the threshold")
  func apart() throws {
    let pair = try #require(Clusterer().explanation("a", "d", in: sketches))
    #expect(pair.stories[0] != pair.stories[1])
    #expect(pair.meanLikeness < pair.threshold && pair.veto == nil)
  }

  @Test("two stories: their threads, and how alike they are as subjects")
  func subjects() throws {
    let apart = try #require(Clusterer().explanation("a", "d", in: sketches)?.subjects)
    #expect(apart.threads == ["t-a", "t-d"] && apart.likeness < apart.threshold)
    let one = try #require(Clusterer().explanation("a", "c", in: sketches)?.subjects)
    #expect(one.threads == ["t-a", "t-a"] && one.sizes == [2, 2] && one.likeness > one.threshold)
    #expect(try #require(Clusterer().explanation("a", "b", in: sketches)).subjects == nil)
  }

  @Test("headlines that come together by a third: their own likeness, and what decided")
  func headlines() throws {
    let titles = [
      ("a", "Phare de Kerzoual : la lanterne brûle"), ("b", "Incendie au phare de Kerzoual, lanterne sauvée"),
      ("c", "Incendie maîtrisé : pompiers salués, lanterne sauvée"), ("d", "Grandlieu déménage son marché aux fleurs"),
      ("e", "Budget voté à Rennes après une nuit blanche"), ("f", "Tempête attendue dimanche sur la Bretagne"),
    ]
    let sketches = titles.map { id, title in
      Sketcher().sketch(of: Digest(article: Article(id: id, text: "", title: title, language: "fr")))
    }
    let pair = try #require(Clusterer().explanation("a", "c", in: sketches))
    #expect(pair.likeness > pair.ownLikeness)
    #expect(pair.likeness <= 1 && pair.veto == nil && !pair.isLetGo)
    let isOne = pair.stories[0] == pair.stories[1]
    #expect(isOne == (pair.meanLikeness >= pair.threshold))
  }

  @Test("an id that is not there has no answer")
  func unknown() { #expect(Clusterer().explanation("a", "z", in: sketches) == nil) }
}
