import Foundation
import Testing

@Suite("Golden site")
struct GoldenSiteTests {
  @Test("site/ is the site of seeds/, byte for byte; after a change on purpose, run make golden and read the diff")
  func golden() throws {
    try Program.inFolder { folder in
      let outcome = try Program.run(["build", "--output", "\(folder)/site", "--quiet"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let built = Program.contents(of: "\(folder)/site")
      let kept = Program.contents(of: "\(Program.root)/site")
      #expect(built.count > 50)
      #expect(Set(built.keys).symmetricDifference(kept.keys).sorted() == [])
      let differing = built.filter { kept[$0.key] != $0.value }.keys.sorted()
      #expect(differing == [])
    }
  }

  @Test("The committed site is proved from its sources")
  func proved() throws {
    let outcome = try Program.run(["check", "site", "--source", "seeds"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
