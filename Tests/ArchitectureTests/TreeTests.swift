import Foundation
import Languages
import Testing

@Suite("The tree")
struct TreeTests {
  @Test("The program carries every file of language data and every template, letter for letter")
  func embedded() throws {
    let data = ProjectTree.folders(in: "Sources/Languages").flatMap {
      ProjectTree.files(below: "Sources/Languages/\($0)", endings: ["txt", "md"])
    }
    let templates = ProjectTree.files(below: "templates", endings: ["md", "html", "css", "js", "svg", "txt", "xml"])
    let carried = Dictionary(uniqueKeysWithValues: EmbeddedFile.files(below: "").map { ($0.path, $0.text) })
    let expected = data.map { ("languages" + $0.dropFirst("Sources/Languages".count), $0) } + templates.map { ($0, $0) }
    #expect(expected.count > 10)
    for (path, file) in expected {
      #expect(carried[path] == (try ProjectTree.text(file)), "\(file): run make embed")
    }
    #expect(carried.count == expected.count, "run make embed")
  }

  @Test("Language data says in its first line what it is and where it comes from")
  func origins() throws {
    for language in ProjectTree.folders(in: "Sources/Languages") {
      for file in ProjectTree.files(below: "Sources/Languages/\(language)", endings: ["txt"]) {
        let text = try ProjectTree.text(file)
        let first = text.prefix { $0 != "\n" }
        #expect(first.hasPrefix("# ") && first.count > 20, "\(file)")
        #expect(text == text.precomposedStringWithCanonicalMapping, "\(file) is not in NFC")
      }
    }
  }

  @Test("The languages of the program have the same files", arguments: Language.all.map(\.code))
  func sameFiles(code: String) {
    #expect(Language.named(code)?.tableNames == Language.named("en")?.tableNames)
  }

  @Test("Every declaration that another module can use has a doc comment")
  func documented() throws {
    let kinds: Set<Substring> = [
      "struct", "enum", "class", "protocol", "func", "init", "static", "var", "let", "extension",
    ]
    for file in ProjectTree.files(below: "Sources", endings: ["swift"]) {
      let lines = try ProjectTree.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let words = line.split(separator: " ")
        guard words.first == "package" || words.first == "public", words.count > 1 else { continue }
        let kind = words[1].prefix { $0.isLetter }
        guard kinds.contains(kind) || words.contains("func") || words.contains("struct") else { continue }
        // A stored property whose name and type say all may go without, a type or function may not.
        if ["var", "let"].contains(kind) { continue }
        var above = number - 1
        while above >= 0, lines[above].contains("@") && !lines[above].contains("///") { above -= 1 }
        #expect(above >= 0 && lines[above].contains("///"), "\(file):\(number + 1) has no doc comment")
      }
    }
  }

  @Test("No file speaks of where it was written")
  func placeless() throws {
    let banned = ["/wo" + "rk/", "/tm" + "p/wt", "registry.npm" + "js"]
    for folder in ["Sources", "Tests", "templates", "seeds", "Scripts"] {
      for file in ProjectTree.files(
        below: folder, endings: ["swift", "md", "txt", "sh", "html", "yml", "css", "c", "h"])
      {
        let text = try ProjectTree.text(file)
        for word in banned { #expect(!text.contains(word), "\(file) holds \(word)") }
      }
    }
  }

  @Test("Stylistic ghosts have no room here: files are named for what they hold")
  func names() {
    for file in ProjectTree.files(below: "Sources", endings: ["swift"]) {
      let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension.lowercased()
      for ghost in ["util", "helper", "common", "manager", "misc", "processor"] {
        #expect(!name.contains(ghost), "\(file)")
      }
    }
  }
}
