internal import CLibcmark

/// What a page's Markdown says, for whoever proves a site: the HTML that it gives, and the words of sources in it.
package struct PrintedMarkdown {
  private let text: [UInt8]
  /// Those of its titles, which both readings of the page meet.
  private let marks = MarkTable()
  /// Words that are marked within words of a source.
  private static let within: Set<String> = ["variant", "keypoint", "quote", "actor", "date", "cell", "words"]

  /// A page's `index.md`, as UTF-8.
  package init(_ text: [UInt8]) { self.text = text }

  /// The HTML of the page's body, as the layout has it in it; nil where libcmark has no memory.
  package var html: String? { MarkdownDocument.html(of: text, marks: marks) }

  /// The same HTML in two, its opening and the rest, between which the page of the search has its form.
  package var opened: [String] {
    guard let html else { return [] }
    let end = PrintedMarkdown.endOfOpening(html)
    return [String(html[..<end]), String(html[end...])]
  }

  /// Where the opening of a page ends in the HTML of its body.
  static func endOfOpening(_ html: String) -> String.Index {
    html.firstRange(of: "</header>\n")?.upperBound ?? html.startIndex
  }

  /// What a page prints of sources and where it leads.
  package struct Words: Sendable, Equatable {
    /// Words of sources: what stands in blocks and links of class `words`, without the machine's words between them, cut
    /// where the page shows a cut.
    package var runs: [String] = []
    /// The addresses of all links, as they are written.
    package var links: [String] = []
  }

  /// The words of sources, and the links.
  package var words: Words {
    MarkdownDocument.withTree(of: text) { root in
      var reading = Reading(marks: marks)
      reading.read(root, isSourced: false)
      return reading.words
    } ?? Words()
  }

  private struct Reading {
    let marks: MarkTable
    var words = Words()
    private var run = ""

    init(marks: MarkTable) { self.marks = marks }

    mutating func read(_ node: MarkdownNode, isSourced: Bool) {
      switch node.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: if isSourced { run += node.literal }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: if isSourced { run += " " }
      case CMARK_NODE_LINK: read(link: node, isSourced: isSourced)
      case CMARK_NODE_PARAGRAPH:
        let isNamed = node.firstChild.flatMap { $0.kind == CMARK_NODE_LINK ? marks.mark(of: $0) : nil }
        let own = node.firstChild?.firstChild == nil && isNamed?.classes.contains("words") == true
        for child in node.children { read(child, isSourced: own) }
        end()
      default: for child in node.children { read(child, isSourced: isSourced) }
      }
    }

    /// Words of the machine between those of a source end what was said before them.
    private mutating func read(link: MarkdownNode, isSourced: Bool) {
      if link.url != "#" { words.links.append(link.url) }
      let classes = marks.mark(of: link)?.classes
      let isWords = classes?.contains("words") == true
      if let classes, !classes.contains(where: PrintedMarkdown.within.contains) {
        // An empty one only carries an id.
        if link.firstChild != nil { end() }
        for child in link.children { read(child, isSourced: false) }
        return
      }
      if isWords && !isSourced { end() }
      for child in link.children { read(child, isSourced: isSourced || isWords) }
      if isWords && !isSourced { end() }
    }

    private mutating func end() {
      if !run.isEmpty { words.runs.append(run) }
      run = ""
    }
  }
}
