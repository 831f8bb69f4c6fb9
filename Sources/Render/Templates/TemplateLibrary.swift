internal import Languages
internal import Mustache

/// The templates, words and style of a site: those the program carries, each replaced by a user's of the same name.
struct TemplateLibrary: Sendable {
  private static let folder = "templates/"
  /// Values are escaped for Markdown in Markdown and for HTML in HTML, without a line of the author's.
  private static let markdownPragma = "{{% CONTENT_TYPE:MARKDOWN}}"
  private static let htmlPragma = "{{% CONTENT_TYPE:MARKUP}}"
  /// The only values that go unescaped, and only into HTML templates: what this program rendered itself.
  private static let trusted: Set<String> = ["body"]

  private var library = MustacheLibrary()
  private var files: [String: String] = [:]
  /// 128 bits of all files, so that a changed template makes its pages anew.
  private(set) var mark: [UInt8] = []

  private static let registered: Void = {
    MustacheContentTypes.register(MarkdownEscaping(), named: "MARKDOWN")
    MustacheContentTypes.register(HTMLEscaping(), named: "MARKUP")
  }()

  /// Reads all templates.
  ///
  /// - Throws: `RenderError.badTemplate` with file, line and what was expected.
  init(overrides: [(path: String, text: String)]) throws(RenderError) {
    _ = TemplateLibrary.registered
    for file in EmbeddedFile.files(below: TemplateLibrary.folder) {
      files[String(file.path.dropFirst(TemplateLibrary.folder.count))] = file.text
    }
    for file in overrides { files[file.path] = file.text }
    var contents: [UInt8] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      Field.text(path).fold(into: &contents)
      Field.text(text).fold(into: &contents)
    }
    let all = Fingerprints.Mark(contents)
    withUnsafeBytes(of: (all.high.littleEndian, all.low.littleEndian)) { mark.append(contentsOf: $0) }
    for path in files.keys.sorted() where path.hasSuffix(".md") || path.hasSuffix(".html") {
      guard path != "README.md", let text = files[path] else { continue }
      try register(path, text)
    }
    try checkPartials()
  }

  /// The text of a file that is no template: a style, a table of words.
  func text(_ path: String) -> String? { files[path] }

  /// A template with the values of a page.
  func render(_ name: String, _ values: Any) throws(RenderError) -> String {
    guard let text = library.render(values, withTemplate: name) else { throw .missingTemplate(file: name) }
    return text
  }

  private mutating func register(_ path: String, _ text: String) throws(RenderError) {
    try TemplateLibrary.checkValues(path, text)
    // A file ends with a newline; a partial inside a line must not.
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let source = (path.hasSuffix(".md") ? TemplateLibrary.markdownPragma : TemplateLibrary.htmlPragma) + trimmed
    do {
      try library.register(source, named: path)
    } catch let error as MustacheTemplate.ParserError {
      throw .badTemplate(
        file: path, line: error.context.lineNumber, expected: TemplateLibrary.expectation(error.error))
    } catch {
      throw .badTemplate(file: path, line: 1, expected: "a Mustache template (\(error))")
    }
  }

  private static func expectation(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "a tag that is closed before the file ends" }
    return switch error {
    case .sectionCloseNameIncorrect: "the closing tag of the section that was opened last"
    case .unfinishedName: "a name of letters, digits, \"-\", \"_\" and \".\", then \"}}\""
    case .expectedSectionEnd: "the closing tag {{/…}} of a section, before the file ends"
    case .invalidSetDelimiter: "delimiters such as {{=<% %>=}}"
    case .transformAppliedToInheritanceSection: "no transform on an inherited section"
    case .illegalTokenInsideInheritSection, .textInsideInheritSection: "only {{$name}} blocks inside {{<parent}}"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "no {{% … }} setting other than CONTENT_TYPE"
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

  /// Refuses a partial that no file is named for; Mustache would print nothing in its place.
  private func checkPartials() throws(RenderError) {
    for path in files.keys.sorted() where path.hasSuffix(".md") || path.hasSuffix(".html") {
      guard path != "README.md", let text = files[path] else { continue }
      var number = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        number += 1
        var rest = line
        while let open = rest.firstRange(of: "{{>") {
          rest = rest[open.upperBound...]
          let name = String(rest.drop { $0 == " " }.prefix { $0 != "}" && $0 != " " })
          guard files[name] == nil else { continue }
          throw .badTemplate(file: path, line: number, expected: "a template named \(name)")
        }
      }
    }
  }
}
