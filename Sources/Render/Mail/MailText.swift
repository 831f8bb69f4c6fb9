internal import CLibcmark

/// A page's Markdown as text that reads well without any mark: headings underlined, lists with dashes, lines of 72
/// columns, and the addresses of links in a list at the end, by number.
struct MailText {
  private let base: String?
  private var out = ""
  private var addresses: [String] = []
  private var numbers: [String: Int] = [:]
  private static let columns = 72

  private init(base: String?) { self.base = base }

  /// The text of a page at the site's root.
  ///
  /// - Parameter base: the site's address; without it links within the site are told by their words alone.
  static func text(of markdown: [UInt8], base: String?) -> String {
    let text = MarkdownDocument.withTree(of: markdown) { root in
      var text = MailText(base: base)
      text.blocks(of: root, indentation: "")
      return text
    }
    guard var text else { return "" }
    if !text.addresses.isEmpty { text.out += "\n" }
    for (at, address) in text.addresses.enumerated() { text.out += "[\(at + 1)] \(address)\n" }
    return text.out
  }

  private mutating func blocks(of parent: MarkdownNode, indentation: String) {
    var node = parent.firstChild
    while let block = node {
      switch block.kind {
      case CMARK_NODE_HEADING: heading(block, indentation)
      case CMARK_NODE_LIST: list(block, indentation)
      case CMARK_NODE_PARAGRAPH where MailText.isChart(block): break
      case CMARK_NODE_PARAGRAPH:
        lines(words(of: block), first: indentation, others: indentation)
      default: blocks(of: block, indentation: indentation)
      }
      let isTight = parent.kind == CMARK_NODE_ITEM && cmark_node_get_list_tight(parent.parent) == 1
      if block.next != nil, !isTight { gap() }
      node = block.next
    }
  }

  private mutating func gap() { if !out.isEmpty, !out.hasSuffix("\n\n") { out += "\n" } }

  private mutating func heading(_ block: MarkdownNode, _ indentation: String) {
    let level = cmark_node_get_heading_level(block)
    let title = words(of: block)
    guard title.contains(where: { !$0.isWhitespace }) else { return }
    if level == 2 { out += "\n" }
    let start = out.endIndex
    lines(title, first: indentation, others: indentation)
    let width = out[start...].split(separator: "\n").map(\.count).max() ?? 0
    if level < 3 { out += String(repeating: level == 1 ? "=" : "-", count: width) + "\n" }
  }

  private mutating func list(_ list: MarkdownNode, _ indentation: String) {
    let isNumbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    var number = Int(cmark_node_get_list_start(list))
    let isTight = cmark_node_get_list_tight(list) == 1
    var item = list.firstChild
    while let one = item {
      let mark = isNumbered ? "\(number). " : "- "
      let start = out.endIndex
      blocks(of: one, indentation: indentation + String(repeating: " ", count: mark.count))
      if out[start...].hasPrefix(indentation + String(repeating: " ", count: mark.count)) {
        let from = out.index(start, offsetBy: indentation.count)
        out.replaceSubrange(from..<out.index(from, offsetBy: mark.count), with: mark)
      }
      if one.next != nil, !isTight { gap() }
      number += 1
      item = one.next
    }
  }

  /// Adds words in lines; a line end in them stays one.
  private mutating func lines(_ words: String, first: String, others: String) {
    var indentation = first
    for line in words.split(separator: "\n") {
      var width = 0
      for word in line.split(separator: " ") {
        if width > 0, width + 1 + word.count > MailText.columns {
          out += "\n"
          width = 0
        }
        if width == 0 {
          out += indentation
          width = indentation.count
          indentation = others
        } else {
          out += " "
          width += 1
        }
        out += word
        width += word.count
      }
      if width > 0 { out += "\n" }
    }
  }

  /// The words of a block, a number behind each link.
  private mutating func words(of block: MarkdownNode) -> String {
    var text = ""
    var node = block.firstChild
    while let inline = node {
      switch inline.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += inline.literal
      case CMARK_NODE_SOFTBREAK: text += block.kind == CMARK_NODE_PARAGRAPH ? "\n" : " "
      case CMARK_NODE_LINEBREAK: text += "\n"
      case CMARK_NODE_LINK: text += link(inline)
      default: text += words(of: inline)
      }
      node = inline.next
    }
    return text
  }

  /// What a picture is drawn from; the picture tells in words beside it what it shows.
  private static func isDrawing(_ link: MarkdownNode) -> Bool {
    classes(of: link).contains { $0 == "squares" || Drawing.names.contains($0) }
  }

  /// A chart with the note on how it is read, which says nothing where there is none.
  private static func isChart(_ paragraph: MarkdownNode) -> Bool {
    var (hasNote, hasDrawing) = (false, false)
    var node = paragraph.firstChild
    while let inline = node {
      if inline.kind == CMARK_NODE_LINK {
        if classes(of: inline).contains("chart-note") { hasNote = true }
        if isDrawing(inline) { hasDrawing = true }
      }
      node = inline.next
    }
    return hasNote && hasDrawing
  }

  /// The classes that the title of a link names: ".line .soft".
  private static func classes(of link: MarkdownNode) -> [String] {
    link.title.split(separator: " ").filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }
  }

  private mutating func link(_ link: MarkdownNode) -> String {
    if MailText.isDrawing(link) { return "" }
    let words = words(of: link)
    guard !words.isEmpty, !link.url.hasPrefix("#"), let address = MailPage.absolute(link.url, base: base) else {
      return words
    }
    let number = numbers[address] ?? addresses.count + 1
    if numbers[address] == nil {
      numbers[address] = number
      addresses.append(address)
    }
    return "\(words) [\(number)]"
  }
}
