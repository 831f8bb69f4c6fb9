internal import NewsModel
internal import Yams

/// Reads `overrides.yml`: what the editor decided, each entry a line or a few.
package enum Overrides {
  /// The name of the file beside `daybrief.yml`.
  package static let fileName = "overrides.yml"

  /// The file of decisions beside a configuration.
  static func path(besideConfiguration file: String) -> String {
    FolderPath.path(of: fileName, in: FolderPath.folder(of: file))
  }

  /// The keys, what an entry of each looks like, for messages, and what may stand in it; the README has the same.
  package static let forms: [(key: String, form: String, fields: [String])] = [
    ("hide", "- story: NAME   (or article: ID, or actor: NAME)", ["story", "article", "actor"]),
    ("pin", "- {story: NAME, until: 2023-01-31}", ["story", "until"]),
    ("note", "- {story: NAME, text: \"…\", date: 2023-01-17}", ["story", "article", "actor", "text", "date"]),
    (
      "reply", "- {story: NAME, by: \"who replies\", text: \"…\"}", ["story", "article", "actor", "by", "text", "date"]
    ),
    ("rename", "- {actor: NAME, to: \"other name\"}", ["story", "actor", "to"]),
    ("merge", "- actors: [NAME, NAME]   (or stories: [NAME, NAME])", ["actors", "stories"]),
    (
      "split", "- {actor: NAME, spellings: [\"…\"]}   (or {story: NAME, articles: [ID]})",
      ["story", "actor", "articles", "spellings"]
    ),
    ("noindex", "- story: NAME   (or article: ID, or actor: NAME)", ["story", "article", "actor"]),
  ]

  /// Something that an entry names, and where.
  struct Mention: Equatable {
    var target: EditorialDecisions.Target
    /// The key of the entry. To be joined with others, the name of an actor counts by its folded letters.
    var key: String
    /// From 1.
    var line: Int?
  }

  /// What a file says, and what it names.
  struct Reading {
    var file = Overrides.fileName
    /// As it was read.
    var text = ""
    var decisions = EditorialDecisions()
    /// In the order of the file.
    var mentions: [Mention] = []
  }

  /// The decisions of a text of YAML.
  ///
  /// - Throws: `ConfigurationError` with the line and what was expected.
  static func reading(_ text: String, file: String) throws(ConfigurationError) -> Reading {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch { throw ConfigurationError(yaml: error, file: file) }
    var reading = Reading(file: file, text: text)
    guard let root else { return reading }
    guard let mapping = root.mapping else {
      throw ConfigurationError(file: file, line: root.mark?.line, reason: "expected lines such as \"hide:\"")
    }
    for (key, list) in mapping {
      let name = key.string ?? ""
      guard let (_, form, fields) = forms.first(where: { $0.key == name }) else {
        let near = Suggestion.nearest(to: name, in: forms.map(\.key))
        throw ConfigurationError(
          file: file, line: key.mark?.line,
          reason: "unknown key \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      for node in list.sequence ?? [] {
        let entry = Entry(node: node, file: file, key: name, form: form)
        try entry.knows(fields)
        try add(entry, to: &reading.decisions)
        reading.mentions += entry.mentions
      }
      if list.sequence == nil, list.null == nil {
        throw ConfigurationError(file: file, line: key.mark?.line, reason: "\"\(name)\" has to be a list: \(form)")
      }
    }
    return reading
  }

  private static func add(_ entry: Entry, to decisions: inout EditorialDecisions) throws(ConfigurationError) {
    switch entry.key {
    case "hide": decisions.hidden.append(try entry.target())
    case "noindex": decisions.unindexed.append(try entry.target())
    case "pin": decisions.pins.append(.init(target: try entry.target([.story]), until: try entry.day("until")))
    case "note", "reply":
      let by = entry.key == "reply" ? try entry.text("by") : nil
      decisions.notes.append(
        .init(
          target: try entry.target([.story, .article, .actor]), text: try entry.text("text"), by: by,
          date: try entry.day("date")))
    case "rename":
      decisions.renames.append(.init(target: try entry.target([.story, .actor]), name: try entry.text("to")))
    case "merge":
      for (key, kind) in [("stories", KnownEntity.Kind.story), ("actors", .actor)] {
        guard let names = entry.list(key) else { continue }
        guard names.count > 1 else { throw entry.error() }
        decisions.merges.append(names.map { .init(kind, $0) })
        return
      }
      throw entry.error()
    case "split":
      let target = try entry.target([.story, .actor])
      guard let parts = entry.list(target.kind == .story ? "articles" : "spellings"), !parts.isEmpty else {
        throw entry.error()
      }
      decisions.splits.append(.init(target: target, parts: parts))
    default: throw entry.error()
    }
  }

  /// One entry of a list.
  private struct Entry {
    var node: Node
    var file: String
    var key: String
    var form: String

    func error(_ reason: String? = nil) -> ConfigurationError {
      ConfigurationError(
        file: file, line: node.mark?.line, reason: reason ?? "an entry of \"\(key)\" has to look like \(form)")
    }

    /// Refuses an entry with a key that says nothing: what was meant by it would be lost in silence.
    func knows(_ fields: [String]) throws(ConfigurationError) {
      for key in node.mapping?.keys.compactMap(\.string) ?? [] where !fields.contains(key) {
        let near = Suggestion.nearest(to: key, in: fields).map { "; did you mean \"\($0)\"?" } ?? "."
        throw error("an entry of \"\(self.key)\" has no \"\(key)\"\(near) It has to look like \(form)")
      }
    }

    func value(_ name: String) -> Node? { node.mapping?[Node(name)] }

    /// The fields that name something, and what.
    private static let names: [(field: String, kind: KnownEntity.Kind)] = [
      ("story", .story), ("stories", .story), ("article", .article), ("articles", .article), ("actor", .actor),
      ("actors", .actor), ("spellings", .actor),
    ]

    /// All that the entry names.
    var mentions: [Mention] {
      Entry.names.flatMap { field, kind in
        let named = value(field)
        return (named?.sequence.map { Array($0) } ?? [named].compactMap { $0 }).compactMap { node in
          node.scalar.map {
            Mention(target: .init(kind, $0.string), key: key, line: node.mark?.line)
          }
        }
      }
    }

    func target(_ kinds: [KnownEntity.Kind] = [.story, .article, .actor]) throws(ConfigurationError)
      -> EditorialDecisions.Target
    {
      for kind in kinds {
        if let name = value(kind.rawValue)?.scalar?.string, !name.isEmpty { return .init(kind, name) }
      }
      throw error()
    }

    func text(_ name: String) throws(ConfigurationError) -> String {
      guard let text = value(name)?.scalar?.string, !text.isEmpty else { throw error() }
      return text
    }

    func list(_ name: String) -> [String]? { value(name)?.sequence?.compactMap { $0.scalar?.string } }

    func day(_ name: String) throws(ConfigurationError) -> CivilDay? {
      guard let text = value(name)?.scalar?.string else { return nil }
      guard let day = CivilDay(iso: text) else { throw error("\"\(name)\" has to be a day such as 2023-01-17") }
      return day
    }
  }
}
