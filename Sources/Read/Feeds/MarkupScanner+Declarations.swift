/// Document types and the entities that they declare.
extension MarkupScanner {
  /// A document type: nothing of it counts but short plain entities.
  mutating func readDeclaration() {
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
}
