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
    for line in blocks.lazy.filter({ !$0.isGone }).map(\.text).joined().split(
      separator: "\n", omittingEmptySubsequences: false)
    {
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

/// A link of Markdown as the templates write it: `[label](address "title")`.
struct MarkdownLink {
  /// As it stands between the brackets.
  var label: Substring
  var address: Substring
  /// With its marks and the blank before it; empty where there is none.
  var title: Substring

  /// The links of a text, and what stands between, in order.
  enum Part {
    case text(Substring)
    case link(MarkdownLink)
  }

  /// Cuts a text into links and what stands between.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    var at = rest.startIndex
    while let open = firstMark("[", in: text, from: at) {
      guard let close = firstMark("]", in: text, from: text.index(after: open)),
        text[close...].hasPrefix("]("),
        let end = addressEnd(text, from: text.index(close, offsetBy: 2))
      else {
        at = text.index(after: open)
        continue
      }
      if rest.startIndex < open { parts.append(.text(rest[..<open])) }
      let inside = text[text.index(close, offsetBy: 2)..<end]
      let blank = inside.firstIndex(of: " ") ?? inside.endIndex
      parts.append(
        .link(
          MarkdownLink(
            label: text[text.index(after: open)..<close], address: inside[..<blank], title: inside[blank...])))
      at = text.index(after: end)
      rest = text[at...]
    }
    if !rest.isEmpty { parts.append(.text(rest)) }
    return parts
  }

  /// The link as Markdown.
  var markdown: String { "[\(label)](\(address)\(title))" }

  /// The first unescaped mark.
  private static func firstMark(_ mark: Character, in text: String, from start: String.Index) -> String.Index? {
    var at = start
    while at < text.endIndex {
      if text[at] == mark { return at }
      at = text.index(after: at)
      if text[text.index(before: at)] == "\\", at < text.endIndex { at = text.index(after: at) }
    }
    return nil
  }

  /// Where the parenthesis closes that an address and a title stand in.
  private static func addressEnd(_ text: String, from start: String.Index) -> String.Index? {
    var at = start
    var isQuoted = false
    while at < text.endIndex {
      switch text[at] {
      case "\\": at = text.index(after: at)
      case "\"": isQuoted.toggle()
      case ")" where !isQuoted: return at
      case "\n": return nil
      default: break
      }
      if at < text.endIndex { at = text.index(after: at) }
    }
    return nil
  }

  /// The words of a piece of Markdown, in order: runs of letters and digits.
  static func words(_ markdown: some StringProtocol) -> [Substring] {
    String(markdown).split { !($0.isLetter || $0.isNumber) }
  }
}
