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

  private let bytes: [UInt8]
  private var at = 0
  private(set) var tree = MarkupTree()
  /// The open elements, the document first.
  private var open = [0]
  /// How many elements are open beyond the deepest.
  private var beyond = 0
  private var names = NamespaceScope()
  private var entities: [String: [UInt8]] = [:]
  private var entityBytes = 0
  private var isDeclarationOpen = false
  /// Where the last of each mark stands, so that none is looked for in vain.
  private let lastComment: Int
  private let lastSection: Int
  private let lastQuote: (double: Int, single: Int)

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

  private func starts(with text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] { return false }
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
  private func afterMark() -> Int { (bytes[at...].firstIndex(of: 0x3E) ?? bytes.count - 1) + 1 }

  // MARK: Text

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
    } else if let entry = ["</item", "</entry", "</ITEM"].lazy.compactMap({ [bytes] mark in
      MarkupTree.index(of: Array(mark.utf8), in: bytes, from: start)
    }).min() {
      // Never closed: it ends with its entry.
      end = entry
    }
    let (bytes, stop) = (bytes, min(end, bytes.count))
    if start < stop { tree.addText(below: open[open.count - 1]) { $0.append(contentsOf: bytes[start..<stop]) } }
    at = at < lastSection ? stop + 3 : stop
  }

  // MARK: Declarations

  /// A document type: nothing of it counts but short plain entities.
  private mutating func readDeclaration() {
    let start = at
    var depth = 0
    guard !isDeclarationOpen else {
      at = afterMark()
      return
    }
    while at < bytes.count {
      switch bytes[at] {
      case 0x22, 0x27:
        if let end = quoteEnd(at) { at = end }
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3C where starts(with: "<!ENTITY"): readEntity()
      case 0x3E where depth <= 0:
        at += 1
        return
      default: break
      }
      at += 1
    }
    // Never closed: it ends with the first mark that can end it, as the next will.
    isDeclarationOpen = true
    at = start
    at = afterMark()
  }

  /// `<!ENTITY name "value">`, where the value is plain text; the mark at `at` stands on its last quote afterwards.
  private mutating func readEntity() {
    at += 8
    func skipSpace(_ at: inout Int) { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }
    var next = at
    skipSpace(&next)
    let name = bytes[next...].prefix(32).prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x3E && $0 != 0x25 }
    next += name.count
    skipSpace(&next)
    guard !name.isEmpty, next < bytes.count, bytes[next] == 0x22 || bytes[next] == 0x27, let end = quoteEnd(next) else {
      return
    }
    at = end
    let value = bytes[(next + 1)..<end]
    guard value.count <= 256, !value.contains(0x3C), entities.count < MarkupScanner.mostEntities else { return }
    var plain: [UInt8] = []
    var from = value.startIndex
    while from < value.endIndex {
      if bytes[from] == 0x26 {
        MarkupReferences.append(bytes, &from, value.endIndex, to: &plain)
        // A reference to another entity: that is how bombs are made.
        if plain.last == 0x26 { return }
      } else {
        plain.append(bytes[from])
        from += 1
      }
    }
    let key = String(decoding: name, as: UTF8.self)
    if entities[key] == nil { entities[key] = plain }
  }

  /// Where the quote ends that starts at an offset; nil where it never does.
  private func quoteEnd(_ start: Int) -> Int? {
    let quote = bytes[start]
    guard start < (quote == 0x22 ? lastQuote.double : lastQuote.single) else { return nil }
    return bytes[(start + 1)...].firstIndex(of: quote)
  }

  // MARK: Tags

  private mutating func readEnd() -> Bool {
    let name = self.name(at + 2)
    guard !name.isEmpty else { return false }
    at += 2
    while at < bytes.count, bytes[at] != 0x3E, bytes[at] != 0x3C { at += 1 }
    if at < bytes.count, bytes[at] == 0x3E { at += 1 }
    guard beyond == 0 else {
      beyond -= 1
      return true
    }
    let local = MarkupScanner.local(name)
    if let index = open.lastIndex(where: { tree.nodes[$0].name == local && $0 > 0 }) { close(downTo: index) }
    return true
  }

  private mutating func close(downTo index: Int) {
    open.removeSubrange(index...)
    names.leave(depth: open.count)
  }

  private mutating func readStart() {
    let name = self.name(at + 1)
    at += 1 + name.utf8.count
    var attributes: [MarkupTree.Attribute] = []
    var isClosed = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3C { break }
      if byte == 0x3E {
        at += 1
        break
      }
      if byte == 0x2F || byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x3D {
        isClosed = byte == 0x2F && at + 1 < bytes.count && bytes[at + 1] == 0x3E
        at += 1
        continue
      }
      let attribute = readAttribute()
      if attributes.count < MarkupScanner.mostAttributes { attributes.append(attribute) }
    }
    add(name.lowercased(), attributes, isClosed)
  }

  private mutating func readAttribute() -> MarkupTree.Attribute {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3D, bytes[at] != 0x3E, bytes[at] != 0x2F, bytes[at] != 0x3C
    { at += 1 }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    var next = at
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, bytes[next] == 0x3D else { return MarkupTree.Attribute(name: name, value: "") }
    at = next + 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { return MarkupTree.Attribute(name: name, value: "") }
    let end: Int
    if bytes[at] == 0x22 || bytes[at] == 0x27, let close = quoteEnd(at) {
      let value = self.value(at + 1, close)
      at = close + 1
      return MarkupTree.Attribute(name: name, value: value)
    } else {
      end = bytes[at...].firstIndex { $0 <= 0x20 || $0 == 0x3E || $0 == 0x3C } ?? bytes.count
    }
    let value = self.value(at, end)
    at = end
    return MarkupTree.Attribute(name: name, value: value)
  }

  private func value(_ start: Int, _ end: Int) -> String {
    guard bytes[start..<end].contains(0x26) else { return String(decoding: bytes[start..<end], as: UTF8.self) }
    var out: [UInt8] = []
    var from = start
    while from < end {
      if bytes[from] == 0x26 {
        MarkupReferences.append(bytes, &from, end, to: &out)
      } else {
        out.append(bytes[from])
        from += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func add(_ name: String, _ attributes: [MarkupTree.Attribute], _ isClosed: Bool) {
    guard open.count <= MarkupScanner.deepest else {
      if !isClosed { beyond += 1 }
      return
    }
    let local = MarkupScanner.local(name)
    names.enter(depth: open.count + 1, attributes)
    let vocabulary = names.vocabulary(of: name)
    if let index = impliedEnd(local, vocabulary) {
      close(downTo: index)
      names.enter(depth: open.count + 1, attributes)
    }
    let node = tree.addElement(local, vocabulary, attributes, below: open[open.count - 1])
    let isVoid = MarkupWords.void.contains(local) && vocabulary != .media
    if isClosed || isVoid { names.leave(depth: open.count) } else { open.append(node) }
  }

  /// The open element that a start tag says was meant to be closed.
  private func impliedEnd(_ name: String, _ vocabulary: MarkupTree.Vocabulary) -> Int? {
    guard vocabulary == .core || vocabulary == .atom else { return nil }
    let isEntry = name == "item" || name == "entry"
    if isEntry {
      return open.lastIndex { $0 > 0 && tree.nodes[$0].name == name && tree.nodes[$0].vocabulary == vocabulary }
    }
    guard vocabulary == .core, MarkupScanner.leaves.contains(name), let last = open.last,
      tree.nodes[last].vocabulary == .core, MarkupScanner.leaves.contains(tree.nodes[last].name)
    else { return nil }
    return open.count - 1
  }

  /// Elements of RSS that hold text and none of the others.
  private static let leaves: Set<String> = [
    "title", "link", "description", "guid", "pubdate", "author", "category", "comments", "enclosure",
  ]

  private func name(_ start: Int) -> String {
    guard start < bytes.count, MarkupScanner.isNameStart(bytes[start]) else { return "" }
    let end = bytes[start...].prefix(256).firstIndex {
      $0 <= 0x20 || $0 == 0x3E || $0 == 0x2F || $0 == 0x3C || $0 == 0x22 || $0 == 0x27 || $0 == 0x3D
    }
    return String(decoding: bytes[start..<(end ?? min(bytes.count, start + 256))], as: UTF8.self)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x3A || byte >= 0xC2
  }

  private static func local(_ name: String) -> String {
    let local = name.lowercased()
    guard let colon = local.lastIndex(of: ":") else { return local }
    return String(local[local.index(after: colon)...])
  }
}
