internal import CCompression

/// A form in which a page may stand ready beside itself, for servers that hand it out so (`gzip_static`,
/// `brotli_static`, `precompressed`).
package enum Compression: String, Sendable, CaseIterable {
  case gz
  case br

  /// A smaller page fits into one packet anyway.
  static let smallest = 1024  // bytes
  private static let texts: Set<Substring> = [
    "html", "md", "json", "jsonl", "xml", "txt", "css", "js", "svg", "webmanifest", "ics",
  ]

  /// The path of the compressed form of a page.
  func path(of path: String) -> String { "\(path).\(rawValue)" }

  /// Whether a page may have compressed forms by its name: pictures and fonts are compressed already.
  static func suits(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return texts.contains(path[path.index(after: dot)...])
  }

  /// The page that a path is a compressed form of, or nil where it is none.
  static func original(of path: String) -> Substring? {
    for form in allCases where path.hasSuffix(".\(form.rawValue)") {
      let original = path.dropLast(form.rawValue.utf8.count + 1)
      if suits(String(original)) { return original }
    }
    return nil
  }

  /// The compressed bytes, the same for the same page; nil where they would not be smaller.
  func bytes(of page: [UInt8]) -> [UInt8]? {
    guard page.count >= Compression.smallest else { return nil }
    let room = ccompression_bound(page.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      switch self {
      case .gz: count = ccompression_gzip(page, page.count, buffer.baseAddress, room)
      case .br: count = ccompression_brotli(page, page.count, buffer.baseAddress, room)
      }
    }
    return compressed.isEmpty || compressed.count >= page.count ? nil : compressed
  }
}
