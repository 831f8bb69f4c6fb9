/// Start and end tags, their names and attributes, and the elements that they open and close.
extension MarkupScanner {
  mutating func readEnd() -> Bool {
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

  mutating func readStart() {
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

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x3A || byte >= 0xC2
  }

  private static func local(_ name: String) -> String {
    let local = name.lowercased()
    guard let colon = local.lastIndex(of: ":") else { return local }
    return String(local[local.index(after: colon)...])
  }
}
