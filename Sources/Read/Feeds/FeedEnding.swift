internal import NewsModel

/// How a feed in XML ends: with the end of its root, or cut off before, as a connection leaves it that broke.
struct FeedEnding {
  /// Whether the end tag of the root is missing.
  let isCutOff: Bool
  /// Whether the last entry has no end tag of its own.
  let isInsideEntry: Bool
  /// How many bytes say something whole: all of them, or those before a tag, a name, a date or an address that breaks
  /// off. Of an address or a date a part is another one, and it would be a false one.
  let wholeBytes: Int

  /// Comments and white space may stand behind the last tag.
  private static let bytesSearched = 4_096

  /// The names of outermost elements, as far as their prefixes are alike.
  private static let roots = ["rss", "feed", "rdf", "channel"]

  /// The local names of elements that say one thing in a line; all others hold text, of which a part is still text.
  private static let leaves: Set<String> = [
    "title", "link", "guid", "id", "pubdate", "published", "updated", "modified", "issued", "date", "created",
    "creator", "author", "name", "email", "uri", "source", "category", "language",
  ]

  /// Looks at the end of a document in UTF-8.
  init(_ bytes: [UInt8]) {
    let tail = Array(bytes.suffix(FeedEnding.bytesSearched))
    func holds(_ start: String, _ part: [UInt8]) -> Bool {
      FeedEnding.roots.contains {
        FeedEnding.last(start + $0, in: part[...]) != nil
          || FeedEnding.last(start + $0.uppercased(), in: part[...]) != nil
      }
    }
    // An entry that stands for itself has no root around it.
    isCutOff = !holds("</", tail) && holds("<", Array(bytes.prefix(FeedEnding.bytesSearched)))
    func last(_ starts: [String]) -> Int { starts.compactMap { FeedEnding.last($0, in: bytes[...]) }.max() ?? -1 }
    isInsideEntry = isCutOff && last(["<item", "<entry"]) > last(["</item", "</entry"])
    wholeBytes = isCutOff ? FeedEnding.wholeBytes(of: bytes) : bytes.count
  }

  private static func wholeBytes(of bytes: [UInt8]) -> Int {
    guard var start = last("<", in: bytes[...]) else { return bytes.count }
    var end = bytes.count
    if bytes[start...].starts(with: "<![CDATA[".utf8) {
      guard MarkupTree.index(of: Array("]]>".utf8), in: bytes, from: start) == nil else { return end }
      guard let before = last("<", in: bytes[..<start]) else { return end }
      start = before
    } else if !bytes[start...].contains(0x3E) {
      end = start
      // An end tag that breaks off ends what it belongs to.
      guard !bytes[start...].starts(with: "</".utf8), let before = last("<", in: bytes[..<start]) else { return end }
      start = before
    }
    let tag = bytes[(start + 1)...].prefix { $0 != 0x3E }
    let name = String(decoding: tag.prefix { $0 > 0x20 }, as: UTF8.self).lowercased().split(separator: ":").last
    return tag.last != 0x2F && name.map({ leaves.contains(String($0)) }) == true ? start : end
  }

  /// The last place of some letters.
  private static func last(_ letters: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let sign = Array(letters.utf8)
    var at = bytes.endIndex - sign.count
    while at >= bytes.startIndex {
      if bytes[at] == sign[0], bytes[at..<(at + sign.count)].elementsEqual(sign) { return at }
      at -= 1
    }
    return nil
  }

  /// Takes from the last article, within which a feed is cut off, what stands behind its last whole sentence, and says
  /// that it is cut. One that has neither words nor a title left is taken away.
  static func mend(_ articles: inout [Article]) {
    guard var article = articles.popLast() else { return }
    let ends: Set<Character> = [".", "!", "?", "…", "。", "！", "？"]
    let closings: Set<Character> = ["»", "”", "\"", ")", "’"]
    var text = article.text[...]
    while let last = text.last, !ends.contains(last) {
      // A closing mark counts where it closes a sentence.
      if closings.contains(last), let before = text.dropLast().last(where: { !$0.isWhitespace }), ends.contains(before)
      {
        break
      }
      text.removeLast()
    }
    guard !text.isEmpty || article.title != nil else { return }
    article.text = String(text)
    article.diagnostics.append(Diagnostic(.truncated, "the feed ends within this entry"))
    articles.append(article)
  }
}
