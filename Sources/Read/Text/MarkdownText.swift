/// Turns Markdown into the words that a reader of its page would see.
///
/// Headings lose their marks, links keep their words, emphasis and code lose theirs; images, rules, link definitions,
/// fences and tags of HTML go. Lines of a paragraph are joined as Markdown joins them. What is no Markdown stays letter
/// for letter. It covers what press texts use (CommonMark 0.31 §4 and §6), not tables or nested lists.
struct MarkdownText {
  /// A paragraph, a heading or an item a line.
  private(set) var bytes: [UInt8] = []
  /// The line of the file that each line starts at.
  private(set) var numbers: [Int] = []
  /// The first heading of the first level.
  private(set) var title: String?
  private var isOpen = false
  private var isFenced = false
  private static let deepestLink = 2

  /// Reads a text without control characters, of which `firstLine` lines stand above.
  init(_ text: ArraySlice<UInt8>, linesAbove: Int) {
    var start = text.startIndex
    var number = linesAbove
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      number += 1
      read(text[start..<end], number)
      start = end + 1
    }
  }

  private mutating func read(_ raw: ArraySlice<UInt8>, _ number: Int) {
    let line = raw.drop { $0 <= 0x20 }
    if line.starts(with: [0x60, 0x60, 0x60]) || line.starts(with: [0x7E, 0x7E, 0x7E]) {
      isFenced.toggle()
      isOpen = false
      return
    }
    if line.isEmpty || (!isFenced && (MarkdownText.isRule(line) || MarkdownText.isDefinition(line))) {
      isOpen = false
      return
    }
    if isFenced {
      begin(line, number)
      isOpen = false
      return
    }
    let hashes = line.prefix { $0 == 0x23 }.count
    if (1...6).contains(hashes), line.dropFirst(hashes).first.map({ $0 <= 0x20 }) ?? false {
      let heading = MarkdownText.withoutClosingHashes(line.dropFirst(hashes))
      begin(heading, number)
      isOpen = false
      if hashes == 1, title == nil { title = String(decoding: MarkdownText.inline(heading), as: UTF8.self) }
      return
    }
    let quoted = line.first == 0x3E ? line.dropFirst().drop { $0 <= 0x20 } : line
    if LineShape.isListItem(quoted) {
      begin(quoted, number)
    } else if isOpen {
      bytes.append(0x20)
      bytes.append(contentsOf: MarkdownText.inline(quoted))
    } else {
      begin(quoted, number)
    }
    // Two spaces or a backslash at the end break the line.
    isOpen = !(raw.suffix(2).elementsEqual([0x20, 0x20]) || raw.last == 0x5C)
  }

  private mutating func begin(_ line: ArraySlice<UInt8>, _ number: Int) {
    let words = MarkdownText.inline(line)
    guard words.contains(where: { $0 > 0x20 }) else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes.append(contentsOf: words)
    numbers.append(number)
    isOpen = true
  }

  /// "***", "---", "___", and the "===" below a heading.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, [0x2A, 0x2D, 0x5F, 0x3D].contains(first) else { return false }
    return line.allSatisfy { $0 == first || $0 <= 0x20 } && line.count { $0 == first } >= 3
  }

  /// "[label]: https://…"
  private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == 0x5B, let close = line.firstIndex(of: 0x5D), close + 1 < line.endIndex else { return false }
    return line[close + 1] == 0x3A
  }

  private static func withoutClosingHashes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 <= 0x20 }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    let marks = line.reversed().prefix { $0 == 0x23 }.count
    guard marks > 0, marks < line.count, line[line.endIndex - marks - 1] <= 0x20 else { return line }
    return line.dropLast(marks)
  }

  /// The words of a line: one scan, and looks ahead that never overlap, so that a line of brackets stays linear.
  static func inline(_ line: ArraySlice<UInt8>, depth: Int = 0) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(line.count)
    // Links within links are an image in a link; deeper ones are no text that a person wrote.
    let links = depth < deepestLink ? LinkScan(line).links : [:]
    var at = line.startIndex
    while at < line.endIndex {
      let byte = line[at]
      if let link = links[at] {
        if !link.isImage { out.append(contentsOf: inline(line[link.words], depth: depth + 1)) }
        at = link.end
        continue
      }
      switch byte {
      case 0x5C where at + 1 < line.endIndex && isPunctuation(line[at + 1]):
        out.append(line[at + 1])
        at += 2
      case 0x2A, 0x60:
        // A lone star between spaces is a star.
        let isAlone = isSpace(line, at - 1) && isSpace(line, at + 1)
        if isAlone { out.append(byte) }
        at += 1
      case 0x5F:
        // Inside a word it is a letter of names.
        if !isSpace(line, at - 1), !isSpace(line, at + 1), isLetter(line, at - 1), isLetter(line, at + 1) {
          out.append(byte)
        }
        at += 1
      case 0x7E where at + 1 < line.endIndex && line[at + 1] == 0x7E: at += 2
      default:
        out.append(byte)
        at += 1
      }
    }
    while let last = out.last, last <= 0x20 || last == 0x5C { out.removeLast() }
    return out
  }

  private static func isSpace(_ line: ArraySlice<UInt8>, _ at: Int) -> Bool {
    !line.indices.contains(at) || line[at] <= 0x20
  }
  private static func isLetter(_ line: ArraySlice<UInt8>, _ at: Int) -> Bool {
    guard line.indices.contains(at) else { return false }
    return line[at] >= 0x80 || (line[at] | 0x20 >= 0x61 && line[at] | 0x20 <= 0x7A) || (0x30...0x39).contains(line[at])
  }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}

/// Finds links, images and tags of a line by one scan with a stack.
private struct LinkScan {
  struct Link {
    var words: Range<Int>
    var end: Int
    var isImage: Bool
  }
  /// By the byte that they start at.
  private(set) var links: [Int: Link] = [:]

  /// An address in a link is no longer than this; longer ones are no links.
  static let longestAddress = 2_000  // bytes

  init(_ line: ArraySlice<UInt8>) {
    var open: [Int] = []
    var at = line.startIndex
    while at < line.endIndex {
      switch line[at] {
      case 0x5C: at += 1
      case 0x5B: open.append(at)
      case 0x5D:
        guard let start = open.popLast(), at + 1 < line.endIndex, line[at + 1] == 0x28 || line[at + 1] == 0x5B else {
          break
        }
        let closing: UInt8 = line[at + 1] == 0x28 ? 0x29 : 0x5D
        let limit = min(line.endIndex, at + LinkScan.longestAddress)
        guard let end = line[at..<limit].dropFirst(2).firstIndex(of: closing) else { break }
        let isImage = start > line.startIndex && line[start - 1] == 0x21
        links[isImage ? start - 1 : start] = Link(words: start + 1..<at, end: end + 1, isImage: isImage)
        at = end
      case 0x3C:
        let limit = min(line.endIndex, at + LinkScan.longestAddress)
        guard at + 1 < limit, line[at + 1] == 0x2F || line[at + 1] | 0x20 >= 0x61 && line[at + 1] | 0x20 <= 0x7A,
          let end = line[at..<limit].firstIndex(of: 0x3E)
        else { break }
        // <https://…> is an address and stays; a tag goes.
        let inside = line[(at + 1)..<end]
        let isAddress = inside.starts(with: Array("http".utf8))
        links[at] = Link(words: isAddress ? at + 1..<end : at..<at, end: end + 1, isImage: false)
        at = end
      default: break
      }
      at += 1
    }
  }
}
