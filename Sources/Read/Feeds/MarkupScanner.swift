/// Reads XML as feeds have it into a `MarkupTree`.
///
/// Feeds are cut off, forget to escape "&" and "<", leave elements open, close what was never opened, use prefixes that
/// they never declare, and write HTML where text should stand. libxml2 in its recover mode stops at some of that, closes
/// the wrong elements at other, so feeds have a scanner of their own. An end tag closes down to the element that it
/// names, and counts for nothing where none is open; an `item` or `entry` ends the one before. Every loop goes forward,
/// and nothing is looked for that was found missing once, so the time is linear in the bytes.
struct MarkupScanner {
  /// Elements nested deeper are passed over; their text stays.
  static let deepest = 128
  /// Of an element; the rest is passed over.
  static let mostAttributes = 64
  /// Entities that a document declares itself, and the bytes that they may come to in all.
  static let mostEntities = 64
  static let mostEntityBytes = 64 * 1024

  let bytes: [UInt8]
  /// Where it reads.
  var at = 0
  var tree = MarkupTree()
  /// The open elements, the document first.
  var open = [0]
  /// How many elements are open beyond the deepest.
  var beyond = 0
  var names = NamespaceScope()
  var entities: [String: [UInt8]] = [:]
  private var entityBytes = 0
  var isDeclarationOpen = false
  /// Where the last of each mark stands, so that none is looked for in vain.
  private let lastComment: Int
  private let lastSection: Int
  let lastQuote: (double: Int, single: Int)

  /// The tree of a document in UTF-8.
  static func tree(_ bytes: [UInt8]) -> MarkupTree {
    var scanner = MarkupScanner(bytes)
    scanner.run()
    return scanner.tree
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lastComment = MarkupTree.lastIndex(of: Array("-->".utf8), in: bytes)
    lastSection = MarkupTree.lastIndex(of: Array("]]>".utf8), in: bytes)
    lastQuote = (bytes.lastIndex(of: 0x22) ?? -1, bytes.lastIndex(of: 0x27) ?? -1)
  }

  private mutating func run() {
    while at < bytes.count {
      if bytes[at] != 0x3C || !readMark() { readText() }
    }
  }

  /// Whether some letters stand where it reads, or elsewhere.
  func starts(with text: StaticString, at place: Int? = nil) -> Bool {
    let start = place ?? at
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Reads what a "<" opens; false where it is a character of the text.
  private mutating func readMark() -> Bool {
    guard at + 1 < bytes.count else { return false }
    switch bytes[at + 1] {
    case 0x21:
      if starts(with: "<!--") {
        at =
          at < lastComment ? (MarkupTree.index(of: Array("-->".utf8), in: bytes, from: at + 4) ?? at) + 3 : afterMark()
      } else if starts(with: "<![CDATA[") {
        readSection()
      } else {
        readDeclaration()
      }
    case 0x3F: at = afterMark()
    case 0x2F: return readEnd()
    case let byte where MarkupScanner.isNameStart(byte): readStart()
    default: return false
    }
    return true
  }

  /// Past the next ">".
  func afterMark() -> Int { (bytes[at...].firstIndex(of: 0x3E) ?? bytes.count - 1) + 1 }

  /// Where the quote ends that starts at an offset; nil where it never does.
  func quoteEnd(_ start: Int) -> Int? {
    let quote = bytes[start]
    guard start < (quote == 0x22 ? lastQuote.double : lastQuote.single) else { return nil }
    return bytes[(start + 1)...].firstIndex(of: quote)
  }

  private mutating func readText() {
    let start = at
    // At least one byte: a "<" that opens nothing is text.
    let end = bytes[(at + 1)...].firstIndex(of: 0x3C) ?? bytes.count
    var from = start
    let (bytes, entities, isSpent) = (bytes, entities, entityBytes >= MarkupScanner.mostEntityBytes)
    var grown = 0
    tree.addText(below: open[open.count - 1]) { text in
      while from < end {
        if bytes[from] == 0x26 {
          let before = text.count
          MarkupReferences.append(
            bytes, &from, end, own: isSpent || grown > MarkupScanner.mostEntityBytes ? [:] : entities, to: &text)
          grown += entities.isEmpty ? 0 : text.count - before
        } else {
          text.append(bytes[from])
          from += 1
        }
      }
    }
    entityBytes += grown
    at = end
  }

  private mutating func readSection() {
    let start = at + 9
    var end = bytes.count
    if at < lastSection {
      end = MarkupTree.index(of: Array("]]>".utf8), in: bytes, from: start) ?? end
    } else {
      // Never closed: it ends with its entry.
      end = entryEnd(from: start) ?? end
    }
    let (bytes, stop) = (bytes, min(end, bytes.count))
    if start < stop { tree.addText(below: open[open.count - 1]) { $0.append(contentsOf: bytes[start..<stop]) } }
    at = at < lastSection ? stop + 3 : stop
  }

  /// Where the next end tag of an entry stands. All kinds are looked for at once: one that is far away, or nowhere, would
  /// be looked for again from each section.
  private func entryEnd(from start: Int) -> Int? {
    (start..<bytes.count).first { place in
      bytes[place] == 0x3C && MarkupScanner.entryEnds.contains { starts(with: $0, at: place) }
    }
  }

  private static let entryEnds: [StaticString] = ["</item", "</entry", "</ITEM"]
}
