internal import CLibcmark

/// Turns the marks of a document into classes, ids, sections and boxes.
///
/// - A link with a mark becomes an element of that class: a link where it leads somewhere, words where it leads to "#".
/// - An empty link with a mark at the start of a block names the block (and its list, and its list item).
/// - A heading so named opens a section, up to the next heading of its level or a higher one; the notes right after it
///   stand in its header, the rest in its body. What follows the first heading up to the second is the opening.
struct MarkShaping {
  let root: MarkdownNode
  private let marks: MarkTable
  /// The named blocks, in the order of the document.
  private var named: [MarkdownNode] = []
  /// The start tag of a link.
  private var enter: [UInt8] = []

  /// Shapes the tree below `root`.
  init(root: MarkdownNode, marks: MarkTable) {
    self.root = root
    self.marks = marks
  }

  /// Does all of it; afterwards no mark is left.
  mutating func apply() {
    var links: [MarkdownNode] = []
    var images: [MarkdownNode] = []
    collect(root, &links, &images)
    for image in images { image.replace(enter: "", exit: "", kind: CMARK_NODE_CUSTOM_INLINE) }
    for link in links { shape(link: link) }
    for node in named { node.mark.map { shape(listAround: node, $0) } }
    for node in named { name(paragraph: node) }
    var sections = SectionShaping(root: root)
    sections.apply()
  }

  private func collect(_ node: MarkdownNode, _ links: inout [MarkdownNode], _ images: inout [MarkdownNode]) {
    var next = node.firstChild
    while let child = next {
      next = child.next
      let kind = child.kind
      if kind == CMARK_NODE_TEXT { continue }
      collect(child, &links, &images)
      if kind == CMARK_NODE_LINK { links.append(child) } else if kind == CMARK_NODE_IMAGE { images.append(child) }
    }
  }

  private mutating func shape(link: MarkdownNode) {
    let address = link.urlBytes
    let leadsNowhere = address.elementsEqual("#".utf8)
    guard let mark = marks.mark(of: link) else {
      if !LinkAddress.isAllowed(address) { link.replace(enter: "", exit: "", kind: CMARK_NODE_CUSTOM_INLINE) }
      return
    }
    if link.firstChild == nil, link.previous == nil, leadsNowhere, let block = link.parent,
      block.kind == CMARK_NODE_PARAGRAPH || block.kind == CMARK_NODE_HEADING, block.mark == nil
    {
      block.mark = mark
      named.append(block)
      cmark_node_unlink(link)
      cmark_node_free(link)
      return
    }
    shape(words: link, mark, leadingTo: leadsNowhere || !LinkAddress.isAllowed(address) ? nil : address)
  }

  private mutating func shape(words link: MarkdownNode, _ mark: Mark, leadingTo address: UnsafeBufferPointer<UInt8>?) {
    if let name = mark.picture, let svg = Drawing.svg(name, of: link.plainText) {
      if let node = MarkdownNode.custom(CMARK_NODE_CUSTOM_INLINE, enter: svg, exit: "") {
        cmark_node_replace(link, node)
        cmark_node_free(link)
      }
      return
    }
    guard let address else {
      link.replace(enter: mark.tags.open, exit: mark.tags.close, kind: CMARK_NODE_CUSTOM_INLINE)
      return
    }
    enter.removeAll(keepingCapacity: true)
    enter.append(contentsOf: mark.linkTags.open.utf8)
    enter.append(contentsOf: " href=\"".utf8)
    HTMLEscaping.append(address, to: &enter)
    enter.append(contentsOf: "\">\0".utf8)
    enter.withUnsafeBytes {
      guard let enter = $0.bindMemory(to: CChar.self).baseAddress else { return }
      _ = link.replace(enter: enter, exit: mark.linkTags.close, kind: CMARK_NODE_CUSTOM_INLINE)
    }
  }

  /// Gives the item and the list around a named block their classes.
  private func shape(listAround block: MarkdownNode, _ mark: Mark) {
    guard let item = block.parent, item.kind == CMARK_NODE_ITEM, let list = item.parent else { return }
    guard !mark.itemClasses.isEmpty || !mark.listClasses.isEmpty else { return }
    let name = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? "ol" : "ul"
    if list.kind == CMARK_NODE_LIST {
      let classes = mark.listClasses.isEmpty ? "" : " class=\"\(mark.listClasses.joined(separator: " "))\""
      // A list that is a grid loses its role in some browsers; the attribute gives it back.
      list.replace(enter: "<\(name)\(classes) role=\"list\">", exit: "</\(name)>", kind: CMARK_NODE_CUSTOM_BLOCK)
    }
    if !mark.itemClasses.isEmpty {
      let classes = mark.itemClasses.joined(separator: " ")
      item.replace(enter: "<li class=\"\(classes)\">", exit: "</li>", kind: CMARK_NODE_CUSTOM_BLOCK)
    }
  }

  /// Gives a named paragraph below the top level its attributes; those of the top level may still belong in a section's
  /// header: `SectionShaping` names them.
  private func name(paragraph: MarkdownNode) {
    guard paragraph.kind == CMARK_NODE_PARAGRAPH, paragraph.parent != root, let mark = paragraph.mark else { return }
    paragraph.replace(enter: "<p\(mark.attributes)>", exit: "</p>", kind: CMARK_NODE_CUSTOM_BLOCK)
  }
}
