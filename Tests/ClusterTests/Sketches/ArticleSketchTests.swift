import NewsModel
import Testing

@testable import Cluster

@Suite("Article sketches")
struct ArticleSketchTests {
  private func digest(_ id: String, _ text: String, published: String? = "2024-02-06") -> Digest {
    var digest = Digest(
      article: Article(id: id, text: text, title: "Le bac de Brenval repart", published: published, language: "fr"))
    digest.actors = [Actor(id: "brenval", name: "Brenval", kind: .place, mentions: [Span(12, 19)])]
    digest.figures = [Figure(span: Span(36, 42), value: 340, unit: "places")]
    return digest
  }
  private let text = "Le bac vers Brenval a repris mardi, 340 places à bord, dit la capitainerie de Brenval."

  @Test("a sketch comes back from its bytes as it was")
  func roundTrip() {
    let sketch = Sketcher().sketch(of: digest("a", text))
    #expect(sketch.day == CivilDay(iso: "2024-02-06")?.number)
    #expect(!sketch.terms.isEmpty && !sketch.bridge.isEmpty && !sketch.facts.isEmpty && !sketch.actors.isEmpty)
    #expect(ArticleSketch(encoded: sketch.encoded) == sketch)
  }

  @Test("bytes that are cut anywhere, or of another version, give no sketch")
  func damaged() {
    let bytes = Sketcher().sketch(of: digest("a", text)).encoded
    for length in bytes.indices { #expect(ArticleSketch(encoded: Array(bytes.prefix(length))) == nil) }
    #expect(ArticleSketch(encoded: bytes + [0]) == nil)
    #expect(ArticleSketch(encoded: [ArticleSketch.version &+ 1] + bytes.dropFirst()) == nil)
  }

  @Test("a sketch depends on its article alone, whatever the sketcher has seen before")
  func alone() {
    let busy = Sketcher()
    for number in 0..<20 { _ = busy.sketch(of: digest("x\(number)", "Brenval compte \(number + 20) bacs et \(text)")) }
    #expect(busy.sketch(of: digest("a", text)) == Sketcher().sketch(of: digest("a", text)))
  }

  @Test("stories from kept sketches are those from digests")
  func fromSketches() {
    let digests = [
      digest("a", text), digest("b", "À Brenval, le bac repart : 340 places à bord, selon la capitainerie."),
      digest("c", "Les vignerons du Sarzeau craignent le mildiou après un mois de pluie."),
    ]
    let sketcher = Sketcher()
    let kept = digests.compactMap { ArticleSketch(encoded: sketcher.sketch(of: $0).encoded) }
    let clusterer = Clusterer()
    let reader = OutlineReader()
    let clustering = clusterer.clustering(of: kept) { ids in
      clusterer.origins(
        of: ids, outlines: digests.filter { ids.contains($0.article.id) }.map { reader.outline(of: $0) })
    }
    #expect(clustering == clusterer.clustering(of: digests))
  }
}
