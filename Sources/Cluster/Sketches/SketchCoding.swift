extension ArticleSketch {
  /// The version of sketches and of their bytes: others are to be made anew.
  package static let version: UInt8 = 2

  /// The sketch as bytes, about 3 KB for an article of 4 KB.
  package var encoded: [UInt8] {
    var out = SketchWriter()
    out.byte(ArticleSketch.version)
    out.string(article)
    out.string(language)
    out.byte(UInt8(day == nil ? 0 : 1) | UInt8(isDated ? 2 : 0) | UInt8(saysWhere ? 4 : 0))
    out.number(UInt64(bitPattern: Int64(day ?? 0)))
    for list in [terms, bridge, facts] { out.terms(list) }
    out.list(actors) { actor, out in
      out.string(actor.id)
      out.string(actor.name)
      out.byte(actor.kind)
      out.fixed(actor.form, bytes: 8)
      out.fixed(UInt64(actor.weight), bytes: 2)
      out.list(actor.keys) { word, out in
        out.fixed(
          UInt64(word.key) | UInt64(word.bits) << 32 | UInt64(word.first) << 48 | UInt64(word.length) << 56, bytes: 8)
      }
      out.list(actor.roles) { $1.string($0) }
      out.list(actor.mentions) { mention, out in
        out.string(mention.text)
        out.number(UInt64(mention.count) << 1 | (mention.isWhole ? 1 : 0))
      }
    }
    out.byte(people)
    out.list(named) { $1.fixed(UInt64($0), bytes: 4) }
    out.list(surfaces) { surface, out in
      out.fixed(UInt64(surface.key), bytes: 4)
      out.string(surface.text)
    }
    out.list(figures) { $1.string($0) }
    out.list(dates) { $1.string($0) }
    return out.bytes
  }

  /// Reads what `encoded` wrote; nil for bytes of another version, or that are cut or damaged in their lengths.
  package init?(encoded bytes: [UInt8]) {
    let read: ArticleSketch? = bytes.withUnsafeBufferPointer { buffer in
      var reader = SketchReader(bytes: buffer)
      guard reader.byte() == ArticleSketch.version else { return nil }
      var sketch = ArticleSketch(article: reader.string(), language: reader.string(), day: nil)
      let flags = reader.byte()
      let day = Int(Int64(bitPattern: reader.number()))
      sketch.day = flags & 1 == 0 ? nil : day
      sketch.isDated = flags & 2 != 0
      sketch.saysWhere = flags & 4 != 0
      sketch.terms = reader.terms()
      sketch.bridge = reader.terms()
      sketch.facts = reader.terms()
      sketch.actors = reader.list(least: 20) { reader in
        Actor(
          id: reader.string(), name: reader.string(), kind: min(2, reader.byte()), form: reader.fixed(bytes: 8),
          weight: UInt16(truncatingIfNeeded: reader.fixed(bytes: 2)),
          keys: reader.list(least: 8) { reader in
            let value = reader.fixed(bytes: 8)
            return NameKeys.Word(
              key: UInt32(truncatingIfNeeded: value), bits: UInt16(truncatingIfNeeded: value >> 32),
              first: UInt8(truncatingIfNeeded: value >> 48), length: UInt8(truncatingIfNeeded: value >> 56))
          },
          roles: reader.list(least: 1) { $0.string() },
          mentions: reader.list(least: 2) { reader in
            let text = reader.string()
            let number = reader.number()
            return Mention(text: text, count: UInt16(truncatingIfNeeded: number >> 1), isWhole: number & 1 == 1)
          })
      }
      sketch.people = reader.byte()
      sketch.named = reader.list(least: 4) { UInt32(truncatingIfNeeded: $0.fixed(bytes: 4)) }
      sketch.surfaces = reader.list(least: 5) { reader in
        Surface(key: UInt32(truncatingIfNeeded: reader.fixed(bytes: 4)), text: reader.string())
      }
      sketch.figures = reader.list(least: 1) { $0.string() }
      sketch.dates = reader.list(least: 1) { $0.string() }
      return reader.isWhole ? sketch : nil
    }
    guard let read else { return nil }
    self = read
  }
}

/// Writes numbers in sevens of bits (LEB128), and strings and lists behind their lengths.
struct SketchWriter {
  var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func fixed(_ value: UInt64, bytes count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
  }

  mutating func string(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func list<Item>(_ items: [Item], _ write: (Item, inout SketchWriter) -> Void) {
    number(UInt64(items.count))
    for item in items { write(item, &self) }
  }

  mutating func terms(_ terms: [ArticleSketch.Term]) {
    number(UInt64(terms.count))
    bytes.reserveCapacity(bytes.count + terms.count * 8)
    for term in terms {
      fixed(UInt64(term.key) | UInt64(term.count) << 32 | UInt64(term.uses) << 48 | UInt64(term.named) << 56, bytes: 8)
    }
  }
}

/// Reads what `SketchWriter` wrote; beyond the end everything is 0 and `isWhole` false.
struct SketchReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  var isCut = false
  var isWhole: Bool { !isCut && at == bytes.count }

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func byte() -> UInt8 {
    guard at < bytes.count else {
      isCut = true
      return 0
    }
    at += 1
    return bytes[at - 1]
  }

  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      shift += 7
      if next < 0x80 || shift > 63 { return value }
    }
  }

  mutating func fixed(bytes count: Int) -> UInt64 {
    guard bytes.count - at >= count else {
      isCut = true
      return 0
    }
    var value: UInt64 = 0
    if count == 8 {
      value = UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
    } else {
      for place in 0..<count { value |= UInt64(bytes[at + place]) << UInt64(8 * place) }
    }
    at += count
    return value
  }

  /// A count of items of at least so many bytes each; one that the bytes cannot hold is damage.
  mutating func count(least: Int) -> Int {
    let count = number()
    guard count <= UInt64((bytes.count - at) / least) else {
      isCut = true
      at = bytes.count
      return 0
    }
    return Int(count)
  }

  mutating func string() -> String {
    let count = count(least: 1)
    defer { at += count }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<at + count]), as: UTF8.self)
  }

  mutating func list<Item>(least: Int, _ read: (inout SketchReader) -> Item) -> [Item] {
    let count = count(least: least)
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(read(&self)) }
    return items
  }

  mutating func terms() -> [ArticleSketch.Term] {
    let count = count(least: 8)
    defer { at += count * 8 }
    let raw = UnsafeRawBufferPointer(bytes)
    return [ArticleSketch.Term](unsafeUninitializedCapacity: count) { terms, made in
      for place in 0..<count {
        let value = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + place * 8, as: UInt64.self))
        terms.initializeElement(
          at: place,
          to: ArticleSketch.Term(
            key: UInt32(truncatingIfNeeded: value), count: UInt16(truncatingIfNeeded: value >> 32),
            uses: UInt8(truncatingIfNeeded: value >> 48), named: UInt8(truncatingIfNeeded: value >> 56)))
      }
      made = count
    }
  }
}
