internal import Foundation
internal import Languages
package import NewsModel
package import Outside
internal import Render

/// What `daybrief init` writes.
package struct StarterFiles {
  /// The files, in the order in which they are told.
  package let files: [Page]

  /// The starter files of a site in a folder, in a language of the interface.
  ///
  /// - Parameter feeds: a site of feeds has articles of its own: the example would stand among them.
  package init(language: String, folder: String, program: String, feeds: [FeedSource] = []) {
    let words = StarterWords(language: language)
    let fetching = feeds.isEmpty ? "" : " --fetch"
    let example = Page(path: "articles/\(words["article-file"])", text: words.article)
    files =
      [Page(path: ConfigurationText.fileName, text: ConfigurationText(language: language, feeds: feeds).text)]
      + (feeds.isEmpty ? [example] : []) + [
        Page(
          path: "crontab.txt",
          text: """
            # Every morning at six. Add this line with: crontab -e
            # Cron mails what a run prints: that is nothing when all is well. Six o'clock is the machine's.
            0 6 * * * cd \(StarterFiles.cronWord(folder)) && \(StarterFiles.cronWord(program)) build\(fetching) --quiet

            """)
      ]
  }

  /// The value of `contact` that a new site has until somebody writes another.
  static let contact = "editor@example.org"

  /// What a configuration says still as `init` wrote it and every page shows, by key.
  static func unchanged(_ settings: SiteSettings) -> [String] {
    let names = InterfaceLanguages.codes.map { StarterWords(language: $0)["publisher"] }
    return (settings.publisher.map(names.contains) ?? false ? ["publisher"] : [])
      + (settings.contact == contact ? ["contact"] : [])
  }

  /// The example article, where it stands among articles of the user's own as `init` wrote it; nil elsewhere. It stays in
  /// the archive when its file is gone.
  static func example(among digests: [Digest]) -> Article? {
    guard digests.count > 1 else { return nil }
    let starters = InterfaceLanguages.codes.map(StarterWords.init).map { ($0["article-file"], $0.article) }
    return digests.lazy.compactMap { digest in
      guard let file = digest.article.file, let title = digest.article.title else { return nil }
      let isExample = starters.contains { file.hasSuffix($0) && $1.contains("title: \(title)\n") }
      return isExample ? digest.article : nil
    }.first
  }

  /// Where the templates are copied to.
  package static let templateFolder = "templates"

  /// The templates, words and styles that the program carries.
  package static var templates: [Page] {
    Renderer.carried.map { Page(path: "\(templateFolder)/\($0.path)", bytes: $0.bytes) }
  }

  /// A path as one word of a cron line: between quotes for the shell, and with the percent sign escaped, which cron
  /// takes for the end of the line (crontab(5)).
  static func cronWord(_ path: String) -> String {
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    return "'\(quoted.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%"))'"
  }

  /// Writes a file into a folder; false where one of its name is there, which is kept.
  package static func write(_ file: Page, into folder: String) throws(FileError) -> Bool {
    let path = "\(folder)/\(file.path)"
    guard FileTree.kind(of: path) == .missing else { return false }
    let parent = FolderPath.folder(of: path)
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError(path: path, reason: "it cannot be written; give write permission to the folder")
    }
    return true
  }
}

/// What a new site starts from in one language: `starter-words.txt` and `starter-article.md` of its folder, or the
/// English ones where it has none.
struct StarterWords {
  private let rows: [String: String]
  /// An example article with its front matter, written for this project.
  let article: String

  /// The words of a language.
  init(language: String) {
    let own = Language.named(language)
    let words = [Language.named("en"), own].compactMap { $0?.table("starter-words").rows() }.joined()
    rows = Dictionary(words.filter { $0.count > 1 }.map { ($0[0], $0[1]) }) { $1 }
    article =
      [language, "en"].lazy.compactMap { EmbeddedFile.file("languages/\($0)/starter-article.md")?.text }.first ?? ""
  }

  /// The text of a key; empty where no table has it.
  subscript(key: String) -> String { rows[key] ?? "" }
}

/// A starter `daybrief.yml`, every key in it with its meaning.
struct ConfigurationText {
  /// The name that a build looks for.
  static let fileName = "daybrief.yml"

  /// The YAML.
  let text: String

  /// The configuration of a new site.
  init(language: String, feeds: [FeedSource] = []) {
    let words = StarterWords(language: language)
    let values: [String: String] = [
      "title": words["title"], "language": language,
      "baseURL": "https://example.org/", "timeZone": words["timeZone"],
      "publisher": words["publisher"], "contact": StarterFiles.contact, "emailFrom": "brief@example.org",
      "llms": "true",
      "sources": "[articles]",
      "feeds": feeds.isEmpty ? "[\"https://example.org/feed.xml\"]" : FeedSource.yaml(feeds),
      "fetch": "{pages: true, pause: 1, contact: editor@example.org}",
      "leaveOut": "[\"drafts/*\"]", "aliases": "[[Kyiv, Kiev]]", "output": "site",
      "templates": "templates", "theme": "gazette", "overrides": "overrides.yml",
      "rights": "{default: excerpt, La Gazette: link-only}",
      "noindex": "true", "approve": "true", "sendDrafts": "true", "watch": "[Valbrune]", "staleAfter": "3",
      "publication": "swap", "compress": "[gz, br]",
      "targets": "[{rsync: \"me@example.org:/var/www/brief/\"}]",
    ]
    // What nearly every site sets is set; the rest stands ready behind a comment sign.
    let active: Set<String> = [
      "title", "language", "timeZone", "publisher", "contact", feeds.isEmpty ? "sources" : "feeds", "output",
    ]
    let lines = Configuration.keys.flatMap { key in
      // A list below its key has its line to itself.
      let value = values[key.name] ?? ""
      let line = "\(key.name):\(value.hasPrefix("\n") ? "" : " ")\(value)"
      return ["# \(key.meaning)", "\(active.contains(key.name) ? "" : "# ")\(line)", ""]
    }
    text = (["# What daybrief build follows in this folder.", ""] + lines).joined(separator: "\n")
  }
}
