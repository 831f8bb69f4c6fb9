import Foundation
import Testing

/// What becomes of a site, and of editions that are out, when an article is removed for good.
@Suite("An article that is redacted")
struct RedactedArticleTests {
  private static func article(_ outlet: String, _ title: String, _ day: String, _ text: String) -> String {
    """
    ---
    title: \(title)
    source: \(outlet)
    published: \(day)
    url: https://\(outlet.lowercased()).test/\(title.split(separator: " ")[1].lowercased())
    language: fr
    ---

    \(text)

    """
  }

  private static let files = [
    "daybrief.yml": Program.morning,
    "articles/quay.md": article(
      "Feuille", "Le quai de Brestan est fermé", "2026-03-02",
      "Le quai nord de Brestan est fermé depuis lundi, a annoncé Solène Abgrall, directrice du port de Brestan. "
        + "Quarante bateaux de pêche attendent au large. « Nous rouvrirons jeudi », a promis Solène Abgrall."),
    "articles/strike.md": article(
      "Rivage", "Un quai de Brestan fermé par un éboulement", "2026-03-02",
      "Le quai nord de Brestan est fermé depuis lundi après un éboulement. Quarante bateaux de pêche attendent au large, "
        + "a dit Solène Abgrall, directrice du port de Brestan. « Personne n’est blessé », a assuré Tugdual Morvan, "
        + "porte-parole de la Coopérative des Marées."),
    "articles/market.md": article(
      "Feuille", "Le marché de Lestrac ferme", "2026-03-04",
      "Le marché de Lestrac a fermé mercredi à cause de la grêle. Trente étals ont été renversés, selon la mairie."),
  ]

  private func run(_ folder: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, program: Program.quickest)
  }

  /// The files of a folder, by their paths, that hold a word, in their names or in their text.
  private func files(_ folder: String, with word: String) -> [String] {
    Program.contents(of: folder).filter { file in
      file.key.lowercased().contains(word) || String(decoding: file.value, as: UTF8.self).lowercased().contains(word)
    }.keys.sorted()
  }

  @Test("What is known from it alone leaves editions, pages and addresses; what others say too stays")
  func knownAlone() throws {
    try Program.inFolder(RedactedArticleTests.files) { folder in
      #expect(try run(folder, "build", "--quiet").status == 0)
      let edition = "\(folder)/site/briefs/2026-03-02/index.md"
      #expect(try String(contentsOfFile: edition, encoding: .utf8).contains("Tugdual Morvan"))
      // By its address as it is copied from a mail, by a reader of the messages who goes before the site is built.
      let script = "\"$0\" redact --article 'https://RIVAGE.test/quai?utm_source=lettre' 2>&1 | true"
      #expect(try Program.shell(script, in: folder).status == 0)
      for word in ["morvan", "coopérative", "cooperative", "éboulement", "assuré", "rivage"] {
        let left = files("\(folder)/site", with: word)
        // Its page says at its old address that it was withdrawn.
        #expect(left.allSatisfy { $0.hasPrefix("articles/un-quai-de-brestan") }, "\(word): \(left)")
      }
      let after = try String(contentsOfFile: edition, encoding: .utf8)
      #expect(after.contains("Solène Abgrall") && after.contains("Un article a été retiré"))
      let checked = try run(folder, "check", "--quiet")
      #expect(checked.status == 0, "\(checked.errors)")
      #expect(try run(folder, "build", "--force", "--quiet").status == 0)
      #expect(files("\(folder)/site", with: "morvan").isEmpty)
    }
  }
}
