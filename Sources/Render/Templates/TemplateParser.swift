/// Reads the Mustache of a template: values, sections, inverted sections, comments, partials.
///
/// By mustache(5): a line with nothing but a section's tag, a comment or a partial prints no line of its own, and a
/// partial that stands alone is indented as its tag is. Set delimiters, lambdas and inheritance are not taken: templates
/// here have no logic.
struct TemplateParser {
  /// What a template says, before its partials and words are known.
  indirect enum Part: Sendable, Equatable {
    case text(String)
    case value(String)
    case raw(String)
    case section(Block)
    case inverted(Block)
    /// Another template, each of its lines after that many spaces.
    case partial(String, indentation: Int)
  }

  /// What stands between a section's tags.
  struct Block: Sendable, Equatable {
    var name: String
    /// Whether the opening tag has a line of its own.
    var isAlone: Bool
    var parts: [Part]
  }

  /// What is wrong, and on which line.
  struct Fault: Error, Equatable {
    var line: Int
    var expected: String
  }

  private struct Tag {
    var sign: Character?
    var name: String
    /// Of its opening and of what follows it.
    var start: Substring.Index
    var end: Substring.Index
    var line: Int
  }

  private let text: Substring
  private var at: Substring.Index
  private var line = 1

  private init(_ text: String) {
    self.text = text[...]
    at = self.text.startIndex
  }

  /// The parts of a template.
  static func parts(of text: String) throws(Fault) -> [Part] {
    var parser = TemplateParser(text)
    return try parser.parts(until: nil)
  }

  /// Parts up to the end of a section, or of the file.
  private mutating func parts(until section: String?) throws(Fault) -> [Part] {
    var out: [Part] = []
    while let tag = try nextTag() {
      var literal = text[at..<tag.start]
      var end = tag.end
      var indentation = 0
      var isAlone = false
      let takesLine = tag.sign == "#" || tag.sign == "^" || tag.sign == "/" || tag.sign == "!" || tag.sign == ">"
      if takesLine, let alone = standalone(tag) {
        indentation = text.distance(from: alone.lowerBound, to: tag.start)
        literal = text[at..<alone.lowerBound]
        end = alone.upperBound
        isAlone = true
      }
      if !literal.isEmpty { out.append(.text(String(literal))) }
      line = tag.line + text[tag.start..<end].count { $0.isNewline }
      at = end
      switch tag.sign {
      case nil: out.append(.value(tag.name))
      case "{", "&": out.append(.raw(tag.name))
      case "!": break
      case ">": out.append(.partial(tag.name, indentation: indentation))
      case "#", "^":
        let block = Block(name: tag.name, isAlone: isAlone, parts: try parts(until: tag.name))
        out.append(tag.sign == "#" ? .section(block) : .inverted(block))
      case "/":
        guard let section else { throw Fault(line: tag.line, expected: "no {{/\(tag.name)}}: no section is open") }
        guard tag.name == section else { throw Fault(line: tag.line, expected: TemplateParser.closing(section)) }
        return out
      default:
        throw Fault(line: tag.line, expected: "{{name}}, {{#name}}, {{^name}}, {{/name}}, {{>part}} or {{! comment}}")
      }
    }
    if let section { throw Fault(line: lastLine, expected: TemplateParser.closing(section)) }
    if at < text.endIndex { out.append(.text(String(text[at...]))) }
    return out
  }

  private static func closing(_ section: String) -> String {
    "{{/\(section)}}, the closing tag of the section that was opened last, before the file ends"
  }

  private var lastLine: Int { 1 + text.count { $0.isNewline } }

  private mutating func nextTag() throws(Fault) -> Tag? {
    guard let open = text[at...].firstRange(of: "{{") else { return nil }
    let line = self.line + text[at..<open.lowerBound].count { $0.isNewline }
    var inner = text[open.upperBound...]
    let sign = inner.first.flatMap { "#^/!>{&=<$%*".contains($0) ? $0 : nil }
    if sign != nil { inner.removeFirst() }
    let closing = sign == "{" ? "}}}" : "}}"
    guard let close = inner.firstRange(of: closing) else {
      throw Fault(line: line, expected: "a tag that is closed by \(closing) before the file ends")
    }
    let name = String(inner[..<close.lowerBound].drop { $0 == " " })
    let trimmed = String(name.reversed().drop { $0 == " " }.reversed())
    let isName = !trimmed.isEmpty && trimmed.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    guard isName || sign == "!" || sign == "=" || sign == "%" || sign == "<" || sign == "$" else {
      throw Fault(line: line, expected: "a name of letters, digits, \"-\", \"_\" and \".\", then \"}}\"")
    }
    return Tag(sign: sign, name: trimmed, start: open.lowerBound, end: close.upperBound, line: line)
  }

  /// The line of a tag where nothing else stands on it, with its newline.
  private func standalone(_ tag: Tag) -> Range<Substring.Index>? {
    var start = tag.start
    while start > text.startIndex {
      let before = text.index(before: start)
      guard text[before] == " " || text[before] == "\t" else { break }
      start = before
    }
    guard start == text.startIndex || text[text.index(before: start)].isNewline else { return nil }
    var end = tag.end
    while end < text.endIndex, text[end] == " " || text[end] == "\t" { end = text.index(after: end) }
    if end < text.endIndex {
      guard text[end].isNewline else { return nil }
      end = text.index(after: end)
    }
    return start..<end
  }
}
