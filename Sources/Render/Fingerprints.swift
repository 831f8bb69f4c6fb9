internal import CXXHash
internal import NewsModel

/// What the pages of a site were made from, so that the next run makes only those of which that changed.
package struct Fingerprints: Sendable, Equatable {
  /// What a page or a file was made from.
  typealias Mark = ContentMark

  /// By path: of a page's folder for what is made from a template, of a file for its bytes.
  private(set) var marks: [String: Mark] = [:]
  /// The paths in the order in which they were set, which is that of the site's pages.
  private var paths: [String] = []
  /// The files that belong to a page's folder.
  static let siblings = ["index.html", "index.md", "index.json"]

  /// Nothing is known.
  package init() {}

  /// Sets what a page or a file was made from.
  mutating func set(_ path: String, _ mark: Mark) {
    if marks.updateValue(mark, forKey: path) == nil { paths.append(path) }
  }

  /// Reads what `bytes` gave; nil where they are something else.
  package init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func number() -> UInt64? {
      guard rest.count >= 8 else { return nil }
      defer { rest = rest.dropFirst(8) }
      return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    while !rest.isEmpty {
      guard let high = number(), let low = number(), let end = rest.firstIndex(of: 0x0A) else { return nil }
      set(String(decoding: rest[..<end], as: UTF8.self), Mark(high: high, low: low))
      rest = rest[(end + 1)...]
    }
  }

  /// All marks by path, as bytes.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    for path in paths {
      marks[path]?.append(to: &out)
      out.append(contentsOf: path.utf8)
      out.append(0x0A)
    }
    return out
  }
}

extension ContentMark {
  /// The mark of some bytes (XXH3, Collet).
  init(_ bytes: [UInt8]) {
    let digest = bytes.withUnsafeBytes { cxxhash_128($0.baseAddress, $0.count) }
    self.init(high: digest.high, low: digest.low)
  }

  /// Puts the 16 bytes of the mark behind others.
  func append(to out: inout [UInt8]) {
    withUnsafeBytes(of: high.littleEndian) { out.append(contentsOf: $0) }
    withUnsafeBytes(of: low.littleEndian) { out.append(contentsOf: $0) }
  }
}
