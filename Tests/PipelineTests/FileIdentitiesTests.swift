import NewsModel
import Testing

@testable import Pipeline

/// Which article a file holds that was renamed, or of which the address became known.
@Suite("Identities of files")
struct FileIdentitiesTests {
  private func article(_ id: String, _ file: String, url: String? = nil, text: String = "Le pont rouvre.") -> Article {
    Article(id: id, text: text, title: "Le pont", url: url, file: file)
  }

  private func id(_ article: Article, known: [Article], present: [String]) -> String {
    FileIdentities(known, present: present).identified(article).id
  }

  @Test("A file that was moved is known by what it says, where that says enough")
  func moved() {
    let before = article("pont", "pont.txt")
    let now = article("2026-pont", "2026/pont.txt")
    #expect(id(now, known: [before], present: ["2026/pont.txt"]) == "pont")
    #expect(id(now, known: [before], present: ["2026/pont.txt", "pont.txt"]) == "2026-pont", "the old file is there")
    let other = article("2026-pont", "2026/pont.txt", text: "Le pont ferme.")
    #expect(id(other, known: [before], present: ["2026/pont.txt"]) == "2026-pont")
    let twin = article("gué", "gue.txt")
    #expect(id(now, known: [before, twin], present: ["2026/pont.txt"]) == "2026-pont", "two files said so")
    let line = article("jour-1", "jour.jsonl")
    #expect(id(now, known: [line], present: ["2026/pont.txt"]) == "2026-pont", "a stream has identifiers of its own")
  }

  @Test("An address that becomes known changes no id, and another address is another article")
  func addressed() {
    let before = article("pont", "pont.txt")
    let now = article("a-test-pont", "pont.txt", url: "https://a.test/pont")
    #expect(id(now, known: [before], present: ["pont.txt"]) == "pont")
    let told = article("pont", "pont.txt", url: "https://a.test/pont")
    let changed = article("a-test-pont", "pont.txt", url: "https://a.test/pont", text: "Le pont ferme.")
    #expect(id(changed, known: [told], present: ["pont.txt"]) == "pont")
    let other = article("a-test-gue", "pont.txt", url: "https://a.test/gue")
    #expect(id(other, known: [told], present: ["pont.txt"]) == "a-test-gue")
    #expect(id(changed, known: [told, other], present: ["pont.txt"]) == "pont", "the one of this address")
  }

  @Test("Of two sources that have one path nothing is known by the path")
  func twoSources() {
    let before = article("vieux", "pont.txt")
    let now = article("pont", "pont.txt", text: "Autre chose.")
    #expect(id(now, known: [before], present: ["pont.txt"]) == "vieux")
    #expect(id(now, known: [before], present: ["pont.txt", "pont.txt"]) == "pont")
  }
}
