/// All orders of words of a language in one tree, so that what several patterns share is read once.
struct DatePatternTrie: Sendable {
  /// A word of some class leads from one node to another.
  struct Edge: Sendable {
    var wordClass: Int
    /// Where the word's value goes.
    var slot: DateSlot?
    var node: Int
  }
  /// What may follow at a place, and which patterns may end there.
  struct Node: Sendable {
    /// Indices into `edges`, in the order of the patterns.
    var edges: Range<Int>
    /// Indices into `accepted`.
    var accepted: Range<Int>
  }
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Numbers of patterns, lowest first at each node.
  private(set) var accepted: [Int] = []
  /// The root's edges by class, as indices into `edges`.
  private(set) var first: [Range<Int>] = []

  /// The tree of some patterns, each given by its elements; a pattern's number is its index.
  init(_ patterns: [[DatePatternMatcher.Element]]) {
    var maker = Maker()
    for (number, elements) in patterns.enumerated() { maker.insert(elements[...], number, at: 0) }
    // By class, so that a word leads to all that it may start; a class keeps the order of the patterns.
    maker.nodes[0].edges = maker.nodes[0].edges.enumerated()
      .sorted { ($0.element.wordClass, $0.offset) < ($1.element.wordClass, $1.offset) }.map(\.element)
    for node in maker.nodes {
      let from = (edges.count, accepted.count)
      edges += node.edges
      accepted += node.accepted
      nodes.append(Node(edges: from.0..<edges.count, accepted: from.1..<accepted.count))
    }
    for index in nodes[0].edges {
      let wordClass = edges[index].wordClass
      while first.count <= wordClass { first.append(index..<index) }
      first[wordClass] = first[wordClass].lowerBound..<index + 1
    }
  }

  /// Nodes while they grow.
  private struct Maker {
    var nodes: [(edges: [Edge], accepted: [Int])] = [([], [])]

    /// Adds the rest of a pattern below a node; what may be missing leads both ways.
    mutating func insert(_ rest: ArraySlice<DatePatternMatcher.Element>, _ number: Int, at node: Int) {
      guard let element = rest.first else {
        if nodes[node].accepted.last != number { nodes[node].accepted.append(number) }
        return
      }
      insert(rest.dropFirst(), number, at: next(of: node, by: element))
      if element.isOptional { insert(rest.dropFirst(), number, at: node) }
    }

    private mutating func next(of node: Int, by element: DatePatternMatcher.Element) -> Int {
      let known = nodes[node].edges.first { $0.wordClass == element.wordClass && $0.slot == element.slot }
      if let known { return known.node }
      nodes.append(([], []))
      nodes[node].edges.append(Edge(wordClass: element.wordClass, slot: element.slot, node: nodes.count - 1))
      return nodes.count - 1
    }
  }
}
