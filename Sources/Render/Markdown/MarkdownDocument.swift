internal import CLibcmark
internal import CMarkdownMemory

internal import func Foundation.strlen

/// Markdown as libcmark parsed it, on its way to HTML.
///
/// libcmark renders in safe mode: raw HTML is left out. The marks of links (`Mark`) become nodes of libcmark's own
/// custom kind first, so structure comes from this code, and words only from text nodes, which libcmark escapes.
struct MarkdownDocument {
  /// The HTML of a Markdown text, both as UTF-8, or nil where libcmark has no memory.
  ///
  /// - Parameter marks: those of the pages before, which are much the same.
  static func html(of markdown: [UInt8], marks: MarkTable) -> String? {
    marks.memory.withDocument(of: markdown) { root in
      var shaping = MarkShaping(root: root, marks: marks)
      shaping.apply()
      return cmark_render_html(root, CMARK_OPT_DEFAULT).map { String(cString: $0) }
    }
  }

  /// What is made of the tree of a Markdown text, which lives no longer; nil where libcmark has no memory.
  static func withTree<T>(of markdown: [UInt8], _ body: (MarkdownNode) -> T?) -> T? {
    MarkdownMemory().withDocument(of: markdown, body)
  }

  /// The HTML of a Markdown text.
  static func html(of markdown: String) -> String? { html(of: Array(markdown.utf8), marks: MarkTable()) }
}

/// A node of libcmark's tree.
typealias MarkdownNode = OpaquePointer

extension OpaquePointer {
  var kind: cmark_node_type { cmark_node_get_type(self) }
  var url: String { String(decoding: urlBytes, as: UTF8.self) }
  var title: String { String(decoding: titleBytes, as: UTF8.self) }
  /// The address and the title of a link, as UTF-8, for as long as the link is there.
  var urlBytes: UnsafeBufferPointer<UInt8> { OpaquePointer.bytes(cmark_node_get_url(self)) }
  var titleBytes: UnsafeBufferPointer<UInt8> { OpaquePointer.bytes(cmark_node_get_title(self)) }
  var literal: String { String(decoding: OpaquePointer.bytes(cmark_node_get_literal(self)), as: UTF8.self) }
  var firstChild: MarkdownNode? { cmark_node_first_child(self) }
  var next: MarkdownNode? { cmark_node_next(self) }
  var previous: MarkdownNode? { cmark_node_previous(self) }
  var parent: MarkdownNode? { cmark_node_parent(self) }

  /// What the block is named; it lives as long as its table.
  var mark: Mark? {
    get { cmark_node_get_user_data(self).map { Unmanaged<Mark>.fromOpaque($0).takeUnretainedValue() } }
    nonmutating set {
      let pointer = newValue.map { Unmanaged.passUnretained($0).toOpaque() }
      cmark_node_set_user_data(self, pointer)
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) { UnsafeBufferPointer(start: $0, count: length) }
  }

  /// The children at this moment; the tree may change while they are gone through.
  var children: [MarkdownNode] {
    var out: [MarkdownNode] = []
    forEachChild { out.append($0) }
    return out
  }

  /// Calls for each child in order; that child may be replaced meanwhile.
  func forEachChild(_ body: (MarkdownNode) -> Void) {
    var child = firstChild
    while let node = child {
      child = node.next
      body(node)
    }
  }

  /// The words below, without structure.
  var plainText: String {
    kind == CMARK_NODE_TEXT || kind == CMARK_NODE_CODE ? literal : children.map(\.plainText).joined()
  }

  /// Moves all children to the end of another node.
  func moveChildren(to other: MarkdownNode) {
    forEachChild { cmark_node_append_child(other, $0) }
  }

  /// A node that prints two strings around its children.
  static func custom(
    _ kind: cmark_node_type, enter: UnsafePointer<CChar>, exit: UnsafePointer<CChar>
  ) -> MarkdownNode? {
    guard let node = cmark_node_new_with_mem(kind, cmarkdown_allocator()) else { return nil }
    cmark_node_set_on_enter(node, enter)
    cmark_node_set_on_exit(node, exit)
    return node
  }

  /// Puts a node that prints two strings in the place of this one, which is freed; the children move.
  @discardableResult
  func replace(
    enter: UnsafePointer<CChar>, exit: UnsafePointer<CChar>, kind: cmark_node_type
  ) -> MarkdownNode? {
    guard let node = MarkdownNode.custom(kind, enter: enter, exit: exit) else { return nil }
    moveChildren(to: node)
    cmark_node_replace(self, node)
    cmark_node_free(self)
    return node
  }
}
