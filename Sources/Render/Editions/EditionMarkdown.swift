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
      let isLeader = block.isVersionsTitle
      guard block.level > 1 || isLeader else { continue }
      let below = blocks[(index + 1)...].prefix { next in
        isLeader ? next.isItem : next.level == 0 || next.level > block.level
      }
      guard below.contains(where: \.isGone), below.allSatisfy({ $0.isGone || $0.isNote }) else { continue }
      for place in index..<below.endIndex { blocks[place].isGone = true }
    }
  }

  /// Takes what was counted of versions out of the lines below a story of which something is gone, with what led there
  /// from the line under the date: how many are left the edition does not say.
  mutating func dropCounts() {
    var lighter: Set<Substring> = []
    func isCount(_ link: MarkdownLink) -> Bool { link.address.hasSuffix(EditionMarkdown.differences) }
    for index in blocks.indices where blocks[index].level == 3 {
      let end = blocks[(index + 1)...].firstIndex { (1...3).contains($0.level) } ?? blocks.endIndex
      let card = index..<end
      guard !blocks[index].isGone, blocks[card].contains(where: \.isGone) else { continue }
      for place in card where blocks[place].level == 0 && !blocks[place].isItem {
        let counts = blocks[place].dropLinks(where: isCount)
        lighter.formUnion(counts.map { $0.address.dropLast(EditionMarkdown.differences.utf8.count) })
      }
      // Rows that do not contradict each other stand below no line that says so.
      let contradictions = blocks[card].filter { $0.isItem && $0.text.contains("item.conflict") }
      if !contradictions.isEmpty, contradictions.allSatisfy(\.isGone) {
        for place in card where blocks[place].isVersionsTitle { blocks[place].isGone = true }
      }
    }
    for index in blocks.indices where blocks[index].text.hasPrefix("[](# \".summary\")") {
      _ = blocks[index].dropLinks { link in
        isCount(link) && lighter.contains(link.address.dropLast(EditionMarkdown.differences.utf8.count))
      }
    }
  }

  /// Where links to the versions of a story lead on its page.
  private static let differences = "#differences"
}

extension EditionMarkdown.Block {
  /// Whether it says that versions differ, above their rows.
  fileprivate var isVersionsTitle: Bool { level == 0 && !isItem && text.hasPrefix("[](# \".versions-title\")") }

  /// Whether it only says something of what stands beside it.
  fileprivate var isNote: Bool {
    level == 0 && !isItem && ["note", "soft"].contains { text.hasPrefix("[](# \".\($0)\")") }
  }

  /// Takes links out, each with the mark that joins it to what stands before; answers them.
  fileprivate mutating func dropLinks(where isGone: (MarkdownLink) -> Bool) -> [MarkdownLink] {
    var dropped: [MarkdownLink] = []
    var out = ""
    for part in MarkdownLink.parts(of: text) {
      switch part {
      case .link(let link) where isGone(link):
        dropped.append(link)
        while let last = out.last, last == " " || last == "," { out.removeLast() }
      case .link(let link): out += link.markdown
      case .text(let words): out += words
      }
    }
    if !dropped.isEmpty { text = out }
    return dropped
  }
}
