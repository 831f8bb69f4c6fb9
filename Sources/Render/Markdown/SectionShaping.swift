internal import CLibcmark

/// Gathers the blocks of a document into its opening, its sections, and the boxes that sections share.
struct SectionShaping {
  let root: MarkdownNode
  /// The box that a section shares, by section.
  private var boxes: [MarkdownNode: String] = [:]

  /// Paragraphs that stand in a section's header when they follow its heading.
  private static let headerNotes: Set<String> = ["note", "kicker"]

  private struct Open {
    var level: Int
    var header: MarkdownNode?
    var body: MarkdownNode?
    var section: MarkdownNode
  }

  /// Shapes the top level of a tree.
  init(root: MarkdownNode) { self.root = root }

  /// Rebuilds the top level of the tree.
  mutating func apply() {
    var open: [Open] = []
    let blocks = root.children
    for block in blocks { cmark_node_unlink(block) }
    for block in blocks {
      if block.kind == CMARK_NODE_HEADING {
        let level = Int(cmark_node_get_heading_level(block))
        open.removeAll { $0.level >= level || $0.level == 1 }
        if let mark = block.mark, let section = opened(block, level, mark, in: open.last) {
          open.append(section)
          continue
        }
      } else if block.kind == CMARK_NODE_THEMATIC_BREAK {
        open = []
        cmark_node_free(block)
        continue
      }
      let classes = block.mark?.classes ?? []
      append(named(block), classes: classes, to: &open)
    }
    gatherBoxes(in: root)
  }

  private mutating func opened(_ heading: MarkdownNode, _ level: Int, _ mark: Mark, in outer: Open?) -> Open? {
    let element = level == 1 ? "header" : "section"
    let attributes = level == 1 ? mark.attributes(of: ["opening"] + mark.classes) : mark.attributes
    guard
      let section = MarkdownNode.custom(
        CMARK_NODE_CUSTOM_BLOCK, enter: "<\(element)\(attributes)>", exit: "</\(element)>")
    else { return nil }
    cmark_node_append_child(outer?.body ?? outer?.section ?? root, section)
    boxes[section] = mark.box
    if level == 1 {
      cmark_node_append_child(section, heading)
      return Open(level: 1, header: nil, body: section, section: section)
    }
    guard let header = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK, enter: "<header>", exit: "</header>"),
      let body = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"body\">", exit: "</div>")
    else { return nil }
    cmark_node_append_child(section, header)
    cmark_node_append_child(section, body)
    cmark_node_append_child(header, heading)
    return Open(level: level, header: header, body: body, section: section)
  }

  private func named(_ block: MarkdownNode) -> MarkdownNode {
    guard block.kind == CMARK_NODE_PARAGRAPH, let mark = block.mark,
      let node = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK, enter: "<p\(mark.attributes)>", exit: "</p>")
    else { return block }
    block.moveChildren(to: node)
    cmark_node_free(block)
    return node
  }

  private func append(_ block: MarkdownNode, classes: [String], to open: inout [Open]) {
    guard let last = open.last else {
      cmark_node_append_child(root, block)
      return
    }
    let isNote = classes.contains(where: SectionShaping.headerNotes.contains)
    if isNote, let header = last.header, last.body?.firstChild == nil {
      cmark_node_append_child(header, block)
    } else {
      cmark_node_append_child(last.body ?? last.section, block)
    }
  }

  /// Puts neighbours that name the same box into one.
  private func gatherBoxes(in node: MarkdownNode) {
    var box: MarkdownNode?
    var name: String?
    for child in node.children {
      guard let wanted = boxes[child] else {
        box = nil
        name = nil
        if child.kind == CMARK_NODE_CUSTOM_BLOCK { gatherBoxes(in: child) }
        continue
      }
      if wanted != name {
        box = .custom(CMARK_NODE_CUSTOM_BLOCK, enter: "<div class=\"\(wanted)\">", exit: "</div>")
        name = wanted
        if let box { cmark_node_insert_before(child, box) }
      }
      if let box { cmark_node_append_child(box, child) }
    }
  }
}
