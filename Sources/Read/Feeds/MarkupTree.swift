/// A document of XML, or what was meant to be one, as a tree in flat arrays.
///
/// It is made for feeds as they are found (`MarkupScanner`): no byte makes it fail, nothing is loaded from elsewhere, and
/// of entities a document declares only short plain ones count. Node 0 is the document itself.
struct MarkupTree {
  /// What the namespace of an element makes of its name; prefixes do not matter but where they are never declared.
  enum Vocabulary: UInt8 {
    /// RSS of any version, and whatever has no prefix in a feed that names a namespace of its own.
    case core
    case atom, dublinCore, content, media, itunes, xhtml, rdf, syndication, other
  }

  struct Node {
    /// The local name in lower case; empty for text.
    var name = ""
    var vocabulary = Vocabulary.core
    /// Of an element, into `attributes`.
    var attributes = 0..<0
    /// Of a text, into `text`.
    var text = 0..<0
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var isElement: Bool { !name.isEmpty }
  }

  struct Attribute {
    /// As written, in lower case, prefix and all.
    var name: String
    var value: String
  }

  private(set) var nodes = [Node()]
  private(set) var attributes: [Attribute] = []
  private(set) var text: [UInt8] = []

  // MARK: Looking

  /// The elements right below a node, in order.
  func elements(below node: Int) -> [Int] {
    var found: [Int] = []
    var child = nodes[node].firstChild
    while child >= 0 {
      if nodes[Int(child)].isElement { found.append(Int(child)) }
      child = nodes[Int(child)].next
    }
    return found
  }

  /// Whether an element stands right below a node.
  func hasElements(_ node: Int) -> Bool {
    var child = nodes[node].firstChild
    while child >= 0 {
      if nodes[Int(child)].isElement { return true }
      child = nodes[Int(child)].next
    }
    return false
  }

  /// The value of an attribute by its name as written ("xml:base"), in lower case.
  func attribute(_ node: Int, _ name: String) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// The value of an attribute by its name without a prefix.
  func attribute(_ node: Int, localName name: String) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name || $0.name.hasSuffix(":" + name) }?.value
  }

  /// An attribute of a node or of the nearest element around it that has one.
  func inherited(_ node: Int, _ name: String) -> String? {
    var current = node
    while current >= 0 {
      if let value = attribute(current, name) { return value }
      current = Int(nodes[current].parent)
    }
    return nil
  }

  /// All text below a node, letter for letter.
  func text(of node: Int) -> String {
    var out: [UInt8] = []
    walk(node) { current, isEnd in
      if !isEnd, !nodes[current].isElement { out.append(contentsOf: text[nodes[current].text]) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What stands in a node as HTML: prefixes gone, every element closed.
  func html(of node: Int) -> String {
    var out: [UInt8] = []
    walk(node) { current, isEnd in
      guard current != node else { return }
      let element = nodes[current]
      if !element.isElement {
        if !isEnd { MarkupTree.escape(text[element.text], to: &out) }
        return
      }
      let isVoid = MarkupWords.void.contains(element.name)
      guard !(isEnd && isVoid) else { return }
      out.append(0x3C)
      if isEnd { out.append(0x2F) }
      out.append(contentsOf: element.name.utf8)
      if !isEnd {
        for attribute in attributes[element.attributes] where !attribute.name.hasPrefix("xmlns") {
          out.append(0x20)
          out.append(contentsOf: attribute.name.utf8)
          out.append(contentsOf: [0x3D, 0x22])
          MarkupTree.escape(attribute.value.utf8, to: &out)
          out.append(0x22)
        }
      }
      out.append(0x3E)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func escape(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x26: out.append(contentsOf: "&amp;".utf8)
      case 0x3C: out.append(contentsOf: "&lt;".utf8)
      case 0x3E: out.append(contentsOf: "&gt;".utf8)
      case 0x22: out.append(contentsOf: "&quot;".utf8)
      default: out.append(byte)
      }
    }
  }

  /// Visits a node and all below it, in order, each element twice: at its start and at its end.
  private func walk(_ node: Int, _ visit: (Int, Bool) -> Void) {
    var current = node
    while true {
      visit(current, false)
      if nodes[current].firstChild >= 0 {
        current = Int(nodes[current].firstChild)
        continue
      }
      visit(current, true)
      while current != node, nodes[current].next < 0 {
        current = Int(nodes[current].parent)
        visit(current, true)
      }
      guard current != node else { return }
      current = Int(nodes[current].next)
    }
  }

  // MARK: Building

  /// Adds an element below a node; returns its number.
  mutating func addElement(
    _ name: String, _ vocabulary: Vocabulary, _ new: [Attribute], below parent: Int
  ) -> Int {
    let start = attributes.count
    attributes += new
    return link(Node(name: name, vocabulary: vocabulary, attributes: start..<attributes.count), below: parent)
  }

  /// Adds text below a node, joined to text that stands there last.
  mutating func addText(below parent: Int, _ append: (inout [UInt8]) -> Void) {
    let start = text.count
    append(&text)
    guard text.count > start else { return }
    let last = Int(nodes[parent].lastChild)
    if last >= 0, !nodes[last].isElement, nodes[last].text.upperBound == start {
      nodes[last].text = nodes[last].text.lowerBound..<text.count
    } else {
      _ = link(Node(text: start..<text.count), below: parent)
    }
  }

  private mutating func link(_ node: Node, below parent: Int) -> Int {
    let number = nodes.count
    nodes.append(node)
    nodes[number].parent = Int32(parent)
    let last = Int(nodes[parent].lastChild)
    if last >= 0 { nodes[last].next = Int32(number) } else { nodes[parent].firstChild = Int32(number) }
    nodes[parent].lastChild = Int32(number)
    return number
  }

  // MARK: Bytes

  /// Where a run of bytes stands first at or after an offset.
  static func index(of run: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + run.count <= bytes.count {
      if bytes[at] == run[0], bytes[at..<(at + run.count)].elementsEqual(run) { return at }
      at += 1
    }
    return nil
  }

  /// Where a run of bytes stands last; -1 where it does not.
  static func lastIndex(of run: [UInt8], in bytes: [UInt8]) -> Int {
    var at = bytes.count - run.count
    while at >= 0 {
      if bytes[at] == run[0], bytes[at..<(at + run.count)].elementsEqual(run) { return at }
      at -= 1
    }
    return -1
  }
}
