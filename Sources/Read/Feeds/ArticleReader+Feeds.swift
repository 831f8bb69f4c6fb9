internal import NewsModel

extension ArticleReader {
  /// The articles of a feed, one for each of its entries, in the feed's order; an entry that has but a link is one too.
  ///
  /// The publisher's own words in the feed are trusted as given: title, outlet, author, dates. The text goes through the
  /// reader of pages, so that share bars and "read more" go; what it says of itself is not looked for.
  ///
  /// - Parameters:
  ///   - file: the path or address of the feed, which stands in the articles' `file`.
  ///   - given: what is known of the feed beside it: its outlet and language.
  package func articles(of feed: FeedDocument, file: String, given: GivenMetadata? = nil) -> Result {
    var result = Result(articles: [], diagnostics: [])
    for (index, entry) in feed.entries.enumerated() {
      result.articles.append(article(entry, feed, file: file, given: given))
      for date in entry.unreadDates {
        let words = "entry \(index + 1): \"\(date)\" is no date that can be read; the entry stands without it"
        result.diagnostics.append(Diagnostic(.badDate, words, file: file))
      }
    }
    Identifiers.makeUnique(&result.articles)
    if feed.entriesPassedOver > 0 {
      let words = "\(feed.entriesPassedOver) entries after the first \(feed.entries.count) were passed over"
      result.diagnostics.append(Diagnostic(.badLine, words, file: file))
    }
    return result
  }

  /// The articles of a file that is a feed, or what else it turned out to be; nil where it is neither.
  func feed(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result? {
    switch FeedReader.kind(of: bytes) {
    case .json:
      guard let feed = FeedReader.feed(bytes) else { return nil }
      return told(articles(of: feed, file: file, given: given), of: feed, file: file)
    case .xml(.outline):
      let count = OPML.outlines(bytes)?.count ?? 0
      return nothing(
        in: file, "a list of feeds (\(count)) and no article: daybrief init --opml takes them into a new daybrief.yml")
    case .xml(.feed):
      guard let feed = FeedReader.feed(bytes) else { return nil }
      var result = told(articles(of: feed, file: file, given: given), of: feed, file: file)
      if let mended = FeedEncoding.utf8(bytes)?.mended {
        for index in result.articles.indices {
          result.articles[index].diagnostics.append(Diagnostic(.encodingMended, mended))
        }
      }
      return result
    case .xml(.unknown):
      if let feed = FeedReader.feed(bytes), !feed.entries.isEmpty {
        return articles(of: feed, file: file, given: given)
      }
      guard FileFormat.isXML(file) else { return nil }
      return nothing(in: file, "XML that is neither a feed nor a page")
    case .xml(.page):
      // A page that is meant to be XML says that it is.
      guard FileFormat.isXML(file), !bytes.drop(while: { $0 <= 0x20 || $0 >= 0x80 }).starts(with: "<?xml".utf8) else {
        return nil
      }
      return nothing(
        in: file,
        "a web page where a feed is expected, as servers answer with an error; save the feed again, or name it .html")
    case .other:
      guard FileFormat.isXML(file), TextDecoding(bytes) != nil, bytes.contains(where: { $0 > 0x20 }) else { return nil }
      return nothing(in: file, "text where a feed is expected; save the feed again, or name it .txt")
    }
  }

  private func nothing(in file: String, _ words: String) -> Result {
    Result(articles: [], diagnostics: [Diagnostic(.empty, words, file: file)])
  }

  /// What is to be said of a feed as a whole: that it has no entries, that it is cut off.
  private func told(_ result: Result, of feed: FeedDocument, file: String) -> Result {
    var result = result
    if feed.isCutOff, !feed.entries.isEmpty {
      if feed.endsInsideEntry { FeedEnding.mend(&result.articles) }
      let words = "the feed breaks off before its end; what stood before is read, save it again for the rest"
      result.diagnostics.append(Diagnostic(.truncated, words, file: file))
    } else if feed.entries.isEmpty {
      result.diagnostics.append(Diagnostic(.empty, "a feed without entries", file: file))
    }
    return result
  }

  private func article(_ entry: FeedEntry, _ feed: FeedDocument, file: String, given: GivenMetadata?) -> Article {
    let url = WebAddress.accepted(entry.link)
    let source = GivenMetadata.cleared(given?.source) ?? entry.sourceTitle ?? feed.title
    let language = GivenMetadata.cleared(given?.language) ?? entry.language
    let authors = entry.authors.isEmpty ? GivenMetadata.cleared(given?.author) : entry.authors.joined(separator: ", ")
    var article = Article(
      id: "", text: "", title: entry.title, url: url, source: source, author: authors, published: entry.published,
      updated: entry.updated, language: language, file: file, guid: entry.guid)
    if let text = entry.text { read(text, into: &article) }
    leaveOutSignature(of: feed, from: &article)
    article.id = identifier(of: article, file: file)
    return article
  }

  /// Fills in the text, and the language where the feed says none.
  private func read(_ text: FeedText, into article: inout Article) {
    var bare = Article(id: "", text: "", title: article.title, language: article.language)
    if text.isMarkup {
      bare = page("<html><body>\(text.value)</body></html>", article: bare)
    } else {
      let (bytes, numbers) = HardWrap.unwrapped(TextHygiene.cleared(Array(text.value.utf8)))
      if bytes.contains(where: { $0 > 0x20 }) { bare = cleaned(bare, bytes: bytes, numbers: numbers) }
    }
    article.text = bare.text
    article.language = bare.language
    article.leftOut = bare.leftOut
    article.diagnostics += bare.diagnostics.filter { $0.code != .mastheadDateUnused }
  }

  /// Publishing systems end each entry with its own title and the outlet's name ("The post … appeared first on …"),
  /// in every language: a last line of these two and a few words is no part of the text.
  private func leaveOutSignature(of feed: FeedDocument, from article: inout Article) {
    guard let title = article.title, let outlet = feed.title, !title.isEmpty, !outlet.isEmpty else { return }
    let start = article.text.lastIndex(of: "\n").map { article.text.index(after: $0) } ?? article.text.startIndex
    let line = article.text[start...]
    var end = line
    while let last = end.last, last == "." || last == " " { end.removeLast() }
    guard end.hasSuffix(outlet), line.contains(title),
      line.count <= title.count + outlet.count + ArticleReader.longestSignature
    else { return }
    let number = article.text[..<start].split(separator: "\n").count + 1
    article.leftOut.append(LeftOut(line: number, text: String(line), reason: .share))
    article.text = String(article.text[..<start].dropLast())
  }

  /// What stands in a signature beside title and outlet takes no more than this.
  private static let longestSignature = 48  // characters

  private func page(_ html: String, article: Article) -> Article {
    page(Array(html.utf8), encoding: "UTF-8", article: article)
  }

  /// The identifier of an entry: of its page, of its own identifier within its feed, or of its words.
  private func identifier(of article: Article, file: String) -> String {
    if let url = article.url { return Identifiers.identifier(url: url, file: file) }
    let own = article.guid ?? article.title ?? String(article.text.prefix(200))
    return Identifiers.slug("\(Identifiers.identifier(url: nil, file: file))-\(own)")
  }
}
