import NewsModel
import Testing

@testable import Pipeline

@Suite("Languages of the interface")
struct InterfaceLanguagesTests {
  @Test("a file of interface words is a language that a site may be in")
  func codes() throws {
    #expect(InterfaceLanguages.codes == ["en", "es", "fr"])
    #expect(InterfaceLanguages.listed == "en, es or fr")
    let spanish = try Configuration(parsing: "sources: [articles]\nlanguage: es\n", file: "daybrief.yml")
    #expect(spanish.settings.language == "es")
    #expect(throws: ConfigurationError.self) {
      try Configuration(parsing: "sources: [articles]\nlanguage: tlh\n", file: "daybrief.yml")
    }
  }

  @Test("a new site starts in its own language, or in English where it has no words of its own")
  func starter() {
    #expect(StarterFiles(language: "es", folder: "/", program: "daybrief").files[1].path == "articles/ejemplo.md")
    #expect(StarterFiles(language: "xx", folder: "/", program: "daybrief").files[1].path == "articles/example.md")
  }
}
