internal import NewsModel
internal import Yams

/// What stands between two lines of `---` at the top of a Markdown file.
struct FrontMatter {
  var given = GivenMetadata()
  /// The text below it starts at this byte.
  var end = 0
  /// The text below it starts after so many lines.
  var lines = 0
  var diagnostics: [Diagnostic] = []

  /// Longer front matter is no front matter: a file that opens with a rule.
  static let longest = 200  // lines

  /// Reads the top of a file; where no front matter stands there, nothing is given and the text starts at once.
  init(_ bytes: [UInt8], file: String) {
    guard bytes.starts(with: Array("---\n".utf8)) else { return }
    var at = 4
    var line = 1
    while at < bytes.count, line <= FrontMatter.longest {
      let next = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let text = bytes[at..<next].reversed().drop { $0 <= 0x20 }.reversed()
      line += 1
      if text.elementsEqual([0x2D, 0x2D, 0x2D]) || text.elementsEqual([0x2E, 0x2E, 0x2E]) {
        end = min(next + 1, bytes.count)
        lines = line
        (given, diagnostics) = YAMLMetadata.read(
          String(decoding: bytes[4..<at], as: UTF8.self), file: file, firstLine: 2)
        return
      }
      at = next + 1
    }
  }
}

/// Metadata of articles in YAML.
enum YAMLMetadata {
  /// The keys that say something of an article.
  static let keys = ["title", "source", "url", "author", "published", "language"]
  /// What other programs write for some of them.
  static let otherNames = ["date": "published", "lang": "language"]

  /// Reads a mapping of keys to text; the code of trouble is `badFrontMatter`.
  static func read(_ yaml: String, file: String, firstLine: Int) -> (GivenMetadata, [Diagnostic]) {
    do {
      guard let node = try node(of: yaml) else { return (GivenMetadata(), []) }
      let (given, diagnostics, _) = metadata(in: node, file: file, firstLine: firstLine, code: .badFrontMatter)
      return (given, diagnostics)
    } catch {
      return (plain(yaml), [trouble(error, file: file, firstLine: firstLine, code: .badFrontMatter)])
    }
  }

  /// What the lines say of a text that is no YAML: known keys, the first of several, each with a value on its line. An
  /// article without its address and its outlet would be another one, with other rights.
  private static func plain(_ yaml: String) -> GivenMetadata {
    var given = GivenMetadata()
    var taken: Set<String> = []
    for line in yaml.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), isKnown(String(line[..<colon])) else { continue }
      let key = otherNames[String(line[..<colon])] ?? String(line[..<colon])
      var value = line[line.index(after: colon)...].drop { $0.isWhitespace }
      while value.last?.isWhitespace ?? false { value.removeLast() }
      if let mark = value.first, mark == "\"" || mark == "'" {
        value.removeFirst()
        if value.last == mark { value.removeLast() }
      }
      guard !value.isEmpty, taken.insert(key).inserted else { continue }
      set(key, to: String(value), in: &given)
    }
    return given
  }

  /// The YAML of a text, as people write it: a value that YAML would not take is taken as it stands on its line, such as
  /// a headline with a colon in it ("title: Le port rouvre : récit").
  ///
  /// - Throws: the error of the text as it stands, where that does not help.
  static func node(of yaml: String) throws -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      let mended = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(quoted).joined(separator: "\n")
      guard mended != yaml, let node = try? Yams.compose(yaml: mended) else { throw error }
      return node
    }
  }

  private static func isKnown(_ key: String) -> Bool { keys.contains(key) || otherNames[key] != nil }

  private static let closings: [Character: Character] = ["[": "]", "{": "}", "\"": "\"", "'": "'"]

  /// A line "key: value" with the value between marks, where YAML does not take it without.
  private static func quoted(_ line: Substring) -> String {
    let indent = line.prefix { $0 == " " }
    let rest = line.dropFirst(indent.count)
    guard let colon = rest.firstIndex(of: ":"), isKnown(String(rest[..<colon])) else { return String(line) }
    let value = rest[rest.index(after: colon)...].drop { $0 == " " }
    let words = String(value.reversed().drop { $0.isWhitespace }.reversed())
    // What is taken as it is needs no marks: text between marks of its own, a text that goes on below.
    guard let first = words.first, (try? Yams.compose(yaml: "\(rest[..<colon]): \(words)\n")) == nil else {
      return String(line)
    }
    // A bracket or a mark that is closed before the end opens the headline; one that is not closed may be a slip.
    if let closing = closings[first] {
      guard let close = words.dropFirst().firstIndex(of: closing), close < words.index(before: words.endIndex) else {
        return String(line)
      }
    }
    let escaped = words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return "\(indent)\(rest[..<colon]): '\(escaped)'"
  }

  /// What a node says of an article, and whether something that was to be said is missing: a key that is nearly one of
  /// those known, a value that is none.
  static func metadata(
    in node: Node, file: String, firstLine: Int, code: Diagnostic.Code
  ) -> (given: GivenMetadata, diagnostics: [Diagnostic], isIncomplete: Bool) {
    var given = GivenMetadata()
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
    guard let mapping = node.mapping else {
      let line = (node.mark?.line).map { $0 + firstLine - 1 }
      let detail = "not a list of keys and values: write for instance \"title: The words of the title\""
      return (given, [Diagnostic(code, detail, file: file, line: line)], true)
    }
    for (key, value) in mapping {
      let line = (key.mark?.line).map { $0 + firstLine - 1 }
      let name = key.scalar?.string ?? ""
      guard isKnown(name) else {
        let nearest = NearestWord.nearest(to: name, in: keys)
        if nearest != nil { isIncomplete = true }
        let near = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
        let detail = "unknown key \"\(name)\"\(near) Known are \(keys.joined(separator: ", "))."
        diagnostics.append(Diagnostic(code, detail, file: file, line: line))
        continue
      }
      guard let text = value.scalar?.string else {
        diagnostics.append(Diagnostic(code, "\"\(name)\" has to be a text", file: file, line: line))
        isIncomplete = true
        continue
      }
      let isNull = value.scalar?.style == .plain && (text.isEmpty || text == "~" || text == "null")
      if !isNull, otherNames[name].map({ mapping[Node($0)] == nil }) ?? true {
        set(otherNames[name] ?? name, to: text, in: &given)
      }
    }
    return (given, diagnostics, isIncomplete)
  }

  /// What is wrong with a YAML text, and where.
  static func trouble(_ error: any Error, file: String, firstLine: Int, code: Diagnostic.Code) -> Diagnostic {
    guard let error = error as? YamlError else { return Diagnostic(code, "not YAML", file: file) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What was begun and not ended is noticed at the end of the text.
      let line = context.map { $0.text.contains("block") ? mark.line : $0.mark.line } ?? mark.line
      let remedy = "; put a value that holds a colon or a mark into quotes, such as title: \"The port: a report\""
      return Diagnostic(code, "not YAML: \(problem)\(remedy)", file: file, line: line + firstLine - 1)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Diagnostic(
        code, "a key stands twice: \(duplicates.map(\.description).sorted().joined(separator: ", "))", file: file,
        line: context.mark.line + firstLine - 1)
    default: return Diagnostic(code, "not YAML", file: file)
    }
  }

  private static func set(_ name: String, to text: String, in given: inout GivenMetadata) {
    switch name {
    case "title": given.title = text
    case "source": given.source = text
    case "url": given.url = text
    case "author": given.author = text
    case "published": given.published = text
    default: given.language = text
    }
  }
}

/// The known word that was probably meant.
enum NearestWord {
  /// Two slips are a slip; more are another word.
  static let mostSlips = 2

  /// The word that takes the fewest changes of a letter (Levenshtein), or nil where all take too many.
  static func nearest(to word: String, in known: [String]) -> String? {
    let near = known.map { (distance(Array(word.lowercased().utf8), Array($0.utf8)), $0) }.min { $0 < $1 }
    guard let near, near.0 <= mostSlips else { return nil }
    return near.1
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
