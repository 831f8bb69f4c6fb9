internal import Foundation
package import NewsModel
package import Outside

/// What `daybrief init` writes.
package struct StarterFiles {
  /// The files, in the order in which they are told.
  package let files: [Page]

  /// The starter files of a site in a folder, in a language of the interface.
  package init(language: String, folder: String, program: String) {
    files = [
      Page(path: ConfigurationText.fileName, text: ConfigurationText(language: language).text),
      Page(path: "articles/\(language == "fr" ? "exemple" : "example").md", text: StarterFiles.article(language)),
      Page(
        path: "crontab.txt",
        text: """
          # Every morning at six. Add this line with: crontab -e
          0 6 * * * cd '\(folder)' && \(program) build --quiet

          """),
    ]
  }

  /// Writes a file into a folder; false where one of its name is there, which is kept.
  package static func write(_ file: Page, into folder: String) throws(FileError) -> Bool {
    let path = "\(folder)/\(file.path)"
    guard FileTree.kind(of: path) == .missing else { return false }
    let parent = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError(path: path, reason: "it cannot be written; give write permission to the folder")
    }
    return true
  }

  private static func article(_ language: String) -> String {
    if language == "fr" {
      return """
        ---
        title: Le pont de la Vasière rouvre aux piétons
        source: L’Écho de l’Estuaire
        author: Maud Kerbrat
        published: 2026-01-12
        language: fr
        ---

        Le pont de la Vasière a rouvert aux piétons lundi matin, après onze semaines de travaux.

        « Les câbles ont tous été remplacés », a déclaré Solène Abgrall, ingénieure en chef du syndicat des ponts. \
        Les voitures devront attendre mars, a-t-elle ajouté.

        Le chantier a coûté 2,4 millions d’euros, selon le syndicat.

        """
    }
    return """
      ---
      title: Marsh Bridge reopens to walkers
      source: The Estuary Echo
      author: Maud Kerbrat
      published: 2026-01-12
      language: en
      ---

      Marsh Bridge reopened to walkers on Monday morning after eleven weeks of work.

      “Every cable has been replaced,” said Solène Abgrall, chief engineer of the bridge board. \
      Cars will have to wait until March, she added.

      The work cost €2.4 million, according to the board.

      """
  }
}

/// A starter `daybrief.yml`, every key in it with its meaning.
struct ConfigurationText {
  /// The name that a build looks for.
  static let fileName = "daybrief.yml"

  /// The YAML.
  let text: String

  /// The configuration of a new site.
  init(language: String) {
    let values: [String: String] = [
      "title": language == "fr" ? "Le brief du matin" : "The Morning Brief", "language": language,
      "baseURL": "https://example.org/", "timeZone": language == "fr" ? "Europe/Paris" : "UTC",
      "publisher": language == "fr" ? "Votre nom" : "Your name", "contact": "editor@example.org",
      "sources": "[articles]", "leaveOut": "[\"drafts/*\"]", "aliases": "[[Kyiv, Kiev]]", "output": "site",
      "templates": "templates",
    ]
    // What nearly every site sets is set; the rest stands ready behind a comment sign.
    let active: Set<String> = ["title", "language", "timeZone", "publisher", "contact", "sources", "output"]
    let lines = Configuration.keys.flatMap { key in
      ["# \(key.meaning)", "\(active.contains(key.name) ? "" : "# ")\(key.name): \(values[key.name] ?? "")", ""]
    }
    text = (["# What daybrief build follows in this folder.", ""] + lines).joined(separator: "\n")
  }
}
