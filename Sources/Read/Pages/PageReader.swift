internal import NewsModel
internal import Prose

extension ArticleReader {
  /// The article of a page: its metadata where nothing is given, and the text that its markup and shape say is the
  /// article.
  ///
  /// - Parameters:
  ///   - encoding: of `bytes`, or nil where the page's own declaration decides.
  ///   - article: with what is given.
  func page(_ bytes: [UInt8], encoding: String?, article: Article) -> Article {
    guard let tree = HTMLTree(bytes, encoding: encoding), let root = tree.root else { return article }
    let metadata = PageMetadata(root)
    let text = PageText(root)
    var article = article
    article.source = article.source ?? metadata.source
    article.author = article.author ?? metadata.author ?? Byline.author(ofMarked: metadata.bylines, words: words)
    article.url = article.url ?? metadata.url
    article.updated = article.updated ?? metadata.updated
    article.language = article.language ?? metadata.language
    if article.published == nil, let published = metadata.published {
      article.published = published
      article.publishedBasis = .page
    }
    if article.title == nil {
      (article.title, article.source) = title(metadata, text.firstHeading, article.source)
      article.title = longer(text.firstHeading, than: article.title)
    }
    var lines = TextLines(TextHygiene.cleared(text.bytes), numbers: text.numbers, words: words)
    // Lines and marks go together unless a control character ended a line; then the marks say nothing.
    if lines.lines.count == text.marks.count {
      for index in lines.lines.indices {
        lines.lines[index].linkedShare = text.marks[index].linkedShare
        lines.lines[index].isStructural = text.marks[index].isStructural
      }
    }
    lines.isMarked = text.isMarked
    return cleaned(article, lines)
  }

  /// The heading where it begins with the words of the title: browsers' titles are cut short. A title of fewer words
  /// may be the name of a section or of the outlet.
  private func longer(_ heading: String?, than title: String?) -> String? {
    let shortestTitle = 3
    guard let title, let heading = GivenMetadata.cleared(heading) else { return title }
    let (own, other) = (WordScan.hashes(of: title), WordScan.hashes(of: heading))
    guard own.count >= shortestTitle, other.count > own.count, other.count <= Cleaning.longestTitle,
      other.starts(with: own)
    else { return title }
    return heading
  }

  /// The title that the page's markup states, without the outlet's name behind it.
  private func title(_ metadata: PageMetadata, _ heading: String?, _ source: String?) -> (String?, String?) {
    let heading = GivenMetadata.cleared(heading)
    for candidate in metadata.titles + [metadata.documentTitle].compactMap({ $0 }) {
      let bytes = Array(candidate.utf8)
      guard let cut = TitleLine(bytes, Span(0, bytes.count)) else { return (candidate, source) }
      let outlet = String(decoding: bytes[cut.outlet.start..<cut.outlet.end], as: UTF8.self)
      let title = String(decoding: bytes[cut.title.start..<cut.title.end], as: UTF8.self)
      let isOutlet = source.map { ReadingWords.wording($0) == ReadingWords.wording(outlet) } ?? false
      let isHeading =
        heading.map { ReadingWords.wording($0) == ReadingWords.wording(title) || longer($0, than: title) == $0 }
        ?? false
      guard isOutlet || isHeading || cut.isCertain else { return (candidate, source) }
      return (title, source ?? outlet)
    }
    return (heading, source)
  }
}

/// The encoding that a page declares for itself.
enum PageEncoding {
  /// A declaration has to stand in the first bytes of a page (HTML Living Standard, §4.2.5.4).
  static let bytesSearched = 1_024

  /// The name after `charset=`, or nil where none stands there.
  static func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(bytesSearched).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let key = Array("charset=".utf8)
    var at = 0
    while at + key.count < head.count {
      if head[at..<(at + key.count)].elementsEqual(key) {
        let name = head[(at + key.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
          .prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      }
      at += 1
    }
    return nil
  }

  /// Names that stand for Windows-1252 on the web (WHATWG Encoding Standard) or say nothing new.
  static let western: Set<String> = [
    "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii", "utf-8", "utf8",
  ]
}
