/// The templates of a site in one language of the interface, ready to print.
struct TemplateSet: Sendable {
  private var templates: [Template] = []
  private var numbers: [String: Int] = [:]
  private let files: [String: [TemplateParser.Part]]
  /// What `{{words.key}}` prints, put in once for all pages.
  private let words: [String: String]
  private static let wordsPrefix = "words."

  /// Compiles templates, of which every partial is there and none contains itself.
  init(_ files: [String: [TemplateParser.Part]], words: [String: String]) {
    self.files = files
    self.words = words
    for path in files.keys.sorted() { _ = number(path, indentation: 0) }
  }

  /// A template with the values of a page, as UTF-8.
  func render(_ name: String, _ values: Record) throws(RenderError) -> [UInt8] {
    guard let number = numbers[TemplateSet.key(name, 0)] else { throw .missingTemplate(file: name) }
    var run = TemplateRun(templates)
    run.print(number, values)
    return run.out
  }

  private static func key(_ path: String, _ indentation: Int) -> String { "\(indentation) \(path)" }

  /// The place of a template of which each line starts after that many spaces.
  private mutating func number(_ path: String, indentation: Int) -> Int {
    let key = TemplateSet.key(path, indentation)
    if let known = numbers[key] { return known }
    var parts = files[path] ?? []
    if indentation > 0 {
      var isLineStart = true
      parts = TemplateSet.indented(parts, String(repeating: " ", count: indentation), &isLineStart)
    }
    var template = Template(target: path.hasSuffix(".md") ? .markdown : .html)
    add(parts, to: &template)
    templates.append(template)
    numbers[key] = templates.count - 1
    return templates.count - 1
  }

  private mutating func add(_ parts: [TemplateParser.Part], to template: inout Template) {
    for part in parts {
      switch part {
      case .text(let text): TemplateSet.add(Array(text.utf8), to: &template)
      case .value(let name) where name.hasPrefix(TemplateSet.wordsPrefix):
        TemplateSet.add(escaped(word(name) ?? "", template.target), to: &template)
      case .value(let name): template.steps.append(.value(.init(name)))
      case .raw(let name): template.steps.append(.raw(.init(name)))
      case .section(let block) where block.name.hasPrefix(TemplateSet.wordsPrefix):
        if word(block.name) != nil { add(block.parts, to: &template) }
      case .inverted(let block) where block.name.hasPrefix(TemplateSet.wordsPrefix):
        if word(block.name) == nil { add(block.parts, to: &template) }
      case .section(let block): add(block, to: &template) { .section($0, end: $1) }
      case .inverted(let block): add(block, to: &template) { .inverted($0, end: $1) }
      case .partial(let path, let indentation):
        let number = number(path, indentation: indentation)
        template.steps.append(.part(number))
      }
    }
  }

  private mutating func add(
    _ block: TemplateParser.Block, to template: inout Template, _ step: (Template.Path, Int) -> Template.Step
  ) {
    let start = template.steps.count
    template.steps.append(.text([]))
    add(block.parts, to: &template)
    template.steps[start] = step(.init(block.name), template.steps.count)
  }

  /// Adds text; steps before it may be the end of a block, so texts are not joined.
  private static func add(_ bytes: [UInt8], to template: inout Template) {
    if !bytes.isEmpty { template.steps.append(.text(bytes)) }
  }

  private func word(_ name: String) -> String? { words[String(name.dropFirst(TemplateSet.wordsPrefix.count))] }

  private func escaped(_ text: String, _ target: Template.Target) -> [UInt8] {
    var out: [UInt8] = []
    target.append(text, to: &out)
    return out
  }

  /// Parts with every line after some spaces.
  private static func indented(
    _ parts: [TemplateParser.Part], _ spaces: String, _ isLineStart: inout Bool
  ) -> [TemplateParser.Part] {
    var out: [TemplateParser.Part] = []
    func block(_ block: TemplateParser.Block) -> TemplateParser.Block {
      if isLineStart, !block.isAlone {
        out.append(.text(spaces))
        isLineStart = false
      }
      var block = block
      block.parts = indented(block.parts, spaces, &isLineStart)
      return block
    }
    for part in parts {
      switch part {
      case .text(let text):
        var shifted = ""
        for character in text {
          if isLineStart, !character.isNewline { shifted += spaces }
          shifted.append(character)
          isLineStart = character.isNewline
        }
        out.append(.text(shifted))
      case .section(let inner):
        let shifted = block(inner)
        out.append(.section(shifted))
      case .inverted(let inner):
        let shifted = block(inner)
        out.append(.inverted(shifted))
      case .value, .raw, .partial:
        if isLineStart { out.append(.text(spaces)) }
        isLineStart = false
        out.append(part)
      }
    }
    return out
  }
}
