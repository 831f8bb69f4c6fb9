/// The text of a printed document as a program draws it out page by page: running heads and page numbers taken out, lines
/// joined into paragraphs.
///
/// Pages are parted by form feeds. A line counts as a running head where it stands at the top or the bottom of most pages,
/// numbers aside; a line goes on in the next where it fills its column.
enum DocumentText {
  /// Lines at the top and the bottom of a page that may be its head or foot.
  static let linesOfHeads = 2
  /// A head stands on so many pages at least, and on this share of them.
  static let fewestPages = 3
  static let shareOfPages = 0.5
  /// A line shorter than this share of the widest in its block ends a paragraph.
  static let fullLine = 0.7

  /// The paragraphs, a line each.
  static func paragraphs(_ bytes: [UInt8]) -> [UInt8] {
    let pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: true).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map { trimmed($0) }
    }
    let heads = runningHeads(pages)
    var blocks: [[ArraySlice<UInt8>]] = []
    var isOpen = false
    for page in pages {
      for line in body(of: page, heads) {
        if line.isEmpty {
          isOpen = false
        } else if isOpen {
          blocks[blocks.count - 1].append(line)
        } else {
          blocks.append([line])
          isOpen = true
        }
      }
      // A sentence goes on over the page.
      isOpen = blocks.last?.last?.last.map { !sentenceEnds.contains($0) } ?? false
    }
    return blocks.flatMap(joined)
  }

  /// Full stop, exclamation and question mark, colon, quote.
  private static let sentenceEnds: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x3A, 0x22]

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 <= 0x20 }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return line
  }

  /// What a line says, numbers aside.
  private static func wording(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.map { (0x30...0x39).contains($0) ? 0x30 : $0 }.reduce(into: []) { out, byte in
      if byte != 0x30 || out.last != 0x30 { out.append(byte) }
    }
  }

  /// The places of a page where heads and feet stand.
  private static func places(_ page: [ArraySlice<UInt8>]) -> [Int] {
    let filled = page.indices.filter { !page[$0].isEmpty }
    return Array(Set(filled.prefix(linesOfHeads) + filled.suffix(linesOfHeads))).sorted()
  }

  private static func runningHeads(_ pages: [[ArraySlice<UInt8>]]) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      for wording in Set(places(page).map({ wording(page[$0]) })) { counts[wording, default: 0] += 1 }
    }
    let fewest = max(Double(fewestPages), Double(pages.count) * shareOfPages)
    return Set(counts.filter { Double($0.value) >= fewest }.keys)
  }

  private static func body(of page: [ArraySlice<UInt8>], _ heads: Set<[UInt8]>) -> [ArraySlice<UInt8>] {
    let places = Set(places(page))
    let kept = page.indices.filter { !places.contains($0) || !heads.contains(wording(page[$0])) }.map { page[$0] }
    let start = kept.firstIndex { !$0.isEmpty } ?? kept.endIndex
    let end = (kept.lastIndex { !$0.isEmpty } ?? -1) + 1
    return start < end ? Array(kept[start..<end]) : []
  }

  /// A block's lines as paragraphs.
  private static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    let widest = lines.map(\.count).max() ?? 0
    var out: [UInt8] = []
    for (index, line) in lines.enumerated() {
      out += line
      let isLast = index == lines.count - 1
      let isFull = Double(line.count) >= Double(widest) * fullLine
      if !isLast, isFull, !LineShape.isListItem(lines[index + 1]) { out.append(0x20) } else { out.append(0x0A) }
    }
    return out
  }
}
