internal import NewsModel

/// The Markdown of a printed edition in blocks, so that some of them can be taken out.
///
/// Not a parser of Markdown: it reads what the templates write, headings, list items and paragraphs that begin at the
/// start of a line, each with what is indented below it.
struct EditionMarkdown {
  /// A heading, a list item with what belongs to it, or a paragraph.
  struct Block {
    /// 1 to 6 for a heading, else 0.
    var level = 0
    var isItem = false
    /// Its lines, each closed by a line feed, with the blank lines behind it.
    var text: String
    /// Taken out.
    var isGone = false

    /// What stays of it: where it is taken out, the blank line that ended a list or a paragraph.
    fileprivate var standing: String { isGone ? text.hasSuffix("\n\n") ? "\n" : "" : text }
  }
  var blocks: [Block] = []

  /// The blocks of a Markdown text.
  init(_ markdown: String) {
    var isAfterBlank = true
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line + "\n"
      guard line.contains(where: { $0 != " " }) else {
        isAfterBlank = true
        if !blocks.isEmpty { blocks[blocks.count - 1].text += text }
        continue
      }
      let level = line.prefix { $0 == "#" }.count
      let isItem = EditionMarkdown.startsItem(line)
      let goesOn = line.hasPrefix(" ") || level == 0 && !isItem && !isAfterBlank
      if goesOn, !blocks.isEmpty {
        blocks[blocks.count - 1].text += text
      } else {
        blocks.append(Block(level: level, isItem: isItem, text: String(text)))
      }
      isAfterBlank = false
    }
  }

  private static func startsItem(_ line: Substring) -> Bool {
    if line.hasPrefix("- ") { return true }
    let rest = line.drop { $0.isNumber }
    return rest.count < line.count && rest.hasPrefix(". ")
  }

  /// The text without what was taken out, and with no more than one blank line in a row.
  var markdown: String {
    var out = ""
    var isBlank = true
    for line in blocks.lazy.map(\.standing).joined().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty && isBlank { continue }
      out += line + "\n"
      isBlank = line.isEmpty
    }
    while out.hasSuffix("\n\n") { out.removeLast() }
    return out
  }

  /// A page's Markdown for a place so many folders further up: its links lead where they led.
  static func moved(_ markdown: String, up folders: Int) -> String {
    let below = String(repeating: "../", count: folders)
    return MarkdownLink.parts(of: markdown).map { part in
      switch part {
      case .text(let text): return String(text)
      case .link(var link):
        // A dot at the start of an address is escaped, as at the start of any value.
        for start in [below, "\\" + below] where link.address.hasPrefix(start) {
          link.address = link.address.dropFirst(start.count)
          break
        }
        return link.markdown
      }
    }.joined()
  }

  /// Takes out headings that nothing is left below, and lines that only led to what is gone.
  mutating func dropLeaders() {
    for index in blocks.indices.reversed() where !blocks[index].isGone {
      let block = blocks[index]
      let isLeader = block.level == 0 && !block.isItem && block.text.hasPrefix("[](# \".versions-title\")")
      guard block.level > 1 || isLeader else { continue }
      let below = blocks[(index + 1)...].prefix { next in
        isLeader ? next.isItem : next.level == 0 || next.level > block.level
      }
      if !below.isEmpty, below.allSatisfy(\.isGone) { blocks[index].isGone = true }
    }
  }
}
