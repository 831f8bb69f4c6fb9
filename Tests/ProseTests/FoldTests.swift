import Testing

@testable import Prose

@Suite("Folding")
struct FoldTests {
  @Test(
    "Letters lose capitals and marks",
    arguments: [
      ("Éléphant", "elephant"), ("ŒUVRE", "oeuvre"), ("Przemyśl", "przemysl"), ("Zalužnyj", "zaluznyj"),
      ("L’État", "l'etat"), ("ЗАЛУЖНИЙ", "залужний"), ("straße", "strasse"), ("日本", "日本"),
    ])
  func folded(text: String, expected: String) {
    #expect(Fold.folded(text) == expected)
  }

  @Test("Lower case keeps the marks")
  func lowercased() {
    #expect(Fold.lowercased("À L’ÉCOLE Ž") == "à l'école ž")
  }

  @Test("Bytes that are no UTF-8 pass through without a crash")
  func broken() {
    for length in 1...3 {
      let bytes = Array("é€".utf8.prefix(length))
      #expect(Fold.folded(bytes).count <= bytes.count + 1)
    }
  }
}
