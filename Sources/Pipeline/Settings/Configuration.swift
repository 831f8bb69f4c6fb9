package import NewsModel
internal import Foundation
internal import Publish
internal import Render
internal import Yams

/// What `daybrief.yml` says.
package struct Configuration: Sendable, Equatable {
  /// Every key of the file, with one line of documentation each; the README repeats them, which a test holds.
  package static let keys: [(name: String, meaning: String)] = [
    ("title", "the name of the site"),
    ("language", "the language of the interface: \(InterfaceLanguages.listed)"),
    ("baseURL", "where the site will be published, http or https, for feeds and the sitemap"),
    ("timeZone", "the IANA time zone in which a day begins and ends (Europe/Paris)"),
    ("publisher", "who is responsible for the site"),
    ("contact", "how to reach the publisher: an e-mail or web address"),
    ("emailFrom", "the sender of the e-mail edition (contact, where that is an e-mail address)"),
    ("llms", "true publishes llms.txt, a short guide to the site for language models; off unless asked for"),
    ("sources", "a list of files, folders and patterns to read"),
    ("feeds", "a list of feeds, each an address or {url: …, title: …, pages: false}; daybrief fetch fetches them"),
    ("fetch", "how feeds are fetched, such as {pages: true, pause: 1, contact: editor@example.org}"),
    ("leaveOut", "a list of patterns of paths that are not read (drafts/*)"),
    ("aliases", "lists of spellings that are one actor, the one to be shown first"),
    ("output", "the folder of the site (site)"),
    ("templates", "a folder whose files stand in for templates and interface words of the same name"),
    ("theme", "another look, such as gazette; the one without a name where it is left out"),
    ("overrides", "a file with the editor's decisions (overrides.yml beside this file, where there is one)"),
    (
      "rights",
      "what may be printed of an outlet's articles: \"outlet: excerpt\", link-only or full; \"default\" for all"
    ),
    ("noindex", "true asks search engines to leave the whole site out"),
    ("approve", "true keeps a new edition as a draft until: daybrief approve DATE"),
    ("watch", "a list of names and words; stories that hold one rise in the brief, and say so"),
    ("staleAfter", "days without a new article after which an outlet is told to be silent (none)"),
    ("publication", "how a new site takes the place of the old: in-place (file by file) or swap (whole, by one link)"),
    ("compress", "pages also compressed beside themselves, for servers that hand them out so: gz, or [gz, br]"),
    ("sendDrafts", "true sends editions that wait for approval to the targets too; else drafts/ stays in the output"),
    ("targets", "a list of places to send the site to: directory, rsync, git or s3, each with its options"),
  ]

  package var settings = SiteSettings()
  /// Where the file gives an outlet its rights, by its name in lower case.
  package var rightsLines: [String: Int] = [:]
  /// Where the file has the watch list.
  package private(set) var watchLine: Int?
  /// Files, folders and patterns, as paths that can be opened from the current folder.
  package var sources: [String] = []
  package var feeds: [FeedSource] = []
  package var fetch = FetchPlan()
  package var leaveOut: [String] = []
  package var aliases: [[String]] = []
  /// The folder of the site; nil where the file says nothing.
  package var output: String?
  package var templates: String?
  /// The address that the e-mail edition is from.
  package var emailFrom: String?
  /// The name of the look; nil for the one without a name.
  package var theme: String?
  package var publication = PublicationSettings()
  /// The file of the editor's decisions; nil where the file says nothing.
  package var overrides: String?
  /// The file that keeps redactions, beside the configuration; nil where there is none.
  package private(set) var redactions: String?
  /// Whether new editions wait for approval.
  package var approve = false
  /// In days.
  package var staleAfter: Int?

  /// What holds where there is no file.
  package init() {}

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: its path; relative paths in it count from the folder that it is in.
  package init(parsing text: String, file: String) throws(ConfigurationError) {
    let folder = FolderPath.folder(of: file)
    redactions = FolderPath.path(of: RedactionRegister.fileName, in: folder)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw ConfigurationError(yaml: error, file: file)
    }
    guard let root else { return }
    guard let mapping = root.mapping else {
      throw ConfigurationError(file: file, line: root.mark?.line, reason: "expected \"key: value\" lines")
    }
    for (key, value) in mapping {
      let reading = KeyReading(file: file, folder: folder, key: key.string ?? "", value: value, line: key.mark?.line)
      try set(reading)
    }
  }

  private mutating func set(_ reading: KeyReading) throws(ConfigurationError) {
    switch reading.key {
    case "title": settings.title = try reading.string()
    case "language": settings.language = try reading.string(oneOf: InterfaceLanguages.codes)
    case "baseURL": settings.baseURL = try reading.webAddress()
    case "timeZone": settings.timeZone = try reading.timeZone()
    case "publisher": settings.publisher = try reading.string()
    case "contact": settings.contact = try reading.string()
    case "emailFrom": emailFrom = try reading.mailAddress()
    case "llms": settings.guidesModels = try reading.flag()
    case "sources": sources = try reading.strings().map(reading.path)
    case "feeds": feeds = try reading.feeds()
    case "fetch": fetch = try reading.fetchPlan()
    case "leaveOut": leaveOut = try reading.strings()
    case "aliases": aliases = try reading.lists()
    case "output": output = reading.path(try reading.string())
    case "theme": theme = try reading.string()
    case "templates": templates = reading.path(try reading.string())
    case "overrides": overrides = reading.path(try reading.string())
    case "rights": try setRights(reading)
    case "noindex": settings.isUnindexed = try reading.flag()
    case "approve": approve = try reading.flag()
    case "watch":
      settings.watch = try reading.strings()
      watchLine = reading.line
    case "staleAfter": staleAfter = try reading.days()
    case "publication": publication.mode = try reading.choice(of: SiteWriter.Mode.self)
    case "compress": publication.compressions = try reading.choices(of: Compression.self)
    case "sendDrafts": publication.sendsDrafts = try reading.flag()
    case "targets": publication.targets = try reading.targets()
    default:
      let near = Suggestion.nearest(to: reading.key, in: Configuration.keys.map(\.name))
      throw reading.error("unknown key \"\(reading.key)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }
}

extension Configuration {
  private mutating func setRights(_ reading: KeyReading) throws(ConfigurationError) {
    guard let mapping = reading.value.mapping else {
      throw reading.error("\"rights\" has to be lines such as \"Le Monde: link-only\"")
    }
    for (outlet, value) in mapping {
      let line = outlet.mark?.line ?? reading.line
      guard let name = outlet.scalar?.string, let rights = value.scalar.flatMap({ Rights(rawValue: $0.string) }) else {
        let choices = Rights.allCases.map(\.rawValue)
        let given = value.scalar?.string
        let near = given.flatMap { Suggestion.nearest(to: $0, in: choices) }
        throw ConfigurationError(
          file: reading.file, line: value.mark?.line ?? line,
          reason: "the rights of \(outlet.scalar.map { "\"\($0.string)\"" } ?? "an outlet") have to be one of "
            + choices.joined(separator: ", ") + (given.map { ", not \"\($0)\"" } ?? "")
            + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      if name == "default" {
        settings.defaultRights = rights
      } else {
        settings.rights[name.lowercased()] = rights
        rightsLines[name.lowercased()] = line
      }
    }
  }
}

/// One key of the file, with what is needed to say what is wrong with it.
struct KeyReading {
  var file: String
  var folder: String
  var key: String
  var value: Node
  var line: Int?

  func error(_ reason: String) -> ConfigurationError { ConfigurationError(file: file, line: line, reason: reason) }

  func string() throws(ConfigurationError) -> String {
    guard let text = value.scalar?.string, !text.isEmpty else { throw error("\"\(key)\" has to be a word or a line") }
    return text
  }

  func string(oneOf choices: [String]) throws(ConfigurationError) -> String {
    let text = try string()
    guard choices.contains(text) else {
      throw error("\"\(key)\" has to be one of \(choices.joined(separator: ", ")), not \"\(text)\"")
    }
    return text
  }

  func choice<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) throws(ConfigurationError) -> Choice
  where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    guard let choice = Choice(rawValue: try string(oneOf: names)) else { throw error("\"\(key)\" is wrong") }
    return choice
  }

  func flag() throws(ConfigurationError) -> Bool {
    switch try string() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw error("\"\(key)\" has to be true or false")
    }
  }

  func days() throws(ConfigurationError) -> Int {
    guard let days = Int(try string()), days > 0 else { throw error("\"\(key)\" has to be a number of days") }
    return days
  }

  /// One choice or a list of them, each once.
  func choices<Choice: RawRepresentable & CaseIterable>(of: Choice.Type) throws(ConfigurationError) -> [Choice]
  where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    let given = try strings()
    if let wrong = given.first(where: { !names.contains($0) }) {
      throw error("\"\(key)\" has to be among \(names.joined(separator: ", ")), not \"\(wrong)\"")
    }
    return Choice.allCases.filter { given.contains($0.rawValue) }
  }

  func webAddress() throws(ConfigurationError) -> String {
    let text = try string()
    guard let url = URL(string: text), url.scheme == "http" || url.scheme == "https", url.host?.isEmpty == false else {
      throw error("\"\(key)\" has to be a web address that begins with http:// or https://, not \"\(text)\"")
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  func mailAddress() throws(ConfigurationError) -> String {
    let text = try string()
    guard EmailEdition.isAddress(text) else {
      throw error("\"\(key)\" has to be an e-mail address such as brief@example.org, not \"\(text)\"")
    }
    return text
  }

  func timeZone() throws(ConfigurationError) -> String {
    let text = try string()
    guard TimeZone(identifier: text) != nil else {
      throw error("\"\(key)\" has to be a time zone such as Europe/Paris, not \"\(text)\"")
    }
    return text
  }

  func strings() throws(ConfigurationError) -> [String] {
    if let one = value.scalar?.string { return [one] }
    let texts = value.sequence?.compactMap { $0.scalar?.string }
    guard let texts, texts.count == value.sequence?.count else { throw error("\"\(key)\" has to be a list of words") }
    return texts
  }

  func lists() throws(ConfigurationError) -> [[String]] {
    guard let outer = value.sequence else { throw error("\"\(key)\" has to be a list of lists of names") }
    var lists: [[String]] = []
    for inner in outer {
      guard let names = inner.sequence?.compactMap({ $0.scalar?.string }), names.count > 1 else {
        throw error("\"\(key)\": each entry has to be a list of two names or more")
      }
      lists.append(names)
    }
    return lists
  }

  /// A path of the file as one that can be opened from the current folder.
  func path(_ path: String) -> String { path.hasPrefix("/") ? path : FolderPath.path(of: path, in: folder) }
}

/// A configuration that cannot be used.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int?
  /// What was wrong and what is expected.
  package var reason: String

  /// An error at a place.
  package init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  init(yaml error: any Error, file: String) {
    self.file = file
    reason = "this is not YAML: \(error)"
    guard let error = error as? YamlError else { return }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What was begun and not ended is noticed at the end of the file.
      line = context.map { $0.text.contains("block") ? mark.line : $0.mark.line } ?? mark.line
      reason =
        "this is not YAML: \(problem.trimmingCharacters(in: .whitespacesAndNewlines)); put a value that holds a colon "
        + "or a mark into quotes"
    default: break
    }
  }

  /// "file:line: reason".
  package var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(reason)" }
}
