internal import Languages

/// Something that a user's templates name and that no template of the program knows: most often a slip of the pen, of
/// which a page shows nothing but a gap.
package struct TemplateSlip: Sendable, Equatable {
  /// What is named.
  package enum Kind: Sendable {
    /// A value of a page, as in `{{name}}`.
    case value
    /// A word of the interface, as in `{{words.name}}`.
    case word
    /// A template that no page is made of and no template contains.
    case file
  }

  package var kind: Kind
  package var name: String
  /// The file by its path below the folder of templates.
  package var file: String
  /// From 1; nil where the file itself is meant.
  package var line: Int?
  /// The names of that kind that the program knows.
  package var known: Set<String>
}

/// Looks for slips in a user's templates: the templates that the program carries name nearly all values there are, so what
/// none of them names is doubtful, though a page's data may have it.
struct TemplateSlips {
  private let carried: [(path: String, text: String)]
  private let names: Set<String>
  private let words: Set<String>
  private static let wordsPrefix = "words."

  /// - Parameter carried: the program's files.
  init(_ carried: [(path: String, text: String)]) {
    self.carried = carried
    let parts = carried.filter { TemplateSlips.isTemplate($0.path) }.flatMap { TemplateSlips.parts(of: $0.text) }
    names = Set(TemplateSlips.names(in: parts).flatMap { $0.split(separator: ".").map(String.init) })
    words = Set(TemplateSlips.words(in: carried))
  }

  /// The slips of some files, in their order, each name once a file.
  func all(in files: [(path: String, text: String)]) -> [TemplateSlip] {
    let words = words.union(TemplateSlips.words(in: files))
    let paths = Set(carried.map(\.path).filter(TemplateSlips.isTemplate))
    let contained = Set(files.flatMap { TemplateLibrary.partials(in: TemplateSlips.parts(of: $0.text)) })
    var out: [TemplateSlip] = []
    for (path, text) in files where TemplateSlips.isTemplate(path) {
      let place = TemplateSlips.withoutTheme(path)
      if !paths.contains(place), !contained.contains(place) {
        out.append(TemplateSlip(kind: .file, name: path, file: path, line: nil, known: paths))
        continue
      }
      var told: Set<String> = []
      for name in TemplateSlips.names(in: TemplateSlips.parts(of: text)) where told.insert(name).inserted {
        let line = TemplateSlips.line(of: name, in: text)
        if name.hasPrefix(TemplateSlips.wordsPrefix) {
          let word = String(name.dropFirst(TemplateSlips.wordsPrefix.count))
          guard !words.contains(word) else { continue }
          out.append(TemplateSlip(kind: .word, name: word, file: path, line: line, known: words))
        } else if let part = name.split(separator: ".").map(String.init).first(where: { !names.contains($0) }) {
          out.append(TemplateSlip(kind: .value, name: part, file: path, line: line, known: names))
        }
      }
    }
    return out
  }

  /// Whether a file is read as Mustache.
  private static func isTemplate(_ path: String) -> Bool {
    (path.hasSuffix(".md") || path.hasSuffix(".html")) && !path.hasSuffix("README.md")
  }

  /// The path of a file that stands in for another in a theme.
  private static func withoutTheme(_ path: String) -> String {
    let folders = path.split(separator: "/", maxSplits: 2)
    return folders.count == 3 && folders[0] == "themes" ? String(folders[2]) : path
  }

  /// The parts of a template; none of one that does not parse, which is refused elsewhere.
  private static func parts(of text: String) -> [TemplateParser.Part] { (try? TemplateParser.parts(of: text)) ?? [] }

  /// What the tags of a template name, in their order. The value itself, ".", is no name, and a section may ask whether
  /// there is a word.
  private static func names(in parts: [TemplateParser.Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .value(let name), .raw(let name): name == "." ? [] : [name]
      case .section(let block), .inverted(let block):
        (block.name == "." || block.name.hasPrefix(wordsPrefix) ? [] : [block.name]) + names(in: block.parts)
      case .text, .partial: []
      }
    }
  }

  /// The keys of the tables of words among some files.
  private static func words(in files: [(path: String, text: String)]) -> [String] {
    files.filter { withoutTheme($0.path).hasPrefix("words/") }.flatMap { file in
      WordTable(parsing: file.text).rows().compactMap(\.first)
    }
  }

  /// The line on which a tag names something, from 1.
  private static func line(of name: String, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      line.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().contains { tag in
        tag.drop { "#^/{& ".contains($0) }.prefix { !"} ".contains($0) } == name
      }
    }.map { $0 + 1 }
  }
}
