internal import Languages
internal import NewsModel

/// The templates, words and style of a site: those the program carries, each replaced by a user's of the same name.
struct TemplateLibrary: Sendable {
  private static let folder = "templates/"
  /// Where themes are, each a folder of files that stand in for those outside it.
  private static let themes = "themes/"
  /// The only values that go unescaped, and only into HTML templates: what this program rendered itself.
  private static let trusted: Set<String> = ["body", "linked"]

  private var parts: [String: [TemplateParser.Part]] = [:]
  private var files: [String: String] = [:]
  /// 128 bits of all files, so that a changed template makes its pages anew.
  private(set) var mark: [UInt8] = []

  /// Reads all templates: the program's, above them the theme's, above these the user's.
  ///
  /// - Parameter theme: the name of a theme, the program's or one below "themes/" of the user's files.
  /// - Throws: `RenderError.badTemplate` with file, line and what was expected; `RenderError.unknownTheme`.
  init(theme: String? = nil, overrides: [(path: String, text: String)]) throws(RenderError) {
    var all: [String: String] = [:]
    for (path, text) in TemplateLibrary.carried + overrides { all[path] = text }
    files = all.filter { !$0.key.hasPrefix(TemplateLibrary.themes) }
    if let theme {
      let folder = TemplateLibrary.themes + theme + "/"
      let own = all.filter { $0.key.hasPrefix(folder) }
      guard !own.isEmpty else { throw .unknownTheme(theme, known: TemplateLibrary.names(in: all.keys.sorted())) }
      for (path, text) in own { files[String(path.dropFirst(folder.count))] = text }
      for (path, text) in overrides where !path.hasPrefix(TemplateLibrary.themes) { files[path] = text }
    }
    var contents: [UInt8] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      Field.text(path).fold(into: &contents)
      Field.text(text).fold(into: &contents)
    }
    ContentMark(contents).append(to: &mark)
    for path in files.keys.sorted() where path.hasSuffix(".md") || path.hasSuffix(".html") {
      guard path != "README.md", let text = files[path] else { continue }
      try register(path, text)
    }
    try checkPartials()
    try checkLayout()
  }

  /// Refuses a layout that shows no page: all would be published empty.
  private func checkLayout() throws(RenderError) {
    let layout = "layout.html"
    let text = files[layout] ?? ""
    guard text.contains("{{{body}}}") || text.contains("{{>") else {
      throw .badTemplate(file: layout, line: 1, expected: "{{{body}}} somewhere, where what a page says goes")
    }
  }

  /// The files that the program carries, by their path below the folder of templates.
  static var carried: [(path: String, text: String)] {
    EmbeddedFile.files(below: folder).map { (String($0.path.dropFirst(folder.count)), $0.text) }
  }

  /// The themes that some files make up.
  private static func names(in paths: [String]) -> [String] {
    var out: [String] = []
    for path in paths where path.hasPrefix(themes) {
      let name = String(path.dropFirst(themes.count).prefix { $0 != "/" })
      if out.last != name { out.append(name) }
    }
    return out
  }

  /// The style sheet of the site: the whole look, and after it what a theme or a user changes of it.
  var style: String { (files["style.css"] ?? "") + (files["theme.css"] ?? "") }

  /// The text of a file that is no template: a style, a table of words.
  func text(_ path: String) -> String? { files[path] }

  /// The templates with the words of an interface.
  func templates(words: [String: String]) -> TemplateSet { TemplateSet(parts, words: words) }

  private mutating func register(_ path: String, _ text: String) throws(RenderError) {
    try TemplateLibrary.checkValues(path, text)
    // A file ends with a newline; a partial inside a line must not.
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    do {
      parts[path] = try TemplateParser.parts(of: trimmed)
    } catch {
      throw .badTemplate(file: path, line: error.line, expected: error.expected)
    }
  }

  /// Refuses values that would go unescaped.
  private static func checkValues(_ path: String, _ text: String) throws(RenderError) {
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      var rest = line
      while let open = rest.firstRange(of: "{{") {
        rest = rest[open.upperBound...]
        let sign = rest.first
        guard sign == "{" || sign == "&" || sign == "%" else { continue }
        let name = rest.dropFirst().drop { $0 == " " }.prefix { $0 != "}" && $0 != " " }
        if sign != "%", path.hasSuffix(".html"), trusted.contains(String(name)) { continue }
        throw .badTemplate(
          file: path, line: number, expected: "{{\(name)}}: text from outside is always escaped")
      }
    }
  }

  /// Refuses a partial that no file is named for, and one that contains itself.
  private func checkPartials() throws(RenderError) {
    for path in parts.keys.sorted() { try checkPartials(of: path, within: []) }
  }

  private func checkPartials(of path: String, within outer: [String]) throws(RenderError) {
    for name in TemplateLibrary.partials(in: parts[path] ?? []) {
      if parts[name] == nil {
        throw .badTemplate(file: path, line: line(of: name, in: path), expected: "a template named \(name)")
      }
      if name == path || outer.contains(name) {
        throw .badTemplate(
          file: path, line: line(of: name, in: path), expected: "another template: \(name) would contain itself")
      }
      try checkPartials(of: name, within: outer + [path])
    }
  }

  /// The templates that a template contains.
  static func partials(in parts: [TemplateParser.Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .partial(let name, _): [name]
      case .section(let block), .inverted(let block): partials(in: block.parts)
      case .text, .value, .raw: []
      }
    }
  }

  /// The line on which a template names a partial, from 1.
  private func line(of partial: String, in path: String) -> Int {
    let lines = (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { $0.contains("{{>") && $0.contains(partial) } ?? 0)
  }
}
