import Foundation
import Testing

@Suite("Architecture")
struct ImportTests {
  /// Rows of ARCHITECTURE.md's import table: a module and what it may import.
  private static let table: [String: Set<String>] = {
    var rows: [String: Set<String>] = [:]
    let text = (try? ProjectTree.text("ARCHITECTURE.md")) ?? ""
    let section = text.components(separatedBy: "## Who may import whom").last?.components(separatedBy: "\n## ").first
    for line in (section ?? "").split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count >= 2, let module = words(cells[0]).first else { continue }
      rows[module] = Set(words(cells[1]))
    }
    return rows
  }()

  private static func words(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  static let modules = ProjectTree.folders(in: "Sources").filter {
    !ProjectTree.files(below: "Sources/\($0)", endings: ["swift"]).isEmpty
  }

  /// Part of every Swift toolchain, or the C library.
  private static let toolchain: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin"]

  @Test("A module imports only what ARCHITECTURE.md grants it", arguments: modules)
  func imports(module: String) throws {
    let granted = try #require(ImportTests.table[module], "\(module) has no row in ARCHITECTURE.md")
    for file in ProjectTree.files(below: "Sources/\(module)", endings: ["swift"]) {
      for line in try ProjectTree.text(file).split(separator: "\n") {
        let parts = line.split(separator: " ")
        guard let keyword = parts.firstIndex(of: "import"), keyword <= 1, keyword + 1 < parts.count else { continue }
        guard keyword == 0 || ["internal", "package", "public", "@testable"].contains(parts[0]) else { continue }
        // "import class Foundation.NSNull" names a module too.
        let kinds: Set<Substring> = ["class", "struct", "enum", "func", "protocol", "typealias", "var", "let"]
        let name = kinds.contains(parts[keyword + 1]) ? parts.last ?? "" : parts[keyword + 1]
        let imported = String(name.prefix { $0 != "." })
        #expect(
          granted.contains(imported) || ImportTests.toolchain.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test("ARCHITECTURE.md has no row for a module that is gone")
  func rows() {
    #expect(ImportTests.table.keys.sorted() == ImportTests.modules)
  }

  @Test("Stages never import each other")
  func stages() {
    let stages: Set<String> = ["Read", "Extract", "Cluster", "Compose", "Render", "Publish"]
    for stage in stages {
      #expect(ImportTests.table[stage, default: []].isDisjoint(with: stages), "\(stage)")
    }
  }
}
