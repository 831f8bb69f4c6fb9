internal import CLibxml2

/// A page as libxml2's HTML parser makes it of any bytes; freed with its last reference.
///
/// The parser loads nothing from elsewhere and resolves no entity of a document's own.
final class HTMLTree {
  private let document: htmlDocPtr

  /// Parses a page, or nil where there is nothing to parse.
  init?(_ bytes: [UInt8], encoding: String?) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    guard bytes.count < Int(Int32.max) else { return nil }
    let parsed = bytes.withUnsafeBufferPointer { buffer -> htmlDocPtr? in
      guard let base = buffer.baseAddress else { return nil }
      return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        htmlReadMemory($0, Int32(buffer.count), nil, encoding, Int32(bitPattern: options))
      }
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// The outermost element.
  var root: HTMLNode? { xmlDocGetRootElement(document).map { HTMLNode(pointer: $0) } }
}

/// An element or a text of a page; valid as long as its tree.
struct HTMLNode: Equatable {
  let pointer: xmlNodePtr

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }
  /// In lower case.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }
  /// The line of the file, up to 65,535.
  var line: Int { Int(pointer.pointee.line) }
  var firstChild: HTMLNode? { pointer.pointee.children.map { HTMLNode(pointer: $0) } }
  var next: HTMLNode? { pointer.pointee.next.map { HTMLNode(pointer: $0) } }
  var parent: HTMLNode? { pointer.pointee.parent.map { HTMLNode(pointer: $0) } }

  /// The bytes of a text.
  var content: UnsafeBufferPointer<UInt8> {
    guard let start = pointer.pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start)))
  }

  /// The value of an attribute; empty where it has none.
  func attribute(_ name: String) -> String? {
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let own = current.pointee.name, String(cString: own) == name {
        guard let value = current.pointee.children?.pointee.content else { return "" }
        return String(cString: value)
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// Visits this node and all below it, in order, without recursion: pages nest as deep as they like.
  ///
  /// - Parameters:
  ///   - enter: called before what is below; false passes that over (`leave` is called all the same).
  ///   - leave: called after it.
  func visit(enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void = { _ in }) {
    var current = self
    while true {
      if enter(current), let child = current.firstChild {
        current = child
        continue
      }
      leave(current)
      while current != self, current.next == nil {
        guard let parent = current.parent else { return }
        current = parent
        leave(current)
      }
      guard current != self, let next = current.next else { return }
      current = next
    }
  }

  /// All text below, white space collapsed.
  var words: String {
    var out: [UInt8] = []
    visit(enter: { node in
      if node.isText { HTMLText.append(node.content, to: &out) }
      return true
    })
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

/// White space as a page shows it.
enum HTMLText {
  /// Adds text with each run of white space as one space, none at the start.
  static func append(_ content: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for byte in content {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte)
      }
    }
  }
}
