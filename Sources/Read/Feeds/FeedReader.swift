/// Reads feeds of every format into a `FeedDocument`. No byte makes it fail, nothing is loaded from elsewhere.
package enum FeedReader {
  /// The feed in some bytes as they came, or nil where they are none.
  ///
  /// - Parameter address: where it was found, which relative addresses count from unless it says otherwise.
  package static func feed(_ file: [UInt8], address: String? = nil) -> FeedDocument? {
    switch kind(of: file) {
    case .xml(let root) where root != .outline:
      guard let decoded = FeedEncoding.utf8(file) else { return nil }
      let ending = FeedEnding(decoded.bytes)
      let whole = ending.wholeBytes < decoded.bytes.count ? Array(decoded.bytes[..<ending.wholeBytes]) : decoded.bytes
      var feed = XMLFeedReader(MarkupScanner.tree(whole), address: address).feed()
      feed?.isCutOff = ending.isCutOff
      feed?.endsInsideEntry = ending.isInsideEntry
      return feed
    case .json:
      guard let decoded = TextDecoding(file) else { return nil }
      return JSONFeedReader(address: address).feed(decoded.bytes)
    default: return nil
    }
  }

  /// What a file is by its first tag or sign.
  enum Kind: Equatable {
    case xml(Root), json, other
  }

  /// The outermost element of an XML file.
  enum Root: Equatable {
    case feed, outline, page, unknown
  }

  /// What some bytes are.
  static func kind(of file: [UInt8]) -> Kind {
    var bytes = file[...]
    // A document in two or four bytes a character shows its letters all the same.
    if file.prefix(8).contains(0) || file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      bytes = ArraySlice(file.prefix(bytesLookedAt).filter { $0 != 0 && $0 < 0xF0 })
    } else if file.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
      return .xml(.unknown)
    }
    while bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 <= 0x20 }
    if bytes.first == 0x7B { return .json }
    if bytes.first != 0x3C {
      // Servers print warnings above a feed.
      let head = Array(bytes.prefix(bytesOfWarnings))
      guard
        let start = ["<?xml", "<rss", "<feed"].compactMap({ MarkupTree.index(of: Array($0.utf8), in: head, from: 0) })
          .min()
      else { return .other }
      bytes = bytes.dropFirst(start)
    }
    return .xml(root(in: Array(bytes.prefix(bytesLookedAt))))
  }

  /// Comments and a document type may stand before the first tag.
  private static let bytesLookedAt = 64 * 1024

  private static let bytesOfWarnings = 1_024

  private static func root(in bytes: [UInt8]) -> Root {
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == 0x3C else {
        at += 1
        continue
      }
      if bytes[at...].starts(with: "<!--".utf8) {
        at = MarkupTree.index(of: Array("-->".utf8), in: bytes, from: at) ?? bytes.count
      } else if bytes[at + 1] == 0x3F {
        at = bytes[at...].firstIndex(of: 0x3E) ?? bytes.count
      } else {
        let name = bytes[(at + 1)...].prefix(64).prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        if name.first == 0x21 {
          let rest = String(decoding: bytes[at...].prefix(32), as: UTF8.self).lowercased()
          if rest.hasPrefix("<!doctype html") { return .page }
          at += 2
          continue
        }
        return root(named: String(decoding: name, as: UTF8.self).lowercased())
      }
    }
    return .unknown
  }

  private static func root(named name: String) -> Root {
    switch name.split(separator: ":").last ?? "" {
    case "rss", "rdf", "feed", "channel", "rss2", "item", "entry": .feed
    case "opml": .outline
    case "html": .page
    default: .unknown
    }
  }
}
