import Testing

@testable import Publish

@Suite("The list of a site's files")
struct InventoryTests {
  private static func inventory(_ text: String) -> Inventory { Inventory(Array(text.utf8)) }

  @Test("Each path is found, and nothing that is not there, in a list of any length")
  func places() {
    for count in [0, 1, 7, 8, 9, 5_000] {
      let paths = (0..<count).map { "articles/fête-\($0)/index.html" }
      let inventory = InventoryTests.inventory(paths.map { "\($0)\n" }.joined())
      #expect(inventory.count == count)
      #expect(paths.allSatisfy { inventory.place(of: $0).map(inventory.path) == $0 })
      #expect((0..<99).allSatisfy { inventory.place(of: "articles/fête-\($0)/index.htm") == nil })
      #expect(inventory.place(of: "") == nil)
    }
  }

  @Test("Of a path that stands there twice the first counts, and a path that leads out of the site is passed over")
  func damaged() {
    let inventory = InventoryTests.inventory("b\n\n../out\na\nb\n/etc\nx/.hidden\nlast")
    #expect((0..<inventory.count).map(inventory.path) == ["b", "a", "b", "last"])
    #expect(inventory.place(of: "b") == 0 && inventory.place(of: "../out") == nil)
  }

  @Test("What comes and what goes is merged in the order of the bytes")
  func merged() {
    let inventory = InventoryTests.inventory("b\nd\nf\né\n")
    func merged(_ added: [String], _ stays: [Bool]) -> String {
      String(decoding: inventory.bytes(adding: added, keeping: stays), as: UTF8.self)
    }
    #expect(merged([], [true, true, true, true]) == "b\nd\nf\né\n")
    #expect(merged(["z", "a", "c", "ê"], [true, false, true, true]) == "a\nb\nc\nf\nz\né\nê\n")
    #expect(merged(["e"], [false, false, false, false]) == "e\n")
  }
}
