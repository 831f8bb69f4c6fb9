import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
  private func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    let range = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: range).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  private func commandSources() throws -> String {
    try ProjectTree.files(below: "Sources/daybrief", endings: ["swift"]).map { try ProjectTree.text($0) }.joined()
  }

  @Test("README names every command")
  func commands() throws {
    let readme = try ProjectTree.text("README.md")
    let commands = try matches(#"commandName: "([a-z-]+)""#, in: try commandSources())
    #expect(commands.count >= 9)
    for command in commands { #expect(readme.contains("daybrief \(command)") || command == "daybrief", "\(command)") }
  }

  @Test("README names every option")
  func options() throws {
    let readme = try ProjectTree.text("README.md")
    let source = try commandSources()
    let declared = try matches(#"@(?:Option|Flag)\([^@]*?\n\s*var ([A-Za-z]+)"#, in: source)
    let custom = try matches(#"customLong\("([a-z-]+)"\)"#, in: source)
    #expect(declared.count >= 10)
    for name in declared where name != "asIs" {
      var option = "--"
      for (index, letter) in name.enumerated() {
        let isBoundary = letter.isUppercase && index > 0 && !(name.hasSuffix("URL") && index > name.count - 3)
        option += isBoundary ? "-\(letter.lowercased())" : letter.lowercased()
      }
      #expect(readme.contains("`\(option)"), "\(option)")
    }
    for option in custom { #expect(readme.contains("`--\(option)"), "\(option)") }
  }

  @Test("README names every key of daybrief.yml")
  func keys() throws {
    let readme = try ProjectTree.text("README.md")
    let source = try ProjectTree.text("Sources/Pipeline/Settings/Configuration.swift")
    let keys = try matches(#"\("([A-Za-z]+)", "[^"]+"\),"#, in: source)
    #expect(keys.count >= 11)
    for key in keys { #expect(readme.contains("`\(key)`"), "\(key)") }
  }

  @Test("The version of the program is the newest of CHANGELOG")
  func version() throws {
    let source = try ProjectTree.text("Sources/Pipeline/Build/SiteBuild.swift")
    let version = try matches(#"static let version = "([0-9.]+)""#, in: source)
    let released = try matches(#"## ([0-9]+\.[0-9]+\.[0-9]+)"#, in: try ProjectTree.text("CHANGELOG.md"))
    #expect(try #require(version.first) == released.first)
  }

  @Test("Links between the documents lead somewhere")
  func links() throws {
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "seeds/README.md", "templates/README.md"] {
      let folder = (document as NSString).deletingLastPathComponent
      for link in try matches(#"\]\(([^)#]+)\)"#, in: try ProjectTree.text(document)) where !link.contains(":") {
        let path = folder.isEmpty ? link : "\(folder)/\(link)"
        #expect(FileManager.default.fileExists(atPath: "\(ProjectTree.root)/\(path)"), "\(document): \(link)")
      }
    }
  }
}
