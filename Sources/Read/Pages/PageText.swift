internal import NewsModel

/// The text of a page as lines, a block element each, without what its markup says is no article.
struct PageText {
  /// What the markup says of a line.
  struct Mark {
    /// Links make up this share of it.
    var linkedShare: Double
    /// It is a heading, or an item of a list.
    var isStructural: Bool
  }
  private(set) var bytes: [UInt8] = []
  /// The line of the file that each line starts at.
  private(set) var numbers: [Int] = []
  private(set) var marks: [Mark] = []
  /// The first heading of the first level.
  let firstHeading: String?
  /// Whether the markup itself says that all this is the body of an article.
  let isMarked: Bool

  /// A part of a page that its class name speaks against is dropped while it holds no more of the page's paragraphs
  /// than this: themes call the whole page "has-sidebar".
  static let largestUnlikelyShare = 0.4
  /// Comments are often longer than the article; a page is wrapped as "comments" only where that holds next to all.
  static let largestCommentsShare = 0.9
  /// A form with more of the page's paragraphs than this is the page: some servers wrap it whole.
  static let largestFormShare = 0.3

  private var line: [UInt8] = []
  private var linked = 0
  private var lineNumber = 0
  private var isStructural = false

  /// Reads what is below a node.
  init(_ page: HTMLNode) {
    let weights = ParagraphWeights(page) { _ in true }
    let body = MarkedBody(page, ParagraphWeights(page) { PageText.keeps($0, $0.name, weights) }, unpruned: weights)
    let root = body.root
    isMarked = body.isMarked
    firstHeading = PageText.heading(in: page)
    read(root, weights)
    if bytes.count < min(weights.total / PageText.leastOfPage, PageText.shortestArticle), root != page {
      // The part that was looked at holds nothing: the markup says one thing and means another.
      (bytes, numbers, marks) = ([], [], [])
      read(page, weights)
    }
  }

  /// A text shorter than this share of the page's running text, and than an article, is looked for again.
  private static let leastOfPage = 4
  private static let shortestArticle = 250  // bytes

  /// Takes in the lines below a node.
  private mutating func read(_ root: HTMLNode, _ weights: ParagraphWeights) {
    var links = 0
    var headings = 0
    var preformatted = 0
    var kept: [Bool] = []
    root.visit(
      enter: { node in
        if node.isText {
          append(node, isLinked: links > 0, isPreformatted: preformatted > 0)
          return false
        }
        let name = node.isElement ? node.name : ""
        let keeps = !name.isEmpty && (node == root || PageText.keeps(node, name, weights))
        kept.append(keeps)
        guard keeps else { return false }
        if PageElements.blocks.contains(name) { flush() }
        if name == "a" { links += 1 }
        if name == "pre" { preformatted += 1 }
        if PageElements.headings.contains(name) { headings += 1 }
        isStructural = isStructural || headings > 0 || name == "li"
        return true
      },
      leave: { node in
        guard !node.isText else { return }
        guard kept.popLast() ?? false else { return }
        let name = node.name
        if PageElements.blocks.contains(name) { flush() }
        if name == "a" { links -= 1 }
        if name == "pre" { preformatted -= 1 }
        if PageElements.headings.contains(name) { headings -= 1 }
      })
    flush()
  }

  private static func heading(in page: HTMLNode) -> String? {
    var heading: String?
    page.visit(enter: { node in
      guard heading == nil, node.isElement else { return false }
      if node.name == "h1" { heading = GivenMetadata.cleared(node.words) }
      return true
    })
    return heading
  }

  private static func keeps(_ node: HTMLNode, _ name: String, _ weights: ParagraphWeights) -> Bool {
    if PageElements.dropped.contains(name) {
      return name == "header" && weights.share(of: node) > largestUnlikelyShare
    }
    if name == "form" { return weights.share(of: node) > largestFormShare }
    if name == "html" || name == "body" || name == "article" || name == "main" { return true }
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return false }
    if let style = node.attribute("style"), style.contains("display:none") || style.contains("display: none") {
      return weights.share(of: node) > largestUnlikelyShare
    }
    if let role = node.attribute("role"),
      ["navigation", "banner", "complementary", "contentinfo", "dialog"].contains(role)
    {
      return weights.share(of: node) > largestUnlikelyShare
    }
    let names = [node.attribute("class"), node.attribute("id")]
    if names.contains(where: { $0.map(PageElements.isComments) ?? false }) {
      return weights.share(of: node) > largestCommentsShare
    }
    guard names.contains(where: { $0.map(PageElements.isUnlikely) ?? false }) else { return true }
    return weights.share(of: node) > largestUnlikelyShare
  }

  private mutating func append(_ node: HTMLNode, isLinked: Bool, isPreformatted: Bool) {
    let before = line.count
    if line.isEmpty { lineNumber = node.line }
    if isPreformatted {
      for byte in node.content {
        if byte == 0x0A { flush() } else { line.append(byte) }
      }
    } else {
      HTMLText.append(node.content, to: &line)
    }
    if isLinked { linked += max(0, line.count - before) }
  }

  /// Ends a line.
  private mutating func flush() {
    defer {
      line.removeAll(keepingCapacity: true)
      linked = 0
      isStructural = false
    }
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes.append(contentsOf: line)
    numbers.append(lineNumber)
    marks.append(Mark(linkedShare: Double(min(linked, line.count)) / Double(line.count), isStructural: isStructural))
  }
}
