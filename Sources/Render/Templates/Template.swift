/// A template, compiled: what stands in it as it is, and what is put in.
struct Template: Sendable {
  /// A path to a value: "title", "speakerLine.basis", or "." for the value itself.
  struct Path: Sendable, Equatable {
    /// What the names are compared by; none for ".".
    var hashes: [UInt64]

    /// The path of a tag's name.
    init(_ name: some StringProtocol) {
      hashes = name == "." ? [] : name.split(separator: ".").map { Name.hash($0.utf8) }
    }
  }

  /// A step of printing.
  enum Step: Sendable {
    /// Bytes as they are.
    case text([UInt8])
    /// A value, escaped for what the template makes.
    case value(Path)
    /// A value as it is: what this program rendered itself.
    case raw(Path)
    /// The steps up to `end` for each part of a value, or once if it is there.
    case section(Path, end: Int)
    /// The steps up to `end` if a value is not there.
    case inverted(Path, end: Int)
    /// The steps of another template.
    case part(Int)
  }

  /// What values are escaped for.
  enum Target: Sendable {
    case markdown, html

    /// Appends a value to what was printed, as UTF-8.
    func append(_ text: String, to out: inout [UInt8]) {
      var text = text
      text.withUTF8 {
        switch self {
        case .markdown: MarkdownEscaping.append($0, to: &out)
        case .html: HTMLEscaping.append($0, to: &out)
        }
      }
    }
  }

  var target: Target
  var steps: [Step] = []
}

/// Prints compiled templates with values, by the rules of Mustache (mustache(5)).
struct TemplateRun {
  private let templates: [Template]
  private(set) var out: [UInt8] = []
  /// The values around the place that is being printed, the innermost last.
  private var stack: [Field] = []

  /// A run of some templates, which name each other by their place among them.
  init(_ templates: [Template]) {
    self.templates = templates
    out.reserveCapacity(1 << 15)  // bytes: most pages fit
  }

  /// Prints a template with the values of a page.
  mutating func print(_ template: Int, _ values: Record) {
    stack.append(.record(values))
    print(template)
    stack.removeLast()
  }

  private mutating func print(_ template: Int) {
    let template = templates[template]
    run(template.steps, 0..<template.steps.count, template.target)
  }

  private mutating func run(_ steps: [Template.Step], _ range: Range<Int>, _ target: Template.Target) {
    var at = range.lowerBound
    while at < range.upperBound {
      switch steps[at] {
      case .text(let bytes): out.append(contentsOf: bytes)
      case .value(let path): print(value(path), target)
      case .raw(let path):
        if case .text(var text)? = value(path) { text.withUTF8 { out.append(contentsOf: $0) } }
      case .section(let path, let end):
        section(value(path), steps, (at + 1)..<end, target)
        at = end
        continue
      case .inverted(let path, let end):
        if !TemplateRun.isThere(value(path)) { run(steps, (at + 1)..<end, target) }
        at = end
        continue
      case .part(let part): print(part)
      }
      at += 1
    }
  }

  private mutating func section(
    _ value: Field?, _ steps: [Template.Step], _ body: Range<Int>, _ target: Template.Target
  ) {
    switch value {
    case nil, .none?: return
    case .flag(let flag)?: if flag { run(steps, body, target) }
    case .list(let list)?:
      for item in list {
        stack.append(item)
        run(steps, body, target)
        stack.removeLast()
      }
    case let item?:
      stack.append(item)
      run(steps, body, target)
      stack.removeLast()
    }
  }

  private static func isThere(_ value: Field?) -> Bool {
    switch value {
    case nil, .none?: false
    case .flag(let flag)?: flag
    case .list(let list)?: !list.isEmpty
    case .text?, .number?, .decimal?, .record?: true
    }
  }

  /// The value of a path: its first name is looked for from the inside out, the others in what was found.
  private func value(_ path: Template.Path) -> Field? {
    guard let first = path.hashes.first else { return stack.last }
    var at = stack.count - 1
    while at >= 0 {
      if case .record(let record) = stack[at], var found = record.field(hash: first) {
        for hash in path.hashes.dropFirst() {
          guard case .record(let inner) = found, let next = inner.field(hash: hash) else { return nil }
          found = next
        }
        return found
      }
      at -= 1
    }
    return nil
  }

  private mutating func print(_ value: Field?, _ target: Template.Target) {
    switch value {
    case .text(let text)?: target.append(text, to: &out)
    case .number(let number)?: out.append(contentsOf: String(number).utf8)
    case .decimal(let number)?: out.append(contentsOf: String(number).utf8)
    case .flag(let flag)?: out.append(contentsOf: (flag ? "true" : "false").utf8)
    case nil, .none?, .list?, .record?: return
    }
  }
}
