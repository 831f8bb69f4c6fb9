internal import NewsModel

/// How a feed in XML ends: with the end of its root, or cut off before, as a connection leaves it that broke.
struct FeedEnding {
  /// Whether the end tag of the root is missing.
  let isCutOff: Bool
  /// Whether the last entry has no end tag of its own.
  let isInsideEntry: Bool

  /// Comments and white space may stand behind the last tag.
  private static let bytesSearched = 4_096

  /// The names of outermost elements, as far as their prefixes are alike.
  private static let roots = ["rss", "feed", "rdf", "channel"]

  /// Looks at the end of a document in UTF-8.
  init(_ bytes: [UInt8]) {
    let tail = Array(bytes.suffix(FeedEnding.bytesSearched))
    func holds(_ start: String, _ part: [UInt8]) -> Bool {
      FeedEnding.roots.contains {
        FeedEnding.last(start + $0, in: part) != nil || FeedEnding.last(start + $0.uppercased(), in: part) != nil
      }
    }
    // An entry that stands for itself has no root around it.
    isCutOff = !holds("</", tail) && holds("<", Array(bytes.prefix(FeedEnding.bytesSearched)))
    func last(_ starts: [String]) -> Int { starts.compactMap { FeedEnding.last($0, in: bytes) }.max() ?? -1 }
    isInsideEntry = isCutOff && last(["<item", "<entry"]) > last(["</item", "</entry"])
  }

  /// The last place of some letters.
  private static func last(_ letters: String, in bytes: [UInt8]) -> Int? {
    let sign = Array(letters.utf8)
    var at = bytes.count - sign.count
    while at >= 0 {
      if bytes[at] == sign[0], bytes[at..<(at + sign.count)].elementsEqual(sign) { return at }
      at -= 1
    }
    return nil
  }

  /// Takes from the last article what stands behind its last whole sentence, and says that it is cut.
  func mend(_ articles: inout [Article]) {
    guard isInsideEntry, var article = articles.popLast() else { return }
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
    article.text = String(text)
    article.diagnostics.append(Diagnostic(.truncated, "the feed ends within this entry"))
    articles.append(article)
  }
}
