import NewsModel
import Testing

@testable import Cluster

@Suite("Copies of one report")
struct CopiesTests {
  @Test("thousands of copies are one story, and a rewrite of theirs is of it")
  func manyCopies() {
    let text =
      "La digue de Port-Sernac a cédé lundi ; le maire Yann Calloc’h a fait évacuer 310 habitants du quai Nord."
    var rows = (0..<3000).map { ("copy\($0)", text) }
    rows.append(("rewrite", "À Port-Sernac, 310 habitants du quai Nord ont été évacués lundi : la digue a cédé."))
    rows.append(("other", "Le tournoi d’échecs de Valmont revient à une lycéenne de seize ans."))
    let sketcher = Sketcher()
    let sketches = rows.map { id, text in
      sketcher.sketch(of: Digest(article: Article(id: id, text: text, published: "2024-01-09", language: "fr")))
    }
    let stories = Clusterer().clustering(of: sketches) { ids in
      [Origin(id: "o-\(ids[0])", articles: ids, evidence: [.identicalText], basis: .inferred)]
    }.stories
    #expect(stories.map(\.articles.count).sorted() == [1, 3001])
    #expect(stories.first { $0.articles.count == 1 }?.articles == ["other"])
  }
}
