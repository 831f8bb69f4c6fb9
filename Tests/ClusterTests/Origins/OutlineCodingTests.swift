import NewsModel
import Testing

@testable import Cluster

@Suite("Outlines as bytes")
struct OutlineCodingTests {
  private func outline() -> ReportOutline {
    let text = "Source : Le Phare.\nLe pont d’Arvel a rouvert mardi 4 mai, dit Ana Morel : « Enfin ».\n12 000 passages."
    var digest = Digest(article: Article(id: "1", text: text, source: "La Digue", language: "fr"))
    digest.relays = [Relay(span: Span(9, 17), name: "Le Phare")]
    return Sketcher().sketchAndOutline(of: digest).outline
  }

  @Test("come back as they were")
  func roundTrip() {
    let outline = outline()
    #expect(!outline.stems.isEmpty && !outline.facts.isEmpty && outline.credits == ["le phare"])
    #expect(ReportOutline(encoded: outline.encoded) == outline)
  }

  @Test("cut anywhere are nothing")
  func cut() {
    let bytes = outline().encoded
    for end in 0..<bytes.count { #expect(ReportOutline(encoded: Array(bytes[..<end])) == nil) }
  }

  @Test("sketch and outline are the same whether made together or apart")
  func together() {
    let digest = Digest(article: Article(id: "1", text: "Le port rouvre. Le port d’Arvel.", language: "fr"))
    #expect(Sketcher().sketchAndOutline(of: digest).sketch == Sketcher().sketch(of: digest))
  }

  @Test("the longest common subsequence is the same by bits and by rows")
  func subsequences() {
    var state: UInt64 = 7
    func next(_ below: UInt64) -> Int32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32((state >> 33) % below)
    }
    for length in [1, 2, 7, 40, 63, 64] {
      let a = (0..<length).map { _ in next(9) }
      let b = (0..<50).map { _ in next(9) }
      var bits = [UInt64](repeating: 0, count: 9)
      for (place, item) in a.enumerated() { bits[Int(item)] |= 1 << UInt64(place) }
      #expect(CommonSubsequence.length(length, bits, b[...]) == CommonSubsequence.length(a[...], b[...]))
    }
  }
}
