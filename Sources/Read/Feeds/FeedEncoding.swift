/// The encoding of an XML document: by its byte order mark, by its first bytes, by what it declares, by what it holds
/// (XML 1.0, appendix F; WHATWG Encoding Standard for what names mean).
enum FeedEncoding {
  /// The declaration stands in the first bytes.
  static let bytesSearched = 1_024

  /// A document as UTF-8, and what had to be mended to get there; nil where its bytes are no text.
  static func utf8(_ file: [UInt8]) -> (bytes: [UInt8], mended: String?)? {
    if let (name, mark) = unmarked(file) {
      let (bytes, isWhole) = NamedEncoding.utf8(Array(file.dropFirst(mark)), from: name) ?? ([], false)
      return bytes.isEmpty
        ? nil : (bytes, isWhole ? nil : "damaged \(name): what could not be read is shown as \u{FFFD}")
    }
    guard let decoded = TextDecoding(file) else {
      // A stray NUL in what else is text.
      let cleared = file.filter { $0 != 0 }
      guard file.count - cleared.count <= file.count / 100, let decoded = TextDecoding(cleared) else { return nil }
      return (decoded.bytes, decoded.mended ?? "NUL bytes left out")
    }
    guard let name = declared(file).map(NamedEncoding.meant) else { return (decoded.bytes, decoded.mended) }
    if same.contains(name) {
      // What is declared as one of its names and read as Windows-1252 is read as it says.
      return (decoded.bytes, decoded.isWestern && !name.hasPrefix("u") ? nil : decoded.mended)
    }
    // A one-byte encoding is declared by many programs that write UTF-8; text that is UTF-8 by chance is next to none.
    if decoded.mended == nil, !NamedEncoding.isWide(name) { return (decoded.bytes, nil) }
    guard let (bytes, isWhole) = NamedEncoding.utf8(file, from: name) else { return (decoded.bytes, decoded.mended) }
    if !isWhole, decoded.mended == nil { return (decoded.bytes, nil) }
    return (bytes, isWhole ? nil : "damaged \(name): what could not be read is shown as \u{FFFD}")
  }

  /// The encoding that the first bytes alone tell, and how long its mark is.
  private static func unmarked(_ file: [UInt8]) -> (name: String, mark: Int)? {
    let signs: [([UInt8], String, Int)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32LE", 4), ([0, 0, 0xFE, 0xFF], "UTF-32BE", 4), ([0x3C, 0, 0, 0], "UTF-32LE", 0),
      ([0, 0, 0, 0x3C], "UTF-32BE", 0), ([0xFF, 0xFE], "UTF-16LE", 2), ([0xFE, 0xFF], "UTF-16BE", 2),
      ([0x3C, 0], "UTF-16LE", 0), ([0, 0x3C], "UTF-16BE", 0), ([0x7B, 0], "UTF-16LE", 0),
      ([0x4C, 0x6F, 0xA7, 0x94], "IBM037", 0),
    ]
    return signs.first { file.starts(with: $0.0) }.map { ($0.1, $0.2) }
  }

  /// The name in `encoding="…"`, in lower case.
  static func declared(_ file: [UInt8]) -> String? {
    let head = Array(file.prefix(bytesSearched))
    guard let start = MarkupTree.index(of: Array("<?xml".utf8), in: head, from: 0),
      let end = MarkupTree.index(of: Array("?>".utf8), in: head, from: start),
      let key = MarkupTree.index(of: Array("encoding".utf8), in: head, from: start), key < end
    else { return nil }
    let name = head[(key + 8)..<end].drop { $0 == 0x3D || $0 == 0x22 || $0 == 0x27 || $0 <= 0x20 }
      .prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 }
    return name.isEmpty || name.count > 40 ? nil : String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Names under which `TextDecoding` reads a file already.
  private static let same = PageEncoding.western.union(["utf-16", "utf16", "ucs-2", "iso_8859-1", "l1", "iso8859-1"])
}
