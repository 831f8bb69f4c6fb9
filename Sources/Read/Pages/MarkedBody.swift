/// The part of a page that is the article by the markup's own word, or that holds next to all running text.
struct MarkedBody {
  let root: HTMLNode
  /// Whether the markup says that this is the body of an article, and not only that the article is in it.
  let isMarked: Bool

  /// An element that says it is the article is believed where it holds this share of the page's running text: pages
  /// mark teasers and comments as articles too.
  static let smallestArticleShare = 0.3
  /// Where there is one body and no other, it may be short.
  static let smallestSoleShare = 0.1
  /// A body may come in parts; smaller ones are notes.
  static let smallestPartShare = 0.04
  /// The parts of a body are more than its greatest where they hold this much beside it.
  static let partsBeside = 0.1
  /// What holds so much of the running text, and is no paragraph, holds the article.
  static let nextToAll = 0.85

  /// Looks for the body of a page, by the running text that is kept of each element.
  ///
  /// - Parameter unpruned: the same of each element, with what its name speaks against.
  init(_ page: HTMLNode, _ weights: ParagraphWeights, unpruned: ParagraphWeights) {
    var (bodies, article) = MarkedBody.marked(in: page, weights)
    // A body in a part that its name speaks against is a body where there is no other.
    var least = MarkedBody.smallestArticleShare
    if bodies.isEmpty {
      bodies = MarkedBody.marked(in: page, unpruned).bodies
      if bodies.count == 1 { least = MarkedBody.smallestSoleShare }
    }
    let all = bodies.reduce(0) { $0 + $1.share }
    if all >= least, let greatest = bodies.max(by: { $0.share < $1.share }) {
      let hasParts = bodies.count > 1 && all - greatest.share > MarkedBody.partsBeside
      root = hasParts ? MarkedBody.around(bodies.map(\.node)) : greatest.node
      isMarked = !hasParts || all > weights.share(of: root) * MarkedBody.nextToAll
    } else {
      root = MarkedBody.densest(in: article?.node ?? page, weights)
      isMarked = false
    }
  }

  /// The elements that say they are a body, the outermost of each, and the heaviest that says it is an article.
  private static func marked(
    in page: HTMLNode, _ weights: ParagraphWeights
  ) -> (bodies: [(node: HTMLNode, share: Double)], article: (node: HTMLNode, share: Double)?) {
    var bodies: [(node: HTMLNode, share: Double)] = []
    var article: (node: HTMLNode, share: Double)?
    page.visit(enter: { node in
      guard node.isElement else { return false }
      let share = weights.share(of: node)
      guard share >= smallestPartShare else { return false }
      if isBody(node) {
        bodies.append((node, share))
        return false
      }
      if node.name == "article", share >= smallestArticleShare, share > article?.share ?? 0 { article = (node, share) }
      return true
    })
    return (bodies, article)
  }

  private static func isBody(_ node: HTMLNode) -> Bool {
    if let property = node.attribute("itemprop"), property.contains("articleBody") { return true }
    guard let names = node.attribute("class") else { return false }
    return names.lowercased().split(separator: " ").contains { PageElements.bodies.contains(String($0)) }
  }

  /// The innermost element around some.
  private static func around(_ nodes: [HTMLNode]) -> HTMLNode {
    func path(_ node: HTMLNode) -> [HTMLNode] {
      var path = [node]
      while let parent = path[path.count - 1].parent, parent.isElement { path.append(parent) }
      return path.reversed()
    }
    var common = path(nodes[0])
    for node in nodes.dropFirst() {
      let other = path(node)
      common = Array(zip(common, other).prefix { $0.0 == $0.1 }.map(\.0))
    }
    return common.last ?? nodes[0]
  }

  /// The innermost element below another that holds next to all of the page's running text.
  private static func densest(in node: HTMLNode, _ weights: ParagraphWeights) -> HTMLNode {
    let least = weights.share(of: node) * nextToAll
    var current = node
    while true {
      var child = current.firstChild
      while let node = child, !(node.isElement && containers.contains(node.name) && weights.share(of: node) >= least) {
        child = node.next
      }
      guard let child, least > 0 else { return current }
      current = child
    }
  }

  private static let containers: Set<String> = [
    "html", "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "form",
  ]
}

/// How much of a page's running text is below each element: the bytes of text in `p` and beside `br`, outside links.
struct ParagraphWeights {
  private var below: [xmlPointer: Int] = [:]
  private let all: Int

  private typealias xmlPointer = UnsafeRawPointer

  /// Elements whose text no reader sees, or sees in a field to be filled in.
  private static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "head", "textarea", "select", "option", "button", "svg", "math",
    "iframe",
    "object", "a",
  ]

  /// Weighs what is below a node and kept: an element that is not counts for nothing, with all below it.
  init(_ root: HTMLNode, keeping keeps: (HTMLNode) -> Bool) {
    var stack: [Int] = []
    var below: [xmlPointer: Int] = [:]
    root.visit(
      enter: { node in
        if node.isText {
          // Running text: short labels weigh nothing, nor does what sets them out in the file.
          let count = node.content.count { $0 > 0x20 }
          if count >= ParagraphWeights.shortestText, let top = stack.indices.last { stack[top] += count }
          return false
        }
        stack.append(0)
        return node.isElement && !ParagraphWeights.unseen.contains(node.name) && keeps(node)
      },
      leave: { node in
        guard !node.isText, let weight = stack.popLast() else { return }
        if weight > 0 { below[xmlPointer(node.pointer)] = weight }
        if let top = stack.indices.last { stack[top] += weight }
      })
    all = max(1, below[xmlPointer(root.pointer)] ?? 0)
    self.below = below
  }

  /// A text of fewer bytes, white space aside, is a label.
  static let shortestText = 42

  /// The bytes of running text below the node that was weighed.
  var total: Int { all }

  /// The share of the page's running text that is below an element.
  func share(of node: HTMLNode) -> Double { Double(below[xmlPointer(node.pointer)] ?? 0) / Double(all) }
}
