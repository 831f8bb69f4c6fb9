internal import Foundation
package import NewsModel

/// The pages and anchors that editions link to, so that they are kept.
package struct EditionLinks {
  /// The hashes of the pages' folders.
  private var pages: Set<UInt64> = []
  /// By the hash of the page's folder.
  private var anchors: [UInt64: Set<String>] = [:]
  private var lastParagraphs: [UInt64: Int] = [:]

  /// The links of some Markdown texts.
  package init(_ texts: [String]) {
    for text in texts {
      var text = text
      text.withUTF8 { read($0) }
    }
  }

  /// Whether an edition links to a page.
  package func leadTo(kind: KnownEntity.Kind, slug: String) -> Bool { pages.contains(EditionLinks.key(kind, slug)) }

  /// The anchors of a page that editions link to, in order.
  package func anchors(kind: KnownEntity.Kind, slug: String) -> [String] {
    let key = EditionLinks.key(kind, slug)
    let numbered = (lastParagraphs[key] ?? 0) > 0 ? (1...(lastParagraphs[key] ?? 1)).map { "p\($0)" } : []
    return (anchors[key] ?? []).sorted() + numbered
  }

  /// The last paragraph of an article that editions link to, from 1; 0 where they link to none.
  package func lastParagraph(slug: String) -> Int {
    lastParagraphs.isEmpty ? 0 : lastParagraphs[EditionLinks.key(.article, slug)] ?? 0
  }

  /// The hash of a page's folder with a slash before and behind: "/stories/NAME/".
  private static func key(_ kind: KnownEntity.Kind, _ slug: String) -> UInt64 {
    let folder =
      switch kind {
      case .article: articles
      case .story: stories
      case .thread: threads
      case .actor: actors
      }
    return Name.hash("/".utf8, from: Name.hash(slug.utf8, from: folder))
  }

  private static let articles = Name.hash("/articles/".utf8)
  private static let stories = Name.hash("/stories/".utf8)
  private static let threads = Name.hash("/threads/".utf8)
  private static let actors = Name.hash("/actors/".utf8)

  private static let before = Array("/inde".utf8)
  private static let behind = Array("x.html".utf8)

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var next = 0
    // The rarest letter of "/index.html": the C library looks for it many bytes at a time.
    while next < bytes.count, let found = memchr(base + next, 0x78, bytes.count - next) {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      next = at + 1
      let (first, end) = (at - EditionLinks.before.count, at + EditionLinks.behind.count)
      guard first > 0, end < bytes.count, bytes[first..<at].elementsEqual(EditionLinks.before),
        bytes[at..<end].elementsEqual(EditionLinks.behind)
      else { continue }
      note(bytes, folderEnd: first, end: end)
    }
  }

  /// Notes a link to a page.
  ///
  /// - Parameters:
  ///   - folderEnd: the slash behind the page's folder.
  ///   - end: just past the name of the file.
  private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, folderEnd: Int, end: Int) {
    // The folder is the last two names before the file: "/stories/NAME/".
    var start = folderEnd
    var slashes = 0
    while start > 0, slashes < 2 {
      start -= 1
      if bytes[start] == 0x2F { slashes += 1 }
    }
    let key = Name.hash(bytes[start...folderEnd])
    pages.insert(key)
    guard bytes[end] == 0x23 else { return }
    let close = bytes[end...].firstIndex { $0 == 0x20 || $0 == 0x29 || $0 == 0x0A } ?? bytes.count
    let anchor = bytes[(end + 1)..<close]
    if anchor.first == 0x70, let number = EditionLinks.number(anchor.dropFirst()) {
      lastParagraphs[key] = max(lastParagraphs[key] ?? 0, number)
    } else {
      anchors[key, default: []].insert(String(decoding: anchor, as: UTF8.self))
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    guard !digits.isEmpty, digits.count < 7 else { return nil }
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
